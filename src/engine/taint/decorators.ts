/** Decorators of frameworks: what a parameter gets, which methods serve requests. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/nodes.ts';
import { bit, LABELS } from '../../model/kinds.ts';
import { fact, filterTaints, joinTaints, unsure, type Fact } from '../fact/fact.ts';
import type { FunctionInfo } from '../project/source.ts';
import type { Api } from '../../model/graph.ts';
import type { Args } from '../summary/summary.ts';
import { holds } from './holds.ts';
import { memberText } from './names.ts';
import { importOf } from './modules.ts';
import type { Walk } from './walk.ts';

function apiOf(walk: Walk, decorator: TSESTree.Decorator): Api | undefined {
  const expression = unwrap(decorator.expression);
  const callee = expression.type === 'CallExpression' ? unwrap(expression.callee) : expression;
  if (callee.type !== 'Identifier') return undefined;
  const binding = importOf(walk, callee);
  return binding && walk.world.registry.decorator(binding.module, binding.name);
}

const decoratorsOf = (node: TSESTree.Node): readonly TSESTree.Decorator[] => ('decorators' in node && Array.isArray(node.decorators) ? (node.decorators as TSESTree.Decorator[]) : []);

/** What the decorators of a parameter say it is. */
export function decoratorFacts(walk: Walk, param: TSESTree.Parameter): Fact[] {
  const inner = param.type === 'TSParameterProperty' ? param.parameter : param;
  const target = inner.type === 'AssignmentPattern' ? inner.left : inner;
  return [...decoratorsOf(param), ...decoratorsOf(target)].flatMap((decorator) => {
    const api = apiOf(walk, decorator);
    if (!api) return [];
    const call = unwrap(decorator.expression);
    const args = evaluateArguments(walk, call);
    let taints = walk.world.sourceTaints(api, target, memberText(target), (when) => holds(walk, when, args, undefined, call));
    for (const clean of api.sanitizers) if (!clean.when || holds(walk, clean.when, args, undefined, call)) taints = filterTaints(taints, ~clean.mask);
    if (hasClass(walk, target)) taints = joinTaints(filterTaints(taints, ~SHAPED), unsure(filterTaints(taints, SHAPED | LABELS)));
    return [fact({ refs: [{ k: 'api', api, bound: true, weak: false }], taints, exact: true })];
  });
}

/** What a validator of classes settles. */
const SHAPED = bit.nosql | bit.fields;

/** A parameter with a class for its type: a pipe out of sight may have validated it by what the class declares. */
function hasClass(walk: Walk, target: TSESTree.Node): boolean {
  const type = 'typeAnnotation' in target && target.typeAnnotation && 'typeAnnotation' in target.typeAnnotation ? (target.typeAnnotation.typeAnnotation as TSESTree.TypeNode) : undefined;
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  const [definition] = walk.world.variable(type.typeName)?.defs ?? [];
  return definition !== undefined && (definition.node.type === 'ClassDeclaration' || String(definition.type) === 'ImportBinding');
}

/** The arguments of a decorator, for tests of the model: `@Param('id', ParseIntPipe)`. */
function evaluateArguments(walk: Walk, call: TSESTree.Node): Args {
  const nodes = call.type === 'CallExpression' ? call.arguments : [];
  return { list: nodes.map((node) => walk.run.evaluate(walk, node)), nodes, rest: undefined };
}

/** The place of a decorated method, or of a method by its name in a decorated class: a handler, `catch()` of a filter. */
export function methodPlace(walk: Walk, fn: FunctionInfo): Api | undefined {
  const member = fn.node.parent;
  if (member?.type !== 'MethodDefinition') return undefined;
  for (const decorator of decoratorsOf(member)) {
    const api = apiOf(walk, decorator);
    if (api) return api;
  }
  if (!fn.ofClass || fn.name === '') return undefined;
  for (const decorator of decoratorsOf(fn.ofClass.node)) {
    const api = apiOf(walk, decorator);
    const method = api && walk.world.registry.graph.member(api, fn.name);
    if (method) return method;
  }
  return undefined;
}
