import { hoek } from '../../src/models/hoek.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(hoek, "import Hoek from '@hapi/hoek';", [
  sink('key', 'exports.{merge,applyToDefaults}[1]', 'Hoek.EACH({}, INPUT);', 'Hoek.EACH(INPUT, {});'),
  flow('exports.{merge,applyToDefaults}[0..1] -> ()', 'SINK(Hoek.EACH(INPUT, {}));'),
  flow('exports.clone[0] -> ()', 'SINK(Hoek.clone(INPUT));'),
]);
