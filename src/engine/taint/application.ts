/** A function of the file applied at a call: its summary in the caller's terms. */
import type { TSESTree } from '@typescript-eslint/utils';
import { fact, joinFacts, undefinedFact, unknown, unseen, type Fact, type FnRef, type Ref } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { Substitution } from '../summary/apply.ts';
import { argument, isInert, type Args, type CallUse, type Vouch } from '../summary/summary.ts';
import type { Root, Sym } from '../value/value.ts';
import { noteComparison } from './compared.ts';
import { readMember } from './members.ts';
import { isConstantSet } from './membership.ts';
import { pairOf } from './pairs.ts';
import { taintsAt } from './reach.ts';
import { put, writtenAt } from './placed.ts';
import { newObject } from './objects.ts';
import { functionText } from './names.ts';
import { variableFact } from './variables.ts';
import { writeMember, writeCell } from './writes.ts';
import type { Walk } from './walk.ts';

const DEEPEST = 5;
const MOST_LEVELS = 2;
/** What one call in the text may cost: uses of summaries applied, its callees' callees' included. */
const FUEL = 150;

/** Applies the function to these arguments; its result. */
export function applyFunction(walk: Walk, node: CallNode, ref: FnRef, receiver: Fact | undefined, args: Args): Fact {
  const { world } = walk;
  world.addEdge(walk.fn, ref.fn);
  walk.applied.add(ref.fn);
  const summary = world.summary(ref.fn);
  // a promise is always truthy, and what it waits for comes later
  const isPromise = 'async' in ref.fn.node && ref.fn.node.async && !isAwaited(node);
  if (walk.depth === 0) walk.fuel = FUEL;
  else if (walk.depth >= DEEPEST || walk.fuel <= 0) return unseen;
  walk.depth++;
  walk.step();
  if (isInert(summary) && summary.result.taints.length === 0 && summary.result.refs.length === 0 && !summary.result.text && summary.thrown === undefinedFact) {
    walk.depth--;
    if (summary.diverges && !isPromise) walk.live = false;
    return summary.result;
  }
  const application = new Application(walk, node, ref, receiver, args);
  const { substitution } = application;

  for (const use of summary.calls) {
    if (--walk.fuel < 0) break;
    application.deferred(use);
  }
  for (const write of summary.writes) {
    const target = substitution.fact(write.target);
    walk.writeLevel = write.level + 1;
    const value = substitution.fact(write.value);
    writeMember(walk, target, write.name, value);
    writtenAt(walk, target, write.name, value, node);
  }
  for (const { place, value, level } of summary.cells) {
    walk.writeLevel = level + 1;
    writeCell(walk, place, substitution.fact(value), false);
  }
  walk.writeLevel = 0;
  for (const use of summary.sinks) {
    if (--walk.fuel < 0) break;
    walk.step();
    const value = substitution.fact(use.value);
    if (value === use.value && !use.value.refs.some((r) => r.k === 'sym')) continue;
    walk.hit({ ...use, value }, taintsAt(walk, value, use.sink, use.place));
  }
  for (const use of summary.places) {
    if (--walk.fuel < 0) break;
    const value = substitution.fact(use.value);
    if (value !== use.value) put(walk, { ...use, value, args: use.args.map((arg) => substitution.fact(arg)) }, node);
  }
  for (const { node: compared, left, right } of summary.comparisons) noteComparison(walk, compared, substitution.fact(left), substitution.fact(right), node);
  const result = substitution.fact(summary.result);
  for (const vouch of summary.vouches) {
    const actual = application.resolve(vouch.sym);
    if (!actual || actual.ident === 0) continue;
    const ident = vouch.by ? application.settled(actual, vouch.by) : actual.ident;
    if (vouch.when === 'returns') walk.state.clear(ident, vouch.mask);
    else if (!isPromise) walk.vouch(node, { ident, mask: vouch.mask, when: vouch.when });
  }
  if (summary.thrown !== undefinedFact) {
    const live = walk.live;
    walk.addThrown(substitution.fact(summary.thrown));
    walk.live = live;
  }
  walk.depth--;
  if (summary.diverges && !isPromise) walk.live = false;
  return result.ident === 0 && result.taints.length > 0 ? { ...result, ident: world.ids.of(node) } : result;
}

/** The same of a function that somebody else calls, perhaps later or never: one that throws or ends the process does not end what is here. */
export function applyCallback(walk: Walk, node: CallNode, ref: FnRef, receiver: Fact | undefined, args: Args): Fact {
  const { live } = walk;
  const result = applyFunction(walk, node, ref, receiver, args);
  walk.live = live;
  return result;
}

/** It is waited for, or handed on to who does. */
const isAwaited = ({ parent }: CallNode): boolean => parent.type === 'AwaitExpression' || parent.type === 'ReturnStatement' || parent.type === 'ArrowFunctionExpression' || parent.type === 'MemberExpression';

/** `req.query`, as the callee would write it. */
function textOfSym(sym: Sym): string {
  if (sym.parent) return `${textOfSym(sym.parent)}.${sym.name === '*' ? '[…]' : sym.name}`;
  const { root } = sym;
  const param = root.k === 'param' ? root.fn.params[root.index] : undefined;
  return root.k === 'this' ? 'this' : root.k === 'capture' ? root.variable.name : param?.type === 'Identifier' ? param.name : '…';
}

class Application {
  readonly substitution: Substitution;
  private readonly walk: Walk;
  private readonly node: CallNode;
  private readonly ref: FnRef;
  private readonly receiver: Fact | undefined;
  private readonly args: Args;
  private readonly roots = new Map<number, Fact>();
  private readonly results = new Map<TSESTree.Node, Fact>();
  private readonly copied = new Map<number, Ref>();

  constructor(walk: Walk, node: CallNode, ref: FnRef, receiver: Fact | undefined, args: Args) {
    this.walk = walk;
    this.node = node;
    this.ref = ref;
    this.receiver = receiver;
    this.args = args;
    this.substitution = new Substitution({
      resolve: (sym) => this.resolve(sym),
      copyObject: (object) => this.copyObject(object),
      step: { text: functionText(ref.fn), line: node.loc.start.line },
    });
  }

  /** What a symbol of the callee is here. */
  resolve(sym: Sym): Fact | undefined {
    const known = this.roots.get(sym.id);
    if (known) return known;
    const value = sym.parent ? this.member(sym, sym.parent) : this.root(sym.root);
    if (value) this.roots.set(sym.id, value);
    return value;
  }

  private member(sym: Sym, parent: Sym): Fact | undefined {
    const base = this.resolve(parent);
    if (!base) return undefined;
    return readMember(this.walk, base, sym.name === '*' ? undefined : sym.name, this.nodeOf(sym), textOfSym(sym));
  }

  /** Where a source that only this application reveals is said to be: the parameter of the callee. */
  private nodeOf(sym: Sym): TSESTree.Node {
    const { root } = sym;
    return root.k === 'param' ? (root.fn.params[root.index] ?? this.node) : this.node;
  }

  private root(root: Root): Fact | undefined {
    const { walk, ref } = this;
    switch (root.k) {
      case 'param': {
        if (root.fn !== ref.fn) return undefined;
        if (!root.rest) return argument(this.args, root.index);
        const members: [string, Fact][] = this.args.list.slice(root.index).map((value, i) => [String(i), value]);
        if (this.args.rest) members.push(['*', this.args.rest]);
        const id = walk.world.ids.copy(this.node, walk.world.ids.of(root.fn));
        return newObject(walk, id, 'array', members);
      }
      case 'this': {
        if (root.fn === ref.fn) return this.receiver ?? this.classThis(root.fn);
        const captured = ref.captures?.get('this');
        if (captured) return captured;
        return walk.thisOwner === root.fn ? walk.thisFact : undefined;
      }
      case 'capture': {
        const captured = ref.captures?.get(root.variable);
        if (captured) return captured;
        const { owner } = walk.world.cellOf(root.variable);
        if (owner === walk.fn || walk.fn.captured.has(root.variable)) return walk.baked(variableFact(walk, root.variable));
        return undefined;
      }
      case 'call':
        return this.results.get(root.node);
    }
  }

  /** Of what a check by another symbol speaks: of the value where that is constant here, of nothing (0) where it is not, else of the pair. */
  settled(value: Fact, by: NonNullable<Vouch['by']>): number {
    const other = this.resolve(by.other);
    if (!other) return 0;
    return (by.how === 'equal' ? other.literal : isConstantSet(this.walk, other)) ? value.ident : pairOf(this.walk, value, other, by.how);
  }

  /** `this` where no instance is in sight: whatever the class's code wrote. */
  private classThis(fn: FnRef['fn']): Fact {
    return fn.ofClass ? fact({ refs: [{ k: 'obj', id: this.walk.world.classBase(fn.ofClass), cls: fn.ofClass, what: 'instance' }] }) : unknown;
  }

  copyObject(object: Extract<Ref, { k: 'obj' }>): Ref {
    const known = this.copied.get(object.id);
    if (known) return known;
    const { walk } = this;
    const members = walk.world.summary(this.ref.fn).heap.get(object.id);
    if (!members || walk.world.isPublished(object.id)) {
      this.copied.set(object.id, object);
      return object;
    }
    const id = walk.world.ids.copy(this.node, object.id);
    const copy: Ref = { ...object, id };
    this.copied.set(object.id, copy);
    for (const [name, value] of members) walk.state.set(walk.world.ids.child(id, name), this.substitution.fact(value));
    return copy;
  }

  /** A call that the callee makes of something that only we know. */
  deferred(use: CallUse): void {
    const { walk, substitution } = this;
    const callee = substitution.fact(use.callee);
    // still a symbol after some callers: nobody will tell
    if (use.level >= MOST_LEVELS && callee.refs.every((r) => r.k === 'sym')) return;
    const receiver = use.receiver && substitution.fact(use.receiver);
    const args: Args = { list: use.args.list.map((a) => substitution.fact(a)), nodes: use.args.nodes, rest: use.args.rest && substitution.fact(use.args.rest) };
    const { owner, level } = walk;
    walk.owner = use.owner;
    walk.level = use.level + 1;
    const result = use.node.type === 'NewExpression' ? walk.run.construct(walk, use.node, callee, args) : walk.run.call(walk, use.node, callee, receiver, use.name, args);
    walk.owner = owner;
    walk.level = level;
    const before = this.results.get(use.node);
    this.results.set(use.node, before ? joinFacts(before, result) : result);
  }
}
