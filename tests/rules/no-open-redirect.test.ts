import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-open-redirect.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const flow = (source: string, way = '', more = '') => ({ messageId: 'flow', data: { source, way, more } });
const app = express("const ORIGIN = 'https://shop.example';\nconst TARGETS = ['/a', '/b'];");
const next = 'const { next } = req.query;';
const refused = (condition: string): string => `if (${condition}) return res.sendStatus(400);`;

new RuleTester().run('no-open-redirect', rule, {
  valid: [
    // what stands before the value
    app("res.redirect('/home/' + req.query.name);", 'res.redirect(301, `/users/${req.params.id}`);'),
    app("res.redirect('/login?next=' + encodeURIComponent(req.query.next));"),
    app('res.redirect(`${ORIGIN}/users/${req.params.id}`);', 'res.redirect(`${process.env.APP_URL}/users/${req.params.id}`);'),
    app("res.redirect('users/' + req.params.id);", "res.redirect('?page=' + req.query.page);"),
    koa()('ctx.redirect(`/users/${ctx.params.id}`);'),
    // lists and comparisons
    app(next, "res.redirect(TARGETS.includes(next) ? next : '/');"),
    app(next, "res.redirect(next === '/a' || next === '/b' ? next : '/');"),
    app("const PAGES = { a: '/a', b: '/b' };", "res.redirect(PAGES[req.query.page] ?? '/');"),
    // the same origin
    app('const url = new URL(req.query.next, ORIGIN);', refused('url.origin !== ORIGIN'), 'res.redirect(url.href);'),
    app('const url = new URL(req.query.next, ORIGIN);', refused("url.hostname !== 'shop.example'"), 'res.redirect(req.query.next);'),
    express("import { config } from './config.js';")('const url = new URL(req.query.next, config.origin);', refused('url.origin !== config.origin'), 'res.redirect(url.href);'),
    app('const url = new URL(req.query.next);', refused("!url.hostname.endsWith('.shop.example')"), 'res.redirect(url.href);'),
    app(refused("!req.query.next.startsWith('https://shop.example/')"), 'res.redirect(req.query.next);'),
    express("function isOurs(to) {\n  try {\n    return new URL(to, 'https://shop.example').origin === 'https://shop.example';\n  } catch {\n    return false;\n  }\n}")(next, "res.redirect(isOurs(next) ? next : '/');"),
    // one slash, and no other after it
    app(next, refused("!next.startsWith('/') || next.startsWith('//') || next.startsWith('/\\\\')"), 'res.redirect(next);'),
    app(next, "if (next.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\\\')) res.redirect(next);"),
    app(next, refused('!/^\\/(?![/\\\\])/.test(next)'), 'res.redirect(next);'),
    app(next, refused('!/^\\/[^/\\\\]/.test(next)'), 'res.redirect(next);'),
    app(next, refused('!/^\\/\\w+$/.test(next)'), 'res.redirect(next);'),
    app(next, refused("!next.startsWith('/') || /^\\/[/\\\\]/.test(next)"), 'res.redirect(next);'),
    express("const isLocal = (to) => to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\\\');")(next, "res.redirect(isLocal(next) ? next : '/');"),
    // other headers, other things of that name
    app("res.setHeader('X-Next', req.query.next);", "store.redirect(req.query.next);"),
    http()("res.writeHead(302, { Location: '/users/' + query.get('id') });"),
    fastify()('return reply.redirect(`/users/${Number(request.params.id)}`);'),
    lines('export const go = (res, url) => { window.location.redirect(url); };'),
    express("import { clean } from './clean.js';")('res.redirect(clean(req.query.next));'),
  ],
  invalid: [
    // frameworks
    { code: app('res.redirect(req.query.next);'), errors: [{ ...flow('req.query.next'), line: 6, column: 16 }] },
    { code: app('res.redirect(301, req.query.next);'), errors: [flow('req.query.next')] },
    { code: app("res.location(req.query.next);"), errors: [flow('req.query.next')] },
    { code: app("res.set('Location', req.query.next);"), errors: [flow('req.query.next')] },
    { code: koa()('ctx.redirect(ctx.query.next);'), errors: [flow('ctx.query.next')] },
    { code: koa()("ctx.set('Location', ctx.query.next);"), errors: [flow('ctx.query.next')] },
    { code: fastify()('return reply.redirect(request.query.next);'), errors: [flow('request.query.next')] },
    { code: http()("res.writeHead(302, { Location: query.get('next') });"), errors: [flow('req.url')] },
    { code: http()("res.setHeader('Location', query.get('next'));"), errors: [flow('req.url')] },
    { code: lines("import { Hono } from 'hono';", "new Hono().get('/', (c) => c.redirect(c.req.query('next')));"), errors: [flow("c.req.query('next')")].map(({ messageId }) => ({ messageId })) },
    { code: lines("import { Controller, Get, Query, Redirect } from '@nestjs/common';", '@Controller()', 'export class Pages {', '  @Get()', '  @Redirect()', "  go(@Query('next') next: string) {", '    return { url: next };', '  }', '}'), errors: [{ messageId: 'flow' }] },
    // what stands before does not settle it
    { code: app("res.redirect('/' + req.query.next);"), errors: [flow('req.query.next')] },
    { code: app('res.redirect(ORIGIN + req.query.next);'), errors: [flow('req.query.next')] },
    { code: app('res.redirect(`https://${req.query.shop}/home`);'), errors: [flow('req.query.shop')] },
    { code: app('res.redirect(`https://${req.headers.host}/home`);'), errors: [flow('req.headers.host')] },
    { code: app('res.redirect(new URL(req.query.next, ORIGIN).href);'), errors: [flow('req.query.next')] },
    { code: app('res.redirect(new URL(req.query.next, ORIGIN).pathname);'), errors: [flow('req.query.next')] },
    // checks that are none
    { code: app(next, refused("!next.startsWith('/')"), 'res.redirect(next);'), errors: [flow('req.query.next')] },
    { code: app(next, refused("!next.startsWith('/') || next.startsWith('//')"), 'res.redirect(next);'), errors: [flow('req.query.next')] },
    { code: app(next, refused('!/^\\/(?!\\/)/.test(next)'), 'res.redirect(next);'), errors: [flow('req.query.next')] },
    { code: app(next, refused('!/^\\/.*/.test(next)'), 'res.redirect(next);'), errors: [flow('req.query.next')] },
    { code: app(next, refused("!next.startsWith('https://shop.example')"), 'res.redirect(next);'), errors: [flow('req.query.next')] },
    { code: app(next, refused("!next.includes('shop.example')"), 'res.redirect(next);'), errors: [flow('req.query.next')] },
    { code: app('const url = new URL(req.query.next);', refused("!url.hostname.endsWith('shop.example')"), 'res.redirect(url.href);'), errors: [flow('req.query.next')] },
    { code: app('const url = new URL(req.query.next);', refused('url.host !== req.query.host'), 'res.redirect(url.href);'), errors: [flow('req.query.next')] },
    // the way, settings, options
    { code: lines("import express from 'express';", 'const go = (res, to) => res.redirect(to);', "express().get('/', (req, res) => go(res, req.query.next || '/'));"), errors: [{ ...flow('req.query.next', ' through go() line 3'), line: 2 }] },
    { code: app("res.redirect(req.query.next ?? req.body.next ?? '/');"), errors: [flow('req.query.next', '', ' (and 1 more input)')] },
    { code: express("import { clean } from './clean.js';")('res.redirect(clean(req.query.next));'), options: [{ unsure: true }], errors: [flow('req.query.next')] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/', (req, res) => res.redirect('/users/' + req.query.name));") }],
  invalid: [
    { code: lines(js, "app.get('/', (req, res) => res.redirect(req.query.next));"), errors: [flow('req.query.next')] },
    { code: lines('exports.login = function (req, res) { res.redirect(req.query.next); };'), errors: [flow('req.query.next')] },
  ],
});
