import { he } from '../../src/models/he.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(he, "import he from 'he';", [
  clean('html', 'exports.{encode,escape}()', 'SINK(he.EACH(INPUT));', 'SINK(he.decode(he.EACH(INPUT)));'),
  flow('exports.{encode,escape}[0] -> ()', 'SINK(he.EACH(INPUT));'),
  flow('exports.{decode,unescape}[0] -> ()', 'SINK(he.EACH(INPUT));'),
]);
