import { setValue } from '../../src/models/set-value.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(setValue, "import set from 'set-value';", [
  sink('key', 'exports[1]', 'set(store(), INPUT, 1);', 'set(store(), "name", INPUT);'),
  flow('exports[0] -> ()', 'SINK(set(INPUT, "name", 1));'),
]);
