import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-security-headers.ts';
import { lines, runJavaScript } from './samples.ts';

// a project that asks for helmet; not among the tests, which the rule passes over
const project = fileURLToPath(new URL('../../examples/.cache/asks-helmet/', import.meta.url));
mkdirSync(project, { recursive: true });
writeFileSync(`${project}package.json`, '{ "dependencies": { "helmet": "^8.3.0" } }\n');
const asksHelmet = `${project}server.ts`;
const absent = [{ absent: true }] as const;
const proxy = { 'secure-node': { assume: { proxy: ['headers'] } } };

/** An app of Express with helmet and these options. */
const helmet = (options: string, ...body: string[]) => lines("import express from 'express';", "import helmet from 'helmet';", 'const app = express();', `app.use(helmet(${options}));`, ...body);
const policy = (directives: string, more = '') => helmet(`{ contentSecurityPolicy: { directives: ${directives}${more} } }`);
const fastify = (options: string) => lines("import Fastify from 'fastify';", "import helmet from '@fastify/helmet';", 'const app = Fastify();', `await app.register(helmet, ${options});`);
const koa = (...body: string[]) => lines("import Koa from 'koa';", "import helmet from 'koa-helmet';", 'const app = new Koa();', ...body);
const hono = (options: string) => lines("import { Hono } from 'hono';", "import { secureHeaders } from 'hono/secure-headers';", 'const app = new Hono();', `app.use(secureHeaders(${options}));`);
const sent = (name: string, value: string) => lines("import express from 'express';", 'const app = express();', 'app.use((req, res, next) => {', `  res.setHeader('${name}', ${value});`, '  next();', '});');
const app = (...body: string[]) => lines("import express from 'express';", 'const app = express();', ...body);
const quiet = (...body: string[]) => app("app.disable('x-powered-by');", ...body);
const PAGE = "app.get('/', (req, res) => res.render('home'));";
const DATA = "app.get('/items', (req, res) => res.json(items));";

const off = (code: string, option: string, output?: string) => ({ code, errors: [{ messageId: 'off' as const, ...(output === undefined ? {} : { suggestions: [{ messageId: 'remove' as const, data: { option }, output }] }) }] });
const loose = (code: string, sources: string, directive: string) => ({
  code,
  errors: [{ messageId: 'policy' as const, data: { sources, directive, harm: /inline/.test(sources) ? 'injected scripts run' : /eval/.test(sources) ? 'text become code' : 'scripts from anywhere run' } }],
});
const missing = (code: string) => ({ code, options: absent, errors: [{ messageId: 'missing' as const }] });
const both = (code: string) => [code, { code, options: absent }];

new RuleTester().run('require-security-headers', rule, {
  valid: [
    // what helmet does by itself, and parts that pages often have to do without
    ...both(helmet('', PAGE)),
    ...both(helmet('{ crossOriginEmbedderPolicy: false, crossOriginResourcePolicy: false }', PAGE)),
    ...both(koa('app.use(helmet());')),
    fastify('{ global: true }'),
    hono("{ contentSecurityPolicy: { scriptSrc: [\"'self'\"] } }"),
    // policies that hold
    policy("{ scriptSrc: [\"'self'\", 'https://cdn.example.com'], styleSrc: [\"'self'\", \"'unsafe-inline'\"], imgSrc: ['*', 'data:'] }"),
    policy("{ scriptSrc: [\"'self'\", (req, res) => `'nonce-${res.locals.nonce}'`, \"'unsafe-inline'\"] }"),
    policy("{ scriptSrc: [\"'strict-dynamic'\", \"'sha256-x'\", \"'unsafe-inline'\", 'https:'] }"),
    policy('{ defaultSrc: ["*"] }'),
    policy('{ scriptSrc: sources }'),
    policy("{ scriptSrc: isDev ? [\"'self'\", \"'unsafe-eval'\"] : [\"'self'\"] }"),
    policy("{ scriptSrc: [\"'unsafe-inline'\"] }", ', reportOnly: true'),
    sent('Content-Security-Policy', "\"default-src 'self'; img-src *; style-src 'unsafe-inline'\""),
    sent('Content-Security-Policy', "`script-src 'nonce-${nonce}' 'unsafe-inline'`"),
    sent('Content-Security-Policy', "\"default-src *; script-src 'self'\""),
    sent('Content-Security-Policy-Report-Only', '"script-src *"'),
    // an API of data, or a policy that another part sends
    helmet('{ contentSecurityPolicy: false }', DATA),
    helmet('{ contentSecurityPolicy: false }', 'app.use(helmet.contentSecurityPolicy({ directives: {} }));', PAGE),
    helmet('{ contentSecurityPolicy: false }', 'app.use((req, res, next) => {', "  res.setHeader('Content-Security-Policy', \"default-src 'self'\");", '  next();', '});', PAGE),
    // the policy speaks of frames
    helmet('{ frameguard: false }', PAGE),
    helmet("{ xFrameOptions: false, contentSecurityPolicy: { directives: { frameAncestors: ['https://partner.example'] } } }", PAGE),
    // somewhere else, sometimes, or in front
    helmet('options', "import { options } from './config.js';", PAGE),
    helmet("{ contentSecurityPolicy: process.env.NODE_ENV === 'production' ? undefined : false }", PAGE),
    lines("import express from 'express';", "import helmet from 'helmet';", 'const app = express();', "if (process.env.NODE_ENV !== 'production') app.use(helmet({ contentSecurityPolicy: false }));", 'else app.use(helmet());', PAGE),
    { code: helmet('{ contentSecurityPolicy: false, hsts: false }', PAGE), settings: proxy },
    // a year, half a year
    helmet('{ hsts: { maxAge: 31536000 } }', PAGE),
    helmet('{ strictTransportSecurity: { maxAge: 60 * 60 * 24 * 365 } }', PAGE),
    sent('Strict-Transport-Security', "'max-age=63072000; includeSubDomains'"),
    sent('X-Frame-Options', "'sameorigin'"),
    { code: helmet('{ hsts: { maxAge: 3600 } }'), options: [{ maxAge: 3600 }] },
    // other objects
    "const options = { contentSecurityPolicy: false, hsts: false }; build(options);",
    // absent is for strict
    app(PAGE),
    app(DATA),
    // apps that have them, or may have them
    { code: quiet(DATA), options: absent },
    { code: app(PAGE), options: absent, settings: proxy },
    { code: app("app.set('x-powered-by', false);", DATA), options: absent },
    { code: app("import { protect } from './protect.js';", 'app.use(protect);', PAGE), options: absent },
    { code: app("import { protect } from '@acme/server';", 'app.use(protect());', PAGE), options: absent },
    { code: app("import sniff from 'dont-sniff-mimetype';", 'app.use(sniff());', PAGE), options: absent },
    { code: app("import { protect } from 'src/protect';", 'app.use(protect());', PAGE), options: absent },
    { code: app("import { setUp } from './set-up.js';", 'setUp(app);', PAGE), options: absent },
    { code: app("import lusca from 'lusca';", "app.use(lusca({ csp: { policy: { 'default-src': \"'self'\" } }, xframe: 'DENY' }));", PAGE), options: absent },
    { code: app('app.use((req, res, next) => {', "  res.set({ 'X-Frame-Options': 'DENY', 'X-Content-Type-Options': 'nosniff' });", '  next();', '});', PAGE), options: absent },
    { code: app('function protect(target) {', '  target.use(helmet());', '}', "import helmet from 'helmet';", 'protect(app);', PAGE), options: absent },
    { code: lines("import { Router } from 'express';", 'export const router = Router();', "router.get('/', (req, res) => res.render('home'));"), options: absent },
    { code: app(PAGE), options: absent, filename: 'tests/pages.test.ts' },
    { code: lines("import Koa from 'koa';", 'const app = new Koa();', 'app.use(async (ctx) => { ctx.body = { items }; });'), options: absent },
    { code: lines("import Fastify from 'fastify';", 'const app = Fastify();', "app.get('/', async () => ({ items }));"), options: absent },
    { code: lines("import Fastify from 'fastify';", "import helmet from '@fastify/helmet';", 'const app = Fastify();', 'app.register(helmet);', "app.get('/', (request, reply) => reply.view('home'));"), options: absent },
    { code: lines("import { Hono } from 'hono';", "import { secureHeaders } from 'hono/secure-headers';", 'const app = new Hono();', 'app.use(secureHeaders());', "app.get('/', (c) => c.html('<p>'));"), options: absent },
  ],
  invalid: [
    // turned off
    off(helmet('{ contentSecurityPolicy: false }', PAGE), 'contentSecurityPolicy', helmet('{}', PAGE)),
    off(helmet('{ contentSecurityPolicy: false }'), 'contentSecurityPolicy', helmet('{}')),
    off(helmet('{ hsts: false, referrerPolicy: { policy: "no-referrer" } }'), 'hsts', helmet('{ referrerPolicy: { policy: "no-referrer" } }')),
    off(helmet('{ noSniff: false }', DATA), 'noSniff', helmet('{}', DATA)),
    { code: helmet('{ xFrameOptions: false, contentSecurityPolicy: false }', PAGE), errors: ['contentSecurityPolicy: false', 'xFrameOptions: false'].reverse().map((left) => ({ messageId: 'off' as const, suggestions: [{ messageId: 'remove' as const, output: helmet(`{ ${left === 'xFrameOptions: false' ? 'contentSecurityPolicy: false' : 'xFrameOptions: false'} }`, PAGE) }] })) },
    { ...off(helmet('options', PAGE).replace('const app', 'const options = { contentSecurityPolicy: false };\nconst app'), 'contentSecurityPolicy') },
    { ...off(helmet('{ ...defaults, dnsPrefetchControl: true }', PAGE).replace('const app', 'const defaults = { contentSecurityPolicy: false };\nconst app'), 'contentSecurityPolicy') },
    { code: helmet('{ contentSecurityPolicy: false }', DATA), options: absent, errors: [{ messageId: 'off', suggestions: [{ messageId: 'remove', data: { option: 'contentSecurityPolicy' }, output: helmet('{}', DATA) }] }] },
    off(fastify('{ contentSecurityPolicy: false }'), 'contentSecurityPolicy', fastify('{}')),
    off(koa('app.use(helmet({ contentSecurityPolicy: false }));'), 'contentSecurityPolicy', koa('app.use(helmet({}));')),
    off(hono('{ xFrameOptions: false }'), 'xFrameOptions', hono('{}')),
    // policies that let everything in
    loose(policy("{ scriptSrc: [\"'self'\", \"'unsafe-inline'\"] }"), "`'unsafe-inline'`", 'scriptSrc'),
    loose(policy("{ 'script-src': [\"'self'\", \"'unsafe-eval'\"] }"), "`'unsafe-eval'`", 'script-src'),
    loose(policy('{ scriptSrc: ["*"] }'), '`*`', 'scriptSrc'),
    loose(policy("{ scriptSrc: [\"'self'\", 'https:', 'data:'] }"), '`https:`, `data:`', 'scriptSrc'),
    loose(policy("{ scriptSrcAttr: [\"'unsafe-inline'\"] }"), "`'unsafe-inline'`", 'scriptSrcAttr'),
    loose(policy('{ defaultSrc: ["*"] }', ', useDefaults: false'), '`*`', 'defaultSrc'),
    loose(helmet('').replace('helmet()', "helmet.contentSecurityPolicy({ directives: { scriptSrc: [\"'unsafe-inline'\"] } })"), "`'unsafe-inline'`", 'scriptSrc'),
    loose(hono("{ contentSecurityPolicy: { defaultSrc: ['*'] } }"), '`*`', 'defaultSrc'),
    loose(fastify("{ contentSecurityPolicy: { directives: { scriptSrc: [\"'unsafe-inline'\"] } } }"), "`'unsafe-inline'`", 'scriptSrc'),
    loose(app("import lusca from 'lusca';", "app.use(lusca.csp({ policy: { 'script-src': \"'self' 'unsafe-inline'\" } }));"), "`'unsafe-inline'`", 'script-src'),
    loose(sent('Content-Security-Policy', "\"default-src 'self'; script-src 'self' 'unsafe-inline'\""), "`'unsafe-inline'`", 'script-src'),
    loose(sent('content-security-policy', "'default-src *'"), '`*`', 'default-src'),
    loose(sent('Content-Security-Policy', "`default-src 'self'; script-src 'unsafe-eval' ${host}`"), "`'unsafe-eval'`", 'script-src'),
    loose(koa("app.use(async (ctx, next) => {", "  ctx.set('Content-Security-Policy', 'script-src *');", '  await next();', '});'), '`*`', 'script-src'),
    // for a short time
    { code: helmet('{ hsts: { maxAge: 3600 } }'), errors: [{ messageId: 'short', data: { seconds: '3600' }, suggestions: [{ messageId: 'raise', output: helmet('{ hsts: { maxAge: 31_536_000 } }') }] }] },
    { code: helmet('{ hsts: { maxAge: 15552000 } }'), options: [{ maxAge: 31_536_000 }], errors: [{ messageId: 'short', suggestions: [{ messageId: 'raise', output: helmet('{ hsts: { maxAge: 31_536_000 } }') }] }] },
    { code: helmet('{ hsts: { maxAge: 60 * 60 * 24 } }'), errors: [{ messageId: 'short', data: { seconds: '86400' } }] },
    { code: sent('Strict-Transport-Security', "'max-age=0'"), errors: [{ messageId: 'short', data: { seconds: '0' } }] },
    { code: sent('X-Frame-Options', "'ALLOWALL'"), errors: [{ messageId: 'frame', data: { value: 'ALLOWALL' } }] },
    // pages without any of it
    missing(app(PAGE)),
    missing(quiet(PAGE)),
    missing(app("app.use(express.static('public'));")),
    missing(app("app.get('/', (req, res) => res.send(`<h1>${title}</h1>`));")),
    missing(app("import morgan from 'morgan';", "app.use(morgan('tiny'), express.json());", PAGE)),
    missing(app("import partials from 'express-partials';", 'app.use(partials());', PAGE)),
    missing(app("import { list } from './items.js';", "app.get('/items', list);", PAGE)),
    missing(lines("import Koa from 'koa';", 'const app = new Koa();', "app.use(async (ctx) => { ctx.body = '<p>Hello</p>'; });")),
    missing(lines("import Fastify from 'fastify';", "import files from '@fastify/static';", 'const app = Fastify();', "app.register(files, { root: '/srv/public' });")),
    // helmet, where the project asks for it
    {
      code: app(PAGE),
      filename: asksHelmet,
      options: absent,
      errors: [{ messageId: 'missing', suggestions: [{ messageId: 'helmet', output: lines("import express from 'express';", "import helmet from 'helmet';", 'const app = express();', 'app.use(helmet());', PAGE) }] }],
    },
    {
      code: lines("const express = require('express');", 'function make() {', '  const app = express();', `  ${PAGE}`, '  return app;', '}', 'make();'),
      filename: asksHelmet,
      options: absent,
      errors: [{ messageId: 'missing', suggestions: [{ messageId: 'helmet', output: lines("const express = require('express');", "const helmet = require('helmet');", 'function make() {', '  const app = express();', '  app.use(helmet());', `  ${PAGE}`, '  return app;', '}', 'make();') }] }],
    },
    { code: app(PAGE).replace('const app = express();', 'const app = express(), port = 80;'), filename: asksHelmet, options: absent, errors: [{ messageId: 'missing' }] },
    // what it runs on
    { code: app(DATA), options: absent, errors: [{ messageId: 'poweredBy', suggestions: [{ messageId: 'disable', data: { app: 'app' }, output: app("app.disable('x-powered-by');", DATA) }] }] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: "const express = require('express'); const app = express(); app.use(require('helmet')()); app.get('/', (req, res) => res.render('home'));", options: [{ absent: true }] }],
  invalid: [
    { code: "const helmet = require('helmet'); app.use(helmet({ contentSecurityPolicy: false }));", errors: [{ messageId: 'off', suggestions: 1 }] },
    {
      code: "const express = require('express');\nconst app = express();\napp.use(express.json());",
      options: [{ absent: true }],
      errors: [{ messageId: 'poweredBy', suggestions: [{ messageId: 'disable', output: "const express = require('express');\nconst app = express();\napp.disable('x-powered-by');\napp.use(express.json());" }] }],
    },
  ],
});
