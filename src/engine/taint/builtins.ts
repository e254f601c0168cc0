/** The language's own methods: of strings, arrays, promises, maps and sets, regular expressions. */
import { spokenOf } from '../safety/guards.ts';
import { maskedByCutting, maskedByReplacing } from './masking.ts';
import { clearedByStripping } from '../safety/characters.ts';
import { constantFact, derived, fact, filterTaints, joinFacts, joinTaints, undefinedFact, type Fact } from '../fact/fact.ts';
import { BOUNDED_KEEPS, STRING_KEEPS, TEXTLESS_KEEPS } from '../fact/mask.ts';
import { separated, TextBuilder } from '../fact/text.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import { Type } from '../value/value.ts';
import { applyCallback } from './application.ts';
import { arrayMethod, collectionMethod } from './collections.ts';
import { noteCheck, SHARED } from './confusion.ts';
import { resultOfHanded } from './handed.ts';
import { handedAway } from './effects.ts';
import { membership } from './membership.ts';
import { stringified } from './members.ts';
import { REJECTED } from './objects.ts';
import { caughtError, picked } from './origins.ts';
import { matched, regexMethod, searched } from './patterns.ts';
import { noteStart, startChecks } from './starts.ts';
import { hostCheck } from './urls.ts';
import { escapedKinds, soughtBefore } from './replacing.ts';
import { clearedByReplacing, pathCheck } from './paths.ts';
import { refusingText } from './prototypes.ts';
import { sized } from './sizes.ts';
import type { Walk } from './walk.ts';

/** A string in, the same characters (or some of them) out. */
const SAME = new Set(['trim', 'trimStart', 'trimEnd', 'trimLeft', 'trimRight', 'toLowerCase', 'toUpperCase', 'toLocaleLowerCase', 'toLocaleUpperCase', 'normalize', 'substring', 'substr', 'repeat', 'toWellFormed', 'padStart', 'padEnd']);
const TEXT_NUMBER = new Set(['charCodeAt', 'codePointAt', 'localeCompare', 'search', 'getTime', 'valueOfNumber']);
const CHECKS = new Set(['startsWith', 'endsWith', 'includes']);

/** Methods that make a text of as many characters. */
const SIZED = new Set(['repeat', 'padStart', 'padEnd']);

/** Names that mean the language's method whatever the value: a call of one on an unknown value waits for no caller. */
export const ONLY_BUILTIN: ReadonlySet<string> = new Set([
  ...SAME, 'charCodeAt', 'codePointAt', 'localeCompare', 'startsWith', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'toString', 'toFixed', 'replaceAll', 'split', 'charAt', 'at', 'matchAll',
  'push', 'unshift', 'pop', 'shift', 'splice', 'reverse', 'sort', 'flat', 'flatMap', 'map', 'forEach', 'reduce', 'reduceRight', 'some', 'every', 'findIndex', 'findLast', 'entries', 'fill', 'hasOwnProperty', 'then', 'catch', 'finally',
  'toISOString', 'getTime', 'toJSON',
]);

export function builtinMethod(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact | undefined {
  if (SHARED.has(name) && node.type === 'CallExpression' && node.callee.type === 'MemberExpression') noteCheck(walk, node, node.callee.object, name, receiver);
  const regex = regexMethod(walk, node, receiver, name, args);
  if (regex) return regex;
  if (name === 'then' || name === 'catch' || name === 'finally') return promiseMethod(walk, node, receiver, name, args);
  const { types } = receiver;
  const maybeText = (types & (Type.string | Type.object)) !== 0 || types === Type.any;
  if (maybeText) {
    const text = stringMethod(walk, node, receiver, name, args);
    if (text) return text;
  }
  if (types === Type.array && (name === 'includes' || name === 'indexOf')) pathCheck(walk, node, name, receiver, argument(args, 0));
  const said = membership(walk, node, receiver, name, args);
  if (said) return said;
  if (name === 'toString' && args.list.length <= 1) return toText(walk, node, receiver);
  if (name === 'valueOf') return receiver;
  if (name === 'toFixed' || name === 'toPrecision') return derived(receiver, TEXTLESS_KEEPS, Type.string);
  if (name === 'toISOString') return derived(receiver, 0, Type.string);
  if (name === 'getTime') return derived(receiver, TEXTLESS_KEEPS, Type.number);
  return collectionMethod(walk, node, receiver, name, args) ?? arrayMethod(walk, node, receiver, name, args);
}

function toText(walk: Walk, node: CallNode, receiver: Fact): Fact {
  const value = stringified(walk, receiver);
  if (value.constant) return constantFact(String(value.constant.value));
  return { ...derived(value, STRING_KEEPS, Type.string), literal: value.literal, ident: walk.world.ids.of(node), text: value.types === Type.string ? value.text : undefined };
}

function stringMethod(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact | undefined {
  const ident = walk.world.ids.of(node);
  if (receiver.types === Type.string && typeof receiver.constant?.value === 'string') {
    const constant = constantMethod(receiver.constant.value, name, args);
    if (constant !== undefined) return constantFact(constant);
  }
  searched(walk, node, receiver, name, args);
  noteStart(walk, node, receiver, name, args);
  if (SAME.has(name)) {
    let { taints } = receiver;
    if (name.startsWith('substr')) taints = maskedByCutting(taints, name, args);
    if (SIZED.has(name)) sized(walk, node, `String.${name}[0]`, argument(args, 0), args.nodes[0] ?? node);
    if (name === 'padStart' || name === 'padEnd') taints = joinTaints(taints, argument(args, 1).taints);
    if (addsSeparator(name, args)) taints = separated(taints);
    return fact({ types: Type.string, literal: receiver.literal && (!name.startsWith('pad') || argument(args, 1).literal), taints: filterTaints(taints, STRING_KEEPS), ident });
  }
  if (TEXT_NUMBER.has(name)) return derived(receiver, TEXTLESS_KEEPS, Type.number);
  if (name === 'slice' && !receiver.refs.some((r) => r.k === 'obj')) {
    const piece = { ...receiver, taints: maskedByCutting(receiver.taints, name, args) };
    const bounded = args.list.length === 2 && argument(args, 1).literal;
    return { ...derived(piece, bounded ? BOUNDED_KEEPS : ~0, receiver.types === Type.string ? Type.string : Type.any), literal: receiver.literal, ident };
  }
  if (name === 'charAt' || name === 'at') return picked({ ...derived({ ...receiver, taints: maskedByCutting(receiver.taints, name, args) }, BOUNDED_KEEPS, Type.any), ident }, argument(args, 0));
  if (name === 'concat' && receiver.types === Type.string) {
    const builder = new TextBuilder().add(receiver, node);
    args.list.forEach((a, i) => builder.add(stringified(walk, a), args.nodes[i] ?? node));
    return builder.done(ident);
  }
  if (name === 'replace' || name === 'replaceAll') return replaced(walk, node, receiver, name, args);
  if (name === 'split') return { ...derived(receiver, ~0, Type.array), literal: receiver.literal, ident, madeOf: receiver.ident };
  if (name === 'match' || name === 'matchAll') return matched(walk, node, receiver, argument(args, 0), name);
  if (CHECKS.has(name)) return stringCheck(walk, node, receiver, name, args);
  if (name === 'indexOf' || name === 'lastIndexOf') pathCheck(walk, node, name, receiver, argument(args, 0));
  return undefined;
}

/** Compatible characters and filling may be separators of paths. */
function addsSeparator(name: string, args: Args): boolean {
  if (name === 'normalize') return args.list.length > 0;
  if (!name.startsWith('pad') || args.list.length < 2) return false;
  const filling = argument(args, 1).constant?.value;
  return typeof filling !== 'string' || /[\\/]/.test(filling);
}

function constantMethod(value: string, name: string, args: Args): string | undefined {
  if (name === 'trim') return value.trim();
  if (name === 'toLowerCase') return value.toLowerCase();
  if (name === 'toUpperCase') return value.toUpperCase();
  const n = argument(args, 0).constant?.value;
  if (name === 'repeat' && typeof n === 'number' && n >= 0 && n < 100) return value.repeat(n);
  return undefined;
}

/** `x.startsWith(root)`, `x.includes('..')`. */
function stringCheck(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact | undefined {
  const sought = argument(args, 0);
  if (receiver.refs.some((r) => r.k === 'obj' && r.what === 'array')) return undefined;
  if (name === 'endsWith') hostCheck(walk, node, receiver, sought);
  else if (name === 'startsWith') startChecks(walk, node, receiver, sought);
  else {
    refusingText(walk, node, receiver, sought);
    pathCheck(walk, node, name, receiver, sought);
  }
  // a list out of sight may be meant: then it is a check of the argument
  if (name === 'includes') {
    const said = membership(walk, node, receiver, name, args);
    if (said) return said;
    if (receiver.types !== Type.string && receiver.taints.length === 0) walk.unknownChecks.set(node, spokenOf(sought));
  }
  return fact({ types: Type.boolean, ident: walk.world.ids.of(node) });
}

function replaced(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact {
  const ident = walk.world.ids.of(node);
  const pattern = argument(args, 0);
  const replacement = argument(args, 1);
  let { taints } = receiver;
  const fns = replacement.refs.filter((r) => r.k === 'fn');
  for (const ref of fns) {
    if (ref.k !== 'fn') continue;
    const result = applyCallback(walk, node, ref, undefined, { list: [derived(receiver, ~0, Type.string)], nodes: [], rest: derived(receiver, ~0, Type.string) });
    taints = joinTaints(taints, result.taints);
  }
  const regex = pattern.refs.find((r) => r.k === 'regex');
  const constant = replacement.constant?.value;
  if (regex?.k === 'regex' && typeof constant === 'string') taints = filterTaints(taints, ~clearedByStripping(regex.source, regex.flags, constant));
  const sought = regex?.k === 'regex' ? regex : pattern.constant?.value;
  if (name === 'replaceAll' || (regex?.k === 'regex' && regex.flags.includes('g'))) taints = filterTaints(taints, ~escapedKinds(sought, soughtBefore(node), constant, fns.length > 0));
  taints = filterTaints(taints, ~clearedByReplacing(receiver, pattern, constant, name === 'replaceAll'));
  taints = maskedByReplacing(taints, pattern, constant, name === 'replaceAll');
  taints = joinTaints(taints, replacement.taints);
  if (typeof constant !== 'string' || /[\\/]/.test(constant)) taints = separated(taints);
  return fact({ types: Type.string, literal: receiver.literal && (replacement.literal || fns.length > 0), taints: filterTaints(taints, STRING_KEEPS), ident });
}

/** Promises are seen through: what they hold is what they are. */
function promiseMethod(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact {
  handedAway(walk, args.list);
  let result: Fact | undefined;
  const run = (callback: Fact, given: Fact): Fact | undefined => {
    let out: Fact | undefined;
    const add = (value: Fact): void => {
      out = out ? joinFacts(out, value) : value;
    };
    for (const ref of callback.refs) {
      const value = ref.k === 'fn' || ref.k === 'api' ? resultOfHanded(walk, node, { ...callback, refs: [ref] }, [given]) : undefined;
      if (value) add(value);
      else if (ref.k === 'native' && ref.place !== 0) walk.resolvePlace(ref.place, given);
      else add(derived(given, ~0, Type.any));
    }
    return out;
  };
  const error = (callback: Fact): Fact => {
    const fn = callback.refs.find((r) => r.k === 'fn');
    return caughtError(walk, fn?.k === 'fn' ? fn.fn.params[fn.boundArguments?.length ?? 0] : undefined);
  };
  if (name === 'then') {
    result = run(argument(args, 0), receiver) ?? receiver;
    if (args.list.length > 1) {
      const other = run(argument(args, 1), error(argument(args, 1)));
      if (other) result = joinFacts(result, other);
    }
  } else if (name === 'catch') {
    const rejected = walk.state.get(walk.world.ids.child(receiver.ident, REJECTED));
    const thrown = error(argument(args, 0));
    const other = run(argument(args, 0), rejected ? joinFacts(thrown, rejected) : thrown);
    result = !other ? receiver : rejected ? other : joinFacts(receiver, other);
  } else {
    run(argument(args, 0), undefinedFact);
    result = receiver;
  }
  return result;
}
