import { describe, expect, test } from 'vitest';
import { constantFact, fact, symFact, unknown, type Fact, type Ref } from '../../src/engine/fact/fact.ts';
import { TextBuilder } from '../../src/engine/fact/text.ts';
import { addStep } from '../../src/engine/fact/witness.ts';
import { mixture, Substitution } from '../../src/engine/summary/apply.ts';
import { Type, type ObjRef, type Sym } from '../../src/engine/value/value.ts';
import { bit, EVERYTHING, SURE } from '../../src/model/kinds.ts';
import { functionOf, memberOf, names, nodeOf, origin, param, taint, texts } from './toys.ts';

const [p, q] = [param(1), param(2)];
const input = origin('req.query.id');
const tainted = fact({ types: Type.string, taints: [taint(input, EVERYTHING)], ident: 50 });

const object = (id: number): ObjRef => ({ k: 'obj', id, cls: undefined, what: 'plain' });
/** A call that knows these symbols, and copies objects by adding 100. */
const call = (known: ReadonlyMap<Sym, Fact>, text = 'helper()'): Substitution =>
  new Substitution({
    resolve: (sym) => known.get(sym),
    copyObject: (ref) => (ref.id < 100 ? object(ref.id + 100) : ref),
    step: { text, line: 3 },
  });
const given = (actual: Fact): Substitution => call(new Map([[p, actual]]));

describe('the very value that was given', () => {
  test('a parameter returned as it is, is the argument', () => {
    const result = given(tainted).fact(symFact(p));
    expect(result).toMatchObject({ types: Type.string, ident: 50, taints: [{ origin: input, mask: EVERYTHING }] });
    expect(texts(result.taints[0]?.steps)).toEqual(['helper()']);
  });

  test('a constant for it makes the result constant; of another parameter it does not', () => {
    expect(given(constantFact('a')).fact(symFact(p))).toMatchObject({ constant: { value: 'a' }, taints: [] });
    const other = symFact(q);
    expect(given(constantFact('a')).fact(other)).toBe(other);
  });

  test('guarded on the way it has lost what the guard took', () => {
    const guarded = { ...symFact(p), taints: [taint(p, EVERYTHING & ~bit.sql)] };
    const kinds = names(given(tainted).fact(guarded).taints[0]?.mask ?? 0);
    expect(kinds).not.toContain('sql');
    expect(kinds).toContain('html');
    expect(given(tainted).fact({ ...symFact(p), taints: [] }).taints).toEqual([]);
  });
});

describe('values made of what was given', () => {
  const made = (mask: number): Fact => fact({ types: Type.string, taints: [taint(p, mask)], ident: 9 });

  test.each([
    ['all', EVERYTHING, EVERYTHING, EVERYTHING],
    ['what the callee lets through', EVERYTHING, bit.sql | SURE, bit.sql | SURE],
    ['what the caller gave', bit.sql | bit.html, EVERYTHING, bit.sql | bit.html],
    ['only what both leave', bit.sql | bit.html, bit.sql | bit.path, bit.sql],
    ['unsure on one side is unsure', bit.sql, bit.sql | SURE, bit.sql],
    ['nothing in common', bit.sql, bit.path, undefined],
  ])('%s', (_, actual, edge, mask) => {
    expect(given(fact({ taints: [taint(input, actual)] })).fact(made(edge)).taints[0]?.mask).toBe(mask);
  });

  test('the way: to the call, the call, then on inside the callee', () => {
    const inside = fact({ taints: [taint(p, EVERYTHING, addStep(undefined, 'trim()', 9))], types: Type.string });
    const outside = fact({ taints: [taint(input, EVERYTHING, addStep(undefined, 'read()', 1))] });
    expect(texts(given(outside).fact(inside).taints[0]?.steps)).toEqual(['read()', 'helper()', 'trim()']);
    expect(texts(call(new Map([[p, outside]]), '').fact(inside).taints[0]?.steps)).toEqual(['read()', 'trim()']);
  });

  test("two symbols, one known: the other is the caller's own", () => {
    const both = fact({ taints: [taint(p, EVERYTHING), taint(q, EVERYTHING)] });
    expect(given(tainted).fact(both).taints.map((t) => t.origin)).toEqual([input, q]);
  });

  test('a symbol for a symbol', () => {
    const outer = memberOf(q, 7, 'body');
    expect(given(symFact(outer)).fact(made(bit.sql)).taints).toMatchObject([{ origin: outer, mask: bit.sql }]);
  });

  test('named origins of the callee stay; a fact without any is itself', () => {
    const own = fact({ taints: [taint(input, bit.sql)] });
    expect(given(tainted).fact(own)).toBe(own);
    const plain = fact({ types: Type.number });
    expect(given(tainted).fact(plain)).toBe(plain);
  });

  test('each fact once: asked again it is the same', () => {
    const substitution = given(tainted);
    const value = made(EVERYTHING);
    expect(substitution.fact(value)).toBe(substitution.fact(value));
  });
});

describe('text', () => {
  const n = nodeOf('n');
  const text = new TextBuilder().addConstant('a = ').add(symFact(p), n).addConstant(';').done(8);

  test('a constant in its hole joins the constant parts', () => {
    expect(given(constantFact(5)).fact(text)).toMatchObject({ constant: { value: 'a = 5;' }, taints: [] });
    expect(given(tainted).fact(text)).toMatchObject({ constant: undefined, text: { parts: ['a = ', ';'], holes: [{ node: n, fact: { ident: 50 } }] } });
  });

  test('text in its hole lies flat', () => {
    const m = nodeOf('m');
    const where = new TextBuilder().addConstant('(').add(tainted, m).addConstant(')').done(0);
    expect(given(where).fact(text).text).toMatchObject({ parts: ['a = (', ');'], holes: [{ node: m }] });
  });

  test('nothing known of it: its holes stay symbols', () => {
    expect(call(new Map()).fact(text)).toMatchObject({ text: { parts: ['a = ', ';'] }, taints: [{ origin: p }] });
  });
});

describe('references', () => {
  const refs = (f: Fact): readonly Ref[] => f.refs;

  test('an object that is returned is copied for the call; one of the caller is not', () => {
    expect(refs(given(tainted).fact(fact({ refs: [object(4)] })))).toEqual([object(104)]);
    const own = fact({ refs: [object(104)] });
    expect(given(tainted).fact(own)).toBe(own);
  });

  test('a symbol among references becomes what is referred to, and the identity goes', () => {
    const either = fact({ types: Type.null, refs: [p, object(4)], ident: 6 });
    const result = given(fact({ types: Type.object, refs: [object(105)] })).fact(either);
    expect(refs(result)).toEqual([object(105), object(104)]);
    expect(result).toMatchObject({ types: Type.null | Type.object, ident: 0 });
  });

  test('what a closure captured is known at the call, too', () => {
    const closure = (boundArguments: readonly Fact[] | undefined): Fact => fact({ refs: [{ k: 'fn', fn: functionOf(3), captures: undefined, boundThis: undefined, boundArguments }] });
    const [ref] = refs(given(tainted).fact(closure([symFact(p)])));
    expect(ref?.k === 'fn' ? ref.boundArguments?.[0]?.taints : undefined).toMatchObject([{ origin: input }]);
    const bare = closure(undefined);
    expect(given(tainted).fact(bare)).toBe(bare);
  });

  test('facts nested deep come to an end, with their taints', () => {
    let nested = symFact(p);
    for (let i = 0; i < 30; i++) nested = fact({ refs: [{ k: 'fn', fn: functionOf(i), captures: undefined, boundThis: nested, boundArguments: undefined }], taints: [taint(p, bit.sql)] });
    expect(given(tainted).fact(nested).taints).toMatchObject([{ origin: input, mask: bit.sql }]);
  });
});

describe('what an unknown function may make of values', () => {
  test('all their taints, unsure, and what is out of sight', () => {
    const { taints } = mixture([tainted, symFact(p)]);
    expect(taints.map((t) => t.origin)).toEqual([{ k: 'unseen' }, input, p]);
    expect(taints.every((t) => (t.mask & SURE) === 0)).toBe(true);
  });

  test('of constants only what is out of sight', () => {
    expect(mixture([constantFact('a'), unknown]).taints.map((t) => t.origin.k)).toEqual(['unseen']);
    expect(mixture([]).literal).toBe(false);
  });
});
