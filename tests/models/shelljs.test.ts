import { shelljs } from '../../src/models/shelljs.ts';
import { describeModel, mark, sink, source } from './harness.ts';

describeModel(shelljs, "import shell from 'shelljs';", [
  source('file', 'exports.{cat,head,tail,grep,sed,sort,uniq}()', 'SINK(shell.EACH("a"));'),
  sink('command', 'exec[0]', 'shell.exec(`ls ${INPUT}`);', 'shell.exec("ls");', 'shell.echo(INPUT);'),
  sink('path', 'exports.{*}[..]', 'shell.EACH(INPUT);', 'shell.EACH("a");'),
  sink('path', 'exports.{grep,sed}[-1]', 'shell.EACH("x", INPUT);', 'shell.EACH(INPUT, "a");'),
  sink('path', 'exports.*().{to,toEnd}[0]', 'shell.echo("x").EACH(INPUT);'),
  mark('blocking', 'exec', 'shell.exec("ls");'),
]);
