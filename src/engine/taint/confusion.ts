/**
 * Checks of a text that a list passes, too: `['../x'].includes('..')` asks for an element. Noted where the value may be a list for all
 * we know, and told where it reaches a sink that takes text.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { bit, bitsOf, SURE } from '../../model/kinds.ts';
import type { Confusion } from '../finding.ts';
import type { Fact, NamedOrigin, Taint } from '../fact/fact.ts';
import type { SinkUse } from '../summary/summary.ts';
import { Type } from '../value/value.ts';
import type { Walk } from './walk.ts';

/** Methods that texts and lists share; others throw where they are not, and no check is passed. */
export const SHARED: ReadonlySet<string> = new Set(['includes', 'indexOf', 'lastIndexOf']);
/** Sinks that make a text of what they get. */
const TEXTS = bitsOf(['sql', 'command', 'code', 'template', 'path', 'url', 'redirect', 'html', 'header', 'log', 'regex', 'xpath', 'ldap']);

export interface Check {
  readonly node: TSESTree.Node;
  readonly receiver: TSESTree.Node;
  readonly name: string;
  readonly ident: number;
}

/** `x.includes(…)`, `x.length > 8`: is x a text for sure? */
export function noteCheck(walk: Walk, node: TSESTree.Node, receiver: TSESTree.Node, name: string, value: Fact): void {
  if (walk.world.quiet || value.ident === 0 || (value.types & (Type.array | Type.object)) === 0 || value.types === Type.array) return;
  if (value.refs.some((r) => r.k === 'obj') || (walk.state.clearedOf(value.ident) & bit.nosql) !== 0) return;
  for (const { origin, mask } of value.taints) {
    if (origin.k === 'named' && (mask & bit.nosql) !== 0 && (mask & SURE) !== 0) walk.checks.set(keyOf(origin), { node, receiver, name, ident: value.ident });
  }
}

const keyOf = (origin: NamedOrigin): string => `${origin.what}:${origin.text}`;

/** A value meets a sink behind such a check of it, and nothing said since that it is a text. */
export function confused(walk: Walk, { sink, argument }: SinkUse, taints: readonly Taint[]): void {
  if ((TEXTS & bit[sink.kind]) === 0) return;
  for (const { origin, mask, steps } of taints) {
    if (origin.k !== 'named' || (mask & (TEXTS | bit.nosql)) === 0) continue;
    const check = walk.checks.get(keyOf(origin));
    if (!check || (walk.state.clearedOf(check.ident) & bit.nosql) !== 0) continue;
    const found: Confusion = { ...check, origin, kind: sink.kind, sink: argument, steps, sure: (mask & SURE) !== 0 };
    if (!walk.world.confusions.has(check.node)) walk.world.confusions.set(check.node, found);
  }
}
