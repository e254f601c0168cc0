/** Values at a call that a model marks, kept as they were there, for rules that ask what options hold. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { When } from '../../model/dsl.ts';
import { appOf, type Fact } from '../fact/fact.ts';
import type { ApiCall, Shown } from '../finding.ts';
import type { CallNode } from '../project/source.ts';
import type { Args } from '../summary/summary.ts';
import type { ApiRef } from '../value/value.ts';
import { missing, placeValue } from './members.ts';
import type { Walk } from './walk.ts';

const DEEPEST = 4;
const NONE: ReadonlyMap<string, Shown> = new Map();

/** Remembers a call of what a model knows. */
export function noteCall(walk: Walk, node: CallNode, { api, bound }: ApiRef, receiver: Fact | undefined, args: Args, test: (when: When) => boolean): void {
  if (walk.world.quiet) return;
  const asked = walk.world.marks;
  const marks = api.marks.filter((m) => asked.has(m.mark) && (!m.when || test(m.when))).map((m) => m.mark);
  keep(walk.world.apiCalls, { node, api, bound, args: args.list, receiver, owner: walk.owner, made: walk.world.ids.of(node), marks, shown: marks.length > 0 ? args.list.map((value) => shownAt(walk, value)) : [] });
}

/** The last of a walk counts; of a helper that does it to several apps, each. */
function keep(calls: Map<TSESTree.Node, ApiCall[]>, call: ApiCall): void {
  const list = calls.get(call.node);
  if (!list) calls.set(call.node, [call]);
  else {
    const i = list.findIndex((one) => one.api === call.api && appOf(one.receiver) === appOf(call.receiver));
    if (i >= 0) list[i] = call;
    else list.push(call);
  }
}

/** A call out of sight is handed an app, and may do anything to it. */
export function noteHanded(walk: Walk, node: CallNode, values: readonly Fact[]): void {
  if (walk.world.quiet || !walk.world.marks.has('app')) return;
  for (const value of values) {
    const app = value.refs.length === 0 ? undefined : appOf(value);
    if (!app) continue;
    const nodes = walk.world.appsHanded.get(app) ?? [];
    walk.world.appsHanded.set(app, nodes);
    if (!nodes.includes(node)) nodes.push(node);
  }
}

/** The value with its members, four deep. */
export function shownAt(walk: Walk, fact: Fact, depth = 0): Shown {
  const objects = fact.refs.filter((r) => r.k === 'obj');
  if (objects.length === 0 || depth >= DEEPEST) return { fact, members: NONE, isWhole: fact.constant !== undefined || (fact.literal && fact.refs.length === 0) };
  const members = new Map<string, Shown>();
  // of several objects nobody knows which it is
  let isWhole = objects.length === 1 && fact.refs.length === 1 && fact.taints.length === 0;
  for (const ref of objects) {
    if (ref.k !== 'obj' || (ref.what !== 'plain' && ref.what !== 'array')) isWhole = false;
    for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
      if (name === '|' || name.startsWith('[[')) continue;
      const value = placeValue(walk, ref.id, place);
      if (!value) continue;
      if (name === '*') isWhole = false;
      // taken out again, or not there on every way
      else if (value !== missing) members.set(name, shownAt(walk, walk.state.bake(value), depth + 1));
    }
  }
  return { fact, members, isWhole };
}
