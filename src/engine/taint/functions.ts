/** Functions that a value holds. */
import type { Fact, FnRef } from '../fact/fact.ts';
import { readMember } from './members.ts';
import type { Walk } from './walk.ts';

/** Functions in a value, or in a list of them. */
export function functionsIn(walk: Walk, value: Fact, depth: number): FnRef[] {
  const result: FnRef[] = [];
  for (const ref of value.refs) {
    if (ref.k === 'fn') result.push(ref);
    else if (ref.k === 'obj' && ref.what === 'array' && depth > 0) for (const f of functionsIn(walk, readMember(walk, value, undefined, walk.fn.node), depth - 1)) result.push(f);
  }
  return result;
}
