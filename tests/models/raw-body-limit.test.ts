import { rawBodyLimit } from '../../src/models/raw-body-limit.ts';
import { describeModel, mark } from './harness.ts';

describeModel(rawBodyLimit, "import raw from 'raw-body';", [
  mark('parses', 'exports', "raw(stream, { limit: '1mb' });", 'other(stream);'),
  mark('noLimit', 'exports', "raw(stream, 'utf8');", "raw(stream, { limit: '1mb' });", 'raw(stream, options);'),
]);
