import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-command-injection.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const flow = (source: string, way = '', more = '') => ({ messageId: 'flow', data: { source, way, more } });
const program = (source: string) => ({ messageId: 'program', data: { source, way: '', more: '' } });
const option = (source: string) => ({ messageId: 'option', data: { source, way: '', more: '' } });

const CP = "import { exec, execSync, execFile, execFileSync, spawn, spawnSync, fork } from 'node:child_process';";
const cp = express(CP);

/** Shell lines that no list of arguments can stand for, and all that is no shell line; repairs are in the other file. */
new RuleTester().run('no-command-injection', rule, {
  valid: [
    // a list of arguments
    cp("execFile('convert', ['in.png', 'out.png'], { cwd: req.query.dir });"),
    cp("spawn('printf', ['%s', req.query.text]);"),
    cp("execFileSync('make-report', [req.params.id], { encoding: 'utf8' });"),
    express("import { $ } from 'zx';")('await $`make-report ${req.params.id}`;'),
    express("import { $ } from 'execa';")('await $`make-report ${req.params.id}`;'),
    express("import { execa } from 'execa';")("await execa('make-report', [req.params.id]);", 'await execa`make-report ${req.params.id}`;'),
    // constants, numbers, choices
    cp("exec('ls -l');"),
    cp('exec(`kill ${Number(req.params.pid)}`);'),
    cp('exec(`head -n ${parseInt(req.query.n, 10)} access.log`);'),
    cp("const FORMATS = ['png', 'jpg'];", "if (!FORMATS.includes(req.query.format)) return res.sendStatus(400);", 'exec(`convert in.svg out.${req.query.format}`);'),
    cp("const TOOLS = { zip: 'zip -r', tar: 'tar -cf' };", "exec(`${TOOLS[req.query.tool] ?? 'zip -r'} all.archive files`);"),
    cp("const tools = new Map([['a', 'make-a']]);", "const tool = tools.get(req.query.tool);", 'if (tool) spawn(tool, []);'),
    cp("if (!/^[\\w-]+$/.test(req.params.name)) return res.sendStatus(400);", 'exec(`make-report ${req.params.name}`);'),
    cp("exec(req.query.long ? 'ls -l' : 'ls');"),
    // quoted by what is made for it
    express(`${CP}\nimport { quote } from 'shell-quote';`)("exec(quote(['make-report', req.params.name]));"),
    express(`${CP}\nimport { Shescape } from 'shescape';\nconst shescape = new Shescape({ shell: true });`)('exec(`make-report ${shescape.quote(req.params.name)}`);'),
    express(`${CP}\nimport shellEscape from 'shell-escape';`)("exec(shellEscape(['make-report', req.params.name]));"),
    // other things of that name
    cp("const match = /^a(.*)$/.exec(req.query.text);"),
    express("import Database from 'better-sqlite3';\nconst db = new Database('a.db');")('db.exec(`VACUUM`);', "mongoose.model('User').find({ name: req.query.name }).exec();"),
    express("import { spawn } from 'xstate';")('spawn(req.body.machine, req.query.name);'),
    express("import { exec } from './exec.js';")('exec(`make-report ${req.query.name}`);'),
    cp('const exec = (line) => line.length;', 'exec(`make-report ${req.query.name}`);'),
    // arguments that cannot be options
    cp("spawn('git', ['clone', '--', req.body.url]);"),
    cp("execFile('git', ['log', `origin/${req.query.branch}`]);"),
    cp("execFile('tar', ['-xf', `./uploads/${req.params.name}.tar`]);"),
    cp("execFile('curl', ['-d', req.body.text, 'https://example.com']);"),
    cp("if (req.query.branch.startsWith('-')) return res.sendStatus(400);", "execFile('git', ['log', req.query.branch]);"),
    cp("execFile('wc', ['-l', req.query.name]);"),
    // a shell that is given positional parameters
    cp("spawn('sh', ['-c', 'make-report \"$1\"', 'sh', req.query.name]);"),
    cp("execFile('node', ['report.js', req.query.name]);"),
    cp("spawn('make-report', [req.query.name], { shell: false });"),
    cp("fork('./worker.js', [req.query.name]);"),
    // not untrusted by the settings
    lines(CP, 'exec(`make-report ${process.argv[2]}`);', 'exec(`make-report ${process.env.NAME}`);'),
    lines(CP, 'export const report = (name) => exec(`make-report ${name}`);'),
    // only with a step out of sight
    express(`${CP}\nimport { clean } from './clean.js';`)('exec(`make-report ${clean(req.query.name)} > out`);'),
  ],
  invalid: [
    // by every framework and form of import
    { code: cp('exec(`grep ${req.query.word} *.log | head`);'), errors: [{ ...flow('req.query.word'), line: 5, column: 16 }] },
    { code: koa("import * as cp from 'child_process';")('cp.execSync(`ls ${ctx.query.dir} > out`);'), errors: [flow('ctx.query.dir')] },
    { code: fastify("import cp from 'node:child_process';")("const { name } = request.body;", "cp.exec('zip out.zip ' + name + ' && rm ' + name);"), errors: [flow('request.body.name')] },
    { code: http("import { exec as run } from 'node:child_process';")("run('cat ' + query.get('file') + ' | wc');"), errors: [{ messageId: 'flow' }] },
    { code: express("import { promisify } from 'node:util';\nimport { exec } from 'node:child_process';\nconst run = promisify(exec);")('await run(`cat ${req.query.file} | wc`);'), errors: [flow('req.query.file')] },
    { code: express("import util from 'util';\nimport * as cp from 'child_process';\nconst run = util.promisify(cp.exec).bind(cp);")('await run(`cat ${req.query.file} | wc`);'), errors: [flow('req.query.file')] },
    { code: express()("const { exec } = await import('node:child_process');", 'exec(`cat ${req.query.file} | wc`);'), errors: [flow('req.query.file')] },
    { code: express("import shell from 'shelljs';")('shell.exec(`cat ${req.query.file}`);'), errors: [flow('req.query.file')] },
    { code: express("import { execaCommand } from 'execa';")('await execaCommand(`cat ${req.query.file}`);'), errors: [flow('req.query.file')] },
    // a shell behind a list
    { code: cp("spawn('sh', ['-c', `cat ${req.query.file}`]);"), errors: [flow('req.query.file')] },
    { code: cp("execFile('/bin/bash', ['-lc', req.body.script]);"), errors: [flow('req.body.script')] },
    { code: cp("execFile('node', ['-e', req.body.code]);"), errors: [flow('req.body.code')] },
    { code: cp("spawnSync('cmd.exe', ['/c', 'dir', req.query.dir]);"), errors: [flow('req.query.dir')] },
    { code: cp("spawn(`cat ${req.query.file} | wc`, { shell: true });"), errors: [flow('req.query.file')] },
    // the program itself
    { code: cp('spawn(req.body.tool, []);'), errors: [program('req.body.tool')] },
    { code: cp('fork(`./jobs/${req.params.job}`);'), errors: [program('req.params.job')] },
    { code: cp("if (['--all'].includes(req.body.flag)) execFile(req.body.tool, [req.body.flag]);"), errors: [program('req.body.tool')] },
    // checks that are none
    { code: cp("if (!/[\\w-]+/.test(req.params.name)) return;", 'exec(`make-report ${req.params.name} > out`);'), errors: [flow('req.params.name')] },
    { code: cp("const name = req.params.name.replace(/;/g, '');", 'exec(`make-report ${name} > out`);'), errors: [flow('req.params.name')] },
    { code: cp('exec(`make-report ${JSON.stringify(req.body)} > out`);'), errors: [flow('req.body')] },
    { code: cp("if (typeof req.params.name !== 'string') return;", 'exec(`make-report ${req.params.name} > out`);'), errors: [flow('req.params.name')] },
    // options of tools that have dangerous ones
    { code: cp("execFile('git', ['log', req.query.branch]);"), errors: [option('req.query.branch')] },
    { code: cp("spawn('find', [req.query.dir, '-name', '*.log']);"), errors: [option('req.query.dir')] },
    { code: cp("spawn('ssh', [req.body.host, 'uptime']);"), errors: [option('req.body.host')] },
    { code: cp("spawn('rsync', [...req.body.args]);"), errors: [option('req.body.args')] },
    // an object there is the options, and may name a shell
    { code: cp("spawn('rsync', req.body.args);"), errors: [{ messageId: 'flow' }] },
    // the way
    {
      code: lines(CP, "import express from 'express';", 'const app = express();', 'const line = (name) => `make-report ${name} | tail`;', 'function run(text) {', '  return execSync(text);', '}', "app.get('/', (req, res) => res.send(run(line(req.query.name))));"),
      errors: [{ ...flow('req.query.name', ' through line() line 8, run() line 8'), line: 6 }],
    },
    {
      code: cp("const args = ['make-report'];", 'for (const name of req.body.names) args.push(name);', "exec(args.join(' ') + ' | tail');"),
      errors: [flow('req.body.names')],
    },
    // settings
    { code: lines(CP, 'execSync(`make-report ${process.argv[2]} | tail`);'), settings: { 'secure-node': { origins: ['cli'] } }, errors: [flow('process.argv[2]')] },
    { code: lines(CP, 'export function report(name) {', '  execSync(`make-report ${name} | tail`);', '}'), settings: { 'secure-node': { origins: ['library'] } }, errors: [flow('name')] },
    { code: lines(CP, 'exec(`${process.env.EDITOR} notes.txt | tail`);'), settings: { 'secure-node': { origins: ['remote', 'env'] } }, errors: [flow('process.env.EDITOR')] },
    // options: strict reports what passed through a call out of sight
    {
      code: express(`${CP}\nimport { clean } from './clean.js';`)('exec(`make-report ${clean(req.query.name)} > out`);'),
      options: [{ unsure: true }],
      errors: [flow('req.query.name')],
    },
  ],
});

const app = "const app = require('express')();";
runJavaScript(rule, {
  valid: [
    { code: lines(app, "const { execFile } = require('child_process');", "app.get('/', (req) => execFile('make-report', [req.query.name]));") },
    { code: lines(app, "const cp = require('child_process');", "app.get('/', (req) => cp.exec('make-report ' + Number(req.query.id)));") },
    { code: lines('exports.run = (req, res) => res.child.exec(`make-report ${req.query.name}`);') },
  ],
  invalid: [
    { code: lines(app, "app.get('/', (req) => require('child_process').exec('make-report ' + req.query.name + ' | tail'));"), errors: [flow('req.query.name')] },
    { code: lines(app, "const { exec: run } = require('child_process');", "app.get('/', (req) => run('make-report ' + req.query.name + ' | tail'));"), errors: [flow('req.query.name')] },
    { code: lines(app, "const run = require('util').promisify(require('child_process').exec);", "app.get('/', (req) => run('make-report ' + req.query.name + ' | tail'));"), errors: [flow('req.query.name')] },
  ],
});
