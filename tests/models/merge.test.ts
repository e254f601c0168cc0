import { merge } from '../../src/models/merge.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(merge, "import merge from 'merge';", [
  sink('key', 'exports.recursive[0..]', 'merge.recursive({}, INPUT);', 'merge({}, INPUT);'),
  flow('exports[0..] -> ()', 'SINK(merge({}, INPUT));'),
  flow('exports.recursive[0..] -> ()', 'SINK(merge.recursive(INPUT));'),
]);
