/**
 * What all walks of one file share: the index, the models, symbols, cells (variables and objects that several functions see),
 * summaries, and what was found.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Kind, Mark, Origin as OriginName, When } from '../../model/dsl.ts';
import type { Api } from '../../model/graph.ts';
import { bit, bitsOf, carries, SURE, untrusted } from '../../model/kinds.ts';
import type { Registry } from '../../model/registry.ts';
import { referencesOf, variableOf, type Variable } from '../../ast/scope.ts';
import type { Diagnostics } from '../diagnostics.ts';
import { withoutSymbols } from './cells.ts';
import type { ApiCall, Comparison, Confusion, Placed } from '../finding.ts';
import { joinFacts, symFact, type Fact, type NamedOrigin, type Ref, type Taint } from '../fact/fact.ts';
import type { Refinement } from '../safety/guards.ts';
import type { Shape } from '../safety/schema.ts';
import { ownerOf, ownerOfScope, type CallNode, type ClassInfo, type FileIndex, type FunctionInfo } from '../project/source.ts';
import { emptySummary, type Summary } from '../summary/summary.ts';
import { Ids } from '../value/ids.ts';
import { Hits } from './hits.ts';
import type { FieldCheck } from './fields.ts';
import type { Before } from './middleware.ts';
import { sourceTaintsOf } from './origins.ts';
import type { ApiRef, Root, Sym } from '../value/value.ts';

/**
 * Followed whatever is asked for: without `nosql` a value is a string for sure; `slow`, which few clean, keeps a taint alive whose asked
 * kinds are all cleaned, since decoding may bring them back.
 */
const ALWAYS = bit.nosql | bit.slow;
/** Kinds of which rules ask what is constant. */
const TEXTS = bit.sql | bit.command;
const MOST_DEPTH = 3;

interface Cell {
  own: Fact | undefined;
  others: Fact | undefined;
  readonly readers: Set<FunctionInfo>;
}

export class World {
  readonly index: FileIndex;
  readonly registry: Registry;
  readonly diagnostics: Diagnostics;
  readonly ids = new Ids();
  readonly hits = new Hits(this.ids);
  /** Kinds each origin carries under these settings; an origin that is not asked for carries none. */
  readonly carried: Readonly<Record<OriginName, number>>;
  /** Bits of the kinds that are asked for. */
  readonly wanted: number;
  /** Whether it matters what is a constant for sure. */
  private readonly proves: boolean;
  readonly summaries = new Map<FunctionInfo, Summary>();
  /** What is known of parameters before the walk: registration, annotation, name in company. */
  readonly seeds = new Map<FunctionInfo, Map<number, Fact>>();
  readonly thisSeeds = new Map<FunctionInfo, Fact>();
  /** What captured variables are (not whence): references, constants. */
  readonly captureHints = new Map<Variable, Fact>();
  /** Functions that see a variable of the one around them: see `exposure.ts`. */
  readonly sharers = new Map<Variable, ReadonlySet<FunctionInfo> | undefined>();
  /** Checks that lists pass, too, of values that reach a sink. */
  readonly confusions = new Map<TSESTree.Node, Confusion>();
  /** Comparisons of secrets. */
  readonly comparisons = new Map<string, Comparison>();
  readonly queue = new Set<FunctionInfo>();
  /** Marks that are asked for. */
  readonly marks: ReadonlySet<Mark>;
  readonly placed = new Map<string, Placed>();
  /** Apps that calls out of sight were handed. */
  readonly appsHanded = new Map<TSESTree.Node, TSESTree.Node[]>();
  readonly apiCalls = new Map<TSESTree.Node, ApiCall[]>();
  /** Functions of the file that a function calls, by whatever way. */
  readonly callGraph = new Map<FunctionInfo, Set<FunctionInfo>>();
  readonly callers = new Map<FunctionInfo, Set<FunctionInfo>>();
  readonly handlers = new Set<FunctionInfo>();
  /** The place of a library's where a function stands by its name or its type: what it gives back goes there. */
  readonly places = new Map<FunctionInfo, Api>();
  /** What was checked before a handler runs, by the calls that register it. */
  readonly routes = new Map<FunctionInfo, Map<CallNode, readonly Before[]>>();
  /** Fields of a request that a validator checks, by the number of the value that is the validator. */
  readonly fieldChecks = new Map<number, readonly FieldCheck[]>();
  readonly exported = new Set<FunctionInfo>();
  /** What calls out of sight at the top level were handed, by the identity of their result, where it matters who may call that. */
  readonly handedOut = new Map<number, readonly Fact[]>();
  /** Names that functions of the file go by. */
  readonly functionNames: ReadonlySet<string>;
  /** A class of the file extends another one of it: a method of `this` may be another one. */
  readonly hasInheritance: boolean;
  /** What schemas promise, by the number of the value that is the schema. */
  readonly shapes = new Map<number, Shape>();
  /** Functions made of others, which are called one after the other, by their identity. */
  readonly composed = new Map<number, readonly Fact[]>();
  /** What functions that a validator made of schemas check of an argument, by their identity. */
  readonly validators = new Map<number, { readonly shape: Shape; readonly index: number }>();
  /** What boolean values say, by their identity: `const ok = check(x)`. */
  readonly conditions = new Map<number, Refinement>();
  /** What a type checker says of values. */
  readonly typed = new Map<TSESTree.Node, readonly ApiRef[]>();
  /** What lone names hint at. */
  readonly lonely = new Map<string, readonly Ref[]>();
  /** Whether packages are of the versions that tests ask for. */
  readonly versions = new Map<When, boolean>();
  /** Values that end in a separator of paths, by their identity. */
  readonly separated = new Set<number>();
  /** Kinds that a call in the file settles for all of it: a middleware, a setting. */
  settled = 0;
  /** First pass: bindings only; nothing is reported. */
  quiet = false;
  private readonly syms = new Map<string, Sym>();
  private readonly memberSyms = new Map<number, Sym>();
  private readonly symFacts = new Map<number, Fact>();
  private readonly origins = new Map<string, NamedOrigin>();
  private readonly cells = new Map<number, Cell>();
  private readonly published = new Set<number>();
  private readonly cellVariables = new Map<Variable, { readonly cell: boolean; readonly owner: FunctionInfo | undefined }>();

  constructor(index: FileIndex, registry: Registry, { origins, kinds, marks }: { readonly origins: readonly string[]; readonly kinds: readonly Kind[]; readonly marks: readonly Mark[] }, diagnostics: Diagnostics) {
    this.index = index;
    this.registry = registry;
    this.diagnostics = diagnostics;
    this.marks = new Set(marks);
    const off = untrusted.filter((name) => !origins.includes(name));
    const classes = new Set([...index.classOf.values()].map((cls) => cls.name));
    this.hasInheritance = [...index.classOf.values()].some(({ node: { superClass } }) => superClass?.type === 'Identifier' && classes.has(superClass.name));
    this.functionNames = new Set(index.functions.map((fn) => fn.name));
    this.wanted = bitsOf(kinds);
    this.proves = (this.wanted & TEXTS) !== 0;
    this.carried = Object.fromEntries(Object.entries(carries).map(([name, mask]) => [name, off.includes(name as never) ? 0 : mask & (this.wanted | ALWAYS)])) as Record<OriginName, number>;
  }

  variable(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined {
    return variableOf(identifier, this.index.file.scopes);
  }

  summary(fn: FunctionInfo): Summary {
    return this.summaries.get(fn) ?? emptySummary;
  }

  // Symbols

  sym(root: Root): Sym {
    const key = `${root.k}${root.k === 'param' ? `${root.index}${root.rest ? '+' : ''}` : ''}:${this.ids.of(root.k === 'capture' ? root.variable : root.k === 'call' ? root.node : root.fn)}`;
    let sym = this.syms.get(key);
    if (!sym) this.syms.set(key, (sym = { k: 'sym', id: this.ids.fresh(), root, parent: undefined, name: '', depth: 0 }));
    return sym;
  }

  /** The member of a symbol; over three deep the symbol itself. */
  member(sym: Sym, name: string): Sym {
    if (sym.depth >= MOST_DEPTH) return sym;
    const id = this.ids.child(sym.id, name);
    let member = this.memberSyms.get(id);
    if (!member) this.memberSyms.set(id, (member = { k: 'sym', id, root: sym.root, parent: sym, name, depth: sym.depth + 1 }));
    return member;
  }

  /** What a symbol is from the start: one fact for each, since most are read many times. */
  factOf(sym: Sym): Fact {
    let known = this.symFacts.get(sym.id);
    if (!known) this.symFacts.set(sym.id, (known = symFact(sym)));
    return known;
  }

  /** The origin at a node: the same one each time. */
  origin(what: OriginName, node: TSESTree.Node, text: string, whole = false): NamedOrigin {
    const key = `${what}:${this.ids.of(node)}:${text}${whole ? ':' : ''}`;
    let origin = this.origins.get(key);
    if (!origin) this.origins.set(key, (origin = { k: 'named', what, node, text, whole }));
    return origin;
  }

  // Cells

  /** Whether the variable is seen by several functions and changes, or lives at the top level; and who owns it. */
  cellOf(variable: Variable): { readonly cell: boolean; readonly owner: FunctionInfo | undefined } {
    let known = this.cellVariables.get(variable);
    if (!known) {
      const owner = ownerOf(variable, this.index.functionOf);
      known = { cell: !owner || this.writtenTwice(variable, owner), owner };
      this.cellVariables.set(variable, known);
    }
    return known;
  }

  private writtenTwice(variable: Variable, owner: FunctionInfo): boolean {
    let captured = false;
    let writes = variable.defs.some((d) => d.type === ('Parameter' as never) || d.type === ('FunctionName' as never)) ? 1 : 0;
    let foreign = false;
    for (const reference of referencesOf(variable)) {
      const from = ownerOfScope(reference.from, this.index.functionOf);
      if (from !== owner) captured = true;
      if (reference.isWrite()) {
        writes++;
        if (from !== owner) foreign = true;
      }
    }
    return captured && (writes > 1 || foreign);
  }

  isPublished(base: number): boolean {
    return this.published.has(base);
  }

  /** True the first time. */
  publish(base: number): boolean {
    if (this.published.has(base)) return false;
    this.published.add(base);
    return true;
  }

  joinCell(place: number, value: Fact, own: boolean): void {
    const clean = withoutSymbols(value);
    let cell = this.cells.get(place);
    if (!cell) this.cells.set(place, (cell = { own: undefined, others: undefined, readers: new Set() }));
    const before = own ? cell.own : cell.others;
    const after = before ? joinFacts(before, clean) : clean;
    if (after === before) return;
    if (own) cell.own = after;
    else cell.others = after;
    if (this.sameReach(before, after)) return;
    for (const reader of cell.readers) this.queue.add(reader);
  }

  readCell(place: number, reader: FunctionInfo, isOwner: boolean): Fact | undefined {
    let cell = this.cells.get(place);
    if (!cell) this.cells.set(place, (cell = { own: undefined, others: undefined, readers: new Set() }));
    cell.readers.add(reader);
    if (isOwner) return cell.others;
    return cell.own && cell.others ? joinFacts(cell.own, cell.others) : (cell.own ?? cell.others);
  }

  /** Base of the cells that stand for `this` of a class where the instance is out of sight. */
  classBase(cls: ClassInfo): number {
    const id = this.ids.of(cls);
    this.published.add(id);
    return id;
  }

  /** Whether who read the cell as it was before saw all that matters. */
  private sameReach(before: Fact | undefined, after: Fact): boolean {
    if ((before?.refs.length ?? 0) !== after.refs.length) return false;
    if (this.proves && (!before || (before.literal !== after.literal && after.refs.length > 0))) return false;
    const old = before?.taints ?? [];
    if (this.proves) return old.length === after.taints.length && after.taints.every((t, i) => t.mask === old[i]?.mask && t.origin === old[i]?.origin);
    return after.taints.every((t) => t.origin.k === 'unseen' || old.some((o) => o.origin === t.origin && (t.mask & ~o.mask) === 0 && (t.mask & SURE) === (o.mask & SURE)));
  }

  // Seeds

  seed(fn: FunctionInfo, index: number, value: Fact): void {
    const map = this.seeds.get(fn) ?? new Map<number, Fact>();
    this.seeds.set(fn, map);
    const before = map.get(index);
    const after = before ? joinFacts(before, value) : value;
    if (after === before || (before && before.refs === after.refs && before.taints === after.taints)) return;
    map.set(index, after);
    if (this.summaries.has(fn)) this.queue.add(fn);
  }

  // Findings

  addEdge(from: FunctionInfo, to: FunctionInfo): void {
    const set = this.callGraph.get(from);
    if (set) set.add(to);
    else this.callGraph.set(from, new Set([to]));
    const callers = this.callers.get(to);
    if (callers) callers.add(from);
    else this.callers.set(to, new Set([from]));
  }

  functionAround(node: TSESTree.Node): FunctionInfo | undefined {
    for (let n: TSESTree.Node | undefined = node; n; n = n.parent) {
      const info = this.index.functionOf.get(n);
      if (info) return info;
    }
    return undefined;
  }

  /** What this API value is a source of, under the settings. */
  sourceTaints(api: Api, node: TSESTree.Node, text: string, holds: (when: NonNullable<Api['sources'][number]['when']>) => boolean): readonly Taint[] {
    return sourceTaintsOf(this, api, node, text, holds);
  }
}
