/**
 * Objects that may be the prototype of all objects, since a key from outside led to them (`o[k]` is it for `k === '__proto__'`), and
 * writes to them. A taint of such an object has the kind `key` and the label `PROTO`; that of a key itself has no label.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { bit, LABELS, PROTO } from '../../model/kinds.ts';
import { fact, joinTaints, type Fact, type Taint } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { ifFalse, ifTrue, merge, nothing, type Refinement } from '../safety/guards.ts';
import { TEXTLESS, type Sym } from '../value/value.ts';
import { prototypeSink } from './language-sinks.ts';
import { fixedElements } from './objects.ts';
import type { Walk } from './walk.ts';

/** The name under which it is asked for what a symbol, as a key, leads to. */
export const LED_TO = '[[led to]]';
/** The key that leads to the prototype in one step; whoever refuses it knows of the others. */
const PROTO_KEY = '__proto__';

const isFollowed = (walk: Walk): boolean => (walk.world.wanted & bit.key) !== 0;

/** Taints of what these keys lead to. */
export function ledToBy(walk: Walk, keys: readonly Taint[]): readonly Taint[] {
  let result: readonly Taint[] = [];
  for (const { origin, mask, steps } of keys) {
    // what a prototype leads to is no text
    if ((mask & bit.key) === 0 || origin.k === 'unseen' || (origin.k === 'named' && (mask & PROTO) !== 0)) continue;
    const member = origin.k === 'sym' ? walk.world.member(origin, LED_TO) : undefined;
    // too deep to be told apart from the key itself
    if (member && member === origin) continue;
    result = joinTaints(result, [{ origin: member ?? origin, mask: (mask & LABELS) | bit.key | PROTO, steps }]);
  }
  return result;
}

/** A value read from an object under a key that is not constant. */
export function ledTo(walk: Walk, object: Fact, value: Fact, key: Fact): Fact {
  if (!isFollowed(walk) || key.taints.length === 0 || (key.types & ~TEXTLESS) === 0 || hasNoPrototype(walk, object)) return value;
  const taints = ledToBy(walk, key.taints.filter((t) => !isOwnOf(t, object)));
  return taints.length === 0 ? value : { ...value, taints: joinTaints(value.taints, taints), literal: false };
}

/** The key was found in the object itself (`for (k in o) o[k]`), so it is its own. */
const isOwnOf = (key: Taint, object: Fact): boolean => object.taints.some(({ origin }) => (origin === key.origin && origin.k !== 'unseen') || (key.origin.k === 'sym' && key.origin.parent === origin && key.origin.name === '*'));

/** Made by `Object.create(null)`. */
export function hasNoPrototype(walk: Walk, object: Fact): boolean {
  const { world, state } = walk;
  return (
    object.refs.length > 0 &&
    object.refs.every((r) => {
      if (r.k !== 'obj') return false;
      const place = world.ids.child(r.id, '[[prototype]]');
      const prototype = state.get(place) ?? (world.isPublished(r.id) ? world.readCell(place, walk.fn, false) : undefined);
      return prototype?.constant?.value === null;
    })
  );
}

/** Taints of a member: under another name than an object's own there is no prototype any more. */
export function withoutPrototypes(walk: Walk, taints: readonly Taint[]): readonly Taint[] {
  if (!isFollowed(walk) || !taints.some((t) => isLedTo(t))) return taints;
  return taints.filter((t) => !isLedTo(t));
}

const isLedTo = ({ origin, mask }: Taint): boolean => (origin.k === 'named' && (mask & PROTO) !== 0) || (origin.k === 'sym' && isKeySym(origin));
const isKeySym = (sym: Sym): boolean => sym.name === LED_TO;

/** A member of `object` is written: under the key where it is not constant, else under a constant name. */
export function prototypeWrite(walk: Walk, node: TSESTree.Node, object: Fact, key: Fact | undefined, argument: TSESTree.Node): void {
  if (!isFollowed(walk) || object.taints.length === 0) return;
  const free = key !== undefined && key.taints.length > 0 && (key.types & ~TEXTLESS) !== 0;
  const taints = object.taints.filter((t) => isLedTo(t) || (free && t.origin.k === 'sym' && (t.mask & bit.key) !== 0));
  if (taints.length === 0) return;
  walk.hit({ sink: prototypeSink(free), value: fact({ taints }), argument, call: node, bound: true, weak: false, owner: walk.owner });
}

/** `o[k] = {}`: from now on it is a member of its own. A primitive would be ignored where the key is that of the prototype. */
export function owned(walk: Walk, key: Fact, value: Fact): void {
  if (!isFollowed(walk) || key.ident === 0 || value.refs.length === 0 || value.taints.some(isLedTo) || !value.refs.every((r) => r.k === 'obj')) return;
  walk.state.clear(key.ident, bit.key);
}

/** `o[k] ??= {}`, `o[k] = o[k] || {}`: what goes back under the key that led to it is the prototype under no other name. */
export function backUnder(walk: Walk, key: Fact, value: Fact): Fact {
  if (!isFollowed(walk) || key.taints.length === 0 || !value.taints.some(isLedTo)) return value;
  const led = ledToBy(walk, key.taints);
  return { ...value, taints: value.taints.filter((t) => !isLedTo(t) || !led.some(({ origin }) => origin === t.origin)) };
}

/** `Object.defineProperty(o, k, …)`: its own member, whatever the key. */
export function defined(walk: Walk, key: Fact): void {
  if (isFollowed(walk) && key.ident !== 0) walk.state.clear(key.ident, bit.key);
}

/** `key === '__proto__'`: what is left where it is another one. */
export const refusesKey = (value: Fact, other: Fact): Refinement => (other.constant?.value === PROTO_KEY ? ifFalse(value.ident, bit.key) : nothing);

/** `object === Object.prototype`: it is another one. */
export const refusesPrototype = (value: Fact, other: Fact): Refinement => (isObjectPrototype(other) ? ifFalse(value.ident, bit.key) : nothing);

const isObjectPrototype = (value: Fact): boolean => value.refs.some((r) => r.k === 'native' && r.name === 'Object.prototype');

/** `key in Object.prototype`: not one of its names. */
export const notInherited = (key: Fact, object: Fact): Refinement => (isObjectPrototype(object) ? ifFalse(key.ident, bit.key) : nothing);

/** `FORBIDDEN.includes(key)` of a list of constants: where it is not in, it is not the key that leads to the prototype. */
export function refusingList(walk: Walk, node: CallNode, list: Fact, key: Fact, isIndex: boolean): Refinement {
  if (!isFollowed(walk) || key.taints.length === 0) return nothing;
  const elements = fixedElements(walk, list);
  // where the names are out of sight, that the file knows of the key
  const knows = elements ? elements.some((e) => e.constant?.value === PROTO_KEY) : walk.world.index.file.text.includes(PROTO_KEY);
  if (!knows) return nothing;
  if (!isIndex) walk.vouch(node, { ident: key.ident, mask: bit.key, when: 'falsy' });
  return ifFalse(key.ident, bit.key);
}

/** `key.includes('__proto__')`, `key.startsWith('__')`: where it is not in. */
export function refusingText(walk: Walk, node: TSESTree.Node, text: Fact, sought: Fact): void {
  const part = sought.constant?.value;
  if (isFollowed(walk) && typeof part === 'string' && part !== '' && PROTO_KEY.includes(part)) walk.vouch(node, { ident: text.ident, mask: bit.key, when: 'falsy' });
}

/** `pattern.test(key)` with a pattern that finds the key: where it finds nothing. */
export function refusingPattern(walk: Walk, node: CallNode, key: Fact, source: string, flags: string): void {
  if (!isFollowed(walk) || key.taints.length === 0 || !/proto|_/.test(source)) return;
  let pattern: RegExp;
  try {
    pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  } catch {
    return;
  }
  if (pattern.test(PROTO_KEY)) walk.vouch(node, { ident: key.ident, mask: bit.key, when: 'falsy' });
}

/** `Object.hasOwn(object, key)`: no inherited one, nor a method that is; but where the object came with the key and may own anything. */
export function ownKey(walk: Walk, node: CallNode, object: Fact, key: Fact): void {
  if ((walk.world.wanted & OWNED) === 0 || key.taints.some((k) => object.taints.some((o) => !isLedTo(o) && sameSource(k, o)))) return;
  walk.vouch(node, { ident: key.ident, mask: OWNED, when: 'truthy' });
}

const OWNED = bit.key | bit.code;

const PRIMITIVE: ReadonlySet<unknown> = new Set(['string', 'number', 'boolean', 'bigint', 'symbol']);

/**
 * `typeof object[key] === 'string'`: the key led to no object, so it is not that of the prototype; but where the object came with the key it may
 * own anything. No member of the prototype of all objects is a text, so what has one is another object.
 */
export function primitiveMember(walk: Walk, member: TSESTree.Node, name: unknown): Refinement {
  if (!isFollowed(walk) || !PRIMITIVE.has(name) || member.type !== 'MemberExpression' || !isPlace(member)) return nothing;
  const object = walk.run.evaluate(walk, member.object);
  const other = name === 'string' && object.taints.some(isLedTo) ? ifTrue(object.ident, bit.key) : nothing;
  if (!member.computed) return other;
  const key = walk.run.evaluate(walk, member.property);
  const isOwn = key.taints.some((k) => object.taints.some((o) => !isLedTo(o) && sameSource(k, o)));
  return key.taints.length === 0 || isOwn ? other : merge(other, ifTrue(key.ident, bit.key));
}

/** Names and members alone, which may be looked at twice. */
function isPlace(node: TSESTree.Node): boolean {
  let at = node;
  for (; at.type === 'MemberExpression'; at = at.object) if (at.computed && at.property.type !== 'Identifier' && at.property.type !== 'Literal') return false;
  return at.type === 'Identifier' || at.type === 'ThisExpression';
}

function sameSource(key: Taint, object: Taint): boolean {
  const [a, b] = [key.origin, object.origin];
  if (a === b) return a.k !== 'unseen';
  if (a.k === 'sym') {
    for (let s: Sym | undefined = a; s; s = s.parent) if (s === b) return true;
    return false;
  }
  return a.k === 'named' && b.k === 'named' && (a.text === b.text || a.text.startsWith(`${b.text}.`) || a.text.startsWith(`${b.text}[`));
}

/** The comparison clears keys where it fails; see `condition`. */
export const keyEquality = (a: Fact, b: Fact): Refinement => {
  const [left, right] = [refusesKey(a, b), refusesKey(b, a)];
  if (left !== nothing) return left;
  if (right !== nothing) return right;
  const first = refusesPrototype(a, b);
  return first !== nothing ? first : refusesPrototype(b, a);
};

