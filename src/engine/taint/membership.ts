/** Lists and tables of constants, and checks against them. */
import { CONSTANT, ifTrue, MEMBERSHIP, merge, nothing } from '../safety/guards.ts';
import { fact, unknown, type Fact } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import { Type } from '../value/value.ts';
import { readMember } from './members.ts';
import { pairOf } from './pairs.ts';
import { ownKey, refusingList } from './prototypes.ts';
import type { Walk } from './walk.ts';

/** A list, set, map or object of which all members (of a map: the keys) are constants of the program. */
export function isConstantSet(walk: Walk, value: Fact): boolean {
  if (value.literal && (value.types & (Type.array | Type.object)) !== 0 && value.refs.length === 0) return true;
  const objects = value.refs.filter((r) => r.k === 'obj');
  if (objects.length === 0 || objects.length !== value.refs.filter((r) => r.k !== 'sym').length) return false;
  return objects.every((ref) => {
    if (ref.k !== 'obj') return false;
    if (ref.what === 'plain') return !walk.state.get(walk.world.ids.child(ref.id, '*')) || value.literal;
    if (ref.what === 'collection' && !value.literal && walk.state.get(walk.world.ids.child(ref.id, '[[keys]]')) === undefined && walk.world.isPublished(ref.id) && walk.world.readCell(walk.world.ids.child(ref.id, '*'), walk.fn, false)?.literal === false) return false;
    const keys = ref.what === 'collection' ? walk.world.ids.child(ref.id, '[[keys]]') : 0;
    const kept = keys !== 0 ? (walk.state.get(keys) ?? (walk.world.isPublished(ref.id) ? walk.world.readCell(keys, walk.fn, false) : undefined)) : undefined;
    if (kept) return kept.literal;
    const element = readMember(walk, { ...value, refs: [ref] }, undefined, walk.fn.node);
    return element !== unknown && element.literal;
  });
}

/** `LIST.includes(x)`, `SET.has(x)`, `TABLE.hasOwnProperty(x)`, `LIST.indexOf(x)`. */
export function membership(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact | undefined {
  const isIndex = name === 'indexOf' || name === 'lastIndexOf';
  if (!MEMBERSHIP.has(name) && !isIndex) return undefined;
  const sought = argument(args, 0);
  const constant = isConstantSet(walk, receiver);
  if (isIndex) {
    if (constant) walk.indexOfChecks.set(node, { found: merge(ifTrue(sought.ident, CONSTANT), refusingList(walk, node, receiver, sought, true)), atStart: nothing });
    return constant ? fact({ types: Type.number }) : undefined;
  }
  if (name === 'hasOwnProperty') ownKey(walk, node, receiver, sought);
  if (!constant) {
    walk.vouch(node, { ident: pairOf(walk, sought, receiver, 'among'), mask: CONSTANT, when: 'truthy' });
    // input got into the list: it checks nothing
    return receiver.refs.some((r) => r.k === 'obj' && r.what !== 'plain') && readMember(walk, receiver, undefined, walk.fn.node).taints.some((t) => t.origin.k === 'named') ? fact({ types: Type.boolean, ident: walk.world.ids.of(node) }) : undefined;
  }
  if (name !== 'hasOwnProperty') refusingList(walk, node, receiver, sought, false);
  walk.vouch(node, { ident: sought.ident, mask: CONSTANT, when: 'truthy' });
  for (const about of sought.about?.idents ?? []) if (about > 0) walk.vouch(node, { ident: about, mask: sought.about?.mask ?? 0, when: 'truthy' });
  const ident = walk.world.ids.of(node);
  walk.rememberCondition(ident, walk.vouched.get(node) ?? []);
  return fact({ types: Type.boolean, ident });
}
