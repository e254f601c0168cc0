import { dotProp } from '../../src/models/dot-prop.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(dotProp, "import dot from 'dot-prop';", [
  sink('key', 'exports.set[1]', 'dot.set(store(), INPUT, 1);', 'dot.set(store(), "name", INPUT);'),
  flow('exports.get[0] -> ()', 'SINK(dot.get(INPUT, "name"));'),
  flow('exports.get[2] -> ()', 'SINK(dot.get(store(), "name", INPUT));'),
]);
