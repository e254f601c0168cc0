import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-blocking-in-handler.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const call = (name: string, way = '') => ({ messageId: 'call', data: { name, way } });
const loop = (way = '') => ({ messageId: 'loop', data: { way } });
const files: [{ files: true }] = [{ files: true }];
const functions: [{ scope: 'functions' }] = [{ scope: 'functions' }];

const crypto = express("import crypto from 'node:crypto';");
const bcrypt = express("import bcrypt from 'bcrypt';");
const cp = express("import { execSync, execFileSync, spawnSync, exec } from 'node:child_process';");
const fs = express("import fs from 'node:fs';");
const plain = express();

const offers = (messageId: string, output: string) => [{ messageId, output }];

new RuleTester().run('no-blocking-in-handler', rule, {
  valid: [
    // the asynchronous forms
    bcrypt('const hash = await bcrypt.hash(req.body.password, 12);'),
    express("import bcrypt from 'bcryptjs';")('res.json(await bcrypt.compare(req.body.password, user.hash));'),
    crypto('crypto.pbkdf2(req.body.password, salt, 210000, 64, \'sha512\', (err, key) => res.send(key));'),
    cp("exec('make-report --all', (err, out) => res.send(out));"),
    fs("res.send(await fs.promises.readFile('page.html', 'utf8'));"),
    plain('await new Promise((resolve) => setTimeout(resolve, 100));'),
    // at the start, before anything is served
    lines("import crypto from 'node:crypto';", "import express from 'express';", "const key = crypto.scryptSync(process.env.SECRET, 'salt', 32);", "express().get('/', (req, res) => res.send(key.length));"),
    lines("import { execSync } from 'node:child_process';", "import express from 'express';", "const version = execSync('git describe').toString();", "express().get('/', (req, res) => res.send(version));"),
    lines("import fs from 'node:fs';", "import express from 'express';", 'const app = express();', 'function load() {', "  return fs.readFileSync('page.html');", '}', 'const page = load();', "app.get('/', (req, res) => res.send(page));"),
    lines("import bcrypt from 'bcrypt';", "import express from 'express';", 'const app = express();', 'app.listen(3000, () => {', "  console.log(bcrypt.hashSync('a', 4));", '});'),
    // no server at all
    lines("import { execSync } from 'node:child_process';", 'export function build() {', "  execSync('tsc -p .', { stdio: 'inherit' });", '}', 'build();'),
    lines("import crypto from 'node:crypto';", 'export const hash = (password) => crypto.pbkdf2Sync(password, salt, 210000, 64, \'sha512\');'),
    lines("import { Worker, parentPort } from 'node:worker_threads';", "import crypto from 'node:crypto';", "parentPort.on('message', (text) => parentPort.postMessage(crypto.scryptSync(text, 'salt', 64)));"),
    lines("import bcrypt from 'bcrypt';", "import { test } from 'vitest';", "test('hash', () => {", "  bcrypt.hashSync('a', 4);", '});'),
    // of that name, and not that
    plain("Effect.runSync(program);", 'const hash = mine.hashSync(req.body.password);'),
    express("import { execSync } from './exec.js';")("execSync('make-report');"),
    crypto("const id = crypto.randomUUID();", "const sum = crypto.createHash('sha256').update(req.body.text).digest('hex');"),
    // files and compression: only strict asks
    fs("res.send(fs.readFileSync('page.html', 'utf8'));"),
    express("import zlib from 'node:zlib';")('res.send(zlib.gzipSync(page));'),
    // loops that end, or give way
    plain('for (const item of req.body.items) total += item.price;'),
    plain('while (queue.length > 0) queue.pop();'),
    plain('while (true) {', '  const row = await cursor.next();', '  if (!row) break;', '}'),
    plain('while (true) {', '  if (tree.parent === null) return res.json(tree);', '  tree = tree.parent;', '}'),
    plain('for (;;) {', '  const match = pattern.exec(text);', '  if (!match) break;', '}'),
    plain('const end = Date.now() + 1000;', 'while (Date.now() < end) await poll();'),
    plain('do {', '  await sleep(10);', '} while (Date.now() < end);'),
    lines("import express from 'express';", 'while (Date.now() < start) {}', "express().get('/', (req, res) => res.send('a'));"),
    // a handler that is made, not run
    { code: lines("import fs from 'node:fs';", 'export const helper = () => fs.readFileSync(\'a\');'), options: [{ scope: 'functions', files: true }] },
  ],
  invalid: [
    // in every framework
    { code: crypto("const key = crypto.pbkdf2Sync(req.body.password, salt, 210000, 64, 'sha512').toString('hex');").replace('async ', ''), errors: [{ ...call('pbkdf2Sync'), line: 5, column: 15 }] },
    { code: koa("import { spawnSync } from 'child_process';")("ctx.body = spawnSync('make-report').stdout;"), errors: [call('spawnSync')] },
    { code: fastify("import { execFileSync as run } from 'node:child_process';")("return run('make-report', [request.params.id]);"), errors: [call('run')] },
    { code: http("import cp from 'node:child_process';")("res.end(cp.execSync('make-report'));"), errors: [call('execSync')] },
    { code: cp("res.send(execSync('make-report').toString());"), errors: [call('execSync')] },
    { code: express("import { execaSync } from 'execa';")("execaSync('make-report');"), errors: [call('execaSync')] },
    { code: express("import shell from 'shelljs';")("shell.exec('make-report');"), errors: [call('exec')] },
    { code: plain('Atomics.wait(shared, 0, 0, 1000);'), errors: [call('wait')] },
    { code: crypto("const pair = crypto.generateKeyPairSync('rsa', { modulusLength: 4096 });"), errors: [call('generateKeyPairSync')] },
    // suggestions, in an async function: the same package, or promisify
    {
      code: bcrypt('const hash = bcrypt.hashSync(req.body.password, 12);'),
      errors: [{ ...call('hashSync'), suggestions: offers('awaitSame', bcrypt('const hash = await bcrypt.hash(req.body.password, 12);')) }],
    },
    {
      code: bcrypt('if (!bcrypt.compareSync(req.body.password, user.hash)) return res.sendStatus(401);'),
      errors: [{ ...call('compareSync'), suggestions: offers('awaitSame', bcrypt('if (!await bcrypt.compare(req.body.password, user.hash)) return res.sendStatus(401);')) }],
    },
    {
      code: crypto("const key = crypto.scryptSync(req.body.password, salt, 64).toString('hex');"),
      errors: [
        {
          ...call('scryptSync'),
          suggestions: offers('awaitPromisify', express("import crypto from 'node:crypto';\nimport { promisify } from 'node:util';")("const key = (await promisify(crypto.scrypt)(req.body.password, salt, 64)).toString('hex');").replace("import { promisify } from 'node:util';\nimport express from 'express';", "import express from 'express';\nimport { promisify } from 'node:util';")),
        },
      ],
    },
    // the way
    {
      code: lines("import bcrypt from 'bcrypt';", "import express from 'express';", 'const app = express();', 'function hash(password) {', '  return bcrypt.hashSync(password, 12);', '}', 'const create = (user) => ({ name: user.name, hash: hash(user.password) });', "app.post('/', (req, res) => res.json(create(req.body)));"),
      errors: [{ ...call('hashSync', ' through create() line 7, hash() line 4'), line: 5 }],
    },
    {
      code: lines("import { execSync } from 'node:child_process';", "import express from 'express';", 'const version = () => execSync("git describe").toString();', "express().use((req, res, next) => {", "  res.set('x-version', version());", '  next();', '});'),
      errors: [call('execSync', ' through version() line 3')],
    },
    {
      code: lines("import { execSync } from 'node:child_process';", "import express from 'express';", 'class Reports {', '  make() {', "    return execSync('make-report');", '  }', '}', 'const reports = new Reports();', "express().get('/', (req, res) => res.send(reports.make()));"),
      errors: [call('execSync', ' through make() line 4')],
    },
    // callbacks inside of a handler
    { code: cp('req.body.names.forEach((name) => {', "  execFileSync('make-report', [name]);", '});'), errors: [call('execFileSync')] },
    // loops
    { code: plain('const end = Date.now() + 1000;', 'while (Date.now() < end) {}'), errors: [{ ...loop(), line: 5 }] },
    { code: plain('do {', '  count++;', '} while (performance.now() < end);'), errors: [loop()] },
    { code: plain('for (const start = Date.now(); Date.now() - start < 500; );'), errors: [loop()] },
    { code: plain('while (true) {', '  work();', '}'), errors: [loop()] },
    { code: plain('while (new Date() < end) work();'), errors: [loop()] },
    {
      code: lines("import express from 'express';", 'function sleep(ms) {', '  const end = Date.now() + ms;', '  while (Date.now() < end) {}', '}', "express().get('/', (req, res) => {", '  sleep(100);', "  res.send('a');", '});'),
      errors: [loop(' through sleep() line 2')],
    },
    // options: files and compression, as strict sets it
    {
      code: fs("res.send(fs.readFileSync('page.html', 'utf8'));"),
      options: files,
      errors: [{ ...call('readFileSync'), suggestions: offers('awaitPromises', fs("res.send(await fs.promises.readFile('page.html', 'utf8'));")) }],
    },
    {
      code: fs("const page = JSON.parse(fs.readFileSync('page.json')).page;"),
      options: files,
      errors: [{ ...call('readFileSync'), suggestions: offers('awaitPromises', fs("const page = JSON.parse(await fs.promises.readFile('page.json')).page;")) }],
    },
    { code: fs("if (fs.existsSync('page.html')) res.send('a');"), options: files, errors: [call('existsSync')] },
    { code: express("import { readFileSync } from 'node:fs';")("res.send(readFileSync('page.html'));"), options: files, errors: [call('readFileSync')] },
    { code: express("import zlib from 'node:zlib';")('res.send(zlib.gzipSync(page));'), options: files, errors: [call('gzipSync')] },
    // options: every function of a file that serves
    {
      code: lines("import bcrypt from 'bcrypt';", "import express from 'express';", 'export const hash = (password) => bcrypt.hashSync(password, 12);', "express().get('/', (req, res) => res.send('a'));"),
      options: functions,
      errors: [call('hashSync')],
    },
    // settings
    { code: bcrypt('const hash = bcrypt.hashSync(req.body.password, 12);'), settings: { 'secure-node': { fixes: 'none' } }, errors: [call('hashSync')] },
    {
      code: express("import { slowSync } from '@our/slow';")('slowSync();'),
      settings: { 'secure-node': { models: [{ modules: ['@our/slow'], marks: { blocking: ['slowSync'] } }] } },
      errors: [call('slowSync')],
    },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const bcrypt = require('bcrypt');", "const app = require('express')();", "app.get('/', async (req, res) => res.send(await bcrypt.hash(req.query.a, 12)));", "console.log(bcrypt.hashSync('a', 4));") }],
  invalid: [
    {
      code: lines("const bcrypt = require('bcrypt');", "const app = require('express')();", "app.get('/', (req, res) => res.send(bcrypt.hashSync(req.query.a, 12)));"),
      errors: [{ ...call('hashSync'), line: 3 }],
    },
    {
      code: lines("const { pbkdf2Sync } = require('crypto');", "const app = require('express')();", "app.get('/', async (req, res) => res.send(pbkdf2Sync(req.query.a, 'salt', 1e5, 64, 'sha512')));"),
      errors: [
        {
          ...call('pbkdf2Sync'),
          suggestions: [
            {
              messageId: 'awaitPromisify',
              output: lines("const { pbkdf2Sync, pbkdf2 } = require('crypto');", "const { promisify } = require('util');", "const app = require('express')();", "app.get('/', async (req, res) => res.send(await promisify(pbkdf2)(req.query.a, 'salt', 1e5, 64, 'sha512')));"),
            },
          ],
        },
      ],
    },
  ],
});
