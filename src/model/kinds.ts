/**
 * The kinds of harm, a bit each: all travel together in one integer, so a file is analysed once however many rules are on.
 * More bits say how the value got here: `SURE` (no unknown step on the way), and what may still be true of a path: `RAW` (not
 * normalised), `ABSOLUTE`, `DOTTED` (it may climb by `..`), `OUTSIDE` (not compared with a folder), `SEPARATED` (it may hold a separator);
 * and of an object `PROTO`. Kept so, one OR joins all.
 */
import type { Kind, Origin } from './dsl.ts';

export interface KindInfo {
  readonly title: string;
  /** CWE number of the weakness when a value of this kind reaches its sink. */
  readonly cwe: number;
  /**
   * The harm may sit in members of the value, not only in the value itself; `names`: in which names it has, so in the value, in what is
   * spread into it, and in elements of a list, but not in what stands under a name of ours.
   */
  readonly deep?: true | 'names';
  /** Each member of an object literal at the sink is a finding of its own, since each is mended by itself. */
  readonly apart?: true;
}

export const kinds: Readonly<Record<Kind, KindInfo>> = {
  sql: { title: 'SQL text', cwe: 89 },
  nosql: { title: 'a NoSQL query', cwe: 943, deep: true, apart: true },
  command: { title: 'a shell command', cwe: 78 },
  argument: { title: 'an argument of a program', cwe: 88 },
  code: { title: 'code that is run', cwe: 94 },
  template: { title: 'a template', cwe: 1336 },
  path: { title: 'a file path', cwe: 22 },
  url: { title: 'the URL of a request', cwe: 918 },
  redirect: { title: 'a redirect', cwe: 601 },
  html: { title: 'HTML', cwe: 79 },
  header: { title: 'a header', cwe: 113 },
  log: { title: 'a log line', cwe: 117 },
  regex: { title: 'a regular expression', cwe: 1333 },
  slow: { title: 'the text of a slow regular expression', cwe: 1333 },
  xpath: { title: 'an XPath expression', cwe: 643 },
  ldap: { title: 'an LDAP filter', cwe: 90 },
  xml: { title: 'an XML parser', cwe: 611 },
  deserialize: { title: 'a deserializer', cwe: 502, deep: true },
  key: { title: 'a property name', cwe: 1321, deep: true },
  fields: { title: 'the fields of a record', cwe: 915, deep: 'names', apart: true },
  size: { title: 'a size or count', cwe: 770 },
  response: { title: 'a response', cwe: 209, deep: true },
  logged: { title: 'a log', cwe: 532, deep: true, apart: true },
  token: { title: 'a token', cwe: 338 },
  digest: { title: 'a fast hash', cwe: 916 },
};

export const kindNames = Object.keys(kinds) as readonly Kind[];

/** Bit of each kind, 1 << 0 to 1 << 24. */
export const bit = Object.fromEntries(kindNames.map((kind, i) => [kind, 1 << i])) as Readonly<Record<Kind, number>>;

export const SURE = 1 << 25;
export const RAW = 1 << 26;
export const ABSOLUTE = 1 << 27;
export const DOTTED = 1 << 28;
export const OUTSIDE = 1 << 29;
/** An object that a key from outside led to: it may be the prototype of all objects. */
export const PROTO = 1 << 30;
export const SEPARATED = 1 << 31;
/** What a fresh value has besides its kinds; it is no prototype. */
export const LABELS = SURE | RAW | ABSOLUTE | DOTTED | OUTSIDE | SEPARATED;
export const ALL_KINDS = (1 << kindNames.length) - 1;
export const EVERYTHING = ALL_KINDS | LABELS | PROTO;

export const bitsOf = (names: readonly Kind[]): number => names.reduce((mask, kind) => mask | bit[kind], 0);

/** Kinds in which the harm may sit in members of a value. */
export const DEEP = bitsOf(kindNames.filter((kind) => kinds[kind].deep !== undefined));

const sensitive = bitsOf(['response', 'logged', 'token', 'digest']);

/** What a value of an origin can do when nothing has been done to it. */
export const carries: Readonly<Record<Origin, number>> = {
  remote: ALL_KINDS & ~sensitive,
  cli: ALL_KINDS & ~sensitive,
  env: ALL_KINDS & ~sensitive,
  file: ALL_KINDS & ~sensitive,
  database: ALL_KINDS & ~sensitive,
  network: ALL_KINDS & ~sensitive,
  library: bitsOf(['command', 'argument', 'code', 'path', 'key', 'regex', 'slow']),
  error: bit.response,
  secret: bit.response | bit.logged | bit.digest,
  password: bit.digest | bit.logged,
  random: bit.token,
  uninitialised: bit.response,
  hash: bit.token | bit.digest,
};

export const untrusted = ['remote', 'cli', 'env', 'file', 'database', 'network', 'library'] as const;
