/** Members of objects that leave a function, as they are at a point. */
import type { Fact } from '../fact/fact.ts';
import type { Heap, Walk } from './walk.ts';

const DEEPEST = 3;

/** Objects in a value and what they hold, three deep; shared ones are cells and need no copy. */
export function snapshot(walk: Walk, value: Fact, into: Heap = new Map(), depth = 0): Heap {
  for (const ref of value.refs) {
    if (ref.k === 'fn') for (const captured of ref.captures?.values() ?? []) if (depth < DEEPEST) snapshot(walk, captured, into, depth + 1);
    if (ref.k !== 'obj' || into.has(ref.id) || depth > DEEPEST || walk.world.isPublished(ref.id)) continue;
    const members = new Map<string, Fact>();
    into.set(ref.id, members);
    for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
      const member = walk.state.get(place);
      if (!member || name === '|') continue;
      members.set(name, walk.state.bake(member));
      snapshot(walk, member, into, depth + 1);
    }
  }
  if (depth < DEEPEST) for (const hole of value.text?.holes ?? []) snapshot(walk, hole.fact, into, depth + 1);
  return into;
}
