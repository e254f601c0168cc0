import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-timing-unsafe-compare.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const found = (source: string, secret: string) => ({ messageId: 'found' as const, data: { source, secret } });
/** `before` is offered to be `after`. */
const offered = (code: string, source: string, secret: string, before: string, after: string) => ({
  code,
  errors: [{ ...found(source, secret), suggestions: [{ messageId: 'replace' as const, output: code.replace(before, after).replace(/^import \{ createH(.*?) \}/, 'import { createH$1, timingSafeEqual }') }] }],
});
const crypto = "import { createHash, createHmac } from 'node:crypto';";
const app = express(crypto);
const sha = (text: string): string => `createHash('sha256').update(${text}).digest()`;

new RuleTester().run('no-timing-unsafe-compare', rule, {
  valid: [
    // with constants, types, lengths
    app("if (req.headers['x-api-key'] === undefined || process.env.API_KEY === undefined) return res.end();", "if (typeof req.query.token === 'string' && req.query.token !== '') res.end();"),
    app('if (req.query.token.length === process.env.API_KEY.length) res.end();', "if (process.env.API_KEY === 'development') res.end(req.query.token);", 'if (req.query.token == null || !process.env.API_KEY == true) res.end();'),
    // both sides are ours, or both are theirs
    app('if (req.body.password !== req.body.confirmPassword) res.sendStatus(400);', 'if (req.query.csrf === req.cookies.csrf) res.end();'),
    lines('if (process.env.API_KEY === process.env.API_SECRET) warn();', "import { Role } from './roles.js';", "const first = { role: 'a' }, second = { role: 'b' };", 'if (first.role === second.role || Role.Admin === first.role) run();'),
    // what is no secret
    app('if (req.query.mode === process.env.NODE_ENV || req.query.port === process.env.PORT) res.end();', 'if (req.query.id === user.id) res.end();', "if (req.body.role === roles[0]) res.end();"),
    // as it should be
    app(`if (timingSafeEqual(${sha('req.query.token')}, ${sha('process.env.API_KEY')})) res.end();`),
    app(`if (createHash('sha256').update(req.query.token).digest('hex') === createHash('sha256').update(process.env.API_KEY).digest('hex')) res.end();`),
    express("import bcrypt from 'bcrypt';")('if ((await bcrypt.compare(req.body.password, process.env.ADMIN_PASSWORD)) === true) res.end();'),
    // whether there is one
    app('if (Boolean(req.query.token) === Boolean(process.env.API_KEY)) res.end();', 'if (Number(req.query.n) === Number(process.env.API_KEY)) res.end();'),
    // a password in a column is told by another rule
    lines("import express from 'express';", "import pg from 'pg';", 'const db = new pg.Pool();', "express().post('/', async (req, res) => {", "  const { rows } = await db.query('SELECT password FROM users WHERE name = $1', [req.body.name]);", '  if (rows[0].password === req.body.password) res.end();', '});'),
    // a buffer beside nothing of ours
    app("if (Buffer.from(req.query.a).equals(Buffer.from('x'))) res.end();"),
    // a helper that compares, but no secret with what was sent
    lines("import express from 'express';", 'const same = (a, b) => a === b;', "express().get('/', (req, res) => {", '  if (same(req.query.a, req.query.b) || same(process.env.API_KEY, process.env.API_SECRET) || same(req.query.token, "x")) res.end();', '});'),
    // through a call out of sight: in strict
    app('if (tidy(req.query.token) === process.env.API_KEY) res.end();'),
  ],
  invalid: [
    // in a helper, and in a helper of it
    offered(
      lines("import { createHash } from 'node:crypto';", "import express from 'express';", 'function same(a, b) {', '  return a === b;', '}', "express().get('/', (req, res) => {", '  if (same(req.query.name, "x") || same(req.query.token, process.env.API_KEY)) res.end();', '});'),
      'req.query.token',
      'process.env.API_KEY',
      'a === b',
      `(b !== undefined && timingSafeEqual(${sha("String(a)")}, ${sha("String(b)")}))`,
    ),
    offered(
      lines("import { createHash } from 'node:crypto';", "import express from 'express';", 'const same = (a, b) => a === b;', 'const isKnown = (req) => same(req.query.token, process.env.API_KEY);', "express().get('/', (req, res) => {", '  if (isKnown(req)) res.end();', '});'),
      'req.query.token',
      'process.env.API_KEY',
      'a === b',
      `(b !== undefined && timingSafeEqual(${sha("String(a)")}, ${sha("String(b)")}))`,
    ),
    // secrets of the configuration
    offered(
      app("if (req.headers['x-api-key'] === process.env.API_KEY) res.end();"),
      'req.headers',
      'process.env.API_KEY',
      "req.headers['x-api-key'] === process.env.API_KEY",
      `process.env.API_KEY !== undefined && timingSafeEqual(${sha("String(req.headers['x-api-key'])")}, ${sha('String(process.env.API_KEY)')})`,
    ),
    offered(
      app('if (process.env.CRON_SECRET != req.query.secret) return res.sendStatus(403);'),
      'req.query.secret',
      'process.env.CRON_SECRET',
      'process.env.CRON_SECRET != req.query.secret',
      `process.env.CRON_SECRET === undefined || !timingSafeEqual(${sha('String(process.env.CRON_SECRET)')}, ${sha('String(req.query.secret)')})`,
    ),
    offered(
      app('const isKnown = req.get("authorization") === `Bearer ${process.env.API_KEY}`;', 'res.json(isKnown);'),
      'req.get("authorization")',
      'process.env.API_KEY',
      'req.get("authorization") === `Bearer ${process.env.API_KEY}`',
      `timingSafeEqual(${sha('String(req.get("authorization"))')}, ${sha('`Bearer ${process.env.API_KEY}`')})`,
    ),
    // known under other names
    { code: lines("import express from 'express';", 'const { API_KEY: key } = process.env;', 'const config = { secrets: [key] };', "express().use((req, res, next) => (req.query.key === config.secrets[0] ? next() : res.sendStatus(403)));"), errors: [{ messageId: 'found' as const, suggestions: [{ messageId: 'replace' as const, output: lines("import express from 'express';", "import { createHash, timingSafeEqual } from 'node:crypto';", 'const { API_KEY: key } = process.env;', 'const config = { secrets: [key] };', `express().use((req, res, next) => (timingSafeEqual(${sha('String(req.query.key)')}, ${sha('String(config.secrets[0])')}) ? next() : res.sendStatus(403)));`) }] }] },
    offered(
      koa(crypto)('const { token } = ctx.query;', 'ctx.assert(token === process.env.ACCESS_TOKEN, 403);'),
      'ctx.query.token',
      'process.env.ACCESS_TOKEN',
      'token === process.env.ACCESS_TOKEN',
      `(process.env.ACCESS_TOKEN !== undefined && timingSafeEqual(${sha('String(token)')}, ${sha('String(process.env.ACCESS_TOKEN)')}))`,
    ),
    offered(
      app('if (req.body.password === process.env.ADMIN_PASSWORD) res.end();'),
      'req.body.password',
      'process.env.ADMIN_PASSWORD',
      'req.body.password === process.env.ADMIN_PASSWORD',
      `process.env.ADMIN_PASSWORD !== undefined && timingSafeEqual(${sha('String(req.body.password)')}, ${sha('String(process.env.ADMIN_PASSWORD)')})`,
    ),
    // signatures
    offered(
      app("const mac = 'sha256=' + createHmac('sha256', key).update(req.body).digest('hex');", "if (mac !== req.headers['x-hub-signature-256']) return res.sendStatus(403);"),
      'req.headers',
      "createHmac(…).update(…).digest('hex')",
      "mac !== req.headers['x-hub-signature-256']",
      `!timingSafeEqual(${sha('mac')}, ${sha("String(req.headers['x-hub-signature-256'])")})`,
    ),
    offered(
      fastify(crypto)("if (createHmac('sha1', key).update(request.url).digest('base64') === request.query.sig) reply.send('ok');"),
      'request.query.sig',
      "createHmac(…).update(…).digest('base64')",
      "createHmac('sha1', key).update(request.url).digest('base64') === request.query.sig",
      `timingSafeEqual(${sha("String(createHmac('sha1', key).update(request.url).digest('base64'))")}, ${sha('String(request.query.sig)')})`,
    ),
    {
      code: http(crypto)("const sign = (text) => createHmac('sha256', key).update(text).digest('hex');", "if (sign(query.get('path')) === query.get('sig')) res.end();"),
      errors: [{ messageId: 'found', suggestions: [{ messageId: 'replace', output: http("import { createHash, createHmac, timingSafeEqual } from 'node:crypto';")("const sign = (text) => createHmac('sha256', key).update(text).digest('hex');", `if (timingSafeEqual(${sha("String(sign(query.get('path')))")}, ${sha("String(query.get('sig'))")})) res.end();`) }] }],
    },
    // buffers
    { code: app("if (Buffer.from(req.query.sig, 'hex').equals(createHmac('sha256', key).update('x').digest())) res.end();"), errors: [found('req.query.sig', "createHmac(…).update('x').digest()")] },
    { code: app('if (Buffer.compare(Buffer.from(req.query.key), Buffer.from(process.env.API_KEY)) === 0) res.end();'), errors: [found('req.query.key', 'process.env.API_KEY')] },
    // the module at hand as a whole
    {
      code: express("import crypto from 'node:crypto';")("const mac = crypto.createHmac('sha256', key).update('x').digest('hex');", 'res.json(mac === req.query.mac);'),
      errors: [{ messageId: 'found', suggestions: [{ messageId: 'replace', output: express("import crypto from 'node:crypto';")("const mac = crypto.createHmac('sha256', key).update('x').digest('hex');", "res.json(crypto.timingSafeEqual(crypto.createHash('sha256').update(String(mac)).digest(), crypto.createHash('sha256').update(String(req.query.mac)).digest()));") }] }],
    },
    {
      code: app('if (tidy(req.query.token) === process.env.API_KEY) res.end();'),
      options: [{ unsure: true }],
      errors: [{ ...found('req.query.token', 'process.env.API_KEY'), suggestions: [{ messageId: 'replace', output: express("import { createHash, createHmac, timingSafeEqual } from 'node:crypto';")(`if (process.env.API_KEY !== undefined && timingSafeEqual(${sha('String(tidy(req.query.token))')}, ${sha('String(process.env.API_KEY)')})) res.end();`) }] }],
    },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/', (req, res) => res.json(req.query.token === 'x'));") }],
  invalid: [
    {
      code: lines(js, "app.get('/', (req, res) => res.json(req.query.token === process.env.TOKEN));"),
      errors: [{ ...found('req.query.token', 'process.env.TOKEN'), suggestions: [{ messageId: 'replace', output: lines("const { createHash, timingSafeEqual } = require('node:crypto');", js, `app.get('/', (req, res) => res.json((process.env.TOKEN !== undefined && timingSafeEqual(${sha('String(req.query.token)')}, ${sha('String(process.env.TOKEN)')}))));`) }] }],
    },
  ],
});
