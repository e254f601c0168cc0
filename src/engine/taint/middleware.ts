/** What stands before a handler on its route: middleware that checks and hands on, validators of fields, schemas of the route. */
import { SURE } from '../../model/kinds.ts';
import type { Step } from '../../model/path.ts';
import { unseen, type Fact, type FnRef } from '../fact/fact.ts';
import type { CallNode, FunctionInfo } from '../project/source.ts';
import { commonlyCleared } from '../fact/mask.ts';
import { anything, type Shape } from '../safety/schema.ts';
import { argument } from '../summary/summary.ts';
import type { Sym } from '../value/value.ts';
import { relative, type Context } from './api-flows.ts';
import { flatten, type FieldCheck } from './fields.ts';
import { shapeOf } from './described.ts';
import { functionsIn } from './functions.ts';
import { resolverSchemas } from './graphql.ts';
import { jsonShape } from './json-schema.ts';
import { basesOf, readMember } from './members.ts';
import { notOverwritten } from './overwritten.ts';
import { fixedElements } from './objects.ts';
import type { Walk } from './walk.ts';

/** What has been checked before: whatever middleware lets through; a field, once the findings were asked for; what a schema says. */
export type Before =
  | { readonly fn: FunctionInfo; readonly ref: FnRef }
  | (FieldCheck & { readonly mask: number; readonly isSettled: boolean })
  | { readonly index: number; readonly path: readonly string[]; readonly mask: number; readonly only: ReadonlySet<FunctionInfo> };

const keyOf = (before: readonly Before[]): string => before.map((b) => ('fn' in b ? b.fn.id : `${'root' in b ? b.root.id : b.index}.${b.path.join('.')}=${b.mask}`)).join();

/** A library is handed a function as a handler: after those that it was handed in the same call. True if what is known of it is out of date. */
export function noteRoute({ walk: { world }, node, before }: Context, ref: FnRef): boolean {
  const { fn } = ref;
  let routes = world.routes.get(fn);
  if (!routes) world.routes.set(fn, (routes = new Map()));
  const known = routes.get(node);
  let isOld = false;
  const here = before.filter((b) => !('only' in b) || b.only.has(fn));
  if (!known || keyOf(known) !== keyOf(here)) {
    routes.set(node, here);
    for (const b of here) {
      if (!('fn' in b) || b.fn === fn) continue;
      fn.uses.add(b.fn);
      world.addEdge(fn, b.fn);
    }
    if (world.summaries.has(fn) && (here.length > 0 || (known ?? []).length > 0 || routes.size > 1)) {
      world.queue.add(fn);
      // it was walked before it was known what stands before it: what was found then is found again, if it still holds
      isOld = here.length > 0 && routes.size === 1;
      if (isOld) world.hits.forget(fn);
    }
  }
  before.push({ fn, ref });
  return isOld;
}

/** A handler is called by the file itself, too: a route without checks. */
export function calledDirectly({ world }: Walk, node: CallNode, fn: FunctionInfo): void {
  const routes = world.routes.get(fn);
  if (!routes || routes.has(node)) return;
  routes.set(node, []);
  world.queue.add(fn);
}

/** At the start of a handler: clears what was checked on every route that leads to it. */
export function checkedBefore(walk: Walk, fn: FunctionInfo, values: readonly Fact[]): void {
  const routes = walk.world.routes.get(fn);
  // a handler of errors comes after anything
  if (!routes || fn.params.length > 3) return;
  let cleared: ReadonlyMap<number, number> | undefined;
  let pending: ReadonlyMap<number, number> | undefined;
  for (const before of routes.values()) {
    const said = saidBefore(walk, fn, values, before);
    cleared = common(cleared, said.cleared);
    pending = common(pending, said.pending);
  }
  walk.refine(cleared);
  walk.pending = pending;
  const [only] = routes;
  if (only && routes.size === 1) for (const b of only[1]) if ('fn' in b && b.fn !== fn && b.fn.params.length <= 3) replace(walk, only[0], b.ref, values);
}

/** What middleware has put in the place of a member of the request, by what it is given here: `validate(schema)`. */
function replace(walk: Walk, node: CallNode, ref: FnRef, values: readonly Fact[]): void {
  const { world, live } = walk;
  const { replaced, writes } = world.summary(ref.fn);
  if (replaced.length === 0) return;
  const { quiet } = world;
  world.quiet = true;
  walk.run.applyFunction(walk, node, ref, undefined, { list: values, nodes: [], rest: unseen });
  world.quiet = quiet;
  walk.live = live;
  for (const { target, name } of writes) {
    for (const sym of target.refs) {
      if (sym.k !== 'sym' || sym.root.k !== 'param' || sym.parent || name === undefined || replaced.some((r) => r.sym === sym && r.name === name)) continue;
      const value = values[sym.root.index];
      const [base] = value ? basesOf(value) : [];
      if (base !== undefined) notOverwritten(walk, base, name);
    }
  }
}

function common(a: ReadonlyMap<number, number> | undefined, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  if (!a) return b;
  const result = new Map<number, number>();
  for (const [ident, mask] of a) {
    const both = commonlyCleared(mask, b.get(ident) ?? 0);
    if (both !== 0) result.set(ident, both);
  }
  return result;
}

function saidBefore(walk: Walk, fn: FunctionInfo, values: readonly Fact[], before: readonly Before[]): { readonly cleared: Map<number, number>; readonly pending: Map<number, number> } {
  const { world } = walk;
  const cleared = new Map<number, number>();
  let pending = new Map<number, number>();
  const at = (index: number, path: readonly string[]): number => path.reduce((id, name) => world.ids.child(id, name), world.sym({ k: 'param', fn, index, rest: false }).id);
  const add = (map: Map<number, number>, ident: number, mask: number): void => void map.set(ident, (map.get(ident) ?? 0) | mask);
  for (const b of before) {
    if ('fn' in b) {
      for (const { sym, mask } of world.summary(b.fn).passes) {
        if (!sym) {
          for (const [ident, all] of pending) add(cleared, ident, all);
          pending = new Map();
        } else if (sym.root.k === 'param' && sym.root.fn === b.fn && b.fn.params.length <= 3) add(cleared, at(sym.root.index, pathOf(sym)), mask & ~SURE);
      }
    } else if ('root' in b) {
      const index = values.findIndex((v) => v.refs.some((r) => r.k === 'api' && r.api.states.includes(b.root)));
      if (index >= 0) add(b.isSettled ? cleared : pending, at(index, b.path), b.mask);
    } else add(cleared, at(b.index, b.path), b.mask);
  }
  return { cleared, pending };
}

function pathOf(sym: Sym): string[] {
  const path: string[] = [];
  for (let s = sym; s.parent; s = s.parent) path.unshift(s.name);
  return path;
}

/** A validator of a field among the middleware, or in a list of it. */
export function fieldsChecked(context: Context, value: Fact): void {
  const { world, state } = context.walk;
  const idents = [value.ident];
  for (const ref of value.refs) {
    if (ref.k !== 'obj' || ref.what !== 'array') continue;
    for (const place of world.ids.children(ref.id)?.values() ?? []) idents.push((state.get(place) ?? world.readCell(place, context.walk.fn, false))?.ident ?? 0);
  }
  for (const ident of idents) {
    for (const field of world.fieldChecks.get(ident) ?? []) {
      const shape = world.shapes.get(ident);
      context.before.push({ ...field, mask: field.mask ?? shape?.mask ?? 0, isSettled: field.mask !== undefined });
      // what it has replaced needs no asking
      if (shape && shape.made !== 0) context.before.push({ ...field, mask: shape.made, isSettled: true });
    }
  }
}

/** Schemas of a route, which hold before its handler runs: `app.get(path, { schema: { querystring } }, handler)`. */
export function routeSchemas(context: Context): void {
  const { walk, ref } = context;
  for (const check of ref.api.schemas) {
    if (check.role !== 'check') continue;
    const cut = check.input.findIndex((s) => s.t === 'parameter');
    const parameter = check.input[cut];
    if (parameter?.t !== 'parameter') continue;
    if (check.language) {
      const [typeDefs, resolvers] = [relative(context, check.schema), relative(context, check.input.slice(0, cut))];
      if (typeDefs && resolvers) resolverSchemas(context, typeDefs, resolvers, parameter.from);
      continue;
    }
    const path = check.input.slice(cut + 1).map((s) => (s.t === 'member' && s.names !== '*' ? (s.names[0] ?? '*') : '*'));
    for (const route of routesAt(context, check.schema)) {
      const at = (steps: readonly Step[]): Fact | undefined => (route ? steps.slice(1).reduce<Fact>((value, step) => readMember(walk, value, step.t === 'member' && step.names !== '*' ? step.names[0] : undefined, context.node), route) : relative(context, steps));
      const schema = at(check.schema);
      const shape = schema && routeShape(walk, schema);
      if (!shape) continue;
      const holder = at(check.input.slice(0, cut));
      const only = new Set(holder ? functionsIn(walk, holder, 1).map((f) => f.fn) : []);
      if (only.size > 0) flatten(shape, path, (below, mask) => context.before.push({ index: parameter.from, path: below, mask, only }), true);
    }
  }
}

/** The routes of a list of them; undefined: the argument is no such list. */
function routesAt({ walk, args }: Context, [first]: readonly Step[]): readonly (Fact | undefined)[] {
  return (first?.t === 'argument' && fixedElements(walk, argument(args, first.from))) || [undefined];
}

/** What the schema of a route promises: one of a validator's, an object of them, a JSON schema. */
function routeShape(walk: Walk, schema: Fact): Shape | undefined {
  const known = walk.world.shapes.get(schema.ident);
  if (known) return known;
  if (walk.world.shapes.size > 0) {
    const shape = shapeOf(walk, schema);
    if (shape.fields && [...shape.fields.values()].some((field) => field !== anything && field.mask !== SURE && !field.fields)) return shape;
  }
  return jsonShape(walk, schema);
}
