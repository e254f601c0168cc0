import { deepExtend } from '../../src/models/deep-extend.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(deepExtend, "import merge from 'deep-extend';", [
  sink('key', 'exports[1..]', 'merge({}, INPUT);', 'merge(INPUT, {});'),
  flow('exports[0..] -> ()', 'SINK(merge(INPUT, {}));'),
]);
