import { lodashMerge } from '../../src/models/lodash-merge.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(lodashMerge, "import merge from 'lodash.merge';", [
  sink('key', 'exports[1..]', 'merge({}, INPUT);', 'merge(INPUT, {});'),
  flow('exports[0..] -> ()', 'SINK(merge(INPUT, {}));'),
]);
