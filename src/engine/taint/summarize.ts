/** One function walked from its parameters to its ends, and kept as a summary. */
import { publish } from './writes.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/nodes.ts';
import { fact, joinFacts, joinTaints, undefinedFact, unseen, type Fact } from '../fact/fact.ts';
import type { FunctionInfo } from '../project/source.ts';
import { emptySummary, type Summary } from '../summary/summary.ts';
import { annotated } from './annotations.ts';
import { companySeeds } from './hints.ts';
import { parameterFact } from './callbacks.ts';
import { returnedTo } from './api-call.ts';
import { checkedBefore } from './middleware.ts';
import { decoratorFacts, methodPlace } from './decorators.ts';
import { applyFunction } from './application.ts';
import { assignPattern } from './assign.ts';
import { closed } from './closures.ts';
import { endsInSeparator } from './paths.ts';
import { snapshot } from './heap.ts';
import { namedByFunction } from './named.ts';
import { newObject } from './objects.ts';
import { walkStatement, walkStatements } from './statements.ts';
import { evaluate } from './transfer.ts';
import type { World } from './world.ts';
import { call, construct } from './call.ts';
import { truthiness } from './condition.ts';
import { vouches } from './vouches.ts';
import type { Interpreter } from './interpreter.ts';
import { OverBudget, Walk, type Heap } from './walk.ts';
import type { CallNode } from '../project/source.ts';

const interpreter: Interpreter = { evaluate, walkStatement, call, construct, applyFunction };

/** Walks a function; an empty summary where the budget is used up or its syntax is beyond us. */
export function summarize(world: World, fn: FunctionInfo): Summary {
  if (world.diagnostics.steps > world.diagnostics.allowed) {
    world.diagnostics.overBudget.push(fn.name || `line ${fn.node.loc.start.line}`);
    return emptySummary;
  }
  try {
    return walkFunction(world, fn);
  } catch (error) {
    if (error instanceof OverBudget) world.diagnostics.overBudget.push(fn.name || `line ${fn.node.loc.start.line}`);
    else world.diagnostics.errors.push(`${fn.name || 'function'} at line ${fn.node.loc.start.line}: ${String(error instanceof Error ? (error.stack ?? error.message) : error)}`);
    return emptySummary;
  }
}

function walkFunction(world: World, fn: FunctionInfo): Summary {
  const walk = new Walk(world, fn, interpreter);
  const { node } = fn;
  bindParameters(walk, fn);
  if (node.type === 'Program' || node.type === 'StaticBlock') walkStatements(walk, node.body);
  else if (node.body?.type === 'BlockStatement') walkStatements(walk, node.body.body);
  else if (node.body) {
    const value = walk.baked(evaluate(walk, node.body));
    if (walk.live && walk.calledAt) returnedTo(walk, node.body, walk.calledAt, value);
    namedByFunction(walk, value, node.body);
    const leaving = closed(walk, value);
    if (walk.live) walk.addReturn(leaving, truthiness(walk, unwrap(node.body), value), snapshot(walk, leaving));
  }
  if (!world.quiet) applyTheRest(walk);
  rememberCaptures(walk);
  return summaryOf(walk);
}

function bindParameters(walk: Walk, fn: FunctionInfo): void {
  const place = methodPlace(walk, fn);
  walk.calledAt = place ?? walk.world.places.get(fn);
  if (place?.marks.some((m) => m.mark === 'handler')) walk.world.handlers.add(fn);
  if (fn.params.length === 0) return;
  const company = companySeeds(walk, fn);
  const seeds = walk.world.seeds.get(fn);
  const values: Fact[] = [];
  fn.params.forEach((param, index) => {
    let value: Fact;
    const target: TSESTree.Node = param.type === 'RestElement' ? param.argument : param;
    if (param.type === 'RestElement') {
      // an array of which the caller knows the members
      const rest = walk.symFact({ k: 'param', fn, index, rest: true });
      value = rest;
    } else value = walk.symFact({ k: 'param', fn, index, rest: false });
    const add = (more: Fact): void => {
      value = { ...value, refs: [...value.refs, ...more.refs.filter((r) => !value.refs.some((v) => v.k === 'api' && r.k === 'api' && v.api === r.api))], taints: joinTaints(value.taints, more.taints) };
    };
    const seed = seeds?.get(index);
    if (seed) add(seed);
    for (const decorated of decoratorFacts(walk, param)) add(decorated);
    const handed = place && walk.world.registry.graph.parameter(place, index, fn.params.length, target.type === 'Identifier' ? target.name : undefined);
    if (handed) add(parameterFact(walk, handed, target, true));
    const before = value.refs;
    const annotation = annotationOf(target);
    if (annotation) value = annotated(walk, value, annotation, true);
    const named = company.get(index);
    if (named && !handed && !value.refs.some((r) => r.k === 'api' && !r.weak)) add(named);
    // what the library hands over may be a source itself: the error of an error handler
    for (const ref of value.refs) if (ref.k === 'api' && !ref.weak && !before.includes(ref)) add(parameterFact(walk, ref.api, target, ref.bound));
    values.push(value);
  });
  noteHandler(walk, fn, values);
  checkedBefore(walk, fn, values);
  fn.params.forEach((param, index) => {
    const value = values[index];
    if (value) assignPattern(walk, param.type === 'RestElement' ? param.argument : param, walk.baked(value));
  });
}

/** A function that takes a framework's request and response serves requests, wherever it is registered. */
function noteHandler(walk: Walk, fn: FunctionInfo, values: readonly Fact[]): void {
  const { registry, handlers } = walk.world;
  const serving = values.filter((v) => v.refs.some((r) => r.k === 'api' && !r.weak && r.api.modules.some((m) => registry.serves(m))));
  if (serving.length >= 2) handlers.add(fn);
}

function annotationOf(param: TSESTree.Node): TSESTree.TypeNode | undefined {
  if (param.type === 'AssignmentPattern') return annotationOf(param.left);
  if (param.type === 'TSParameterProperty') return annotationOf(param.parameter);
  return 'typeAnnotation' in param && param.typeAnnotation && 'typeAnnotation' in param.typeAnnotation ? (param.typeAnnotation.typeAnnotation as TSESTree.TypeNode) : undefined;
}

/** Functions made here and not called here are called sometime: with what they captured, and arguments of which nothing is known. */
function applyTheRest(walk: Walk): void {
  const ended = walk.live;
  walk.live = true;
  for (const inner of walk.fn.inner) {
    // without captures its own walk has told all
    if (inner.captured.size === 0 && (inner.node.type !== 'ArrowFunctionExpression' || walk.fn === walk.world.index.top)) continue;
    if (walk.applied.has(inner) || [...(walk.world.callers.get(inner) ?? [])].some((caller) => caller !== inner)) continue;
    const summary = walk.world.summary(inner);
    if (summary.sinks.length === 0 && summary.places.length === 0 && summary.calls.length === 0 && summary.cells.length === 0) continue;
    applyFunction(walk, inner.node as unknown as CallNode, { k: 'fn', fn: inner, captures: undefined, boundThis: undefined, boundArguments: undefined }, undefined, { list: [], nodes: [], rest: unseen });
    walk.live = true;
  }
  walk.live = ended;
}

/** What captured variables are, for the functions inside. */
function rememberCaptures(walk: Walk): void {
  const { world, fn } = walk;
  for (const inner of fn.inner) {
    for (const variable of inner.captured) {
      if (world.cellOf(variable).owner !== fn) continue;
      const value = walk.state.get(world.ids.of(variable));
      if (!value) continue;
      const refs = value.refs.filter((r) => r.k === 'api' || r.k === 'class' || r.k === 'native' || r.k === 'regex' || (r.k === 'fn' && !r.captures) || (r.k === 'obj' && value.literal));
      if (value.literal) publish(walk, value, 0);
      const said = world.conditions.get(value.ident);
      if (said) world.conditions.set(world.sym({ k: 'capture', variable }).id, said);
      if (endsInSeparator(walk, value) === true) world.separated.add(world.sym({ k: 'capture', variable }).id);
      world.captureHints.set(variable, fact({ refs, constant: value.constant, literal: value.literal, types: value.types }));
    }
  }
}

function summaryOf(walk: Walk): Summary {
  const { fn, returns } = walk;
  let result: Fact | undefined;
  for (const r of returns) result = result ? joinFacts(result, r.value) : r.value;
  if (walk.live && fn.node.type !== 'Program') result = result ? joinFacts(result, undefinedFact) : undefinedFact;
  if (walk.yielded) result = newObject(walk, fn.node, 'array', [['*', walk.yielded]]);
  const heap: Heap = new Map();
  const final = result ?? { ...undefinedFact, literal: false };
  // what was returned inside a branch is as it was there
  for (const r of returns) for (const [id, members] of r.heap) heap.set(id, members);
  snapshot(walk, final, heap);
  for (const use of walk.calls.values()) for (const arg of [...use.args.list, ...(use.receiver ? [use.receiver] : [])]) snapshot(walk, arg, heap);
  for (const write of walk.writes.values()) snapshot(walk, write.value, heap);
  for (const place of walk.places.values()) snapshot(walk, place.value, heap);
  for (const sink of walk.sinks) snapshot(walk, sink.value, heap);
  if (walk.thrown) snapshot(walk, walk.thrown, heap);
  return {
    result: final,
    thrown: walk.thrown ?? undefinedFact,
    sinks: walk.sinks,
    places: [...walk.places.values()],
    calls: [...walk.calls.values()],
    writes: [...walk.writes.values()],
    cells: [...walk.cellWrites].map(([place, write]) => ({ place, ...write })),
    vouches: vouches(walk),
    comparisons: [...walk.compared.values()],
    passes: [...(walk.passes ?? [])].filter(([ident]) => !walk.overwrites?.has(ident)).map(([ident, mask]) => ({ sym: walk.ownSyms.get(ident), mask })),
    replaced: [...(walk.passes?.keys() ?? [])].flatMap((ident) => {
      const note = walk.overwrites?.get(ident);
      const sym = note && walk.ownSyms.get(note.base);
      return note && sym?.root.k === 'param' && sym.root.fn === fn && !sym.parent ? [{ sym, name: note.name }] : [];
    }),
    heap,
    diverges: !walk.live && returns.length === 0 && fn.node.type !== 'Program' && !('async' in fn.node && fn.node.async) && !('generator' in fn.node && fn.node.generator),
  };
}
