/** Members of what the language gives. */
import { fact, type Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

export const GLOBAL_OBJECTS = ['globalThis', 'global', 'window', 'self'];

/** A member of a global object is a global; and whatever made a function makes others of text. */
export function nativeMember(walk: Walk, of: string, name: string): Fact {
  if (!GLOBAL_OBJECTS.includes(of)) return fact({ refs: [{ k: 'native', name: name === 'constructor' ? 'Function' : `${of}.${name}`, place: 0 }] });
  const api = walk.world.registry.global(name);
  return fact({ refs: [{ k: 'native', name, place: 0 }, ...(api ? [{ k: 'api', api, bound: true, weak: false } as const] : [])] });
}
