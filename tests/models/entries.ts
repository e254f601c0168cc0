/** A model as a list of what it says, an entry a path, so that each can be named, expanded and taken away. */
import type { Model } from '../../src/model/dsl.ts';
import { bitsOf, carries } from '../../src/model/kinds.ts';
import type { Kind, Mark, Origin, When } from '../../src/model/dsl.ts';

export type Section = 'way' | 'source' | 'sink' | 'clean' | 'guard' | 'flow' | 'mark' | 'schema';

export interface Entry {
  readonly section: Section;
  /** Type, origin, kind, mark or part of a schema. */
  readonly key: string;
  readonly path: string;
  readonly when: When | undefined;
  /** Of a source: the kinds that it brings. */
  readonly mask: number;
  /** The model without this entry. */
  readonly without: () => Model;
}

const parts = { way: 'types', source: 'sources', sink: 'sinks', clean: 'sanitizers', guard: 'guards', mark: 'marks' } as const;

/** What is asked about marks by way of a call or a function; the others have no rule yet. */
export const MARKS: readonly Mark[] = ['handler', 'blocking', 'entities', 'record', 'exits', 'asserts', 'next', 'rateLimit', 'session', 'cookie', 'sessionCookie', 'notSecure', 'notHttpOnly', 'notSameSite', 'sameSiteNone', 'becomes', 'permits', 'masks', 'listens', 'runs', 'unawaited', 'unawaitedServer', 'streams', 'emitter', 'uncaught', 'unhandled', 'errorFirst', 'oldBuffer', 'credential', 'certificates', 'anyCertificate', 'identity', 'tlsVersion', 'looseParser', 'connection', 'connects', 'decodes', 'verifies', 'openAlgorithms', 'defaultAlgorithms', 'algorithms', 'verificationKey', 'expired', 'memoryStore', 'endless', 'unsigned', 'signsIn', 'fixates', 'signs', 'weakDigest', 'weakSignature', 'weakCheck', 'equals', 'slow', 'same', 'iterates', 'rounds', 'saltRounds', 'scrypts', 'describes', 'least', 'encrypts', 'decrypts', 'derives', 'weakCipher', 'repeats', 'unpads', 'makesKeys', 'groups', 'fixedBytes', 'checksPassword', 'cors', 'setsHeader', 'parses', 'noLimit', 'noFilter', 'reads', 'mounts', 'app', 'part', 'plain', 'csrf', 'headers', 'requestBody', 'page', 'sends', 'protects', 'poweredBy'];

type Item = string | { readonly at?: string; readonly flow?: string; readonly call?: string; readonly when?: When; readonly never?: readonly Kind[] };
const pathOf = (item: Item): string => (typeof item === 'string' ? item : (item.at ?? item.flow ?? item.call ?? ''));

export const entriesOf = (model: Model): Entry[] => {
  const entries: Entry[] = [];
  for (const [section, part] of Object.entries(parts) as [keyof typeof parts, (typeof parts)[keyof typeof parts]][]) {
    const table = (model[part] ?? {}) as Readonly<Record<string, readonly Item[]>>;
    for (const [key, items] of Object.entries(table)) {
      for (const item of items) {
        const without = (): Model => ({ ...model, [part]: { ...table, [key]: items.filter((other) => other !== item) } });
        const more = typeof item === 'string' ? {} : item;
        const mask = section === 'source' ? carries[key as Origin] & ~bitsOf(more.never ?? []) : 0;
        entries.push({ section, key, path: pathOf(item), when: more.when, mask, without });
      }
    }
  }
  for (const flow of model.flows ?? []) {
    entries.push({ section: 'flow', key: '', path: pathOf(flow), when: undefined, mask: 0, without: () => ({ ...model, flows: model.flows?.filter((other) => other !== flow) ?? [] }) });
  }
  for (const schema of model.schemas ?? []) {
    for (const [key, items] of Object.entries(schema) as [string, readonly Item[]][]) {
      for (const item of items) {
        const without = (): Model => ({ ...model, schemas: model.schemas?.map((one) => (one === schema ? { ...schema, [key]: items.filter((other) => other !== item) } : one)) ?? [] });
        entries.push({ section: 'schema', key, path: pathOf(item), when: undefined, mask: 0, without });
      }
    }
  }
  return entries.filter((entry) => entry.section !== 'mark' || MARKS.some((one) => one === entry.key));
};

export interface Expansion {
  readonly text: string;
  /** The alternative that was taken, for each `{a,b}` and `('a'|'b')`. */
  readonly picks: readonly string[];
}

/** `App.{get,put}[0]` as `App.get[0]` and `App.put[0]`. */
export const expand = (path: string, picks: readonly string[] = []): Expansion[] => {
  const m = /\{([^{}]*)\}|\(('[^()|]*'(?:\|'[^()|]*')+)\)/.exec(path);
  if (!m) return [{ text: path, picks }];
  const [before, after] = [path.slice(0, m.index), path.slice(m.index + m[0].length)];
  const alternatives = m[1]?.split(',').map((s) => s.trim()) ?? m[2]?.split('|') ?? [];
  return alternatives.flatMap((one) => expand(before + (m[1] === undefined ? `(${one})` : one) + after, [...picks, one.replaceAll("'", '')]));
};

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The entries that a row's path speaks of: equal to it, or with more alternatives; `{*}` stands for all that the entry has. */
export const matching = (entries: readonly Entry[], path: string): { readonly entry: Entry; readonly expansions: readonly Expansion[] }[] => {
  if (path.includes('{*}')) {
    const pattern = new RegExp(`^${path.split('{*}').map(escape).join('\\{[^{}]*\\}')}$`);
    return entries.filter((entry) => pattern.test(entry.path)).map((entry) => ({ entry, expansions: expand(entry.path) }));
  }
  const expansions = expand(path);
  return entries
    .filter((entry) => {
      const all = expand(entry.path).map((e) => e.text);
      return expansions.every((e) => all.includes(e.text));
    })
    .map((entry) => ({ entry, expansions }));
};
