/** What a file exports: with origin `library`, callers of these functions may hand over anything. */
import type { TSESTree } from '@typescript-eslint/utils';
import { fact, unseenTaints, type Fact } from '../fact/fact.ts';
import type { ClassInfo, FunctionInfo } from '../project/source.ts';
import { memberText } from './names.ts';
import { LABELS, SURE } from '../../model/kinds.ts';
import type { Walk } from './walk.ts';

/**
 * Marks the functions in an exported value: itself, methods of a class, of a prototype or put on `this` by a constructor, members of an
 * object, what a factory returns. What was handed to a call out of sight whose result is exported is exported with it, as far as we know.
 */
export function exportValue(walk: Walk, value: Fact, depth = 0, sure = true): void {
  if (depth > 3) return;
  const { ids } = walk.world;
  for (const given of walk.world.handedOut.get(value.ident) ?? []) exportValue(walk, given, depth + 1, false);
  for (const ref of value.refs) {
    if (ref.k === 'fn') {
      exportFunction(walk, ref.fn, depth, sure);
      for (const [name, place] of ids.children(ids.of(ref.fn)) ?? []) {
        exportPlace(walk, place, depth, sure);
        if (name === 'prototype') exportMembers(walk, place, depth, sure);
      }
      for (const { target, value: put } of walk.world.summary(ref.fn).writes) {
        if (target.refs.some((r) => r.k === 'sym' && r.root.k === 'this' && r.depth === 0 && r.root.fn === ref.fn)) exportValue(walk, put, depth + 1, sure);
      }
    } else if (ref.k === 'class') exportClass(walk, ref.cls, depth, sure);
    else if (ref.k === 'obj') {
      if (ref.cls) exportClass(walk, ref.cls, depth, sure);
      exportMembers(walk, ref.id, depth, sure);
    }
  }
}

function exportClass(walk: Walk, cls: ClassInfo, depth: number, sure: boolean): void {
  for (const map of [cls.methods, cls.statics, cls.setters]) for (const fn of map.values()) exportFunction(walk, fn, depth, sure);
  if (cls.constructorInfo) exportFunction(walk, cls.constructorInfo, depth, sure);
}

/** Each for itself: together they may be more functions than one value holds. */
function exportMembers(walk: Walk, object: number, depth: number, sure: boolean): void {
  for (const [name, place] of walk.world.ids.children(object) ?? []) if (name !== '|') exportPlace(walk, place, depth, sure);
}

function exportPlace(walk: Walk, place: number, depth: number, sure: boolean): void {
  const value = walk.state.get(place) ?? walk.world.readCell(place, walk.fn, false);
  if (value) exportValue(walk, value, depth + 1, sure);
}

export function exportFunction(walk: Walk, fn: FunctionInfo, depth = 0, sure = true): void {
  const { world } = walk;
  world.exported.add(fn);
  const mask = world.carried.library;
  const labels = sure ? LABELS : LABELS & ~SURE;
  fn.params.forEach((param, i) => {
    const inner = param.type === 'AssignmentPattern' ? param.left : param.type === 'RestElement' ? param.argument : param.type === 'TSParameterProperty' ? param.parameter : param;
    const text = inner.type === 'Identifier' ? inner.name : memberText(inner);
    const library = mask === 0 ? [] : [{ origin: world.origin('library', param, text), mask: mask | labels, steps: undefined }];
    world.seed(fn, i, fact({ taints: [...unseenTaints, ...library] }));
  });
  if (mask !== 0 && usesArguments(walk, fn)) world.seed(fn, fn.params.length, fact({ taints: [{ origin: world.origin('library', fn.node, 'arguments'), mask: mask | LABELS, steps: undefined }] }));
  const result = world.summaries.get(fn)?.result;
  if (result && depth < 2) for (const ref of result.refs) if (ref.k === 'fn') exportFunction(walk, ref.fn, depth + 1, sure);
}

/** It takes more than it declares. */
const usesArguments = (walk: Walk, { node }: FunctionInfo): boolean => (walk.world.index.file.scopes.acquire(node as TSESTree.Node, true)?.set.get('arguments')?.references.length ?? 0) > 0;

/** `module.exports = x`, `exports.a = x`: what is written to a member of these is exported. */
export function isExports(object: Fact, name: string | undefined): boolean {
  return object.refs.some((r) => r.k === 'native' && (r.name === 'exports' || r.name === 'module.exports' || (r.name === 'module' && name === 'exports')));
}

