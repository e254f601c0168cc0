/** Comparisons of what must not get out or be guessed, kept with both sides for rules that ask what is compared with what. */
import type { TSESTree } from '@typescript-eslint/utils';
import { bit } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

export function noteComparison(walk: Walk, node: TSESTree.BinaryExpression, left: Fact, right: Fact): void {
  if (walk.world.quiet || (walk.world.wanted & bit.digest) === 0 || left.literal || right.literal) return;
  if (isKept(left) || isKept(right)) walk.world.comparisons.set(node, { node, left, right });
}

/** Passwords, secrets and MACs are what must not be hashed fast. */
const isKept = ({ taints }: Fact): boolean => taints.some(({ origin, mask }) => origin.k === 'named' && (mask & bit.digest) !== 0);
