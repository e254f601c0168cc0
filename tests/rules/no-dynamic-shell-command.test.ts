import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-dynamic-shell-command.ts';
import { express, lines, runJavaScript } from './samples.ts';

const dynamic = (source: string) => ({ messageId: 'dynamic', data: { source } });

/** A function whose callers are out of sight. */
const run = (imports: string, ...body: string[]): string => lines(`import { ${imports} } from 'node:child_process';`, 'export async function run(name, options) {', ...body.map((line) => `  ${line}`), '}');

const fix = (before: string, after: string, source = 'name') => ({ code: run('exec', before), output: run('execFile', after), errors: [dynamic(source)] });
const suggest = (before: string, after: string, messageId = 'execFileBare', source = 'name') => ({
  code: run('exec', before),
  errors: [{ ...dynamic(source), suggestions: [{ messageId, output: run('execFile', after) }] }],
});
const neither = (source: string, ...body: string[]) => ({ code: run('exec', ...body), errors: [dynamic(source)] });

new RuleTester().run('no-dynamic-shell-command', rule, {
  valid: [
    // constants, and choices of them
    run('exec', "exec('make-report --all');"),
    run('exec', "const flags = options ? '--all' : '--new';", 'exec(`make-report ${flags} | tail`);'),
    run('execSync', "for (const step of ['clean', 'build', 'test']) execSync(`npm run ${step}`, { stdio: 'inherit' });"),
    run('execSync', "const COMMANDS = { build: 'tsc -p .', test: 'vitest run' };", 'execSync(COMMANDS.build);'),
    run('execSync', "execSync(['tsc', '-p', '.'].join(' '));"),
    lines("import { execSync } from 'node:child_process';", "const mode = process.argv.includes('--production') ? 'production' : 'development';", 'execSync(`webpack --mode ${mode}`);'),
    lines("import { execSync } from 'node:child_process';", "import path from 'node:path';", "execSync(`node \"${path.join(import.meta.dirname, 'build.js')}\"`);"),
    lines("const { execSync } = require('child_process');", "const path = require('path');", "execSync(`node \"${path.join(__dirname, 'build.js')}\"`);"),
    // numbers
    run('exec', 'exec(`kill ${Number(name)}`);'),
    run('exec', 'exec(`kill -9 ${process.pid}`);'),
    run('exec', "if (!Number.isInteger(name)) throw new TypeError('name');", 'exec(`kill ${name}`);'),
    // checked
    run('exec', "if (!/^[\\w-]+$/.test(name)) throw new TypeError('name');", 'exec(`make-report ${name}`);'),
    run('exec', "if (!['a', 'b'].includes(name)) throw new TypeError('name');", 'exec(`make-report ${name}`);'),
    // quoted by what is made for it
    lines("import { exec } from 'node:child_process';", "import { quote } from 'shell-quote';", "export const run = (name) => exec(quote(['make-report', name]));"),
    // no shell line
    run('execFile', "execFile('make-report', [name]);"),
    run('spawn', "spawn('make-report', [name], { cwd: options.cwd });"),
    run('spawn', 'spawn(name, options.args);'),
    run('fork', 'fork(name);'),
    lines("import { exec } from './exec.js';", 'export const run = (name) => exec(`make-report ${name}`);'),
    run('exec', 'return /^a/.exec(name);'),
    // no-command-injection speaks already
    express("import { exec } from 'node:child_process';")('exec(`make-report ${req.query.name} | tail`);'),
  ],
  invalid: [
    fix('exec(`make-report "${name}"`);', "execFile('make-report', [String(name)]);"),
    fix("exec(`make-report '${options.name}' --pdf`, (err, out) => options.done(out));", "execFile('make-report', [String(options.name), '--pdf'], (err, out) => options.done(out));", 'options.name'),
    suggest('exec(`make-report ${name}`);', "execFile('make-report', [String(name)]);"),
    suggest("exec('make-report ' + options.name);", "execFile('make-report', [String(options.name)]);", 'execFileBare', 'options.name'),
    {
      code: run('execSync', 'return execSync(`git log "${name}"`).toString();'),
      output: run('execFileSync', "return execFileSync('git', ['log', String(name)]).toString();"),
      errors: [dynamic('name')],
    },
    {
      code: lines("import { promisify } from 'node:util';", "import { exec } from 'node:child_process';", 'const sh = promisify(exec);', 'export const run = (name) => sh(`make-report "${name}"`);'),
      output: lines("import { promisify } from 'node:util';", "import { execFile } from 'node:child_process';", 'const sh = promisify(execFile);', "export const run = (name) => sh('make-report', [String(name)]);"),
      errors: [dynamic('name')],
    },
    // shell syntax around
    neither('name', 'exec(`cat "${name}" | wc -l`);'),
    neither('name', 'exec(`make-report "${name}" > out.txt`);'),
    neither('name', 'exec(`npm run "${name}"`);'),
    // the whole line
    neither('name', 'exec(name);'),
    neither('options.command', 'exec(options.command, { cwd: name });'),
    // checks that are none
    neither('name', "if (typeof name !== 'string') return;", 'exec(`cat "${name}" | wc -l`);'),
    neither('name', 'if (!/[\\w-]+/.test(name)) return;', 'exec(`cat "${name}" | wc -l`);'),
    // of the environment, or of another file
    { code: lines("import { execSync } from 'node:child_process';", 'execSync(`${process.env.EDITOR} notes.txt | tail`);'), errors: [dynamic('process.env.EDITOR')] },
    { code: lines("import { execSync } from 'node:child_process';", 'execSync(`webpack --mode ${process.argv[2]} | tail`);'), errors: [dynamic('process.argv[2]')] },
    {
      code: lines("import * as cp from 'node:child_process';", "import config from './config.js';", 'cp.exec(`make-report "${config.name}"`);'),
      output: lines("import * as cp from 'node:child_process';", "import config from './config.js';", "cp.execFile('make-report', [String(config.name)]);"),
      errors: [{ ...dynamic('config.name'), line: 3, column: 25 }],
    },
    // one finding a line
    neither('options.from', 'exec(`cp "${options.from}" "${options.to}" && rm "${name}"`);'),
    // a long source is cut
    neither('options.aVeryLongNameOfAFunction(options.another,…', 'exec(`cat ${options.aVeryLongNameOfAFunction(options.another, options.more)} | tail`);'),
    // settings
    { ...neither('name', 'exec(`make-report "${name}"`);'), settings: { 'secure-node': { fixes: 'none' } } },
  ],
});

runJavaScript(rule, {
  valid: [
    { code: lines("const { exec } = require('child_process');", "exports.run = () => exec('make-report --all');") },
    { code: lines("const cp = require('child_process');", "exports.run = (id) => cp.exec('kill ' + parseInt(id, 10));") },
  ],
  invalid: [
    {
      code: lines("const cp = require('child_process');", 'exports.run = (name) => cp.exec(`make-report "${name}"`);'),
      output: lines("const cp = require('child_process');", "exports.run = (name) => cp.execFile('make-report', [name]);"),
      errors: [dynamic('name')],
    },
    { code: lines("const { exec: sh } = require('child_process');", "exports.run = (name) => sh('cat ' + name + ' | wc');"), errors: [dynamic('name')] },
  ],
});
