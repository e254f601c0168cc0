/** Values of cells. */
import type { Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

/** Where the file's own members of a library's value are kept. */
export const apiFieldPlace = (walk: Walk, api: number, name: string): number => walk.world.ids.child(-1 - api, name);

/** Cells hold what is known in the whole file: a symbol of one function means nothing in another. */
export function withoutSymbols(value: Fact): Fact {
  if (!value.taints.some((t) => t.origin.k === 'sym') && !value.refs.some((r) => r.k === 'sym')) return value;
  return {
    ...value,
    taints: value.taints.filter((t) => t.origin.k !== 'sym'),
    refs: value.refs.filter((r) => r.k !== 'sym'),
    text: undefined,
    ident: 0,
  };
}
