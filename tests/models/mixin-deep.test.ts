import { mixinDeep } from '../../src/models/mixin-deep.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(mixinDeep, "import mixin from 'mixin-deep';", [
  sink('key', 'exports[1..]', 'mixin({}, INPUT);', 'mixin(INPUT, {});'),
  flow('exports[0..] -> ()', 'SINK(mixin(INPUT, {}));'),
]);
