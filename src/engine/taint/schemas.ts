/** Validators: what a schema promises, kept by the number of the value that is the schema, and its application to data. */
import type { When } from '../../model/dsl.ts';
import type { Api, SchemaInfo } from '../../model/graph.ts';
import { ALL_KINDS, SURE } from '../../model/kinds.ts';
import { fact, filterTaints, joinFacts, unseenTaints, type Fact, type FnRef, type Taint } from '../fact/fact.ts';
import type { CallNode, FunctionInfo } from '../project/source.ts';
import { lostBy } from '../fact/mask.ts';
import { clearedByPattern } from '../safety/characters.ts';
import { softly, spokenOf } from '../safety/guards.ts';
import { anything, cleanShape, madeOnly, strongest, textShape, unseenShape, weakest, type Shape } from '../safety/schema.ts';
import { argument, type Args } from '../summary/summary.ts';
import { readMember } from './members.ts';
import { fieldsOf, schemaAt, shapeOf } from './described.ts';
import { applyFields, askedFindings, foundNothing, flatten, matchedFields, noteField } from './fields.ts';
import { jsonShape } from './json-schema.ts';
import { functionsIn } from './functions.ts';
import { fixedElements, newObject, SPREAD } from './objects.ts';
import type { Vouched, Walk } from './walk.ts';

const DEEPEST = 4;

/** A call of a validator's: makes a schema, or applies one. The checked data where that is its result. */
export function schemaCall(walk: Walk, node: CallNode, callee: Api, result: Api | undefined, receiver: Fact | undefined, args: Args, test: (when: When) => boolean): Fact | undefined {
  const { world } = walk;
  for (const check of callee.schemas) {
    if (check.role === 'field') noteField(walk, node, check, args);
    else if (check.role === 'passed') askedFindings(walk, node);
    if (check.role !== 'check') continue;
    const applied = applyCheck(walk, node, check, receiver, args, test);
    if (applied) return applied;
  }
  if (result?.schemas.some((info) => info.role === 'asked')) foundNothing(walk);
  if (result?.schemas.some((info) => info.role === 'matched')) {
    const found = matchedFields(walk);
    if (found.size > 0) return [...found].map(([part, shape]) => shaped(walk, world.ids.child(world.ids.of(node), part), readMember(walk, argument(args, 0), part, node), shape, node, true)).reduce(joinFacts);
  }
  const fields = receiver && world.fieldChecks.get(receiver.ident);
  if (fields) world.fieldChecks.set(world.ids.of(node), fields);
  let shape = (receiver && world.shapes.get(receiver.ident)) ?? anything;
  const before = shape;
  for (const info of result?.schemas ?? []) {
    if ('when' in info && info.when && !test(info.when)) continue;
    if (info.role === 'clean') shape = strongest(shape, cleanShape);
    else if (info.role === 'text') shape = strongest(shape, textShape);
    else if (info.role === 'open') shape = strongest(shape, { ...anything, open: true });
    else if (info.role === 'unseen') shape = strongest(shape, unseenShape);
    else if (info.role === 'closed') shape = { ...shape, open: false };
    else if (info.role === 'lists' && receiver) shape = { ...anything, items: shapeOf(walk, receiver) };
  }
  // what it is replaced by: `escape()`
  for (const { mask, when } of result?.sanitizers ?? []) if (!when || test(when)) shape = strongest(shape, { ...anything, made: mask });
  const alternatives: Shape[] = [];
  const items: Shape[] = [];
  args.list.forEach((value, i) => {
    for (const info of world.registry.graph.argument(callee, i, args.list.length, undefined)?.schemas ?? []) {
      if (info.role === 'fields') shape = strongest(shape, { ...anything, fields: fieldsOf(walk, value) });
      else if (info.role === 'tested') shape = strongest(shape, testedBy(walk, value));
      else if (info.role === 'turned') shape = turnedBy(walk, value, shape);
      else if (info.role === 'applied') applyFields(walk, fields ?? [], receiver, value);
      else if (info.role === 'items') items.push(shapeOf(walk, value));
      else if (info.role === 'matches') shape = !info.when || test(info.when) ? strongest(shape, { ...anything, mask: patternMask(value) }) : shape;
      else if (info.role === 'and') shape = strongest(shape, shapeOf(walk, value));
      else if (info.role === 'or') shape = weakest(shape, shapeOf(walk, value));
      else if (info.role === 'union') alternatives.push(...(fixedElements(walk, value) ?? [value]).map((one) => shapeOf(walk, one)));
    }
  });
  if (alternatives.length > 0) shape = strongest(shape, alternatives.reduce(weakest));
  if (items.length > 0) shape = strongest(shape, { ...anything, items: items.reduce(weakest) });
  if (result?.schemas.some((info) => info.role === 'made')) shape = madeOnly(shape);
  if (shape !== before || shape !== anything) world.shapes.set(world.ids.of(node), shape);
  return undefined;
}

const firstOf = (fn: FunctionInfo, taint: Taint['origin']): boolean => taint.k === 'sym' && taint.root.k === 'param' && taint.root.fn === fn && taint.root.index === 0;

/** They are walked later: what is said now is said for no longer than that. */
function notYet({ world, fn: user }: Walk, fns: readonly FnRef[]): boolean {
  for (const { fn } of fns) {
    user.uses.add(fn);
    world.addEdge(user, fn);
  }
  return fns.some(({ fn }) => !world.summaries.has(fn));
}

/** What a value is that a function of the file lets pass: by what it vouches for. */
function testedBy(walk: Walk, value: Fact): Shape {
  const fns = functionsIn(walk, value, 1);
  if (fns.length === 0 || notYet(walk, fns)) return unseenShape;
  const mask = fns.reduce((all, { fn }) => {
    return all & walk.world.summary(fn).vouches.reduce((m, v) => (v.when !== 'falsy' && !v.by && !v.sym.parent && firstOf(fn, v.sym) ? m | v.mask : m), 0);
  }, ~SURE);
  return { ...anything, mask };
}

/** What is left of it in what a function of the file makes of it. */
function turnedBy(walk: Walk, value: Fact, before: Shape): Shape {
  const fns = functionsIn(walk, value, 1);
  if (fns.length === 0 || notYet(walk, fns)) return { ...anything, mask: before.mask, made: before.made | SURE };
  const left = fns.reduce((all, { fn }) => {
    return walk.world.summary(fn).result.taints.reduce((m, t) => (firstOf(fn, t.origin) ? m | t.mask : m), all);
  }, 0);
  return { ...anything, mask: before.mask, made: before.made | (ALL_KINDS & ~left) };
}

/** Of what a text that matches the pattern is free. */
const patternMask = ({ refs }: Fact): number => (refs.length === 0 ? 0 : refs.reduce((mask, r) => (r.k === 'regex' ? mask & clearedByPattern(r.source, r.flags) : 0), -1));

/** What a validator before this function let through of the part that is asked for; one out of sight may have promised anything. */
export function validated(walk: Walk, node: CallNode, value: Fact, args: Args): Fact {
  const part = argument(args, 0).constant?.value;
  const shape = typeof part === 'string' ? matchedFields(walk).get(part) : undefined;
  return shaped(walk, walk.world.ids.child(walk.world.ids.of(node), 'validated'), value, shape ?? unseenShape, node, false);
}

/** A function that was made of a schema is called: `const check = ajv.compile(schema); if (check(body)) …`. */
export function compiledCheck(walk: Walk, node: CallNode, callee: Fact, args: Args): void {
  const validator = walk.world.validators.get(callee.ident);
  if (validator) promised(walk, argument(args, validator.index), validator.shape, (ident, mask) => walk.vouch(node, { ident, mask, when: 'truthy' }));
}

/** What data of this shape is free of, by the identities of its members. */
function promised({ world: { ids } }: Walk, input: Fact, shape: Shape, say: (ident: number, mask: number) => void): void {
  if (input.ident !== 0) flatten(shape, [], (path, mask) => say(path.reduce((id, name) => ids.child(id, name), input.ident), mask));
}

function applyCheck(walk: Walk, node: CallNode, check: Extract<SchemaInfo, { role: 'check' }>, receiver: Fact | undefined, args: Args, test: (when: When) => boolean): Fact | undefined {
  const schema = schemaAt(walk, node, check.schema, receiver, args);
  if (!schema) return undefined;
  const shape = walk.world.shapes.get(schema.ident) ?? jsonShape(walk, schema);
  const [made, given] = check.input;
  if (made?.t === 'call' && given?.t === 'argument') {
    if (shape) walk.world.validators.set(walk.world.ids.of(node), { shape, index: given.from });
    return undefined;
  }
  const input = schemaAt(walk, node, check.input, receiver, args);
  if (!input) return undefined;
  const { ids } = walk.world;
  if (check.output === true || check.output === undefined) {
    // a schema out of sight: it may have promised anything
    if (!shape && check.output) walk.unknownChecks.set(node, spokenOf(input));
    else if (!shape) walk.state.clear(input.ident, SURE);
    else promised(walk, input, shape, (ident, mask) => (check.output ? walk.vouch(node, { ident, mask, when: 'truthy' }) : walk.state.clear(ident, mask)));
    return undefined;
  }
  const checked = shape ? shaped(walk, ids.child(ids.of(node), 'checked'), input, shape, node, check.drops !== undefined && test(check.drops)) : { ...input, taints: filterTaints(input.taints, ~SURE), refs: [], ident: ids.of(node) };
  if (check.after === 'behind' || (check.after && node.parent.type === 'AwaitExpression')) {
    if (!shape) walk.state.clear(input.ident, SURE);
    else promised(walk, input, shape, (ident, mask) => walk.state.clear(ident, mask));
  }
  const [, ...members] = check.output;
  const told = [check.passed, check.failed].flatMap((name, i): [string, Fact][] => (name === undefined ? [] : [[name, verdict(walk, ids.child(ids.of(node), name), input, shape, i === 0 ? 'truthy' : 'falsy')]]));
  return members.reduceRight<Fact>((value, step, i) => (step.t === 'member' && step.names !== '*' ? newObject(walk, ids.child(ids.of(node), `output ${i}`), 'plain', [[step.names[0] ?? '', value], ...(i === 0 ? told : [])]) : value), checked);
}

/** The member of a result that says whether the input has passed: where it has, the input itself is what the schema promises. */
function verdict(walk: Walk, ident: number, input: Fact, shape: Shape | undefined, when: 'truthy' | 'falsy'): Fact {
  if (shape) {
    const said: Vouched[] = [];
    promised(walk, input, shape, (id, mask) => said.push({ ident: id, mask, when }));
    walk.rememberCondition(ident, said);
  } else walk.world.conditions.set(ident, softly(spokenOf(input)));
  return fact({ taints: unseenTaints, ident });
}

/** The data as the schema leaves it. */
function shaped(walk: Walk, id: number, input: Fact, shape: Shape, node: CallNode, drops: boolean, depth = 0): Fact {
  const { ids } = walk.world;
  if (depth < DEEPEST && shape.fields) {
    const members: [string, Fact][] = [...shape.fields].map(([name, field]) => [name, shaped(walk, ids.child(id, name), readMember(walk, input, name, node), field, node, drops, depth + 1)]);
    if (shape.open && !drops) members.push(['*', readMember(walk, input, undefined, node)], [SPREAD, input]);
    return { ...newObject(walk, id, 'plain', members), literal: false };
  }
  if (depth < DEEPEST && shape.items) return { ...newObject(walk, id, 'array', [['*', shaped(walk, ids.child(id, '*'), readMember(walk, input, undefined, node), shape.items, node, drops, depth + 1)]]), literal: false };
  const mask = shape.mask | shape.made;
  const taints = filterTaints(input.taints, ~lostBy(mask));
  return (mask & ALL_KINDS) === ALL_KINDS ? fact({ ident: id }) : { ...input, taints, ident: taints === input.taints ? input.ident : id };
}
