/** Functions handed to methods of the language, which call them: `list.map(escapeHtml)`, `promise.then(show)`. */
import { fact, joinFacts, type Fact } from '../fact/fact.ts';
import type { CallNode, FunctionInfo } from '../project/source.ts';
import { mappedBy, resultOfApi } from './api-call.ts';
import { applyCallback } from './application.ts';
import type { Walk } from './walk.ts';

/** What the callback gives back for these arguments; undefined where nothing is known of it. */
export function resultOfHanded(walk: Walk, node: CallNode, callback: Fact, given: readonly Fact[]): Fact | undefined {
  let out: Fact | undefined;
  for (const ref of callback.refs) {
    let value: Fact;
    if (ref.k === 'fn') value = applyCallback(walk, node, ref, ref.boundThis, { list: [...(ref.boundArguments ?? []), ...given], nodes: [], rest: undefined });
    else if (ref.k === 'api') value = resultOfApi(walk, node, ref, given);
    else if (ref.k === 'native') value = mappedBy(ref.name, given[0] ?? fact({}));
    else continue;
    out = out ? joinFacts(out, value) : value;
  }
  return out;
}

/** Kinds that a predicate vouches for in its first argument where it is true. */
export function vouchedByHanded(walk: Walk, callback: Fact): number {
  const { graph } = walk.world.registry;
  return callback.refs.reduce((mask, ref) => {
    if (ref.k === 'fn') return mask | vouchedFor(walk, ref.fn);
    const place = ref.k === 'api' ? graph.argument(ref.api, 0, 1, undefined) : undefined;
    return (place?.guards ?? []).reduce((all, guard) => (guard.when || guard.ifFalse ? all : all | guard.mask), mask);
  }, 0);
}

const vouchedFor = (walk: Walk, fn: FunctionInfo): number =>
  walk.world.summary(fn).vouches.filter((v) => v.when === 'truthy' && v.sym.root.k === 'param' && v.sym.root.fn === fn && v.sym.root.index === 0 && v.sym.depth === 0).reduce((mask, v) => mask | v.mask, 0);
