import { fileURLToPath } from 'node:url';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-async-error-handling.ts';
import { lines, runJavaScript } from './samples.ts';

/** A project that asks for Express 4. */
const filename = fileURLToPath(new URL('../fixtures/old-packages/row.ts', import.meta.url));
const four = (...body: string[]) => ({ code: lines("import express from 'express';", 'const app = express();', ...body), filename });
/** The project here has Express 5. */
const five = (...body: string[]) => ({ code: lines("import express from 'express';", 'const app = express();', ...body) });
const strict = [{ servers: true, emitters: true, callbacks: true, uncaught: true }] as const;
const all = (code: string, options: readonly [(typeof strict)[0]] = strict) => ({ code, options });

const failing = (place: string, ...suggested: string[]) => ({
  messageId: 'express' as const,
  data: { place },
  suggestions: suggested.length === 0 ? [] : [{ messageId: 'handOn' as const, data: { next: 'next' }, output: four(...suggested).code }],
});

const head = lines(
  "import express from 'express';",
  "import fs, { createReadStream } from 'node:fs';",
  "import http from 'node:http';",
  "import zlib from 'node:zlib';",
  "import { spawn } from 'node:child_process';",
  'const app = express();',
).trimEnd();
const handler = (...body: string[]): string => lines(head, "app.get('/', (req, res, next) => {", ...body.map((line) => `  ${line}`), '});');
const piped = (made: string, ...suggestions: readonly { readonly messageId: 'pipeline'; readonly output: string }[]) => ({ messageId: 'emitter' as const, data: { made }, suggestions: [...suggestions] });
const asPipeline = (...body: string[]) => ({ messageId: 'pipeline' as const, output: handler(...body).replace("from 'node:child_process';", "from 'node:child_process';\nimport { pipeline } from 'node:stream';") });

new RuleTester().run('require-async-error-handling', rule, {
  valid: [
    // Express 5 hands what is rejected on; of a version that nobody knows nothing is said
    five("app.get('/', async (req, res) => res.json(await db.find()));"),
    { code: four("app.get('/', async (req, res) => res.json(await db.find()));").code, filename: '/nowhere/app.ts' },
    // caught here
    four("app.get('/', async (req, res, next) => {", '  try {', '    res.json(await db.find());', '  } catch (error) {', '    next(error);', '  }', '});'),
    four("app.get('/', async (req, res) => {", '  const rows = await db.find().catch(() => []);', '  res.json(rows);', '});'),
    four("app.get('/', async (req, res) => {", '  await db.find().then((rows) => res.json(rows), () => res.sendStatus(500));', '});'),
    // nothing that may fail
    four("app.get('/', async (req, res) => {", "  res.send('ok');", '});'),
    four('const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));', "app.get('/', async (req, res) => {", '  await sleep(10);', '  await Promise.allSettled(jobs);', "  res.send('ok');", '});'),
    four('async function quiet() {', '  try {', '    await db.ping();', '  } catch {', '    return false;', '  }', '}', "app.get('/', async (req, res) => res.json(await quiet()));"),
    // wrappers: of the file, and out of sight
    four('const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);', "app.get('/', wrap(async (req, res) => res.json(await db.find())));"),
    four('const wrap = (fn) => async (req, res, next) => {', '  try {', '    await fn(req, res, next);', '  } catch (error) {', '    next(error);', '  }', '};', "app.get('/', wrap(async (req, res) => res.json(await db.find())));"),
    { code: lines("import asyncHandler from 'express-async-handler';") + four("app.get('/', asyncHandler(async (req, res) => res.json(await db.find())));").code, filename },
    { code: lines("import { wrap } from './wrap.js';") + four('const list = wrap(async (req, res) => res.json(await db.find()));', "app.route('/').get(list);").code, filename },
    { code: lines("import 'express-async-errors';") + four("app.get('/', async (req, res) => res.json(await db.find()));").code, filename },
    // not registered in sight: who does may wrap it
    four('export const list = async (req, res) => res.json(await db.find());'),
    // frameworks that wait
    { code: lines("import Koa from 'koa';", 'new Koa().use(async (ctx) => {', '  ctx.body = await db.find();', '});'), options: strict, filename },
    { code: lines("import Fastify from 'fastify';", "Fastify().get('/', async () => db.find(await q()));"), options: strict, filename },
    { code: lines("import { Hono } from 'hono';", "new Hono().get('/', async (c) => c.json(await db.find()));"), options: strict, filename },
    { code: lines("import { Controller, Get } from '@nestjs/common';", '@Controller()', 'export class Shop {', '  @Get()', '  async list() {', '    return await this.db.find();', '  }', '}'), options: strict, filename },
    // the rest is for strict
    handler('fs.createReadStream(file).pipe(res);', "fs.readFile(file, (err, data) => res.send(data.toString()));"),
    lines("process.on('uncaughtException', (error) => console.error(error));"),
    // streams that somebody listens to
    all(handler("fs.createReadStream(file).on('error', next).pipe(res);")),
    all(handler('const file = createReadStream(name);', "file.once('error', next);", 'file.pipe(res);')),
    all(handler('pipeline(createReadStream(name), res, next);').replace(head, lines(head, "import { pipeline } from 'node:stream';").trimEnd())),
    all(handler('const file = createReadStream(name);', 'watch(file);', 'file.pipe(res);')),
    all(handler('for await (const part of createReadStream(name)) res.write(part);').replace('(req, res, next) =>', 'async (req, res, next) =>')),
    all(handler('const open = () => createReadStream(name);', 'serve(open());')),
    all(handler("http.get(url, (answer) => answer.pipe(res)).on('error', next);")),
    all(handler("const child = spawn('ls');", "child.on('error', next);", 'child.stdout.pipe(res);')),
    // once, at the start: it should end then
    all(lines("import { createReadStream } from 'node:fs';", "createReadStream('a').pipe(process.stdout);")),
    // callbacks that look
    all(handler('fs.readFile(file, (err, data) => (err ? next(err) : res.send(data)));')),
    all(handler('fs.readFile(file, (_, data) => res.send(data ?? null));', 'fs.readFile(file, (err, data) => {', '  if (data) res.send(data);', '});', "fs.unlink(file, () => res.end());", 'fs.readFile(file, (err, data) => res.end());')),
    all(handler('read(file, (err, data) => res.send(data.toString()));')),
    // the last resort ends the process, or may
    all(lines("process.on('uncaughtException', (error) => {", '  console.error(error);', '  process.exit(1);', '});')),
    all(lines("process.on('uncaughtException', (error) => log.fatal(error, () => process.exit(1)));", "process.on('uncaughtException', shutdown);", "process.on('uncaughtException', (error) => shutdown(error));")),
    all(lines("process.on('uncaughtException', bye);", 'function bye() {', '  process.exitCode = 1;', '}', "process.on('uncaughtExceptionMonitor', (error) => console.error(error));", "emitter.on('uncaughtException', () => {});")),
    all(lines("process.on('unhandledRejection', (reason) => console.error(reason));")),
  ],
  invalid: [
    // handlers of Express 4
    {
      ...four("app.get('/', async (req, res) => {", '  const rows = await db.find();', '  res.json(rows);', '});'),
      errors: [failing('await db.find()', "app.get('/', async (req, res, next) => {", '  try {', '    const rows = await db.find();', '    res.json(rows);', '  } catch (error) {', '    next(error);', '  }', '});')],
    },
    {
      ...four("app.get('/', async (req, res) => res.json(await db.find()));"),
      errors: [failing('await db.find()', "app.get('/', async (req, res, next) => { try { return res.json(await db.find()); } catch (error) { next(error); } });")],
    },
    {
      ...four("app.use(async (req, res, next) => {", '  req.user = await load(req);', '  next();', '});'),
      errors: [failing('await load(req)', "app.use(async (req, res, next) => {", '  try {', '    req.user = await load(req);', '    next();', '  } catch (error) {', '    next(error);', '  }', '});')],
    },
    {
      ...four("app.use(async (err, req, res, next) => {", '  await keep(`', '    ${err}', '  `);', '});'),
      errors: [failing('await keep(` ${err} `)', "app.use(async (err, req, res, next) => {", '  try {', '  await keep(`', '    ${err}', '  `);', '  } catch (error) {', '    next(error);', '  }', '});')],
    },
    { ...four("app.post('/', check, [async (req, res) => { throw new Error('no'); }]);"), errors: [failing("throw new Error('no')", "app.post('/', check, [async (req, res, next) => { try { throw new Error('no'); } catch (error) { next(error); } }]);")] },
    { ...four("app.get('/', async req => { await save(req); });"), errors: [failing('await save(req)', "app.get('/', async (req, _res, next) => { try { await save(req); } catch (error) { next(error); } });")] },
    { ...four("app.get('/', async () => { for await (const row of rows) send(row); });"), errors: [failing('for await (const row of rows) send(row);'.replace(/;$/, ''), "app.get('/', async (_req, _res, next) => { try { for await (const row of rows) send(row); } catch (error) { next(error); } });")] },
    { ...four('async function list(req, res) {', '  res.json(await db.find());', '}', "app.route('/').get(list);", "app.get('/all', list);"), errors: [failing('await db.find()')] },
    { ...four("app.get('/', async (req, res) => {", '  try {', '    await db.find();', '  } catch (error) {', '    throw error;', '  } finally {', '    res.end();', '  }', '});'), errors: [failing('throw error', "app.get('/', async (req, res, next) => {", '  try {', '    try {', '      await db.find();', '    } catch (error) {', '      throw error;', '    } finally {', '      res.end();', '    }', '  } catch (error) {', '    next(error);', '  }', '});')] },
    // a wrapper that does not catch
    { ...four('const wrap = (fn) => (req, res, next) => fn(req, res, next);', "app.get('/', wrap(async (req, res) => res.json(await db.find())));"), errors: [failing('fn(req, res, next)')] },
    { ...four('const time = (fn) => async (req, res, next) => {', '  await fn(req, res, next);', '  log();', '};', "app.get('/', time(async (req, res) => res.json(await db.find())));"), errors: [failing('await fn(req, res, next)', 'const time = (fn) => async (req, res, next) => {', '  try {', '    await fn(req, res, next);', '    log();', '  } catch (error) {', '    next(error);', '  }', '};', "app.get('/', time(async (req, res) => res.json(await db.find())));")] },
    // a helper that may fail, and one that hands its promise out of its `try`
    { ...four('async function load() {', '  return await db.find();', '}', "app.get('/', async (req, res) => {", '  try {', '    return load();', '  } catch {', '    res.end();', '  }', '});'), errors: [failing('return load()')] },
    { ...four("app.param('id', async (req, res, next, id) => {", '  req.item = await db.find(id);', '  next();', '});'), errors: [failing('await db.find(id)', "app.param('id', async (req, res, next, id) => {", '  try {', '    req.item = await db.find(id);', '    next();', '  } catch (error) {', '    next(error);', '  }', '});')] },
    // servers without a framework
    { code: lines("import { createServer } from 'node:http';", 'createServer(async (req, res) => {', '  res.end(await page(req.url));', '});'), options: strict, errors: [{ messageId: 'server', data: { place: 'await page(req.url)' } }] },
    { code: lines("import connect from 'connect';", 'connect().use(async (req, res) => {', '  res.end(await page(req.url));', '});'), options: strict, errors: [{ messageId: 'server' }] },
    // streams and emitters
    { ...all(handler('fs.createReadStream(file).pipe(res);')), errors: [piped('fs.createReadStream(file)', asPipeline('pipeline(fs.createReadStream(file), res, (error) => { if (error) next(error); });'))] },
    {
      ...all(handler('const file = createReadStream(name);', 'file.pipe(zlib.createGzip()).pipe(res);')),
      errors: [
        piped('createReadStream(name)', asPipeline('const file = createReadStream(name);', 'pipeline(file, zlib.createGzip(), res, (error) => { if (error) next(error); });')),
        piped('zlib.createGzip()', asPipeline('const file = createReadStream(name);', 'pipeline(file, zlib.createGzip(), res, (error) => { if (error) next(error); });')),
      ],
    },
    { ...all(handler("const done = createReadStream(name).on('end', log).pipe(res);")), errors: [piped('createReadStream(name)')] },
    { ...all(handler('http.get(url, (answer) => answer.pipe(res));')), errors: [piped('http.get(url, (answer) => answer.pipe(res))')] },
    { ...all(handler("const child = spawn('ls');", "child.on('close', next);")), errors: [piped("spawn('ls')")] },
    { ...all(handler('load(file, res);') + lines('function load(name, to) {', '  fs.createReadStream(name).pipe(to);', '}')), errors: [piped('fs.createReadStream(name)', { messageId: 'pipeline', output: asPipeline('load(file, res);').output + lines('function load(name, to) {', '  pipeline(fs.createReadStream(name), to, (error) => { if (error) console.error(error); });', '}') })] },
    // callbacks
    { ...all(handler('fs.readFile(file, (err, data) => res.send(data.toString()));')), errors: [{ messageId: 'callback', data: { call: 'readFile' } }] },
    { ...all(lines("import jwt from 'jsonwebtoken';", 'jwt.verify(token, key, (_err, user) => login(user.id));')), errors: [{ messageId: 'callback', data: { call: 'verify' } }] },
    { ...all(lines("import { randomBytes } from 'node:crypto';", 'randomBytes(16, function (err, bytes) {', "  use(bytes.toString('hex'));", '});')), errors: [{ messageId: 'callback' }] },
    { ...all(lines("import pg from 'pg';", 'new pg.Pool().query(text, (err, { rows }) => show(rows));')), errors: [{ messageId: 'callback' }] },
    // the last resort
    { ...all(lines("process.on('uncaughtException', (error) => console.error(error));")), errors: [{ messageId: 'uncaught', line: 1, column: 9 }] },
    { ...all(lines("import process from 'node:process';", "import { log } from './log.js';", "process.once('uncaughtException', keep);", 'function keep(error) {', '  log.error(error);', '}')), errors: [{ messageId: 'uncaught' }] },
    { ...all(lines("process.on('uncaughtException', console.error);", "process.on('unhandledRejection', () => {});")), errors: [{ messageId: 'uncaught' }, { messageId: 'unhandled' }] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const app = require('express')();", "app.get('/', async (req, res) => res.json(await db.find()));") }],
  invalid: [
    {
      code: lines("const app = require('express')();", "app.get('/', async function (req, res) { res.json(await db.find()); });"),
      filename,
      errors: [{ messageId: 'express', suggestions: [{ messageId: 'handOn', data: { next: 'next' }, output: lines("const app = require('express')();", "app.get('/', async function (req, res, next) { try { res.json(await db.find()); } catch (error) { next(error); } });") }] }],
    },
  ],
});
