import { describe, expect, test } from 'vitest';
import { constantFact, derived, fact, filterTaints, joinFacts, joinRefs, joinTaints, sameRef, symFact, undefinedFact, unknown, unseen, unseenTaints, unsure, type FnRef, type Ref, type Taint } from '../../src/engine/fact/fact.ts';
import { clearedByPrefix } from '../../src/engine/fact/prefix.ts';
import { textOf, TextBuilder } from '../../src/engine/fact/text.ts';
import { addStep, concatSteps, shorter, type Steps } from '../../src/engine/fact/witness.ts';
import { Type, type Primitive } from '../../src/engine/value/value.ts';
import { ABSOLUTE, bit, bitsOf, EVERYTHING, RAW, SURE } from '../../src/model/kinds.ts';
import { functionOf, memberOf, names, nodeOf, origin, param, taint, texts } from './toys.ts';

const way = (...steps: readonly string[]): Steps | undefined => steps.reduce<Steps | undefined>((before, text, i) => addStep(before, text, i + 1), undefined);
const object = (id: number): Ref => ({ k: 'obj', id, cls: undefined, what: 'plain' });
const regex = (source: string, flags = ''): Ref => ({ k: 'regex', source, flags });

describe('constants', () => {
  test.each<[Primitive, number]>([
    ['a', Type.string],
    [1, Type.number],
    [1n, Type.bigint],
    [true, Type.boolean],
    [null, Type.null],
    [undefined, Type.undefined],
  ])('%s', (value, types) => {
    expect(constantFact(value)).toMatchObject({ types, literal: true, constant: { value }, taints: [], ident: 0 });
  });

  test('what is unknown may be anything, and is no constant', () => {
    expect(unknown).toMatchObject({ types: Type.any, literal: false, constant: undefined, taints: [], exact: false });
  });

  test('what is out of sight asks for proof of constants only', () => {
    expect(unseen.taints.map((t) => names(t.mask))).toEqual([['sql', 'command']]);
    expect(unseen.literal).toBe(false);
  });

  test('a symbol stands for all that its value may carry', () => {
    const p = param(7);
    expect(symFact(p)).toMatchObject({ refs: [p], taints: [{ origin: p, mask: EVERYTHING, steps: undefined }], ident: 7, exact: true });
  });
});

describe('joins of facts', () => {
  test('types: what either may be', () => {
    expect(joinFacts(constantFact('a'), constantFact(1)).types).toBe(Type.string | Type.number);
  });

  test('literal: only where both are', () => {
    expect(joinFacts(constantFact('a'), constantFact('b'))).toMatchObject({ literal: true, constant: undefined });
    expect(joinFacts(constantFact('a'), unknown)).toMatchObject({ literal: false, constant: undefined });
  });

  test('a constant stays where both are the same; 0 and -0 are two', () => {
    expect(joinFacts(constantFact('a'), constantFact('a')).constant).toEqual({ value: 'a' });
    expect(joinFacts(constantFact(NaN), constantFact(NaN)).constant).toEqual({ value: NaN });
    expect(joinFacts(constantFact(0), constantFact(-0)).constant).toBeUndefined();
    expect(joinFacts(undefinedFact, constantFact(null)).constant).toBeUndefined();
  });

  test.each(['ident', 'madeOf'] as const)('%s: only where both share it', (key) => {
    expect(joinFacts(fact({ [key]: 3 }), fact({ [key]: 3, types: Type.string }))[key]).toBe(3);
    expect(joinFacts(fact({ [key]: 3 }), fact({ [key]: 4 }))[key]).toBe(0);
  });

  test('exact: only where both are', () => {
    expect(joinFacts(fact({ exact: true }), fact({ exact: true, types: Type.null })).exact).toBe(true);
    expect(joinFacts(fact({ exact: true }), fact({})).exact).toBe(false);
  });

  test('about: only what both are told of', () => {
    const about = { idents: [1], mask: bit.url };
    expect(joinFacts(fact({ about }), fact({ about, types: Type.null })).about).toBe(about);
    expect(joinFacts(fact({ about }), fact({ about: { ...about } })).about).toBeUndefined();
  });

  test('a join that adds nothing is the first fact itself; one that adds is not', () => {
    const a = fact({ types: Type.string | Type.number, taints: [taint(origin('x'), bit.sql)] });
    expect(joinFacts(a, fact({ types: Type.string, taints: a.taints }))).toBe(a);
    expect(joinFacts(a, fact({ types: Type.null }))).not.toBe(a);
  });
});

describe('joins of references', () => {
  const f = functionOf(1);
  const fn = (captures?: FnRef['captures']): FnRef => ({ k: 'fn', fn: f, captures, boundThis: undefined, boundArguments: undefined });

  test.each<[string, Ref, Ref, boolean]>([
    ['one object', object(1), object(1), true],
    ['two objects', object(1), object(2), false],
    ['one symbol', param(1), param(1), true],
    ['two symbols', param(1), param(2), false],
    ['one pattern', regex('a'), regex('a'), true],
    ['other flags', regex('a'), regex('a', 'g'), false],
    ['one function', fn(), fn(), true],
    ['closures over different things', fn(new Map()), fn(new Map()), false],
    ['an object and a symbol of one number', object(1), param(1), false],
    ['one native', { k: 'native', name: 'resolve', place: 1 }, { k: 'native', name: 'resolve', place: 1 }, true],
    ['natives of two places', { k: 'native', name: 'resolve', place: 1 }, { k: 'native', name: 'resolve', place: 2 }, false],
  ])('%s', (_, a, b, same) => {
    expect(sameRef(a, b)).toBe(same);
    expect(joinRefs([a], [b])).toHaveLength(same ? 1 : 2);
  });

  test('nothing new: the first list itself', () => {
    const a = [object(1), object(2)];
    expect(joinRefs(a, [object(2)])).toBe(a);
    expect(joinRefs(a, [])).toBe(a);
    expect(joinRefs([], a)).toBe(a);
  });

  test('at most eight are kept, and the lists that came in stay as they were', () => {
    const a = [object(1)];
    const joined = joinRefs(a, Array.from({ length: 20 }, (_, i) => object(i + 1)));
    expect(joined).toHaveLength(8);
    expect(a).toHaveLength(1);
  });
});

describe('joins of taints', () => {
  const [x, y] = [origin('x'), origin('y')];

  test.each<[string, Taint, Taint, number]>([
    ['one origin, sure both times', taint(x, bit.sql | SURE), taint(x, bit.html | SURE), 1],
    ['one origin, unsure both times', taint(x, bit.sql), taint(x, bit.html), 1],
    ['one origin, sure and unsure', taint(x, bit.sql | SURE), taint(x, bit.html), 2],
    ['two origins', taint(x, bit.sql | SURE), taint(y, bit.sql | SURE), 2],
    ['two origins of one text', taint(x, bit.sql), taint(origin('x'), bit.sql), 2],
  ])('%s', (_, a, b, count) => {
    const joined = joinTaints([a], [b]);
    expect(joined).toHaveLength(count);
    expect(joined.reduce((mask, t) => mask | t.mask, 0)).toBe(a.mask | b.mask);
  });

  test('the shorter way is kept', () => {
    const [long, short] = [way('a', 'b'), way('c')];
    expect(joinTaints([taint(x, bit.sql, long)], [taint(x, bit.sql, short)])[0]?.steps).toBe(short);
    expect(joinTaints([taint(x, bit.sql, short)], [taint(x, bit.sql, long)])[0]?.steps).toBe(short);
  });

  test('nothing new: the first list itself', () => {
    const a = [taint(x, bit.sql | bit.html)];
    expect(joinTaints(a, [taint(x, bit.sql)])).toBe(a);
    expect(joinTaints(a, [taint(x, bit.path)])).not.toBe(a);
  });

  test('the lists that came in stay as they were', () => {
    const a = [taint(x, bit.sql)];
    joinTaints(a, [taint(x, bit.html), taint(y, bit.sql)]);
    expect(a).toEqual([taint(x, bit.sql)]);
  });
});

describe('too many taints', () => {
  const many = (mask: number): Taint[] => Array.from({ length: 12 }, (_, i) => taint(origin(`o${i}`), mask));
  const union = (list: readonly Taint[]): number => list.reduce((mask, t) => mask | t.mask, 0);

  test('twelve are kept apart, a thirteenth adds its kinds to one that is as sure', () => {
    const joined = joinTaints(many(bit.sql | SURE), [taint(origin('more'), bit.html | SURE)]);
    expect(joined).toHaveLength(12);
    expect(joined.filter((t) => (t.mask & bit.html) !== 0)).toHaveLength(1);
    expect(joinTaints(many(bit.sql).slice(1), [taint(origin('more'), bit.html)]).at(-1)?.mask).toBe(bit.html);
  });

  test('a sure one among unsure ones keeps its sureness, and lends it to none', () => {
    const joined = joinTaints(many(bit.sql), [taint(origin('more'), bit.html | SURE)]);
    expect(joined).toHaveLength(12);
    expect(joined.filter((t) => (t.mask & SURE) !== 0).map((t) => t.mask)).toEqual([bit.html | SURE]);
  });

  test("a parameter's members fold into the parameter", () => {
    const p = param(1);
    const members = Array.from({ length: 12 }, (_, i) => taint(memberOf(p, 10 + i, `m${i}`), bit.sql));
    const joined = joinTaints(members, [taint(memberOf(memberOf(p, 50, 'a'), 51, 'b'), bit.html)]);
    expect(joined).toHaveLength(12);
    expect(joined.find((t) => t.origin === p)?.mask).toBe(bit.sql | bit.html);
  });

  test('what is out of sight gives way', () => {
    expect(joinTaints(many(bit.sql), unseenTaints).every((t) => t.origin.k === 'named')).toBe(true);
    expect(joinTaints(many(bit.sql).slice(1), unseenTaints).at(-1)?.origin.k).toBe('unseen');
  });

  test('no kind is lost', () => {
    expect(union(joinTaints(many(bit.sql), [taint(origin('a'), bit.html), taint(origin('b'), bit.path)]))).toBe(bitsOf(['sql', 'html', 'path']));
  });
});

describe('filterTaints', () => {
  const x = origin('x');

  test('only these bits are left, on the same way', () => {
    const steps = way('a');
    expect(filterTaints([taint(x, bit.sql | bit.html | SURE, steps)], ~bit.sql)).toEqual([taint(x, bit.html | SURE, steps)]);
  });

  test('one without a kind is gone, though labels are left', () => {
    expect(filterTaints([taint(x, bit.sql | SURE | RAW | ABSOLUTE)], ~bit.sql)).toEqual([]);
    expect(filterTaints([taint(x, bit.sql | SURE)], ~SURE)).toEqual([taint(x, bit.sql)]);
  });

  test('nothing taken: the list itself', () => {
    const list = [taint(x, bit.sql)];
    expect(filterTaints(list, ~bit.html)).toBe(list);
  });

  test('unsure, and derived', () => {
    const from = fact({ taints: [taint(x, bit.sql | bit.nosql | SURE)], ident: 5, exact: true });
    expect(unsure(from.taints).map((t) => t.mask)).toEqual([bit.sql | bit.nosql]);
    expect(derived(from, ~bit.nosql, Type.string)).toMatchObject({ types: Type.string, taints: [taint(x, bit.sql | SURE)], ident: 0, exact: false });
  });
});

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
    expect(build(65).done(0).taints[0]?.mask).toBe(EVERYTHING);
  });

  test('what stands before takes kinds away, what stands after does not', () => {
    expect(left('')).toBe(EVERYTHING);
    expect(left('https://a.example/')).toBe(EVERYTHING & ~clearedByPrefix('https://a.example/'));
    expect(new TextBuilder().add(value, n).addConstant('https://a.example/').done(0).taints[0]?.mask).toBe(EVERYTHING);
  });

  test('a text that is not known is a hole of another', () => {
    const over = fact({ types: Type.string, text: { parts: [], holes: [{ node: n, fact: value }], known: false } });
    expect(textOf(over, m)).toEqual({ parts: ['', ''], holes: [{ node: m, fact: over }], known: true });
    expect(textOf(constantFact(null), m)).toEqual({ parts: ['null'], holes: [], known: true });
  });

  test('a join of equal texts is known, of different ones only the holes are', () => {
    const text = (before: string, node = n) => new TextBuilder().addConstant(before).add(value, node).done(0);
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
    ['/users/', ['argument', 'redirect']],
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
