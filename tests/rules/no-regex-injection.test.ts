import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-regex-injection.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const found = (source: string, way = '', more = '') => ({ messageId: 'flow' as const, data: { source, way, more } });
const app = express();
const escape = express("import escape from 'escape-string-regexp';");
const lodash = express("import _ from 'lodash';");
const own = express("const escape = (text) => text.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&');");
const half = express("const escape = (text) => text.replace(/[.*+?^$]/g, '\\\\$&');");
const library = { 'secure-node': { origins: ['library'] } };

/** What is offered; without `by` nothing is. */
const offered = (of: typeof app, before: string, after: string, source: string, filename?: string) => ({
  code: of(before),
  ...(filename === undefined ? {} : { filename }),
  errors: [{ ...found(source), suggestions: [{ messageId: 'escape' as const, output: of(after) }] }],
});

new RuleTester().run('no-regex-injection', rule, {
  valid: [
    // a caller's pattern is a regular expression
    { code: 'export const has = (text, pattern) => text.match(pattern) !== null && text.search(pattern) > 0;', settings: library },
    { code: "export const sticky = (pattern) => new RegExp(pattern.source, 'y');", settings: library },
    // constants, patterns, numbers, lists
    app('new RegExp("a+").test(req.query.name);', "new RegExp(/a/, 'i').test(req.query.name);"),
    app('new RegExp(`a{${Number(req.query.count)}}`);'),
    app("const PATTERNS = { a: '^a', b: '^b' };", 'new RegExp(PATTERNS[req.query.kind]);'),
    app("if (!['a', 'b'].includes(req.query.kind)) return;", 'new RegExp(`^${req.query.kind}`);'),
    app("new RegExp(['a', 'b'].map((word) => `^${word}`).join('|'));"),
    // escaped
    escape('new RegExp(escape(req.query.name));', 'new RegExp(`^${escape(req.query.name)}$`, "i");'),
    express("import escape from 'lodash.escaperegexp';")('new RegExp(escape(req.query.name));'),
    express("import { escapeRegExp } from 'es-toolkit';")('new RegExp(escapeRegExp(req.query.name));'),
    lodash("new RegExp(_.escapeRegExp(req.query.name), 'g');"),
    app('new RegExp(RegExp.escape(req.query.name));'),
    own('new RegExp(escape(req.query.name));'),
    app("new RegExp(req.query.name.replace(/[-/\\\\^$*+?.()|[\\]{}]/g, '\\\\$&'));", "new RegExp(req.query.name.replace(/\\W/g, (char) => `\\\\${char}`));"),
    // checked
    app('if (!/^\\w+$/.test(req.query.name)) return;', 'new RegExp(`^${req.query.name}`);'),
    express("import isSafe from 'safe-regex';")('if (isSafe(req.query.name)) new RegExp(req.query.name);'),
    // no pattern: these take the text as it is; others have methods of these names
    app("'abc'.replace(req.query.name, '');", "'abc'.split(req.query.name);", "'abc'.includes(req.query.name);"),
    app('router.match(req.query.name);', 'index.search(req.query.name);'),
    express("import RE2 from 're2';")('new RE2(req.query.name);'),
    express("import { escapeIt } from './escape.js';")('new RegExp(escapeIt(req.query.name));'),
    'export const matcher = (source) => new RegExp(source);',
  ],
  invalid: [
    { code: app('new RegExp(req.query.name);'), errors: [{ ...found('req.query.name'), line: 4, column: 14, suggestions: null }] },
    { code: app('RegExp(`^${req.query.name}`, "i");'), errors: [{ ...found('req.query.name'), column: 14, suggestions: null }] },
    { code: app("'abc'.match(req.query.name);"), errors: [found('req.query.name')] },
    { code: app("'abc'.search(req.query.name);"), errors: [found('req.query.name')] },
    { code: app('`a${req.query.text}`.matchAll(req.query.name);'), errors: [found('req.query.name')] },
    { code: app('users.filter((user) => new RegExp(req.query.name, "i").test(user.name));'), errors: [found('req.query.name')] },
    { code: koa()('new RegExp(ctx.query.name);'), errors: [found('ctx.query.name')] },
    { code: fastify()('new RegExp(request.query.name);'), errors: [found('request.query.name')] },
    { code: http()("new RegExp(query.get('name'));"), errors: [found('req.url')] },
    { code: half('new RegExp(escape(req.query.name));'), errors: [found('req.query.name', ' through escape() line 5')] },
    { code: app("new RegExp(req.query.name.replace(/[.*+?^${}()|[\\]\\\\]/, '\\\\$&'));"), errors: [found('req.query.name')] },
    { code: app('if (!/^[\\w+*()]+$/.test(req.query.name)) return;', 'new RegExp(`^${req.query.name}`);'), errors: [found('req.query.name')] },
    { code: express("import isSafe from 'safe-regex';")('if (!isSafe(req.query.name)) new RegExp(req.query.name);'), errors: [found('req.query.name')] },
    { code: lines("import express from 'express';", 'const find = (list, text) => list.filter((one) => new RegExp(text).test(one));', "express().get('/', (req, res) => res.json(find([], req.query.name)));"), errors: [found('req.query.name', ' through find() line 3, a function line 2')] },
    { code: express("import { escapeIt } from './escape.js';")('new RegExp(escapeIt(req.query.name));'), options: [{ unsure: true }], errors: [found('req.query.name')] },
    { code: 'export const matcher = (source) => new RegExp(source);', settings: library, errors: [found('source')] },
    // not the caller's pattern as it is, but a text that becomes one
    { code: 'export const has = (text, word) => text.match(`^${word}$`);', settings: library, errors: [found('word')] },
    // what is offered
    offered(escape, 'new RegExp(req.query.name);', 'new RegExp(escape(req.query.name));', 'req.query.name'),
    offered(escape, 'new RegExp(`^${req.query.name}$`);', 'new RegExp(`^${escape(req.query.name)}$`);', 'req.query.name'),
    offered(escape, "new RegExp('^' + req.query.name);", "new RegExp('^' + escape(req.query.name));", 'req.query.name'),
    offered(lodash, 'new RegExp(req.query.name);', 'new RegExp(_.escapeRegExp(req.query.name));', 'req.query.name'),
    offered(app, 'new RegExp(req.query.name);', 'new RegExp(RegExp.escape(req.query.name));', 'req.query.name', 'tests/fixtures/node-24/app.ts'),
    offered(escape, "const { name } = req.query; 'abc'.match(name);", "const { name } = req.query; 'abc'.match(escape(name));", 'req.query.name'),
    // what is made elsewhere may be a pattern of ours in part
    { code: escape('const source = `^${req.query.name}$`;', 'new RegExp(source);'), errors: [{ ...found('req.query.name'), suggestions: null }] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "const escape = require('escape-string-regexp');", "app.get('/', (req, res) => res.json(new RegExp(escape(req.query.name)).test('a')));") }],
  invalid: [{ code: lines(js, "app.get('/', (req, res) => res.json(new RegExp(req.query.name).test('a')));"), errors: [found('req.query.name')] }],
});
