/** Functions that leave the function that made them take along what they captured. */
import type { Variable } from '../../ast/scope.ts';
import { type Fact, type FnRef, type Ref } from '../fact/fact.ts';
import { variableFact } from './variables.ts';
import type { Walk } from './walk.ts';

/** The value with its closures' captures as they stand now. */
export function closed(walk: Walk, value: Fact, depth = 0): Fact {
  if (depth > 3 || value.refs.length === 0) return value;
  let changed = false;
  const refs = value.refs.map((ref): Ref => {
    if (ref.k === 'obj') {
      closeMembers(walk, ref.id, depth);
      return ref;
    }
    if (ref.k !== 'fn' || ref.captures || (ref.fn.captured.size === 0 && ref.fn.node.type !== 'ArrowFunctionExpression')) return ref;
    changed = true;
    return { ...ref, captures: capturesOf(walk, ref, depth) };
  });
  return changed ? { ...value, refs } : value;
}

function capturesOf(walk: Walk, ref: FnRef, depth: number): ReadonlyMap<Variable | 'this', Fact> {
  const captures = new Map<Variable | 'this', Fact>();
  if (ref.fn.node.type === 'ArrowFunctionExpression' && !ref.fn.ofClass) captures.set('this', walk.thisFact);
  for (const variable of ref.fn.captured) {
    const { cell, owner } = walk.world.cellOf(variable);
    if (cell || (owner !== walk.fn && !walk.fn.captured.has(variable))) continue;
    captures.set(variable, walk.baked(closed(walk, variableFact(walk, variable), depth + 1)));
  }
  return captures;
}

/** An object of functions that is returned: each takes its captures along. */
function closeMembers(walk: Walk, id: number, depth: number): void {
  for (const place of walk.world.ids.children(id)?.values() ?? []) {
    const member = walk.state.get(place);
    if (!member) continue;
    const after = closed(walk, member, depth + 1);
    if (after !== member) walk.state.set(place, after);
  }
}
