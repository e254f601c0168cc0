/** Arrays, maps, sets and what iterates like them: elements are one place, by index where it is constant. */
import type { TSESTree } from '@typescript-eslint/utils';
import { fact, filterTaints, joinFacts, joinTaints, unknown, undefinedFact, type Fact } from '../fact/fact.ts';
import { lostBy } from '../fact/mask.ts';
import { separated, TextBuilder } from '../fact/text.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import { Type } from '../value/value.ts';
import { applyCallback } from './application.ts';
import { resultOfHanded, vouchedByHanded } from './handed.ts';
import { placeValue, readMember } from './members.ts';
import { booleanOf } from './patterns.ts';
import { fixedElements, newObject } from './objects.ts';
import { writeMember } from './writes.ts';
import type { Walk } from './walk.ts';

/** The callback gets the element, the index and the list. */
const EACH = new Set(['map', 'forEach', 'filter', 'find', 'findLast', 'findIndex', 'findLastIndex', 'some', 'every', 'flatMap', 'sort', 'toSorted']);
const SAME_LIST = new Set(['filter', 'slice', 'reverse', 'sort', 'toSorted', 'toReversed', 'flat', 'concat', 'splice', 'toSpliced', 'values', 'entries', 'fill', 'copyWithin', 'with']);
const ELEMENT = new Set(['find', 'findLast', 'pop', 'shift', 'at']);
const ADD = new Set(['push', 'unshift', 'fill', 'splice']);

const element = (walk: Walk, value: Fact, node: TSESTree.Node): Fact => readMember(walk, value, undefined, node);

export function arrayMethod(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact | undefined {
  const isArray = receiver.refs.some((r) => r.k === 'obj' && r.what === 'array') || receiver.types === Type.array;
  if (ADD.has(name)) {
    const first = name === 'splice' ? 2 : 0;
    const added = args.list.slice(first, name === 'fill' ? 1 : undefined);
    if (args.rest) added.push(args.rest);
    if (isArray || receiver.refs.some((r) => r.k === 'sym') || receiver.ident !== 0) {
      for (const value of added) writeMember(walk, receiver, undefined, value);
      if (name === 'push' || name === 'unshift') return fact({ types: Type.number });
    }
  }
  const callback = argument(args, name === 'from' ? 1 : 0);
  if (name === 'reduce' || name === 'reduceRight') return reduce(walk, node, receiver, args);
  if (EACH.has(name) && (callback.refs.some((r) => r.k === 'fn' || r.k === 'api') || isArray)) {
    const item = element(walk, receiver, node);
    const said = walk.vouched.get(node);
    let out = resultOfHanded(walk, node, callback, name.includes('ort') ? [item, item] : [item, fact({ types: Type.number }), receiver]);
    // the answer of one callback is not that of the call; that `every` is true is that of all
    const each = walk.vouched.get(node);
    if (said) walk.vouched.set(node, said);
    else walk.vouched.delete(node);
    // but that one of them is true says what it says of other values
    if (name === 'some' || name === 'find') for (const one of each ?? []) if (one.when === 'truthy' && one.ident !== item.ident && one.ident !== receiver.ident) walk.vouch(node, one);
    if (name === 'every') for (const { ident } of [item, receiver]) walk.vouch(node, { ident, mask: vouchedByHanded(walk, callback), when: 'truthy' });
    if (name === 'filter') {
      // what the callback vouches for, the elements that pass have
      const passed = vouchedByHanded(walk, callback);
      if (passed !== 0) return listOf(walk, node, { ...item, taints: filterTaints(item.taints, ~lostBy(passed)), ident: 0 });
    }
    if (name === 'flatMap' && out?.refs.some((r) => r.k === 'obj' && r.what === 'array')) out = element(walk, out, node);
    if (name === 'map' || name === 'flatMap') return listOf(walk, node, out ?? fact({ taints: item.taints }));
    if (name === 'some' || name === 'every' || name.endsWith('Index')) return name.endsWith('Index') ? fact({ types: Type.number, ident: walk.world.ids.of(node) }) : booleanOf(walk, node);
    if (name === 'forEach') return undefinedFact;
  }
  if (name === 'join') return joinedText(walk, node, receiver, args);
  if (ELEMENT.has(name)) return isArray || receiver.taints.length > 0 ? element(walk, receiver, node) : undefined;
  if (SAME_LIST.has(name)) {
    if (!isArray) return receiver.taints.length > 0 ? fact({ taints: joinTaints(receiver.taints, argument(args, 0).taints), ident: walk.world.ids.of(node) }) : undefined;
    let item = element(walk, receiver, node);
    if (name === 'with') item = joinFacts(item, argument(args, 1));
    if (name === 'concat') for (const a of args.list) item = joinFacts(item, a.refs.some((r) => r.k === 'obj' && r.what === 'array') ? element(walk, a, node) : a);
    if (name === 'flat') item = item.refs.some((r) => r.k === 'obj' && r.what === 'array') ? element(walk, item, node) : item;
    if (name === 'sort' || name === 'reverse' || name === 'fill') return receiver;
    return listOf(walk, node, item);
  }
  return undefined;
}

function listOf(walk: Walk, node: CallNode, item: Fact): Fact {
  return { ...newObject(walk, node, 'array', [['*', item]]), literal: item.literal };
}

function reduce(walk: Walk, node: CallNode, receiver: Fact, args: Args): Fact | undefined {
  const callback = argument(args, 0);
  const item = element(walk, receiver, node);
  let total = args.list.length > 1 ? argument(args, 1) : item;
  for (const ref of callback.refs) {
    if (ref.k !== 'fn') continue;
    // twice: what the first round returns is what the second is given
    for (let round = 0; round < 2; round++) {
      total = joinFacts(total, applyCallback(walk, node, ref, undefined, { list: [total, item, fact({ types: Type.number }), receiver], nodes: [], rest: undefined }));
    }
    return { ...total, ident: walk.world.ids.of(node), text: total.text?.known ? { ...total.text, known: false } : total.text, constant: undefined };
  }
  return undefined;
}

/** `[a, b].join(' AND ')`. */
function joinedText(walk: Walk, node: CallNode, receiver: Fact, args: Args): Fact | undefined {
  const separator = args.list.length === 0 ? ',' : argument(args, 0).constant?.value;
  const fixed = fixedElements(walk, receiver);
  if (fixed && typeof separator === 'string') {
    const builder = new TextBuilder();
    const literal = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.object.type === 'ArrayExpression' ? node.callee.object.elements : undefined;
    fixed.forEach((value, i) => {
      if (i > 0) builder.addConstant(separator);
      builder.add(value, literal?.[i] ?? node);
    });
    return builder.done(walk.world.ids.of(node));
  }
  if (receiver.literal && !receiver.refs.some((r) => r.k === 'obj')) return fact({ types: Type.string, literal: typeof separator === 'string', ident: walk.world.ids.of(node) });
  if (!receiver.refs.some((r) => r.k === 'obj') && receiver.taints.length === 0) return undefined;
  const item = element(walk, receiver, node);
  return fact({
    types: Type.string,
    literal: item.literal && argument(args, 0).literal,
    taints: typeof separator === 'string' && !/[\\/]/.test(separator) ? joinTaints(item.taints, argument(args, 0).taints) : separated(joinTaints(item.taints, argument(args, 0).taints)),
    text: { parts: ['', ''], holes: [{ node, fact: { ...item, refs: [] } }], known: true },
    ident: walk.world.ids.of(node),
  });
}

/** What a loop over the value gets: of a map its entries. */
export function iterated(walk: Walk, value: Fact, node: TSESTree.Node): Fact {
  const ref = value.refs.find((r) => r.k === 'obj' && r.what === 'collection');
  if (ref?.k !== 'obj') return element(walk, value, node);
  const keys = placeValue(walk, ref.id, walk.world.ids.child(ref.id, '[[keys]]'));
  return keys ? newObject(walk, walk.world.ids.child(walk.world.ids.of(node), 'entry'), 'array', [['0', keys], ['1', element(walk, value, node)]]) : element(walk, value, node);
}

/** Map, Set, URLSearchParams and their like that the file makes itself. */
export function collectionMethod(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact | undefined {
  const ref = receiver.refs.find((r) => r.k === 'obj' && r.what === 'collection');
  if (ref?.k !== 'obj') return undefined;
  const { ids } = walk.world;
  const keyFact = argument(args, 0);
  const key = keyFact.constant ? `=${String(keyFact.constant.value)}` : '*';
  const keys = ids.child(ref.id, '[[keys]]');
  switch (name) {
    case 'set':
    case 'append': {
      writeMember(walk, receiver, key, argument(args, 1));
      const before = walk.state.get(keys);
      walk.state.set(keys, before ? joinFacts(before, keyFact) : keyFact);
      return receiver;
    }
    case 'add':
      writeMember(walk, receiver, undefined, keyFact);
      return receiver;
    case 'get': {
      const exact = walk.state.get(ids.child(ref.id, key)) ?? (walk.world.isPublished(ref.id) ? walk.world.readCell(ids.child(ref.id, key), walk.fn, false) : undefined);
      const rest = walk.state.get(ids.child(ref.id, '*')) ?? (walk.world.isPublished(ref.id) ? walk.world.readCell(ids.child(ref.id, '*'), walk.fn, false) : undefined);
      if (key === '*') return element(walk, receiver, node);
      return exact && rest ? joinFacts(exact, rest) : (exact ?? rest ?? unknown);
    }
    case 'forEach': {
      const item = element(walk, receiver, node);
      for (const fn of argument(args, 0).refs) if (fn.k === 'fn') applyCallback(walk, node, fn, undefined, { list: [item, walk.state.get(keys) ?? item, receiver], nodes: [], rest: undefined });
      return undefinedFact;
    }
    case 'values':
    case 'getAll':
      return listOf(walk, node, element(walk, receiver, node));
    case 'keys':
      return listOf(walk, node, walk.state.get(keys) ?? unknown);
    case 'entries':
      return listOf(walk, node, newObject(walk, ids.child(ids.of(node), 'entry'), 'array', [['0', walk.state.get(keys) ?? unknown], ['1', element(walk, receiver, node)]]));
    case 'has':
    case 'delete':
      return fact({ types: Type.boolean });
    default:
      return undefined;
  }
}
