/** What a call of a library's hands on, by the flows of its model. */
import type { FlowInfo } from '../../model/graph.ts';
import type { Step } from '../../model/path.ts';
import { ABSOLUTE, bit } from '../../model/kinds.ts';
import { fact, filterTaints, joinFacts, joinTaints, type Fact, type Taint } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import type { ApiRef } from '../value/value.ts';
import type { holds } from './holds.ts';
import { readMember } from './members.ts';
import type { Before } from './middleware.ts';
import { broughtBack } from './paths.ts';
import { deepTaints } from './reach.ts';
import { copiedInto } from './records.ts';
import { putInto, writeMember } from './writes.ts';
import type { Walk } from './walk.ts';

export interface Context {
  readonly walk: Walk;
  readonly node: CallNode;
  readonly ref: ApiRef;
  readonly args: Args;
  readonly receiver: Fact | undefined;
  readonly test: (when: Parameters<typeof holds>[1]) => boolean;
  /** What flows hand to parameters of callbacks: by argument, by parameter. */
  readonly handed: Map<number, Map<number, Fact>>;
  /** What callbacks gave back: by argument. */
  readonly returned: Map<number, Fact>;
  /** What has been checked when the next function of the user's runs that the call is handed: middleware of a route before its handler. */
  readonly before: Before[];
}

/** The facts at a place relative to the call, joined: `[this].*`, `[1..]`, `[0]()`. */
export function relative(context: Context, steps: readonly Step[]): Fact | undefined {
  const { walk, args, node } = context;
  const [head, ...tail] = steps;
  if (!head) return undefined;
  let value: Fact | undefined;
  if (head.t === 'receiver') value = context.receiver;
  else if (head.t === 'argument') {
    const [next] = tail;
    if (next?.t === 'call') return context.returned.get(head.from);
    const last = Math.min(head.to, args.list.length - 1);
    const from = head.from === -1 ? args.list.length - 1 : head.from;
    for (let i = from; i <= (head.from === -1 ? from : last); i++) value = value ? joinFacts(value, argument(args, i)) : argument(args, i);
    if (args.rest && head.to > args.list.length - 1) value = value ? joinFacts(value, args.rest) : args.rest;
  }
  for (const step of tail) {
    if (!value || step.t !== 'member') break;
    value = readMember(walk, value, step.names === '*' ? undefined : step.names[0], node);
  }
  return value;
}

/** A flow to a parameter of a callback: `[this].* -> [0](0)`. */
export function handToCallbacks(context: Context, flow: FlowInfo): void {
  const [target, parameter] = flow.to;
  if (target?.t !== 'argument' || parameter?.t !== 'parameter' || (flow.when && !context.test(flow.when))) return;
  const value = relative(context, flow.from);
  if (!value) return;
  const [from, ...below] = flow.from;
  // a range to a range goes one by one
  const isRow = from?.t === 'argument' && from.to > from.from && below.length === 0 && parameter.to > parameter.from && !context.args.rest;
  for (let index = target.from; index <= Math.max(target.from, Math.min(target.to, context.args.list.length - 1)); index++) {
    const map = context.handed.get(index) ?? new Map<number, Fact>();
    context.handed.set(index, map);
    for (let i = parameter.from; i <= Math.min(parameter.to, 8); i++) {
      const one = isRow ? argument(context.args, from.from + i - parameter.from) : value;
      const before = map.get(i);
      map.set(i, before ? joinFacts(before, one) : one);
    }
  }
}

/** A flow to an argument, `merge[1..] -> [0]`, `bytes.copy[this] -> [0]`: what is given there holds it from now on. */
export function copyBetween(context: Context, flow: FlowInfo): void {
  const { walk, node, args } = context;
  const { from: [from], to: [to, ...below], is } = flow;
  if (is || to?.t !== 'argument' || below.length > 0 || (flow.when && !context.test(flow.when))) return;
  const target = argument(args, to.from);
  if (from?.t === 'argument' && (walk.world.wanted & bit.fields) !== 0) {
    const last = Math.min(from.to, args.list.length - 1);
    for (let i = from.from; i <= last; i++) copiedInto(walk, node, target, argument(args, i), args.nodes[i] ?? node);
  }
  const given = relative(context, flow.from);
  const taints = given ? carriedBy(walk, flow, given) : [];
  if (taints.length === 0) return;
  writeMember(walk, target, undefined, fact({ taints }));
  if (!target.refs.some((r) => r.k === 'obj')) putInto(walk, target, fact({ taints }));
}

/** Of the value and of what is in it, what the flow hands on: with kinds that it brings back, without those that it drops. */
export function carriedBy(walk: Walk, { to, again, below, keeps }: FlowInfo, value: Fact): readonly Taint[] {
  const taints = again ? broughtBack(value, again) : value.taints;
  const whole = to.length > 1 ? taints : joinTaints(taints, elementTaints(walk, value));
  return below || keeps !== ~0 ? filterTaints(whole, keeps & (below ? ~ABSOLUTE : ~0)) : whole;
}

/** Of the value, and of what is in it: members, and what calls put into a library's. */
export const elementTaints = (walk: Walk, value: Fact): readonly Taint[] => (value.refs.some((r) => r.k === 'obj') ? deepTaints(walk, value) : walk.baked(value).taints);
