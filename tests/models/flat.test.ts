import { flat } from '../../src/models/flat.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(flat, "import flat, { unflatten } from 'flat';", [
  sink('key', 'exports.unflatten[0]', 'unflatten(INPUT);', 'flat(INPUT);'),
  flow('exports[0] -> ()', 'SINK(flat(INPUT));'),
  flow('exports.unflatten[0] -> ()', 'SINK(unflatten(INPUT));'),
]);
