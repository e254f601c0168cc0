import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-permissive-cors.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const web = express();
const app = (options: string, head = '') => lines("import express from 'express';", "import cors from 'cors';", ...(head === '' ? [] : [head]), 'const app = express();', `app.use(cors(${options}));`);
const koaApp = (options: string) => lines("import Koa from 'koa';", "import cors from '@koa/cors';", 'const app = new Koa();', `app.use(cors(${options}));`);
const fastifyApp = (options: string) => lines("import Fastify from 'fastify';", "import cors from '@fastify/cors';", 'const app = Fastify();', `await app.register(cors, ${options});`);
const hono = (options: string) => lines("import { Hono } from 'hono';", "import { cors } from 'hono/cors';", 'const app = new Hono();', `app.use('/api/*', cors(${options}));`);
const socket = (options: string) => lines("import { Server } from 'socket.io';", `const io = new Server(server, ${options});`);
const nest = (call: string) => lines("import { NestFactory } from '@nestjs/core';", 'const app = await NestFactory.create(AppModule);', call);

const any = (code: string) => ({ code, errors: [{ messageId: 'any' as const }] });
const star = (code: string) => ({ code, errors: [{ messageId: 'star' as const }] });
const nobody = (code: string) => ({ code, errors: [{ messageId: 'nobody' as const }] });
const pattern = (code: string, attack: string, text = 'The pattern') => ({ code, errors: [{ messageId: 'pattern' as const, data: { attack, pattern: text } }] });
const reflected = (code: string, source: string) => ({ code, errors: [{ messageId: 'reflected' as const, data: { source } }] });

new RuleTester().run('no-permissive-cors', rule, {
  valid: [
    // for everybody, and without what a visitor may read: public APIs
    app(''),
    app("{ origin: '*' }"),
    app('{ origin: true }'),
    app('{ origin: /example/, credentials: false }'),
    web("res.set('Access-Control-Allow-Origin', '*');"),
    web("res.set('Access-Control-Allow-Origin', req.headers.origin);", "res.set('Vary', 'Origin');"),
    // one origin, or a list
    app("{ origin: 'https://shop.example', credentials: true }"),
    app("{ origin: ['https://shop.example', 'https://admin.shop.example'], credentials: true }"),
    app('{ origin: /^https:\\/\\/([a-z]+\\.)?example\\.com$/, credentials: true }'),
    app("{ origin: ['https://shop.example', /^https:\\/\\/[a-z-]+\\.example\\.com$/], credentials: true }"),
    app('{ origin: process.env.ORIGIN, credentials: true }'),
    app('{ origin: false, credentials: true }'),
    app('{ origin: list, credentials: true }', "import { list } from './origins.js';"),
    app('options', "import { options } from './cors.js';"),
    app('{ ...options, credentials: true }', "import { options } from './cors.js';"),
    app('{ origin: true, credentials: isDevelopment }', "const isDevelopment = process.env.NODE_ENV !== 'production';"),
    // a function that looks
    app("{ origin: (origin, done) => done(null, list.includes(origin)), credentials: true }", "const list = ['https://shop.example'];"),
    app("{ origin(origin, done) { if (!origin || list.has(origin)) done(null, true); else done(new Error('no')); }, credentials: true }", "const list = new Set(['https://shop.example']);"),
    app('{ origin: (origin, done) => isOurs(origin).then((ok) => done(null, ok)), credentials: true }', "import { isOurs } from './origins.js';"),
    koaApp("{ origin: (ctx) => allowed(ctx.get('Origin')), credentials: true }"),
    koaApp("{ origin: 'https://shop.example', credentials: true }"),
    hono("{ origin: (origin) => (origin.endsWith('.example.com') ? origin : null), credentials: true }"),
    hono("{ origin: ['https://shop.example'], credentials: true }"),
    fastifyApp("{ origin: ['https://shop.example'], credentials: true }"),
    fastifyApp('{ origin: true }'),
    socket("{ cors: { origin: 'https://shop.example', credentials: true } }"),
    nest("app.enableCors({ origin: 'https://shop.example', credentials: true });"),
    // headers by hand, and a check before
    web("if (['https://a.example', 'https://b.example'].includes(req.headers.origin)) {", "  res.set('Access-Control-Allow-Origin', req.headers.origin);", "  res.set('Access-Control-Allow-Credentials', 'true');", '}'),
    web('const { origin } = req.headers;', 'if (!isOurs(origin)) return res.sendStatus(403);', "res.header('Access-Control-Allow-Origin', origin);", "res.header('Access-Control-Allow-Credentials', 'true');"),
    web('const { origin } = req.headers;', 'if (/\\.example\\.com$/.test(origin)) {', "  res.header('Access-Control-Allow-Origin', origin);", "  res.header('Access-Control-Allow-Credentials', 'true');", '}'),
    web("res.set('Access-Control-Allow-Origin', 'https://shop.example');", "res.set('Access-Control-Allow-Credentials', 'true');"),
    web("res.set('X-Origin', req.headers.origin);", "res.set('Access-Control-Allow-Credentials', 'true');"),
    // not ours
    lines("import cors from './cors.js';", 'cors({ origin: true, credentials: true });'),
    lines("import { Server } from 'socket.io';", 'new Server(server);'),
  ],
  invalid: [
    any(app('{ origin: true, credentials: true }')),
    any(app('options', 'const options = { origin: true, methods: ["GET"], credentials: true };')),
    any(app('{ ...options, credentials }', 'const credentials = true;\nconst options = { origin: true };')),
    any(app('{ origin: (origin, done) => done(null, true), credentials: true }')),
    any(app('{ origin(origin, done) { done(null, origin); }, credentials: true }')),
    any(app('{ origin: allowAll, credentials: true }', 'function allowAll(origin, callback) {\n  callback(null, true);\n}')),
    any(koaApp("{ origin: (ctx) => ctx.get('Origin'), credentials: true }")),
    any(koaApp('{ origin: (ctx) => ctx.request.header.origin, credentials: true }')),
    any(hono('{ origin: (origin) => origin, credentials: true }')),
    any(fastifyApp('{ origin: true, credentials: true }')),
    any(socket('{ cors: { origin: true, credentials: true } }')),
    any(nest('app.enableCors({ origin: true, credentials: true });')),
    any(lines("import { NestFactory } from '@nestjs/core';", 'await NestFactory.create(AppModule, { cors: { origin: true, credentials: true } });')),
    star(app("{ origin: '*', credentials: true }")),
    star(app('{ credentials: true }')),
    star(hono('{ credentials: true }')),
    nobody(app("{ origin: ['https://shop.example', 'null'], credentials: true }")),
    nobody(web("res.setHeader('Access-Control-Allow-Origin', 'null');")),
    pattern(app('{ origin: /example\\.com$/, credentials: true }'), 'https://evilexample.com', '`/example\\.com$/`'),
    pattern(app('{ origin: /^https:\\/\\/example\\.com/, credentials: true }'), 'https://example.com.evil.org', '`/^https:\\/\\/example\\.com/`'),
    pattern(app('{ origin: /^https:\\/\\/.*example.com$/, credentials: true }'), 'https://evilexample.com', '`/^https:\\/\\/.*example.com$/`'),
    pattern(app('{ origin: [ours], credentials: true }', 'const ours = /^https:\\/\\/shop.example$/;'), 'https://shopxexample', '`[ours]`'),
    pattern(app('{ origin: /.*/, credentials: true }'), 'https://evil.org', '`/.*/`'),
    pattern(fastifyApp('{ origin: /^https?:\\/\\//, credentials: true }'), 'https://evil.org', '`/^https?:\\/\\//`'),
    // headers by hand
    star(web("res.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' });")),
    reflected(web("res.set('Access-Control-Allow-Origin', req.headers.origin);", "res.set('Access-Control-Allow-Credentials', 'true');"), 'req.headers.origin'),
    reflected(web("const origin = req.get('Origin') || '*';", "res.header({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': true });"), "req.get('Origin')"),
    reflected(web("if (req.headers.origin) {", "  res.header('Access-Control-Allow-Origin', req.headers.origin);", "  res.header('Access-Control-Allow-Credentials', 'true');", '}'), 'req.headers.origin'),
    reflected(koa()("ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'));", "ctx.set('Access-Control-Allow-Credentials', 'true');"), "ctx.get('Origin')"),
    reflected(fastify()("reply.header('Access-Control-Allow-Origin', request.headers.origin).header('Access-Control-Allow-Credentials', 'true');"), 'request.headers.origin'),
    reflected(http()("res.writeHead(200, { 'Access-Control-Allow-Origin': req.headers.origin, 'Access-Control-Allow-Credentials': 'true' });"), 'req.headers.origin'),
    reflected(
      lines("import { Hono } from 'hono';", 'const app = new Hono();', "app.use(async (c, next) => {", "  c.header('Access-Control-Allow-Origin', c.req.header('Origin'));", "  c.header('Access-Control-Allow-Credentials', 'true');", '  await next();', '});'),
      "c.req.header('Origin')",
    ),
  ],
});

runJavaScript(rule, {
  valid: [{ code: "const cors = require('cors');\nmodule.exports = cors({ origin: 'https://shop.example', credentials: true });" }],
  invalid: [{ code: "const cors = require('cors');\nmodule.exports = cors({ origin: true, credentials: true });", errors: [{ messageId: 'any' }] }],
});
