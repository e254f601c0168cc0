/** How far a sink reaches into a value: the value itself, its members, or what gives it the names of its members. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, unwrap } from '../../ast/nodes.ts';
import type { Api, SinkInfo } from '../../model/graph.ts';
import { kinds } from '../../model/kinds.ts';
import { joinFacts, joinTaints, type Fact, type Taint } from '../fact/fact.ts';
import type { ObjRef } from '../value/value.ts';
import { readMember, placeValue } from './members.ts';
import { SPREAD } from './objects.ts';
import type { Walk } from './walk.ts';

const DEEPEST = 5;
const DEEPEST_LITERAL = 8;

/** The place below this one, of a member of this name. */
const below = (walk: Walk, place: Api | undefined, name: string): Api | undefined => place && walk.world.registry.graph.member(place, name === '*' ? undefined : name);

/** Taints of a value and of what it holds, some deep, but for what is data at its place: for kinds whose harm may sit in members. */
export function deepTaints(walk: Walk, value: Fact, place?: Api, depth = 0): readonly Taint[] {
  let { taints } = value;
  if (depth >= DEEPEST) return taints;
  for (const ref of value.refs) {
    if (ref.k !== 'obj') continue;
    for (const [name, id] of walk.world.ids.children(ref.id) ?? []) {
      const there = below(walk, place, name);
      if (name === '|' || name === SPREAD || there?.labels.has('data')) continue;
      const member = placeValue(walk, ref.id, id);
      if (member && member !== value) taints = joinTaints(taints, deepTaints(walk, walk.state.bake(member), there, depth + 1));
    }
  }
  return taints;
}

/** Taints of what decides which members the value has: its own, of what is spread into it, of the elements of a list. */
function nameTaints(walk: Walk, value: Fact, depth = 0): readonly Taint[] {
  let { taints } = value;
  if (depth >= DEEPEST) return taints;
  for (const ref of value.refs) {
    if (ref.k !== 'obj') continue;
    for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
      if (name === '|' || (ref.what !== 'array' && name !== SPREAD)) continue;
      const member = placeValue(walk, ref.id, place);
      if (member && member !== value) taints = joinTaints(taints, nameTaints(walk, walk.state.bake(member), depth + 1));
    }
  }
  return taints;
}

const isOfNames = ({ kind, whole }: SinkInfo): boolean => whole || kinds[kind].deep === 'names';

/** The taints of a value that meet a sink. */
export function taintsAt(walk: Walk, value: Fact, sink: SinkInfo, place: Api | undefined): readonly Taint[] {
  if (sink.shaped) return nameTaints(walk, value);
  if (!kinds[sink.kind].deep) return value.taints;
  return isOfNames(sink) ? nameTaints(walk, value) : deepTaints(walk, value, place);
}

export interface Part {
  readonly value: Fact;
  readonly node: TSESTree.Node;
  readonly place: Api | undefined;
}

/** What of an argument meets a sink by itself: of an object literal each member, for kinds that ask for it; else the argument. */
export function partsOf(walk: Walk, value: Fact, argument: TSESTree.Node, sink: SinkInfo, place: Api | undefined, depth = 0): readonly Part[] {
  if (depth > 0 && place?.labels.has('data')) return [];
  const node = unwrap(argument);
  const { ids } = walk.world;
  const [literal] = kinds[sink.kind].apart && depth < DEEPEST_LITERAL ? value.refs : [];
  // where a summary is applied the value is a copy of what the literal makes
  if (literal?.k !== 'obj' || value.refs.length > 1 || ids.originalOf(literal.id) !== ids.of(node)) return [{ value, node: argument, place }];
  if (node.type === 'ArrayExpression' && node.elements.every((e) => e !== null && e.type !== 'SpreadElement')) {
    return node.elements.flatMap((element, i) => (element ? partsOf(walk, readMember(walk, value, String(i), element), element, sink, below(walk, place, String(i)), depth + 1) : []));
  }
  return node.type === 'ObjectExpression' ? membersOf(walk, value, literal, node, sink, place, depth) : [{ value, node: argument, place }];
}

function membersOf(walk: Walk, value: Fact, literal: ObjRef, node: TSESTree.ObjectExpression, sink: SinkInfo, place: Api | undefined, depth: number): readonly Part[] {
  const parts: Part[] = [];
  const names = new Set<string>();
  let spread: TSESTree.Node | undefined;
  for (const property of node.properties) {
    const name = property.type === 'Property' ? staticName(property) : undefined;
    if (property.type === 'SpreadElement' || name === undefined) {
      spread = spread ? node : property.type === 'SpreadElement' ? property.argument : property.value;
      continue;
    }
    names.add(name);
    if (!isOfNames(sink)) parts.push(...partsOf(walk, readMember(walk, value, name, property.value), property.value, sink, below(walk, place, name), depth + 1));
  }
  // what was spread into it, or written to it since
  let rest: Fact | undefined;
  for (const [name, id] of walk.world.ids.children(literal.id) ?? []) {
    if (name === '|' || (isOfNames(sink) ? name !== SPREAD : names.has(name) || name === SPREAD)) continue;
    const member = placeValue(walk, literal.id, id);
    if (member) rest = rest ? joinFacts(rest, member) : member;
  }
  if (rest) parts.push({ value: walk.state.bake(rest), node: spread ?? node, place: below(walk, place, '*') });
  return parts;
}
