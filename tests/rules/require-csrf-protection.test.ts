import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-csrf-protection.ts';
import { lines, runJavaScript } from './samples.ts';

const unsure = [{ unsure: true }] as const;
/** An app of Express with a session with these options, and these lines behind it. */
const withSession = (options: string, ...body: string[]) => lines("import express from 'express';", "import session from 'express-session';", 'const app = express();', `app.use(session(${options}));`, ...body);
const app = (...body: string[]) => withSession('{ secret }', ...body);
const POST = "app.post('/transfer', (req, res) => res.json(move(req.session.user, req.body)));";
const fastify = (options: string, ...body: string[]) => lines("import Fastify from 'fastify';", "import session from '@fastify/session';", "import csrf from '@fastify/csrf-protection';", 'const app = Fastify();', `await app.register(session, ${options});`, ...body);
const koa = (options: string, ...body: string[]) => lines("import Koa from 'koa';", "import Router from '@koa/router';", "import session from 'koa-session';", "import CSRF from 'koa-csrf';", 'const app = new Koa();', 'const router = new Router();', `app.use(session(${options}));`, ...body, 'app.use(router.routes());');

const missing = (code: string, route = 'post /transfer') => ({ code, errors: [{ messageId: 'missing' as const, data: { route } }] });
const unseen = (code: string, route = 'post /transfer') => ({ code, options: unsure, errors: [{ messageId: 'unseen' as const, data: { route } }] });
const both = (code: string) => [code, { code, options: unsure }];

new RuleTester().run('require-csrf-protection', rule, {
  valid: [
    // packages
    ...both(app("import csurf from 'csurf';", 'app.use(csurf());', POST)),
    ...both(app("import { doubleCsrf } from 'csrf-csrf';", 'const { doubleCsrfProtection } = doubleCsrf({ getSecret });', 'app.use(doubleCsrfProtection);', POST)),
    ...both(app("import { csrfSync } from 'csrf-sync';", 'const { csrfSynchronisedProtection } = csrfSync();', "app.post('/transfer', csrfSynchronisedProtection, (req, res) => res.end());")),
    ...both(app("import lusca from 'lusca';", 'app.use(lusca({ csrf: true, xframe: "DENY" }));', POST)),
    ...both(app("import lusca from 'lusca';", 'app.use(lusca.csrf());', POST)),
    ...both(fastify('{ secret }', 'await app.register(csrf);', "app.post('/transfer', async (request) => move(request.body));")),
    ...both(koa('app', 'app.use(new CSRF());', "router.post('/transfer', (ctx) => { ctx.body = move(ctx.request.body); });")),
    // the cookie stays at home
    ...both(withSession("{ secret, cookie: { sameSite: 'lax' } }", POST)),
    ...both(withSession("{ secret, cookie: { sameSite: 'strict', secure: true } }", POST)),
    ...both(withSession('{ secret, cookie: { sameSite: true } }', POST)),
    ...both(withSession('options', "import { options } from './session.js';", POST)),
    ...both(withSession('{ secret, cookie }', "import { cookie } from './session.js';", POST)),
    ...both(lines("import express from 'express';", "import session from 'express-session';", "const defaults = { cookie: { sameSite: 'lax' } };", 'const app = express();', 'app.use(session({ ...defaults, secret }));', POST)),
    ...both(lines("import express from 'express';", "import session from 'cookie-session';", 'const app = express();', "app.use(session({ keys, sameSite: 'lax' }));", POST)),
    ...both(fastify("{ secret, cookie: { sameSite: 'lax' } }", "app.post('/transfer', async (request) => move(request.body));")),
    // our own: a token, the origin, what the browser says, a header of our own
    ...both(app('app.use((req, res, next) => {', "  if (req.method !== 'GET' && req.body._csrf !== req.session.csrf) return res.sendStatus(403);", '  next();', '});', POST)),
    ...both(app('app.use((req, res, next) => {', "  if (req.method !== 'GET' && req.get('Origin') !== 'https://shop.example') return res.sendStatus(403);", '  next();', '});', POST)),
    ...both(app('app.use((req, res, next) => {', "  if (req.headers['sec-fetch-site'] === 'cross-site') return res.sendStatus(403);", '  next();', '});', POST)),
    ...both(app('function ours(req, res, next) {', "  if (!req.get('X-Requested-With')) return res.sendStatus(403);", '  next();', '}', "app.post('/transfer', ours, (req, res) => res.end());")),
    ...both(app("import { csrfProtection } from './csrf.js';", 'app.use(csrfProtection);', POST)),
    app("import { protect } from './protect.js';", 'app.use(protect);', POST),
    app("import { setUp } from './set-up.js';", 'setUp(app);', POST),
    // a header that shows who asks
    ...both(app("import passport from 'passport';", "app.post('/transfer', passport.authenticate('jwt', { session: false }), (req, res) => res.end());")),
    ...both(app('app.use((req, res, next) => {', '  const { authorization } = req.headers;', '  if (!authorization) return res.sendStatus(401);', '  next();', '});', POST)),
    // in front of the session, or beside it
    ...both(lines("import express from 'express';", "import session from 'express-session';", 'const app = express();', POST, 'app.use(session({ secret }));')),
    ...both(lines("import express from 'express';", "import session from 'express-session';", 'const app = express();', "app.use('/admin', session({ secret }));", POST)),
    // no session, or nothing changes
    ...both(app("app.all('*', (req, res, next) => {", '  res.locals.user = req.session.user;', '  next();', '});', "app.get('/', (req, res) => res.end());")),
    ...both(lines("import express from 'express';", 'const app = express();', POST)),
    ...both(app("app.get('/items', (req, res) => res.json([]));")),
    ...both(lines("import express from 'express';", "import { sessionOf } from './session.js';", 'const app = express();', 'app.use(sessionOf);', POST)),
    ...both(lines("import session from 'express-session';", 'export const sessions = session({ secret });')),
    // GraphQL of Apollo asks for a header itself; nobody in sight knows
    app("import { expressMiddleware } from '@apollo/server/express4';", "app.post('/graphql', expressMiddleware(server));"),
  ],
  invalid: [
    missing(lines("import express from 'express';", "import session from 'express-session';", 'const app = express();', "app.use('/transfer', session({ secret }));", POST)),
    missing(app(POST)),
    missing(withSession('{ secret, cookie: { secure: true } }', POST)),
    missing(withSession("{ secret, cookie: { sameSite: 'none', secure: true } }", POST)),
    missing(withSession('{ secret, cookie: { sameSite: false } }', POST)),
    missing(lines("import express from 'express';", "import session from 'cookie-session';", 'const app = express();', 'app.use(session({ keys }));', POST)),
    missing(app("app.delete('/me', (req, res) => res.json(remove(req.session.user)));"), 'delete /me'),
    missing(app("app.use(express.json(), (req, res, next) => { console.log(req.path); next(); });", POST)),
    missing(app("import helmet from 'helmet';", "import morgan from 'morgan';", "app.use(helmet(), morgan('dev'));", POST)),
    missing(app("import lusca from 'lusca';", 'app.use(lusca({ xframe: "DENY" }));', POST)),
    // too late, for another path, on another app
    missing(app("import csurf from 'csurf';", POST, 'app.use(csurf());')),
    missing(app("import csurf from 'csurf';", "app.use('/admin', csurf());", POST)),
    missing(app("import csurf from 'csurf';", 'express().use(csurf());', POST)),
    // in a router, one that looks but asks nothing
    missing(app('const router = express.Router();', "router.post('/transfer', (req, res) => res.end());", "app.use('/bank', router);")),
    missing(app("app.use((req, res, next) => { res.locals.origin = req.get('Origin'); next(); });", POST)),
    missing(app("import passport from 'passport';", 'app.use(passport.initialize(), passport.session());', POST)),
    missing(fastify('{ secret }', "app.post('/transfer', async (request) => move(request.body));")),
    missing(koa('app', "router.post('/transfer', (ctx) => { ctx.body = move(ctx.request.body); });")),
    missing(lines("import express from 'express';", "import session from 'express-session';", 'function createApp() {', '  const app = express();', '  const sessions = session({ secret });', '  app.use(sessions);', `  ${POST}`, '  return app;', '}', 'createApp();')),
    // out of sight, in strict
    unseen(app("import { protect } from './protect.js';", 'app.use(protect);', POST)),
    unseen(app("import { transfer } from './bank.js';", "app.post('/transfer', transfer);")),
  ],
});

runJavaScript(rule, {
  valid: [{ code: `const app = require('express')();\napp.use(require('express-session')({ secret, cookie: { sameSite: 'lax' } }));\n${POST}` }],
  invalid: [{ code: `const app = require('express')();\napp.use(require('express-session')({ secret }));\n${POST}`, errors: [{ messageId: 'missing' }] }],
});
