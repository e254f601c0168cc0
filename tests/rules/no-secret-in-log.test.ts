import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-secret-in-log.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const found = (source: string, way = '', more = '') => ({ messageId: 'flow' as const, data: { source, way, more } });
const app = express();
const pino = express("import pino from 'pino';\nconst logger = pino();");
const blotted = express("import pino from 'pino';\nconst logger = pino({ redact: ['password', 'req.headers.authorization'] });");
const winston = express("import winston from 'winston';\nconst logger = winston.createLogger({});");
const bcrypt = express("import bcrypt from 'bcrypt';\nimport { createHash } from 'node:crypto';");

/** What is offered. */
const offered = (of: typeof app, source: string, before: string, after: string) => ({
  code: of(before),
  errors: [{ ...found(source), suggestions: [{ messageId: 'redacted' as const, output: of(after) }] }],
});

/** Each of these as it is written, with what is offered for it; where there is nothing, its name alone. */
const all = (code: string, ...places: readonly (readonly [source: string, written?: string] | string)[]) => ({
  code,
  errors: places.map((place) => {
    if (typeof place === 'string') return found(place);
    const [source, written = source] = place;
    return { ...found(source), suggestions: [{ messageId: 'redacted' as const, output: code.replace(written, "'[redacted]'" + (/(?:\}`|\);)$/.exec(written)?.[0] ?? '')) }] };
  }),
});

new RuleTester().run('no-secret-in-log', rule, {
  valid: [
    // the word alone
    app("console.log('password changed');", "console.log('token: missing');", 'console.log(`password of ${req.body.name} was reset`);'),
    pino("logger.info({ event: 'password_reset', user: req.body.name });"),
    // whether there is one, how long it is
    app('console.log(Boolean(req.body.password), !!req.body.token, typeof req.body.password);', 'console.log(req.body.password.length);', "console.log(req.body.password ? 'given' : 'missing');", "console.log(req.body.password === 'x', req.body.password !== undefined);"),
    app("if (!process.env.JWT_SECRET) console.error('JWT_SECRET is not set');", "console.log('JWT_SECRET' in process.env);"),
    // masked
    app('console.log(process.env.STRIPE_SECRET_KEY.slice(-4));', 'console.log(`key ${process.env.API_KEY.slice(0, 6)}…`);', 'console.log(req.body.token.substring(0, 4));', 'console.log(req.body.token.substr(-4), req.body.token.at(-1), req.body.token.charAt(0));'),
    app("console.log(req.body.password.replace(/./g, '*'));", "console.log('*'.repeat(req.body.password.length));", "console.log(req.body.cardNumber.replace(/\\d(?=\\d{4})/g, '*'));"),
    app("console.log(process.env.DATABASE_URL.replace(/:[^:@]+@/, ':***@'));", 'console.log(new URL(process.env.DATABASE_URL).host);'),
    app('const url = new URL(process.env.DATABASE_URL);', "url.password = '***';", 'console.log(url.href, String(url), url.toString());'),
    lines("import express from 'express';", "const last = (key) => `…${key.slice(-4)}`;", "express().post('/', (req, res) => console.log(last(req.body.token)));"),
    // what is blotted out
    blotted('logger.info({ password: req.body.password });', "logger.warn({ req: { headers: req.headers } }, 'refused');", 'logger.child({ part: 1 }).info(req.body.password);'),
    express("import pino from 'pino';\nimport { options } from './logging.js';\nconst logger = pino(options);")('logger.info({ password: req.body.password });'),
    lines("import Fastify from 'fastify';", "const app = Fastify({ logger: { redact: ['password'] } });", "app.post('/', async (request) => request.log.info({ password: request.body.password }));"),
    // other values of the same objects
    app('console.log(process.env.PORT, process.env.NODE_ENV, process.env[req.query.name]);', "console.log(req.headers['user-agent'], req.get('Accept'), req.cookies.theme);", 'const { HOST, LOG_LEVEL } = process.env;', 'console.log(HOST, LOG_LEVEL);'),
    app('console.log(req.body);', 'const { password, ...rest } = req.body;', 'console.log(rest);', "console.log({ ...req.body, password: '[redacted]' });"),
    app('console.log(Object.keys(process.env), Object.keys(req.headers));', 'for (const name in process.env) console.log(name);', 'console.log(Object.keys(process.env).length);'),
    app("console.log({ user: req.body.name, password: '***' });", 'const safe = { ...req.headers, authorization: undefined };', 'console.log(safe.host);'),
    // what is made of it
    bcrypt('console.log(await bcrypt.compare(req.body.password, await load(req.body.name)));', "console.log(createHash('sha256').update(req.body.token).digest('hex'));"),
    app('console.log(await login(req.body.name, req.body.password));'),
    lines("import Stripe from 'stripe';", 'const stripe = new Stripe(process.env.STRIPE_SECRET_KEY);', 'console.log(stripe.account);', 'console.log(await stripe.balance.retrieve());'),
    // no log
    app('res.json({ ok: verify(req.body.password) });', 'store(req.body.password);', 'document.log(req.body.password);'),
    { code: app('if (await known(req.body.token)) console.log(req.body.name);'), options: [{ unsure: true }] },
  ],
  invalid: [
    // passwords and tokens of requests
    offered(app, 'req.body.password', 'console.log(req.body.password);', "console.log('[redacted]');"),
    offered(app, 'req.body.password', 'console.log(`login of ${req.body.name} by ${req.body.password}`);', "console.log(`login of ${req.body.name} by ${'[redacted]'}`);"),
    offered(app, 'req.body.password', 'console.error("login failed", { name: req.body.name, password: req.body.password });', `console.error("login failed", { name: req.body.name, password: '[redacted]' });`),
    { code: app('const { name, password } = req.body;', 'console.log({ name, password });'), errors: [{ ...found('req.body.password'), suggestions: [{ messageId: 'redacted', output: app('const { name, password } = req.body;', "console.log({ name, password: '[redacted]' });") }] }] },
    all(app('console.log(req.body.refreshToken, req.query.token, req.cookies.session);'), ['req.body.refreshToken'], ['req.query.token'], ['req.cookies.session']),
    all(app('console.log(req.headers.authorization);', "console.log(req.get('Cookie'), req.headers['x-api-key']);"), ['req.headers.authorization'], ["req.get('Cookie')"], ['req.headers["x-api-key"]', "req.headers['x-api-key']"]),
    { code: app("console.log(req.headers.authorization.split(' ')[1]);"), errors: [found('req.headers.authorization')] },
    all(app('console.log(req.headers);', 'console.log(JSON.stringify(req.headers));'), ['req.headers'], 'req.headers'),
    // loggers
    offered(pino, 'req.body.password', 'logger.info({ password: req.body.password }, "login");', `logger.info({ password: '[redacted]' }, "login");`),
    all(pino("logger.child({ part: 'login' }).debug(req.headers);"), ['req.headers']),
    all(winston("logger.info('login', { meta: { password: req.body.password } });"), ['req.body.password']),
    all(fastify()('request.log.info({ key: request.headers["x-api-key"] });', 'request.log.warn(request.body.password);'), ['request.headers["x-api-key"]'], ['request.body.password']),
    all(koa()("console.log(ctx.get('Authorization'));", 'console.log(ctx.request.body.password);'), ["ctx.get('Authorization')"], ['ctx.request.body.password']),
    all(http()('console.log(req.headers.cookie);'), ['req.headers.cookie']),
    all(
      lines("import { Hono } from 'hono';", 'const app = new Hono();', "app.post('/', async (c) => {", "  console.log(c.req.header('Authorization'));", '  const { password } = await c.req.json();', '  console.log(`${password}`);', '});'),
      ["c.req.header('Authorization')"],
      ['password', 'password}`'],
    ),
    {
      code: lines("import { Body, Controller, Headers, Logger, Post } from '@nestjs/common';", "@Controller('login')", 'export class Login {', "  private readonly logger = new Logger('Login');", '  @Post()', "  login(@Body('password') password: string, @Headers('authorization') key: string, @Body('name') name: string) {", '    this.logger.debug(name);', '    this.logger.debug(password);', '    this.logger.debug(key);', '  }', '}'),
      errors: [{ ...found('password'), line: 8 }, { ...found('key'), line: 9 }],
    },
    // the configuration
    offered(app, 'process.env.DATABASE_URL', "console.log('connecting to', process.env.DATABASE_URL);", "console.log('connecting to', '[redacted]');"),
    all(app('console.log(process.env);', 'console.log({ ...process.env });', 'console.log(JSON.stringify(process.env, null, 2));'), ['process.env'], 'process.env', 'process.env'),
    all(lines('const { JWT_SECRET: key, PORT } = process.env;', 'console.log(PORT, key);'), ['process.env.JWT_SECRET', 'key);']),
    { code: lines('const config = { port: process.env.PORT, db: { password: process.env.DB_PASSWORD } };', 'console.log(config.port);', 'console.log(config);'), errors: [{ ...found('process.env.DB_PASSWORD'), line: 3 }] },
    { code: lines('console.log(new URL(process.env.DATABASE_URL).href);', "console.log(process.env.DATABASE_URL.replace(/\\/$/, ''));"), errors: [found('process.env.DATABASE_URL'), found('process.env.DATABASE_URL')] },
    // too much is left
    { code: app('console.log(req.body.token.slice(7));', 'console.log(req.body.token.slice(0, 20));', "console.log(req.body.token.replace('Bearer ', ''));", "console.log(process.env.API_KEY.replace(/-/g, ''));"), errors: [found('req.body.token'), found('req.body.token'), found('req.body.token'), found('process.env.API_KEY')] },
    // the way, options
    { code: lines("import express from 'express';", 'const trace = (what) => console.log(what);', "express().post('/', (req, res) => {", '  trace(req.body.password);', '});'), errors: [found('req.body.password', ' through trace() line 4')] },
    { code: app('console.log(shape(req.body.password));'), options: [{ unsure: true }], errors: [found('req.body.password')] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.post('/', (req, res) => console.log('password given', !!req.body.password));") }],
  invalid: [
    {
      code: lines(js, "app.post('/', (req, res) => console.log(req.body.password));"),
      errors: [{ ...found('req.body.password'), suggestions: [{ messageId: 'redacted', output: lines(js, "app.post('/', (req, res) => console.log('[redacted]'));") }] }],
    },
  ],
});
