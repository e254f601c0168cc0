/** Calls: by what the callee may be, a function of the file (its summary), a library's (its model), the language's, or unknown. */
import type { TSESTree } from '@typescript-eslint/utils';
import { SURE } from '../../model/kinds.ts';
import { fact, filterTaints, joinFacts, joinTaints, undefinedFact, unknown, unseen, type Fact, type FnRef } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { mixture } from '../summary/apply.ts';
import { argument, type Args } from '../summary/summary.ts';
import { spokenOf } from '../safety/guards.ts';
import { Type, type ApiRef, type NativeRef, type ObjRef } from '../value/value.ts';
import { apiCall } from './api-call.ts';
import { applyFunction } from './application.ts';
import { invokeCallbacks } from './callbacks.ts';
import { handedAway } from './effects.ts';
import { eventCall } from './emitters.ts';
import { builtinMethod, ONLY_BUILTIN } from './builtins.ts';
import { nativeCall, nativeConstruct, promisedCall } from './natives.ts';
import { readMember } from './members.ts';
import { noteHanded } from './shown.ts';
import { calledDirectly } from './middleware.ts';
import { fixedElements } from './objects.ts';
import { compiledCheck } from './schemas.ts';
import { constructClass, fieldsOfInstance } from './classes.ts';
import { stringified } from './members.ts';
import type { Walk } from './walk.ts';

export function evaluateArgs(walk: Walk, nodes: readonly TSESTree.CallExpressionArgument[]): Args {
  const list: Fact[] = [];
  const argNodes: TSESTree.Node[] = [];
  let rest: Fact | undefined;
  for (const node of nodes) {
    if (node.type === 'SpreadElement') {
      const array = walk.run.evaluate(walk, node.argument);
      const known = rest ? undefined : fixedElements(walk, array);
      if (known) {
        for (const value of known) (list.push(value), argNodes.push(node));
        continue;
      }
      const element = readMember(walk, array, undefined, node);
      rest = rest ? joinFacts(rest, element) : element;
    } else if (rest) rest = joinFacts(rest, walk.run.evaluate(walk, node));
    else {
      list.push(walk.baked(walk.run.evaluate(walk, node)));
      argNodes.push(node);
    }
  }
  return { list, nodes: argNodes, rest };
}

const dropped = (a: Args, n: number): Args => ({ list: a.list.slice(n), nodes: a.nodes.slice(n), rest: a.rest });

/** A call of `callee`, a member `name` of `receiver` if there is one. */
export function call(walk: Walk, node: CallNode, callee: Fact, receiver: Fact | undefined, name: string | undefined, args: Args): Fact {
  const { refs } = callee;
  // f.call(this, …), f.apply(this, […]), f.bind(this, …)
  if (receiver && (name === 'call' || name === 'apply' || name === 'bind') && receiver.refs.some((r) => r.k === 'fn' || (r.k === 'api' && !hasOwn(r, name)) || r.k === 'native' || (r.k === 'sym' && name !== 'bind'))) {
    const self = argument(args, 0);
    if (name === 'call') return call(walk, node, receiver, self, undefined, dropped(args, 1));
    if (name === 'apply') {
      const list = argument(args, 1);
      const fixed = fixedElements(walk, list);
      return call(walk, node, receiver, self, undefined, fixed ? { list: fixed, nodes: fixed.map(() => node), rest: undefined } : { list: [], nodes: [], rest: readMember(walk, list, undefined, node) });
    }
    return bind(receiver, self, args.list.slice(1));
  }
  if (receiver && name !== undefined) eventCall(walk, receiver, name, args);
  let result: Fact | undefined;
  const add = (more: Fact | undefined): void => {
    if (more) result = result ? joinFacts(result, more) : more;
  };
  if (walk.world.validators.size > 0) compiledCheck(walk, node, callee, args);
  const composed = walk.world.composed.size > 0 ? walk.world.composed.get(callee.ident) : undefined;
  if (composed) return callComposed(walk, node, composed, args);
  let known = false;
  let symbolic = false;
  for (const ref of refs) {
    switch (ref.k) {
      case 'fn': {
        known = true;
        if (walk.world.routes.has(ref.fn)) calledDirectly(walk, node, ref.fn);
        const all: Args = ref.boundArguments ? { list: [...ref.boundArguments, ...args.list], nodes: [...ref.boundArguments.map(() => undefined), ...args.nodes], rest: args.rest } : args;
        add(ref.promised ? promisedCall(walk, node, ref, ref.boundThis ?? receiver, all) : applyFunction(walk, node, ref, ref.boundThis ?? receiver, all));
        break;
      }
      case 'api':
        // an element of a library's list is no method of the list
        if (receiver && name !== undefined && ONLY_BUILTIN.has(name) && isMere(walk, ref)) break;
        known = true;
        add(apiCall(walk, node, ref, receiver, args));
        // nothing comes after it: `process.exit(1)`, `ctx.throw(404)`; a callee's may be under a condition
        if (walk.depth === 0 && refs.every((r) => r.k === 'sym' || r === ref) && !ref.weak && ref.api.marks.some((m) => m.mark === 'exits')) walk.addThrown(undefinedFact);
        break;
      case 'native': {
        const value = nativeCall(walk, node, ref, receiver, args) ?? methodOfPrototype(walk, node, ref, receiver, args);
        if (value) {
          known = true;
          add(value);
        }
        break;
      }
      case 'class':
        known = true;
        break;
      case 'sym':
        symbolic = true;
        break;
    }
  }
  if (receiver && name !== undefined && !known) {
    const value = builtinMethod(walk, node, receiver, name, args);
    if (value) {
      // input is data: no caller tells what its methods are
      if (ONLY_BUILTIN.has(name) || !symbolic || (receiver.exact && receiver.taints.some((t) => t.origin.k === 'named'))) return value;
      add(value);
      known = true;
    }
  }
  // of the receiver nothing is known, or only by a caller: what its method's name alone tells
  if (receiver && name !== undefined && !known) {
    const star = walk.world.registry.star(name);
    if (star) {
      const value = apiCall(walk, node, { k: 'api', api: star, bound: false, weak: true }, receiver, args);
      if (star.flows.length > 0 && !symbolic) return value;
    }
  }
  if (symbolic) {
    // what it does is told by the caller; until then its result is a symbol, and, not for sure, what went in
    const use = { node, callee: { ...callee, refs: refs.filter((r) => r.k === 'sym') }, receiver, name, args, owner: walk.owner, level: walk.level };
    walk.defer(use);
    // a model says that it gives back its receiver: `res.status(404)`
    if (result && result.ident !== 0 && result.ident === receiver?.ident) return result;
    const sym = walk.symFact({ k: 'call', node });
    walk.unknownChecks.set(node, args.list.flatMap(spokenOf));
    return joinWithIdent(result ? joinFacts(sym, result) : { ...sym, taints: joinTaints(sym.taints, mixture(args.list).taints) }, sym.ident);
  }
  if (result) return result;
  return unknownCall(walk, node, receiver, args);
}

/** How deep functions made of functions are followed. */
const DEEPEST = 4;

/** One after the other, each with what the one before gave. */
function callComposed(walk: Walk, node: CallNode, fns: readonly Fact[], args: Args): Fact {
  if (walk.composing >= DEEPEST) return unseen;
  walk.composing++;
  let given = args;
  for (const fn of fns) given = { list: [call(walk, node, fn, undefined, undefined, given)], nodes: [node], rest: undefined };
  walk.composing--;
  return given.list[0] ?? unknown;
}

/** A library's object has a method of this name, so it is no function: `client.bind(dn, password)`. */
const hasOwn = ({ api }: ApiRef, name: string): boolean => api.states.some((state) => state.members.has(name));

/** `Array.prototype.slice.call(list)`, `const { slice } = Array.prototype`: the method as of a value. */
function methodOfPrototype(walk: Walk, node: CallNode, { name }: NativeRef, receiver: Fact | undefined, args: Args): Fact | undefined {
  const method = /^(?:Array|String|Object)\.prototype\.(\w+)$/.exec(name)?.[1];
  return method && receiver ? builtinMethod(walk, node, receiver, method, args) : undefined;
}

/** Nothing is known of it as a function. */
function isMere(walk: Walk, { api }: ApiRef): boolean {
  const { graph } = walk.world.registry;
  return api.flows.length === 0 && api.marks.length === 0 && !graph.call(api, undefined) && !graph.argument(api, 0, 1, undefined) && !graph.argument(api, 1, 2, undefined);
}

const joinWithIdent = (value: Fact, ident: number): Fact => ({ ...value, ident });

/** A call out of sight: its result keeps what went in, not for sure; functions handed to it are called with it. */
export function unknownCall(walk: Walk, node: CallNode, receiver: Fact | undefined, args: Args): Fact {
  const facts = [...args.list, ...(args.rest ? [args.rest] : []), ...(receiver ? [receiver] : [])];
  invokeCallbacks(walk, node, args, facts);
  handedAway(walk, args.list);
  noteHanded(walk, node, args.list);
  const spoken = args.list.flatMap(spokenOf);
  walk.unknownChecks.set(node, spoken);
  const mixed = mixture(facts);
  // a function wrapped by one out of sight is still that function, for all we know
  const fns = args.list.flatMap((a) => a.refs.filter((r) => r.k === 'fn'));
  const ident = walk.world.ids.of(node);
  if (walk.world.carried.library !== 0 && walk.fn === walk.world.index.top) walk.world.handedOut.set(ident, args.list);
  return { ...mixed, refs: fns.length === 1 ? fns.map(wrappedRef) : [], ident, about: mixed.taints.length > 0 && spoken.length > 0 ? { idents: spoken, mask: 0 } : undefined };
}

const wrappedRefs = new WeakMap<FnRef, FnRef>();

/** The same one for the same function, so that a walk done again changes nothing. */
function wrappedRef(ref: FnRef): FnRef {
  let wrapped = wrappedRefs.get(ref);
  if (!wrapped) wrappedRefs.set(ref, (wrapped = { ...ref, wrapped: true }));
  return wrapped;
}

function bind(target: Fact, self: Fact, args: readonly Fact[]): Fact {
  return {
    ...target,
    refs: target.refs.map((r) => (r.k === 'fn' ? ({ ...r, boundThis: self === undefinedFact ? undefined : self, boundArguments: [...(r.boundArguments ?? []), ...args] } satisfies FnRef) : r)),
  };
}

/** `new C(…)`. */
export function construct(walk: Walk, node: TSESTree.NewExpression, callee: Fact, args: Args): Fact {
  let result: Fact | undefined;
  const add = (more: Fact): void => {
    result = result ? joinFacts(result, more) : more;
  };
  for (const ref of callee.refs) {
    if (ref.k === 'class') {
      const id = walk.world.ids.of(node);
      const instance = fact({ types: Type.object, refs: [{ k: 'obj', id, cls: ref.cls, what: 'instance' } satisfies ObjRef], ident: id });
      fieldsOfInstance(walk, node, ref.cls, instance);
      constructClass(walk, node, ref.cls, instance, args);
      add(instance);
    } else if (ref.k === 'fn') {
      const id = walk.world.ids.of(node);
      const prototype = walk.world.ids.child(walk.world.ids.of(ref.fn), 'prototype');
      walk.world.publish(prototype);
      const instance = fact({ types: Type.object, refs: [{ k: 'obj', id, cls: undefined, what: 'instance' }], ident: id });
      const inherited = fact({ refs: [{ k: 'obj', id: prototype, cls: undefined, what: 'instance' }] });
      // a prototype that was put there as a whole
      const replaced = walk.world.readCell(prototype, walk.fn, false);
      walk.state.set(walk.world.ids.child(id, '[[prototype]]'), replaced ? joinFacts(inherited, replaced) : inherited);
      const made = applyFunction(walk, node, ref, instance, args);
      add(made.refs.some((r) => r.k === 'obj') ? made : instance);
    } else if (ref.k === 'api') add(apiCall(walk, node, ref, undefined, args));
    else if (ref.k === 'native') add(nativeConstruct(walk, node, ref, args));
    else if (ref.k === 'sym') {
      walk.defer({ node, callee, receiver: undefined, name: undefined, args, owner: walk.owner, level: walk.level });
      add(walk.symFact({ k: 'call', node }));
    }
  }
  return result ?? unknownCall(walk, node, undefined, args);
}

/** A tagged template: a call with the constant strings first, then the holes. */
export function taggedTemplate(walk: Walk, node: TSESTree.TaggedTemplateExpression): Fact {
  const tag = walk.run.evaluate(walk, node.tag);
  const [only] = node.quasi.quasis;
  // without holes it is a text, for who hands it on
  const strings = fact({ literal: true, types: Type.array, text: node.quasi.quasis.length === 1 && only ? { parts: [only.value.cooked ?? ''], holes: [], known: true } : undefined });
  const holes = node.quasi.expressions.map((e) => walk.baked(walk.run.evaluate(walk, e)));
  const args: Args = { list: [strings, ...holes], nodes: [node.quasi, ...node.quasi.expressions], rest: undefined };
  const receiver = node.tag.type === 'MemberExpression' ? walk.run.evaluate(walk, node.tag.object) : undefined;
  const isRaw = tag.refs.some((r) => r.k === 'native' && r.name === 'String.raw');
  if (isRaw) return fact({ types: Type.string, taints: holes.reduce((t, h) => joinTaints(t, stringified(walk, h).taints), unknown.taints) });
  if (tag.refs.some((r) => r.k === 'sym')) {
    // a tag that a caller gives is known by its holes only
    return fact({ taints: filterTaints(mixture(holes).taints, ~SURE) });
  }
  return call(walk, node, tag, receiver, undefined, args);
}
