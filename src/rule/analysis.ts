/**
 * One analysis a file, shared by all rules: the first rule to come makes it. Kept by the tree, which ESLint and oxlint make anew
 * for every file and every pass of `--fix`; hands the models to the engine.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import { createAnalysis, type Analysis } from '../engine/index.ts';
import { Registry } from '../model/registry.ts';
import type { Kind, Model } from '../model/dsl.ts';
import { models } from '../models/index.ts';
import { settingsOf, type Settings } from '../settings.ts';

// the options of a rule do not matter here, so any context will do
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyContext = Readonly<TSESLint.RuleContext<any, any>>;

const analyses = new WeakMap<object, { readonly settings: Settings; readonly kinds: ReadonlySet<Kind>; readonly analysis: Analysis }>();
const asked = new WeakMap<object, Set<Kind>>();

/** Called when a rule is created: the analysis, made later, follows the kinds that enabled rules ask for, and no others. */
export function ask(context: AnyContext, kinds: readonly Kind[]): void {
  const { ast } = context.sourceCode;
  const set = asked.get(ast);
  if (set) for (const kind of kinds) set.add(kind);
  else asked.set(ast, new Set(kinds));
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
  const kinds = asked.get(sourceCode.ast) ?? new Set<Kind>();
  if (known?.settings === settings && known.kinds.size === kinds.size) return known.analysis;
  if (!sourceCode.scopeManager) throw new Error('secure-node: the parser gives no scopes');
  const analysis = createAnalysis(
    { filename: context.filename, cwd: context.cwd, text: sourceCode.text, ast: sourceCode.ast, scopes: sourceCode.scopeManager, visitorKeys: sourceCode.visitorKeys },
    registryFor(settings),
    { origins: settings.origins, kinds: [...kinds] },
  );
  analyses.set(sourceCode.ast, { settings, kinds: new Set(kinds), analysis });
  return analysis;
}
