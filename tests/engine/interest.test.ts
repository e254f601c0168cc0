import { describe, expect, test } from 'vitest';
import { isOfInterest } from '../../src/engine/project/interest.ts';
import { defineModel, type Kind } from '../../src/model/dsl.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { Registry } from '../../src/model/registry.ts';
import { parse } from './toys.ts';

const registry = new Registry([
  defineModel({ modules: ['toy-shell', 'toy-shell/*'], sinks: { command: ['run[0]'] } }),
  defineModel({
    modules: ['toy-server'],
    types: { Request: ['serve[0](0)', '~toyRequest'], Response: ['serve[0](1)', '~toyResponse'] },
    sources: { remote: ['Request.body'] },
    marks: { handler: ['serve[0]'] },
  }),
  defineModel({ modules: ['toy-words'], flows: ['upper[0] -> ()'] }),
]);
const empty = new Registry([]);

const all = kindNames;
const only = (...kinds: readonly Kind[]): readonly Kind[] => kinds;
const asked = (text: string, kinds = all, of = registry): boolean => isOfInterest(parse(text), of, kinds);

describe('imports', () => {
  test.each([
    ["import { run } from 'toy-shell';", true],
    ["import * as shell from 'toy-shell';", true],
    ["import 'toy-shell';", true],
    ["import shell = require('toy-shell');", true],
    ["const { run } = require('toy-shell');", true],
    ['const { run } = require(`toy-shell`);', true],
    ["function f() { return require ( 'toy-shell' ); }", true],
    ["const shell = await import('toy-shell');\nexport {};", true],
    ["import run from 'toy-shell/run.js';", true],
    ["import { serve } from 'toy-server';", true],
    ["import { upper } from 'toy-words';", false],
    ["import { run } from 'toy-shells';", false],
    ["import { run } from './toy-shell';", false],
    ["import toy from 'toy-server/inner';", false],
    ["const name = 'toy-shell';", false],
    ['', false],
  ])('%s', (text, expected) => {
    expect(asked(text)).toBe(expected);
  });

  test('a package counts for the kinds of its sinks; one that serves requests for every kind', () => {
    const shell = "import { run } from 'toy-shell';";
    expect(asked(shell, only('command'))).toBe(true);
    expect(asked(shell, only('sql', 'html'))).toBe(false);
    expect(asked("import { serve } from 'toy-server';", only('html'))).toBe(true);
  });

  test('without models nothing is known', () => {
    expect(asked("import { run } from 'toy-shell';", all, empty)).toBe(false);
  });
});

describe('names of parameters', () => {
  test.each([
    ['function f(toyRequest, toyResponse) {}', true],
    ['module.exports = (toyRequest, toyResponse, next) => {};', true],
    ['class A { f(toyResponse, toyRequest) {} }', true],
    ['function f(toyRequest) {}', false],
    ['function f(toyRequest, other) {}', false],
    ['function f(a, b) {}', false],
    ['function f(toyRequest) {} function g(toyResponse) {}', false],
    ['function f(a, b) { let toyRequest, toyResponse; }', false],
    ['const toyRequest = 1, toyResponse = 2;', false],
  ])('%s', (text, expected) => {
    expect(asked(text)).toBe(expected);
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
    ['new Function(text);', true],
    ['require(name);', true],
    ['f(import(name));', true],
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
