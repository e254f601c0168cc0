/** Runs code before and after the repair, in a real shell: honest input gives the same, the attack does nothing after. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { argvCall } from '../../src/fixes/argv-call.ts';
import { sourceOf } from '../ast/source.ts';
import { only, repaired, useOf } from './sink-use.ts';

const root = mkdtempSync(join(tmpdir(), 'argv-call-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** What the program prints for the input, and the files it leaves, in a directory of its own. */
async function run(program: string, extension: string, input: string): Promise<{ output: string; files: string[] }> {
  const directory = mkdtempSync(join(root, 'run-'));
  const file = `${directory}.${extension}`;
  writeFileSync(file, program);
  writeFileSync(join(directory, 'plain'), 'plain file\n');
  writeFileSync(join(directory, 'two words'), 'file of two words\n');
  const { stdout } = await promisify(execFile)(process.execPath, [file, input], { cwd: directory, timeout: 20_000 });
  return { output: stdout, files: readdirSync(directory) };
}

const ESM = "import { exec, execSync } from 'node:child_process';\nimport { promisify } from 'node:util';\nconst x = process.argv[2];\n";
const CJS = "'use strict';\nconst cp = require('child_process');\nconst x = process.argv[2];\n";
const PRINT = '(error, out, err) => process.stdout.write(out)';

interface Case {
  readonly title: string;
  readonly code: string;
  readonly extension?: 'mjs' | 'cjs';
  readonly sync?: true;
  readonly honest?: readonly string[];
}

const cases: readonly Case[] = [
  { title: 'a callback', code: `${ESM}exec(\`cat "\${x}"\`, ${PRINT});` },
  { title: 'options and a callback', code: `${ESM}exec(\`cat "\${x}"\`, { timeout: 5000, encoding: 'utf8' }, ${PRINT});` },
  { title: 'single quotes', code: `${ESM}exec(\`cat '\${x}'\`, ${PRINT});` },
  { title: 'affixes', code: `${ESM}exec(\`cat "./\${x}" -- plain\`, ${PRINT});` },
  { title: 'a concatenation', code: `${ESM}exec('grep -n "" "' + x + '"', ${PRINT});` },
  { title: 'words that need escapes', code: `${ESM}exec(\`printf '%s|' a\\\\ b "\\\\$c" 'd\\\`e' "\${x}"\`, ${PRINT});` },
  { title: 'a line in a constant', code: `${ESM}const line = \`cat "\${x}"\`;\nexec(line, ${PRINT});` },
  { title: 'execSync', code: `${ESM}try {\n  process.stdout.write(execSync(\`cat "\${x}"\`));\n} catch {}`, sync: true },
  { title: 'promisify', code: `${ESM}const execAsync = promisify(exec);\nconst { stdout } = await execAsync(\`cat "\${x}"\`).catch((error) => error);\nprocess.stdout.write(stdout);` },
  { title: 'CommonJS', code: `${CJS}cp.exec(\`cat "\${x}"\`, ${PRINT});`, extension: 'cjs' },
  { title: 'a bare value', code: `${ESM}exec(\`cat plain \${x}\`, ${PRINT});`, honest: ['plain'] },
];

const ATTACKS: readonly string[] = ['"; touch pwned; "', "'; touch pwned; '", '; touch pwned', '$(touch pwned)', '`touch pwned`', 'x" | touch "pwned', '&& touch pwned', '\ntouch pwned\n', "$(touch pwned)'$(touch pwned)'"];

describe.each(cases)('$title', ({ code, extension = 'mjs', sync, honest = ['plain', 'two words', 'missing', 'a*b', "it's"] }) => {
  const source = sourceOf(code, extension === 'mjs' ? 'esm' : 'cjs');
  const use = useOf(source, sync ? /execSync$/ : /exec(?:Async)?$/, { instead: sync ? 'execFileSync' : 'execFile' });
  const after = repaired(source, only(argvCall(use, source)));

  it('answers honest input as before', async () => {
    const inputs = honest.filter((input) => !(code.includes("'${x}'") && input.includes("'")));
    const answers = (program: string): Promise<unknown[]> => Promise.all(inputs.map((input) => run(program, extension, input)));
    expect(await answers(after)).toEqual(await answers(code));
  });

  it('stops every attack, of which some worked', async () => {
    const left = (program: string): Promise<boolean[]> =>
      Promise.all(ATTACKS.map(async (attack) => (await run(program, extension, attack)).files.includes('pwned')));
    expect(await left(code)).toContain(true);
    expect(await left(after)).not.toContain(true);
  });
});

it('leaves a bare value of two words as one, which is why it is a suggestion', async () => {
  const code = `${ESM}exec(\`cat \${x}\`, ${PRINT});`;
  const source = sourceOf(code);
  const { level, edits } = only(argvCall(useOf(source, /exec$/), source));
  expect(level).toBe('suggestion');
  const after = repaired(source, { level, message: '', edits });
  expect((await run(code, 'mjs', 'plain plain')).output).toBe('plain file\nplain file\n');
  expect((await run(after, 'mjs', 'plain plain')).output).toBe('');
});
