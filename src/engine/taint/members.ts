/** Reading and writing members of values: objects by allocation site, symbols by path, library values through the models' graph. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/nodes.ts';
import { bit, DOTTED, EVERYTHING, SURE } from '../../model/kinds.ts';
import { constantFact, fact, filterTaints, joinFacts, joinTaints, undefinedFact, unknown, type Fact, type Taint } from '../fact/fact.ts';
import { BOUNDED_KEEPS } from '../fact/mask.ts';
import { Type, type ObjRef, type Sym } from '../value/value.ts';
import { aboutMember, EVERY_VALUE } from '../safety/guards.ts';
import { apiFieldPlace } from './cells.ts';
import { applyAccessor, findMember, isConstructed, isEmptyHolder, superOf } from './inheritance.ts';
import { memberText } from './names.ts';
import { nativeMember } from './native-members.ts';
import { ownMember } from './overwritten.ts';
import { LED_TO, ledToBy, withoutPrototypes } from './prototypes.ts';
import type { Walk } from './walk.ts';

/** Members of an error that tell of files, versions and queries; a careful answer may show its others. */
const LEAKS = new Set(['stack', 'cause', 'sql', 'sqlMessage', 'query', 'parameters', 'parent', 'original', 'originalError', 'driverError', 'detail', 'where', 'internalQuery', 'config', 'request', 'response', 'stdout', 'stderr', 'path', 'cmd', 'reason', 'error', 'errors']);

/** Numbers for places under which members of this value are kept. */
export function basesOf(value: Fact): number[] {
  const bases: number[] = [];
  for (const ref of value.refs) if (ref.k === 'obj' || ref.k === 'sym') bases.push(ref.id);
  if (bases.length === 0 && value.ident !== 0) bases.push(value.ident);
  return bases;
}

export function placeValue(walk: Walk, base: number, place: number): Fact | undefined {
  const local = walk.state.get(place);
  if (!walk.world.isPublished(base)) return local;
  const cell = walk.world.readCell(place, walk.fn, false);
  return local && cell ? joinFacts(local, cell) : (local ?? cell);
}

/** The member `name` of a value; undefined: some member, not known which. `below`: objects that it was sought in as the prototype of. */
export function readMember(walk: Walk, value: Fact, name: string | undefined, node: TSESTree.Node, text?: string, below: readonly number[] = []): Fact {
  walk.step();
  const { world } = walk;
  if (name === TEXT) return stringified(walk, value);
  if (name === EACH) return awaitedElement(walk, value, node);
  if (name === LED_TO) return fact({ taints: ledToBy(walk, value.taints) });
  const { ids } = world;
  const own = walk.overwrites && name !== undefined ? ownMember(walk, value, basesOf(value), name) : undefined;
  if (own) return own;
  let result: Fact | undefined;
  const add = (more: Fact): void => {
    result = result ? joinFacts(result, more) : more;
  };
  let carried = withoutWholes(withoutPrototypes(walk, value.taints), node);
  for (const ref of value.refs) {
    switch (ref.k) {
      case 'obj':
        add(readObject(walk, ref, name, node, below));
        break;
      case 'sym': {
        const method = name === undefined || ref.root.k !== 'this' || ref.depth > 0 || !ref.root.fn.ofClass ? undefined : classMember(walk, ref, name, node);
        if (method?.refs.some((r) => r.k === 'fn') && !world.hasInheritance) {
          // what the class says, unless an instance has it otherwise, which nobody does to a method
          carried = without(carried, ref);
          add(method);
          break;
        }
        const place = ids.child(ref.id, name ?? '*');
        const stored = placeValue(walk, ref.id, place) ?? (name === undefined || name === 'length' ? undefined : placeValue(walk, ref.id, ids.child(ref.id, '*')));
        carried = without(carried, ref);
        if (stored) add(stored);
        if (!stored || name === undefined || walk.world.isPublished(ref.id)) {
          add(memberOfSym(walk, ref, name, ownOf(value.taints, ref)));
        }
        if (method) add(method);
        break;
      }
      case 'api': {
        const written = name === undefined ? undefined : world.readCell(apiFieldPlace(walk, ref.api.id, name), walk.fn, false);
        if (written) add(written);
        const api = world.registry.graph.member(ref.api, name);
        if (!api) {
          // a default import of CommonJS is the exports themselves
          if (name === 'default') add(fact({ refs: [ref] }));
          break;
        }
        const taints = ref.weak ? [] : world.sourceTaints(api, node, text ?? memberText(node), () => false);
        // comparing it with a constant says something of all that is done then: `process.env.NODE_ENV`
        for (const clean of api.sanitizers) if (!clean.when && !clean.file) carried = filterTaints(carried, ~clean.mask);
        if (api.labels.has('dotless')) carried = filterTaints(carried, ~DOTTED);
        const vouches = api.guards.reduce((m, g) => m | g.mask, 0);
        add(fact({ refs: [{ k: 'api', api, bound: ref.bound, weak: ref.weak }], taints, about: vouches === 0 ? undefined : { idents: value.ident === 0 || value.taints.every((t) => t.origin.k === 'unseen' || (t.origin.k === 'named' && (t.origin.what === 'env' || t.origin.what === 'secret'))) ? [EVERY_VALUE] : [value.ident, value.madeOf].filter((id) => id !== 0), mask: vouches }, exact: taints.length > 0, ident: value.ident === 0 ? (taints.some((t) => t.origin.k === 'named') ? ids.of(node) : 0) : ids.child(value.ident, name ?? '*') }));
        break;
      }
      case 'class': {
        const member = name === undefined ? undefined : ref.cls.statics.get(name);
        const getter = name === undefined ? undefined : ref.cls.staticGetters.get(name);
        if (member) add(fact({ types: Type.function, refs: [{ k: 'fn', fn: member, captures: undefined, boundThis: value, boundArguments: undefined }] }));
        else if (getter) add(applyAccessor(walk, fact({ refs: [{ k: 'fn', fn: getter, captures: undefined, boundThis: undefined, boundArguments: undefined }] }), value, [], node));
        else if (name === 'prototype') add(fact({ refs: [{ k: 'obj', id: world.classBase(ref.cls), cls: ref.cls, what: 'instance' }] }));
        else {
          const base = ids.child(ids.of(ref.cls), '.static');
          world.publish(base);
          const place = placeValue(walk, base, ids.child(base, name ?? '*'));
          const inherited = place && name !== undefined ? undefined : inheritedStatic(walk, ref.cls, name, node, value);
          if (place) add(place);
          if (inherited) add(inherited);
        }
        break;
      }
      case 'fn':
        if (name !== undefined) {
          const place = placeValue(walk, ids.of(ref.fn), ids.child(ids.of(ref.fn), name));
          if (place) add(place);
          else if (name === 'constructor') add(nativeMember(walk, '', name));
          else if (name === 'prototype') {
            const base = ids.child(ids.of(ref.fn), 'prototype');
            world.publish(base);
            add(fact({ refs: [{ k: 'obj', id: base, cls: undefined, what: 'instance' }] }));
          }
        }
        break;
      case 'native':
        if (name !== undefined && ref.place === 0) add(nativeMember(walk, ref.name, name));
        break;
      case 'regex':
        if (name === 'source' || name === 'flags') add(constantFact(ref[name]));
        break;
    }
  }
  if (value.refs.length === 0 && value.ident !== 0) {
    const stored = walk.state.get(ids.child(value.ident, name ?? '*'));
    if (stored) return walk.state.bake(stored);
  }
  const taints = memberTaints(walk, value, carried, name, node);
  // comparing its length with a number says how long it may be
  if (name === 'length' && !value.literal && value.ident !== 0) {
    const bounded = { idents: [value.ident], mask: ~BOUNDED_KEEPS };
    result = result ? { ...result, about: bounded } : fact({ types: Type.number, taints: filterTaints(taints, LENGTH_KEEPS), about: bounded });
    return walk.state.bake(result);
  }
  if (result) {
    if (!result.about && value.about) result = { ...result, about: aboutMember(value, name) };
    result = taints.length > 0 ? { ...result, taints: joinTaints(result.taints, taints), exact: result.exact || value.exact } : result;
    if (result.ident === 0 && result.taints.length > 0 && value.ident !== 0) result = { ...result, ident: ids.child(value.ident, name ?? '*') };
    return walk.state.bake(result);
  }
  if (value.literal) return name === 'length' ? constantLike : fact({ literal: true });
  if (name === 'length') return fact({ types: Type.number, taints: filterTaints(taints, LENGTH_KEEPS) });
  return walk.state.bake(fact({ taints, exact: value.exact, types: name === 'stack' ? Type.string : Type.any, ident: value.ident === 0 ? 0 : ids.child(value.ident, name ?? '*'), about: aboutMember(value, name) }));
}

/** What `for await` gets, as models name it. */
export const EACH = '@each';

/** An element of what is iterated, or what a model says that a stream gives. */
function awaitedElement(walk: Walk, value: Fact, node: TSESTree.Node): Fact {
  let result = readMember(walk, value, undefined, node);
  for (const ref of value.refs) {
    if (ref.k === 'sym') result = joinFacts(result, memberOfSym(walk, ref, EACH, ownOf(value.taints, ref)));
    const api = ref.k === 'api' ? walk.world.registry.graph.member(ref.api, EACH) : undefined;
    if (api) result = joinFacts(result, fact({ taints: walk.world.sourceTaints(api, node, memberText(node), () => false) }));
  }
  return result;
}

/** A member is not the whole, but all of them together are: `{ ...env }`, `Object.entries(env)`. */
export function withoutWholes(taints: readonly Taint[], node: TSESTree.Node): readonly Taint[] {
  return taints.some(isWhole) && !takesAll(node) ? taints.filter((t) => !isWhole(t)) : taints;
}

const isWhole = ({ origin }: Taint): boolean => origin.k === 'named' && origin.whole;

/** Whether it is the member that makes the whole a secret: `delete user.password`, `{ ...user, password: undefined }`. */
export const isSecretOf = (walk: Walk, whole: Fact, name: string): boolean =>
  whole.taints.some(isWhole) && whole.refs.some((ref) => ref.k === 'api' && walk.world.registry.graph.member(ref.api, name)?.sources.some(({ origin }) => origin === 'secret' || origin === 'password') === true);

const takesAll = (node: TSESTree.Node): boolean =>
  node.type === 'SpreadElement' || (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.object.type === 'Identifier' && node.callee.object.name === 'Object');

/** The name under which a symbol's text is asked for. */
const TEXT = '[[text]]';
/** What came with a request is as long as that is. */
const LENGTH_KEEPS = SURE;
const constantLike: Fact = fact({ literal: true, types: Type.number });

/** Taints of a value as its member has them: input is called by its whole path, an error's message shows no stack. */
function memberTaints(walk: Walk, value: Fact, all: readonly Taint[], name: string | undefined, node: TSESTree.Node): readonly Taint[] {
  let taints = all;
  if (name !== undefined && value.exact && /^[\w$]+$/.test(name) && all.some((t) => t.origin.k === 'named' && !t.steps)) {
    taints = all.map((t) => {
      if (t.origin.k !== 'named' || t.steps || t.origin.text.split('.').length > 4 || !/^[\w$.]+$/.test(t.origin.text)) return t;
      return { ...t, origin: walk.world.origin(t.origin.what, node, `${t.origin.text}${/^\d+$/.test(name) ? `[${name}]` : `.${name}`}`) };
    });
  }
  if (name === undefined || LEAKS.has(name) || !taints.some((t) => t.origin.k === 'named' && t.origin.what === 'error')) return taints;
  return taints.filter((t) => t.origin.k !== 'named' || t.origin.what !== 'error');
}

function memberOfSym(walk: Walk, sym: Sym, name: string | undefined, own: readonly Taint[]): Fact {
  const member = walk.world.member(sym, name ?? '*');
  walk.ownSyms.set(member.id, member);
  const [taint] = own;
  if (own.length === 1 && taint && taint.mask === EVERYTHING && !taint.steps) return walk.world.factOf(member);
  return fact({ refs: [member], taints: own.map((t) => ({ origin: member, mask: t.mask, steps: t.steps })), ident: member.id, exact: true });
}

const isOf = (taints: readonly Taint[], sym: Sym): boolean => taints.length === 1 && taints[0]?.origin === sym;

/** Those that come from the symbol: mostly all, mostly one. */
const ownOf = (taints: readonly Taint[], sym: Sym): readonly Taint[] => (isOf(taints, sym) ? taints : taints.filter((t) => t.origin === sym));

const without = (taints: readonly Taint[], sym: Sym): readonly Taint[] => (isOf(taints, sym) ? NO_TAINTS : taints.some((t) => t.origin === sym) ? taints.filter((t) => t.origin !== sym) : taints);
const NO_TAINTS: readonly Taint[] = [];

const LONGEST_CHAIN = 10;

function readObject(walk: Walk, ref: ObjRef, name: string | undefined, node: TSESTree.Node, below: readonly number[]): Fact {
  const { ids } = walk.world;
  if (ref.cls && name !== undefined) {
    const method = findMember(walk, ref.cls, name, node, fact({ refs: [ref] }));
    if (method) return method;
  }
  if (name !== undefined) {
    const found = placeValue(walk, ref.id, ids.child(ref.id, name));
    if (found) return found;
    const getter = placeValue(walk, ref.id, ids.child(ref.id, `get ${name}`));
    if (getter) return applyAccessor(walk, getter, fact({ refs: [ref] }), [], node);
    if ((name === 'length' && ref.what === 'array') || (name === 'size' && ref.what === 'collection')) return fact({ types: Type.number });
    if (ref.cls) {
      // what was put on the prototype
      const base = walk.world.classBase(ref.cls);
      const put = base === ref.id ? undefined : walk.world.readCell(ids.child(base, name), walk.fn, false);
      if (put?.refs.some((r) => r.k === 'fn')) return put;
    }
    const proto = placeValue(walk, ref.id, ids.child(ref.id, '[[prototype]]'));
    // a chain that a loop makes comes back to where it began: `o = Object.create(o)`
    const inherited = proto && !below.includes(ref.id) && below.length < LONGEST_CHAIN && readMember(walk, proto, name, node, undefined, [...below, ref.id]);
    if (inherited && inherited !== undefinedFact) return inherited;
  }
  if (name === undefined) return elementsOf(walk, ref);
  // a method of lists is none of what was put in
  if (ref.what === 'array' && Object.hasOwn(Array.prototype, name)) return unknown;
  if (ref.what === 'collection' && (Object.hasOwn(Map.prototype, name) || Object.hasOwn(Set.prototype, name))) return unknown;
  const rest = placeValue(walk, ref.id, ids.child(ref.id, '*'));
  if (rest) return { ...rest, taints: withoutWholes(rest.taints, node) };
  return ref.what === 'plain' && !ref.cls ? missing : unknown;
}

/** A member that an object of the file does not have, as far as we saw. */
export const missing: Fact = { ...undefinedFact, literal: false, types: Type.any, constant: undefined };

/** Any element or member of an object, joined. */
export function elementsOf(walk: Walk, ref: ObjRef): Fact {
  let result: Fact | undefined;
  // so that whoever puts in the first element later is waited for
  if (walk.world.isPublished(ref.id)) placeValue(walk, ref.id, walk.world.ids.child(ref.id, '*'));
  for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
    if (name === '|' || name.startsWith('[[')) continue;
    const found = placeValue(walk, ref.id, place);
    if (found) result = result ? joinFacts(result, found) : found;
  }
  return result ?? unknown;
}

/** A static member that the class has from what it extends: a class of the file with its own, or one of a library. */
function inheritedStatic(walk: Walk, cls: NonNullable<ObjRef['cls']>, name: string | undefined, node: TSESTree.Node, receiver: Fact): Fact | undefined {
  for (const ref of superOf(walk, cls)?.refs ?? []) {
    if (ref.k !== 'class' && ref.k !== 'api') continue;
    const member = readMember(walk, fact({ refs: [ref] }), name, node);
    if (member.refs.length === 0 && member.taints.length === 0) continue;
    return { ...member, refs: member.refs.map((r) => (r.k === 'fn' && r.fn.isStatic ? { ...r, boundThis: receiver } : r)) };
  }
  return undefined;
}

/** A member of `this` where the instance is out of sight: methods, and what the class's code ever wrote to the field. */
function classMember(walk: Walk, ref: Sym, name: string | undefined, node: TSESTree.Node): Fact | undefined {
  const cls = ref.root.k === 'this' ? ref.root.fn.ofClass : undefined;
  if (!cls || name === undefined) return undefined;
  if (ref.root.k === 'this' && ref.root.fn.isStatic) return readMember(walk, fact({ refs: [{ k: 'class', cls }] }), name, node);
  const member = findMember(walk, cls, name, node, walk.thisFact);
  if (member) return member;
  const base = walk.world.classBase(cls);
  const field = walk.world.readCell(walk.world.ids.child(base, name), walk.fn, false);
  // whence it came is told by the instance, at a call; what it is (a pool, a function) by the class
  if (!field) return undefined;
  const isOwn = isConstructed(walk, cls) && cls.fields.some((one) => one.value && staticName(one) === name && isEmptyHolder(one.value));
  return { ...field, refs: isOwn ? field.refs.filter((r) => r.k !== 'obj') : field.refs, taints: [], ident: 0 };
}

/** What a value brings into text: an array its elements, a plain object nothing, an error no stack. */
export function stringified(walk: Walk, value: Fact): Fact {
  if (value.types === Type.string || value.constant) return value;
  let { taints } = value;
  const ref = value.refs.find((r) => r.k === 'sym');
  if (ref?.k === 'sym' && value.refs.every((r) => r === ref || r.k === 'api') && (walk.world.wanted & bit.response) !== 0) {
    // of an error the text is not what the error is: told by the caller
    const text = walk.world.member(ref, TEXT);
    taints = taints.map((t) => (t.origin === ref ? { ...t, origin: text } : t));
  }
  for (const ref of value.refs) if (ref.k === 'obj' && ref.what === 'array') taints = joinTaints(taints, elementsOf(walk, ref).taints);
  if (value.types !== Type.string && taints.some((t) => t.origin.k === 'named' && t.origin.what === 'error' && t.origin.text !== '')) taints = taints.filter((t) => t.origin.k !== 'named' || t.origin.what !== 'error' || t.origin.text.endsWith('.stack'));
  return taints === value.taints ? value : { ...value, taints };
}
