/** Chores of the night. No request comes here: who calls these functions is out of sight. */
import { exec, execFile } from 'node:child_process';
import { promisify } from 'node:util';

const shell = promisify(exec);
const run = promisify(execFile);

export async function backup(dataDir, target) {
  await shell(`cp sales.csv "${target}"`, { cwd: dataDir }); // flaw(strict): no-dynamic-shell-command [fix]
}

export async function backupLog(dataDir, target) {
  await run('cp', ['access.log', target], { cwd: dataDir }); // safe: no-dynamic-shell-command
}
