import { escapeStringRegexp } from '../../src/models/escape-string-regexp.ts';
import { clean, describeModel, flow, way } from './harness.ts';

describeModel(escapeStringRegexp, "import escape from 'escape-string-regexp';", [
  way('Escape', 'exports', "const escapeText = require('escape-string-regexp'); SINK(escapeText(INPUT));"),
  way('Escape', 'exports.escapeRegExp', "import { escapeRegExp } from 'escape-regexp-component'; SINK(escapeRegExp(INPUT));"),
  clean('regex', 'Escape()', 'SINK(escape(INPUT));', 'SINK(INPUT);'),
  flow('Escape[0] -> ()', 'SINK(escape(INPUT));', 'SINK(escape("a"));'),
]);
