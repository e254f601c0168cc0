import { sanitizeHtml } from '../../src/models/sanitize-html.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(sanitizeHtml, "import sanitize, { filterXSS, escapeHtml, FilterXSS } from 'xss';", [
  clean('html', 'exports()', 'SINK(sanitize(INPUT));', 'SINK(INPUT);'),
  clean('html', 'exports.{filterXSS,escapeHtml}()', 'SINK(EACH(INPUT));', 'SINK(INPUT);'),
  clean('html', 'FilterXSS().process()', 'SINK(new FilterXSS().process(INPUT));', 'SINK(INPUT);'),
  flow('exports[0] -> ()', 'SINK(sanitize(INPUT));'),
  flow('exports.{filterXSS,escapeHtml}[0] -> ()', 'SINK(EACH(INPUT));'),
  flow('FilterXSS().process[0] -> ()', 'SINK(new FilterXSS().process(INPUT));'),
]);
