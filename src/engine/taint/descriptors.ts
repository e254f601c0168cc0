/** Functions of `Object` that make or change objects member by member: descriptors with a value or a getter, prototypes, groups. */
import { fact, type Fact } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import { resultOfHanded } from './handed.ts';
import { inherits } from './inheritance.ts';
import { missing, placeValue, readMember } from './members.ts';
import { newObject } from './objects.ts';
import { defined, prototypeWrite } from './prototypes.ts';
import { writeMember } from './writes.ts';
import type { Walk } from './walk.ts';

/** The result; undefined: none of these functions. */
export function objectFunction(walk: Walk, node: CallNode, name: string, args: Args): Fact | undefined {
  const first = argument(args, 0);
  switch (name) {
    case 'Object.create': {
      const made = newObject(walk, node, 'plain', []);
      const [object] = made.refs;
      if (object?.k === 'obj') walk.state.set(walk.world.ids.child(object.id, '[[prototype]]'), first);
      describe(walk, node, made, argument(args, 1));
      return { ...made, literal: false };
    }
    case 'Object.defineProperty': {
      const key = argument(args, 1).constant?.value;
      prototypeWrite(walk, node, first, key === undefined ? argument(args, 1) : undefined, args.nodes[0] ?? node);
      if (key === undefined) defined(walk, argument(args, 1));
      describeMember(walk, node, first, typeof key === 'string' ? key : undefined, argument(args, 2));
      return first;
    }
    case 'Object.defineProperties':
      describe(walk, node, first, argument(args, 1));
      return first;
    case 'Object.setPrototypeOf':
      inherits(walk, first, argument(args, 1));
      return first;
    case 'Object.groupBy':
    case 'Map.groupBy': {
      const item = readMember(walk, first, undefined, node);
      const keys = resultOfHanded(walk, node, argument(args, 1), [item, fact({})]);
      const list = newObject(walk, walk.world.ids.child(walk.world.ids.of(node), 'group'), 'array', [['*', item]]);
      return newObject(walk, node, name === 'Map.groupBy' ? 'collection' : 'plain', [['*', list], ...(keys ? [['[[keys]]', keys] as const] : [])]);
    }
    default:
      return undefined;
  }
}

/** `{ name: { value }, other: { get() {} } }`. */
function describe(walk: Walk, node: CallNode, target: Fact, descriptions: Fact): void {
  for (const ref of descriptions.refs) {
    if (ref.k !== 'obj') continue;
    for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
      const description = name === '|' || name.startsWith('[[') ? undefined : placeValue(walk, ref.id, place);
      if (description) describeMember(walk, node, target, name === '*' ? undefined : name, description);
    }
  }
}

function describeMember(walk: Walk, node: CallNode, target: Fact, name: string | undefined, description: Fact): void {
  const getter = readMember(walk, description, 'get', node);
  const isGetter = name !== undefined && getter.refs.some((r) => r.k === 'fn');
  if (isGetter) writeMember(walk, target, `get ${name}`, getter);
  const setter = name === undefined ? undefined : readMember(walk, description, 'set', node);
  if (setter?.refs.some((r) => r.k === 'fn')) writeMember(walk, target, `set ${name}`, setter);
  const value = readMember(walk, description, 'value', node);
  if (value !== missing || !isGetter) writeMember(walk, target, name, value);
}
