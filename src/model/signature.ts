/**
 * What a text must at least say for a model to matter in it: the names on the way to its sinks and sources. A file that speaks of
 * no sink, or of no source of what the sink asks for, needs no analysis; most files do not.
 */
import { textOf } from './compile.ts';
import type { Mark, Model, Origin, Way } from './dsl.ts';
import { bit } from './kinds.ts';

/** One of each list stands in the text. */
type Needed = readonly (readonly string[])[];

export interface Signature {
  readonly sinks: readonly { readonly kind: number; readonly needed: Needed }[];
  readonly sources: readonly { readonly origin: Origin; readonly needed: Needed }[];
  readonly marks: readonly { readonly mark: Mark; readonly needed: Needed }[];
  /** Modules of the models whose types this one extends or builds on: `express:Request`. */
  readonly others: readonly string[];
  /** Types of other models that it adds ways to, with the names that lead there. */
  readonly extends: readonly { readonly module: string; readonly type: string; readonly names: readonly string[] | undefined }[];
}

/** Names that lead to types of a model by ways that other models add; undefined: without a name. */
export type Extensions = ReadonlyMap<string, readonly string[] | undefined>;

const NONE: Extensions = new Map();
const signatures = new WeakMap<Model, Map<string, Signature>>();

export function signatureOf(model: Model, extensions: Extensions = NONE): Signature {
  const key = [...extensions].map(([type, names]) => `${type}:${names?.join() ?? ''}`).join(' ');
  let known = signatures.get(model);
  if (!known) signatures.set(model, (known = new Map()));
  let signature = known.get(key);
  if (!signature) known.set(key, (signature = make(model, extensions)));
  return signature;
}

function make(model: Model, extensions: Extensions): Signature {
  const types = new Set(Object.keys(model.types ?? {}));
  const needed = (way: Way, read: typeof namesOn = namesOn): Needed => {
    const { root, names } = read(textOf(way), types);
    const before = types.has(root) ? namesTo(root, model, types, extensions) : undefined;
    return (before ? [before, ...names] : names).map(interned);
  };
  const others = new Set<string>();
  const look = (text: string): void => {
    for (const [, module = ''] of text.matchAll(/(@?[\w/.-]+):[A-Z]\w*/g)) others.add(module);
  };
  for (const [type, ways] of Object.entries(model.types ?? {})) {
    look(type);
    for (const way of ways) look(textOf(way));
  }
  const added = Object.keys(model.types ?? {}).flatMap((qualified) => {
    const at = qualified.lastIndexOf(':');
    return at < 0 ? [] : [{ module: qualified.slice(0, at), type: qualified.slice(at + 1), names: namesTo(qualified, model, types, extensions) }];
  });
  const sinks: { kind: number; needed: Needed }[] = [];
  for (const [kind, list] of Object.entries(model.sinks ?? {})) {
    for (const sink of list) {
      // a member of any value: the text decides; but one that is assigned is named
      if (/^\*.*[^=]$/.test(textOf(sink))) continue;
      look(textOf(sink));
      sinks.push({ kind: bit[kind as keyof typeof bit], needed: needed(sink) });
    }
  }
  // what is copied into a record
  for (const record of model.marks?.record ?? []) sinks.push({ kind: bit.fields, needed: needed(record) });
  const sources: { origin: Origin; needed: Needed }[] = [];
  for (const [origin, list] of Object.entries(model.sources ?? {})) {
    for (const source of list) {
      look(textOf(source));
      sources.push({ origin: origin as Origin, needed: needed(source) });
    }
  }
  return {
    sinks: distinct(sinks, ({ kind, needed: names }) => `${kind} ${names.join(';')}`),
    sources: distinct(sources, ({ origin, needed: names }) => `${origin} ${names.join(';')}`),
    marks: distinct(
      Object.entries(model.marks ?? {}).flatMap(([mark, list]) => list.map((at) => ({ mark: mark as Mark, needed: needed(at, namesThrough) }))),
      ({ mark, needed: names }) => `${mark} ${names.join(';')}`,
    ),
    others: [...others],
    extends: added,
  };
}

/** Each once: many paths of a model start with the same names. */
function distinct<T>(list: readonly T[], key: (one: T) => string): readonly T[] {
  return [...new Map(list.map((one) => [key(one), one])).values()];
}

/** One of these names leads to the type; undefined: it may be met without a name. */
function namesTo(type: string, model: Model, types: ReadonlySet<string>, extensions: Extensions): readonly string[] | undefined {
  const result = new Set<string>();
  const seen = new Set([type]);
  for (const one of seen) {
    if (extensions.has(one)) {
      const more = extensions.get(one);
      if (!more) return undefined;
      for (const name of more) result.add(name);
    }
    for (const way of model.types?.[one] ?? []) {
      const { root, names } = namesOn(textOf(way), types);
      const [fewest] = [...names].sort((a, b) => a.length - b.length);
      if (fewest) for (const name of fewest) result.add(name);
      else if (types.has(root)) seen.add(root);
      else return undefined;
    }
  }
  return [...result];
}

/** Root and members on a path before its first argument: a program names them, or has the value not from there. */
function namesOn(path: string, types: ReadonlySet<string>): { readonly root: string; readonly names: Needed } {
  // a model that an export brings into sight is in sight by it
  if (path.startsWith('export ')) return { root: '', names: [['export', 'exports']] };
  const [head = ''] = path.split('[', 1);
  const parts = head.replace(/\([^)]*\)|\/[\d.]+|=$/g, '').split(/\.(?![^{]*\})/);
  const root = parts[0] ?? '';
  const named = /^[@~:]/.test(root) ? [root.replace(/^[@~:]+/, ''), ...parts.slice(1)] : types.has(root) || root === 'exports' || /[:~* ]/.test(root) ? parts.slice(1) : parts;
  const names = named.flatMap((part) => {
    const names = part.startsWith('{') ? part.slice(1, -1).split(',').map((name) => name.trim()) : [part];
    return names.some((name) => !/^[\w$-]+$/.test(name) || /^\$\d/.test(name)) ? [] : [names];
  });
  return { root, names };
}

/** The same, and of members of an argument: options that nobody names are set nowhere in sight. */
function namesThrough(path: string, types: ReadonlySet<string>): ReturnType<typeof namesOn> {
  const { root, names } = namesOn(path, types);
  const [, tail = ''] = /^[^[]*\[[^\]]*\](\.[^()[\]]*)$/.exec(path) ?? [];
  return { root, names: tail === '' ? names : [...names, ...namesOn(`exports${tail}`, types).names] };
}

const lists = new Map<string, readonly string[]>();

/** The same list for the same words: most paths start with the same names, and a file is asked once for all of them. */
export function interned(words: readonly string[]): readonly string[] {
  const key = words.join(' ');
  const known = lists.get(key);
  if (known) return known;
  lists.set(key, words);
  for (const word of words) {
    const around = listsOf.get(word);
    if (around) around.push(words);
    else listsOf.set(word, [words]);
  }
  return words;
}

/** How many lists there are: what was asked of fewer does not know the others. */
export const internedCount = (): number => lists.size;

const listsOf = new Map<string, (readonly string[])[]>();

/** The interned lists that hold this word: of a text one word after the other is asked, and most are in none. */
export const listsWith = (word: string): readonly (readonly string[])[] | undefined => listsOf.get(word);

/** `saysOne` tells whether the text has one of the words. */
export const isMet = (needed: Needed, saysOne: (words: readonly string[]) => boolean): boolean => needed.every(saysOne);
