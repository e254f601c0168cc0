import { describe, expect, test } from 'vitest';
import { constantFact, fact, type Fact } from '../../src/engine/fact/fact.ts';
import { EVERY_VALUE } from '../../src/engine/safety/guards.ts';
import { State } from '../../src/engine/taint/state.ts';
import type { Kind } from '../../src/model/dsl.ts';
import { bit, SURE } from '../../src/model/kinds.ts';
import { names, origin, taint } from './toys.ts';

const [X, Y] = [10, 11];
/** What a place is numbered when its value comes of a join. */
const phi = (place: number): number => place + 1000;
const [from, other] = [origin('from'), origin('other')];
const BOTH = bit.sql | bit.html;
const value = (ident: number, mask: number = BOTH | SURE, of = from): Fact => fact({ ident, taints: [taint(of, mask)] });
const constant = constantFact('a');

/** The kinds that a place still has, guards counted. */
const left = (state: State, place: number): Kind[] => {
  const found = state.get(place);
  return found ? names(state.bake(found).taints.reduce((mask, t) => mask | t.mask, 0)) : [];
};
const isSure = (state: State, place: number): boolean => {
  const found = state.get(place);
  return found !== undefined && state.bake(found).taints.some((t) => (t.mask & SURE) !== 0);
};

/** A state with a value at X, and branches of it as they end. */
const branches = (...ends: readonly ((branch: State) => void)[]): { readonly base: State; readonly ends: State[] } => {
  const base = new State();
  base.set(X, value(1));
  return {
    base,
    ends: ends.map((end) => {
      const branch = base.fork();
      end(branch);
      return branch;
    }),
  };
};
const merged = (...ends: readonly ((branch: State) => void)[]): State => {
  const { base, ends: states } = branches(...ends);
  base.merge(states, phi);
  return base;
};
const asItWas = (): void => undefined;
const guarded = (state: State): void => state.clear(1, bit.sql);

describe('overlays', () => {
  test('a fork sees what lies beneath, and writes above it', () => {
    const base = new State();
    base.set(X, constant);
    const branch = base.fork();
    expect(branch.get(X)).toBe(constant);
    branch.set(X, value(2));
    expect(branch.get(X)?.ident).toBe(2);
    expect(base.get(X)).toBe(constant);
    expect(branch.get(Y)).toBeUndefined();
  });

  test('what is written beneath later shows through, unless it was written above', () => {
    const base = new State();
    const [free, own] = [base.fork(), base.fork()];
    own.set(X, value(2));
    base.set(X, constant);
    expect(free.get(X)).toBe(constant);
    expect(own.get(X)?.ident).toBe(2);
  });

  test('rebased: the same writes on another state, on their own from then on', () => {
    const branch = new State().fork();
    branch.set(X, constant);
    branch.clear(1, bit.sql);
    const base = new State();
    base.set(Y, value(2));
    const moved = branch.rebased(base);
    branch.set(X, value(3));
    expect([moved.get(X), moved.get(Y)?.ident, moved.clearedOf(1)]).toEqual([constant, 2, bit.sql]);
    expect(base.get(X)).toBeUndefined();
  });
});

describe('guards', () => {
  test('go by identity: an alias shares them, a new value has none', () => {
    const state = new State();
    state.set(X, value(1));
    state.set(Y, value(1));
    state.clear(1, bit.sql);
    expect([left(state, X), left(state, Y)]).toEqual([['html'], ['html']]);
    state.set(Y, value(2));
    expect(left(state, Y)).toEqual(['sql', 'html']);
  });

  test('add up, and are of their branch only', () => {
    const base = new State();
    base.clear(1, bit.sql);
    const branch = base.fork();
    branch.clear(1, bit.html);
    expect(branch.clearedOf(1)).toBe(BOTH);
    expect(base.clearedOf(1)).toBe(bit.sql);
    expect([...branch.allCleared()]).toEqual([[1, BOTH]]);
    expect(base.fork().clearedOf(2)).toBe(0);
  });

  test('no identity, no guard', () => {
    const state = new State();
    state.clear(0, bit.sql);
    expect([state.clearedOf(0), state.allCleared().size]).toEqual([0, 0]);
  });

  test('reset: a new value under the identity, in this branch', () => {
    const base = new State();
    base.clear(1, bit.sql);
    const branch = base.fork();
    branch.reset(1);
    expect([branch.clearedOf(1), base.clearedOf(1)]).toEqual([0, bit.sql]);
  });

  test('baking takes what is cleared of the value, and of every value; else it is the fact itself', () => {
    const state = new State();
    const fresh = value(1);
    expect(state.bake(fresh)).toBe(fresh);
    state.clear(2, BOTH);
    expect(state.bake(fresh)).toBe(fresh);
    state.clear(1, bit.sql);
    expect(names(state.bake(fresh).taints[0]?.mask ?? 0)).toEqual(['html']);
    state.clear(EVERY_VALUE, bit.html);
    expect(state.bake(fresh).taints).toEqual([]);
    expect(state.bake(constant)).toBe(constant);
    expect(names(fresh.taints[0]?.mask ?? 0)).toEqual(['sql', 'html']);
  });
});

describe('merge', () => {
  test.each<[string, readonly ((branch: State) => void)[], Kind[]]>([
    ['no end at all', [], ['sql', 'html']],
    ['guarded in both', [guarded, guarded], ['html']],
    ['guarded in one', [guarded, asItWas], ['sql', 'html']],
    ['guarded in the other', [asItWas, guarded], ['sql', 'html']],
    ['guarded in the only one that goes on', [guarded], ['html']],
    ['by guards of different kinds', [guarded, (b) => b.clear(1, bit.html)], ['sql', 'html']],
    ['of different and common kinds', [(b) => b.clear(1, BOTH), guarded], ['html']],
    ['a constant in both', [(b) => b.set(X, constant), (b) => b.set(X, constantFact('b'))], []],
    ['a constant in one', [(b) => b.set(X, constant), asItWas], ['sql', 'html']],
    ['guarded, and a constant', [guarded, (b) => b.set(X, constant)], ['html']],
    ['a constant, and guarded', [(b) => b.set(X, constant), guarded], ['html']],
    ['another value, guarded as well', [guarded, (b) => { b.set(X, value(2)); b.clear(2, bit.sql); }], ['html']],
    ['another value, not guarded', [guarded, (b) => b.set(X, value(2))], ['sql', 'html']],
    ['three, all guarded', [guarded, guarded, guarded], ['html']],
    ['three, the last not guarded', [guarded, guarded, asItWas], ['sql', 'html']],
    ['three, the second not guarded, the last a constant', [guarded, asItWas, (b) => b.set(X, constant)], ['sql', 'html']],
  ])('%s', (_, ends, kinds) => {
    expect(left(merged(...ends), X)).toEqual(kinds);
  });

  test('a value of two identities has a new one, of which no guard has spoken', () => {
    const state = merged(guarded, (b) => b.set(X, value(2)));
    expect(state.get(X)?.ident).toBe(phi(X));
    expect(state.clearedOf(phi(X))).toBe(0);
    expect(merged(guarded, guarded).get(X)?.ident).toBe(1);
  });

  test('a place written in one branch alone holds that, or what was there', () => {
    const state = merged((b) => b.set(Y, value(3)), asItWas);
    expect(left(state, Y)).toEqual(['sql', 'html']);
    expect(merged((b) => b.set(X, value(2, bit.path, other)), asItWas).get(X)?.taints.map((t) => t.origin)).toEqual([other, from]);
  });

  test('a guard after the join speaks of both', () => {
    const state = merged((b) => b.set(X, value(2)), asItWas);
    state.clear(phi(X), bit.sql);
    expect(left(state, X)).toEqual(['html']);
  });
});

describe('checks out of sight', () => {
  const softly = (b: State): void => b.clear(1, SURE);
  const soft = new Map([[1, SURE]]);

  test('prove nothing where both branches go on', () => {
    const { base, ends } = branches(softly, softly);
    base.merge(ends, phi, soft);
    expect([isSure(base, X), left(base, X)]).toEqual([true, ['sql', 'html']]);
  });

  test('take sureness where one goes on alone', () => {
    const { base, ends } = branches(softly);
    base.merge(ends, phi, soft);
    expect([isSure(base, X), left(base, X)]).toEqual([false, ['sql', 'html']]);
  });

  test('leave what real guards cleared, and what had been unsure before', () => {
    const { base, ends } = branches((b) => b.clear(1, SURE | bit.sql), (b) => b.clear(1, SURE | bit.sql));
    base.merge(ends, phi, soft);
    expect([isSure(base, X), left(base, X)]).toEqual([true, ['html']]);
    const before = branches(softly, softly);
    before.base.clear(1, SURE);
    before.base.merge(before.ends, phi, soft);
    expect(isSure(before.base, X)).toBe(false);
  });
});

describe('flattened', () => {
  test('several overlays as one, the upper ones first', () => {
    const base = new State();
    const middle = base.fork();
    middle.set(X, constant);
    middle.set(Y, constant);
    middle.clear(1, bit.sql);
    const top = middle.fork();
    top.set(X, value(2));
    top.clear(1, bit.html);
    const flat = top.flattened(base);
    expect(flat.parent).toBe(base);
    expect([flat.get(X)?.ident, flat.get(Y), flat.clearedOf(1)]).toEqual([2, constant, BOTH]);
  });

  test('of several branches it is as it was, though they change later', () => {
    const base = new State();
    const middle = base.fork();
    middle.set(X, constant);
    const flat = middle.fork().flattened(base);
    middle.set(X, value(2));
    middle.clear(2, bit.sql);
    expect([flat.get(X), flat.clearedOf(2)]).toEqual([constant, 0]);
  });

  test('what lies right above is itself, and follows its own changes', () => {
    const base = new State();
    const branch = base.fork();
    const flat = branch.flattened(base);
    branch.set(X, constant);
    expect(flat).toBe(branch);
    expect(flat.get(X)).toBe(constant);
  });

  test('a jump out of nested branches merges as one of a single branch', () => {
    const base = new State();
    base.set(X, value(1));
    const nested = base.fork().fork().fork();
    nested.set(X, constant);
    base.merge([nested, base.fork()], phi);
    expect([left(base, X), base.get(X)?.literal]).toEqual([['sql', 'html'], false]);
  });
});

describe('loops', () => {
  const head = (): State => {
    const state = new State().fork();
    state.set(X, value(1, bit.sql));
    return state;
  };
  const round = (state: State, change: (end: State) => void): boolean => {
    const end = state.fork();
    change(end);
    return state.grow(end, phi);
  };

  test.each<[string, (end: State) => void, boolean]>([
    ['nothing written', asItWas, false],
    ['the same again', (end) => end.set(X, value(1, bit.sql)), false],
    ['less than there is', (end) => end.set(X, fact({ ident: 1 })), false],
    ['another kind', (end) => end.set(X, value(1, bit.sql | bit.html)), true],
    ['another origin', (end) => end.set(X, value(1, bit.sql, other)), true],
    ['a first write of what was asked for before', (end) => (end.get(Y), end.set(Y, constant)), true],
    ['a first write of what nobody asked for', (end) => end.set(Y, constant), false],
  ])('%s', (_, change, grows) => {
    expect(round(head(), change)).toBe(grows);
  });

  test('comes to rest: a second round of the same brings nothing', () => {
    const state = head();
    const change = (end: State): void => end.set(X, value(2, bit.html, other));
    expect([round(state, change), round(state, change)]).toEqual([true, false]);
    expect(state.get(X)).toMatchObject({ ident: phi(X), taints: [{ origin: from }, { origin: other }] });
  });

  test('a guard of the head stays only where each round leaves it', () => {
    const [kept, lost] = [head(), head()];
    for (const state of [kept, lost]) state.clear(1, bit.sql);
    expect([round(kept, (end) => end.clear(1, bit.html)), kept.clearedOf(1)]).toEqual([false, bit.sql]);
    expect([round(lost, (end) => end.reset(1)), lost.clearedOf(1)]).toEqual([true, 0]);
  });

  test('what a round wrote and guarded comes in without what the guard took', () => {
    const state = head();
    round(state, (end) => {
      end.set(X, value(2, bit.html | bit.path, other));
      end.clear(2, bit.path);
    });
    expect(left(state, X)).toEqual(['sql', 'html']);
  });

  test('growFrom: what a head knew when it was last left', () => {
    const before = head();
    round(before, (end) => end.set(X, value(1, bit.html)));
    const again = head();
    again.growFrom(before, phi);
    expect(left(again, X)).toEqual(['sql', 'html']);
  });
});
