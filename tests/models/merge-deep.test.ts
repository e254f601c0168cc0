import { mergeDeep } from '../../src/models/merge-deep.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(mergeDeep, "import merge from 'merge-deep';", [
  sink('key', 'exports[1..]', 'merge({}, INPUT);', 'merge(INPUT, {});'),
  flow('exports[0..] -> ()', 'SINK(merge({}, INPUT));'),
]);
