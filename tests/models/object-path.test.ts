import { objectPath } from '../../src/models/object-path.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(objectPath, "import objectPath from 'object-path';", [
  sink('key', 'exports.{set,push,insert,ensureExists,empty,del}[1]', 'objectPath.EACH(store(), INPUT, 1);', 'objectPath.EACH(store(), "name", INPUT);'),
  flow('exports.get[0] -> ()', 'SINK(objectPath.get(INPUT, "name"));'),
  flow('exports.get[2] -> ()', 'SINK(objectPath.get(store(), "name", INPUT));'),
]);
