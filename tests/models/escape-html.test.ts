import { escapeHtml } from '../../src/models/escape-html.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(escapeHtml, "import escape from 'escape-html';", [
  clean('html', 'exports()', 'SINK(escape(INPUT));', 'SINK(INPUT);'),
  flow('exports[0] -> ()', 'SINK(escape(INPUT));'),
]);
