import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-code-injection.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

type Id = 'flow' | 'module' | 'method';
const found = (messageId: Id, source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });

const plain = express();
const vm = express("import vm from 'node:vm';");
const table = express('const handlers = { list() {}, show() {} };');
const AsyncFunction = express('const AsyncFunction = Object.getPrototypeOf(async function () {}).constructor;');
const timers = [{ timers: true }] as const;

/** One suggestion: the whole is parsed as JSON. */
const json = (before: string, after: string, source = 'req.body.data') => ({
  code: plain(`const data = ${before};`),
  errors: [{ ...found('flow', source), suggestions: [{ messageId: 'parse' as const, output: plain(`const data = ${after};`) }] }],
});
/** Nothing is offered. */
const bare = (code: string, messageId: Id, source: string, way = '', more = '') => ({ code, errors: [{ ...found(messageId, source, way, more), suggestions: [] }] });
const timer = (before: string, after: string, name = 'setTimeout') => ({ code: lines(before), options: timers, output: lines(after), errors: [{ messageId: 'timer' as const, data: { name } }] });

new RuleTester().run('no-code-injection', rule, {
  valid: [
    // text of ours, numbers, data
    plain("eval('1 + 1');", 'eval(process.env.CODE);', 'eval(own());', "new Function('a', 'b', 'return a + b')(req.body.a, req.body.b);"),
    plain('eval(`x = ${Number(req.query.x)}`);', 'eval(`x = ${parseInt(req.query.x, 10)}`);', 'JSON.parse(req.body.data);'),
    vm("vm.runInNewContext('a + b', { a: req.body.a, b: req.body.b });", 'new vm.Script(own()).runInThisContext();'),
    // checked
    plain("if (!['sin', 'cos'].includes(req.query.f)) return;", 'eval(`Math.${req.query.f}(1)`);'),
    plain('if (!/^\\w+$/.test(req.query.f)) return;', 'eval(req.query.f);'),
    // functions for timers, and what they are handed
    plain('setTimeout(() => run(req.query.job), 10);', "setTimeout(run, 10, req.query.job);", "setTimeout('tick()', 10);"),
    // methods: names of the program, own ones, those of a Map, those that nobody inherits
    table("handlers['list'](req);", "handlers[req.query.all ? 'list' : 'show'](req);", "for (const name of ['list', 'show']) handlers[name](req);"),
    table('if (Object.hasOwn(handlers, req.query.f)) handlers[req.query.f](req);'),
    table('const { f } = req.query;', 'if (!Object.hasOwn(handlers, f)) return;', 'const handler = handlers[f];', 'handler(req);'),
    table('if (handlers.hasOwnProperty(req.query.f)) handlers[req.query.f](req);', 'if (Object.keys(handlers).includes(req.query.g)) handlers[req.query.g](req);'),
    express("import { handlers } from './handlers.js';")('if (!Object.prototype.hasOwnProperty.call(handlers, req.query.f)) return;', 'handlers[req.query.f](req);'),
    plain("const handlers = new Map([['list', () => 1]]);", 'handlers.get(req.query.f)?.();'),
    plain('const handlers = Object.create(null);', 'handlers.list = () => 1;', 'handlers[req.query.f]();'),
    table('handlers[`on${req.query.f}`](req);', "handlers[req.query.f + 'Handler'](req);", 'handlers[Number(req.query.f)](req);'),
    table('res.json(handlers[req.query.f]);', 'const { length } = handlers[req.query.f];'),
    // modules: names of the program
    plain("await import('./langs/en.js');", "await import(req.query.de ? './langs/de.js' : './langs/en.js');"),
    plain("if (!['de', 'en'].includes(req.query.lang)) return;", 'const { texts } = await import(`./langs/${req.query.lang}.js`);'),
    express("const LANGS = { de: './langs/de.js', en: './langs/en.js' };")('await import(LANGS[req.query.lang]);'),
    // other things of that name
    express("import { eval as evaluate } from './expressions.js';")('evaluate(req.body.x);'),
    plain('const setTimeout = (text) => text;', 'setTimeout(req.query.x);'),
    lines('function Function(text) { return text; }', "require('express')().get('/', (req) => Function(req.query.x));"),
    // out of sight
    express("import { clean } from './clean.js';")('eval(clean(req.body.x));'),
    // a library's callers may name its methods
    { code: lines('export function emit(target, name) {', '  return target[name]();', '}'), settings: { 'secure-node': { origins: ['library'] } } },
    lines('export function run(code) {', '  return eval(code);', '}'),
    // timers, asked for: functions, other things of that name
    { code: lines('setTimeout(tick, 10);', 'setTimeout(() => tick(), 10);', 'own.setTimeout("tick()", 10);', 'clearTimeout("a");'), options: timers },
    { code: lines('const setTimeout = (text) => text;', 'setTimeout("tick()");'), options: timers },
  ],
  invalid: [
    bare(plain('eval(req.body.x);'), 'flow', 'req.body.x'),
    bare(plain('eval(`const x = ${req.query.x};`);'), 'flow', 'req.query.x'),
    bare(plain('(0, eval)(req.body.x);'), 'flow', 'req.body.x'),
    bare(plain('globalThis.eval(req.body.x);'), 'flow', 'req.body.x'),
    bare(plain('const run = eval;', 'run(req.body.x);'), 'flow', 'req.body.x'),
    bare(plain("new Function('a', req.body.x)(1);"), 'flow', 'req.body.x'),
    bare(plain("Function('a', `return ${req.body.x}`);"), 'flow', 'req.body.x'),
    bare(plain('(() => 1).constructor(req.body.x)();'), 'flow', 'req.body.x'),
    bare(AsyncFunction("await new AsyncFunction('db', req.body.x)(db);"), 'flow', 'req.body.x'),
    bare(plain('setTimeout(`tick(${req.query.x})`, 10);'), 'flow', 'req.query.x'),
    bare(vm('vm.runInNewContext(req.body.x, {});'), 'flow', 'req.body.x'),
    bare(vm('new vm.Script(`f(${req.body.x})`).runInThisContext();'), 'flow', 'req.body.x'),
    bare(express("import { VM } from 'vm2';")('new VM().run(req.body.x);'), 'flow', 'req.body.x'),
    bare(express("import { Worker } from 'node:worker_threads';")('new Worker(req.body.x, { eval: true });'), 'flow', 'req.body.x'),
    bare(plain('WebAssembly.compile(req.body.bytes);'), 'flow', 'req.body.bytes'),
    bare(express("import Module from 'node:module';")("new Module('a')._compile(req.body.x, 'a.js');"), 'flow', 'req.body.x'),
    bare(koa()('ctx.body = eval(ctx.query.x);'), 'flow', 'ctx.query.x'),
    bare(fastify()('return eval(request.query.x);'), 'flow', 'request.query.x'),
    bare(http()("eval(query.get('x'));"), 'flow', "req.url"),
    // checks that are none
    bare(plain("if (req.query.f.includes('require')) return;", 'eval(req.query.f);'), 'flow', 'req.query.f'),
    bare(plain('if (!/\\w+/.test(req.query.f)) return;', 'eval(req.query.f);'), 'flow', 'req.query.f'),
    // JSON as it was read before there was JSON.parse
    json("eval('(' + req.body.data + ')')", 'JSON.parse(req.body.data)'),
    json('eval(`(${req.body.data})`)', 'JSON.parse(req.body.data)'),
    json("new Function('return ' + req.body.data)()", 'JSON.parse(req.body.data)'),
    json("Function('return (' + req.body.data + ');')()", 'JSON.parse(req.body.data)'),
    bare(plain("eval('(' + req.body.data /* old */ + ')');"), 'flow', 'req.body.data'),
    bare(plain("eval('x = (' + req.body.data + ')');"), 'flow', 'req.body.data'),
    bare(plain("new Function('return ' + req.body.data);"), 'flow', 'req.body.data'),
    bare(plain('const JSON = own();', "eval('(' + req.body.data + ')');"), 'flow', 'req.body.data'),
    // methods
    bare(table('handlers[req.query.f](req);'), 'method', 'req.query.f'),
    bare(table('handlers[req.query.f]?.(req);'), 'method', 'req.query.f'),
    bare(table("if (typeof handlers[req.query.f] === 'function') handlers[req.query.f](req);"), 'method', 'req.query.f'),
    bare(table('const handler = handlers[req.query.f];', 'if (!handler) return;', 'handler(req);'), 'method', 'req.query.f'),
    bare(table('handlers[req.query.f].call(null, req);'), 'method', 'req.query.f'),
    bare(table('handlers[`to${req.query.f}`](req);'), 'method', 'req.query.f'),
    bare(table('if (Object.hasOwn(req.query, req.query.f)) handlers[req.query.f](req);'), 'method', 'req.query.f'),
    bare(plain("res[req.query.f]('x');"), 'method', 'req.query.f'),
    bare(koa('const handlers = { list() {} };')('ctx.body = handlers[ctx.params.f]();'), 'method', 'ctx.params.f'),
    { code: lines("import express from 'express';", 'const handlers = { a() {} };', 'const dispatch = (name) => handlers[name]();', "express().get('/', (req) => dispatch(req.query.f));"), errors: [{ ...found('method', 'req.query.f', ' through dispatch() line 4'), line: 3 }] },
    // modules
    bare(plain('await import(req.query.m);'), 'module', 'req.query.m'),
    bare(plain('await import(`./langs/${req.query.lang}.js`);'), 'module', 'req.query.lang'),
    bare(plain('require(req.query.m);'), 'module', 'req.query.m'),
    bare(express("import { createRequire } from 'node:module';\nconst load = createRequire(import.meta.url);")('load(req.query.m);'), 'module', 'req.query.m'),
    // the way, other origins, options
    { code: lines("import express from 'express';", 'const calculate = (text) => eval(text);', "express().get('/', (req, res) => res.json(calculate(req.query.x)));"), errors: [{ ...found('flow', 'req.query.x', ' through calculate() line 3'), line: 2, column: 34 }] },
    { code: lines('export function run(code) {', '  return eval(code);', '}'), settings: { 'secure-node': { origins: ['library'] } }, errors: [found('flow', 'code')] },
    { code: lines('eval(process.argv[2]);'), settings: { 'secure-node': { origins: ['cli'] } }, errors: [{ messageId: 'flow' }] },
    { code: express("import { clean } from './clean.js';")('eval(clean(req.body.x));'), options: [{ unsure: true }], errors: [found('flow', 'req.body.x')] },
    // text for timers, as in strict
    timer("setTimeout('tick()', 10);", 'setTimeout(() => tick(), 10);'),
    timer('setInterval("a.tick(1, \'x\');", 10);', "setInterval(() => a.tick(1, 'x'), 10);", 'setInterval'),
    timer("setTimeout('a(); b.c(-1.5)', 10);", 'setTimeout(() => { a(); b.c(-1.5); }, 10);'),
    { code: lines('function tick() {}', "setTimeout('tick()', 10);"), options: timers, errors: [{ messageId: 'timer', suggestions: [{ messageId: 'callback', output: lines('function tick() {}', 'setTimeout(() => tick(), 10);') }] }] },
    { code: lines("setTimeout('x = 1', 10);"), options: timers, errors: [{ messageId: 'timer', suggestions: [] }] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.post('/', (req, res) => res.json(JSON.parse(req.body.data)));") }],
  invalid: [
    {
      code: lines(js, "app.post('/', (req, res) => res.json(eval('(' + req.body.data + ')')));"),
      errors: [{ ...found('flow', 'req.body.data'), suggestions: [{ messageId: 'parse', output: lines(js, "app.post('/', (req, res) => res.json(JSON.parse(req.body.data)));") }] }],
    },
    { code: lines(js, "app.get('/', (req) => require('./' + req.query.m));"), errors: [found('module', 'req.query.m')] },
  ],
});
