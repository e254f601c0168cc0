import { shescape } from '../../src/models/shescape.ts';
import { clean, describeModel, flow, way } from './harness.ts';

describeModel(shescape, "import * as simple from 'shescape'; import { Shescape } from 'shescape'; import { Stateless } from 'shescape/stateless'; const s = new Shescape({});", [
  way('Escaper', 'exports', 'SINK(simple.quote(INPUT));'),
  way('Escaper', 'Shescape()', 'SINK(s.quote(INPUT));'),
  way('Escaper', 'Stateless()', 'SINK(new Stateless({}).quote(INPUT));'),
  way('Escaper', ':Shescape', 'export const f = (x: Shescape) => SINK(x.quote(INPUT));'),
  clean('command', 'Escaper.{quote,quoteAll,escape,escapeAll}()', 'SINK(s.EACH(INPUT));', 'SINK(INPUT);'),
  clean('argument', 'Escaper.{quote,quoteAll,escape,escapeAll}()', 'SINK(s.EACH(INPUT));'),
  flow('Escaper.{quote,quoteAll,escape,escapeAll}[0] -> ()', 'SINK(s.EACH(INPUT));'),
  flow('Escaper.{quoteAll,escapeAll}[0] -> ()', 'SINK(s.EACH(["x", INPUT]));'),
]);
