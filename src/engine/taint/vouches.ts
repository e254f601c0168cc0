/** What a function vouches for, from the guards that hold at all its ends. */
import { SURE } from '../../model/kinds.ts';
import { undefinedFact } from '../fact/fact.ts';
import type { Vouch } from '../summary/summary.ts';
import type { Return, Walk } from './walk.ts';

type Cleared = ReadonlyMap<number, number> | undefined;

/** Kinds of symbols that are gone wherever the function returns: at all, with a truthy value, with a falsy one. */
export function vouches(walk: Walk): Vouch[] {
  const result: Vouch[] = [];
  const ends: readonly Return[] = walk.live ? [...walk.returns, endOfBody(walk)] : walk.returns;
  const truthy = ends.map((r) => r.truthy);
  const falsy = ends.map((r) => r.falsy);
  common(walk, [...truthy, ...falsy], 'returns', result);
  common(walk, truthy, 'truthy', result);
  common(walk, falsy, 'falsy', result);
  return result;
}

/** What all of these ends have cleared; an end that cannot be (a constant that is never falsy) has no say. */
function common(walk: Walk, ends: readonly Cleared[], when: Vouch['when'], result: Vouch[]): void {
  const maps: ReadonlyMap<number, number>[] = [];
  for (const map of ends) {
    if (!map) continue;
    if (map.size === 0) return;
    maps.push(map);
  }
  const [first, ...rest] = maps;
  if (!first) return;
  for (const [id, mask] of first) {
    const all = rest.reduce((m, map) => m & (map.get(id) ?? 0), mask) & ~SURE;
    const pair = walk.pairs.get(id);
    const sym = pair?.sym ?? walk.ownSyms.get(id);
    if (sym && all !== 0) result.push({ sym, mask: all, when, by: pair });
  }
}

function endOfBody(walk: Walk): Return {
  const map = new Map<number, number>();
  for (const [id, mask] of walk.state.allCleared()) if (mask !== 0 && (walk.ownSyms.has(id) || walk.pairs.has(id))) map.set(id, mask);
  return { value: undefinedFact, truthy: undefined, falsy: map, heap: new Map() };
}
