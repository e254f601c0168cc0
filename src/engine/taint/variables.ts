/** Reading and writing variables: local ones in the state, captured ones as symbols, changing or top-level ones as cells. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isGlobal, type Variable } from '../../ast/scope.ts';
import { constantFact, fact, joinFacts, undefinedFact, unknown, type Fact } from '../fact/fact.ts';
import { Type } from '../value/value.ts';
import { importedFact } from './modules.ts';
import { exportValue } from './exports.ts';
import { newObject } from './objects.ts';
import { memberText } from './names.ts';
import { GLOBAL_OBJECTS } from './native-members.ts';
import { lonelyHints } from './hints.ts';
import { expose, exposeClass, isHidden, sharedIdent } from './exposure.ts';
import { writeCell, publish } from './writes.ts';
import type { Walk } from './walk.ts';

const LANGUAGE = new Set(['Math', 'Date', 'JSON', 'Object', 'Array', 'Promise', 'String', 'Number', 'Reflect', 'Symbol', 'RegExp', 'Function', 'eval', 'structuredClone', ...GLOBAL_OBJECTS]);
const NUMBERS = new Set(['NaN', 'Infinity']);

export function readVariable(walk: Walk, node: TSESTree.Identifier): Fact {
  const variable = walk.world.variable(node);
  if (!variable || isGlobal(variable)) return readGlobal(walk, node);
  if (node.name === 'arguments' && variable.defs.length === 0) return argumentsObject(walk);
  const value = variableFact(walk, variable);
  return hinted(walk, node.name, value);
}

/** What the variable holds here. */
export function variableFact(walk: Walk, variable: Variable): Fact {
  const { world } = walk;
  const definition = variable.defs.find((d) => d.node.type !== 'TSDeclareFunction') ?? variable.defs[0];
  const type = String(definition?.type);
  if (definition && type === 'ImportBinding') return importedFact(walk, definition);
  const { cell, owner } = world.cellOf(variable);
  const place = world.ids.of(variable);
  const isOwner = (owner ?? world.index.top) === walk.fn;
  const local = isOwner || cell ? walk.state.get(place) : undefined;
  if (local && !cell) return local;
  if (cell) {
    const shared = world.readCell(place, walk.fn, isOwner);
    if (local && (isOwner || !shared)) return shared ? { ...joinFacts(local, shared), ident: sharedIdent(walk, local) } : local;
    if (local) return local;
    if (shared) return shared.ident === 0 && shared.taints.length > 0 ? { ...shared, ident: place } : shared;
  }
  if (definition && type === 'FunctionName') {
    const fn = world.index.functionOf.get(definition.node);
    if (fn) {
      expose(walk, fn);
      return fact({ types: Type.function, literal: true, refs: [{ k: 'fn', fn, captures: undefined, boundThis: undefined, boundArguments: undefined }], ident: world.ids.of(fn) });
    }
  }
  if (definition && type === 'ClassName') {
    const cls = world.index.classOf.get(definition.node);
    if (cls) {
      exposeClass(walk, definition.node);
      return fact({ types: Type.function, refs: [{ k: 'class', cls }], ident: world.ids.of(cls) });
    }
  }
  if (type === 'TSEnumName') return fact({ literal: true });
  if (cell || isOwner) return type === 'Variable' && !cell ? undefinedFact : unknown;
  const sym = walk.symFact({ k: 'capture', variable });
  const hint = world.captureHints.get(variable);
  const stored = walk.state.get(place);
  if (stored) return stored;
  if (!hint) return sym;
  return { ...sym, refs: [...sym.refs, ...hint.refs], constant: hint.constant, literal: hint.literal, types: hint.literal ? hint.types : sym.types, taints: hint.literal ? [] : sym.taints };
}

function readGlobal(walk: Walk, node: TSESTree.Identifier): Fact {
  const { name } = node;
  if (name === 'undefined') return undefinedFact;
  if (NUMBERS.has(name)) return constantFact(Number(name));
  const api = walk.world.registry.global(name);
  const refs: Fact['refs'] = api ? [{ k: 'api', api, bound: true, weak: false }] : [];
  const taints = api ? walk.world.sourceTaints(api, node, memberText(node), () => false) : [];
  if (name === '__dirname' || name === '__filename') return fact({ types: Type.string, literal: true });
  // models speak of single members of these; the rest of them is the language's
  return fact({ refs: api && !LANGUAGE.has(name) ? refs : [...refs, { k: 'native', name, place: 0 }], taints, ident: 0 });
}

/** A name that models know, of a value of which nothing is known: counts only in company, which the sink asks for. */
function hinted(walk: Walk, name: string, value: Fact): Fact {
  if (value.literal || !walk.world.registry.hasHint(name) || value.refs.some((r) => r.k !== 'sym')) return value;
  const refs = lonelyHints(walk, name);
  return refs.length === 0 ? value : { ...value, refs: [...value.refs, ...refs] };
}

export function writeVariable(walk: Walk, node: TSESTree.Identifier, value: Fact): void {
  const variable = walk.world.variable(node);
  if (!variable || isGlobal(variable)) {
    // `exports = module.exports = x`; other names declared nowhere are not followed
    if (node.name === 'exports') exportValue(walk, value);
    return;
  }
  writeToVariable(walk, node, variable, value);
}

function writeToVariable(walk: Walk, node: TSESTree.Node, variable: Variable, value: Fact): void {
  const { world } = walk;
  const { cell, owner } = world.cellOf(variable);
  const place = world.ids.of(variable);
  const isOwner = (owner ?? world.index.top) === walk.fn;
  walk.state.set(place, value);
  if (!cell || (isOwner && owner && isHidden(walk, variable, node))) return;
  publish(walk, value, 0);
  writeCell(walk, place, value, isOwner);
}

/** `arguments`: the parameters by index, and any beyond. */
function argumentsObject(walk: Walk): Fact {
  const { ids } = walk.world;
  let { fn } = walk;
  while (fn.node.type === 'ArrowFunctionExpression' && fn.parent) fn = fn.parent;
  const seeds = walk.world.seeds.get(fn);
  const seeded = (value: Fact, indexes: readonly number[]): Fact => ({ ...value, taints: [...value.taints, ...indexes.flatMap((i) => seeds?.get(i)?.taints ?? [])] });
  const members: [string, Fact][] = [];
  for (let i = 0; i < Math.max(4, fn.params.length); i++) members.push([String(i), seeded(walk.symFact({ k: 'param', fn, index: i, rest: false }), [Math.min(i, fn.params.length)])]);
  const all = walk.symFact({ k: 'param', fn, index: 0, rest: true });
  members.push(['*', seeded({ ...all, refs: [] }, [...(seeds?.keys() ?? [])])]);
  return newObject(walk, ids.child(ids.of(fn), 'arguments'), 'array', members);
}
