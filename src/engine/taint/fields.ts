/** Validators that speak of fields of a request: `body('name').isInt()`, `celebrate({ body: schema })`. */
import type { SchemaInfo, State } from '../../model/graph.ts';
import { ALL_KINDS } from '../../model/kinds.ts';
import type { CallNode } from '../project/source.ts';
import type { Shape } from '../safety/schema.ts';
import { argument, type Args } from '../summary/summary.ts';
import { schemaAt, shapeOf } from './described.ts';
import type { Walk } from './walk.ts';

/** A field of a request that a validator speaks of: below the parameter that is `root`. */
export interface FieldCheck {
  readonly root: State;
  readonly path: readonly string[];
  /** What is checked; undefined: what the validator says of itself, and only once its findings were asked for. */
  readonly mask: number | undefined;
}

/** The identity that stands for the findings of validators: nothing was wrong. */
export const VALIDATED = -2;

/** `body('name')`: the value is a validator of this field; of these, if it is a list. */
export function noteField(walk: Walk, node: CallNode, field: Extract<SchemaInfo, { role: 'field' }>, args: Args): void {
  const { ids, fieldChecks } = walk.world;
  if (field.schema) {
    const checks: FieldCheck[] = [];
    const value = schemaAt(walk, node, field.schema, undefined, args);
    const shape = value && shapeOf(walk, value);
    if (shape) flatten(shape, field.members, (path, mask) => checks.push({ root: field.root, path, mask }));
    if (checks.length > 0) fieldChecks.set(ids.of(node), [...(fieldChecks.get(ids.of(node)) ?? []).filter((f) => f.path[0] !== field.members[0]), ...checks]);
    return;
  }
  const named = argument(args, 0);
  const names = named.constant ? [named] : named.refs.flatMap((r) => (r.k === 'obj' && r.what === 'array' ? [...(ids.children(r.id)?.values() ?? [])].map((place) => walk.state.get(place)) : []));
  const checks = names.flatMap((name) => (typeof name?.constant?.value === 'string' ? [{ root: field.root, path: [...field.members, ...name.constant.value.split('.')], mask: undefined }] : []));
  const ident = ids.of(node);
  const before = fieldChecks.get(ident)?.filter((f) => f.root !== field.root || f.path[0] !== field.members[0]) ?? [];
  if (checks.length > 0) fieldChecks.set(ident, [...before, ...checks]);
}

/** The findings of validators are asked for: where there are none, what they check holds. */
export function askedFindings(walk: Walk, node: CallNode): void {
  walk.vouch(node, { ident: VALIDATED, mask: ALL_KINDS, when: 'truthy' });
  for (const [ident, mask] of walk.pending ?? []) walk.vouch(node, { ident, mask, when: 'truthy' });
}

/** All that the shape promises, by path. */
export function flatten(shape: Shape, path: readonly string[], add: (path: readonly string[], mask: number) => void): void {
  if (shape.mask !== 0) add(path, shape.mask);
  for (const [name, field] of shape.fields ?? []) flatten(field, [...path, name], add);
  if (shape.items) flatten(shape.items, [...path, '*'], add);
}
