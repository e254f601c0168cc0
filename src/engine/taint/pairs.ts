/**
 * Checks of one symbol by another, `list.includes(x)`, `entry === x`: they prove something of x where a caller gives constants for the other.
 * Until then a pair of two symbols has an identity of its own, under which guards keep it as they keep any value.
 */
import { CONSTANT, ifTrue, merge, nothing, type Refinement } from '../safety/guards.ts';
import type { Fact } from '../fact/fact.ts';
import type { Sym } from '../value/value.ts';
import type { Walk } from './walk.ts';

export interface Pair {
  readonly sym: Sym;
  readonly other: Sym;
  /** The symbol is the other, or in the list that the other is. */
  readonly how: 'equal' | 'among';
}

/** The identity of the pair; 0 where one of the two is no symbol of this function's. */
export function pairOf(walk: Walk, value: Fact, other: Fact, how: Pair['how']): number {
  const sym = walk.ownSyms.get(value.ident);
  const by = walk.ownSyms.get(other.ident);
  if (!sym || !by || sym === by || value.literal || other.literal) return 0;
  const ident = walk.world.ids.child(sym.id, `[[${how} ${by.id}]]`);
  walk.pairs.set(ident, { sym, other: by, how });
  return ident;
}

/** `a === b` of two symbols. */
export function equalPair(walk: Walk, a: Fact, b: Fact): Refinement {
  if (!walk.ownSyms.has(a.ident) || !walk.ownSyms.has(b.ident)) return nothing;
  return merge(ifTrue(pairOf(walk, a, b, 'equal'), CONSTANT), ifTrue(pairOf(walk, b, a, 'equal'), CONSTANT));
}
