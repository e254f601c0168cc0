/**
 * From when on closures see what a function writes into a variable that they share: until one that reads it is made or named, nobody
 * else can, and what the variable held before, unchecked, is nobody's business.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '../../ast/scope.ts';
import type { Fact } from '../fact/fact.ts';
import type { FunctionInfo } from '../project/source.ts';
import type { Walk } from './walk.ts';
import { publish, writeCell } from './writes.ts';

/** Functions inside one another, beyond which every one counts as a reader. */
const MOST_INNER = 60;

/** The identity of what a variable holds that others write, too: it lasts until the function writes it itself. */
export const sharedIdent = (walk: Walk, { ident }: Fact): number => (ident === 0 ? 0 : walk.world.ids.child(ident, '[[shared]]'));

/** Functions inside `owner` from which a call may get to one that has captured the variable; undefined: too many to say. */
function readersOf(walk: Walk, variable: Variable, owner: FunctionInfo): ReadonlySet<FunctionInfo> | undefined {
  const { sharers } = walk.world;
  if (sharers.has(variable)) return sharers.get(variable);
  const inside = [...owner.inner];
  for (let i = 0; i < inside.length && inside.length <= MOST_INNER; i++) inside.push(...(inside[i]?.inner ?? []));
  let readers: Set<FunctionInfo> | undefined;
  if (inside.length <= MOST_INNER) {
    readers = new Set(inside.filter((fn) => fn.captured.has(variable)));
    for (let size = -1; size !== readers.size; ) {
      ({ size } = readers);
      for (const fn of inside) if (!readers.has(fn) && [...fn.uses].some((used) => readers?.has(used))) readers.add(fn);
    }
  }
  sharers.set(variable, readers);
  return readers;
}

/** Whether nobody else sees yet what this function writes into the variable here. */
export function isHidden(walk: Walk, variable: Variable, node: TSESTree.Node): boolean {
  const readers = readersOf(walk, variable, walk.fn);
  if (!readers || [...readers].some((fn) => walk.made.has(fn)) || isRepeated(walk, node)) return false;
  walk.hidden.add(variable);
  return true;
}

/** In the second round, what was made in the first one sees it. */
function isRepeated(walk: Walk, from: TSESTree.Node): boolean {
  for (let node: TSESTree.Node | undefined = from; node && node !== walk.fn.node; node = node.parent) if (/^(?:For|While|DoWhile)/.test(node.type)) return true;
  return false;
}

/** A function that stands in the one at hand is made or named: from here on it may be called. */
export function expose(walk: Walk, fn: FunctionInfo): void {
  if (fn.parent !== walk.fn) return;
  walk.made.add(fn);
  for (const variable of walk.hidden) {
    const readers = readersOf(walk, variable, walk.fn);
    if (readers && !readers.has(fn)) continue;
    const place = walk.world.ids.of(variable);
    const value = walk.state.get(place);
    if (!value) continue;
    publish(walk, value, 0);
    writeCell(walk, place, walk.baked({ ...walk.baked(value), ident: sharedIdent(walk, value) }), true);
  }
}

/** A class that stands in the function at hand. */
export function exposeClass(walk: Walk, node: TSESTree.Node): void {
  for (const fn of walk.fn.inner) if (fn.ofClass?.node === node) expose(walk, fn);
}
