import { execa } from '../../src/models/execa.ts';
import { describeModel, mark, sink, way } from './harness.ts';

describeModel(execa, "import * as lib from 'execa';", [
  way('Shell', 'exports.{execa,execaSync,$}()', 'lib.EACH({ shell: true })`echo ${INPUT}`;'),
  way('Shell', 'exports.{execa,execaSync,$}()#2', 'lib.EACH({ shell: "bash" })`echo ${INPUT}`;'),
  way('child_process:Spawn', 'exports', 'require("execa")("sh", ["-c", INPUT]);'),
  way('child_process:Spawn', 'exports.{execa,execaSync}', 'lib.EACH("sh", ["-c", INPUT]);'),
  way('child_process:Spawn', 'exports.{execa,execaSync}()', 'lib.EACH({ cwd: "/" })("sh", ["-c", INPUT]);'),
  sink('command', 'exports.{execaCommand,execaCommandSync,command,commandSync}[0]', 'lib.EACH(`echo ${INPUT}`);', 'lib.EACH("echo");'),
  sink('command', 'exports.{shell,shellSync}[0]', 'lib.EACH(`echo ${INPUT}`);', 'lib.EACH("echo");'),
  sink('command', 'Shell[0..]', 'lib.$({ shell: true })`echo ${INPUT}`;', 'lib.$`echo ${INPUT}`;', 'lib.$({ shell: false })`echo ${INPUT}`;'),
  sink('path', 'exports.{execaNode,node}[0]', 'lib.EACH(INPUT);', 'lib.EACH("a.js", [INPUT]);'),
  mark('blocking', 'exports.{execaSync,execaCommandSync,sync,commandSync,shellSync}', 'lib.EACH("ls");'),
  mark('blocking', 'exports.$.{sync,s}', 'lib.$.EACH`ls`;'),
]);
