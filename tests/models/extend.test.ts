import { extend } from '../../src/models/extend.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(extend, "import extend from 'extend';", [
  sink('key', 'exports[2..]', 'extend(true, {}, INPUT);', 'extend(true, INPUT, {});', 'extend({}, {}, INPUT);'),
  flow('exports[0..] -> ()', 'SINK(extend(INPUT, {}));'),
]);
