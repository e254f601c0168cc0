import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-rate-limit.ts';
import { lines, runJavaScript } from './samples.ts';

const unsure = [{ unsure: true }] as const;
const proxy = { 'secure-node': { assume: { proxy: ['rateLimit'] } } };
const LOGIN = "async (req, res) => res.json(await check(req.body.email, req.body.password))";
/** An app of Express with these lines; `login` handles a login. */
const app = (...body: string[]) => lines("import express from 'express';", "import rateLimit from 'express-rate-limit';", 'const app = express();', 'app.use(express.json());', `const login = ${LOGIN};`, ...body);
const router = (...body: string[]) => lines("import { Router } from 'express';", 'export const router = Router();', ...body);
const fastify = (...body: string[]) => lines("import Fastify from 'fastify';", "import limiter from '@fastify/rate-limit';", 'const app = Fastify();', ...body);
const koa = (...body: string[]) => lines("import Koa from 'koa';", "import Router from '@koa/router';", "import ratelimit from 'koa-ratelimit';", 'const app = new Koa();', 'const router = new Router();', ...body, 'app.use(router.routes());');
const hono = (...body: string[]) => lines("import { Hono } from 'hono';", "import { rateLimiter } from 'hono-rate-limiter';", 'const app = new Hono();', ...body);

const missing = (code: string, route: string) => ({ code, errors: [{ messageId: 'missing' as const, data: { route } }] });
const unseen = (code: string, route: string) => ({ code, options: unsure, errors: [{ messageId: 'unseen' as const, data: { route } }] });
const both = (code: string) => [code, { code, options: unsure }];

new RuleTester().run('require-rate-limit', rule, {
  valid: [
    // on the route, on the app, for a path, on a router
    ...both(app("app.post('/login', rateLimit({ limit: 5 }), login);")),
    ...both(app('const limiter = rateLimit({ windowMs: 60_000 });', "app.post('/login', limiter, login);")),
    ...both(app('app.use(rateLimit());', "app.post('/login', login);")),
    ...both(app("app.use('/auth', rateLimit());", "app.post('/auth/login', login);")),
    ...both(app("app.post('/login', [validate, rateLimit()], login);", 'function validate(req, res, next) { next(); }')),
    ...both(app("app.route('/login').all(rateLimit()).post(login);")),
    ...both(app("app.use(rateLimit()).use(express.json()).post('/login', login);")),
    ...both(app('const auth = express.Router();', "auth.post('/login', login);", "app.use('/auth', rateLimit(), auth);")),
    ...both(app('const auth = express.Router();', 'auth.use(rateLimit());', "auth.post('/login', login);", "app.use('/auth', auth);")),
    // by a helper of the file, in a class
    ...both(app('protect(app);', "app.post('/login', login);", 'function protect(server) { server.use(rateLimit()); }')),
    ...both(lines("import express from 'express';", "import rateLimit from 'express-rate-limit';", 'class Server {', '  constructor() {', '    this.app = express();', '    this.app.use(rateLimit());', '    this.routes();', '  }', '  routes() {', `    this.app.post('/login', ${LOGIN});`, '  }', '}', 'new Server();')),
    // of another file, by its name; of which nobody knows
    ...both(lines("import express from 'express';", "import { loginLimiter } from './limits.js';", 'const app = express();', `app.post('/login', loginLimiter, ${LOGIN});`)),
    lines("import express from 'express';", "import { guard } from './guard.js';", 'const app = express();', `app.post('/login', guard, ${LOGIN});`),
    lines("import express from 'express';", "import { setUp } from './set-up.js';", 'const app = express();', 'setUp(app);', `app.post('/login', ${LOGIN});`),
    router(`router.post('/login', ${LOGIN});`),
    lines('export default (app) => {', `  app.post('/login', ${LOGIN});`, '};'),
    // our own
    ...both(app('const hits = new Map();', 'const slow = (req, res, next) => {', '  const count = (hits.get(req.ip) ?? 0) + 1;', '  hits.set(req.ip, count);', '  if (count > 5) return res.sendStatus(429);', '  next();', '};', "app.post('/login', slow, login);")),
    ...both(app("app.post('/login', async (req, res) => {", '  const user = await find(req.body.email);', '  if (user.failedAttempts >= 5) return res.sendStatus(403);', '  res.json(await user.check(req.body.password));', '});')),
    ...both(lines("import express from 'express';", "import { RateLimiterMemory } from 'rate-limiter-flexible';", 'const app = express();', 'const limiter = new RateLimiterMemory({ points: 5 });', "app.post('/login', async (req, res) => {", '  await limiter.consume(req.ip);', '  res.json(await check(req.body.password));', '});')),
    // other frameworks
    ...both(fastify('await app.register(limiter, { max: 100 });', "app.post('/login', async (request) => check(request.body.password));")),
    ...both(koa('app.use(ratelimit({ driver: "memory" }));', "router.post('/login', async (ctx) => { ctx.body = await check(ctx.request.body.password); });")),
    ...both(koa('router.use(ratelimit({ driver: "memory" }));', "router.post('/login', async (ctx) => { ctx.body = await check(ctx.request.body.password); });")),
    ...both(hono('app.use(rateLimiter({ limit: 5 }));', "app.post('/login', async (c) => c.json(await check((await c.req.json()).password)));")),
    // a guard of Nest stands where the module is
    lines("import { Controller, Post, Body } from '@nestjs/common';", '@Controller()', 'export class Auth {', "  @Post('login') login(@Body() body) { return this.auth.check(body.password); }", '}'),
    // no credentials
    ...both(app("app.get('/login', (req, res) => res.render('login'));")),
    ...both(app("app.post('/items', async (req, res) => res.json(await save(req.body.name)));")),
    ...both(app("app.post('/logout', (req, res) => res.clearCookie('sid').end());")),
    ...both(app("app.post('/auth', (req, res) => res.sendStatus(204));")),
    ...both(app("app.get('/users', async (req, res) => res.json(await db.all('SELECT name FROM users WHERE password IS NOT NULL')));")),
    // a proxy limits
    { code: app("app.post('/login', login);"), settings: proxy },
    { code: router(`router.post('/login', ${LOGIN});`), options: unsure, settings: proxy },
  ],
  invalid: [
    missing(app("app.post('/login', login);"), 'post /login'),
    missing(app("app.post('/session', (req, res) => {", '  const { password } = req.body;', '  res.json(check(password));', '});'), 'post /session'),
    missing(app("app.post('/otp', async (req, res) => res.json(await verify(req.body.code)));"), 'post /otp'),
    missing(app("app.post('/forgot-password', async (req, res) => { await mail(req.body.email); res.end(); });"), 'post /forgot-password'),
    missing(app("app.put('/me', (req, res) => save(req.body));", "app.route('/login').post(login);"), 'post /login'),
    // too late, elsewhere, on another app
    missing(app("app.post('/login', login);", 'app.use(rateLimit());'), 'post /login'),
    missing(app("app.use('/api', rateLimit());", "app.post('/login', login);"), 'post /login'),
    missing(app('const other = express();', 'other.use(rateLimit());', "app.post('/login', login);"), 'post /login'),
    missing(app("app.get('/items', rateLimit(), login);", "app.post('/login', login);"), 'post /login'),
    missing(app('protect(express());', "app.post('/login', login);", 'function protect(server) { server.use(rateLimit()); }'), 'post /login'),
    // what is known to limit nobody
    missing(app("app.post('/login', (req, res, next) => next(), login);"), 'post /login'),
    missing(lines("import express from 'express';", "import helmet from 'helmet';", "import cors from 'cors';", "import morgan from 'morgan';", 'const app = express();', "app.use(helmet(), cors(), morgan('dev'), express.json());", `app.post('/login', ${LOGIN});`), 'post /login'),
    missing(lines("import express from 'express';", "import passport from 'passport';", 'const app = express();', 'app.use(passport.initialize());', "app.post('/login', passport.authenticate('local'), (req, res) => res.redirect('/'));"), 'post /login'),
    missing(app('const auth = express.Router();', "auth.post('/login', login);", "app.use('/auth', auth);"), 'post /login'),
    missing(app("app.post('/login', asyncHandler(login));", "import asyncHandler from 'express-async-handler';"), 'post /login'),
    // other frameworks
    missing(fastify("app.post('/login', async (request) => check(request.body.password));"), 'post /login'),
    missing(fastify("app.route({ method: 'POST', url: '/login', handler: async (request) => check(request.body.password) });"), 'post /login'),
    missing(koa("router.post('/login', async (ctx) => { ctx.body = await check(ctx.request.body.password); });"), 'post /login'),
    // out of sight, in strict
    unseen(router(`router.post('/login', ${LOGIN});`), 'post /login'),
    unseen(lines("import express from 'express';", "import { login } from './auth.js';", 'const app = express();', "app.post('/login', login);"), 'post /login'),
    unseen(lines("import express from 'express';", "import { guard } from './guard.js';", 'const app = express();', `app.post('/login', guard, ${LOGIN});`), 'post /login'),
    unseen(hono("app.post('/login', async (c) => c.json(await check((await c.req.json()).password)));"), 'post /login'),
  ],
});

runJavaScript(rule, {
  valid: [{ code: `const app = require('express')();\nconst limit = require('express-rate-limit');\napp.post('/login', limit(), ${LOGIN});` }],
  invalid: [{ code: `const app = require('express')();\napp.post('/login', ${LOGIN});`, errors: [{ messageId: 'missing' }] }],
});
