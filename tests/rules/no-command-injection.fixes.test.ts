import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-command-injection.ts';
import { express, lines, runJavaScript } from './samples.ts';

const exec = (body: string, imports = 'exec'): string => express(`import { ${imports} } from 'node:child_process';`)(...body.split('\n'));

/** The import is edited where its name was used here alone. */
const fix = (before: string, after: string, imports = 'execFile', was = 'exec') => ({ code: exec(before, was), output: exec(after, imports), errors: [{ messageId: 'flow' }] });
const suggest = (before: string, after: string, suggestion: string, messageId = 'flow', imports = 'execFile', was = 'exec') => ({
  code: exec(before, was),
  errors: [{ messageId, suggestions: [{ messageId: suggestion, output: exec(after, imports) }] }],
});
const neither = (body: string, messageId = 'flow', imports = 'exec') => ({ code: exec(body, imports), errors: [{ messageId }] });

new RuleTester().run('no-command-injection, repairs', rule, {
  valid: [],
  invalid: [
    // each value is one quoted word: the same arguments, and no shell reads them
    fix('exec(`make-report "${req.params.name}"`);', "execFile('make-report', [String(req.params.name)]);"),
    fix('exec(`tar -czf "${req.params.name}.tgz" "files/${req.params.name}"`);', "execFile('tar', ['-czf', `${req.params.name}.tgz`, `files/${req.params.name}`]);"),
    fix('exec("make-report \'" + req.params.name + "\' --pdf", (err, out) => res.send(out));', "execFile('make-report', [String(req.params.name), '--pdf'], (err, out) => res.send(out));"),
    fix('res.send(execSync(`make-report "${req.params.name}"`, { cwd: "/tmp" }));', "res.send(execFileSync('make-report', [String(req.params.name)], { cwd: \"/tmp\" }));", 'execFileSync', 'execSync'),
    fix('const line = `make-report "${req.params.name}"`;\nexec(line);', "const args = [String(req.params.name)];\nexecFile('make-report', args);"),
    {
      code: lines("import { promisify } from 'node:util';", "import { exec } from 'node:child_process';", 'const run = promisify(exec);', 'export const handler = async (req, res) => res.json(await run(`make-report "${req.params.name}"`));'),
      output: lines("import { promisify } from 'node:util';", "import { execFile } from 'node:child_process';", 'const run = promisify(execFile);', "export const handler = async (req, res) => res.json(await run('make-report', [String(req.params.name)]));"),
      errors: [{ messageId: 'flow' }],
    },
    {
      code: lines("import { exec } from 'node:child_process';", "exec('ls');", 'export const handler = (req, res) => exec(`make-report "${req.params.name}"`);'),
      output: lines("import { exec, execFile } from 'node:child_process';", "exec('ls');", "export const handler = (req, res) => execFile('make-report', [String(req.params.name)]);"),
      errors: [{ messageId: 'flow' }],
    },
    {
      code: lines("import * as cp from 'node:child_process';", 'export const handler = (req, res) => cp.exec(`make-report "${req.params.name}"`);'),
      output: lines("import * as cp from 'node:child_process';", "export const handler = (req, res) => cp.execFile('make-report', [String(req.params.name)]);"),
      errors: [{ messageId: 'flow' }],
    },
    // a bare value may have meant several words
    suggest('exec(`make-report ${req.params.name}`);', "execFile('make-report', [String(req.params.name)]);", 'execFileBare'),
    // what a builtin of the shell does, the program of that name does nearly
    suggest('exec(`echo "${req.params.name}"`);', "execFile('echo', [String(req.params.name)]);", 'execFile'),
    suggest("spawn('ls', ['-l', req.query.dir], { shell: true });", "spawn('ls', ['-l', req.query.dir]);", 'dropShell', 'flow', 'spawn', 'spawn'),
    suggest("spawn('ls', [req.query.dir], { shell: '/bin/bash', cwd: '/tmp' });", "spawn('ls', [req.query.dir], { cwd: '/tmp' });", 'dropShell', 'flow', 'spawn', 'spawn'),
    // options end at `--`
    suggest("spawn('git', ['clone', req.body.url]);", "spawn('git', ['clone', '--', req.body.url]);", 'insertDashes', 'option', 'spawn', 'spawn'),
    suggest("execFile('curl', ['-s', req.body.url]);", "execFile('curl', ['-s', '--', req.body.url]);", 'insertDashes', 'option', 'execFile', 'execFile'),
    // no local rewrite is sound: more than one program, a program that needs a shell, one that is a shell, an unseen option
    neither('exec(`cat "${req.params.name}" | wc -l`);'),
    neither('exec(`make-report "${req.params.name}" > out.txt`);'),
    neither('exec(`npm install "${req.params.name}"`);'),
    neither('exec(`sh -c "${req.params.name}"`);'),
    neither('exec(`ssh backup "${req.params.name}"`);'),
    neither('exec(`make-report "${req.params.name}"`, options);'),
    neither('exec(`make-report "${req.params.name}"`, { shell: true });'),
    neither('exec(`${req.body.tool} --version`);'),
    neither('exec(`cd "${req.params.dir}"`);'),
    neither("spawn('sh', ['-c', req.body.script]);", 'flow', 'spawn'),
    neither("spawn('git', ['log', req.query.branch]);", 'option', 'spawn'),
    neither("spawn('find', [req.query.dir, '-name', '*.log']);", 'option', 'spawn'),
    neither('spawn(req.body.tool, []);', 'program', 'spawn'),
    // settings
    { ...neither('exec(`make-report "${req.params.name}"`);'), settings: { 'secure-node': { fixes: 'none' } } },
    { ...fix('exec(`make-report "${req.params.name}"`);', "execFile('make-report', [String(req.params.name)]);"), settings: { 'secure-node': { fixes: 'migrate' } } },
  ],
});

runJavaScript(rule, {
  valid: [],
  invalid: [
    // without types in the file, nothing needs to be made a string
    {
      code: lines("const { exec } = require('child_process');", 'exports.handler = (req, res) => exec(`make-report "${req.params.name}"`);'),
      output: lines("const { execFile } = require('child_process');", "exports.handler = (req, res) => execFile('make-report', [req.params.name]);"),
      errors: [{ messageId: 'flow' }],
    },
    {
      code: lines("const cp = require('child_process');", "exports.handler = (req, res) => cp.exec('make-report ' + req.params.name);"),
      errors: [
        {
          messageId: 'flow',
          suggestions: [{ messageId: 'execFileBare', output: lines("const cp = require('child_process');", "exports.handler = (req, res) => cp.execFile('make-report', [req.params.name]);") }],
        },
      ],
    },
  ],
});
