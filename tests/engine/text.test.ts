import { describe, expect, test } from 'vitest';
import { constantFact, fact, joinFacts, type Fact } from '../../src/engine/fact/fact.ts';
import { clearedByPrefix } from '../../src/engine/fact/prefix.ts';
import { textOf, TextBuilder } from '../../src/engine/fact/text.ts';
import { addStep, concatSteps, shorter, type Steps } from '../../src/engine/fact/witness.ts';
import { Type } from '../../src/engine/value/value.ts';
import { STRING_KEEPS } from '../../src/engine/fact/mask.ts';
import { ABSOLUTE, EVERYTHING } from '../../src/model/kinds.ts';
import { names, nodeOf, origin, taint, texts } from './toys.ts';

const way = (...steps: readonly string[]): Steps | undefined => steps.reduce<Steps | undefined>((before, text, i) => addStep(before, text, i + 1), undefined);

/** What text may still do: it has no members. */
const TEXT = EVERYTHING & STRING_KEEPS;

describe('text', () => {
  const [n, m] = [nodeOf('n'), nodeOf('m')];
  const value = fact({ types: Type.string, taints: [taint(origin('x'), EVERYTHING)] });
  const left = (prefix: string): number => new TextBuilder().addConstant(prefix).add(value, n).done(0).taints[0]?.mask ?? 0;

  test('constants alone are a constant; with a hole it is text', () => {
    expect(new TextBuilder().addConstant('a').add(constantFact(1), n).addConstant('b').done(0)).toEqual(constantFact('a1b'));
    const built = new TextBuilder().addConstant('a').add(value, n).addConstant('b').done(9);
    expect(built).toMatchObject({ types: Type.string, literal: false, constant: undefined, ident: 9 });
    expect(built.text).toEqual({ parts: ['a', 'b'], holes: [{ node: n, fact: value }], known: true });
  });

  test('text in text lies flat', () => {
    const inner = new TextBuilder().addConstant('(').add(value, n).addConstant(')').done(0);
    expect(new TextBuilder().addConstant('a ').add(inner, m).add(value, m).done(0).text).toMatchObject({ parts: ['a (', ')', ''], holes: [{ node: n }, { node: m }] });
  });

  test('literal: as long as every part is', () => {
    const choice = joinFacts(constantFact('a'), constantFact('b'));
    expect(new TextBuilder().add(choice, n).addConstant('!').done(0)).toMatchObject({ literal: true, constant: undefined });
    expect(new TextBuilder().add(choice, n).add(value, m).done(0).literal).toBe(false);
  });

  test('64 holes are known; of more only the holes', () => {
    const build = (holes: number): TextBuilder => Array.from({ length: holes }).reduce<TextBuilder>((b) => b.add(value, nodeOf('h')), new TextBuilder());
    expect(build(64).done(0).text?.known).toBe(true);
    expect(build(65).done(0).text).toMatchObject({ known: false, parts: [] });
    expect(build(65).done(0).taints[0]?.mask).toBe(TEXT);
  });

  test('what stands before takes kinds away, what stands after does not', () => {
    expect(left('')).toBe(TEXT);
    expect(left('https://a.example/')).toBe(TEXT & ~clearedByPrefix('https://a.example/'));
    expect(new TextBuilder().add(value, n).addConstant('https://a.example/').done(0).taints[0]?.mask).toBe(TEXT);
  });

  test('a text that is not known is a hole of another', () => {
    const over = fact({ types: Type.string, text: { parts: [], holes: [{ node: n, fact: value }], known: false } });
    expect(textOf(over, m)).toEqual({ parts: ['', ''], holes: [{ node: m, fact: over }], known: true });
    expect(textOf(constantFact(null), m)).toEqual({ parts: ['null'], holes: [], known: true });
  });

  test('a join of equal texts is known, of different ones only the holes are', () => {
    const text = (before: string, node = n): Fact => new TextBuilder().addConstant(before).add(value, node).done(0);
    expect(joinFacts(text('a'), text('a')).text).toMatchObject({ known: true, parts: ['a', ''] });
    expect(joinFacts(text('a'), text('b')).text).toMatchObject({ known: false, holes: [{ node: n }] });
    expect(joinFacts(text('a'), text('a', m)).text).toMatchObject({ known: false, holes: [{ node: n }, { node: m }] });
    expect(joinFacts(constantFact('a'), text('a')).text?.known).toBe(false);
  });
});

describe('prefixes', () => {
  test.each([
    ['https://api.example/', ['argument', 'url', 'redirect']],
    ['https://api.example?q=', ['argument', 'url', 'redirect']],
    ['//api.example/', ['argument', 'url', 'redirect']],
    ['https://api.example', ['argument']],
    ['https://user@', ['argument']],
    ['https://', ['argument']],
    ['/users/', ['argument', 'url', 'redirect']],
    ['users/', ['argument', 'url', 'redirect']],
    ['?q=', ['argument', 'url', 'redirect']],
    ['\uFFFC/users/', ['argument', 'url', 'redirect']],
    ['\uFFFC://', ['argument']],
    ['\uFFFC://\uFFFC/', ['argument', 'url', 'redirect']],
    ['\uFFFC', []],
    ['/', ['argument']],
    ['//', ['argument']],
    ['/\\', ['argument']],
    ['--name=', ['argument']],
    [' \t', []],
  ])('%j', (prefix, cleared) => {
    const mask = clearedByPrefix(prefix);
    expect(names(mask).sort()).toEqual([...cleared].sort());
    expect(mask & ABSOLUTE).toBe(ABSOLUTE);
  });
});

describe('the way of a value', () => {
  test('steps stand in order; the same one twice running counts once', () => {
    expect(texts(way('a', 'b', 'c'))).toEqual(['a', 'b', 'c']);
    expect(texts(addStep(way('a'), 'a', 1))).toEqual(['a']);
    expect(texts(addStep(way('a'), 'a', 2))).toEqual(['a', 'a']);
  });

  test('twelve steps at most', () => {
    expect(texts(way(...Array.from({ length: 12 }, (_, i) => `s${i}`)))).toHaveLength(12);
    expect(texts(way(...Array.from({ length: 30 }, (_, i) => `s${i}`))).at(-1)).toBe('s11');
  });

  test('tails are shared', () => {
    const tail = way('a', 'b');
    expect(addStep(tail, 'c', 3)?.before).toBe(tail);
  });

  test('one way after another', () => {
    expect(texts(concatSteps(way('a', 'b'), way('c', 'd')))).toEqual(['a', 'b', 'c', 'd']);
    expect(texts(concatSteps(undefined, way('c')))).toEqual(['c']);
    expect(texts(concatSteps(way('a'), undefined))).toEqual(['a']);
    expect(concatSteps(undefined, undefined)).toBeUndefined();
  });

  test('no way is the shortest; of two as long the first', () => {
    const [a, b] = [way('a'), way('b')];
    expect(shorter(a, b)).toBe(a);
    expect(shorter(a, undefined)).toBeUndefined();
    expect(shorter(way('a', 'b'), b)).toBe(b);
  });
});
