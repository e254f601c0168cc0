/** How models are found, and that the order in which they are needed does not matter. */
import semver from 'semver';
import { describe, expect, test } from 'vitest';
import { defineModel, type Model } from '../../src/model/dsl.ts';
import type { Api } from '../../src/model/graph.ts';
import { Registry } from '../../src/model/registry.ts';
import { models } from '../../src/models/index.ts';

const db = defineModel({
  modules: ['db', 'db/promise'],
  types: { Client: ['connect()', ':{Client,Pool}', '~db', '~pool'] },
  sinks: { sql: ['Client.query[0]'] },
});
const web = defineModel({
  modules: ['web'],
  types: { Handler: ['use[0]', ':Handler'], Request: ['Handler(0)', '~req'], Response: ['Handler(1)', '~res'], Body: ['@Body'], Guard: ['@{Use,Guard}(0)'] },
  sources: { remote: ['Request.body', 'Body'] },
  sinks: { html: ['Response.send[0]'] },
  marks: { handler: ['Handler'] },
});
const files = defineModel({ modules: ['fs', 'fs/promises'], sinks: { path: ['readFile[0]'] } });
const lodash = defineModel({ modules: ['lodash', 'lodash/*'], sinks: { template: ['template[0]'] } });
const global = defineModel({ modules: ['global'], types: { Process: ['process'] }, sources: { cli: ['Process.argv'] }, sinks: { code: ['exports.*[0]'] } });
const next = defineModel({
  modules: ['next'],
  types: { Route: ['export {GET,POST} in **/route.*'], Action: ['export * under "use server"'], Page: ['export default(0)~props'] },
  sources: { remote: ['Route(0).url', 'Action(0)', 'Page.query'] },
});
const toys: readonly Model[] = [db, web, files, lodash, global, next];

const sinks = (registry: Registry, api: Api | undefined, ...names: readonly string[]): string[] => {
  for (const name of names) api = api && (name === '()' ? registry.graph.call(api, undefined) : registry.graph.member(api, name));
  return (api && registry.graph.argument(api, 0, 1, undefined)?.sinks.map((s) => s.path)) ?? [];
};

describe('imports', () => {
  const registry = new Registry(toys);

  test('a package, each of its names, a builtin with and without `node:`', () => {
    expect(sinks(registry, registry.module('db'), 'connect', '()', 'query')).toEqual(['db:Client.query[0]']);
    expect(registry.module('db/promise')).toBe(registry.module('db'));
    expect(registry.module('node:fs/promises')).toBe(registry.module('fs'));
    expect(['db', 'node:fs', 'fs', 'node:db', 'dba', 'unknown'].map((name) => registry.knows(name))).toEqual([true, true, true, false, false, false]);
    expect(registry.module('unknown')).toBeUndefined();
  });

  test('the rest of a specifier is a member', () => {
    expect(registry.knows('lodash/template')).toBe(true);
    for (const name of ['lodash/template', 'lodash/template.js']) expect(sinks(registry, registry.module(name))).toEqual(['lodash:template[0]']);
    expect(registry.module('lodash/other')).toBeUndefined();
  });

  test('two models of one package are one', () => {
    const more = defineModel({ modules: ['db'], sinks: { path: ['load[0]'] } });
    const both = new Registry([db, more]);
    expect(sinks(both, both.module('db'), 'load')).toEqual(['db:load[0]']);
    expect(sinks(both, both.module('db'), 'connect', '()', 'query')).toEqual(['db:Client.query[0]']);
  });

  test('the models of a package, and whether it serves requests', () => {
    expect(registry.modelsOf('db')).toEqual([db]);
    expect(registry.modelsOf('lodash/template')).toHaveLength(1);
    expect(registry.modelsOf('unknown')).toEqual([]);
    expect([registry.serves('web'), registry.serves('db')]).toEqual([true, false]);
  });

  test('a global by its name, never by `.*`', () => {
    expect(registry.global('process')?.sources).toHaveLength(0);
    expect(registry.graph.member(registry.global('process') as Api, 'argv')?.sources).toHaveLength(1);
    expect(registry.global('anything')).toBeUndefined();
    expect(new Registry([db]).global('process')).toBeUndefined();
  });
});

describe('other ways', () => {
  const registry = new Registry(toys);

  test('an annotation: one of several names, of that package', () => {
    for (const name of ['Client', 'Pool']) expect(sinks(registry, registry.annotation('db', name), 'query')).toEqual(['db:Client.query[0]']);
    expect(registry.annotation('db', 'Other')).toBeUndefined();
    expect(registry.annotation('web', 'Client')).toBeUndefined();
  });

  test('an annotated function gets what a registered one gets', () => {
    const handler = registry.annotation('web', 'Handler') as Api;
    expect(registry.graph.member(registry.graph.parameter(handler, 0, 2, 'q') as Api, 'body')?.sources).toHaveLength(1);
  });

  test('a name: one answer a model, and company', () => {
    expect(registry.hints('req').map((h) => h.model)).toEqual(['web']);
    expect(registry.hints('db').map((h) => [h.model, sinks(registry, h.api, 'query')])).toEqual([['db', ['db:Client.query[0]']]]);
    expect([registry.hasHint('pool'), registry.hasHint('poolside')]).toEqual([true, false]);
    expect(registry.companyOf(['req', 'res']).map((model) => model.modules[0])).toEqual(['web']);
    expect(registry.companyOf(['req', 'db'])).toEqual([]);
    expect(registry.companyOf(['res'])).toEqual([]);
  });

  test('a decorator: what it stands at, what it is given', () => {
    expect(registry.decorator('web', 'Body')?.sources).toHaveLength(1);
    expect(registry.decorator('web', 'Use')).toBeDefined();
    expect(registry.decorator('web', 'Other')).toBeUndefined();
  });

  test('what a file exports: names, place, directive', () => {
    const ways = registry.exportWays().map(({ names, glob, directive }) => ({ names, glob, directive }));
    expect(ways).toEqual([
      { names: ['GET', 'POST'], glob: '**/route.*', directive: undefined },
      { names: ['*'], glob: undefined, directive: 'use server' },
      { names: ['default'], glob: undefined, directive: undefined },
    ]);
    const route = registry.graph.api([registry.exportWays()[0]?.state].filter((s) => s !== undefined)) as Api;
    expect(registry.graph.member(registry.graph.parameter(route, 0, 1, 'request') as Api, 'url')?.sources).toHaveLength(1);
  });

  test('a member of any value, whoever made it', () => {
    const emitter = defineModel({ modules: ['events'], flows: ['*.emit[1..] -> *.on[1](..)'] });
    const of = new Registry([emitter, db]);
    expect(of.star('emit')?.flows).toHaveLength(1);
    expect(of.star('query')).toBeUndefined();
    expect(new Registry([db]).star('emit')).toBeUndefined();
    expect([of.hasMember('emit'), of.hasMember('query'), of.hasMember('other')]).toEqual([true, true, false]);
  });

  test('a type of another model, by one of its names', () => {
    const more = defineModel({ modules: ['more'], types: { 'web:Handler': ['route[1]'] } });
    const of = new Registry([more, web]);
    const place = of.graph.argument(of.graph.member(of.module('more') as Api, 'route') as Api, 1, 2, undefined) as Api;
    expect(place.marks.map((m) => m.mark)).toEqual(['handler']);
    expect(of.graph.member(of.graph.parameter(place, 0, 2, 'q') as Api, 'body')?.sources).toHaveLength(1);
  });
});

describe('the order in which models are needed does not matter', () => {
  const two = defineModel({ modules: ['two'], types: { Client: ['open()', '~db'] }, sinks: { sql: [{ at: 'Client.query[0]', bind: { style: '?' } }] } });
  const list = [db, web, two];
  const paths = (registry: Registry): string[] => {
    const apis = registry.hints('db').map((h) => h.api);
    const joint = apis.reduce((a, b) => registry.graph.union(a, b));
    return sinks(registry, joint, 'query');
  };

  test('the states of a joint value stand in the order of the models', () => {
    const first = new Registry(list);
    const last = new Registry(list);
    last.module('two');
    last.annotation('web', 'Handler');
    expect(paths(last)).toEqual(paths(first));
    expect(paths(first)).toEqual(['db:Client.query[0]', 'two:Client.query[0]']);
    expect(paths(new Registry([two, web, db]))).toEqual(['two:Client.query[0]', 'db:Client.query[0]']);
  });

  test('nor a model that adds ways to the type of another', () => {
    const more = defineModel({ modules: ['more'], types: { 'db:Client': ['get()'] } });
    const ids = (warm: readonly string[]): number[] => {
      const registry = new Registry([more, db]);
      for (const name of warm) registry.module(name);
      const got = registry.graph.call(registry.graph.member(registry.module('more') as Api, 'get') as Api, undefined) as Api;
      expect(sinks(registry, got, 'query')).toEqual(['db:Client.query[0]']);
      return got.states.map((s) => s.id);
    };
    expect(ids(['db'])).toEqual(ids([]));
    expect(ids(['more', 'db'])).toEqual(ids([]));
  });

  test('the built-in models give the same answers, warm or cold', () => {
    const names = ['pool', 'client', 'connection', 'req', 'ctx'];
    const ask = (warm: readonly string[]): unknown => {
      const registry = new Registry(models);
      for (const name of warm) registry.module(name);
      return names.map((name) => registry.hints(name).map((h) => [h.model, h.api.states.map((s) => s.id)]));
    };
    const cold = ask([]);
    expect(ask(models.map((m) => m.modules[0]).reverse())).toEqual(cold);
    expect(ask(['koa', 'mysql2', 'express'])).toEqual(cold);
  });
});

describe("a user's models", () => {
  const own = defineModel({ modules: ['./src/db.ts', 'pg'], types: { 'express:Request': ['request()'], Own: ['open()'] }, sinks: { sql: ['Own.run[0]'] } });

  test('come after the built-in ones and add to them', () => {
    const registry = new Registry([...models, own]);
    registry.check([own]);
    expect(sinks(registry, registry.module('pg'), 'open', '()', 'run')).toEqual(['./src/db.ts:Own.run[0]']);
    expect(sinks(registry, registry.module('pg'), 'Client', '()', 'query')).toEqual(['pg:Client.query[0]']);
    expect(registry.knows('./src/db.ts')).toBe(true);
    const request = registry.graph.call(registry.graph.member(registry.module('pg') as Api, 'request') as Api, undefined) as Api;
    expect(registry.graph.member(request, 'query')?.sources.map((s) => s.origin)).toContain('remote');
  });

  test('what they say of places of another type holds, whichever file came first', () => {
    const tenant = defineModel({ modules: ['@acme/tenant'], sources: { remote: ['fastify:Request.tenant'] } });
    const asked = (warm: readonly string[]): unknown => {
      const registry = new Registry([...models, tenant]);
      const request = registry.annotation('fastify', 'FastifyRequest') as Api;
      const before = registry.graph.member(request, 'tenant')?.sources;
      for (const name of warm) registry.module(name);
      return [before, registry.graph.member(registry.annotation('fastify', 'FastifyRequest') as Api, 'tenant')?.sources].map((sources) => sources?.map((s) => s.origin));
    };
    expect(asked(['@acme/tenant'])).toEqual([['remote'], ['remote']]);
    expect(asked([])).toEqual([['remote'], ['remote']]);
  });

  test('have tests and bindings that can be followed', () => {
    const checked = (sink: object) => () => {
      const model = defineModel({ modules: ['@acme/db'], sinks: { sql: [{ at: 'run[0]', ...sink }] } });
      new Registry([...models, model]).check([model]);
    };
    expect(checked({ when: { '[1].raw': true, '[this].mode': 'x', version: '<2' }, bind: { values: '[1]', style: '?' } })).not.toThrow();
    expect(checked({ when: { '[1.raw': true } })).toThrow(/bad path '\[1\.raw'/);
    expect(checked({ when: { raw: true } })).toThrow(/bad path 'raw'/);
    expect(checked({ when: { '().raw': true } })).toThrow(/bad test '\(\)\.raw' in the model of '@acme\/db': it looks at/);
    expect(checked({ bind: { values: '[1', style: '?' } })).toThrow(/bad path '\[1'/);
  });
});

/** Lint swallows what is wrong with a built-in model, since only those in sight are read. */
describe('the built-in models', () => {
  test.each(models.map((model) => [model.modules[0], model] as const))('%s', (_, model) => {
    expect(() => new Registry(models).check([model])).not.toThrow();
  });

  test('are right in any order', () => {
    expect(() => new Registry(models).check()).not.toThrow();
    expect(() => new Registry([...models].reverse()).check()).not.toThrow();
  });

  test('ask for versions by ranges', () => {
    const ranges = [...JSON.stringify(models).matchAll(/"version":("(?:[^"\\]|\\.)*"|[^,}]*)/g)].map((m) => JSON.parse(m[1] ?? '0') as unknown);
    expect(ranges.length).toBeGreaterThan(5);
    expect(ranges.filter((range) => semver.validRange(range as string) === null)).toEqual([]);
  });
});
