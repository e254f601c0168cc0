/**
 * One analysis a file, shared by all rules: the first rule to come makes it. Kept by the tree, which ESLint and oxlint make anew
 * for every file and every pass of `--fix`; hands the models to the engine.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import { createAnalysis, type Analysis } from '../engine/index.ts';
import { bit, bitsOf, kindNames } from '../model/kinds.ts';
import { Registry } from '../model/registry.ts';
import type { Kind, Mark, Model } from '../model/dsl.ts';
import { models } from '../models/index.ts';
import { settingsOf, type Settings } from '../settings.ts';
import { typesOf } from './types.ts';

// the options of a rule do not matter here, so any context will do
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyContext = Readonly<TSESLint.RuleContext<any, any>>;

/** What enabled rules want of a file, kinds as bits. */
interface Wanted {
  kinds: number;
  texts: number;
  blocking: boolean;
  comparisons: boolean;
  readonly marks: Set<Mark>;
  readonly beside: Set<Mark>;
  /** How often it was asked. */
  asked: number;
}

const nothing = (): Wanted => ({ kinds: 0, texts: 0, blocking: false, comparisons: false, marks: new Set(), beside: new Set(), asked: 0 });

interface Known {
  /** How often it was asked for something before it was made. */
  readonly asked: number;
  readonly settings: Settings;
  readonly analysis: Analysis;
}

const analyses = new WeakMap<object, Known>();
const asked = new WeakMap<object, Wanted>();

/**
 * Called when a rule is created: the analysis, made later, follows the kinds that enabled rules ask for, and no others. `texts`: text of
 * these kinds, wherever it comes from; `blocking`: functions that serve requests, and what holds them up; `comparisons`: of secrets (they ask for `digest`, too); `marks`: calls with these marks;
 * `beside`: marks that matter only in a file that has one of those.
 */
export function ask(context: AnyContext, kinds: readonly Kind[], { texts = [], blocking = false, comparisons = false, marks = [], beside = [] }: { readonly texts?: readonly Kind[]; readonly blocking?: boolean; readonly comparisons?: boolean; readonly marks?: readonly Mark[]; readonly beside?: readonly Mark[] } = {}): void {
  const { ast } = context.sourceCode;
  let wanted = asked.get(ast);
  if (!wanted) asked.set(ast, (wanted = nothing()));
  wanted.asked++;
  if (texts.length > 0) wanted.texts |= bitsOf(texts);
  wanted.kinds |= bitsOf(kinds) | wanted.texts;
  wanted.blocking ||= blocking;
  wanted.comparisons ||= comparisons;
  for (const mark of marks) wanted.marks.add(mark);
  for (const mark of beside) wanted.beside.add(mark);
}

const registries = new WeakMap<readonly Model[], Registry>();
let builtIn: Registry | undefined;

/** The registry for these settings: the built-in models, and the user's after them. Throws ModelError for a bad path of theirs. */
function registryFor(settings: Settings): Registry {
  if (settings.models.length === 0) return (builtIn ??= new Registry(models));
  let registry = registries.get(settings.models);
  if (!registry) {
    registry = new Registry([...models, ...settings.models]);
    registry.check(settings.models);
    registries.set(settings.models, registry);
  }
  return registry;
}

export function analysisOf(context: AnyContext): Analysis {
  const { sourceCode } = context;
  const settings = settingsOf(context.settings);
  const known = analyses.get(sourceCode.ast);
  const wanted = asked.get(sourceCode.ast) ?? nothing();
  if (known?.settings === settings && known.asked === wanted.asked) return known.analysis;
  const { kinds, texts, blocking, comparisons, marks, beside } = wanted;
  if (!sourceCode.scopeManager) throw new Error('secure-node: the parser gives no scopes');
  const analysis = createAnalysis(
    { filename: context.filename, cwd: context.cwd, text: sourceCode.text, ast: sourceCode.ast, scopes: sourceCode.scopeManager, visitorKeys: sourceCode.visitorKeys, ...typesOf(sourceCode) },
    registryFor(settings),
    { origins: settings.origins, kinds: namesOf(kinds), texts: namesOf(texts), blocking, comparisons, marks: [...marks], beside: [...beside] },
  );
  analyses.set(sourceCode.ast, { settings, asked: wanted.asked, analysis });
  return analysis;
}

const namesOf = (mask: number): readonly Kind[] => kindNames.filter((kind) => (mask & bit[kind]) !== 0);
