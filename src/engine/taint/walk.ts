/**
 * One function body, in statement order. `Walk` holds what the parts share: the state at this point, the symbols of the function,
 * what goes into its summary. Statements are here; expressions in `transfer.ts`, calls in `call.ts`, members in `members.ts`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Variable } from '../../ast/scope.ts';
import { bit } from '../../model/kinds.ts';
import type { Api } from '../../model/graph.ts';
import { fact, joinFacts, unknown, type Fact } from '../fact/fact.ts';
import type { FunctionInfo } from '../project/source.ts';
import { ifFalse, ifTrue, merge, nothing, type Refinement } from '../safety/guards.ts';
import { sinkKey, type CallUse, type Comparison, type PlaceUse, type SinkUse, type Vouch, type WriteUse } from '../summary/summary.ts';
import type { Root, Sym } from '../value/value.ts';
import { confused, type Check } from './confusion.ts';
import type { Pair } from './pairs.ts';
import type { Piece } from './starts.ts';
import { State } from './state.ts';
import type { Interpreter } from './interpreter.ts';
import type { World } from './world.ts';

/** Members of objects in a value, by object and name. */
export type Heap = Map<number, Map<string, Fact>>;

/** Thrown when the budget of steps is used up; caught where the function is summarised. */
export class OverBudget extends Error {}

interface Jump {
  readonly label: string | undefined;
  readonly isLoop: boolean;
  /** The state on which the ends of the statement are overlays. */
  readonly base: State;
  readonly breaks: State[];
  readonly continues: State[];
}

export interface Return {
  readonly value: Fact;
  /** What guards cleared of each symbol by then: if truthy, if falsy. */
  readonly truthy: ReadonlyMap<number, number> | undefined;
  readonly falsy: ReadonlyMap<number, number> | undefined;
  /** Members of objects in the value, as they were when it was returned. */
  readonly heap: Heap;
}

const [MOST_USES, MOST_CALLS, MOST_WRITES, MOST_LEVELS] = [160, 40, 32, 1] as const;

export class Walk {
  readonly world: World;
  readonly run: Interpreter;
  readonly fn: FunctionInfo;
  state = new State();
  live = true;
  /** The label of the statement that is walked next. */
  label: string | undefined;
  readonly jumps: Jump[] = [];
  readonly returns: Return[] = [];
  thrown: Fact | undefined;
  readonly sinks: SinkUse[] = [];
  readonly places = new Map<string, PlaceUse>();
  readonly compared = new Map<TSESTree.Node, Comparison>();
  readonly calls = new Map<string, CallUse>();
  readonly writes = new Map<string, WriteUse>();
  /** Values with symbols in cells, by place. */
  readonly cellWrites = new Map<number, { readonly value: Fact; readonly level: number }>();
  /** Of the write of a callee that is applied: over two callers up it is told no further. */
  writeLevel = 0;
  /** What is yielded, if it is a generator. */
  yielded: Fact | undefined;
  /** What is thrown into the nearest `catch`. */
  readonly catches: { thrown: Fact | undefined }[] = [];
  /** Functions of this body that were applied: what is left at the end is applied for its captures. */
  readonly applied = new Set<FunctionInfo>();
  /** Heads of loops as they stood when last left, so that an inner loop is not walked anew from nothing. */
  readonly heads = new Map<TSESTree.Node, State>();
  /** What calls vouch for, by their node: read by the condition around. */
  readonly vouched = new Map<TSESTree.Node, Vouched[]>();
  /** Checks that a list would pass, by what they are asked of. */
  readonly checks = new Map<string, Check>();
  readonly thisFact: Fact;
  /** Symbols that stand for this function's own view of things, by number: for what it vouches for. */
  readonly ownSyms = new Map<number, Sym>();
  /** Checks of one symbol by another, by the identity of the pair. */
  readonly pairs = new Map<number, Pair>();
  depth = 0;
  composing = 0;
  /** A member of a library's value was assigned. */
  overwrites: Map<number, { readonly base: number; readonly name: string }> | undefined;
  /** The place of a library's that the function stands at by its decorator. */
  calledAt: Api | undefined;
  /** Left for the call at hand: see `applyFunction`. */
  fuel = 0;
  /** Of the deferred call at hand: see `CallUse`. */
  level = 0;
  /** The function in whose text the call at hand stands: another one while a callee's calls are applied here. */
  owner: FunctionInfo;
  /** `list.indexOf(x)`, `text.indexOf(x)`: what it says that it is found, and that it is found at the start. */
  readonly indexOfChecks = new Map<TSESTree.Node, { readonly found: Refinement; readonly atStart: Refinement }>();
  /** Functions inside that were made or named so far, and variables that none of them sees yet: see `exposure.ts`. */
  readonly made = new Set<FunctionInfo>();
  readonly hidden = new Set<Variable>();
  /** Calls that cut off the beginning of a text. */
  readonly pieces = new Map<TSESTree.Node, Piece>();
  /** Calls out of sight and the values they were given. */
  readonly unknownChecks = new Map<TSESTree.Node, readonly number[]>();
  /** What is cleared wherever it hands on to the next handler, if it does. */
  passes: ReadonlyMap<number, number> | undefined;
  /** What validators before this function have found to hold or not: it holds once their findings were asked for. */
  pending: ReadonlyMap<number, number> | undefined;
  private readonly sinkKeys = new Map<string, number>();

  constructor(world: World, fn: FunctionInfo, run: Interpreter) {
    this.world = world;
    this.run = run;
    this.fn = fn;
    this.owner = fn;
    this.thisFact = this.makeThis();
  }

  /** The function whose `this` this one sees: arrows see that of the function around. */
  get thisOwner(): FunctionInfo {
    let fn = this.fn;
    while (fn.node.type === 'ArrowFunctionExpression' && fn.parent && !fn.ofClass) fn = fn.parent;
    return fn;
  }

  private makeThis(): Fact {
    const owner = this.thisOwner;
    if (owner.node.type === 'Program') return unknown;
    const seed = this.world.thisSeeds.get(owner);
    const sym = this.symFact({ k: 'this', fn: owner });
    return seed ? { ...joinFacts(sym, seed), ident: sym.ident } : sym;
  }

  symFact(root: Root): Fact {
    const sym = this.world.sym(root);
    this.ownSyms.set(sym.id, sym);
    return this.world.factOf(sym);
  }

  step(): void {
    if (++this.world.diagnostics.steps > this.world.diagnostics.allowed) throw new OverBudget();
  }

  phi(place: number): number {
    return this.world.ids.child(place, '|');
  }

  // Branches

  /** Runs `inside` on an overlay with these refinements; the end, or undefined where it does not go on. */
  branch(refinements: ReadonlyMap<number, number> | undefined, inside: () => void): State | undefined {
    const base = this.state;
    this.state = base.fork();
    this.live = true;
    this.refine(refinements);
    inside();
    const end = this.live ? this.state : undefined;
    this.state = base;
    this.live = true;
    return end;
  }

  refine(refinements: ReadonlyMap<number, number> | undefined): void {
    if (refinements) for (const [ident, mask] of refinements) this.state.clear(ident, mask);
  }

  /** Goes on from these ends of branches of the present state. */
  join(ends: readonly (State | undefined)[], soft?: ReadonlyMap<number, number>): void {
    const alive = ends.filter((e) => e !== undefined);
    if (alive.length === 0) this.live = false;
    else this.state.merge(alive, (place) => this.phi(place), alive.length > 1 ? soft : undefined);
  }

  // Jumps

  jump(label: string | undefined, kind: 'break' | 'continue'): void {
    for (let i = this.jumps.length - 1; i >= 0; i--) {
      const target = this.jumps[i];
      if (!target || (label !== undefined ? target.label !== label : kind === 'continue' && !target.isLoop)) continue;
      if (label === undefined && kind === 'break' && !target.isLoop && target.label !== undefined) continue;
      // as it is now: what lies under it goes on to change
      (kind === 'break' ? target.breaks : target.continues).push(this.state.flattened(target.base));
      break;
    }
    this.live = false;
  }

  addReturn(value: Fact, condition: Refinement | undefined, heap: Heap): void {
    const seen = (extra: ReadonlyMap<number, number> | undefined): Map<number, number> => {
      const map = new Map<number, number>();
      for (const [id, mask] of this.state.allCleared()) if (mask !== 0 && (this.ownSyms.has(id) || this.pairs.has(id))) map.set(id, mask);
      if (extra) for (const [id, mask] of extra) if ((this.ownSyms.has(id) || this.pairs.has(id))) map.set(id, (map.get(id) ?? 0) | mask);
      return map;
    };
    const constant = value.constant;
    this.returns.push({
      value,
      truthy: constant && !constant.value ? undefined : seen(condition?.yes),
      falsy: constant && constant.value ? undefined : seen(condition?.no),
      heap,
    });
    this.live = false;
  }

  addThrown(value: Fact): void {
    const target = this.catches.at(-1);
    if (target) target.thrown = target.thrown ? joinFacts(target.thrown, value) : value;
    else this.thrown = this.thrown ? joinFacts(this.thrown, value) : value;
    this.live = false;
  }

  // Values

  baked(value: Fact): Fact {
    return this.state.bake(value);
  }

  /** One of two values; a new identity where they differ. */
  joined(a: Fact, b: Fact, node: TSESTree.Node): Fact {
    const result = joinFacts(this.state.bake(a), this.state.bake(b));
    if (a.ident === b.ident || (result.taints.length === 0 && result.refs.length === 0)) return result;
    const ident = this.world.ids.child(this.world.ids.of(node), '|');
    this.state.reset(ident);
    return { ...result, ident };
  }

  /** A promise's executor resolves it. */
  resolvePlace(place: number, value: Fact): void {
    const before = this.state.get(place);
    this.state.set(place, before && !before.constant ? joinFacts(before, value) : value);
    this.world.joinCell(place, value, false);
    if (value.taints.some((t) => t.origin.k === 'sym')) this.addCellWrite(place, value);
  }

  /** A call vouches for a value where it is truthy, or falsy. */
  vouch(node: TSESTree.Node, said: Vouched): void {
    if (said.ident === 0) return;
    const list = this.vouched.get(node);
    if (!list) this.vouched.set(node, [said]);
    else if (!list.some((v) => v.ident === said.ident && v.when === said.when && v.mask === said.mask)) list.push(said);
  }

  rememberCondition(ident: number, said: readonly Vouched[]): void {
    let result = nothing;
    for (const v of said) result = merge(result, v.when === 'truthy' ? ifTrue(v.ident, v.mask) : v.when === 'falsy' ? ifFalse(v.ident, v.mask) : nothing);
    this.world.conditions.set(ident, result);
  }

  // Summary

  /** A value meets a sink: named origins are findings, symbols wait for a caller. */
  hit(use: SinkUse, taints = use.value.taints): void {
    if ((this.world.wanted & bit[use.sink.kind]) === 0) return;
    if (!this.world.quiet) this.world.hits.add(use, taints);
    if (this.checks.size > 0) confused(this, use, taints);
    const open = use.value.refs.some((r) => r.k === 'sym') || taints.some((t) => t.origin.k === 'sym') || use.value.text?.holes.some((h) => h.fact.taints.some((t) => t.origin.k === 'sym'));
    if (!open) return;
    const key = `${this.world.ids.of(use.argument)}:${sinkKey(use.sink)}:${taints.map((t) => (t.origin.k === 'sym' ? t.origin.id : '')).join()}`;
    const at = this.sinkKeys.get(key);
    if (at !== undefined) this.sinks[at] = use;
    else if (this.sinks.length < MOST_USES) {
      this.sinkKeys.set(key, this.sinks.length);
      this.sinks.push(use);
    }
  }

  defer(use: CallUse): void {
    // a method that neither a model nor the file knows does nothing that we could tell, whatever the caller gives
    if (use.name !== undefined && !this.world.registry.hasMember(use.name) && !this.world.functionNames.has(use.name)) return;
    const key = `${this.world.ids.of(use.node)}:${use.callee.refs.map((r) => ('id' in r ? r.id : '')).join()}`;
    if (this.calls.has(key) || this.calls.size < MOST_CALLS) this.calls.set(key, use);
  }

  /** A member of a symbol is written: told to callers. */
  addWrite(sym: Sym, name: string | undefined, value: Fact): void {
    // constants tell callers little: but those of a constructor are what an instance begins with
    if (value.taints.length === 0 && value.refs.length === 0 && this.fn !== this.fn.ofClass?.constructorInfo) return;
    const key = `${sym.id}.${name ?? '*'}`;
    if (this.writeLevel > MOST_LEVELS) return;
    const before = this.writes.get(key);
    if (!before && this.writes.size >= MOST_WRITES) return;
    this.writes.set(key, { target: fact({ refs: [sym], ident: sym.id }), name, value: before ? joinFacts(before.value, value) : value, level: Math.min(before?.level ?? this.writeLevel, this.writeLevel) });
  }

  addCellWrite(place: number, value: Fact): void {
    if (this.writeLevel > MOST_LEVELS) return;
    const before = this.cellWrites.get(place);
    if (!before && this.cellWrites.size >= MOST_WRITES) return;
    this.cellWrites.set(place, { value: before ? joinFacts(before.value, value) : value, level: Math.min(before?.level ?? this.writeLevel, this.writeLevel) });
  }
}

export interface Vouched {
  readonly ident: number;
  readonly mask: number;
  readonly when: Vouch['when'];
}

