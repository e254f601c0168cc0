/**
 * What a function does, in terms of its symbols: applied at each call to that call's arguments, so that a helper called with a
 * constant here and with input there is told apart.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Mark } from '../../model/dsl.ts';
import type { Api, SinkInfo } from '../../model/graph.ts';
import type { CallNode, FunctionInfo } from '../project/source.ts';
import { undefinedFact, unseen, type Fact } from '../fact/fact.ts';
import type { Sym } from '../value/value.ts';

/** Arguments of a call; `rest` stands for any after them (a spread). */
export interface Args {
  readonly list: readonly Fact[];
  readonly nodes: readonly (TSESTree.Node | undefined)[];
  readonly rest: Fact | undefined;
}

export const argument = (args: Args, index: number): Fact => args.list[index] ?? args.rest ?? undefinedFact;

export interface SinkUse {
  readonly sink: SinkInfo;
  /** Where it stands in the models: below it may be places of data. */
  readonly place?: Api | undefined;
  readonly value: Fact;
  readonly argument: TSESTree.Node;
  readonly call: TSESTree.Node;
  readonly bound: boolean;
  /** Counts only where the text reads as SQL. */
  readonly weak: boolean;
  /** The function in whose body the call stands. */
  readonly owner: FunctionInfo;
}

/** A value at a place that models mark: told again by callers who know more of it. */
export interface PlaceUse {
  readonly marks: readonly Mark[];
  readonly value: Fact;
  /** All arguments of the call. */
  readonly args: readonly Fact[];
  /** The name of the member that it is; empty: an argument. */
  readonly name: string;
  readonly node: TSESTree.Node;
  readonly call: TSESTree.Node;
  readonly owner: FunctionInfo;
  /** Under a test of the environment that production does not pass. */
  readonly isDevelopment: boolean;
}

/** One finding of a kind at an argument is enough; but one pattern that a text meets may be slow, and another not. */
export const sinkKey = (sink: SinkInfo): string => (sink.kind === 'slow' ? sink.path : sink.kind);

/** A call of a symbol, or of a member of one: applied where a caller knows what it is. */
export interface CallUse {
  readonly node: CallNode;
  readonly callee: Fact;
  readonly receiver: Fact | undefined;
  readonly name: string | undefined;
  readonly args: Args;
  readonly owner: FunctionInfo;
  /** How many callers have handed it on already. */
  readonly level: number;
}

export interface WriteUse {
  readonly target: Fact;
  readonly name: string | undefined;
  readonly value: Fact;
  /** How many callers have handed it on already. */
  readonly level: number;
}

/** What a function vouches for: these kinds of the symbol, if it returns truthy, falsy, or at all. */
export interface Vouch {
  readonly sym: Sym;
  readonly mask: number;
  readonly when: 'truthy' | 'falsy' | 'returns';
  /** Only where this other symbol is a constant, or a list of constants. */
  readonly by?: { readonly other: Sym; readonly how: 'equal' | 'among' } | undefined;
}

/** `left` and `right` are compared for equality. */
export interface Comparison {
  readonly node: TSESTree.BinaryExpression;
  readonly left: Fact;
  readonly right: Fact;
}

export interface Summary {
  readonly result: Fact;
  readonly thrown: Fact;
  readonly sinks: readonly SinkUse[];
  readonly places: readonly PlaceUse[];
  readonly calls: readonly CallUse[];
  readonly writes: readonly WriteUse[];
  readonly cells: readonly { readonly place: number; readonly value: Fact; readonly level: number }[];
  readonly vouches: readonly Vouch[];
  /** Comparisons of what only a caller knows. */
  readonly comparisons: readonly Comparison[];
  /** What it has checked wherever it hands on to the next handler (no symbol: that validators found nothing wrong), if it does. */
  readonly passes: readonly { readonly sym: Sym | undefined; readonly mask: number }[];
  /** Members of a parameter that it has assigned wherever it hands on to the next handler. */
  readonly replaced: readonly { readonly sym: Sym; readonly name: string }[];
  /** Members of objects that leave the function: by object, by name. */
  readonly heap: ReadonlyMap<number, ReadonlyMap<string, Fact>>;
  /** Never returns: every way throws or ends the process. */
  readonly diverges: boolean;
}

export const emptySummary: Summary = {
  result: { ...undefinedFact, literal: false, constant: undefined },
  thrown: undefinedFact,
  sinks: [],
  places: [],
  calls: [],
  writes: [],
  cells: [],
  vouches: [],
  comparisons: [],
  passes: [],
  replaced: [],
  heap: new Map(),
  diverges: false,
};

/** Of a function that nobody walked. */
export const unknownSummary: Summary = { ...emptySummary, result: unseen };

/** Nothing that a caller would notice but the result. */
export const isInert = (s: Summary): boolean => s.sinks.length === 0 && s.places.length === 0 && s.calls.length === 0 && s.writes.length === 0 && s.cells.length === 0 && s.vouches.length === 0 && s.comparisons.length === 0;

/** A rough size: two summaries of one function that differ in it are not the same; growth is monotone. */
export function summaryKey(s: Summary): string {
  const facts = (list: readonly Fact[]): string => list.map(factKey).join(';');
  return [
    factKey(s.result),
    facts(s.sinks.map((u) => u.value)),
    facts(s.places.map((u) => u.value)),
    facts(s.calls.flatMap((c) => [c.callee, ...c.args.list])),
    facts(s.writes.map((w) => w.value)),
    facts(s.cells.map((c) => c.value)),
    facts(s.comparisons.flatMap(({ left, right }) => [left, right])),
    s.vouches.map((v) => `${v.sym.id}${v.when}${v.mask}${v.by?.other.id ?? ''}`).join(),
    [...s.heap].map(([id, members]) => `${id}{${[...members].map(([n, f]) => n + factKey(f)).join()}}`).join(),
    s.passes.map((p) => `${p.sym?.id ?? ''}${p.mask}`).join(),
    s.replaced.map(({ sym, name }) => `${sym.id}${name}`).join(),
    String(s.diverges),
  ].join('|');
}

const factKey = (f: Fact): string =>
  `${f.types}${f.literal ? 'L' : ''}${f.constant ? String(f.constant.value).slice(0, 20) : ''}[${f.taints.map((t) => (t.origin.k === 'sym' ? t.origin.id : t.origin.k === 'unseen' ? 'u' : `n${t.origin.node.range[0]}`) + ':' + t.mask).join()}][${f.refs.map((r) => r.k + ('id' in r ? r.id : r.k === 'fn' ? r.fn.id : r.k === 'api' ? r.api.id : '')).join()}]`;
