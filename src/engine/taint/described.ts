/** Places of a call that hold a schema, and descriptions of fields. */
import type { Step } from '../../model/path.ts';
import type { Fact } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { anything, unseenShape, type Shape } from '../safety/schema.ts';
import { argument, type Args } from '../summary/summary.ts';
import { readMember } from './members.ts';
import type { Walk } from './walk.ts';

const DEEPEST = 4;

/** What a value in the place of a schema promises: a schema, or an object whose members are schemas. */
export function shapeOf(walk: Walk, value: Fact, depth = 0): Shape {
  const known = walk.world.shapes.get(value.ident);
  if (known) return known;
  if (depth < DEEPEST && value.refs.some((r) => r.k === 'obj')) return { ...anything, fields: fieldsOf(walk, value, depth + 1) };
  return value.refs.some((r) => r.k === 'api') ? anything : unseenShape;
}

/** What each member of a description promises. */
export function fieldsOf(walk: Walk, description: Fact, depth = 0): ReadonlyMap<string, Shape> {
  const { ids } = walk.world;
  const fields = new Map<string, Shape>();
  for (const ref of description.refs) {
    if (ref.k !== 'obj') continue;
    for (const [name, place] of ids.children(ref.id) ?? []) {
      const value = walk.state.get(place) ?? (walk.world.isPublished(ref.id) ? walk.world.readCell(place, walk.fn, false) : undefined);
      if (value) fields.set(name, shapeOf(walk, value, depth));
    }
  }
  return fields;
}

/** The value at a place of the call. */
export function schemaAt(walk: Walk, node: CallNode, steps: readonly Step[], receiver: Fact | undefined, args: Args): Fact | undefined {
  let value: Fact | undefined;
  for (const step of steps) {
    if (step.t === 'receiver') value = receiver;
    else if (step.t === 'argument') value = argument(args, step.from);
    else if (step.t === 'member' && value) value = readMember(walk, value, step.names === '*' ? undefined : step.names[0], node);
    else return undefined;
  }
  return value;
}
