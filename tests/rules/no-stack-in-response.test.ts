import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-stack-in-response.ts';
import { drivers, express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const flow = (source: string, way = '') => ({ messageId: 'flow', data: { source, way, more: '' } });
const leak = (source: string, generic: string, rest: { way?: string; object?: boolean } = {}) => ({
  ...flow(source, rest.way),
  suggestions: [{ messageId: rest.object ? ('genericObject' as const) : ('generic' as const), output: generic }],
});

const tried = (sample: (...body: string[]) => string, ...handling: string[]) => sample('try {', '  await work();', '} catch (err) {', ...handling.map((line) => `  ${line}`), '}');
const web = express();

/** `before` in a `catch` of an Express handler, and what the suggestion makes of it. */
const object = (source: string, before: string, after: string) => ({ code: tried(web, before), errors: [leak(source, tried(web, after), { object: true })] });
const text = (source: string, before: string, after: string) => ({ code: tried(web, before), errors: [leak(source, tried(web, after))] });

new RuleTester().run('no-stack-in-response', rule, {
  valid: [
    // logged, and answered in general
    tried(web, 'console.error(err);', "res.status(500).send('Internal Server Error');"),
    tried(web, 'logger.error({ err });', "res.status(500).json({ error: 'Internal Server Error' });"),
    tried(web, 'req.log.error(err.stack);', 'res.sendStatus(500);'),
    tried(koa(), "ctx.app.emit('error', err, ctx);", "ctx.body = { error: 'Internal Server Error' };"),
    tried(fastify(), 'request.log.error(err);', "return reply.code(500).send({ error: 'Internal Server Error' });"),
    tried(http(), 'console.error(err.stack);', "res.writeHead(500).end('Internal Server Error');"),
    // handed on
    lines("import express from 'express';", "express().get('/', async (req, res, next) => {", '  try {', '    res.json(await work());', '  } catch (err) {', '    next(err);', '  }', '});'),
    tried(fastify(), 'throw err;'),
    // the name and the message, without the stack
    tried(web, "res.status(400).send('Failed: ' + err);"),
    tried(web, 'res.status(400).json({ error: err.message });'),
    // facts about the error
    tried(web, "res.json({ failed: Boolean(err) });"),
    tried(web, 'res.status(err.status ?? 500).end();'),
    tried(web, "res.status(err.code === 'ENOENT' ? 404 : 500).send(err.code === 'ENOENT' ? 'Not found' : 'Internal Server Error');"),
    // only where the developer looks
    tried(web, "if (process.env.NODE_ENV !== 'production') res.send(err.stack);", "else res.sendStatus(500);"),
    tried(web, "if (process.env.NODE_ENV === 'development') return res.send(err.stack);", 'res.sendStatus(500);'),
    tried(web, "if (process.env.NODE_ENV === 'production') return res.sendStatus(500);", 'res.send(err.stack);'),
    tried(web, "res.json({ error: 'Internal Server Error', stack: process.env.NODE_ENV === 'production' ? undefined : err.stack });"),
    tried(web, "res.json({ error: 'Internal Server Error', ...(process.env.NODE_ENV !== 'production' && { stack: err.stack }) });"),
    // errors that were made to be shown
    lines("import express from 'express';", 'class Refusal extends Error {', '  expose = true;', '}', "express().get('/', async (req, res) => {", '  try {', '    await work();', '  } catch (err) {', '    if (err instanceof Refusal) return res.status(400).json({ error: err.message });', '    res.sendStatus(500);', '  }', '});'),
    tried(express("import createError from 'http-errors';"), 'if (err.expose) return res.status(err.status).send(err.message);', 'res.sendStatus(500);'),
    tried(express("import Boom from '@hapi/boom';"), 'const { payload } = Boom.boomify(err).output;', 'res.json(payload);'),
    tried(express("import { ZodError } from 'zod';"), 'if (err instanceof ZodError) return res.status(400).json(err.issues);', 'res.sendStatus(500);'),
    // the error of another library's result, and names that are none
    web("const { data, error } = schema.safeParse(req.body);", "if (error) return res.status(400).json({ error: error.issues });", 'res.json(data);'),
    web("res.json({ stack: ['a', 'b'] });", 'const message = `Hello ${req.query.name}`;', 'res.json({ message });'),
    // no response
    lines('try {', '  await work();', '} catch (err) {', '  console.log(err.stack);', '  process.exit(1);', '}'),
  ],
  invalid: [
    object('err', 'res.status(500).json(err);', "res.status(500).json({ error: 'Internal Server Error' });"),
    text('err', 'res.status(500).send(err);', "res.status(500).send('Internal Server Error');"),
    text('err.stack', 'res.send(err.stack);', "res.send('Internal Server Error');"),
    text('err.stack', 'res.send(`<pre>${err.stack}</pre>`);', "res.send('Internal Server Error');"),
    object('err', 'res.json({ ...err });', "res.json({ error: 'Internal Server Error' });"),
    object('err', 'res.json({ error: err });', "res.json({ error: 'Internal Server Error' });"),
    object('err.stack', 'res.json({ error: { stack: err.stack } });', "res.json({ error: 'Internal Server Error' });"),
    // one property of several can go
    {
      code: tried(web, "res.json({ error: 'Failed', stack: err.stack });"),
      errors: [
        {
          ...flow('err.stack'),
          suggestions: [
            { messageId: 'dropStack', output: tried(web, "res.json({ error: 'Failed' });") },
            { messageId: 'genericObject', output: tried(web, "res.json({ error: 'Internal Server Error' });") },
          ],
        },
      ],
    },
    {
      code: tried(web, "res.json({", "  stack: err.stack,", "  error: 'Failed',", '});'),
      errors: [
        {
          ...flow('err.stack'),
          suggestions: [
            { messageId: 'dropStack', output: tried(web, 'res.json({', "  error: 'Failed',", '});') },
            { messageId: 'genericObject', output: tried(web, "res.json({ error: 'Internal Server Error' });") },
          ],
        },
      ],
    },
    // inspected, printed
    {
      code: tried(express("import { inspect } from 'node:util';"), 'res.send(inspect(err));'),
      errors: [leak('err', tried(express("import { inspect } from 'node:util';"), "res.send('Internal Server Error');"))],
    },
    text('err', 'res.send(JSON.stringify(err, Object.getOwnPropertyNames(err)));', "res.send('Internal Server Error');"),
    // by every framework
    { code: tried(koa(), 'ctx.body = err.stack;'), errors: [leak('err.stack', tried(koa(), "ctx.body = 'Internal Server Error';"))] },
    { code: tried(fastify(), 'return reply.code(500).send(err.stack);'), errors: [leak('err.stack', tried(fastify(), "return reply.code(500).send('Internal Server Error');"))] },
    { code: tried(http(), 'res.writeHead(500).end(err.stack);'), errors: [leak('err.stack', tried(http(), "res.writeHead(500).end('Internal Server Error');"))] },
    { code: tried(http(), 'res.write(err.stack);'), errors: [leak('err.stack', tried(http(), "res.write('Internal Server Error');"))] },
    // the error handler of an app
    {
      code: lines("import express from 'express';", 'const app = express();', 'app.use((err, req, res, next) => {', '  res.status(500).send(err.stack);', '});'),
      errors: [{ ...leak('err.stack', lines("import express from 'express';", 'const app = express();', 'app.use((err, req, res, next) => {', "  res.status(500).send('Internal Server Error');", '});')), line: 4, column: 24 }],
    },
    {
      code: lines("import Fastify from 'fastify';", 'const app = Fastify();', 'app.setErrorHandler((error, request, reply) => {', '  reply.send({ stack: error.stack });', '});'),
      errors: [leak('error.stack', lines("import Fastify from 'fastify';", 'const app = Fastify();', 'app.setErrorHandler((error, request, reply) => {', "  reply.send({ error: 'Internal Server Error' });", '});'), { object: true })],
    },
    // callbacks and promises
    {
      code: express(drivers.pg)("db.query('SELECT 1', (err, result) => {", '  if (err) return res.status(500).json({ err });', '  res.json(result.rows);', '});'),
      errors: [
        leak('err', express(drivers.pg)("db.query('SELECT 1', (err, result) => {", "  if (err) return res.status(500).json({ error: 'Internal Server Error' });", '  res.json(result.rows);', '});'), { object: true }),
      ],
    },
    { code: web('work().catch((err) => res.status(500).send(err.stack));'), errors: [leak('err.stack', web("work().catch((err) => res.status(500).send('Internal Server Error'));"), { way: ' through a function line 4' })] },
    // the way
    {
      code: lines("import express from 'express';", 'const fail = (res, problem) => {', '  res.status(500).json({ problem });', '};', "express().get('/', async (req, res) => {", '  try {', '    await work();', '  } catch (err) {', '    fail(res, err);', '  }', '});'),
      errors: [
        {
          ...flow('err', ' through fail() line 9'),
          line: 3,
          suggestions: [
            {
              messageId: 'genericObject',
              output: lines("import express from 'express';", 'const fail = (res, problem) => {', "  res.status(500).json({ error: 'Internal Server Error' });", '};', "express().get('/', async (req, res) => {", '  try {', '    await work();', '  } catch (err) {', '    fail(res, err);', '  }', '});'),
            },
          ],
        },
      ],
    },
    // the wrong way round
    {
      code: tried(web, "if (process.env.NODE_ENV === 'production') res.send(err.stack);"),
      errors: [leak('err.stack', tried(web, "if (process.env.NODE_ENV === 'production') res.send('Internal Server Error');"))],
    },
    // settings
    { code: tried(web, 'res.send(err.stack);'), settings: { 'secure-node': { fixes: 'none' } }, errors: [flow('err.stack')] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const app = require('express')();", "app.use(function (err, req, res, next) { console.error(err.stack); res.status(500).send('Internal Server Error'); });") }],
  invalid: [
    {
      code: lines("const app = require('express')();", 'app.use(function (err, req, res, next) { res.status(500).send(err.stack); });'),
      errors: [leak('err.stack', lines("const app = require('express')();", "app.use(function (err, req, res, next) { res.status(500).send('Internal Server Error'); });"))],
    },
    // a handler of another file, known by its four parameters
    {
      code: lines('module.exports = function (err, req, res, next) {', '  res.json(err);', '};'),
      errors: [leak('err', lines('module.exports = function (err, req, res, next) {', "  res.json({ error: 'Internal Server Error' });", '};'), { object: true })],
    },
  ],
});
