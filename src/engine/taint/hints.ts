/** Names that models know, of values of which nothing else is known. */
import { fact, joinFacts, type Fact, type Ref } from '../fact/fact.ts';
import type { FunctionInfo } from '../project/source.ts';
import type { ApiRef } from '../value/value.ts';
import type { Walk } from './walk.ts';

/** Parameters by their names, in company: `req` beside `res`. */
export function companySeeds(walk: Walk, fn: FunctionInfo): Map<number, Fact> {
  const result = new Map<number, Fact>();
  const { registry } = walk.world;
  const byModel = new Map<string, [param: number, ref: ApiRef, joins: boolean][]>();
  fn.params.forEach((param, i) => {
    const inner = param.type === 'AssignmentPattern' ? param.left : param;
    if (inner.type !== 'Identifier' || !registry.hasHint(inner.name)) return;
    for (const { model, api, joins } of registry.hints(inner.name)) {
      const list = byModel.get(model) ?? [];
      byModel.set(model, list);
      list.push([i, { k: 'api', api, bound: false, weak: false }, joins]);
    }
  });
  const best = [...byModel.values()].filter((l) => l.filter(([, , joins]) => !joins).length >= 2).sort((a, b) => b.length - a.length)[0];
  for (const [i, ref] of best ?? []) {
    const before = result.get(i);
    const value = fact({ refs: [ref] });
    result.set(i, before ? joinFacts(before, value) : value);
  }
  return result;
}

/** What a lone name hints at: speaks only for SQL, where the text reads as SQL. */
export function lonelyHints(walk: Walk, name: string): readonly Ref[] {
  let refs = walk.world.lonely.get(name);
  if (refs) return refs;
  let api: ApiRef['api'] | undefined;
  for (const hint of walk.world.registry.hints(name)) if (!hint.joins) api = api ? walk.world.registry.graph.union(api, hint.api) : hint.api;
  refs = api ? [{ k: 'api', api, bound: false, weak: true }] : [];
  walk.world.lonely.set(name, refs);
  return refs;
}
