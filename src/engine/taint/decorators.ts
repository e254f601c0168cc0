/** Decorators of frameworks: what a parameter gets, which methods serve requests. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/nodes.ts';
import { fact, type Fact } from '../fact/fact.ts';
import type { FunctionInfo } from '../project/source.ts';
import type { Api } from '../../model/graph.ts';
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

/** What the decorators of a parameter say it is. A pipe that parses (`ParseIntPipe`) is a sanitizer of the model's. */
export function decoratorFacts(walk: Walk, param: TSESTree.Parameter): Fact[] {
  const inner = param.type === 'TSParameterProperty' ? param.parameter : param;
  const target = inner.type === 'AssignmentPattern' ? inner.left : inner;
  return [...decoratorsOf(param), ...decoratorsOf(target)].flatMap((decorator) => {
    const api = apiOf(walk, decorator);
    if (!api) return [];
    const call = unwrap(decorator.expression);
    const parses = call.type === 'CallExpression' && call.arguments.some((a) => /^(new )?Parse(Int|Float|Bool|UUID|Enum|Date)Pipe/.test(textOfArgument(a)));
    const taints = parses ? [] : walk.world.sourceTaints(api, target, memberText(target), () => false);
    return [fact({ refs: [{ k: 'api', api, bound: true, weak: false }], taints, exact: true })];
  });
}

const textOfArgument = (node: TSESTree.Node): string => (node.type === 'NewExpression' ? `new ${textOfArgument(node.callee)}` : node.type === 'Identifier' ? node.name : '');

/** The place of a decorated method: a handler. */
export function methodPlace(walk: Walk, fn: FunctionInfo): Api | undefined {
  const member = fn.node.parent;
  if (member?.type !== 'MethodDefinition') return undefined;
  for (const decorator of decoratorsOf(member)) {
    const api = apiOf(walk, decorator);
    if (api) return api;
  }
  return undefined;
}
