/** What a function vouches for, from the guards that hold at all its ends. */
import { SURE } from '../../model/kinds.ts';
import { undefinedFact } from '../fact/fact.ts';
import type { Vouch } from '../summary/summary.ts';
import type { Return, Walk } from './walk.ts';

type Cleared = ReadonlyMap<number, number> | undefined;

/** Kinds of symbols that are gone wherever the function returns: at all, with a truthy value, with a falsy one. */
export function vouches(walk: Walk): Vouch[] {
  const result: Vouch[] = [];
  const ends: Return[] = walk.live ? [...walk.returns, endOfBody(walk)] : walk.returns;
  const common = (pick: (r: Return) => readonly Cleared[], when: Vouch['when']): void => {
    const [first, ...rest] = ends.flatMap((r) => pick(r)).filter((m) => m !== undefined);
    if (!first) return;
    for (const [id, mask] of first) {
      const all = rest.reduce((m, map) => m & (map.get(id) ?? 0), mask) & ~SURE;
      const sym = walk.ownSyms.get(id);
      if (sym && all !== 0) result.push({ sym, mask: all, when });
    }
  };
  common((r) => [r.truthy, r.falsy], 'returns');
  common((r) => [r.truthy], 'truthy');
  common((r) => [r.falsy], 'falsy');
  return result;
}

function endOfBody(walk: Walk): Return {
  const map = new Map([...walk.state.allCleared()].filter(([id, mask]) => mask !== 0 && walk.ownSyms.has(id)));
  return { value: undefinedFact, truthy: undefined, falsy: map, heap: new Map() };
}
