import { zx } from '../../src/models/zx.ts';
import { clean, describeModel, flow, sink, source, way } from './harness.ts';

describeModel(zx, "import * as zx from 'zx'; const { $ } = zx;", [
  way('fs:Fs', 'exports.fs', 'zx.fs.readFileSync(INPUT);'),
  way('path:Path', 'exports.path', 'SINK(zx.path.join("a", INPUT));'),
  source('cli', 'argv', 'SINK(zx.argv.name);'),
  source('cli', 'exports.{question,stdin}()', 'SINK(await zx.EACH());'),
  sink('command', '$[0].*', '$([INPUT]);', '$`ls ${INPUT}`;'),
  sink('command', '$.sync[0].*', '$.sync([INPUT]);', '$.sync`ls ${INPUT}`;'),
  sink('command', '$.prefix=', '$.prefix = INPUT;', '$.prefix = "set -e;";'),
  sink('command', '$.postfix=', '$.postfix = INPUT;'),
  sink('url', 'fetch[0]', 'await zx.fetch(INPUT);', 'await zx.fetch("http://a");'),
  sink('path', 'cd[0]', 'zx.cd(INPUT);', 'zx.cd("a");'),
  clean('command', 'exports.{quote,quotePowerShell}()', 'SINK(zx.EACH(INPUT));', 'SINK(INPUT);'),
  flow('exports.{quote,quotePowerShell}[0] -> ()', 'SINK(zx.EACH(INPUT));'),
]);
