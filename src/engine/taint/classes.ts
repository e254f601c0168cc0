/** Classes: what `class` declares, what `new` and `super` do. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/nodes.ts';
import { fact, unknown, type Fact } from '../fact/fact.ts';
import type { ClassInfo, ClassNode } from '../project/source.ts';
import { type Args } from '../summary/summary.ts';
import { Type } from '../value/value.ts';
import { applyFunction } from './application.ts';
import { isEmptyHolder, superOf } from './inheritance.ts';
import { readMember } from './members.ts';
import { newObject } from './objects.ts';
import { annotated } from './annotations.ts';
import { exposeClass } from './exposure.ts';
import { named } from './named.ts';
import { writeCell } from './writes.ts';
import type { Walk } from './walk.ts';
import type { CallNode } from '../project/source.ts';

/** Evaluates a class: what it extends, its static members, its fields (which every instance gets). */
export function declareClass(walk: Walk, node: ClassNode): Fact {
  const cls = walk.world.index.classOf.get(node);
  if (!cls) return unknown;
  exposeClass(walk, node);
  const { ids } = walk.world;
  const value = fact({ types: Type.function, refs: [{ k: 'class', cls }], ident: ids.of(cls) });
  if (node.superClass) {
    const parent = walk.run.evaluate(walk, node.superClass);
    writeCell(walk, ids.child(ids.of(cls), '.super'), { ...parent, taints: [] }, false);
  }
  const base = walk.world.classBase(cls);
  const statics = ids.child(ids.of(cls), '.static');
  walk.world.publish(statics);
  for (const field of cls.fields) {
    const name = staticName(field);
    if (name === undefined) continue;
    let fieldValue = field.value ? walk.run.evaluate(walk, field.value) : unknown;
    if (field.typeAnnotation) fieldValue = annotated(walk, fieldValue, field.typeAnnotation.typeAnnotation, true);
    if (fieldValue === unknown) continue;
    if (field.value) named(walk, name, fieldValue, field.value);
    writeCell(walk, ids.child(field.static ? statics : base, name), fieldValue, false);
  }
  for (const decorator of (node.decorators as typeof node.decorators | undefined) ?? []) walk.run.evaluate(walk, decorator.expression);
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition') continue;
    // only TypeScript's parser has decorators
    for (const decorator of (member.decorators as typeof member.decorators | undefined) ?? []) walk.run.evaluate(walk, decorator.expression);
  }
  return value;
}

/** Fields with initialisers, on a new instance: what the class's cell holds of them. */
export function fieldsOfInstance(walk: Walk, node: TSESTree.Node, cls: ClassInfo, instance: Fact): void {
  const [ref] = instance.refs;
  if (ref?.k !== 'obj') return;
  const { ids } = walk.world;
  for (const field of cls.fields) {
    const name = staticName(field);
    if (name === undefined || field.static || !field.value) continue;
    const place = ids.child(ref.id, name);
    if (walk.state.get(place)) continue;
    const value = walk.world.readCell(ids.child(walk.world.classBase(cls), name), walk.fn, false);
    const [made] = value?.refs ?? [];
    // each instance has its own
    if (value && made?.k === 'obj' && value.refs.length === 1 && isEmptyHolder(field.value)) walk.state.set(place, { ...newObject(walk, ids.copy(node, made.id), made.what, []), literal: false });
    else if (value) walk.state.set(place, value);
  }
}

/** The constructor of the class, or of the nearest it extends that has one. */
export function constructClass(walk: Walk, node: CallNode, cls: ClassInfo, instance: Fact, args: Args): void {
  let current: ClassInfo | undefined = cls;
  for (let i = 0; current && i < 10; i++) {
    if (current.constructorInfo) {
      applyFunction(walk, node, { k: 'fn', fn: current.constructorInfo, captures: undefined, boundThis: undefined, boundArguments: undefined }, instance, args);
      return;
    }
    const next: Fact['refs'][number] | undefined = superOf(walk, current)?.refs.find((r) => r.k === 'class' || r.k === 'api');
    // a constructor that the class has from a library
    if (next?.k === 'api') walk.run.construct(walk, node as TSESTree.NewExpression, fact({ refs: [next] }), args);
    current = next?.k === 'class' ? next.cls : undefined;
  }
}

const ownClass = (walk: Walk): ClassInfo | undefined => walk.thisOwner.ofClass;

/** `super` as a value: what the class extends. */
export function superFact(walk: Walk): Fact {
  const cls = ownClass(walk);
  return (cls && superOf(walk, cls)) ?? unknown;
}

/** `super.method`. */
export function superMember(walk: Walk, name: string | undefined, node: TSESTree.Node): Fact {
  const parent = superFact(walk);
  for (const ref of parent.refs) {
    if (ref.k === 'class' && name !== undefined) {
      let current: ClassInfo | undefined = ref.cls;
      for (let i = 0; current && i < 10; i++) {
        const method = current.methods.get(name) ?? current.statics.get(name);
        if (method) return fact({ types: Type.function, refs: [{ k: 'fn', fn: method, captures: undefined, boundThis: walk.thisFact, boundArguments: undefined }] });
        const next: Fact['refs'][number] | undefined = superOf(walk, current)?.refs.find((r) => r.k === 'class');
        current = next?.k === 'class' ? next.cls : undefined;
      }
    } else if (ref.k === 'api') {
      const instance = walk.thisOwner.isStatic ? ref.api : walk.world.registry.graph.call(ref.api, undefined);
      if (instance) return readMember(walk, fact({ refs: [{ k: 'api', api: instance, bound: true, weak: false }] }), name, node);
    }
  }
  return unknown;
}

/** `super(…)`. */
export function superCall(walk: Walk, node: TSESTree.CallExpression, parent: Fact, args: Args): Fact {
  for (const ref of parent.refs) {
    if (ref.k === 'class') constructClass(walk, node, ref.cls, walk.thisFact, args);
    else if (ref.k === 'api' || ref.k === 'fn') walk.run.call(walk, node, parent, walk.thisFact, undefined, args);
  }
  return unknown;
}
