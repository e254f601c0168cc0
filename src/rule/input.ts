/** Which expression is the input itself, so that it can be put through a function; what is made of it may be ours in part. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../ast/nodes.ts';
import { isReassigned, singleAssignment, variableOf } from '../ast/scope.ts';
import type { Finding } from '../engine/index.ts';
import type { AnyContext } from './analysis.ts';

/** The value to wrap: a hole of the text that stands in the argument, or an argument that is the very input. */
export function inputOf(finding: Finding, context: AnyContext): TSESTree.Expression | undefined {
  const { node, argument, more, origin } = finding;
  if (more > 0) return undefined;
  const value = unwrap(node) as TSESTree.Expression;
  const whole = unwrap(argument);
  if (node !== argument && (whole.type === 'TemplateLiteral' || whole.type === 'BinaryExpression')) return value;
  return value === unwrap(origin.node) || isReadFrom(value, origin.node, context) ? value : undefined;
}

/** A variable that was given the input, or took it out of an object, and nothing else. */
function isReadFrom(value: TSESTree.Node, origin: TSESTree.Node, { sourceCode: { scopeManager } }: AnyContext): boolean {
  if (value.type !== 'Identifier' || !scopeManager) return false;
  const variable = variableOf(value, scopeManager);
  const [definition] = variable?.defs ?? [];
  if (!variable || isReassigned(variable) || definition?.node.type !== 'VariableDeclarator') return false;
  const given = singleAssignment(variable);
  return given ? unwrap(given) === unwrap(origin) : definition.node.id.type === 'ObjectPattern';
}
