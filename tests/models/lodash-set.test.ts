import { lodashSet } from '../../src/models/lodash-set.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(lodashSet, "import set from 'lodash.set';", [
  sink('key', 'exports[1]', 'set(store(), INPUT, 1);', 'set(store(), "name", INPUT);'),
  flow('exports[0] -> ()', 'SINK(set(INPUT, "name", 1));'),
]);
