import { crossSpawn } from '../../src/models/cross-spawn.ts';
import { describeModel, mark, way } from './harness.ts';

describeModel(crossSpawn, "import spawn from 'cross-spawn';", [
  way('child_process:Spawn', 'exports', 'spawn(INPUT);'),
  way('child_process:Spawn', 'exports.{spawn,sync}', 'spawn.EACH(INPUT);'),
  mark('blocking', 'sync', 'spawn.sync("ls");'),
]);
