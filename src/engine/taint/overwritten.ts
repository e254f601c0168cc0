/** Members of a library's value that the file assigns, `req.body = checked`: from there on, what the library gave is no longer there. */
import type { Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

/** What is kept, like what guards have said, under the place of a member: where ways meet it holds if it does on all of them. */
const OVERWRITTEN = '[[overwritten]]';

const noteOf = ({ world: { ids } }: Walk, base: number, name: string): number => ids.child(ids.child(base, name), OVERWRITTEN);

/** The member of the value of this number is assigned. */
export function overwritten(walk: Walk, base: number, name: string): void {
  if (walk.world.isPublished(base)) return;
  const note = noteOf(walk, base, name);
  walk.overwrites ??= new Map();
  walk.overwrites.set(note, { base, name });
  walk.state.clear(note, 1);
}

/** It may still be what the library gave. */
export const notOverwritten = (walk: Walk, base: number, name: string): void => walk.state.reset(noteOf(walk, base, name));

/** What was assigned, and not what the library gave; undefined: nothing was, for sure. */
export function ownMember(walk: Walk, value: Fact, [base, ...others]: readonly number[], name: string): Fact | undefined {
  if (base === undefined || others.length > 0 || !value.refs.some((r) => r.k === 'api')) return undefined;
  const own = walk.state.clearedOf(noteOf(walk, base, name)) === 0 ? undefined : walk.state.get(walk.world.ids.child(base, name));
  return own && walk.state.bake(own);
}
