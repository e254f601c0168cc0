import { lodashDefaultsdeep } from '../../src/models/lodash-defaultsdeep.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(lodashDefaultsdeep, "import defaultsDeep from 'lodash.defaultsdeep';", [
  sink('key', 'exports[1..]', 'defaultsDeep({}, INPUT);', 'defaultsDeep(INPUT, {});'),
  flow('exports[0..] -> ()', 'SINK(defaultsDeep(INPUT, {}));'),
]);
