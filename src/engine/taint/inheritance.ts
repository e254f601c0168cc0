/** What a class has of its own and from what it extends, a class of the file or of a library. */
import type { TSESTree } from '@typescript-eslint/utils';
import { fact, joinFacts, unknown, type Fact, type Ref } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { Type, type ApiRef, type ObjRef } from '../value/value.ts';
import type { Walk } from './walk.ts';

/** What the class extends, as far as a name tells. */
export function superOf(walk: Walk, cls: NonNullable<ObjRef['cls']>): Fact | undefined {
  const { superClass } = cls.node;
  if (!superClass) return undefined;
  const place = walk.world.ids.child(walk.world.ids.of(cls), '.super');
  return walk.world.readCell(place, walk.fn, false);
}

/** Methods, accessors and fields of a class and of what it extends. */
export function findMember(walk: Walk, cls: NonNullable<ObjRef['cls']>, name: string, node: TSESTree.Node, receiver: Fact): Fact | undefined {
  let current: typeof cls | undefined = cls;
  for (let i = 0; current && i < 10; i++) {
    const method = current.methods.get(name);
    if (method) return fact({ types: Type.function, refs: [{ k: 'fn', fn: method, captures: undefined, boundThis: undefined, boundArguments: undefined }] });
    const getter = current.getters.get(name);
    if (getter) return applyAccessor(walk, fact({ refs: [{ k: 'fn', fn: getter, captures: undefined, boundThis: undefined, boundArguments: undefined }] }), receiver, [], node);
    const parent: Fact | undefined = superOf(walk, current);
    const next: Ref | undefined = parent?.refs.find((r) => r.k === 'class' || r.k === 'api');
    if (next?.k === 'api') {
      const { graph } = walk.world.registry;
      const instance = graph.call(next.api, undefined);
      const member = instance && graph.member(instance, name);
      return member && fact({ refs: [{ k: 'api', api: member, bound: next.bound, weak: next.weak }] });
    }
    current = next?.k === 'class' ? next.cls : undefined;
  }
  return undefined;
}

/** The class of a library that a class of the file extends, through others of the file or not. */
export function libraryParent(walk: Walk, cls: NonNullable<ObjRef['cls']>): ApiRef | undefined {
  let current: typeof cls | undefined = cls;
  for (let i = 0; current && i < 10; i++) {
    const next: Ref | undefined = superOf(walk, current)?.refs.find((r) => r.k === 'class' || r.k === 'api');
    if (next?.k === 'api') return next;
    current = next?.k === 'class' ? next.cls : undefined;
  }
  return undefined;
}

/** A getter, setter or other function that is called without a call in the text. */
export function applyAccessor(walk: Walk, accessor: Fact, receiver: Fact, args: readonly Fact[], node: TSESTree.Node): Fact {
  let result: Fact | undefined;
  for (const ref of accessor.refs) {
    if (ref.k !== 'fn') continue;
    const value = walk.run.applyFunction(walk, node as CallNode, ref, receiver, { list: args, nodes: args.map(() => node), rest: undefined });
    result = result ? joinFacts(result, value) : value;
  }
  return result ?? unknown;
}

/** What `target` lacks it has from `from`: `Object.setPrototypeOf(A.prototype, B.prototype)`. */
export function inherits(walk: Walk, target: Fact, from: Fact): void {
  for (const ref of target.refs) {
    if (ref.k !== 'obj') continue;
    const place = walk.world.ids.child(ref.id, '[[prototype]]');
    const before = walk.state.get(place);
    const value = before ? joinFacts(before, from) : from;
    walk.state.set(place, value);
    if (walk.world.isPublished(ref.id)) walk.world.joinCell(place, value, false);
  }
}

/** `[]`, `{}`, `new Map()`: what is put in later is of the instance alone. */
export const isEmptyHolder = (value: TSESTree.Node): boolean =>
  (value.type === 'ArrayExpression' && value.elements.length === 0) || (value.type === 'ObjectExpression' && value.properties.length === 0) || (value.type === 'NewExpression' && value.arguments.length === 0 && value.callee.type === 'Identifier' && /^(?:Map|Set)$/.test(value.callee.name));

/** The file makes instances of the class, so that what their fields hold is told by each. */
export function isConstructed({ world }: Walk, cls: NonNullable<ObjRef['cls']>): boolean {
  const { id } = cls.node;
  const variable = id && world.variable(id);
  return variable?.references.some(({ identifier: { parent } }) => parent?.type === 'NewExpression') ?? false;
}
