/** Functions that the user hands to a library, or to a call out of sight: called with what these hand over. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Api } from '../../model/graph.ts';
import { fact, unseen, type Fact, type FnRef } from '../fact/fact.ts';
import type { CallNode, FunctionInfo } from '../project/source.ts';
import { mixture } from '../summary/apply.ts';
import type { Args } from '../summary/summary.ts';
import type { Context } from './api-flows.ts';
import { applyCallback } from './application.ts';
import { functionsIn } from './functions.ts';
import { missing, readMember } from './members.ts';
import { noteRoute } from './middleware.ts';
import type { Walk } from './walk.ts';

/** The library calls a function of the user's. */
export function invoke(context: Context, place: Api | undefined, ref: FnRef, index: number): Fact {
  const { walk, node } = context;
  const { world } = walk;
  const { graph } = world.registry;
  const { fn } = ref;
  const bound = ref.boundArguments?.length ?? 0;
  const handed = context.handed.get(index);
  const facts = fn.params.slice(bound).map((param, i) => {
    const api = place && graph.parameter(place, i, fn.params.length - bound, param.type === 'Identifier' ? param.name : undefined);
    if (api && !context.ref.weak) world.seed(fn, i + bound, parameterFact(walk, api, param, context.ref.bound));
    return handed?.get(i) ?? unseen;
  });
  let isOld = false;
  if (place?.marks.some((m) => m.mark === 'handler')) {
    world.handlers.add(fn);
    isOld = noteRoute(context, ref);
  }
  const self = place && graph.parameterThis(place, fn.params.length);
  const receiver = self ? fact({ refs: [{ k: 'api', api: self, bound: context.ref.bound, weak: false }] }) : undefined;
  if (self && receiver) world.thisSeeds.set(fn, receiver);
  const { quiet } = world;
  world.quiet ||= isOld;
  const result = applyCallback(walk, node, ref, ref.boundThis ?? receiver, { list: [...(ref.boundArguments ?? []), ...facts], nodes: [], rest: unseen });
  world.quiet = quiet;
  return result;
}

/** How far members of an object are looked at that stands at such a place. */
const DEEPEST = 3;

/** A function stands at a place of a library's, or in an object that does: its parameters are what the library hands over. */
export function atPlaceOf(walk: Walk, place: Api, value: Fact, depth = 0): void {
  const { graph } = walk.world.registry;
  for (const { fn } of functionsIn(walk, value, 1)) {
    if (!walk.world.places.has(fn)) {
      walk.world.places.set(fn, place);
      if (walk.world.summaries.has(fn)) walk.world.queue.add(fn);
    }
    fn.params.forEach((param, i) => {
      const api = graph.parameter(place, i, fn.params.length, param.type === 'Identifier' ? param.name : undefined);
      if (api) walk.world.seed(fn, i, parameterFact(walk, api, param, true));
    });
    if (place.marks.some((m) => m.mark === 'handler')) walk.world.handlers.add(fn);
  }
  if (depth >= DEEPEST || !value.refs.some((r) => r.k === 'obj' && r.what === 'plain')) return;
  for (const name of new Set(place.states.flatMap((s) => [...s.members.keys()]))) {
    const below = graph.member(place, name);
    const member = below && readMember(walk, value, name, walk.fn.node);
    if (member && member !== missing) atPlaceOf(walk, below, member, depth + 1);
  }
}

export function parameterFact(walk: Walk, api: Api, param: TSESTree.Node, bound: boolean): Fact {
  const name = param.type === 'Identifier' ? param.name : '';
  const taints = walk.world.sourceTaints(api, param, name || 'the parameter', () => false);
  return fact({ refs: [{ k: 'api', api, bound, weak: false }], taints, exact: true });
}

/** Callbacks of a call out of sight get what else went in, not for sure. */
export function invokeCallbacks(walk: Walk, node: CallNode, args: Args, facts: readonly Fact[]): void {
  const seen = new Set<FunctionInfo>();
  for (const value of args.list) {
    for (const ref of functionsIn(walk, value, 2)) {
      if (seen.has(ref.fn)) continue;
      seen.add(ref.fn);
      const given = mixture(facts.filter((f) => f !== value));
      applyCallback(walk, node, ref, ref.boundThis, { list: [...(ref.boundArguments ?? []), ...ref.fn.params.slice(ref.boundArguments?.length ?? 0).map(() => given)], nodes: [], rest: given });
    }
  }
}
