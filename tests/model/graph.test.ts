import { expect, test, describe } from 'vitest';
import { defineModel, type Model } from '../../src/model/dsl.ts';
import type { Api, Graph } from '../../src/model/graph.ts';
import { Registry } from '../../src/model/registry.ts';

const toy = (more: Partial<Model>): { readonly graph: Graph; readonly exports: Api } => {
  const registry = new Registry([defineModel({ modules: ['toy'], ...more })]);
  return { graph: registry.graph, exports: registry.module('toy') as Api };
};

/** Names of members and `()`, one after the other, then the sinks of argument 0. */
const sinksAt = ({ graph, exports }: { graph: Graph; exports: Api }, ...names: readonly string[]): string[] => {
  let api: Api | undefined = exports;
  for (const name of names) api = api && (name === '()' ? graph.call(api, undefined) : graph.member(api, name));
  return (api && graph.argument(api, 0, 1, undefined)?.sinks.map((s) => s.path)) ?? [];
};

describe('members', () => {
  test('one of several, and no other', () => {
    const model = toy({ sinks: { sql: ['exports.{a,b}[0]'] } });
    expect(sinksAt(model, 'a')).toEqual(['toy:exports.{a,b}[0]']);
    expect(sinksAt(model, 'b')).toEqual(['toy:exports.{a,b}[0]']);
    expect(sinksAt(model, 'c')).toEqual([]);
  });

  test('a named one beats `.*`', () => {
    const model = toy({ sinks: { sql: ['exports.*[0]'], path: ['exports.file[0]'] } });
    expect(sinksAt(model, 'anything')).toEqual(['toy:exports.*[0]']);
    expect(sinksAt(model, 'file')).toEqual(['toy:exports.file[0]']);
  });

  test('of a name not known: only `.*`', () => {
    const { graph, exports } = toy({ sources: { remote: ['exports.*', 'exports.body'] } });
    expect(graph.member(exports, undefined)?.sources).toHaveLength(1);
    const named = toy({ sources: { remote: ['exports.body'] } });
    expect(named.graph.member(named.exports, undefined)).toBeUndefined();
  });

  test('the one that an argument names', () => {
    const { graph, exports } = toy({ types: { Db: ['open().$0'] }, sinks: { sql: ['Db.query[0]'] } });
    const opened = graph.call(graph.member(exports, 'open') as Api, undefined) as Api;
    expect(sinksAt({ graph, exports: graph.memberOfArgument(opened, 0) as Api }, 'query')).toEqual(['toy:Db.query[0]']);
    expect(graph.memberOfArgument(opened, 1)).toBeUndefined();
  });
});

describe('types', () => {
  test('recursive builders', () => {
    const model = toy({ types: { Builder: ['exports()', 'Builder.*()', 'Builder.raw()'] }, sinks: { sql: ['Builder.raw[0]'] } });
    expect(sinksAt(model, '()', 'raw')).toEqual(['toy:Builder.raw[0]']);
    expect(sinksAt(model, '()', 'where', '()', 'limit', '()', 'raw')).toEqual(['toy:Builder.raw[0]']);
    expect(sinksAt(model, '()', 'raw', '()', 'raw')).toEqual(['toy:Builder.raw[0]']);
    expect(sinksAt(model, '()', 'where', 'raw')).toEqual([]);
  });

  test('a builder by `.*` ends at a named member, unless that is one as well', () => {
    const model = toy({ types: { Builder: ['exports()', 'Builder.*()'] }, sinks: { sql: ['Builder.raw[0]'] } });
    expect(sinksAt(model, '()', 'raw', '()', 'raw')).toEqual([]);
  });

  test('one type is another', () => {
    const model = toy({ types: { Pool: ['Pool()'], Client: ['PoolClass()', 'Client.connect()'] }, sinks: { sql: ['Client.query[0]'] } });
    expect(sinksAt(model, 'PoolClass', '()', 'query')).toEqual(['toy:Client.query[0]']);
    expect(sinksAt(model, 'PoolClass', '()', 'connect', '()', 'query')).toEqual(['toy:Client.query[0]']);
  });

  test('a path that returns to where it was is the very same value', () => {
    const { graph, exports } = toy({ types: { App: ['exports()', 'App.use()'] }, sinks: { sql: ['App.x[0]'] } });
    const app = graph.call(exports, undefined) as Api;
    const once = graph.call(graph.member(app, 'use') as Api, undefined) as Api;
    expect(graph.call(graph.member(once, 'use') as Api, undefined)).toBe(once);
  });
});

describe('calls', () => {
  test('only with this first argument', () => {
    const { graph, exports } = toy({ sources: { remote: ["exports.on('data'|'end')[1](0)", "exports.get('body')"] } });
    const on = graph.member(exports, 'on') as Api;
    const callback = (first: string | undefined): number => {
      const place = graph.argument(on, 1, 2, first);
      return (place && graph.parameter(place, 0, 1, undefined)?.sources.length) ?? 0;
    };
    expect([callback('data'), callback('end'), callback('error'), callback(undefined)]).toEqual([1, 1, 0, 0]);
    const get = graph.member(exports, 'get') as Api;
    expect(graph.call(get, 'body')?.sources).toHaveLength(1);
    expect(graph.call(get, 'other')).toBeUndefined();
    expect(graph.call(get, undefined)).toBeUndefined();
  });

  test('arguments: one, a range, all from one on, the last', () => {
    const { graph, exports } = toy({ sinks: { sql: ['exports.one[0]'], path: ['exports.range[0..1]'], url: ['exports.rest[1..]'], html: ['exports.last[-1]'], log: ['exports.all[..]'] } });
    const hit = (name: string, count: number): number[] => {
      const api = graph.member(exports, name) as Api;
      return Array.from({ length: count }, (_, i) => i).filter((i) => graph.argument(api, i, count, undefined)?.sinks.length === 1);
    };
    expect(hit('one', 3)).toEqual([0]);
    expect(hit('range', 3)).toEqual([0, 1]);
    expect(hit('rest', 4)).toEqual([1, 2, 3]);
    expect(hit('last', 3)).toEqual([2]);
    expect(hit('last', 1)).toEqual([0]);
    expect(hit('all', 3)).toEqual([0, 1, 2]);
  });

  test('the receiver, and what is assigned', () => {
    const { graph, exports } = toy({ sinks: { html: ['exports.body='] }, sanitizers: { html: ['exports.type[this]'] } });
    expect(graph.assigned(graph.member(exports, 'body') as Api)?.sinks).toHaveLength(1);
    expect(graph.receiver(graph.member(exports, 'type') as Api)?.sanitizers).toHaveLength(1);
    expect(graph.assigned(exports)).toBeUndefined();
    expect(graph.receiver(exports)).toBeUndefined();
  });
});

describe('functions of the user', () => {
  test('by the number of parameters: three at most, four', () => {
    const { graph, exports } = toy({ types: { Handler: ['use[..]'] }, sources: { remote: ['Handler/..3(0)', 'Handler/4(1)'], error: ['Handler/4(0)'] } });
    const place = graph.argument(graph.member(exports, 'use') as Api, 0, 1, undefined) as Api;
    const given = (index: number, arity: number): string | undefined => graph.parameter(place, index, arity, undefined)?.sources[0]?.origin;
    expect([given(0, 1), given(0, 3), given(0, 4), given(1, 4), given(1, 3)]).toEqual(['remote', 'remote', 'error', 'remote', undefined]);
    expect(given(0, 5)).toBeUndefined();
  });

  test('by the name of a parameter', () => {
    const { graph, exports } = toy({ sources: { remote: ['run[0](0)~event'] } });
    const place = graph.argument(graph.member(exports, 'run') as Api, 0, 1, undefined) as Api;
    expect(graph.parameter(place, 0, 1, 'event')?.sources).toHaveLength(1);
    expect(graph.parameter(place, 0, 1, 'other')).toBeUndefined();
    expect(graph.parameter(place, 0, 1, undefined)?.sources).toHaveLength(0);
  });

  test('their `this` and what they give back', () => {
    const { graph, exports } = toy({ types: { Handler: ['run[0]'] }, sources: { remote: ['Handler(this).body'] }, sinks: { html: ['Handler()'] } });
    const place = graph.argument(graph.member(exports, 'run') as Api, 0, 1, undefined) as Api;
    expect(graph.member(graph.parameterThis(place, 0) as Api, 'body')?.sources).toHaveLength(1);
    expect(graph.call(place, undefined)?.sinks).toHaveLength(1);
  });
});

describe('conditions', () => {
  test('a way with `when` is there only where it holds', () => {
    const { graph, exports } = toy({ types: { Shell: [{ at: 'run()', when: { '[0].shell': true } }] }, sinks: { command: ['Shell[0]'] } });
    const result = graph.call(graph.member(exports, 'run') as Api, undefined) as Api;
    expect(result.hasConditions).toBe(true);
    expect(graph.argument(graph.settle(result, () => false), 0, 1, undefined)).toBeUndefined();
    const settled = graph.settle(result, (when) => when['[0].shell'] === true);
    expect(graph.argument(settled, 0, 1, undefined)?.sinks).toHaveLength(1);
  });

  test('a sink keeps its own', () => {
    const { graph, exports } = toy({ sinks: { path: [{ at: 'send[0]', when: { '[1].root': { is: 'absent' } } }] } });
    expect(graph.argument(graph.member(exports, 'send') as Api, 0, 1, undefined)?.sinks[0]?.when).toEqual({ '[1].root': { is: 'absent' } });
  });
});

test('equal sets of states are one object, and a union holds both', () => {
  const { graph, exports } = toy({ sinks: { sql: ['a[0]'], path: ['b[0]'] } });
  const [a, b] = ['a', 'b'].map((name) => graph.member(exports, name) as Api) as [Api, Api];
  expect(graph.member(exports, 'a')).toBe(a);
  expect(graph.union(a, a)).toBe(a);
  expect(graph.union(a, b)).toBe(graph.union(b, a));
  expect(graph.argument(graph.union(a, b), 0, 1, undefined)?.sinks.map((s) => s.kind)).toEqual(['sql', 'path']);
  expect(exports.modules).toEqual(['toy']);
});
