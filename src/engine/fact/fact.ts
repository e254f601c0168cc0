/**
 * What a place may hold: types, references, text with holes, and taints with the way they came.
 * Facts are immutable values; a join of two loses nothing that a rule could report.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Origin as OriginName } from '../../model/dsl.ts';
import { bitsOf, EVERYTHING, SURE } from '../../model/kinds.ts';
import type { FunctionInfo } from '../project/source.ts';
import type { Variable } from '../../ast/scope.ts';
import { Type, type ApiRef, type ClassRef, type NativeRef, type ObjRef, type Primitive, type RegexRef, type Sym } from '../value/value.ts';
import { hasKinds } from './mask.ts';
import { shorter, type Steps } from './witness.ts';

/** A place where a value enters. */
export interface NamedOrigin {
  readonly k: 'named';
  readonly what: OriginName;
  readonly node: TSESTree.Node;
  /** As the message calls it: `req.query.id`. */
  readonly text: string;
  /** Members that are read by their names have it not. */
  readonly whole: boolean;
}

/** A value from out of sight (another file, an unknown call): nobody's input as far as we know, and no constant either. */
export interface Unseen {
  readonly k: 'unseen';
}

export type TaintOrigin = NamedOrigin | Sym | Unseen;

export interface Taint {
  readonly origin: TaintOrigin;
  readonly mask: number;
  readonly steps: Steps | undefined;
}

/** A function of the file with what it captured, if it has left the function that made it. */
export interface FnRef {
  readonly k: 'fn';
  readonly fn: FunctionInfo;
  readonly captures: ReadonlyMap<Variable | 'this', Fact> | undefined;
  readonly boundThis: Fact | undefined;
  readonly boundArguments: readonly Fact[] | undefined;
  /** A call out of sight was given it, and gave something back that calls it, for all we know. */
  readonly wrapped?: true;
  /** It is called without its last argument, a callback with an error first, and gives what that is given. */
  readonly promised?: true;
}

export type Ref = ApiRef | FnRef | ClassRef | ObjRef | Sym | NativeRef | RegexRef;

export interface Hole {
  readonly node: TSESTree.Node;
  readonly fact: Fact;
}

/** Text as constant parts and holes between them; not `known`: only its holes are. */
export interface Text {
  readonly parts: readonly string[];
  readonly holes: readonly Hole[];
  readonly known: boolean;
}

export interface Fact {
  readonly types: number;
  /** Made of constants of the program only, whichever it is. */
  readonly literal: boolean;
  readonly constant: { readonly value: Primitive } | undefined;
  readonly text: Text | undefined;
  readonly refs: readonly Ref[];
  readonly taints: readonly Taint[];
  /** The value's identity: what a guard refines; 0: none. */
  readonly ident: number;
  /** Comparing this value with constants vouches for these kinds of another: `new URL(x).hostname` for x; a signature with whatever was sent. */
  readonly about: { readonly idents: readonly number[]; readonly mask: number; readonly signature?: true } | undefined;
  /** The identity of the value that this one was made of by a library: of x for `new URL(x)`; 0: none. */
  readonly madeOf: number;
  /** The very value of its origin, or a member of it: not computed from it. */
  readonly exact: boolean;
}

const NONE: readonly never[] = [];
const UNSEEN: Unseen = { k: 'unseen' };
const MOST_REFS = 8;
const MOST_TAINTS = 12;

export const unknown: Fact = { types: Type.any, literal: false, constant: undefined, text: undefined, refs: NONE, taints: NONE, ident: 0, about: undefined, madeOf: 0, exact: false };

/** What an unseen value carries: only rules that ask for proof of constants look at it. */
export const unseenTaints: readonly Taint[] = [{ origin: UNSEEN, mask: bitsOf(['sql', 'command']), steps: undefined }];

/** All facts have one shape, which keeps the engine of the engine fast; so no spread here. */
export const fact = (p: Partial<Fact>): Fact => ({
  types: p.types ?? Type.any,
  literal: p.literal ?? false,
  constant: p.constant,
  text: p.text,
  refs: p.refs ?? NONE,
  taints: p.taints ?? NONE,
  ident: p.ident ?? 0,
  about: p.about,
  madeOf: p.madeOf ?? 0,
  exact: p.exact ?? false,
});

const typeOfPrimitive = (value: Primitive): number => (value === null ? Type.null : Type[typeof value as 'string']);

export const constantFact = (value: Primitive): Fact => fact({ types: typeOfPrimitive(value), literal: true, constant: { value } });

export const undefinedFact: Fact = constantFact(undefined);

export const symFact = (sym: Sym): Fact => fact({ refs: [sym], taints: [{ origin: sym, mask: EVERYTHING, steps: undefined }], ident: sym.id, exact: true });

/** Two references to the same thing. */
export function sameRef(a: Ref, b: Ref): boolean {
  if (a === b) return true;
  if (a.k !== b.k) return false;
  switch (a.k) {
    case 'api':
      return a.api === (b as ApiRef).api && a.made === (b as ApiRef).made;
    case 'fn':
      return a.fn === (b as FnRef).fn && a.boundThis === (b as FnRef).boundThis && sameCaptures(a.captures, (b as FnRef).captures);
    case 'class':
      return a.cls === (b as ClassRef).cls;
    case 'obj':
      return a.id === (b as ObjRef).id;
    case 'sym':
      return a.id === (b as Sym).id;
    case 'native':
      return a.place === (b as NativeRef).place && a.name === (b as NativeRef).name;
    case 'regex':
      return a.source === (b as RegexRef).source && a.flags === (b as RegexRef).flags;
  }
}

/** A walk done again makes closures anew; they are the same if what they captured is. */
function sameCaptures(a: FnRef['captures'], b: FnRef['captures']): boolean {
  if (a === b) return true;
  if (!a || a.size !== b?.size) return false;
  for (const [variable, value] of a) {
    const other = b.get(variable);
    if (!other || (value !== other && !sameValue(value, other))) return false;
  }
  return true;
}

/** As `sameFact`, but for lists made anew; not deeper. */
const sameValue = (a: Fact, b: Fact): boolean =>
  a.types === b.types && a.literal === b.literal && Object.is(a.constant?.value, b.constant?.value) && a.text === b.text && a.ident === b.ident && a.refs.length === b.refs.length && a.taints.length === b.taints.length && a.refs.every((r, i) => r === b.refs[i]) && a.taints.every((t, i) => t.origin === b.taints[i]?.origin && t.mask === b.taints[i]?.mask);

export function joinRefs(a: readonly Ref[], b: readonly Ref[]): readonly Ref[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let result: Ref[] | undefined;
  for (const ref of b) {
    const list: readonly Ref[] = result ?? a;
    // two closures of one function that captured different things are told apart as long as there are few
    if (list.length >= MOST_REFS || list.some((r) => sameRef(r, ref))) continue;
    (result ??= [...a]).push(ref);
  }
  return result ?? a;
}

/** Joins taints: one per origin, sure and unsure apart. */
export function joinTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let result: Taint[] | undefined;
  for (const taint of b) {
    const list: readonly Taint[] = result ?? a;
    let i = list.length - 1;
    while (i >= 0 && !(list[i]?.origin === taint.origin && ((list[i]?.mask ?? 0) & SURE) === (taint.mask & SURE))) i--;
    const old = i < 0 ? undefined : list[i];
    if (old) {
      const mask = old.mask | taint.mask;
      const steps = shorter(old.steps, taint.steps);
      if (mask === old.mask && steps === old.steps) continue;
      result ??= [...a];
      result[i] = { origin: old.origin, mask, steps };
    } else {
      result ??= [...a];
      if (result.length < MOST_TAINTS) result.push(taint);
      else fold(result, taint);
    }
  }
  return result ?? a;
}

/** Over the limit a symbol folds into its parameter's; a further named origin adds its kinds to one that is there. */
function fold(list: Taint[], taint: Taint): void {
  if (taint.origin.k === 'sym') {
    let { origin }: { origin: Sym } = { origin: taint.origin };
    while (origin.parent) origin = origin.parent;
    const i = list.findIndex((t) => t.origin === origin);
    const at = i >= 0 ? i : list.findIndex((t) => t.origin.k === 'sym' && rootOf(t.origin) === origin);
    const old = list[at];
    if (old) list[at] = { origin, mask: old.mask | taint.mask, steps: shorter(old.steps, taint.steps) };
    return;
  }
  if (taint.origin.k === 'unseen') return;
  const i = list.findIndex((t) => t.origin.k === 'named' && (t.mask & SURE) === (taint.mask & SURE));
  const old = list[i];
  if (old) list[i] = { ...old, mask: old.mask | taint.mask };
  else list[list.length - 1] = taint;
}

const rootOf = (sym: Sym): Sym => {
  let s = sym;
  while (s.parent) s = s.parent;
  return s;
};

/** The taints with only these bits; those left without a kind are gone. */
export function filterTaints(taints: readonly Taint[], keep: number): readonly Taint[] {
  let same = true;
  for (const t of taints) if ((t.mask & keep) !== t.mask) same = false;
  if (same) return taints;
  const result: Taint[] = [];
  for (const t of taints) {
    const mask = t.mask & keep;
    if (hasKinds(mask)) result.push(mask === t.mask ? t : { origin: t.origin, mask, steps: t.steps });
  }
  return result;
}

export const unsure = (taints: readonly Taint[]): readonly Taint[] => filterTaints(taints, ~SURE);

/** The join of two facts; identity is kept only where both share it. */
export function joinFacts(a: Fact, b: Fact): Fact {
  if (a === b) return a;
  const constant = a.constant && b.constant && Object.is(a.constant.value, b.constant.value) ? a.constant : undefined;
  const result: Fact = {
    types: a.types | b.types,
    literal: a.literal && b.literal,
    constant,
    text: joinTexts(a.text, b.text),
    refs: joinRefs(a.refs, b.refs),
    taints: joinTaints(a.taints, b.taints),
    ident: a.ident === b.ident ? a.ident : 0,
    about: a.about === b.about ? a.about : undefined,
    madeOf: a.madeOf === b.madeOf ? a.madeOf : 0,
    exact: a.exact && b.exact,
  };
  return sameFact(result, a) ? a : result;
}

export const sameFact = (a: Fact, b: Fact): boolean =>
  a.types === b.types && a.literal === b.literal && a.constant === b.constant && a.text === b.text && a.refs === b.refs && a.taints === b.taints && a.ident === b.ident && a.about === b.about && a.madeOf === b.madeOf && a.exact === b.exact;

function joinTexts(a: Text | undefined, b: Text | undefined): Text | undefined {
  if (a === b || !b) return a;
  if (!a) return b.known ? { ...b, known: false } : b;
  if (a.known && b.known && a.parts.length === b.parts.length && a.parts.every((p, i) => p === b.parts[i]) && a.holes.every((h, i) => h.node === b.holes[i]?.node)) return a;
  const holes = [...a.holes];
  for (const hole of b.holes) if (holes.length < 64 && !holes.some((h) => h.node === hole.node)) holes.push(hole);
  if (!a.known && holes.length === a.holes.length) return a;
  return { parts: [], holes, known: false };
}

/** A value from out of sight. */
export const unseen: Fact = fact({ taints: unseenTaints });

/** A fact made from `from` by a step that keeps these bits: a new value, with the same origins. */
export const derived = (from: Fact, keep: number, types: number): Fact => fact({ types, taints: filterTaints(from.taints, keep) });

/** The call that made an app. */
export function appOf(value: Fact | undefined): TSESTree.Node | undefined {
  for (const ref of value?.refs ?? []) if (ref.k === 'api' && ref.made) return ref.made;
  return undefined;
}
