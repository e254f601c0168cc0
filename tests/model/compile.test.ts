/** What a model says, and what a mistake in it is told. */
import { describe, expect, test } from 'vitest';
import { defineModel, type Model } from '../../src/model/dsl.ts';
import type { Api } from '../../src/model/graph.ts';
import { ALL_KINDS, bit, carries } from '../../src/model/kinds.ts';
import { ModelError, printSteps } from '../../src/model/path.ts';
import { Registry } from '../../src/model/registry.ts';

const other = defineModel({ modules: ['other', 'other/more'], types: { Request: ['serve[0](0)'], Handler: ['serve[0]'] }, sinks: { sql: ['Request.query[0]'] } });
const registry = (more: Partial<Model>): Registry => new Registry([other, { modules: ['toy'], ...more }]);
const member = (of: Registry, ...names: readonly string[]): Api => names.reduce((api, name) => of.graph.member(api, name) as Api, of.module('toy') as Api);
const argument = (of: Registry, index: number, ...names: readonly string[]): Api => of.graph.argument(member(of, ...names), index, 9, undefined) as Api;

describe('mistakes', () => {
  const wrong = (more: unknown): unknown => {
    try {
      registry(more as Partial<Model>).check();
    } catch (error) {
      expect(error).toBeInstanceOf(ModelError);
      return (error as Error).message;
    }
    return undefined;
  };

  test.each<[string, unknown, string]>([
    ['a path', { sinks: { sql: ['query[x]'] } }, "secure-node: bad path 'query[x]' in a model: expected a number or range and ']' at position 6"],
    ['a path of a type', { types: { Db: ['open('] } }, "secure-node: bad path 'open(' in a model: expected a number or range and ')' at position 5"],
    ['a path of a sanitizer', { sanitizers: { sql: ['escape )'] } }, "secure-node: bad path 'escape )' in a model: expected . [ ( / ~ or = at position 6"],
    ['a sink on a value', { sinks: { html: ['send'] } }, "secure-node: bad path 'send' in the model of 'toy': a sink ends on a place that takes a value: an argument [n], an assigned member =, a result () of a user function"],
    ['a source on a place', { sources: { remote: ['send[0]'] } }, "secure-node: bad path 'send[0]' in the model of 'toy': a source ends on a value that the library gives"],
    ['a source on a result of the user', { types: { Handler: ['use[0]'] }, sources: { remote: ['Handler()'] } }, "secure-node: bad path 'Handler()' in the model of 'toy': a source ends on a value that the library gives"],
    ['a parameter of a value', { sources: { remote: ['use(0)'] } }, "secure-node: bad path 'use(0)' in a model: a parameter (n) follows a function that the user hands over, not such a value"],
    ['an argument of a place', { types: { Handler: ['use[0]'] }, sinks: { sql: ['Handler[0]'] } }, "secure-node: bad path 'Handler[0]' in a model: an argument [n] follows a value that the library gives, not a place that takes one"],
    ['a kind of a sink', { sinks: { sqll: ['query[0]'] } }, "secure-node: model of 'toy': unknown kind 'sqll'; allowed: sql, nosql, command, "],
    ['a kind of a sanitizer', { sanitizers: { htm: ['escape()'] } }, "secure-node: model of 'toy': unknown kind 'htm'; allowed: sql, "],
    ['a kind of a guard', { guards: { all: ['check[0]'] } }, "secure-node: model of 'toy': unknown kind 'all'; allowed: sql, "],
    ['an origin', { sources: { network2: ['get()'] } }, "secure-node: model of 'toy': unknown origin 'network2'; allowed: remote, cli, env, "],
    ['a flow without an arrow', { flows: ['escape[0] ()'] }, "secure-node: model of 'toy': bad flow 'escape[0] ()': expected 'PATH -> PATH' or 'PATH is PATH'"],
    ['a flow from a bad path', { flows: ['escape[ -> ()'] }, "secure-node: bad path 'escape[' in a model: "],
    ['a flow to a bad path', { flows: ['escape[0] -> [x]'] }, "secure-node: bad path '[x]' in a model: "],
    ['a way by export', { types: { Handler: ['export (0)'] } }, "secure-node: model of 'toy': bad way 'export (0)': expected 'export NAMES [in GLOB] [under \"directive\"]'"],
    ['a type that the other model lacks', { types: { 'other:Reply': ['x()'] } }, "secure-node: model of 'toy' speaks of 'other:Reply', but no model has that module and type"],
    ['a model that is not there', { types: { Own: ['missing:Request'] } }, "secure-node: model of 'toy' speaks of 'missing:Request', but no model has that module and type"],
  ])('%s', (_, more, message) => {
    expect(wrong(more)).toContain(message);
  });

  test('are told when the model is first needed, not before', () => {
    const bad = registry({ sinks: { sql: ['query['] } });
    expect(bad.knows('toy')).toBe(true);
    expect(() => bad.module('other')).not.toThrow();
    expect(() => bad.module('toy')).toThrow(ModelError);
  });

  test.each<[string, Partial<Model>]>([
    ['a result of a function of the user', { types: { Handler: ['use[0]'] }, sinks: { html: ['Handler()'] } }],
    ['an assigned member', { sinks: { html: ['body='] } }],
    ['a parameter', { sources: { remote: ['use[0](0)'] } }],
    ['a type known by annotation alone has no side yet', { types: { Request: [':Request'] }, sources: { remote: ['Request.body'] } }],
    ['what a file exports: a function', { types: { Handler: ['export handler'] }, sources: { remote: ['Handler(0)'] }, sinks: { html: ['Handler()'] } }],
    ['what is handed to such a function', { types: { Event: ['export handler(0)'] }, sources: { remote: ['Event.body'] } }],
    ['the side of a type of another model', { types: { Own: ['other:Request'] }, sources: { remote: ['Own.body'] }, sinks: { sql: ['other:Request.raw[0]'] } }],
    ['sides through types that come later', { types: { A: ['B.x()'], B: ['C'], C: ['make[0]'] }, sinks: { html: ['A'] } }],
  ])('right: %s', (_, more) => {
    expect(wrong(more)).toBeUndefined();
  });
});

describe('sources and sinks', () => {
  test('a source carries the kinds of its origin, without those that it never has', () => {
    const of = registry({ sources: { remote: ['body', { at: 'params', never: ['nosql', 'fields'], as: 'the route' }], error: ['failure'] } });
    expect(member(of, 'body').sources).toMatchObject([{ origin: 'remote', mask: carries.remote }]);
    expect(member(of, 'params').sources).toMatchObject([{ mask: carries.remote & ~bit.nosql & ~bit.fields, as: 'the route' }]);
    expect(member(of, 'failure').sources).toMatchObject([{ origin: 'error', mask: bit.response }]);
  });

  test('a sink is named by package and path, with what a fix needs', () => {
    const bind = { values: '[1]', style: '$1' } as const;
    const of = registry({ sinks: { sql: [{ at: 'query[0]', bind }], command: [{ at: 'exec[0]', instead: 'execFile' }], html: [{ at: 'send[0]', after: { at: 'type', when: { '[0]': 'html' } } }] } });
    expect(argument(of, 0, 'query').sinks).toMatchObject([{ kind: 'sql', path: 'toy:query[0]', bind }]);
    expect(argument(of, 0, 'exec').sinks).toMatchObject([{ kind: 'command', instead: 'execFile' }]);
    const after = argument(of, 0, 'send').sinks[0]?.after;
    expect(after?.when).toEqual({ '[0]': 'html' });
    expect(member(of, 'type').states).toContain(after?.root);
  });
});

test('sanitizers and guards: kinds, `*`, where falsy', () => {
  const of = registry({ sanitizers: { sql: ['escape()'], '*': ['number()'] }, guards: { path: ['inside[0]', { at: 'outside[0]', if: false }] } });
  const result = (name: string): Api => of.graph.call(member(of, name), undefined) as Api;
  expect(result('escape').sanitizers).toMatchObject([{ mask: bit.sql }]);
  expect(result('number').sanitizers).toMatchObject([{ mask: ALL_KINDS }]);
  expect(argument(of, 0, 'inside').guards).toMatchObject([{ mask: bit.path, ifFalse: false }]);
  expect(argument(of, 0, 'outside').guards).toMatchObject([{ mask: bit.path, ifFalse: true }]);
});

describe('flows', () => {
  const flow = (text: Exclude<Model['flows'], undefined>[number], ...callee: readonly string[]) => member(registry({ flows: [text] }), ...callee).flows.map((f) => ({ from: printSteps(f.from), to: printSteps(f.to), is: f.is, again: f.again, pair: f.pair }));
  const plain = { is: false, again: 0, pair: undefined };

  test('an argument to the result', () => expect(flow('escape[0] -> ()', 'escape')).toEqual([{ ...plain, from: '[0]', to: '()' }]));
  test('the receiver to a parameter of the callback', () => expect(flow('exports.list.each[this].* -> [0](0)', 'list', 'each')).toEqual([{ ...plain, from: '[this].*', to: '[0](0)' }]));
  test('an argument to the receiver', () => expect(flow('set[1] -> [this]', 'set')).toEqual([{ ...plain, from: '[1]', to: '[this]' }]));
  test('the very same value', () => expect(flow('promisify[0] is ()', 'promisify')).toEqual([{ ...plain, from: '[0]', to: '()', is: true }]));
  test('with kinds that it brings back', () => expect(flow({ flow: 'decode[0] -> ()', again: ['path', 'html'] }, 'decode')).toEqual([{ ...plain, from: '[0]', to: '()', again: bit.path | bit.html }]));

  test('two calls on one receiver', () => {
    const of = registry({ flows: ['*.emit[1..] -> *.on[1](..)'] });
    expect(of.star('emit')?.flows.map((f) => [printSteps(f.from), printSteps(f.to), f.pair])).toEqual([['[1..]', '[1](..)', 'on']]);
    expect(of.star('on')?.flows ?? []).toEqual([]);
  });

  test('a member that is another member', () => {
    const of = registry({ types: { Url: ['parse()'] }, flows: ['Url.query -> Url.search'], sources: { remote: ['Url.query'] } });
    const url = of.graph.call(member(of, 'parse'), undefined) as Api;
    expect(of.graph.member(url, 'search')?.sources).toHaveLength(1);
  });
});

test('labels and marks', () => {
  const of = registry({ labels: { normal: ['join()'], relative: ['relative()'] }, types: { Handler: ['use[0]'] }, marks: { blocking: ['readSync'], handler: ['Handler'], exits: [{ at: 'stop', when: { '[0]': 1 } }] } });
  const result = (name: string): Api => of.graph.call(member(of, name), undefined) as Api;
  expect([[...result('join').labels], [...result('relative').labels]]).toEqual([['normal'], ['relative']]);
  expect(member(of, 'readSync').marks).toEqual([{ mark: 'blocking', when: undefined, path: 'toy:readSync' }]);
  expect(member(of, 'stop').marks).toEqual([{ mark: 'exits', when: { '[0]': 1 }, path: 'toy:stop' }]);
  expect(argument(of, 0, 'use').marks).toMatchObject([{ mark: 'handler', path: 'toy:Handler' }]);
});

test('schemas: what a step of a chain promises, and where it is applied', () => {
  const of = registry({
    types: { Type: ['Type.*()', 'exports.z.*()'] },
    schemas: [{ clean: ['Type.uuid()'], text: ['exports.z.string()'], checks: [{ call: 'Type.parse', schema: '[this]', input: '[0]', output: '()' }] }],
  });
  const z = member(of, 'z');
  const call = (api: Api, name: string): Api => of.graph.call(of.graph.member(api, name) as Api, undefined) as Api;
  const text = call(z, 'string');
  expect(text.schemas).toContainEqual({ role: 'text' });
  expect(call(call(text, 'min'), 'uuid').schemas).toContainEqual({ role: 'clean' });
  expect(of.graph.member(call(text, 'min'), 'parse')?.schemas).toMatchObject([{ role: 'check' }]);
});
