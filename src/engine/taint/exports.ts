/** What a file exports: with origin `library`, callers of these functions may hand over anything. */
import type { TSESTree } from '@typescript-eslint/utils';
import { fact, unseenTaints, type Fact } from '../fact/fact.ts';
import type { FunctionInfo } from '../project/source.ts';
import { elementsOf } from './members.ts';
import { memberText } from './names.ts';
import { LABELS } from '../../model/kinds.ts';
import type { Walk } from './walk.ts';

/** Marks the functions in an exported value: itself, methods of a class, members of an object, what a factory returns. */
export function exportValue(walk: Walk, value: Fact, depth = 0): void {
  if (depth > 3) return;
  for (const ref of value.refs) {
    if (ref.k === 'fn') {
      exportFunction(walk, ref.fn, depth);
      const { ids } = walk.world;
      for (const [name, place] of ids.children(ids.of(ref.fn)) ?? []) {
        if (name === 'prototype') {
          for (const method of ids.children(ids.child(ids.of(ref.fn), 'prototype'))?.values() ?? []) exportPlace(walk, method, depth);
        } else exportPlace(walk, place, depth);
      }
    } else if (ref.k === 'class') {
      for (const map of [ref.cls.methods, ref.cls.statics, ref.cls.setters]) for (const fn of map.values()) exportFunction(walk, fn, depth);
      if (ref.cls.constructorInfo) exportFunction(walk, ref.cls.constructorInfo, depth);
    } else if (ref.k === 'obj') exportValue(walk, elementsOf(walk, ref), depth + 1);
  }
}

function exportPlace(walk: Walk, place: number, depth: number): void {
  const value = walk.state.get(place) ?? walk.world.readCell(place, walk.fn, false);
  if (value) exportValue(walk, value, depth + 1);
}

export function exportFunction(walk: Walk, fn: FunctionInfo, depth = 0): void {
  const { world } = walk;
  world.exported.add(fn);
  const mask = world.carried.library;
  fn.params.forEach((param, i) => {
    const inner = param.type === 'AssignmentPattern' ? param.left : param.type === 'RestElement' ? param.argument : param.type === 'TSParameterProperty' ? param.parameter : param;
    const text = inner.type === 'Identifier' ? inner.name : memberText(inner);
    const library = mask === 0 ? [] : [{ origin: world.origin('library', param, text), mask: mask | LABELS, steps: undefined }];
    world.seed(fn, i, fact({ taints: [...unseenTaints, ...library] }));
  });
  if (mask !== 0 && usesArguments(walk, fn)) world.seed(fn, fn.params.length, fact({ taints: [{ origin: world.origin('library', fn.node, 'arguments'), mask: mask | LABELS, steps: undefined }] }));
  const result = world.summaries.get(fn)?.result;
  if (result && depth < 2) for (const ref of result.refs) if (ref.k === 'fn') exportFunction(walk, ref.fn, depth + 1);
}

/** It takes more than it declares. */
const usesArguments = (walk: Walk, { node }: FunctionInfo): boolean => (walk.world.index.file.scopes.acquire(node as TSESTree.Node, true)?.set.get('arguments')?.references.length ?? 0) > 0;

/** `module.exports = x`, `exports.a = x`: what is written to a member of these is exported. */
export function isExports(object: Fact, name: string | undefined): boolean {
  return object.refs.some((r) => r.k === 'native' && (r.name === 'exports' || r.name === 'module.exports' || (r.name === 'module' && name === 'exports')));
}

