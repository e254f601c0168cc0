/** A call of what a model knows: its sinks, callbacks, sanitizers, guards, flows, result. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Api, SinkInfo } from '../../model/graph.ts';
import { ABSOLUTE, bit } from '../../model/kinds.ts';
import { appOf, fact, filterTaints, joinFacts, joinTaints, unknown, unseenTaints, type Fact, type FnRef } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import { TEXTLESS, Type, type ApiRef } from '../value/value.ts';
import { calledBefore, noteAwaited } from './after.ts';
import { carriedBy, copyBetween, handToCallbacks, relative, type Context } from './api-flows.ts';
import { invoke } from './callbacks.ts';
import { functionsIn } from './functions.ts';
import { awaitedEvent } from './emitters.ts';
import { effectOf, handedAway } from './effects.ts';
import { fieldsChecked, routeSchemas } from './middleware.ts';
import { EVERY_VALUE } from '../safety/guards.ts';
import { holds } from './holds.ts';
import { missing, readMember, placeValue } from './members.ts';
import { memberText } from './names.ts';
import { placedAt } from './placed.ts';
import { labelled } from './paths.ts';
import { partsOf, taintsAt } from './reach.ts';
import { schemaCall, validated } from './schemas.ts';
import { noteCall } from './shown.ts';
import { compared, signatureOf } from './signatures.ts';
import { putInto } from './writes.ts';
import type { Walk } from './walk.ts';

/** How far members of a place are looked at: of any value, and of objects that the file makes. */
const DEEPEST = 3;
const DEEPEST_IN_SIGHT = 7;

export function apiCall(walk: Walk, node: CallNode, ref: ApiRef, receiver: Fact | undefined, args: Args): Fact {
  const { graph } = walk.world.registry;
  const { api } = ref;
  const first = typeof args.list[0]?.constant?.value === 'string' ? args.list[0].constant.value : undefined;
  const test: Context['test'] = (when) => holds(walk, when, args, receiver, node);
  const context: Context = { walk, node, ref, args, receiver, test, handed: new Map(), returned: new Map(), before: [] };
  noteCall(walk, node, ref, receiver, args, test);

  for (const flow of api.flows) handToCallbacks(context, flow);
  if (api.schemas.length > 0) routeSchemas(context);
  const count = args.rest ? Infinity : args.list.length;
  args.list.forEach((value, i) => {
    const place = graph.argument(api, i, count, first);
    if (walk.world.fieldChecks.size > 0) fieldsChecked(context, value);
    atPlace(context, place && graph.settle(place, test), value, args.nodes[i] ?? node, i, 0);
  });
  if (args.rest) {
    for (let i = args.list.length; i < args.list.length + 4; i++) {
      const place = graph.argument(api, i, count, first);
      if (place) atPlace(context, graph.settle(place, test), args.rest, node, i, 0);
    }
  }
  for (const flow of api.flows) copyBetween(context, flow);
  if (receiver) noteAwaited(walk, receiver, api, test);
  const self = graph.receiver(api);
  if (self && receiver) atPlace(context, self, receiver, node, -1, 0);
  const result = graph.call(api, first);
  const settled = result && graph.settle(result, test);
  const given = schemaCall(walk, node, api, settled, receiver, args, test) ?? apiResult(context, settled);
  const value = settled?.schemas.some((info) => info.role === 'validated') ? validated(walk, node, given, args) : given;
  handedAway(walk, args.list);
  if (api.marks.length > 0) effectOf(context);
  if (api.marks.some((m) => m.mark === 'promisifies')) return { ...value, refs: value.refs.map((r) => (r.k === 'fn' ? promised(r) : r)) };
  if (api.marks.some((m) => m.mark === 'event')) return awaitedEvent(walk, node, argument(args, 0), argument(args, 1)) ?? value;
  return value;
}

const promisedRefs = new WeakMap<FnRef, FnRef>();

/** The same one for the same function, so that a walk done again changes nothing. */
function promised(ref: FnRef): FnRef {
  let known = promisedRefs.get(ref);
  if (!known) promisedRefs.set(ref, (known = { ...ref, promised: true }));
  return known;
}

export function apiResult(context: Context, api: Api | undefined): Fact {
  const { walk, node, ref, test } = context;
  let value: Fact = unknown;
  let same = false;
  for (const flow of ref.api.flows) {
    const [target] = flow.to;
    if ((target?.t !== 'call' && target?.t !== 'receiver') || (flow.when && !test(flow.when))) continue;
    const from = relative(context, flow.from);
    if (!from) continue;
    if (flow.is) {
      value = same ? joinFacts(value, from) : from;
      same = true;
    } else {
      const carried = carriedBy(walk, flow, from);
      if (target.t === 'call') value = { ...value, taints: joinTaints(value.taints, carried) };
      else if (context.receiver) putInto(walk, context.receiver, fact({ taints: carried }));
    }
  }
  if (!api) return value === unknown ? fact({ taints: ref.api.flows.some((flow) => flow.keeps === ~0) ? [] : unseenTaints, ident: walk.world.ids.of(node), about: signatureOf(api, context.args, context.receiver) }) : { ...value, ident: same ? value.ident : walk.world.ids.of(node) };
  let { taints } = value;
  for (const clean of api.sanitizers) {
    if (clean.when && !test(clean.when)) continue;
    if (clean.file) walk.world.settled |= clean.mask;
    else taints = filterTaints(taints, ~clean.mask);
  }
  if (api.labels.size > 0) taints = labelled(walk, node, api.labels, taints, context.args);
  if (!ref.weak) taints = joinTaints(taints, walk.world.sourceTaints(api, node, memberText(node), test));
  const guards = api.guards.filter((g) => !g.when || test(g.when)).reduce((m, g) => m | g.mask, 0);
  // a relative path tells of the path that was asked for, its last argument
  const made = (api.labels.has('relative') ? context.args.list.at(-1) : context.args.list[0])?.ident ?? 0;
  const about = guards === 0 ? signatureOf(api, context.args, context.receiver) : { idents: made === 0 || taints.every((t) => t.origin.k === 'unseen') ? [EVERY_VALUE] : [made], mask: guards };
  return {
    ...value,
    taints,
    about,
    madeOf: taints.length > 0 ? made : 0,
    refs: [...value.refs, { k: 'api', api, bound: ref.bound, weak: ref.weak, made: walk.world.marks.has('app') && api.marks.some((m) => m.mark === 'app') ? (appOf(context.receiver) ?? node) : undefined }],
    types: same ? value.types : Type.any,
    ident: same && value.ident !== 0 ? value.ident : walk.world.ids.of(node),
  };
}

/** A member of a library's value is assigned: `ctx.body = x`. */
export function assignedTo(walk: Walk, node: TSESTree.MemberExpression, place: Api, ref: ApiRef, receiver: Fact, value: Fact): void {
  givenTo(walk, node, place, ref, value, node.parent.type === 'AssignmentExpression' ? node.parent.right : node, receiver);
}

/** What a function gives back to a library that calls it without being handed it: a decorated method. */
export function returnedTo(walk: Walk, node: TSESTree.Node, place: Api, value: Fact): void {
  const result = walk.world.registry.graph.call(place, undefined);
  if (result) givenTo(walk, node, result, { k: 'api', api: place, bound: true, weak: false }, value, node);
}

function givenTo(walk: Walk, node: TSESTree.Node, place: Api, ref: ApiRef, value: Fact, right: TSESTree.Node, receiver?: Fact): void {
  const args: Args = { list: [], nodes: [], rest: undefined };
  const test: Context['test'] = (when) => holds(walk, when, args, undefined, node, value);
  // what a member is set to says something of the whole: `ctx.type = 'text'`
  for (const clean of place.sanitizers) if (receiver && (!clean.when || test(clean.when))) walk.state.clear(receiver.ident, clean.mask);
  atPlace({ walk, node: node as unknown as CallNode, ref, args, receiver, test, handed: new Map(), returned: new Map(), before: [] }, walk.world.registry.graph.settle(place, test), value, right, -1, 0);
}

/** A value goes to a place of a library's: argument, member of one, result of a callback. `index`: of the argument; `name`: of the member. */
function atPlace(context: Context, place: Api | undefined, value: Fact, node: TSESTree.Node, index: number, depth: number, name = ''): void {
  const { walk, ref, test } = context;
  if (value === missing) return;
  if (place) {
    for (const sink of place.sinks) {
      if ((walk.world.wanted & bit[sink.kind]) === 0 || (sink.when && !test(sink.when))) continue;
      if (ref.weak && sink.kind !== 'sql') continue;
      if (sink.after && !calledBefore(walk, context.receiver, sink.after)) continue;
      // what was said of the receiver before: the content type of a response
      if (context.receiver && (walk.state.clearedOf(context.receiver.ident) & bit[sink.kind]) !== 0) continue;
      for (const part of partsOf(walk, value, node, sink, place)) {
        walk.hit({ sink: ref.weak ? guessed(sink, place) : sink, place: part.place, value: part.value, argument: part.node, call: context.node, bound: ref.bound, weak: ref.weak, owner: walk.owner }, taintsAt(walk, part.value, sink, part.place));
      }
    }
    for (const clean of place.sanitizers) if (!clean.when || test(clean.when)) walk.state.clear(value.ident, clean.mask);
    for (const guard of place.guards) {
      if (!guard.when || test(guard.when)) walk.vouch(context.node, { ident: value.ident, mask: guard.mask, when: guard.ifFalse ? 'falsy' : 'truthy' });
    }
    if (place.marks.length > 0 && !ref.weak) placedAt(walk, place, value, node, name, context);
    if (place.labels.has('equal')) compared(walk, context.node, value);
    if (place.labels.has('absolute')) walk.vouch(context.node, { ident: value.ident, mask: ABSOLUTE, when: 'falsy' });
    if (depth < DEEPEST || (depth < DEEPEST_IN_SIGHT && value.refs.some((r) => r.k === 'obj'))) members(context, place, value, node, depth);
  }
  if (depth > 0 && !place) return;
  for (const fnRef of functionsIn(walk, value, depth === 0 ? 2 : 1)) {
    const result = invoke(context, place, fnRef, index);
    if (index >= 0 && depth === 0) context.returned.set(index, result);
    const back = place && walk.world.registry.graph.call(place, undefined);
    if (back) atPlace(context, back, result, node, index, DEEPEST);
  }
  const handed = index >= 0 && depth === 0 && !context.returned.has(index) ? context.handed.get(index) : undefined;
  const out = handed && resultOfLibrary(walk, context.node, value, [0, 1].map((i) => handed.get(i) ?? unknown));
  if (out) context.returned.set(index, out);
}

/** What functions of a library, or of the language, give back that are handed on: `_.map(list, _.trim)`. */
function resultOfLibrary(walk: Walk, node: CallNode, value: Fact, given: readonly Fact[]): Fact | undefined {
  let out: Fact | undefined;
  for (const ref of value.refs) {
    const one = ref.k === 'api' ? resultOfApi(walk, node, ref, given) : ref.k === 'native' ? mappedBy(ref.name, given[0] ?? unknown) : undefined;
    if (one) out = out ? joinFacts(out, one) : one;
  }
  return out;
}

/** The result alone: a finding, and what would be repaired, has no argument in the text. */
export function resultOfApi(walk: Walk, node: CallNode, ref: ApiRef, given: readonly Fact[]): Fact {
  const { graph } = walk.world.registry;
  const args: Args = { list: given, nodes: given.map(() => node), rest: undefined };
  const test = (when: Parameters<typeof holds>[1]): boolean => holds(walk, when, args, undefined, node);
  const result = graph.call(ref.api, undefined);
  return apiResult({ walk, node, ref, args, receiver: undefined, test, handed: new Map(), returned: new Map(), before: [] }, result && graph.settle(result, test));
}

/** What a function of the language makes of an element. */
export const mappedBy = (name: string, item: Fact): Fact => (/^(Number|parseInt|parseFloat|Boolean|BigInt|Number\.\w+)$/.test(name) ? fact({ types: Type.number }) : name === 'String' ? { ...item, types: Type.string, refs: [], ident: 0 } : item);

const guesses = new WeakMap<Api, SinkInfo>();

/** Where several drivers go by a name, how values are passed is anyone's guess: a placeholder of the wrong style is a broken query. */
function guessed(sink: SinkInfo, place: Api): SinkInfo {
  const styles = new Set(place.sinks.filter((s) => s.kind === sink.kind).map((s) => `${s.bind?.values ?? ''} ${s.bind?.style ?? ''} ${s.bind?.tag ?? ''} ${s.bind?.identifier ?? ''}`));
  if (styles.size <= 1) return sink;
  let guess = guesses.get(place);
  if (!guess) guesses.set(place, (guess = { ...sink, path: 'global:*', bind: undefined }));
  return guess;
}

/** Places below this one: `query[0].text`, `route[0].handler`, elements of a list. */
function members(context: Context, place: Api, value: Fact, node: TSESTree.Node, depth: number): void {
  const { walk, test } = context;
  const { graph } = walk.world.registry;
  const names = new Set(place.states.flatMap((s) => [...s.members.keys()]));
  const any = place.states.some((s) => s.any);
  if (context.node.type === 'TaggedTemplateExpression' || (value.taints.length > 0 && value.refs.length === 0 && value.taints.every((t) => (t.mask & bit.nosql) === 0))) return;
  // a text or a function has no members that a library would ask for
  if ((names.size === 0 && !any) || value.constant || (value.types & ~(TEXTLESS | Type.string | Type.function)) === 0) return;
  // arrays are seen through where a named member is asked
  const isArray = value.refs.some((r) => r.k === 'obj' && r.what === 'array');
  const element = isArray && ![...names].every((n) => /^\d+$/.test(n)) ? readMember(walk, value, undefined, node) : undefined;
  // a list of texts has no named members; one of objects or functions is seen through
  const holder = element?.refs.some((r) => r.k === 'obj' || r.k === 'fn') ? element : value;
  const inSight = holder.refs.some((r) => r.k === 'obj');
  for (const name of names) {
    if (element && holder === value && !/^\d+$/.test(name)) continue;
    const member = readMember(walk, holder, name, propertyNode(node, name));
    const below = graph.member(place, name);
    if (below && isToldAbove(place, below, depth) && !isOwn(walk, holder, name)) continue;
    if (below) atPlace(context, graph.settle(below, test), member, propertyNode(node, name), -1, depth + 1, name);
  }
  const below = any ? graph.member(place, undefined) : undefined;
  if (below && isArray && node.type === 'ArrayExpression' && node.elements.every((e) => e?.type !== 'SpreadElement')) {
    node.elements.forEach((element, i) => {
      if (element) atPlace(context, graph.settle(below, test), readMember(walk, value, String(i), element), element, -1, depth + 1);
    });
  } else if (below && inSight && !isArray && (names.size > 0 || below.states.some((s) => s.members.size > 0))) {
    for (const ref of holder.refs) {
      if (ref.k !== 'obj') continue;
      for (const [name, id] of [...(walk.world.ids.children(ref.id) ?? [])]) {
        if (name !== '|' && !name.startsWith('[[') && !names.has(name) && placeValue(walk, ref.id, id)) atPlace(context, graph.settle(below, test), readMember(walk, holder, name === '*' ? undefined : name, node), propertyNode(node, name), -1, depth + 1);
      }
    }
  } else if (below) atPlace(context, graph.settle(below, test), readMember(walk, holder, undefined, node), node, -1, depth + 1);
}

/** The file itself gives the value a member of this name. */
const isOwn = (walk: Walk, holder: Fact, name: string): boolean =>
  holder.refs.some((r) => r.k === 'obj' && walk.world.ids.children(r.id)?.has(name) === true && placeValue(walk, r.id, walk.world.ids.child(r.id, name)) !== undefined);

/** An input that is a whole query or record holds what is asked for below as well; but that it is one is told where it stands. */
const isToldAbove = (place: Api, { sinks }: Api, depth: number): boolean =>
  sinks.length > 0 && (sinks.every((sink) => sink.inDatabase) || ((place.sinks.length > 0 || depth > 1) && sinks.every((sink) => sink.kind === 'fields')));

/** The value of a property in the object literal at the call, for a report at the right place. */
function propertyNode(node: TSESTree.Node, name: string): TSESTree.Node {
  if (node.type !== 'ObjectExpression') return node;
  for (const p of node.properties) {
    if (p.type === 'Property' && !p.computed && ((p.key.type === 'Identifier' && p.key.name === name) || (p.key.type === 'Literal' && p.key.value === name))) return p.value;
  }
  // it came with what was spread
  const spreads = node.properties.filter((p) => p.type === 'SpreadElement');
  return spreads.length === 1 ? (spreads[0]?.argument ?? node) : node;
}
