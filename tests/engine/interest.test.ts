import { describe, expect, test } from 'vitest';
import { interest } from '../../src/engine/project/interest.ts';
import { defineModel, type Kind } from '../../src/model/dsl.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { Registry } from '../../src/model/registry.ts';
import { parse } from './toys.ts';

const shell = defineModel({ modules: ['toy-shell', 'toy-shell/*'], types: { Shell: ['Shell()', 'make()', ':Shell'] }, sinks: { command: ['run[0]', 'Shell.{send,write}[0]'] } });
const registry = new Registry([
  shell,
  defineModel({
    modules: ['toy-server'],
    types: { Request: ['serve[0](0)', '~toyRequest'], Response: ['serve[0](1)', '~toyResponse'] },
    sources: { remote: ['Request.body'], error: ['Request.problem'] },
    sinks: { html: ['Response.{send,end}[0]'], response: ['Response.end[0]'] },
    marks: { handler: ['serve[0]'], blocking: ['wait'] },
  }),
  defineModel({ modules: ['toy-words'], flows: ['upper[0] -> ()'] }),
  defineModel({ modules: ['toy-cloud'], types: { Event: ['export {entry,other}(0) in **/cloud/*.ts'] }, sources: { remote: ['Event.body'] }, sinks: { url: ['go[0]'] } }),
  defineModel({ modules: ['toy-plug'], types: { 'toy-server:Request': ['plug()'] } }),
]);
const empty = new Registry([]);

const all = kindNames;
const only = (...kinds: readonly Kind[]): readonly Kind[] => kinds;
/** The kinds that matter; of all of them text from anywhere does. */
const kindsIn = (text: string, kinds = all, of = registry): readonly Kind[] | undefined => interest(parse(text), of, { kinds, origins: ['remote'], texts: kinds, blocking: false, comparisons: false, marks: [] })?.kinds;
const asked = (text: string, kinds = all, of = registry): boolean => kindsIn(text, kinds, of) !== undefined;
/** The kinds that something untrusted can bring. */
const fed = (text: string, more: { readonly origins?: readonly string[]; readonly blocking?: boolean; readonly filename?: string } = {}): readonly Kind[] | undefined =>
  interest({ ...parse(text), filename: more.filename ?? '/a.ts' }, registry, { kinds: all, origins: more.origins ?? ['remote'], texts: [], blocking: more.blocking ?? false, comparisons: false, marks: [] })?.kinds;

describe('imports', () => {
  test.each([
    ["import { run } from 'toy-shell';", true],
    ["import * as shell from 'toy-shell'; shell.run(x);", true],
    ["import * as shell from 'toy-shell'; shell['run'](x);", true],
    ["import * as shell from 'toy-shell'; shell.walk(x);", false],
    ["import 'toy-shell';", false],
    ["import shell = require('toy-shell'); shell.run(x);", true],
    ["const { run } = require('toy-shell');", true],
    ['const { run } = require(`toy-shell`);', true],
    ["function f() { return require ( 'toy-shell' ).run(x); }", true],
    ["const shell = await import('toy-shell');\nshell.run(x);\nexport {};", true],
    ["import run from 'toy-shell/run.js';", true],
    ["import { make } from 'toy-shell'; make().write(x);", true],
    ["import { make } from 'toy-shell'; make().read(x);", false],
    ["import { upper } from 'toy-words'; upper.run(x);", false],
    ["import { run } from 'toy-shells';", false],
    ["import { run } from './toy-shell';", false],
    ["import toy from 'toy-server/inner';", false],
    ["const run = 'toy-shell';", false],
    ['', false],
  ])('%s', (text, expected) => {
    expect(asked(text, only('command', 'html'))).toBe(expected);
  });

  test('only kinds that are asked for, by a sink in sight', () => {
    const code = "import { run } from 'toy-shell';";
    expect(kindsIn(code, only('command', 'sql'))).toEqual(['command']);
    expect(asked(code, only('sql', 'html'))).toBe(false);
  });

  test('without models nothing is known', () => {
    expect(asked("import { run } from 'toy-shell';", only('command'), empty)).toBe(false);
  });
});

describe('sources', () => {
  const server = "import { serve } from 'toy-server'; import { run } from 'toy-shell';";
  test.each([
    [`${server} serve((q, s) => run(q.body));`, ['command']],
    [`${server} serve((q, s) => run(q.other));`, undefined],
    [`${server} const name = 'body'; serve((req, s) => run(req[name]));`, ['command', 'key']],
    [`${server} serve((req, s) => run(req[f()]));`, ['command', 'key']],
    [`${server} serve((q, s) => s.send(q.body));`, ['command', 'html']],
    [`${server} serve((q, s) => s.end(q.problem));`, ['response']],
    ["import { run } from 'toy-shell'; run(x);", undefined],
    ["import { run } from 'toy-shell'; import { plug } from 'toy-plug'; run(plug().body);", ['command']],
  ])('%s', (text, expected) => {
    expect(fed(text)).toEqual(expected);
  });

  test('an error is caught without a model; a library has its parameters', () => {
    expect(fed(`${server} serve((q, s) => { try { f(); } catch (x) { s.end(x); } });`)).toEqual(['response']);
    expect(fed("import { run } from 'toy-shell'; export const f = (a) => run(a);")).toBeUndefined();
    expect(fed("import { run } from 'toy-shell'; export const f = (a) => run(a);", { origins: ['library'] })).toEqual(['command']);
  });

  test.each([
    ['export const entry = (event) => go(event.body);', '/x/cloud/a.ts', true],
    ['exports.entry = (event) => go(event.body);', '/x/cloud/a.ts', true],
    ['export { entry }; function entry(event) { go(event.body); }', '/x/cloud/a.ts', true],
    ['const entry = (event) => go(event.body);', '/x/cloud/a.ts', false],
    ['export const entry = (event) => go(event.body);', '/x/ground/a.ts', false],
    ['export const entry = (event) => stay(event.body);', '/x/cloud/a.ts', false],
  ])('by what the file exports: %s in %s', (text, filename, expected) => {
    expect(fed(text, { filename }) !== undefined).toBe(expected);
  });

  test.each([
    ["import { serve, wait } from 'toy-server'; serve(() => wait());", true],
    ["import { serve } from 'toy-server'; serve(() => { while (true); });", true],
    ["import { serve } from 'toy-server'; serve(() => { for (let i = 0; i < n; i++); });", false],
    ["import { serve } from 'toy-server'; serve(() => { while (Date.now() < end); });", true],
    ["import { serve } from 'toy-server'; serve(() => { for (;;) step(); });", true],
    ["import { serve } from 'toy-server'; serve(() => { while (left > 0) left--; });", false],
    ["import { serve } from 'toy-server'; serve(() => { for (const a of b); });", false],
    ["import { wait } from 'toy-shell'; while (true) wait();", false],
  ])('what holds a server up: %s', (text, expected) => {
    expect(fed(text, { blocking: true }) !== undefined).toBe(expected);
    expect(fed(text)).toBeUndefined();
  });
});

describe('names of parameters', () => {
  test.each([
    ['function f(toyRequest, toyResponse) { end(x); }', true],
    ['module.exports = (toyRequest, toyResponse, next) => { end(x); };', true],
    ['class A { f(toyResponse, toyRequest) { end(x); } }', true],
    ['function f(toyRequest) { end(x); }', false],
    ['function f(toyRequest, other) { end(x); }', false],
    ['function f(a, b) { end(x); }', false],
    ['function f(toyRequest) { end(x); } function g(toyResponse) {}', false],
    ['function f(a, b) { let toyRequest, toyResponse; }', false],
    ['const toyRequest = 1, toyResponse = 2;', false],
  ])('%s', (text, expected) => {
    expect(asked(text, only('html'))).toBe(expected);
  });
});

describe('SQL without a driver in sight', () => {
  test.each([
    ['db.query(`SELECT a FROM t WHERE id = ${id}`);', true],
    ["db.execute('delete from t where a = ' + a);", true],
    ["db.query<Row>('INSERT INTO t VALUES (' + a + ')');", true],
    ["const text = 'UPDATE t SET a = ' + a; db.run(text);", true],
    ["db.query('hello ' + name);", false],
    ["const text = 'SELECT a FROM t';", false],
    ["log('SELECT a FROM t');", false],
  ])('%s', (text, expected) => {
    expect(asked(text, only('sql'))).toBe(expected);
    expect(asked(text, only('html'))).toBe(false);
  });
});

describe('code that is run', () => {
  test.each([
    ['eval(text);', true],
    ['table[name](text);', true],
    ['table[name] = text;', false],
    ['new Function(text);', true],
    ['require(name);', true],
    ['f(import(name));', true],
    ["require('./' + name);", true],
    ['require(`./${name}`);', true],
    ['(0, eval)(text);', true],
    ['make = (() => {}).constructor;', true],
    ['table[name].call(text);', true],
    ['const f = table[name];', true],
    ["const f = table['name'];", false],
    ['const f = list[0];', false],
    ["require('fs');", false],
    ['evaluate(text);', false],
    ['function f() {}', false],
  ])('%s', (text, expected) => {
    expect(asked(text, only('code'))).toBe(expected);
    expect(asked(text, only('sql'))).toBe(false);
  });

  test('no model is needed for it', () => {
    expect(asked('eval(text);', all, empty)).toBe(true);
    expect(asked('run(text);', all, empty)).toBe(false);
  });
});
