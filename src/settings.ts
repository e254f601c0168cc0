/**
 * Reads `settings['secure-node']`, the one object that all rules share, and checks it on first use.
 * A wrong key or value is an error at once: a misspelt setting that is silently ignored would leave code unchecked.
 */
import type { Model, Untrusted } from './model/dsl.ts';
import { untrusted } from './model/kinds.ts';
import { either, fine, isRecord, listOf, model, objectOf, oneOf, ShapeError, wholeNumber } from './model/shape.ts';
import { name, namespace } from './package.ts';

/** What a user may write under `settings['secure-node']`. */
export interface SecureNodeSettings {
  /** Whose input is not trusted; `['remote']` unless said otherwise. */
  readonly origins?: readonly ('remote' | 'cli' | 'env' | 'file' | 'database' | 'network' | 'library')[];
  /** `safe`: `--fix` applies what keeps behaviour; `migrate`: also suggestions marked for it, for one supervised run; `none`. */
  readonly fixes?: 'safe' | 'migrate' | 'none';
  /** Whether calls into other files of the project are followed, how deep, and into how many files. */
  readonly crossFile?: boolean | { readonly depth?: number; readonly files?: number };
  /** Models of packages of your own, in the language of the built-in ones. */
  readonly models?: readonly Model[];
  /** What is done in front of the app, so that its absence is no finding. */
  readonly assume?: { readonly proxy?: readonly ('rateLimit' | 'headers' | 'tls')[] };
}

/** The settings as rules use them: all there, checked, frozen. */
export interface Settings {
  readonly origins: readonly Untrusted[];
  readonly fixes: 'safe' | 'migrate' | 'none';
  readonly crossFile: false | { readonly depth: number; readonly files: number };
  readonly models: readonly Model[];
  readonly assume: { readonly proxy: readonly ('rateLimit' | 'headers' | 'tls')[] };
}

const reach = Object.freeze({ depth: 3, files: 200 });

export const defaultSettings: Settings = Object.freeze({
  origins: Object.freeze(['remote'] as const),
  fixes: 'safe',
  crossFile: reach,
  models: Object.freeze([]),
  assume: Object.freeze({ proxy: Object.freeze([]) }),
});

const crossFile = either(
  [(value) => typeof value === 'boolean', fine],
  [isRecord, objectOf({ depth: wholeNumber, files: wholeNumber })],
)('true, false, or an object of depth and files');

const check = objectOf({
  origins: listOf(oneOf(untrusted)),
  fixes: oneOf(['safe', 'migrate', 'none']),
  crossFile,
  models: listOf(model),
  assume: objectOf({ proxy: listOf(oneOf(['rateLimit', 'headers', 'tls'])) }),
});

const complete = ({ origins, fixes, crossFile, models, assume }: SecureNodeSettings): Settings =>
  Object.freeze({
    origins: Object.freeze([...(origins ?? defaultSettings.origins)]),
    fixes: fixes ?? defaultSettings.fixes,
    crossFile: crossFile !== false && Object.freeze({ ...reach, ...(typeof crossFile === 'object' ? crossFile : {}) }),
    models: Object.freeze([...(models ?? [])]),
    assume: Object.freeze({ proxy: Object.freeze([...(assume?.proxy ?? [])]) }),
  });

/** ESLint hands every file and rule the same object while its config is the same, so reading it is a look-up. */
const known = new WeakMap<object, Settings | ShapeError>();

const read = (written: object): Settings | ShapeError => {
  try {
    check(written, `settings['${namespace}']`);
  } catch (error) {
    if (error instanceof ShapeError) return error;
    throw error;
  }
  return complete(written);
};

/** Settings objects whose names were looked through. */
const named = new WeakSet<object>();

/** Settings that were meant for us and stand under another spelling of our name would be ignored without a word. */
const lookThrough = (settings: Readonly<Record<string, unknown>>): void => {
  const bare = (key: string): string => key.replace(/^eslint-plugin-/, '').replaceAll(/[^a-z]/gi, '').toLowerCase();
  const meant = Object.keys(settings).find((key) => key !== namespace && bare(key) === bare(namespace));
  if (meant !== undefined) throw new ShapeError(`settings has '${meant}', which nothing reads; the settings of ${name} are settings['${namespace}'].`);
  named.add(settings);
};

/** Settings of a file: `settingsOf(context.settings)`. Throws a `ShapeError` that names the key, the value and what is allowed. */
export const settingsOf = (settings: Readonly<Record<string, unknown>>): Settings => {
  if (!named.has(settings)) lookThrough(settings);
  const written = settings[namespace];
  if (written === undefined) return defaultSettings;
  if (typeof written !== 'object' || written === null) {
    check(written, `settings['${namespace}']`);
    return defaultSettings;
  }
  const settled = known.get(written) ?? read(written);
  known.set(written, settled);
  if (settled instanceof ShapeError) throw settled;
  return settled;
};
