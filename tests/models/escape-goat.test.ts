import { escapeGoat } from '../../src/models/escape-goat.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(escapeGoat, "import { htmlEscape, escape, htmlUnescape, unescape } from 'escape-goat';", [
  clean('html', 'htmlEscape()', 'SINK(htmlEscape(INPUT));', 'SINK(htmlUnescape(htmlEscape(INPUT)));'),
  clean('html', 'escape()', 'SINK(escape`<b>${INPUT}</b>`);', 'SINK(`<b>${INPUT}</b>`);'),
  flow('exports.{htmlEscape,escape}[0..] -> ()', 'SINK(EACH(INPUT));'),
  flow('exports.{htmlUnescape,unescape}[0] -> ()', 'SINK(EACH(INPUT));'),
]);
