import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-log-injection.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const found = (source: string, way = '', more = '') => ({ messageId: 'flow' as const, data: { source, way, more } });
const app = express();
const pino = express("import pino from 'pino';\nconst logger = pino();");
const winston = express("import winston from 'winston';\nconst logger = winston.createLogger({});");

/** What is offered. */
const offered = (of: typeof app, before: string, after: string, source = 'req.query.name') => ({
  code: of(before),
  errors: [{ ...found(source), suggestions: [{ messageId: 'stringify' as const, data: { call: 'JSON.stringify' }, output: of(after) }] }],
});

new RuleTester().run('no-log-injection', rule, {
  valid: [
    // constants, numbers, lists
    app("console.log('started');", 'console.log(`user ${Number(req.query.id)}`);', "if (['a', 'b'].includes(req.query.kind)) console.log(`kind ${req.query.kind}`);"),
    // structured
    pino("logger.info({ name: req.query.name }, 'login');", 'logger.info(req.body);'),
    winston("logger.info('login', { name: req.query.name });", "logger.log({ level: 'info', message: 'login', name: req.query.name });"),
    fastify()("request.log.info({ name: request.query.name }, 'login');"),
    app('console.log({ name: req.query.name });', 'console.log([req.query.name]);', 'console.log(req.query, req.body);', 'console.dir(req.query.name);'),
    // escaped
    app('console.log(`user ${JSON.stringify(req.query.name)}`);', 'console.log(JSON.stringify(req.body));', 'console.log(`user ${encodeURIComponent(req.query.name)}`);'),
    app("console.log('user %j', req.query.name);", "console.log('user %o, %O', req.query.name, req.query.text);", "console.log('%d', req.query.id);"),
    express("import util from 'node:util';")('console.log(`user ${util.inspect(req.query.name)}`);'),
    app("console.log(req.query.name.replace(/[\\r\\n]/g, ''));", "console.log(req.query.name.replace(/\\n|\\r/g, ' '));", "console.log(req.query.name.replace(/\\s+/g, ' '));"),
    app("console.log(req.query.name.replace(/\\n/g, '').replace(/\\r/g, ''));", "console.log(req.query.name.replaceAll('\\n', '').replaceAll('\\r', ''));"),
    app('if (/^[\\w -]+$/.test(req.query.name)) console.log(`user ${req.query.name}`);'),
    // Node.js refuses line ends in headers, and URLs are encoded
    app('console.log(`${req.method} ${req.originalUrl}`);', "console.log(req.get('user-agent'), req.headers['x-name'], req.url);"),
    koa()('console.log(`${ctx.method} ${ctx.url}`);'),
    http()('console.log(req.url, req.headers.host);'),
    // no logger that is known; out of sight
    app('logger.info(`user ${req.query.name}`);', 'console.table(req.query.name);'),
    express("import { clean } from './clean.js';")('console.log(clean(req.query.name));'),
    'export const log = (text) => console.log(text);',
  ],
  invalid: [
    { code: app("console.log('user ' + req.query.name);"), errors: [{ ...found('req.query.name'), line: 4, column: 25, suggestions: [{ messageId: 'stringify', output: app("console.log('user ' + JSON.stringify(req.query.name));") }] }] },
    { code: app("console.log('user %s', req.query.name);"), errors: [{ ...found('req.query.name'), suggestions: [{ messageId: 'stringify', output: app("console.log('user %s', JSON.stringify(req.query.name));") }] }] },
    offered(app, 'console.error(`no user ${req.query.name}`);', 'console.error(`no user ${JSON.stringify(req.query.name)}`);'),
    offered(app, "console.warn('user', req.query.name);", "console.warn('user', JSON.stringify(req.query.name));"),
    offered(app, "console.log('%j %s', 1, req.query.name);", "console.log('%j %s', 1, JSON.stringify(req.query.name));"),
    offered(app, "console.log('%d', 1, req.query.name);", "console.log('%d', 1, JSON.stringify(req.query.name));"),
    offered(app, 'const { name } = req.query; console.log(name);', 'const { name } = req.query; console.log(JSON.stringify(name));'),
    offered(app, 'process.stdout.write(`user ${req.query.name}`);', 'process.stdout.write(`user ${JSON.stringify(req.query.name)}`);'),
    offered(pino, 'logger.info(`user ${req.query.name}`);', 'logger.info(`user ${JSON.stringify(req.query.name)}`);'),
    offered(pino, "logger.info('user %s', req.query.name);", "logger.info('user %s', JSON.stringify(req.query.name));"),
    offered(winston, "logger.error('user ' + req.query.name);", "logger.error('user ' + JSON.stringify(req.query.name));"),
    offered(winston, "logger.log('info', `user ${req.query.name}`);", "logger.log('info', `user ${JSON.stringify(req.query.name)}`);"),
    offered(express("import makeDebug from 'debug';\nconst debug = makeDebug('app');"), "debug('user %s', req.query.name);", "debug('user %s', JSON.stringify(req.query.name));"),
    offered(express("import log4js from 'log4js';\nconst logger = log4js.getLogger();"), "logger.info('user', req.query.name);", "logger.info('user', JSON.stringify(req.query.name));"),
    offered(express("import signale from 'signale';"), 'signale.success(`user ${req.query.name}`);', 'signale.success(`user ${JSON.stringify(req.query.name)}`);'),
    offered(express("import bunyan from 'bunyan';\nconst logger = bunyan.createLogger({ name: 'app' });"), 'logger.info(`user ${req.query.name}`);', 'logger.info(`user ${JSON.stringify(req.query.name)}`);'),
    offered(fastify(), 'request.log.info(`user ${request.query.name}`);', 'request.log.info(`user ${JSON.stringify(request.query.name)}`);', 'request.query.name'),
    offered(koa(), 'console.log(`user ${ctx.params.name}`);', 'console.log(`user ${JSON.stringify(ctx.params.name)}`);', 'ctx.params.name'),
    // half of it, or the first one
    { code: app("console.log(req.query.name.replace(/\\n/g, ''));"), errors: [{ ...found('req.query.name'), suggestions: null }] },
    { code: app("console.log(req.query.name.replace('\\n', '').replace('\\r', ''));"), errors: [{ ...found('req.query.name'), suggestions: null }] },
    { code: app("console.log(req.query.name.replace(/\\r/g, '\\n').replace(/\\n/g, '\\n'));"), errors: [{ ...found('req.query.name'), suggestions: null }] },
    // decoded, line ends are there again
    { code: http()("console.log(query.get('name'));"), errors: [{ messageId: 'flow', suggestions: null }] },
    { code: app('console.log(decodeURIComponent(req.originalUrl));'), errors: [{ ...found('req.originalUrl'), suggestions: null }] },
    // the way, options
    { code: lines("import express from 'express';", 'const log = (text) => console.log(`app: ${text}`);', "express().get('/', (req, res) => log(req.query.name));"), errors: [{ ...found('req.query.name', ' through log() line 3'), suggestions: [{ messageId: 'stringify', output: lines("import express from 'express';", 'const log = (text) => console.log(`app: ${JSON.stringify(text)}`);', "express().get('/', (req, res) => log(req.query.name));") }] }] },
    { code: express("import { clean } from './clean.js';")('console.log(clean(req.query.name));'), options: [{ unsure: true }], errors: [{ ...found('req.query.name'), suggestions: null }] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/', (req, res) => console.log({ name: req.query.name }));") }],
  invalid: [{ code: lines(js, "app.get('/', (req, res) => console.log(req.query.name));"), errors: [{ ...found('req.query.name'), suggestions: [{ messageId: 'stringify', output: lines(js, "app.get('/', (req, res) => console.log(JSON.stringify(req.query.name)));") }] }] }],
});
