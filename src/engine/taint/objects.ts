/** Objects and arrays by the place where they are made. */
import { fact, type Fact } from '../fact/fact.ts';
import { Type, type ObjRef } from '../value/value.ts';
import type { Walk } from './walk.ts';

/** The member under which an object keeps what was spread into it: whose names it has. */
export const SPREAD = '[[spread]]';

/** The member under which a promise keeps what it was rejected with. */
export const REJECTED = '[[rejected]]';

/** A new object at this node, or under this number. */
export function newObject(walk: Walk, node: object | number, what: ObjRef['what'], members: Iterable<readonly [string, Fact]>, cls?: ObjRef['cls']): Fact {
  const id = typeof node === 'number' ? node : walk.world.ids.of(node);
  let literal = what !== 'instance';
  for (const [name, value] of members) {
    walk.state.set(walk.world.ids.child(id, name), value);
    literal &&= value.literal;
  }
  return fact({ types: what === 'array' ? Type.array : Type.object, literal, refs: [{ k: 'obj', id, cls, what }], ident: id });
}

/** The elements of an array whose length is in sight. */
export function fixedElements(walk: Walk, array: Fact): Fact[] | undefined {
  const [ref] = array.refs;
  if (array.refs.length !== 1 || ref?.k !== 'obj' || ref.what !== 'array') return undefined;
  const { ids } = walk.world;
  const children = ids.children(ref.id);
  const result: Fact[] = [];
  if (children?.has('*') && walk.state.get(ids.child(ref.id, '*'))) return undefined;
  for (let i = 0; i < 32; i++) {
    const place = children?.get(String(i));
    const value = place === undefined ? undefined : walk.state.get(place);
    if (!value) break;
    result.push(value);
  }
  return result.length > 0 ? result : undefined;
}
