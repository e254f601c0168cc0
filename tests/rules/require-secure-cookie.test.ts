import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-secure-cookie.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const web = express();
const strict = [{ sameSite: true }] as const;
const session = (options: string, head = "import session from 'express-session';") => lines("import express from 'express';", head, 'const app = express();', `app.use(session(${options}));`);
const cookieSession = (options: string) => session(options, "import session from 'cookie-session';");
const serialize = (options: string) => lines("import { serialize } from 'cookie';", 'export const header = (token) => serialize("token", token' + options + ');');
const hono = (...body: string[]) => lines("import { Hono } from 'hono';", "import { setCookie } from 'hono/cookie';", 'const app = new Hono();', "app.post('/login', async (c) => {", ...body.map((line) => `  ${line}`), '});');

const next = (options: string) => lines("import { cookies } from 'next/headers';", 'export async function login(token) {', `  (await cookies()).set('token', token, ${options});`, '}');

/** A report, with what is suggested. */
const lacking = (code: string, output: string | null, flags: string, cookie = 'The cookie `token`') => ({
  code,
  errors: [{ messageId: 'missing', data: dataOf(flags, cookie), suggestions: output === null ? null : [{ messageId: 'set', data: { options: optionsOf(flags) }, output }] }],
});
const harms: Readonly<Record<string, string>> = { secure: 'it goes over plain HTTP', httpOnly: 'injected scripts can read it', sameSite: 'requests that other sites start carry it' };
const values: Readonly<Record<string, string>> = { secure: '`secure: true`', httpOnly: '`httpOnly: true`', sameSite: "`sameSite: 'lax'`" };
const join = (parts: readonly string[], word: string): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`);
const optionsOf = (flags: string): string => join(flags.split(' ').map((flag) => values[flag] ?? ''), 'and');
const dataOf = (flags: string, cookie: string) => ({
  cookie,
  flags: join(flags.split(' ').map((flag) => `\`${flag}\``), 'or'),
  harm: join(flags.split(' ').map((flag) => harms[flag] ?? ''), 'and'),
  options: optionsOf(flags),
});
const ofSession = 'The cookie of the session';
const all = '{ secure: true, httpOnly: true, sameSite: \'lax\' }';

new RuleTester().run('require-secure-cookie', rule, {
  valid: [
    // all of it
    web(`res.cookie('token', token, ${all});`),
    web("const options = { secure: true, httpOnly: true };", "res.cookie('sid', sid, options);", "res.cookie('sid', sid, { ...options, maxAge: 9 });"),
    // the environment decides, or nobody knows
    web("res.cookie('token', token, { httpOnly: true, secure: process.env.NODE_ENV === 'production' });", "res.cookie('token', token, options);"),
    express("import { cookieOptions } from './options.js';")("res.cookie('token', token, cookieOptions);", "res.cookie('token', token, { ...cookieOptions, maxAge: 9 });"),
    lines('export const remember = (res, token, options) => res.cookie("token", token, options);'),
    // no session: what the page shows, what scripts must read, what is taken away
    web("res.cookie('theme', req.body.theme);", "res.cookie('lang', 'en', { httpOnly: false });", "res.cookie('XSRF-TOKEN', req.csrfToken());", "res.cookie('token_expiry', expires);", "res.cookie('deviceToken', token);", "res.cookie('cart_session', id);"),
    web("res.cookie('token', '', { maxAge: 0 });", "res.clearCookie('token');", "res.cookie(name, token);"),
    // sessions
    session('{ secret, cookie: { secure: true } }'),
    session("{ secret, cookie: { secure: 'auto', sameSite: 'lax' } }"),
    session('{ secret, cookie: { secure: isProduction } }'),
    session('config.session'),
    lines("import express from 'express';", "import session from 'express-session';", 'const app = express();', 'const options = { secret, cookie: {} };', "if (app.get('env') === 'production') options.cookie.secure = true;", 'app.use(session(options));'),
    lines("import session from 'express-session';", "import { shared } from './shared.js';", 'session({ ...shared, secret });', 'session({ secret, cookie: { ...shared.cookie } });'),
    cookieSession('{ keys }'),
    cookieSession("{ keys, secure: true, httpOnly: true }"),
    // other frameworks, whose defaults are others
    koa()("ctx.cookies.set('token', token);", "ctx.cookies.set('theme', theme, { httpOnly: false });"),
    fastify()("reply.setCookie('token', token, { path: '/' });", "reply.setCookie('theme', theme, { secure: false });"),
    lines("import Fastify from 'fastify';", "import session from '@fastify/session';", 'const app = Fastify();', 'app.register(session, { secret });', 'app.register(other, { cookie: { secure: false } });'),
    serialize(`, ${all}`),
    hono("setCookie(c, 'token', token, { secure: true, httpOnly: true });", "setCookie(c, 'theme', theme);"),
    // sites that embed us
    web("res.cookie('widget', id, { sameSite: 'none', secure: true });", "res.cookie('widget', id, { sameSite: 'none', secure: isProduction });"),
    // nothing but sameSite, which strict reports
    web("res.cookie('token', token, { secure: true, httpOnly: true });"),
    { code: web(`res.cookie('token', token, ${all});`), options: strict },
    // not ours
    lines("other.cookie('token', token);", "jar.cookies.set('token', token, { secure: false });"),
    express("import session from './session.js';")('app.use(session({ cookie: { secure: false } }));'),
  ],
  invalid: [
    lacking(web("res.cookie('token', token);"), web(`res.cookie('token', token, ${all});`), 'secure httpOnly sameSite'),
    lacking(web("res.cookie('token', token, { httpOnly: true });"), web("res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' });"), 'secure sameSite'),
    lacking(web("res.cookie('token', token, { secure: true, sameSite: 'strict' });"), web("res.cookie('token', token, { secure: true, sameSite: 'strict', httpOnly: true });"), 'httpOnly'),
    lacking(web("res.cookie('token', token, { httpOnly: false, secure: false, sameSite: 'lax' });"), web("res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' });"), 'secure httpOnly'),
    lacking(web('const secure = false;', "res.cookie('token', token, { httpOnly: true, secure, sameSite: 'lax' });"), web('const secure = false;', "res.cookie('token', token, { httpOnly: true, secure: true, sameSite: 'lax' });"), 'secure'),
    // options made above, spread in, under another name
    lacking(web("const options = { httpOnly: true, sameSite: 'lax' };", "res.status(200).cookie('token', token, options);"), null, 'secure'),
    lacking(web("const defaults = { httpOnly: true, sameSite: 'lax' };", "res.cookie('token', token, { ...defaults, maxAge: 9 });"), web("const defaults = { httpOnly: true, sameSite: 'lax' };", "res.cookie('token', token, { ...defaults, maxAge: 9, secure: true });"), 'secure'),
    lacking(express("const NAME = 'token';\nconst options = { httpOnly: true, sameSite: 'lax' };\nconst again = options;")('res.cookie(NAME, token, again);'), null, 'secure'),
    lacking(lines('const send = (res, token) => res.cookie("token", token, { secure: true, sameSite: "lax" });', "app.get('/', (req, res) => send(res, make()));"), lines('const send = (res, token) => res.cookie("token", token, { secure: true, sameSite: "lax", httpOnly: true });', "app.get('/', (req, res) => send(res, make()));"), 'httpOnly'),
    // names
    ...['connect.sid', 'accessToken', 'refresh_token', '__Host-session', 'session-id', 'remember_me', 'jwt'].map((name) => lacking(web(`res.cookie('${name}', token, { secure: true });`), web(`res.cookie('${name}', token, ${all});`), 'httpOnly sameSite', `The cookie \`${name}\``)),
    { ...lacking(web("res.cookie('shopper', id, { secure: true });"), web(`res.cookie('shopper', id, ${all});`), 'httpOnly sameSite', 'The cookie `shopper`'), options: [{ names: ['shopper'] }] },
    // sessions
    lacking(session('{ secret }'), session("{ secret, cookie: { secure: true, sameSite: 'lax' } }"), 'secure sameSite', ofSession),
    lacking(session("{ secret, cookie: { maxAge: 9, sameSite: 'lax' } }"), session("{ secret, cookie: { maxAge: 9, sameSite: 'lax', secure: true } }"), 'secure', ofSession),
    lacking(session("{ secret, cookie: { secure: true, httpOnly: false, sameSite: 'lax' } }"), session("{ secret, cookie: { secure: true, httpOnly: true, sameSite: 'lax' } }"), 'httpOnly', ofSession),
    lacking(cookieSession("{ keys, secure: false, sameSite: 'lax' }"), cookieSession("{ keys, secure: true, sameSite: 'lax' }"), 'secure', ofSession),
    lacking(lines("import Fastify from 'fastify';", "import session from '@fastify/session';", 'Fastify().register(session, { secret, cookie: { secure: false } });'), lines("import Fastify from 'fastify';", "import session from '@fastify/session';", 'Fastify().register(session, { secret, cookie: { secure: true } });'), 'secure', ofSession),
    // other frameworks
    lacking(koa()("ctx.cookies.set('token', token, { httpOnly: false });"), koa()("ctx.cookies.set('token', token, { httpOnly: true });"), 'httpOnly'),
    lacking(fastify()("reply.setCookie('token', token, { secure: false });"), fastify()("reply.setCookie('token', token, { secure: true });"), 'secure'),
    lacking(serialize(', { secure: true }'), serialize(", { secure: true, httpOnly: true, sameSite: 'lax' }"), 'httpOnly sameSite'),
    lacking(hono("setCookie(c, 'token', token);"), hono(`setCookie(c, 'token', token, ${all});`), 'secure httpOnly sameSite'),
    lacking(next('{ httpOnly: true }'), next('{ httpOnly: true, secure: true }'), 'secure'),
    // all sites, without secure
    { code: web("res.cookie('widget', id, { sameSite: 'none' });"), output: web("res.cookie('widget', id, { sameSite: 'none', secure: true });"), errors: [{ messageId: 'crossSite', data: { cookie: 'The cookie `widget`' } }] },
    { code: web("res.cookie('widget', id, { sameSite: 'None', secure: false });"), output: web("res.cookie('widget', id, { sameSite: 'None', secure: true });"), errors: [{ messageId: 'crossSite' }] },
    { code: web("res.cookie('sid', id, { sameSite: 'none' });"), output: web("res.cookie('sid', id, { sameSite: 'none', secure: true });"), errors: [{ messageId: 'crossSite' }, { messageId: 'missing', data: dataOf('httpOnly', 'The cookie `sid`'), suggestions: [{ messageId: 'set', output: web("res.cookie('sid', id, { sameSite: 'none', httpOnly: true });") }] }] },
    {
      code: session("{ secret, cookie: { sameSite: 'none' } }"),
      errors: [{ messageId: 'crossSite', data: { cookie: ofSession }, suggestions: [{ messageId: 'set', output: session("{ secret, cookie: { sameSite: 'none', secure: true } }") }] }],
    },
    // strict
    { ...lacking(web("res.cookie('token', token, { secure: true, httpOnly: true });"), web("res.cookie('token', token, { secure: true, httpOnly: true, sameSite: 'lax' });"), 'sameSite'), options: strict },
    { ...lacking(cookieSession('{ keys }'), cookieSession("{ keys, sameSite: 'lax' }"), 'sameSite', ofSession), options: strict },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const app = require('express')();", "app.get('/', (req, res) => res.cookie('token', make(), { secure: true, httpOnly: true }));") }],
  invalid: [{ code: lines("const app = require('express')();", "app.get('/', (req, res) => res.cookie('token', make(), { secure: true }));"), errors: 1 }],
});
