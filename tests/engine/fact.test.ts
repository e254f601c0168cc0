import { describe, expect, test } from 'vitest';
import { constantFact, derived, fact, filterTaints, joinFacts, joinRefs, joinTaints, sameRef, symFact, undefinedFact, unknown, unseen, unseenTaints, unsure, type FnRef, type Ref, type Taint } from '../../src/engine/fact/fact.ts';
import { addStep, type Steps } from '../../src/engine/fact/witness.ts';
import { Type, type Primitive } from '../../src/engine/value/value.ts';
import { ABSOLUTE, bit, bitsOf, EVERYTHING, RAW, SURE } from '../../src/model/kinds.ts';
import { functionOf, memberOf, names, origin, param, taint } from './toys.ts';

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
    ['closures over different things', fn(new Map([['this', unknown]])), fn(new Map([['this', unseen]])), false],
    ['closures over the same things, made twice', fn(new Map([['this', unknown]])), fn(new Map([['this', { ...unknown }]])), true],
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
