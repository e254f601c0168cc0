/** Validators: what a schema promises, kept by the number of the value that is the schema, and its application to data. */
import type { When } from '../../model/dsl.ts';
import type { Api, SchemaInfo } from '../../model/graph.ts';
import { ALL_KINDS, SURE } from '../../model/kinds.ts';
import { fact, filterTaints, type Fact } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { lostBy } from '../fact/mask.ts';
import { clearedByPattern } from '../safety/characters.ts';
import { anything, cleanShape, strongest, textShape, weakest, type Shape } from '../safety/schema.ts';
import { argument, type Args } from '../summary/summary.ts';
import { readMember } from './members.ts';
import { fieldsOf, schemaAt, shapeOf } from './described.ts';
import { askedFindings, flatten, noteField } from './fields.ts';
import { jsonShape } from './json-schema.ts';
import { fixedElements, newObject, SPREAD } from './objects.ts';
import type { Walk } from './walk.ts';

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
  const fields = receiver && world.fieldChecks.get(receiver.ident);
  if (fields) world.fieldChecks.set(world.ids.of(node), fields);
  let shape = (receiver && world.shapes.get(receiver.ident)) ?? anything;
  const before = shape;
  for (const info of result?.schemas ?? []) {
    if (info.role === 'clean') shape = strongest(shape, cleanShape);
    else if (info.role === 'text') shape = strongest(shape, textShape);
    else if (info.role === 'open') shape = strongest(shape, { ...anything, open: true });
    else if (info.role === 'closed') shape = { ...shape, open: false };
    else if (info.role === 'lists' && receiver) shape = { ...anything, items: shapeOf(walk, receiver) };
  }
  const alternatives: Shape[] = [];
  args.list.forEach((value, i) => {
    for (const info of world.registry.graph.argument(callee, i, args.list.length, undefined)?.schemas ?? []) {
      if (info.role === 'fields') shape = strongest(shape, { ...anything, fields: fieldsOf(walk, value) });
      else if (info.role === 'items') shape = strongest(shape, { ...anything, items: shapeOf(walk, value) });
      else if (info.role === 'matches') shape = !info.when || test(info.when) ? strongest(shape, { ...anything, mask: patternMask(value) }) : shape;
      else if (info.role === 'and') shape = strongest(shape, shapeOf(walk, value));
      else if (info.role === 'or') shape = weakest(shape, shapeOf(walk, value));
      else if (info.role === 'union') alternatives.push(...(fixedElements(walk, value) ?? [value]).map((one) => shapeOf(walk, one)));
    }
  });
  if (alternatives.length > 0) shape = strongest(shape, alternatives.reduce(weakest));
  if (shape !== before || shape !== anything) world.shapes.set(world.ids.of(node), shape);
  return undefined;
}

/** Of what a text that matches the pattern is free. */
const patternMask = ({ refs }: Fact): number => (refs.length === 0 ? 0 : refs.reduce((mask, r) => (r.k === 'regex' ? mask & clearedByPattern(r.source, r.flags) : 0), -1));

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
    if (shape) promised(walk, input, shape, (ident, mask) => (check.output ? walk.vouch(node, { ident, mask, when: 'truthy' }) : walk.state.clear(ident, mask)));
    return undefined;
  }
  // a schema out of sight: it may have promised anything
  const checked = shape ? shaped(walk, ids.child(ids.of(node), 'checked'), input, shape, node, check.drops !== undefined && test(check.drops)) : { ...input, taints: filterTaints(input.taints, ~SURE), refs: [], ident: ids.of(node) };
  const [, ...members] = check.output;
  return members.reduceRight<Fact>((value, step, i) => (step.t === 'member' && step.names !== '*' ? newObject(walk, ids.child(ids.of(node), `output ${i}`), 'plain', [[step.names[0] ?? '', value]]) : value), checked);
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
  const taints = filterTaints(input.taints, ~lostBy(shape.mask));
  return (shape.mask & ALL_KINDS) === ALL_KINDS ? fact({ ident: id }) : { ...input, taints, ident: taints === input.taints ? input.ident : id };
}
