/** Validators that speak of fields of a request: `body('name').isInt()`, `celebrate({ body: schema })`. */
import type { SchemaInfo, State } from '../../model/graph.ts';
import { ALL_KINDS } from '../../model/kinds.ts';
import type { CallNode } from '../project/source.ts';
import { anything, strongest, weakest, type Shape } from '../safety/schema.ts';
import type { Fact } from '../fact/fact.ts';
import { argument, type Args } from '../summary/summary.ts';
import { schemaAt, shapeOf } from './described.ts';
import type { Walk } from './walk.ts';

/** A field of a request that a validator speaks of: below the parameter that is `root`. */
export interface FieldCheck {
  readonly root: State;
  readonly path: readonly string[];
  /** What is checked; undefined: what the validator says of itself, and only once its findings were asked for. */
  readonly mask: number | undefined;
  /** What was promised of a part that is read by a call: `req.valid('json')`. */
  readonly shape?: Shape;
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
    // what was made of it stands in its place
    const part = argument(args, 0).constant?.value;
    if (shape && field.named && typeof part === 'string') checks.push({ root: field.root, path: [...field.members, part], mask: 0, shape });
    else if (shape && !field.named) flatten(shape, field.members, (path, mask) => checks.push({ root: field.root, path, mask }), true);
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

/** Behind this place, validators have found nothing. */
export function foundNothing(walk: Walk): void {
  walk.state.clear(VALIDATED, ALL_KINDS);
  walk.refine(walk.pending);
}

/** All that the shape promises, by path. */
export function flatten(shape: Shape, path: readonly string[], add: (path: readonly string[], mask: number) => void, made = false): void {
  const mask = made ? shape.mask | shape.made : shape.mask;
  if (mask !== 0) add(path, mask);
  for (const [name, field] of shape.fields ?? []) flatten(field, [...path, name], add, made);
  if (shape.items) flatten(shape.items, [...path, '*'], add, made);
}

/** A validator of fields is applied to a request here: what it promises waits until its findings are asked for. */
export function applyFields(walk: Walk, fields: readonly FieldCheck[], chain: Fact | undefined, request: Fact): void {
  const shape = chain && walk.world.shapes.get(chain.ident);
  if (!shape || request.ident === 0) return;
  for (const { root, path } of fields) {
    if (!request.refs.some((r) => r.k === 'api' && r.api.states.includes(root))) continue;
    const ident = path.reduce((id, name) => walk.world.ids.child(id, name), request.ident);
    walk.state.clear(ident, shape.made);
    walk.pending = new Map([...(walk.pending ?? []), [ident, shape.mask | (walk.pending?.get(ident) ?? 0)]]);
  }
}

/** What the validators before this function let through, by the part of the request: on any route that leads here. */
export function matchedFields({ world, fn }: Walk): ReadonlyMap<string, Shape> {
  let all: Map<string, Shape> | undefined;
  for (const before of world.routes.get(fn)?.values() ?? []) {
    const here = new Map<string, Shape>();
    for (const b of before) {
      const [part, ...path] = 'root' in b ? b.path : [];
      if ('root' in b && b.shape && part !== undefined) here.set(part, b.shape);
      if (!('root' in b) || part === undefined || path.length === 0) continue;
      const shape = path.reduceRight<Shape>((below, name) => (name === '*' ? { ...anything, items: below } : { ...anything, fields: new Map([[name, below]]) }), { ...anything, mask: b.mask });
      here.set(part, deepStrongest(here.get(part) ?? anything, shape));
    }
    if (!all) all = here;
    else for (const part of new Set([...all.keys(), ...here.keys()])) all.set(part, weakest(all.get(part) ?? { ...anything, fields: new Map() }, here.get(part) ?? { ...anything, fields: new Map() }));
  }
  return all ?? new Map<string, Shape>();
}

/** Both hold, of fields and elements as well. */
function deepStrongest(a: Shape, b: Shape): Shape {
  const fields = new Map(a.fields);
  for (const [name, shape] of b.fields ?? []) fields.set(name, deepStrongest(fields.get(name) ?? anything, shape));
  return { ...strongest(a, b), fields: a.fields ?? b.fields ? fields : undefined, items: a.items && b.items ? deepStrongest(a.items, b.items) : (a.items ?? b.items) };
}
