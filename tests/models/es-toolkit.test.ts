import { esToolkit } from '../../src/models/es-toolkit.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(esToolkit, "import { escape, escapeRegExp, unescape, trim, camelCase, kebabCase, snakeCase, lowerCase, upperCase, capitalize, deburr } from 'es-toolkit';", [
  clean('html', 'escape()', 'SINK(escape(INPUT));', 'SINK(trim(INPUT));'),
  clean('regex', 'escapeRegExp()', 'SINK(escapeRegExp(INPUT));', 'SINK(trim(INPUT));'),
  flow('exports.{escape,escapeRegExp,trim,camelCase,kebabCase,snakeCase,lowerCase,upperCase,capitalize,deburr}[0] -> ()', 'SINK(EACH(INPUT));', 'SINK(EACH("a"));'),
  flow('unescape[0] -> ()', 'SINK(unescape(INPUT));', 'SINK(unescape("a"));'),
]);
