/** Values that the language itself brings: what is caught, what is random. */
import type { TSESTree } from '@typescript-eslint/utils';
import { LABELS } from '../../model/kinds.ts';
import { fact, unknown, type Fact, type Taint } from '../fact/fact.ts';
import { memberText } from './names.ts';
import type { Walk } from './walk.ts';

/** What a `catch` or an error callback gets. */
export function caughtError(walk: Walk, param: TSESTree.Node | undefined): Fact {
  if (!param) return unknown;
  const mask = walk.world.carried.error;
  const text = param.type === 'Identifier' ? param.name : memberText(param);
  const taints: readonly Taint[] = mask === 0 ? [] : [{ origin: walk.world.origin('error', param, text), mask: mask | LABELS, steps: undefined }];
  return fact({ taints, ident: walk.world.ids.of(param), exact: true });
}

export function randomTaint(walk: Walk, node: TSESTree.Node): readonly Taint[] {
  const mask = walk.world.carried.random;
  return mask === 0 ? [] : [{ origin: walk.world.origin('random', node, 'Math.random()'), mask: mask | LABELS, steps: undefined }];
}
