/**
 * Asks whether a value that a user wrote has the shape that we expect, and says where it has not: the key, the value, what
 * is allowed, and what was probably meant. Whether the paths of a model mean anything is the registry's question.
 */
import type { Label, Mark, Model, Origin } from './dsl.ts';
import { carries, kindNames } from './kinds.ts';

/** Throws a `ShapeError` that names `key` if the value is not as it should be. */
export type Check = (value: unknown, key: string) => void;

export class ShapeError extends TypeError {
  override readonly name = 'ShapeError';
}

const print = (value: unknown): string => {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value) && value.length === 0) return '[]';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return String(value);
};

export const list = (values: readonly unknown[]): string => values.map(print).join(', ');

/** Edit distance, a swap of neighbours counting as one edit; small inputs only. */
const distance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const edits = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rows[i]?.push(swapped ? Math.min(edits, at(i - 2, j - 2) + 1) : edits);
    }
  }
  return at(a.length, b.length);
};

/** The allowed word that was probably meant, as the end of a message; empty if none is near. */
export const suggestion = (written: string, allowed: readonly string[]): string => {
  const near = allowed
    .map((word) => ({ word, edits: distance(written.toLowerCase().slice(0, 40), word.toLowerCase()) }))
    .filter(({ word, edits }) => edits <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.edits - b.edits)[0];
  return near === undefined ? '' : ` Did you mean '${near.word}'?`;
};

const refuse = (key: string, value: unknown, allowed: string, hint = ''): never => {
  throw new ShapeError(`${key} is ${print(value)}, but must be ${allowed}.${hint}`);
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp);

export const oneOf =
  (allowed: readonly (string | boolean)[]): Check =>
  (value, key) => {
    if (allowed.some((one) => one === value)) return;
    const words = allowed.filter((one) => typeof one === 'string');
    refuse(key, value, allowed.length === 1 ? list(allowed) : `one of ${list(allowed)}`, typeof value === 'string' ? suggestion(value, words) : '');
  };

export const text: Check = (value, key) => {
  if (typeof value !== 'string' || value === '') refuse(key, value, 'a string that is not empty');
};

export const wholeNumber: Check = (value, key) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) refuse(key, value, 'a whole number, 0 or more');
};

export const listOf =
  (check: Check, atLeast = 0): Check =>
  (value, key) => {
    if (!Array.isArray(value) || value.length < atLeast) return refuse(key, value, atLeast > 0 ? 'an array that is not empty' : 'an array');
    value.forEach((item, i) => check(item, `${key}[${i}]`));
  };

/** An object of these properties, all optional but those named in `required`. */
export const objectOf =
  (properties: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, key) => {
    if (!isRecord(value)) return refuse(key, value, `an object of ${Object.keys(properties).join(', ')}`);
    const known = Object.keys(properties);
    for (const [name, item] of Object.entries(value)) {
      const check = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (check === undefined) throw new ShapeError(`${key} has the unknown property '${name}'; it may have ${list(known)}.${suggestion(name, known)}`);
      if (item !== undefined) check(item, `${key}.${name}`);
    }
    for (const name of required) {
      if (value[name] === undefined) throw new ShapeError(`${key} lacks the property '${name}'.`);
    }
  };

/** An object whose keys are names of the user's own. */
const namesTo =
  (check: Check): Check =>
  (value, key) => {
    if (!isRecord(value)) return refuse(key, value, 'an object');
    for (const [name, item] of Object.entries(value)) check(item, `${key}['${name}']`);
  };

/** The check of the first test that holds; else an error that says `otherwise` is allowed. */
export const either =
  (...checks: readonly (readonly [test: (value: unknown) => boolean, check: Check])[]): ((otherwise: string) => Check) =>
  (otherwise) =>
  (value, key) => {
    const match = checks.find(([test]) => test(value));
    if (match === undefined) return refuse(key, value, otherwise);
    match[1](value, key);
  };

const isText = (value: unknown): boolean => typeof value === 'string';
export const fine: Check = () => {};

const keysTo = (keys: readonly string[], check: Check): Check => objectOf(Object.fromEntries(keys.map((key) => [key, check])));

const isLiteral = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const literal: Check = (value, key) => {
  if (!isLiteral(value)) refuse(key, value, 'a string, number, boolean or null');
};

const test = either(
  [isLiteral, fine],
  [(value) => value instanceof RegExp, fine],
  [Array.isArray, listOf(literal, 1)],
  [(value) => isRecord(value) && 'api' in value, objectOf({ api: text })],
  [(value) => isRecord(value) && 'notApi' in value, objectOf({ notApi: text })],
  [(value) => isRecord(value) && 'begins' in value, objectOf({ begins: (begins, key) => { if (!(begins instanceof RegExp)) refuse(key, begins, 'a pattern'); } })],
  [isRecord, objectOf({ is: oneOf(['present', 'absent', 'dynamic']) }, ['is'])],
)('a literal, an array of literals, a pattern, { api } or { is }');

const version: Check = (value, key) => {
  if (typeof value !== 'string' || !/\d/.test(value) || /[^\w.+*^~<>=|\s-]/.test(value)) refuse(key, value, "a range of versions as '<4'");
};
const tests: Check = (value, key) => {
  namesTo(test)(value, key);
  if (Object.hasOwn(value as object, 'version')) version((value as Readonly<Record<string, unknown>>).version, `${key}.version`);
};

/** A path, or a path with conditions and more. */
const at = (more: Readonly<Record<string, Check>> = {}): Check =>
  either([isText, text], [isRecord, objectOf({ at: text, when: tests, ...more }, ['at'])])('a path, or an object of at and when');

const flow: Check = (value, key) => {
  if (typeof value !== 'string' || !/\S (?:->|is) \S/.test(value)) refuse(key, value, `a flow as 'from -> to' or 'from is to'`);
};

const bind = objectOf({ values: text, tag: text, identifier: text, style: oneOf(['?', '$1', ':1', '@1', ':name', '@name']) });
const cleans = (more: Readonly<Record<string, Check>> = {}): Check => keysTo([...kindNames, '*'], listOf(at(more)));
const paths = listOf(text);

const origins = (Object.keys(carries) as Origin[]).filter((origin) => origin !== 'library');
const marks = ['handler', 'blocking', 'entities', 'record', 'exits', 'asserts', 'next', 'credential', 'rateLimit', 'headers', 'csrf', 'session', 'cookie', 'sessionCookie', 'notSecure', 'notHttpOnly', 'notSameSite', 'sameSiteNone', 'unawaited', 'unawaitedServer', 'streams', 'emitter', 'uncaught', 'unhandled', 'errorFirst', 'oldBuffer', 'becomes', 'permits', 'masks', 'listens', 'runs', 'certificates', 'anyCertificate', 'identity', 'tlsVersion', 'looseParser', 'connection', 'connects', 'decodes', 'verifies', 'openAlgorithms', 'defaultAlgorithms', 'algorithms', 'verificationKey', 'expired', 'memoryStore', 'endless', 'unsigned', 'signsIn', 'fixates', 'signs', 'weakDigest', 'weakSignature', 'weakCheck', 'equals', 'slow', 'same', 'iterates', 'rounds', 'saltRounds', 'scrypts', 'describes', 'least', 'digested', 'encrypts', 'decrypts', 'derives', 'weakCipher', 'repeats', 'unpads', 'makesKeys', 'groups', 'fixedBytes', 'checksPassword', 'equates', 'inherits', 'event', 'composes', 'composesBack', 'promisifies', 'cors', 'setsHeader', 'parses', 'noLimit', 'noFilter', 'reads', 'requestBody', 'app', 'part', 'mounts', 'plain', 'page', 'sends', 'protects', 'poweredBy'] as const satisfies readonly Mark[];

const properties: Readonly<Record<keyof Model, Check>> = {
  modules: listOf(text, 1),
  types: namesTo(listOf(at())),
  sources: keysTo(origins, listOf(at({ never: listOf(oneOf(kindNames)), as: text, whole: oneOf([true]) }))),
  sinks: keysTo(kindNames, listOf(at({ bind, instead: text, after: at(), whole: oneOf([true]), inDatabase: oneOf([true]), equals: text, shaped: oneOf([true]), guess: oneOf([true]) }))),
  sanitizers: cleans({ file: oneOf([true]) }),
  guards: cleans({ if: oneOf([false]) }),
  flows: listOf(either([isText, flow], [isRecord, objectOf({ flow, again: listOf(oneOf(kindNames)), below: oneOf([true]), only: listOf(oneOf(kindNames)), when: tests }, ['flow'])])('a flow, or an object of flow and again, below, only or when')),
  labels: keysTo(['normal', 'resolved', 'relative', 'dotless', 'name', 'separator', 'absolute', 'signature', 'equal', 'data'] satisfies Label[], paths),
  schemas: listOf(
    objectOf(
      {
        clean: listOf(at()),
        text: paths,
        fields: paths,
        items: paths,
        open: paths,
        closed: paths,
        matches: listOf(at()),
        or: paths,
        union: paths,
        and: paths,
        lists: paths,
        made: paths,
        unseen: paths,
        tested: paths,
        turned: paths,
        matched: paths,
        validated: paths,
        applied: paths,
        asked: paths,
        checks: listOf(
          objectOf(
            { call: text, schema: text, input: text, passed: text, failed: text, language: oneOf(['graphql']), output: either([isText, text], [(value) => value === true, fine])('a path or true'), drops: tests },
            ['call', 'schema', 'input'],
          ),
        ),
      },
      ['clean', 'checks'],
    ),
  ),
  marks: keysTo(marks, listOf(at())),
};

/** Whether a value has the shape of a `Model`. */
export const model: Check = objectOf(properties, ['modules']);
