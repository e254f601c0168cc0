/** Comparisons of what must not get out or be guessed, kept with both sides for rules that ask what is compared with what. */
import type { TSESTree } from '@typescript-eslint/utils';
import { bit } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

const MOST_COMPARISONS = 20;

/** `by`: the call of the function that compares. */
export function noteComparison(walk: Walk, node: TSESTree.BinaryExpression, left: Fact, right: Fact, by?: TSESTree.Node): void {
  const { world } = walk;
  if (world.quiet || (world.wanted & bit.digest) === 0 || left.literal || right.literal) return;
  if (isKept(left) || isKept(right)) world.comparisons.set(`${world.ids.of(node)} ${by ? world.ids.of(by) : ''}`, { node, left, right });
  if (isOpen(left) || isOpen(right)) if (walk.compared.has(node) || walk.compared.size < MOST_COMPARISONS) walk.compared.set(node, { node, left, right });
}

/** Passwords, secrets and MACs are what must not be hashed fast. */
const isKept = ({ taints }: Fact): boolean => taints.some(({ origin, mask }) => origin.k === 'named' && (mask & bit.digest) !== 0);

/** A caller knows more. */
const isOpen = ({ taints }: Fact): boolean => taints.some(({ origin }) => origin.k === 'sym' && origin.root.k !== 'call');
