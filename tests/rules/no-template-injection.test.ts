import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-template-injection.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const found = (messageId: 'flow' | 'view' | 'data', source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });
const one = (code: string, messageId: 'flow' | 'view' | 'data', source: string, way = '') => ({ code, errors: [found(messageId, source, way)] });

const plain = express();
const ejs = express("import ejs from 'ejs';");
const pug = express("import pug from 'pug';");
const nunjucks = express("import nunjucks from 'nunjucks';");
const handlebars = express("import Handlebars from 'handlebars';");

new RuleTester().run('no-template-injection', rule, {
  valid: [
    // templates of ours, input as data
    ejs("res.send(ejs.render('<p><%= name %>', { name: req.query.name }));", 'ejs.compile(own())({ name: req.query.name });'),
    pug("pug.compile('p= name')({ name: req.query.name });", "pug.renderFile('a.pug', { name: req.query.name });"),
    nunjucks("nunjucks.renderString('{{ name }}', { name: req.query.name });"),
    handlebars("Handlebars.compile('{{ name }}')(req.body);"),
    express("import { template } from 'lodash';")("template('<%= name %>')({ name: req.query.name });"),
    express("import Mustache from 'mustache';")("Mustache.render('{{ name }}', { name: req.query.name });"),
    // read from a constant path
    express("import ejs from 'ejs';\nimport { readFileSync } from 'node:fs';")("ejs.render(readFileSync('views/a.ejs', 'utf8'), { name: req.query.name });"),
    // numbers, checked names
    ejs('ejs.render(`<p>${Number(req.query.n)}`);'),
    plain("if (!['a', 'b'].includes(req.params.page)) return;", 'res.render(`pages/${req.params.page}`);'),
    plain('if (!/^[\\w-]+$/.test(req.params.page)) return;', 'res.render(req.params.page);'),
    express("const PAGES = { a: 'pages/a', b: 'pages/b' };")('res.render(PAGES[req.params.page]);'),
    // named members as data; members of route parameters are texts; text is no object
    plain("res.render('page', { name: req.body.name, query: req.query });", "res.render('page', req.params);", "res.render('page', String(req.query.x));"),
    plain("const { name, city } = req.body;", "res.render('page', { name, city, ...own() });"),
    koa()("await ctx.render('page', { name: ctx.query.name });"),
    fastify()("return reply.view('page', { name: request.query.name });"),
    // other things of that name, out of sight
    plain('own.render(req.query.x);', 'own.compile(req.query.x);'),
    express("import { clean } from './clean.js';\nimport ejs from 'ejs';")('ejs.render(clean(req.query.x));'),
  ],
  invalid: [
    one(ejs('res.send(ejs.render(req.body.template));'), 'flow', 'req.body.template'),
    one(ejs('res.send(ejs.render(`<p>Hello ${req.query.name}`));'), 'flow', 'req.query.name'),
    one(pug('pug.compile(`p Hello ${req.query.name}`)();'), 'flow', 'req.query.name'),
    one(nunjucks('nunjucks.renderString(req.query.x, {});'), 'flow', 'req.query.x'),
    one(nunjucks("new nunjucks.Environment().renderString('Hello ' + req.query.x, {});"), 'flow', 'req.query.x'),
    one(handlebars('Handlebars.compile(req.body.template)({});'), 'flow', 'req.body.template'),
    one(express("import { template } from 'lodash';")('template(req.query.x)();'), 'flow', 'req.query.x'),
    one(express("import _ from 'underscore';")('_.template(req.query.x)();'), 'flow', 'req.query.x'),
    one(express("import Mustache from 'mustache';")('Mustache.render(req.query.x, {});'), 'flow', 'req.query.x'),
    one(express("import { Eta } from 'eta';")('new Eta().renderString(req.query.x, {});'), 'flow', 'req.query.x'),
    one(express("import doT from 'dot';")('doT.template(req.query.x)({});'), 'flow', 'req.query.x'),
    one(express("import { Liquid } from 'liquidjs';")('await new Liquid().parseAndRender(req.query.x);'), 'flow', 'req.query.x'),
    // names of views
    one(plain('res.render(req.params.page);'), 'view', 'req.params.page'),
    one(plain("res.render('pages/' + req.query.page, { title: 'x' });"), 'view', 'req.query.page'),
    one(koa()('await ctx.render(ctx.query.page);'), 'view', 'ctx.query.page'),
    one(fastify()('return reply.view(request.query.page);'), 'view', 'request.query.page'),
    // all of the data
    one(plain("res.render('page', req.body);"), 'data', 'req.body'),
    one(plain("res.render('page', { ...req.query, title: 'x' });"), 'data', 'req.query'),
    one(plain("const data = { title: 'x' };", 'Object.assign(data, req.body);', "res.render('page', data);"), 'data', 'req.body'),
    one(plain("res.render('page', Object.assign({ title: 'x' }, req.body));"), 'data', 'req.body'),
    one(koa()("await ctx.render('page', ctx.request.body);"), 'data', 'ctx.request.body'),
    one(fastify()("return reply.view('page', request.body);"), 'data', 'request.body'),
    one(pug("pug.renderFile('a.pug', req.query);"), 'data', 'req.query'),
    one(ejs("ejs.renderFile('a.ejs', { ...req.body });"), 'data', 'req.body'),
    // the way, options
    { code: lines("import express from 'express';", "const page = (res, data) => res.render('page', { ...data });", "express().post('/', (req, res) => page(res, req.body));"), errors: [{ ...found('data', 'req.body', ' through page() line 3'), line: 2 }] },
    { code: express("import { clean } from './clean.js';\nimport ejs from 'ejs';")('ejs.render(clean(req.query.x));'), options: [{ unsure: true }], errors: [found('flow', 'req.query.x')] },
  ],
});

const js = "const ejs = require('ejs');\nconst app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/', (req, res) => res.send(ejs.render('<%= name %>', { name: req.query.name })));") }],
  invalid: [{ code: lines(js, "app.get('/', (req, res) => res.send(ejs.render('Hello ' + req.query.name)));"), errors: [found('flow', 'req.query.name')] }],
});
