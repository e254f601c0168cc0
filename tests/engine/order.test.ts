import { describe, expect, test } from 'vitest';
import type { FunctionInfo } from '../../src/engine/project/source.ts';
import { bottomUp, Worklist } from '../../src/engine/summary/order.ts';
import { functionOf } from './toys.ts';

/** Functions by a letter, given who uses whom: `a: 'bc'`. In the order of the letters given. */
const graph = (uses: Readonly<Record<string, string>>): { readonly list: FunctionInfo[]; readonly by: (name: string) => FunctionInfo } => {
  const map = new Map(Object.keys(uses).map((name, i) => [name, functionOf(i, name)]));
  const by = (name: string): FunctionInfo => map.get(name) ?? functionOf(-1, name);
  for (const [name, used] of Object.entries(uses)) for (const other of used) by(name).uses.add(by(other));
  return { list: [...map.values()], by };
};

const orderOf = (uses: Readonly<Record<string, string>>): string => bottomUp(graph(uses).list).map((fn) => fn.name).join('');

/** Who comes after something that uses it, apart from circles. */
const late = (order: readonly FunctionInfo[]): string[] => {
  const rank = new Map(order.map((fn, i) => [fn, i]));
  return order.flatMap((fn) => [...fn.uses].filter((used) => (rank.get(used) ?? 0) > (rank.get(fn) ?? 0)).map((used) => `${fn.name}>${used.name}`));
};

describe('bottomUp', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['none', {}, ''],
    ['one', { a: '' }, 'a'],
    ['strangers stay in source order', { a: '', b: '', c: '' }, 'abc'],
    ['a chain', { a: 'b', b: 'c', c: '' }, 'cba'],
    ['a chain written bottom up', { c: '', b: 'c', a: 'b' }, 'cba'],
    ['one that uses itself', { a: 'ab', b: '' }, 'ba'],
    ['a diamond', { a: 'bc', b: 'd', c: 'd', d: '' }, 'dbca'],
    ['a circle comes after what it uses, before its users', { a: 'b', b: 'c', c: 'bd', d: '' }, 'dcba'],
  ])('%s', (_, uses, order) => {
    expect(orderOf(uses)).toBe(order);
  });

  test('two circles, one using the other, stay together each', () => {
    const order = orderOf({ a: 'bx', b: 'a', x: 'y', y: 'x' });
    expect([...order.slice(0, 2)].sort()).toEqual(['x', 'y']);
    expect([...order.slice(2)].sort()).toEqual(['a', 'b']);
  });

  test('every function once', () => {
    const { list } = graph({ a: 'bcd', b: 'acd', c: 'd', d: 'c', e: 'ae' });
    const order = bottomUp(list);
    expect(new Set(order)).toEqual(new Set(list));
    expect(order).toHaveLength(list.length);
  });

  test('layers of diamonds: each before its users', () => {
    const layers = Array.from({ length: 40 }, (_, l) => [0, 1, 2].map((i) => functionOf(l * 3 + i)));
    layers.forEach((layer, l) => layer.forEach((fn) => layers[l + 1]?.forEach((used) => fn.uses.add(used))));
    expect(late(bottomUp(layers.flat()))).toEqual([]);
  });

  const chain = (length: number): FunctionInfo[] => {
    const list = Array.from({ length }, (_, i) => functionOf(i));
    list.forEach((fn, i) => {
      const next = list[i + 1];
      if (next) fn.uses.add(next);
    });
    return list;
  };

  test('a chain of 20,000 does not overflow the stack', () => {
    const list = chain(20_000);
    const order = bottomUp(list);
    expect(order).toHaveLength(20_000);
    expect(order[0]).toBe(list.at(-1));
    expect(order.at(-1)).toBe(list[0]);
    expect(late(order)).toEqual([]);
  });

  test('nor does a circle of 20,000, with one before and one after', () => {
    const list = chain(20_000);
    const [first] = list;
    const [user, used] = [functionOf(-1, 'user'), functionOf(-2, 'used')];
    if (first) {
      list.at(-1)?.uses.add(first);
      user.uses.add(first);
    }
    list[10_000]?.uses.add(used);
    const order = bottomUp([user, ...list, used]);
    expect(order).toHaveLength(20_002);
    expect(order[0]).toBe(used);
    expect(order.at(-1)).toBe(user);
  });
});

describe('Worklist', () => {
  test('goes in the given order, whatever the order of what is pending', () => {
    const { list, by } = graph({ a: '', b: '', c: '' });
    const visited: string[] = [];
    new Worklist(list, 3).run(new Set([by('c'), by('a'), by('b')]), (fn) => visited.push(fn.name));
    expect(visited.join('')).toBe('abc');
  });

  test('one that always changes is walked as often as is allowed, others once', () => {
    const { list, by } = graph({ a: '', b: '' });
    const pending = new Set(list);
    const visited: string[] = [];
    new Worklist(list, 3).run(pending, (fn) => {
      visited.push(fn.name);
      if (fn.name === 'a') pending.add(by('a'));
    });
    expect([...visited].sort().join('')).toBe('aaab');
    expect(pending.size).toBe(0);
  });

  test.each([
    [0, ''],
    [1, 'ab'],
    [2, 'abab'],
  ])('two that change each other, %i times at most', (most, expected) => {
    const { list, by } = graph({ a: '', b: '' });
    const pending = new Set(list);
    const visited: string[] = [];
    new Worklist(list, most).run(pending, (fn) => {
      visited.push(fn.name);
      pending.add(by(fn.name === 'a' ? 'b' : 'a'));
    });
    expect([...visited].sort().join('')).toBe([...expected].sort().join(''));
  });

  test('what is added while it still waits in the batch is not walked twice for it', () => {
    const { list, by } = graph({ a: '', b: '' });
    const pending = new Set(list);
    const visited: string[] = [];
    new Worklist(list, 3).run(pending, (fn) => {
      visited.push(fn.name);
      if (fn.name === 'a') pending.add(by('b'));
    });
    expect(visited.join('')).toBe('ab');
  });

  test('limits hold over several runs', () => {
    const { list, by } = graph({ a: '' });
    const worklist = new Worklist(list, 2);
    let visits = 0;
    for (let i = 0; i < 5; i++) worklist.run(new Set([by('a')]), () => visits++);
    expect(visits).toBe(2);
  });
});
