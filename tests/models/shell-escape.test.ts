import { shellEscape } from '../../src/models/shell-escape.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(shellEscape, "import escape from 'shell-escape'; import { shellEscape } from 'shell-escape-tag';", [
  clean('command', 'exports()', 'SINK(escape(["ls", INPUT]));', 'SINK(`ls ${INPUT}`);'),
  clean('command', 'shellEscape()', 'SINK(shellEscape(["ls", INPUT]));'),
  flow('exports[0] -> ()', 'SINK(escape(INPUT));'),
  flow('exports[0] -> ()', 'SINK(escape(["ls", INPUT]));'),
  flow('shellEscape[0..] -> ()', 'SINK(shellEscape(INPUT));'),
]);
