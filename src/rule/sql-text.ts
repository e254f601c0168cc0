/** SQL text at a sink, for the two rules that look at it: where its holes stand, what is known of them, how it is repaired. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../ast/nodes.ts';
import { Type, type Fact, type TextUse } from '../engine/index.ts';
import type { HoleType, Refusal, Repair, SinkUse } from '../fixes/fix.ts';
import { parameterize } from '../fixes/parameterize.ts';
import { readSql, type HolePosition } from '../text/sql.ts';
import { bit } from '../model/kinds.ts';
import { driverOf } from '../fixes/parameterize-driver.ts';
import { analysisOf, type AnyContext } from './analysis.ts';

const TYPES: readonly (readonly [HoleType, number])[] = [
  ['string', Type.string],
  ['number', Type.number],
  ['boolean', Type.boolean],
  ['null', Type.null],
  ['undefined', Type.undefined],
  ['bigint', Type.bigint],
  ['date', Type.date],
  ['object', Type.object | Type.array | Type.function | Type.regex],
];

export const holeTypes = (value: Fact | undefined): ReadonlySet<HoleType> => new Set(TYPES.filter(([, bits]) => ((value?.types ?? Type.any) & bits) !== 0).map(([name]) => name));

/** Positions for which there is always a placeholder. */
const VALUES: ReadonlySet<HolePosition> = new Set<HolePosition>(['value', 'quoted', 'partial', 'list']);

export interface SqlHole {
  readonly node: TSESTree.Node;
  readonly fact: Fact;
  readonly position: HolePosition;
  /** A placeholder fits here. */
  readonly isValue: boolean;
  /** Constants of the program, a number, or checked. */
  readonly proven: boolean;
}

/** A sink as the fix builders know it. */
export function sinkUseOf(use: { readonly call: TSESTree.Node; readonly argument: TSESTree.Node; readonly sink: TextUse['sink']; readonly bound: boolean }): SinkUse | undefined {
  const { call } = use;
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression' && call.type !== 'TaggedTemplateExpression') return undefined;
  return { call, argument: unwrap(use.argument), path: use.sink.path.startsWith('global:*') ? undefined : use.sink.path, bind: use.sink.bind, instead: use.sink.instead, bound: use.bound };
}

/** The holes of a text, in order. */
export function sqlHoles(use: TextUse): SqlHole[] {
  if (!use.text.known) return use.text.holes.map((hole) => ({ ...hole, position: 'keyword', isValue: false, proven: isProven(hole.fact, 'sql') }));
  const target = sinkUseOf(use);
  const reading = readSql(use.text.parts, target && driverOf(target).dialect);
  return use.text.holes.map((hole, i) => {
    const position = reading.holes[i]?.position ?? 'keyword';
    return { node: hole.node, fact: hole.fact, position, isValue: VALUES.has(position), proven: isProven(hole.fact, 'sql') };
  });
}

const TEXTLESS = Type.number | Type.boolean | Type.bigint | Type.null | Type.undefined;

/** Nothing in it could change the text: constants of the program, numbers, and what a check or a sanitizer cleared. */
export function isProven(value: Fact, kind: 'sql' | 'command'): boolean {
  if (value.literal || (value.types & ~TEXTLESS) === 0) return true;
  // what a symbol stands for is told by the calls in sight; an exported function has unseen ones as well
  return !value.taints.some((t) => t.origin.k !== 'sym' && (t.mask & bit[kind]) !== 0);
}

/** The repairs of a sink's text. */
export function repairSql(context: AnyContext, use: Parameters<typeof sinkUseOf>[0]): readonly Repair[] | Refusal {
  const target = sinkUseOf(use);
  if (!target) return { reason: 'the call is out of sight' };
  const facts = new Map<TSESTree.Node, Fact>();
  for (const text of analysisOf(context).texts('sql')) {
    if (text.argument !== use.argument) continue;
    for (const hole of text.text.holes) {
      // one hole in several texts: what any of them may be
      const before = facts.get(hole.node);
      facts.set(unwrap(hole.node), before ? { ...before, types: before.types | hole.fact.types } : hole.fact);
    }
  }
  return parameterize(target, context.sourceCode, (node) => holeTypes(facts.get(unwrap(node))));
}

export const SQL_MESSAGES = {
  parameterize: 'Pass the values apart from the SQL text, as parameters.',
  parameterizeExecute: 'Pass the values apart from the SQL text, as parameters of a prepared statement (execute).',
  identifierPlaceholder: 'Pass the name as an identifier parameter (??).',
} as const;
