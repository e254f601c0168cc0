import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-reflected-xss.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const flow = (source: string, way = '', more = '') => ({ messageId: 'flow', data: { source, way, more } });
const app = express();
const escaped = (call: string, output: string) => ({ messageId: 'escape', data: { call }, output });
const jsx = { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } }, filename: 'page.tsx' };

new RuleTester().run('no-reflected-xss', rule, {
  valid: [
    // JSON, objects, status only
    app('res.json({ name: req.query.name });', 'res.send({ name: req.query.name });'),
    app('res.send(req.query);', 'res.send(req.body);', 'res.sendStatus(Number(req.query.code));'),
    fastify()('return { name: request.query.name };', 'reply.send(`Hello ${request.query.name}`);'),
    koa()('ctx.body = { name: ctx.query.name };', 'ctx.body = `Hello ${ctx.query.name}`;'),
    // another content type, set before or in the chain
    app("res.type('text/plain').send(`Hello ${req.query.name}`);"),
    app("res.type('text');", 'res.send(req.query.name);'),
    app("res.set('Content-Type', 'application/json');", 'res.send(JSON.stringify(req.query));'),
    app("res.status(400).header({ 'Content-Type': 'text/csv' }).send(req.query.name);"),
    http()("res.setHeader('Content-Type', 'text/plain');", "res.end(query.get('name'));"),
    http()("res.writeHead(200, { 'Content-Type': 'application/json' });", "res.end(JSON.stringify({ name: query.get('name') }));"),
    koa()("ctx.type = 'text/plain';", 'ctx.body = ctx.query.name;'),
    koa()("ctx.set('Content-Type', 'text/plain');", 'ctx.body = ctx.query.name;'),
    // escaped
    express("import escapeHtml from 'escape-html';")('res.send(`<b>${escapeHtml(req.query.name)}</b>`);'),
    express("import he from 'he';")('res.send(`<b>${he.encode(req.query.name)}</b>`);'),
    express("import _ from 'lodash';")('res.send(`<b>${_.escape(req.query.name)}</b>`);'),
    express("import DOMPurify from 'isomorphic-dompurify';")('res.send(DOMPurify.sanitize(req.body.html));'),
    express("import sanitizeHtml from 'sanitize-html';")('res.send(sanitizeHtml(req.body.html));'),
    express("import validator from 'validator';")('res.send(validator.escape(req.query.name));'),
    app("const esc = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\"/g, '&quot;');", 'res.send(`<b>${esc(req.query.name)}</b>`);'),
    app('res.send(`<a href="/search?q=${encodeURIComponent(req.query.q)}">again</a>`);'),
    // numbers, lists, templates
    app('res.send(`<b>${Number(req.query.page)}</b>`);', "res.send(['a', 'b'].includes(req.query.x) ? req.query.x : 'a');"),
    app("if (!/^[\\w-]+$/.test(req.params.id)) return res.sendStatus(400);", 'res.send(`<b>${req.params.id}</b>`);'),
    app("res.render('page', { name: req.query.name });"),
    { ...jsx, code: express("import { renderToString } from 'react-dom/server';")('res.send(renderToString(<b title={req.query.name}>{req.query.name}</b>));') },
    { ...jsx, code: express("import { renderToString } from 'react-dom/server';\nimport escapeHtml from 'escape-html';")('res.send(renderToString(<b dangerouslySetInnerHTML={{ __html: escapeHtml(req.query.name) }} />));') },
    // other things of that name
    app('socket.send(req.query.name);', 'stream.write(req.query.name);'),
    lines('export const hello = (name) => `<b>${name}</b>`;'),
    express("import { clean } from './clean.js';")('res.send(clean(req.query.name));'),
  ],
  invalid: [
    // frameworks
    { code: app('res.send(`<b>${req.query.name}</b>`);'), errors: [{ ...flow('req.query.name'), line: 4, column: 18, suggestions: [] }] },
    { code: app('res.send(req.query.name);'), errors: [flow('req.query.name')] },
    { code: app("res.status(404).send('No ' + req.params.id);"), errors: [flow('req.params.id')] },
    { code: app("res.write('<p>' + req.body.text);", 'res.end();'), errors: [flow('req.body.text')] },
    { code: http()("res.end(`<b>${query.get('name')}</b>`);"), errors: [flow('req.url')] },
    { code: koa()('ctx.body = `<b>${ctx.query.name}</b>`;'), errors: [flow('ctx.query.name')] },
    { code: koa()('ctx.body = ctx.query.name;'), errors: [flow('ctx.query.name')] },
    { code: fastify()("reply.type('text/html');", 'reply.send(`<b>${request.query.name}</b>`);'), errors: [flow('request.query.name')] },
    { code: fastify()("return reply.header('Content-Type', 'text/html').send(request.query.name);"), errors: [flow('request.query.name')] },
    { code: lines("import { Hono } from 'hono';", "new Hono().get('/', (c) => c.html(`<b>${c.req.query('name')}</b>`));"), errors: [{ messageId: 'flow' }] },
    { code: lines("import { Controller, Get, Query } from '@nestjs/common';", '@Controller()', 'export class Pages {', '  @Get()', "  hello(@Query('name') name: string) {", '    return `<b>${name}</b>`;', '  }', '}'), errors: [flow('name')] },
    { code: express("import Handlebars from 'handlebars';")("res.render('page', { name: new Handlebars.SafeString(req.query.name) });"), errors: [{ ...flow('req.query.name'), suggestions: [escaped('Handlebars.escapeExpression', express("import Handlebars from 'handlebars';")("res.render('page', { name: new Handlebars.SafeString(Handlebars.escapeExpression(req.query.name)) });"))] }] },
    { ...jsx, code: express("import { renderToString } from 'react-dom/server';")('res.send(renderToString(<b dangerouslySetInnerHTML={{ __html: req.query.name }} />));'), errors: [flow('req.query.name')] },
    // HTML by its type, and types set elsewhere
    { code: app("res.type('html').send(req.query.name);"), errors: [flow('req.query.name')] },
    { code: app("res.set('Content-Type', 'text/html; charset=utf-8');", 'res.send(req.query.name);'), errors: [flow('req.query.name')] },
    { code: app("res.set('X-Type', 'text/plain');", 'res.send(req.query.name);'), errors: [flow('req.query.name')] },
    { code: app("if (req.query.plain) res.type('text');", 'res.send(req.query.name);'), errors: [flow('req.query.name')] },
    // escapes that are none
    { code: app("res.send(req.query.name.replace('<', '&lt;'));"), errors: [flow('req.query.name')] },
    { code: app("res.send(req.query.name.replace(/\"/g, '&quot;'));"), errors: [flow('req.query.name')] },
    { code: app('res.send(`<script>var name = ${JSON.stringify(req.query.name)}</script>`);'), errors: [flow('req.query.name')] },
    { code: express("import escapeHtml from 'escape-html';")('res.send(decodeURIComponent(escapeHtml(req.query.name)));'), errors: [{ ...flow('req.query.name'), suggestions: [] }] },
    { code: app('const escapeHtml = (s) => s;', 'res.send(escapeHtml(req.query.name));'), errors: [{ messageId: 'flow' }] },
    // an escape that is at hand
    {
      code: express("import escapeHtml from 'escape-html';")("res.send('<b>' + req.query.name + '</b>');"),
      errors: [{ ...flow('req.query.name'), suggestions: [escaped('escapeHtml', express("import escapeHtml from 'escape-html';")("res.send('<b>' + escapeHtml(req.query.name) + '</b>');"))] }],
    },
    {
      code: express("import _ from 'lodash';")('res.send(req.query.name);'),
      errors: [{ ...flow('req.query.name'), suggestions: [escaped('_.escape', express("import _ from 'lodash';")('res.send(_.escape(req.query.name));'))] }],
    },
    {
      code: express("import { encode } from 'he';")('ctx(res.send(`<b>${req.query.name}</b>`));'),
      errors: [{ ...flow('req.query.name'), suggestions: [escaped('encode', express("import { encode } from 'he';")('ctx(res.send(`<b>${encode(req.query.name)}</b>`));'))] }],
    },
    // the way, more inputs, options
    { code: lines("import express from 'express';", 'const page = (name) => `<b>${name}</b>`;', "express().get('/', (req, res) => res.send(page(req.query.name)));"), errors: [flow('req.query.name', ' through page() line 3')] },
    { code: app('res.send(`<b>${req.query.a}</b><i>${req.query.b}</i>`);'), errors: [flow('req.query.a', '', ' (and 1 more input)')] },
    { code: app("const list = ['<ul>'];", 'for (const item of req.body.items) list.push(`<li>${item}</li>`);', "res.send(list.join(''));"), errors: [flow('req.body.items')] },
    { code: express("import { clean } from './clean.js';")('res.send(clean(req.query.name));'), options: [{ unsure: true }], errors: [flow('req.query.name')] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "const escapeHtml = require('escape-html');", "app.get('/', (req, res) => res.send('<b>' + escapeHtml(req.query.name)));") }],
  invalid: [{ code: lines(js, "app.get('/', (req, res) => res.send('<b>' + req.query.name));"), errors: [flow('req.query.name')] }],
});
