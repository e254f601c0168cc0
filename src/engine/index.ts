/**
 * The engine's only door: a file, the models and the settings in; findings out. Computed on first demand, once for all kinds.
 * The result is a function of these three alone, never of what was analysed before.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Kind, Mark } from '../model/dsl.ts';
import { bit, kindNames } from '../model/kinds.ts';
import type { Registry } from '../model/registry.ts';
import type { Fact } from './fact/fact.ts';
import { newDiagnostics, type Diagnostics } from './diagnostics.ts';
import type { ApiCall, Comparison, Confusion, Finding, Placed, TextUse } from './finding.ts';
import { indexFile, type FileIndex, type FunctionInfo, type SourceFile } from './project/source.ts';
import { interest } from './project/interest.ts';
import { seedsIn, slice } from './project/slice.ts';
import { bottomUp, Worklist } from './summary/order.ts';
import { emptySummary, summaryKey, unknownSummary } from './summary/summary.ts';
import { summarize } from './taint/summarize.ts';
import { World } from './taint/world.ts';

export interface AnalysisOptions {
  readonly origins: readonly string[];
  /** The kinds that are asked for, all unless said otherwise; others are not followed. */
  readonly kinds?: readonly Kind[];
  /** Kinds of which the text matters wherever its holes come from; all that are followed unless said otherwise. */
  readonly texts?: readonly Kind[];
  /** Whether functions are asked for that serve requests and may hold them up; undefined: all that serve requests. */
  readonly blocking?: boolean | undefined;
  /** Whether comparisons of secrets are asked for; undefined: they are. */
  readonly comparisons?: boolean | undefined;
  /** Marks of calls that are asked for, besides. */
  readonly marks?: readonly Mark[];
  /** Marks that say something only beside those: a file with these alone holds nothing. */
  readonly beside?: readonly Mark[];
}

export interface Analysis {
  /** Named origins that meet sinks of this kind. */
  findings(kind: Kind): readonly Finding[];
  /** Text that meets sinks of SQL or a shell, wherever its holes come from. */
  texts(kind: 'sql' | 'command'): readonly TextUse[];
  /** Checks of text that a list passes, too, of values that reach a sink of a kind that is followed. */
  confusions(): readonly Confusion[];
  /** Comparisons of secrets, passwords and MACs with what is no constant, if `digest` is followed; one in a helper for each of its callers. */
  comparisons(): readonly Comparison[];
  /** Calls of what models know. */
  calls(): readonly ApiCall[];
  /** Values at places that models mark with what was asked for. */
  placed(): readonly Placed[];
  /** Functions reachable from one that serves requests, itself included, with the way. */
  inHandlers(): ReadonlyMap<FunctionInfo, FunctionInfo | undefined>;
  /** The function around a node. */
  functionAround(node: TSESTree.Node): FunctionInfo | undefined;
  /** Calls out of sight that were handed the app that a call made. */
  handed(made: TSESTree.Node): readonly TSESTree.Node[];
  /** What a library hands to a parameter of a function, or is known of it otherwise. */
  given(fn: FunctionInfo, index: number): Fact | undefined;
  readonly index: FileIndex | undefined;
  readonly diagnostics: Diagnostics;
}

/** A function is walked at most so often; what still changes then is taken as it stands. */
const MOST_WALKS = 3;

export function createAnalysis(file: SourceFile, registry: Registry, options: AnalysisOptions): Analysis {
  let world: World | undefined;
  let done = false;
  const kinds = options.kinds ?? kindNames;
  const diagnostics = newDiagnostics(0);
  const force = (): World | undefined => {
    if (done) return world;
    done = true;
    const here = interest(file, registry, { kinds, origins: options.origins, texts: options.texts ?? kinds, blocking: options.blocking, comparisons: options.comparisons !== false, marks: options.marks ?? [], beside: options.beside ?? [] });
    if (!here) return undefined;
    const seeds = here.seeds && seedsIn(file, here.seeds);
    if (seeds?.length === 0) return undefined;
    const index = indexFile(file);
    world = analyse(index, seeds && slice(index, seeds), registry, { origins: options.origins, kinds: here.kinds, marks: [...(options.marks ?? []), ...(options.beside ?? [])] }, diagnostics);
    return world;
  };
  let findings: readonly Finding[] | undefined;
  let texts: readonly TextUse[] | undefined;
  let reached: ReadonlyMap<FunctionInfo, FunctionInfo | undefined> | undefined;
  return {
    findings(kind) {
      findings ??= force()?.hits.findings() ?? [];
      return ((force()?.settled ?? 0) & bit[kind]) !== 0 ? [] : findings.filter((f) => f.kind === kind);
    },
    texts(kind) {
      texts ??= force()?.hits.textUses() ?? [];
      return texts.filter((t) => t.kind === kind);
    },
    confusions: () => [...(force()?.confusions.values() ?? [])],
    comparisons: () => [...(force()?.comparisons.values() ?? [])],
    calls: () => [...(force()?.apiCalls.values() ?? [])].flat(),
    placed: () => [...(force()?.placed.values() ?? [])],
    inHandlers: () => (reached ??= reachable(force())),
    functionAround: (node) => force()?.functionAround(node),
    handed: (made) => force()?.appsHanded.get(made) ?? [],
    given: (fn, index) => force()?.seeds.get(fn)?.get(index),
    get index() {
      return force()?.index;
    },
    diagnostics,
  };
}

function analyse(index: FileIndex, walked: ReadonlySet<FunctionInfo> | undefined, registry: Registry, wanted: ConstructorParameters<typeof World>[2], diagnostics: Diagnostics): World {
  diagnostics.allowed = Math.max(100_000, index.nodes * 100);
  const world = new World(index, registry, wanted, diagnostics);
  // bindings first, entering no call: what variables are, which functions a library calls with what
  world.quiet = true;
  for (const fn of index.functions) {
    if (walked?.has(fn) === false) world.summaries.set(fn, unknownSummary);
    else if (fn.inner.length > 0 || fn === index.top) summarize(world, fn);
  }
  world.quiet = false;
  world.queue.clear();

  const order = bottomUp(index.functions).filter((fn) => walked?.has(fn) !== false);
  const worklist = new Worklist(order, MOST_WALKS);
  const pending = world.queue;
  for (const fn of order) pending.add(fn);
  worklist.run(pending, (fn) => {
    if (walked?.has(fn) === false) return;
    const before = world.summaries.get(fn);
    const after = summarize(world, fn);
    world.summaries.set(fn, after);
    const waiting = [...(world.callers.get(fn) ?? [])].filter((caller) => world.summaries.has(caller));
    // who called it before it was known took it for empty
    if (waiting.length === 0 || summaryKey(before ?? emptySummary) === summaryKey(after)) return;
    for (const caller of waiting) pending.add(caller);
  });
  return world;
}

/** From the functions that serve requests: those they call, and those made inside (they run for the request, too). */
function reachable(world: World | undefined): ReadonlyMap<FunctionInfo, FunctionInfo | undefined> {
  const from = new Map<FunctionInfo, FunctionInfo | undefined>();
  if (!world) return from;
  const todo: FunctionInfo[] = [];
  for (const fn of world.handlers) {
    from.set(fn, undefined);
    todo.push(fn);
  }
  for (let i = 0; i < todo.length; i++) {
    const fn = todo[i];
    if (!fn) continue;
    for (const next of [...(world.callGraph.get(fn) ?? []), ...fn.inner]) {
      if (from.has(next)) continue;
      from.set(next, fn);
      todo.push(next);
    }
  }
  return from;
}

export type { ApiCall, Comparison, Confusion, Finding, Placed, Shown, TextUse } from './finding.ts';
export type { FileIndex, SourceFile, FunctionInfo } from './project/source.ts';
export type { Fact } from './fact/fact.ts';
export { appOf } from './fact/fact.ts';
export { stepList } from './fact/witness.ts';
export { allowsNodeBefore, installedVersion, isOwnOrAsked, isSurelyIn, loadedPackage, needsNode, versionIn, type LoadedPackage } from './project/version.ts';
export { Type } from './value/value.ts';
