import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-session-hardening.ts';
import { express, fastify, lines, runJavaScript } from './samples.ts';

const web = express();
const session = (...body: string[]): string => lines("import session from 'express-session';", ...body);
const cookies = (...body: string[]): string => lines("import session from 'cookie-session';", ...body);
const check = ['const user = await find(req.body.email);', 'if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).end();'];
const old = 'tests/fixtures/old-packages/login.ts';

const fixation = (member = 'req.session.userId') => ({ messageId: 'fixation' as const, data: { member } });
const only = (messageId: 'fixates' | 'memoryStore' | 'endless' | 'unsigned') => ({ messageId });

new RuleTester().run('require-session-hardening', rule, {
  valid: [
    // a new id at login
    web(...check, 'req.session.regenerate(() => {', '  req.session.userId = user.id;', '  res.end();', '});'),
    web(...check, 'await new Promise((resolve, reject) => req.session.regenerate((error) => (error ? reject(error) : resolve())));', 'req.session.userId = user.id;'),
    web(...check, 'await promisify(req.session.regenerate).call(req.session);', 'req.session.user = user;'),
    express('const fresh = (req) => new Promise((done) => req.session.regenerate(done));')(...check, 'await fresh(req);', 'req.session.userId = user.id;'),
    express("import { regenerateSession } from './sessions.js';")(...check, 'await regenerateSession(req);', 'req.session.userId = user.id;'),
    // passport gives it a new one by itself
    web(...check, 'req.logIn(user, () => {', '  req.session.role = user.role;', '});'),
    lines("import passport from 'passport';", "app.post('/login', passport.authenticate('local'));"),
    // no login: a cart, what is said once, where to go back to
    web('req.session.items = req.body.items;', 'req.session.views = (req.session.views ?? 0) + 1;'),
    web("if (!(await verify(req.body.password))) { req.session.error = 'wrong password'; return res.redirect('/login'); }"),
    web("req.session.returnTo = req.originalUrl;", 'res.render("login", { label: "Password" });'),
    web(...check, 'res.json({ token: sign(user) });'),
    // no handler, no session of a library
    lines('export function signIn(req, password) {', '  const session = {};', '  session.userId = find(password);', '}'),
    web(...check, 'const session = new Map();', 'session.userId = user.id;'),
    // all in a cookie: there is no id
    express("import session from 'cookie-session';")(...check, 'req.session.userId = user.id;'),
    // kept, with an end
    session('session({ secret, store: new RedisStore({ client }), cookie: { maxAge: 3_600_000 } });', 'session({ secret, store, cookie: { expires } });', 'session(options);', 'session({ ...defaults, secret });'),
    session("const store = process.env.NODE_ENV === 'production' ? new RedisStore({ client }) : undefined;", 'session({ secret, store, cookie: { maxAge: 9 } });'),
    session('app.use(session({ secret, store }));', 'const keep = (request) => { request.session.cookie.maxAge = 3_600_000; };'),
    cookies('session({ keys, maxAge: 3_600_000 });', 'session({ secret, maxAge: 3_600_000 });', 'session(options);'),
    lines("import Fastify from 'fastify';", "import session from '@fastify/session';", 'const app = Fastify();', 'app.register(session, { secret, store, cookie: { maxAge: 9 } });', 'app.register(other, {});'),
    lines("import session from './session.js';", 'session({ secret });'),
  ],
  invalid: [
    // the id that was there before
    { code: web(...check, 'req.session.userId = user.id;', 'res.end();'), errors: [{ ...fixation(), line: 6, column: 3 }] },
    { code: web(...check, 'req.session.user = { id: user.id, role: user.role };'), errors: [fixation('req.session.user')] },
    { code: web(...check, 'req.session.isAdmin = true;'), errors: [fixation('req.session.isAdmin')] },
    { code: web('const { email, password } = req.body;', 'const user = await authenticate(email, password);', 'const { session } = req;', 'session.user = user;'), errors: [fixation('session.user')] },
    { code: web('bcrypt.compare(req.body.password, hash, (error, same) => {', '  if (same) req.session.userId = id;', '});'), errors: [fixation()] },
    { code: express('const enter = (request, user) => { request.session.user = user; };')(...check, 'enter(req, user);'), errors: [fixation('session.user')] },
    { code: lines("import type { Request, Response } from 'express';", 'export async function login(req: Request, res: Response) {', '  const user = await find(req.body.email, req.body.password);', '  req.session.user = user;', '}'), errors: [fixation('req.session.user')] },
    { code: fastify("import session from '@fastify/session';")('const user = await find(request.body.password);', 'request.session.user = user;'), errors: [fixation('request.session.user')] },
    // another handler gives a new id
    { code: lines("import express from 'express';", 'const app = express();', "app.post('/a', (req, res) => { const user = find(req.body.password); req.session.regenerate(() => { req.session.user = user; }); });", "app.post('/b', (req, res) => { req.session.user = find(req.body.password); });"), errors: [{ ...fixation('req.session.user'), line: 4 }] },
    // a version that keeps it
    { code: lines("import passport from 'passport';", "app.post('/login', passport.authenticate('local'));"), filename: old, errors: [only('fixates')] },
    // in memory, without end
    { code: session('app.use(session({ secret, cookie: { maxAge: 9 } }));'), errors: [{ ...only('memoryStore'), line: 2, column: 9 }] },
    { code: session('session({ secret, store: new session.MemoryStore(), cookie: { maxAge: 9 } });'), errors: [only('memoryStore')] },
    { code: session('session({ secret, store });', 'session({ secret, store, cookie: { secure: true } });'), errors: [only('endless'), only('endless')] },
    { code: session('const cookie = { secure: true, maxAge: null };', 'const options = { secret, cookie };', 'session({ ...options, store });'), errors: [only('endless')] },
    { code: session('session({ secret });'), errors: [only('memoryStore'), only('endless')] },
    { code: lines("import Fastify from 'fastify';", "import session from '@fastify/session';", 'Fastify().register(session, { secret, cookie: { maxAge: 9 } });'), errors: [only('memoryStore')] },
    // signed by nobody
    { code: cookies('session({ keys, signed: false, maxAge: 9 });'), errors: [only('unsigned')] },
    { code: cookies("session({ name: 'shop', maxAge: 9 });"), errors: [only('unsigned')] },
    { code: cookies('const signed = false;', 'session({ signed, maxAge: 9 });'), errors: [only('unsigned')] },
    { code: cookies('session({ keys });'), errors: [only('endless')] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const session = require('express-session');", 'session({ secret, store, cookie: { maxAge: 9 } });') }],
  invalid: [{ code: lines("const session = require('express-session');", 'session({ secret, store });'), errors: [{ messageId: 'endless' }] }],
});
