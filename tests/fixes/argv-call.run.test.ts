/** Runs code before and after the repair, in a real shell: honest input gives the same, the attack does nothing after. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

interface Outcome {
  readonly output: string | undefined;
  readonly pwned: boolean;
}

/** What the program prints for each input, and whether it left the attacker's file: one process, and one directory an input. */
async function run(program: string, extension: string, inputs: readonly string[]): Promise<Outcome[]> {
  const directory = mkdtempSync(join(root, 'run-'));
  const file = `${directory}.${extension}`;
  writeFileSync(file, program);
  for (const n of inputs.keys()) {
    mkdirSync(join(directory, String(n)));
    writeFileSync(join(directory, String(n), 'plain'), 'plain file\n');
    writeFileSync(join(directory, String(n), 'two words'), 'file of two words\n');
  }
  await promisify(execFile)(process.execPath, [file, ...inputs], { cwd: directory, timeout: 20_000 });
  return inputs.map((_, n) => {
    const output = join(directory, `${n}.out`);
    return { output: existsSync(output) ? readFileSync(output, 'utf8') : undefined, pwned: existsSync(join(directory, String(n), 'pwned')) };
  });
}

const ESM = "import { exec, execSync } from 'node:child_process';\nimport { writeFileSync } from 'node:fs';\nimport { promisify } from 'node:util';\n";
const CJS = "'use strict';\nconst cp = require('child_process');\nconst { writeFileSync } = require('fs');\n";
/** The body runs for each input `x`, in directory `n`. */
const forEach = (head: string, body: string): string =>
  `${head}for (const [n, x] of process.argv.slice(2).entries()) {\n  process.chdir(String(n));\n  ${body}\n  process.chdir('..');\n}`;
const PRINT = '(error, out) => writeFileSync(`${n}.out`, out)';

interface Case {
  readonly title: string;
  readonly code: string;
  readonly extension?: 'mjs' | 'cjs';
  readonly sync?: true;
  readonly honest?: readonly string[];
}

const cases: readonly Case[] = [
  { title: 'a callback', code: forEach(ESM, `exec(\`cat "\${x}"\`, ${PRINT});`) },
  { title: 'options and a callback', code: forEach(ESM, `exec(\`cat "\${x}"\`, { timeout: 5000, encoding: 'utf8' }, ${PRINT});`) },
  { title: 'single quotes', code: forEach(ESM, `exec(\`cat '\${x}'\`, ${PRINT});`), honest: ['plain', 'two words', 'missing', 'a*b', 'a"b', 'a$b'] },
  { title: 'affixes', code: forEach(ESM, `exec(\`cat "./\${x}" -- plain\`, ${PRINT});`) },
  { title: 'a concatenation', code: forEach(ESM, `exec('grep -n "" "' + x + '"', ${PRINT});`) },
  { title: 'words that need escapes', code: forEach(ESM, `exec(\`printf '%s|' a\\\\ b "\\\\$c" 'd\\\`e' "\${x}"\`, ${PRINT});`) },
  { title: 'a line in a constant', code: forEach(ESM, `const line = \`cat "\${x}"\`;\n  exec(line, ${PRINT});`) },
  { title: 'execSync', code: forEach(ESM, `try {\n    writeFileSync(\`../\${n}.out\`, execSync(\`cat "\${x}"\`));\n  } catch {}`), sync: true },
  {
    title: 'promisify',
    code: forEach(
      `${ESM}const execAsync = promisify(exec);\n`,
      'execAsync(`cat "${x}"`).then(({ stdout }) => writeFileSync(`${n}.out`, stdout), ({ stdout }) => writeFileSync(`${n}.out`, stdout));',
    ),
  },
  { title: 'CommonJS', code: forEach(CJS, `cp.exec(\`cat "\${x}"\`, ${PRINT});`), extension: 'cjs' },
  { title: 'a bare value', code: forEach(ESM, `exec(\`cat plain \${x}\`, ${PRINT});`), honest: ['plain'] },
];

const HONEST = ['plain', 'two words', 'missing', 'a*b', "it's"];
const ATTACKS = ['"; touch pwned; "', "'; touch pwned; '", '; touch pwned', '$(touch pwned)', '`touch pwned`', 'x" | touch "pwned', '&& touch pwned', '\ntouch pwned\n'];

describe.each(cases)('$title', ({ code, extension = 'mjs', sync, honest = HONEST }) => {
  const source = sourceOf(code, extension === 'mjs' ? 'esm' : 'cjs');
  const use = useOf(source, sync ? /execSync$/ : /exec(?:Async)?$/, { instead: sync ? 'execFileSync' : 'execFile' });
  const after = repaired(source, only(argvCall(use, source)));

  it('answers honest input as before', async () => {
    const [before, now] = await Promise.all([run(code, extension, honest), run(after, extension, honest)]);
    expect(now).toEqual(before);
    expect(now[0]?.output).toContain('plain');
  });

  it('stops every attack, of which some worked', async () => {
    const [before, now] = await Promise.all([run(code, extension, ATTACKS), run(after, extension, ATTACKS)]);
    expect(before.map(({ pwned }) => pwned)).toContain(true);
    expect(now.map(({ pwned }) => pwned)).not.toContain(true);
  });
});

it('leaves a bare value of two words as one, which is why it is a suggestion', async () => {
  const code = forEach(ESM, `exec(\`cat \${x}\`, ${PRINT});`);
  const source = sourceOf(code);
  const repair = only(argvCall(useOf(source, /exec$/), source));
  expect(repair.level).toBe('suggestion');
  expect((await run(code, 'mjs', ['plain plain']))[0]?.output).toBe('plain file\nplain file\n');
  expect((await run(repaired(source, repair), 'mjs', ['plain plain']))[0]?.output).toBe('');
});
