import { uuid } from '../../src/models/uuid.ts';
import { clean, describeModel, guard, source } from './harness.ts';

describeModel(uuid, "import { v1, v6, v4, v3, v5, parse, stringify, validate } from 'uuid';", [
  source('random', 'exports.{v1,v6}()', 'SINK(EACH());'),
  guard('*', 'validate[0]', 'if (validate(INPUT)) SINK(INPUT);', 'if (!validate(INPUT)) SINK(INPUT);'),
  clean('*', 'exports.{parse,stringify,v3,v5}()', 'SINK(EACH(INPUT));', 'SINK(INPUT);'),
]);
