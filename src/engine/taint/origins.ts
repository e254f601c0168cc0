/** Where values come from: what a library gives, and what the language itself brings, what is caught, what is random. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ALL_KINDS, bit, LABELS } from '../../model/kinds.ts';
import type { Api } from '../../model/graph.ts';
import { fact, filterTaints, joinTaints, unknown, unseenTaints, type Fact, type Taint } from '../fact/fact.ts';
import { memberText } from './names.ts';
import type { Walk } from './walk.ts';
import type { World } from './world.ts';

/** What this value of a library is a source of, under the settings. */
export function sourceTaintsOf(world: World, api: Api, node: TSESTree.Node, text: string, holds: (when: NonNullable<Api['sources'][number]['when']>) => boolean): readonly Taint[] {
  const result: Taint[] = [];
  for (const source of api.sources) {
    const mask = source.mask & world.carried[source.origin];
    if (source.when && !holds(source.when)) continue;
    // nobody to fear, but no constant either
    if ((mask & ALL_KINDS) === 0) result.push(...unseenTaints);
    else result.push({ origin: world.origin(source.origin, node, source.as ?? text, source.whole), mask: mask | LABELS, steps: undefined });
  }
  return result;
}

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

const GUESSED = bit.token | ~ALL_KINDS;

/** What is picked by something that can be guessed can be guessed as well: `letters[Math.floor(Math.random() * 26)]`. */
export function picked(value: Fact, by: Fact): Fact {
  if (!by.taints.some((t) => (t.mask & bit.token) !== 0)) return value;
  return { ...value, literal: false, constant: undefined, taints: joinTaints(value.taints, filterTaints(by.taints, GUESSED)) };
}
