/** Chores of the night. No request comes here: who calls these functions is out of sight. */
import { exec, execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { toUnicode } from 'node:punycode'; // safe: no-unsafe-package
import { promisify } from 'node:util';
import { toASCII } from 'punycode'; // flaw: no-unsafe-package [fix]

const shell = promisify(exec);
const run = promisify(execFile);

export async function backup(dataDir, target) {
  await shell(`cp sales.csv "${target}"`, { cwd: dataDir }); // flaw(strict): no-dynamic-shell-command [fix]
}

export async function backupLog(dataDir, target) {
  await run('cp', ['access.log', target], { cwd: dataDir }); // safe: no-dynamic-shell-command
}

export const mailDomain = (address) => toASCII(address.split('@')[1]);

export const readableDomain = (address) => toUnicode(address.split('@')[1]);

export async function share(file) {
  await chmod(file, 0o666); // flaw(strict): no-root-privilege [suggestion]
}

export async function publish(file) {
  await chmod(file, 0o644); // safe: no-root-privilege
}
