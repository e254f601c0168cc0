/** The recursion of the walk as an interface. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Fact, FnRef } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import type { Args } from '../summary/summary.ts';
import type { Walk } from './walk.ts';

/**
 * The recursion of the interpreter, tied in `summarize.ts`: what lies under it (members, calls, callbacks) evaluates without
 * importing the evaluator, so that imports run one way.
 */
export interface Interpreter {
  evaluate(walk: Walk, node: TSESTree.Node): Fact;
  walkStatement(walk: Walk, node: TSESTree.Node): void;
  call(walk: Walk, node: CallNode, callee: Fact, receiver: Fact | undefined, name: string | undefined, args: Args): Fact;
  construct(walk: Walk, node: TSESTree.NewExpression, callee: Fact, args: Args): Fact;
  applyFunction(walk: Walk, node: CallNode, ref: FnRef, receiver: Fact | undefined, args: Args): Fact;
}
