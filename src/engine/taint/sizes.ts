/** How much work a number asks for: bounds of loops, lengths that are made; and what a comparison says of it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, unwrap } from '../../ast/nodes.ts';
import { bit } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import { ifFalse, ifTrue, type Refinement } from '../safety/guards.ts';
import { languageHit } from './language-sinks.ts';
import type { Walk } from './walk.ts';

/** A length or count is asked for. */
export const sized = (walk: Walk, call: TSESTree.Node, path: string, value: Fact, argument: TSESTree.Node): void => languageHit(walk, 'size', path, call, value, argument);

/** The value of `length` in an object as it is written, for a report at the right place; else the object. */
export function lengthIn(node: TSESTree.Node | undefined): TSESTree.Node | undefined {
  if (node?.type !== 'ObjectExpression') return node;
  const property = node.properties.find((p) => p.type === 'Property' && staticName(p) === 'length');
  return property?.type === 'Property' && !property.shorthand ? property.value : node;
}

/** Nobody sent it. */
const isOurs = (value: Fact): boolean => value.literal || value.taints.every((t) => t.origin.k === 'unseen' || (t.mask & bit.size) === 0);

/** `n <= 100`, `100 < n`: the side on which n is bounded. */
export function boundCheck(operator: string, left: Fact, right: Fact): Refinement | undefined {
  const isLess = operator.startsWith('<');
  if (!isLess && !operator.startsWith('>')) return undefined;
  if (isOurs(right) && !isOurs(left)) return isLess ? ifTrue(left.ident, bit.size) : ifFalse(left.ident, bit.size);
  if (isOurs(left) && !isOurs(right)) return isLess ? ifFalse(right.ident, bit.size) : ifTrue(right.ident, bit.size);
  return undefined;
}

/** `i < n` in the head of a loop: n is how often it runs, unless another bound of ours stands beside it. */
export function loopBound(walk: Walk, node: TSESTree.Node, outer: TSESTree.Expression): void {
  if ((walk.world.wanted & bit.size) === 0 || walk.world.quiet) return;
  const bounds: TSESTree.Expression[] = [];
  const todo: TSESTree.Node[] = [outer];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const test = unwrap(next);
    if (test.type === 'LogicalExpression' && test.operator === '&&') todo.push(test.right, test.left);
    else if (test.type === 'UpdateExpression' && test.operator === '--') bounds.push(test.argument);
    else if (test.type === 'BinaryExpression' && test.left.type !== 'PrivateIdentifier') {
      if (/^<=?$/.test(test.operator)) bounds.push(test.right);
      else if (/^>=?$/.test(test.operator) && !countsUp(node)) bounds.push(test.left);
      else if (/^!==?$/.test(test.operator) && node.type === 'ForStatement') bounds.push(test.right);
    }
  }
  const values = bounds.map((bound) => ({ bound, value: walk.run.evaluate(walk, bound) }));
  if (values.some(({ value }) => isOurs(value))) return;
  for (const { bound, value } of values) sized(walk, node, 'loop', value, bound);
}

/** `i > 0` bounds nothing where i grows; of other loops it is what they count down from. */
const countsUp = (node: TSESTree.Node): boolean => node.type !== 'ForStatement' || node.update?.type !== 'UpdateExpression' || node.update.operator !== '--';
