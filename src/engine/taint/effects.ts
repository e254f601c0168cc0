/** What a marked call does to the walk: what it asserts holds from here on, it hands on to the next handler. */
import { unwrap } from '../../ast/nodes.ts';
import type { Fact } from '../fact/fact.ts';
import { clearedByPattern } from '../safety/characters.ts';
import { equality, ifTrue, type Cleared } from '../safety/guards.ts';
import { argument } from '../summary/summary.ts';
import type { Context } from './api-flows.ts';
import { truthiness } from './condition.ts';
import { VALIDATED } from './fields.ts';
import { inherits } from './inheritance.ts';
import { readMember } from './members.ts';
import { fixedElements } from './objects.ts';
import type { Walk } from './walk.ts';

/** The value is the other one, or matches it. */
function both(value: Fact, other: Fact): Cleared {
  const regex = other.refs.find((r) => r.k === 'regex');
  return regex?.k === 'regex' ? ifTrue(value.ident, clearedByPattern(regex.source, regex.flags)).yes : equality(value, other).yes;
}

export function effectOf({ walk, node, ref, args, test }: Context): void {
  for (const { mark, when } of ref.api.marks) {
    if (when && !test(when)) continue;
    // a callee's may be under a condition
    if (mark === 'asserts' && walk.depth === 0) {
      const [first] = args.nodes;
      const [value] = args.list;
      if (first && value) walk.refine(truthiness(walk, unwrap(first), value).yes);
    } else if (mark === 'equates' && walk.depth === 0) {
      const [value, other] = args.list;
      if (value && other) walk.refine(both(value, other));
    } else if (mark === 'composes' || mark === 'composesBack') {
      const fns = fixedElements(walk, argument(args, 0)) ?? args.list;
      walk.world.composed.set(walk.world.ids.of(node), mark === 'composes' ? fns : fns.toReversed());
    } else if (mark === 'inherits') inherits(walk, readMember(walk, argument(args, 0), 'prototype', node), readMember(walk, argument(args, 1), 'prototype', node));
    else if (mark === 'next' && args.list.every((a) => a.constant !== undefined && !a.constant.value)) passOn(walk);
  }
}

/** The function that hands on to the next handler goes to a call out of sight, or waits for a promise: it may run at any time from now. */
export function handedAway(walk: Walk, values: readonly Fact[]): void {
  for (const { refs } of values) if (refs.length > 0 && refs.some((r) => r.k === 'api' && r.api.marks.some((m) => m.mark === 'next'))) passOn(walk);
}

function passOn(walk: Walk): void {
  const { passes } = walk;
  const here = new Map<number, number>();
  for (const [ident, mask] of walk.state.allCleared()) {
    const both = passes ? mask & (passes.get(ident) ?? 0) : mask;
    if (both !== 0 && (ident === VALIDATED || walk.ownSyms.has(ident) || walk.overwrites?.has(ident))) here.set(ident, both);
  }
  walk.passes = here;
}
