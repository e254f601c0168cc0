import { describe, expect, test } from 'vitest';
import { constantFact, fact, unknown, type Fact } from '../../src/engine/fact/fact.ts';
import { clearedByDenial, clearedByPattern, clearedByStripping } from '../../src/engine/safety/characters.ts';
import { and, CONSTANT, equality, EVERY_VALUE, ifFalse, ifTrue, merge, negated, nothing, or, softly, typeofClears, type Cleared } from '../../src/engine/safety/guards.ts';
import type { Kind } from '../../src/model/dsl.ts';
import { ALL_KINDS, bit, SURE } from '../../src/model/kinds.ts';
import { names } from './toys.ts';

/** `sql command`: these kinds, and of a row only those. */
const split = (kinds: string): Kind[] => kinds.split(' ').filter((kind) => kind !== '') as Kind[];
const has = (mask: number, cleared: string, left: string): void => {
  const found = names(mask);
  expect(split(cleared).filter((kind) => !found.includes(kind)), 'cleared').toEqual([]);
  expect(split(left).filter((kind) => found.includes(kind)), 'left').toEqual([]);
};

describe('a pattern that must match', () => {
  test.each<[RegExp, string, string]>([
    [/^\d+$/, 'sql nosql command code html header log ldap xpath regex path argument url redirect key', 'token size slow digest'],
    [/^\d{1,9}$/, 'sql path size slow', 'token'],
    [/^[\w-]+$/, 'sql command code html path url redirect', 'argument key'],
    [/^\w[\w-]*$/, 'argument sql', 'key'],
    [/^[a-z]+$/i, 'sql command argument key path', 'size'],
    [/^[\w.]+$/, 'sql command html', 'path code url'],
    [/^\w[\w.]*$/, 'path sql', 'code url'],
    [/^[\w./]+$/, 'html header', 'path url sql'],
    [/^\w[\w./]*$/, 'redirect', 'path url sql'],
    [/^[^<>"'&]+$/, 'html', 'sql command header'],
    [/^[^\r\n]*$/, 'header log nosql fields', 'sql html path'],
    [/^[^;]+$/, 'nosql fields', 'sql html header'],
    [/^[a-z ]+$/, 'code html header path', 'sql command'],
    [/^(?:asc|desc)$/, 'sql command html path size slow', 'token'],
  ])('%s', (pattern, cleared, left) => {
    has(clearedByPattern(pattern.source, pattern.flags), cleared, left);
  });

  test.each([/\d+/, /^\d+/, /\d+$/, /^\d+$/m, /^\d+|x$/, /^\d+$|x/])('%s vouches for nothing', (pattern) => {
    expect(names(clearedByPattern(pattern.source, pattern.flags))).toEqual([]);
  });

  test('what cannot be read vouches for nothing', () => {
    expect(names(clearedByPattern('^[a-z', ''))).toEqual([]);
  });

  test('a label of sureness is never taken', () => {
    expect(clearedByPattern('^\\d+$', '') & SURE).toBe(0);
  });
});

describe('a pattern that must not match', () => {
  test.each<[RegExp, string, string]>([
    [/[^\w]/, 'sql command code html path', 'key size'],
    [/[^\w]/g, 'sql command', 'key'],
    [/[<>"'&]/, 'html', 'sql command header'],
    [/[\r\n]/, 'header log', 'sql html'],
    [/\s/, 'header log', 'sql html'],
    [/[^\d]/, 'sql path key url argument', 'size slow'],
  ])('%s', (pattern, cleared, left) => {
    has(clearedByDenial(pattern.source, pattern.flags), cleared, left);
  });

  test.each([/^[^\w]$/, /[^\w]$/, /\.\./, /<script>/])('%s may be evaded', (pattern) => {
    expect(names(clearedByDenial(pattern.source, pattern.flags))).toEqual([]);
  });
});

describe('a replace that strips', () => {
  test.each<[RegExp, string, string, string]>([
    [/[^\w]/g, '', 'sql command html path', 'key'],
    [/\W+/g, '_', 'sql command html path', 'key'],
    [/[^a-z]/g, '', 'sql key path argument', 'size'],
    [/[^a-z]/g, '-', 'sql key path', 'argument'],
    [/[^a-z]/g, "'", 'path', 'sql command html'],
    [/[\r\n]/g, '', 'header log', 'sql html'],
    [/[\r\n]/g, '\n', '', 'header log'],
    [/<|>|"|'|&/g, '', 'html', 'sql'],
  ])('%s by %j', (pattern, replacement, cleared, left) => {
    has(clearedByStripping(pattern.source, pattern.flags, replacement), cleared, left);
  });

  test.each([/[^\w]/, /\r\n/g, /\.\.\//g, /<[^>]*>/g])('%s leaves them', (pattern) => {
    expect(names(clearedByStripping(pattern.source, pattern.flags, ''))).toEqual([]);
  });
});

describe('typeof', () => {
  test.each([
    ['number', 'sql command html path key', 'size token'],
    ['boolean', 'sql nosql', 'size token'],
    ['undefined', 'sql', 'size token'],
    ['string', 'nosql fields', 'sql command html size'],
    ['object', '', 'sql nosql html'],
    ['function', '', 'sql nosql'],
    ['nonsense', '', 'sql nosql'],
  ])('%s', (name, cleared, left) => {
    has(typeofClears(name), cleared, left);
    expect(typeofClears(name) & ~ALL_KINDS).toBe(0);
  });
});

describe('equality', () => {
  const value = (ident: number): Fact => fact({ ident });
  const entries = (cleared: Cleared): [number, number][] => [...cleared];

  test('with a constant of the program, either way round', () => {
    for (const said of [equality(value(1), constantFact('a')), equality(constantFact('a'), value(1))]) {
      expect(entries(said.yes)).toEqual([[1, CONSTANT]]);
      expect(entries(said.no)).toEqual([]);
    }
  });

  test.each<[string, Fact, Fact]>([
    ['two inputs', value(1), value(2)],
    ['two constants', constantFact('a'), constantFact('a')],
    ['a value without identity', unknown, constantFact('a')],
  ])('%s say nothing', (_, a, b) => {
    expect(entries(equality(a, b).yes)).toEqual([]);
    expect(entries(equality(a, b).no)).toEqual([]);
  });

  test('what the value is read from is vouched for as far as it tells', () => {
    const host = fact({ ident: 2, about: { idents: [1], mask: bit.url } });
    expect(entries(equality(host, constantFact('a.example')).yes)).toEqual([[2, CONSTANT], [1, bit.url]]);
    expect(entries(equality(host, value(3)).yes)).toEqual([]);
  });

  test('a test of the environment speaks of every value: outside of production', () => {
    const environment = fact({ about: { idents: [EVERY_VALUE], mask: bit.response } });
    const told: [number, number][] = [[EVERY_VALUE, bit.response]];
    const production = equality(environment, constantFact('production'));
    expect([entries(production.yes), entries(production.no)]).toEqual([[], told]);
    const development = equality(environment, constantFact('development'));
    expect([entries(development.yes), entries(development.no)]).toEqual([told, []]);
  });
});

describe('conditions put together', () => {
  const a = ifTrue(1, bit.sql | bit.html);
  const b = ifTrue(1, bit.html | bit.path);
  const yes = (r: { readonly yes: Cleared }): Kind[] => names(r.yes.get(1) ?? 0);
  const no = (r: { readonly no: Cleared }): Kind[] => names(r.no.get(1) ?? 0);

  test('and: what either says where true, what both say where false', () => {
    expect(yes(and(a, b))).toEqual(['sql', 'path', 'html']);
    expect(no(and(negated(a), negated(b)))).toEqual(['html']);
    expect(no(and(negated(a), nothing))).toEqual([]);
  });

  test('or: the other way round', () => {
    expect(yes(or(a, b))).toEqual(['html']);
    expect(yes(or(a, nothing))).toEqual([]);
    expect(no(or(negated(a), negated(b)))).toEqual(['sql', 'path', 'html']);
  });

  test('one value says nothing of another', () => {
    expect(or(a, ifTrue(2, bit.sql)).yes.size).toBe(0);
    expect([...and(a, ifTrue(2, bit.sql)).yes.keys()]).toEqual([1, 2]);
  });

  test('not: twice is as it was; true and false change places', () => {
    expect(negated(negated(a))).toEqual(a);
    expect(negated(a)).toEqual(ifFalse(1, bit.sql | bit.html));
  });

  test('merge: both speak of the same branch', () => {
    expect(yes(merge(a, b))).toEqual(['sql', 'path', 'html']);
  });

  test('without identity, or without bits, nothing is said', () => {
    expect(ifTrue(0, bit.sql).yes.size).toBe(0);
    expect(ifFalse(1, 0).no.size).toBe(0);
  });

  test('a check out of sight takes sureness in both branches, and is known as such', () => {
    const said = softly([0, 1]);
    for (const map of [said.yes, said.no, said.soft]) expect([...map]).toEqual([[1, SURE]]);
    expect(softly([0])).toBe(nothing);
    expect([...and(a, said).soft]).toEqual([[1, SURE]]);
    expect(a.soft.size).toBe(0);
  });
});
