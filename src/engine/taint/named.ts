/** Values that get a name of which models say what it is for: `user.resetToken = x`, `{ otp: x }`, `const password = x`, `function makeToken() { return x; }`. */
import type { TSESTree } from '@typescript-eslint/utils';
import { bit } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

/** Kinds of which models name members of any value. */
const NAMED = bit.token;

/** `name` is given to a value, at `argument`. */
export function named(walk: Walk, name: string | undefined, value: Fact, argument: TSESTree.Node): void {
  if (name === undefined || (walk.world.wanted & NAMED) === 0 || !value.taints.some((t) => (t.mask & NAMED) !== 0)) return;
  const { registry } = walk.world;
  const member = registry.star(name);
  const place = member && registry.graph.assigned(member);
  for (const sink of place?.sinks ?? []) walk.hit({ sink, value, argument, call: argument, bound: false, weak: false, owner: walk.owner });
}

/** What makes a value, before the name of what is made: `generateResetToken`, `newOtp`, `getRandomPassword`. */
const MAKES = /^(?:generate|gen|create|make|build|get|new|next|issue)?_?(?:random|unique|secure|temp|temporary)?_?(?=[A-Z_a-z])/i;

/** A function gives back what its own name says. */
export function namedByFunction(walk: Walk, value: Fact, node: TSESTree.Node): void {
  if ((walk.world.wanted & NAMED) === 0) return;
  const made = walk.fn.name.replace(MAKES, '');
  // what is not made is looked up: `token(req)`
  if (made !== walk.fn.name) named(walk, made.charAt(0).toLowerCase() + made.slice(1), { ...value, refs: [], taints: value.taints.filter((t) => t.origin.k === 'named') }, node);
}
