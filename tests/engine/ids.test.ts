import { describe, expect, test } from 'vitest';
import { Ids } from '../../src/engine/value/ids.ts';

describe('numbers of places', () => {
  test('no number is given twice, whatever asks for it', () => {
    const ids = new Ids();
    const variable = {};
    const base = ids.of(variable);
    const numbers = [base, ids.fresh(), ids.fresh(), ids.of({}), ids.child(base, 'a'), ids.child(base, 'b'), ids.copy({}, base)];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('0 is no number: it means no identity', () => {
    const ids = new Ids();
    expect([ids.fresh(), ids.of({}), ids.child(1, 'a'), ids.copy({}, 1)]).not.toContain(0);
  });

  test('the same object has the same number, an equal one has not', () => {
    const ids = new Ids();
    const object = { name: 'x' };
    expect(ids.of(object)).toBe(ids.of(object));
    expect(ids.of(object)).not.toBe(ids.of({ name: 'x' }));
  });

  test('two of them number on their own', () => {
    const object = {};
    const [a, b] = [new Ids(), new Ids()];
    a.fresh();
    expect(a.of(object)).toBe(2);
    expect(b.of(object)).toBe(1);
  });
});

describe('members', () => {
  test('the same member of the same base has the same number; of another base or name it has not', () => {
    const ids = new Ids();
    const [a, b] = [ids.fresh(), ids.fresh()];
    expect(ids.child(a, 'x')).toBe(ids.child(a, 'x'));
    expect(ids.child(a, 'x')).not.toBe(ids.child(b, 'x'));
    expect(ids.child(a, 'x')).not.toBe(ids.child(a, 'y'));
    expect(ids.child(a, 'x')).not.toBe(ids.child(a, '*'));
  });

  test('names of the prototype are names as any', () => {
    const ids = new Ids();
    const base = ids.fresh();
    const names = ['__proto__', 'constructor', 'toString', ''];
    expect(new Set(names.map((name) => ids.child(base, name))).size).toBe(names.length);
  });

  test('children are those that anyone has spoken of, and no others', () => {
    const ids = new Ids();
    const [a, b] = [ids.fresh(), ids.fresh()];
    const x = ids.child(a, 'x');
    const any = ids.child(a, '*');
    ids.child(x, 'deeper');
    expect([...(ids.children(a) ?? [])]).toEqual([['x', x], ['*', any]]);
    expect(ids.children(b)).toBeUndefined();
  });
});

describe('copies at calls', () => {
  test('one a call and an object', () => {
    const ids = new Ids();
    const [call, other] = [{}, {}];
    const [o1, o2] = [ids.fresh(), ids.fresh()];
    expect(ids.copy(call, o1)).toBe(ids.copy(call, o1));
    expect(ids.copy(call, o1)).not.toBe(ids.copy(call, o2));
    expect(ids.copy(call, o1)).not.toBe(ids.copy(other, o1));
    expect(ids.copy(call, o1)).not.toBe(o1);
  });

  test('many calls and objects do not run into each other', () => {
    const ids = new Ids();
    const calls = Array.from({ length: 30 }, () => ({}));
    const copies = new Set<number>();
    for (const call of calls) for (let object = 1; object <= 30; object++) copies.add(ids.copy(call, object));
    expect(copies.size).toBe(900);
  });
});
