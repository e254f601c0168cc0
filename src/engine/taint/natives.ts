/** The language's own functions and constructors: `Number(x)`, `JSON.parse(x)`, `Object.assign(…)`, `new Map()`, `new Promise(…)`. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ALL_KINDS, bit, bitsOf } from '../../model/kinds.ts';
import { constantFact, derived, fact, filterTaints, joinFacts, joinTaints, undefinedFact, unknown, type Fact, type FnRef } from '../fact/fact.ts';
import { STRING_KEEPS, TEXTLESS_KEEPS } from '../fact/mask.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import { Type, type NativeRef } from '../value/value.ts';
import { applyCallback } from './application.ts';
import { invokeCallbacks } from './callbacks.ts';
import { booleanOf, compiled } from './patterns.ts';
import { resultOfHanded } from './handed.ts';
import { objectFunction } from './descriptors.ts';
import { codeSink } from './language-sinks.ts';
import { placeValue, readMember } from './members.ts';
import { deepTaints } from './reach.ts';
import { copiedInto } from './records.ts';
import { OUT } from './masking.ts';
import { fixedElements, newObject, REJECTED, SPREAD } from './objects.ts';
import { ownKey, prototypeWrite } from './prototypes.ts';
import { importedModule } from './imports.ts';
import { stringified } from './members.ts';
import { writeMember } from './writes.ts';
import { lengthIn, sized } from './sizes.ts';
import { randomTaint } from './origins.ts';
import type { Walk } from './walk.ts';

const NUMERIC = new Set(['Number', 'parseInt', 'parseFloat', 'BigInt', 'Number.parseInt', 'Number.parseFloat', 'BigInt.asIntN']);
const CHECKS: Readonly<Record<string, 'truthy' | 'falsy'>> = { 'Number.isInteger': 'truthy', 'Number.isSafeInteger': 'truthy', 'Number.isFinite': 'truthy', isFinite: 'truthy', isNaN: 'falsy' };
const SAME_OBJECT = new Set(['Object.freeze', 'Object.seal', 'Object.preventExtensions', 'Promise.resolve']);

/** The result of calling a function of the language; undefined: not one that is known here. */
export function nativeCall(walk: Walk, node: CallNode, ref: NativeRef, receiver: Fact | undefined, args: Args): Fact | undefined {
  const { name } = ref;
  // `Object.prototype.hasOwnProperty.call` kept in a variable, or bound to itself
  if (name.endsWith('.call') && ref.place === 0) return nativeCall(walk, node, { ...ref, name: name.slice(0, -'.call'.length) }, argument(args, 0), { list: args.list.slice(1), nodes: args.nodes.slice(1), rest: args.rest });
  const first = argument(args, 0);
  const ident = walk.world.ids.of(node);
  if (ref.place !== 0) {
    walk.resolvePlace(ref.place, name === ERROR_FIRST ? argument(args, 1) : first);
    return undefinedFact;
  }
  if (NUMERIC.has(name)) return { ...derived(stringified(walk, first), TEXTLESS_KEEPS, name === 'BigInt' ? Type.bigint : Type.number), literal: first.literal && first.constant !== undefined, ident };
  const check = CHECKS[name];
  if (check) {
    walk.vouch(node, { ident: first.ident, mask: ALL_KINDS & ~TEXTLESS_KEEPS, when: check });
    return booleanOf(walk, node);
  }
  if (SAME_OBJECT.has(name)) return first;
  if (name.startsWith('Math.')) {
    const taints = args.list.reduce((t, a) => joinTaints(t, filterTaints(a.taints, TEXTLESS_KEEPS)), unknown.taints);
    // the lesser of it and a constant is bounded
    const bounded = name === 'Math.min' && args.list.some((a) => a.literal || !a.taints.some((t) => t.origin.k !== 'unseen'));
    const random = name === 'Math.random' ? randomTaint(walk, node) : [];
    return fact({ types: Type.number, taints: bounded ? [] : joinTaints(taints, random), ident });
  }
  switch (name) {
    case 'structuredClone':
      return copyOf(walk, ident, first, 0);
    // of a text it is false: it says nothing
    case 'Number.isNaN':
      return fact({ types: Type.boolean });
    case 'require':
      return importedModule(walk, node, first, args.nodes[0] ?? node);
    case 'String':
      return first.constant ? constantFact(String(first.constant.value)) : { ...derived(stringified(walk, first), STRING_KEEPS, Type.string), literal: first.literal, ident, text: first.types === Type.string ? first.text : undefined };
    case 'Boolean':
      return derived(first, ~ALL_KINDS, Type.boolean);
    case 'Symbol':
    case 'Symbol.for':
      return unknown;
    case 'JSON.parse':
      return { ...derived(first, ~0, Type.any), ident, taints: first.taints.map((t) => ({ ...t, mask: t.mask | (first.taints.length > 0 ? broughtBack : 0) })) };
    case 'JSON.stringify':
      return fact({ types: Type.string, taints: filterTaints(deepTaints(walk, first), STRING_KEEPS & ~jsonSafe), ident });
    case 'eval':
      codeSink(walk, node, first, args.nodes[0] ?? node, 'eval[0]');
      return fact({ taints: first.taints, ident });
    case 'Function':
      args.list.forEach((value, i) => codeSink(walk, node, value, args.nodes[i] ?? node, `Function[${i}]`));
      return unknown;
    case 'Array.isArray':
      return fact({ types: Type.boolean });
    case 'Array.from':
    case 'Array.of':
      return arrayFrom(walk, node, name, args);
    case 'Object.assign': {
      if (args.list.slice(1).some((a) => !a.literal)) prototypeWrite(walk, node, first, argument(args, 1), args.nodes[0] ?? node);
      args.list.slice(1).forEach((source, i) => {
        copiedInto(walk, node, first, source, args.nodes[i + 1] ?? node);
        copyMembers(walk, node, source, first);
      });
      return first;
    }
    case 'Object.getPrototypeOf':
    case 'Reflect.getPrototypeOf':
      // of a function: what has `Function` for its constructor
      return first.refs.some((r) => r.k === 'fn') ? fact({ refs: [{ k: 'native', name: 'Function.prototype', place: 0 }] }) : undefined;
    case 'Object.values':
      return { ...newObject(walk, node, 'array', [['*', readMember(walk, first, undefined, node)]]), literal: first.literal };
    case 'Object.keys':
    case 'Object.getOwnPropertyNames':
    case 'Reflect.ownKeys':
      return { ...newObject(walk, node, 'array', [['*', { ...keysOf(first), literal: isPlain(walk, first) }]]), literal: isPlain(walk, first) };
    case 'Object.entries': {
      const entry = newObject(walk, walk.world.ids.child(ident, 'entry'), 'array', [['0', keysOf(first)], ['1', readMember(walk, first, undefined, node)]]);
      return newObject(walk, node, 'array', [['*', entry]]);
    }
    case 'Object.fromEntries': {
      const entry = readMember(walk, first, undefined, node);
      return newObject(walk, node, 'plain', [['*', readMember(walk, entry, '1', node)]]);
    }
    case 'Object.hasOwn':
    case 'Reflect.has':
      if (isPlain(walk, first)) walk.vouch(node, { ident: argument(args, 1).ident, mask: ALL_KINDS, when: 'truthy' });
      if (name === 'Object.hasOwn') ownKey(walk, node, first, argument(args, 1));
      return booleanOf(walk, node);
    case 'Object.prototype.hasOwnProperty':
      if (receiver && isPlain(walk, receiver)) walk.vouch(node, { ident: first.ident, mask: ALL_KINDS, when: 'truthy' });
      if (receiver) ownKey(walk, node, receiver, first);
      return booleanOf(walk, node);
    case 'Promise.all':
    case 'Promise.allSettled':
      return name === 'Promise.all' ? first : settled(walk, node, first);
    case 'Promise.race':
    case 'Promise.any':
      return readMember(walk, first, undefined, node);
    case 'Promise.reject':
      walk.state.set(walk.world.ids.child(ident, REJECTED), first);
      return fact({ ident });
    case 'String.fromCharCode':
    case 'Array':
    case 'Object':
      if (name === 'Array') arraySize(walk, node, args);
      return name === 'Object' ? first : fact({ taints: first.taints, ident });
    case 'Date':
    case 'Date.now':
      return fact({ types: Type.number });
    case 'Error':
    case 'TypeError':
    case 'RangeError':
      return errorObject(walk, node, args);
    case 'RegExp.escape':
      return { ...derived(first, ~bit.regex, Type.string), ident };
    case 'RegExp':
      return regexOf(walk, node, args);
    default:
      return objectFunction(walk, node, name, args);
  }
}

/** JSON text is an object again: what a string could not be, it may be. */
const broughtBack = ~STRING_KEEPS & ALL_KINDS;
/** Line ends are escaped in JSON text; quotes stand round its strings, and `<` is as it was. */
const jsonSafe = bitsOf(['log', 'header']);

/** The names of what is kept secret are no secret. */
const keysOf = (value: Fact): Fact => ({ ...derived(value, STRING_KEEPS & ~OUT, Type.string), literal: value.literal });

const isPlain = (walk: Walk, value: Fact): boolean =>
  value.literal || (value.refs.length > 0 && value.refs.every((r) => r.k === 'obj' && r.what === 'plain' && !walk.state.get(walk.world.ids.child(r.id, '*'))));

/** `Array(n)` has n elements, `Array(a, b)` has these. */
function arraySize(walk: Walk, node: CallNode, args: Args): void {
  if (args.list.length === 1) sized(walk, node, 'Array[0]', argument(args, 0), args.nodes[0] ?? node);
}

function arrayFrom(walk: Walk, node: CallNode, name: string, args: Args): Fact {
  const first = argument(args, 0);
  // `{ length: n }` has as many
  if (first.refs.some((r) => r.k === 'obj' && r.what === 'plain')) sized(walk, node, 'Array.from[0].length', readMember(walk, first, 'length', node), lengthIn(args.nodes[0]) ?? node);
  let item = name === 'Array.of' ? args.list.reduce((a, b) => joinFacts(a, b), first) : readMember(walk, first, undefined, node);
  item = resultOfHanded(walk, node, argument(args, 1), [item, fact({ types: Type.number })]) ?? item;
  return { ...newObject(walk, node, 'array', [['*', item]]), literal: item.literal };
}

/** `{ status, value }` of each promise, in their order where that is in sight. */
function settled(walk: Walk, node: CallNode, list: Fact): Fact {
  const { ids } = walk.world;
  const one = (value: Fact, name: string): readonly [string, Fact] => [name, newObject(walk, ids.child(ids.of(node), `settled ${name}`), 'plain', [['value', value]])];
  return newObject(walk, node, 'array', fixedElements(walk, list)?.map((value, i) => one(value, String(i))) ?? [one(readMember(walk, list, undefined, node), '*')]);
}

/** Copies members, as `Object.assign` does. */
function copyMembers(walk: Walk, node: TSESTree.Node, source: Fact, target: Fact): void {
  const { ids } = walk.world;
  for (const ref of source.refs) {
    if (ref.k !== 'obj') continue;
    for (const [name, place] of ids.children(ref.id) ?? []) {
      const value = placeValue(walk, ref.id, place);
      if (value && name !== '|' && (name === SPREAD || !name.startsWith('[['))) writeMember(walk, target, name === '*' ? undefined : name, value);
    }
  }
  const outside = source.refs.filter((r) => r.k !== 'obj');
  if (outside.length === 0 && source.taints.length === 0) return;
  const rest = { ...source, refs: outside };
  for (const ref of target.refs) {
    if (ref.k !== 'obj') continue;
    for (const [name, place] of ids.children(ref.id) ?? []) {
      const before = walk.state.get(place);
      if (before && /^[\w$]+$/.test(name)) walk.state.set(place, joinFacts(before, readMember(walk, rest, name, node)));
    }
  }
  writeMember(walk, target, undefined, readMember(walk, rest, undefined, node));
  writeMember(walk, target, SPREAD, rest);
}

function errorObject(walk: Walk, node: CallNode | TSESTree.NewExpression, args: Args): Fact {
  return newObject(walk, node, 'plain', [['message', argument(args, 0)]]);
}

function regexOf(walk: Walk, node: TSESTree.Node, args: Args): Fact {
  const source = argument(args, 0);
  const flags = argument(args, 1);
  if (typeof source.constant?.value === 'string') {
    return fact({ types: Type.regex, literal: true, refs: [{ k: 'regex', source: source.constant.value, flags: typeof flags.constant?.value === 'string' ? flags.constant.value : '', node: args.nodes[0] ?? node }] });
  }
  const regex = source.refs.find((r) => r.k === 'regex');
  if (regex) return fact({ types: Type.regex, literal: true, refs: [regex] });
  compiled(walk, node, source, args.nodes[0] ?? node, 'RegExp[0]');
  return fact({ types: Type.regex });
}

const COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet']);

/** `new` on a constructor of the language. */
export function nativeConstruct(walk: Walk, node: TSESTree.NewExpression, ref: NativeRef, args: Args): Fact {
  const { name } = ref;
  const { ids } = walk.world;
  const first = argument(args, 0);
  if (COLLECTIONS.has(name)) {
    const made = newObject(walk, node, 'collection', []);
    const id = ids.of(node);
    const item = args.list.length > 0 ? readMember(walk, first, undefined, node) : undefined;
    if (item) {
      const isMap = name.endsWith('Map');
      walk.state.set(ids.child(id, '*'), isMap ? readMember(walk, item, '1', node) : item);
      if (isMap) walk.state.set(ids.child(id, '[[keys]]'), readMember(walk, item, '0', node));
    }
    return { ...made, literal: item?.literal ?? false };
  }
  if (name === 'Promise') {
    const place = ids.of(node);
    const reject = resolver('reject', ids.child(place, 'reject'));
    return resolved(walk, place, () => {
      for (const fn of first.refs) if (fn.k === 'fn') applyCallback(walk, node, fn, undefined, { list: [resolver('resolve', place), reject], nodes: [], rest: undefined });
    });
  }
  if (name === 'RegExp') return regexOf(walk, node, args);
  if (name === 'Function') {
    args.list.forEach((value, i) => codeSink(walk, node, value, args.nodes[i] ?? node, `Function[${i}]`));
    return unknown;
  }
  if (/Error$/.test(name)) return errorObject(walk, node, args);
  if (name === 'Date') return derived(first, 0, Type.date);
  if (name === 'Array') arraySize(walk, node, args);
  if (name === 'Array') return newObject(walk, node, 'array', args.list.length > 1 ? args.list.map((a, i) => [String(i), a] as const) : []);
  if (name === 'String') return derived(first, STRING_KEEPS, Type.string);
  invokeCallbacks(walk, node, args, args.list);
  return fact({ taints: args.list.reduce((t, a) => joinTaints(t, a.taints), unknown.taints), ident: ids.of(node) });
}

/** A callback with an error first. */
const ERROR_FIRST = 'callback';

const resolver = (name: string, place: number): Fact => fact({ types: Type.function, refs: [{ k: 'native', name, place }] });

/** What is given to the function that resolves the place, now or later. */
function resolved(walk: Walk, place: number, run: () => void): Fact {
  walk.state.set(place, undefinedFact);
  walk.world.publish(place);
  run();
  const local = walk.state.get(place);
  const cell = walk.world.readCell(place, walk.fn, false);
  const value = local && cell ? joinFacts(local, cell) : (local ?? cell ?? unknown);
  return value.constant ? unknown : value;
}

/** A function that was promisified is called: what it gives its callback. */
export function promisedCall(walk: Walk, node: CallNode, ref: FnRef, receiver: Fact | undefined, args: Args): Fact {
  const place = walk.world.ids.child(walk.world.ids.of(node), '[[promised]]');
  return resolved(walk, place, () => void applyCallback(walk, node, ref, receiver, { list: [...args.list, resolver(ERROR_FIRST, place)], nodes: args.nodes, rest: args.rest }));
}

/** A deep copy: objects of its own, with the same values in them. */
function copyOf(walk: Walk, into: number, value: Fact, depth: number): Fact {
  const { ids } = walk.world;
  const [ref] = value.refs;
  if (value.refs.length !== 1 || ref?.k !== 'obj' || ref.cls || depth > 3) return { ...value, refs: value.refs.filter((r) => r.k !== 'obj') };
  const id = ids.child(into, `[[copy ${ref.id}]]`);
  const members: [string, Fact][] = [];
  for (const [name, place] of ids.children(ref.id) ?? []) {
    const member = name === '|' ? undefined : placeValue(walk, ref.id, place);
    if (member) members.push([name, copyOf(walk, id, member, depth + 1)]);
  }
  return { ...newObject(walk, id, ref.what, members), literal: value.literal };
}
