/** How much work a hash of a password is, by the options of the call. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiCall, Shown } from '../engine/index.ts';
import { replaceRange, type SourceCode } from '../ast/edit.ts';
import { unwrap } from '../ast/nodes.ts';
import { optionOf } from '../fixes/options.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { constantOf, memberAt } from './call-rule.ts';

export interface LowCost {
  /** What is too low: 'iterations', 'rounds', `N`. */
  readonly what: string;
  readonly value: number;
  readonly enough: number;
  /** The argument, and the option of it. */
  readonly index: number;
  readonly option?: string;
}

const LEAST_ROUNDS = 10;
const LEAST_N = 2 ** 14;
/** What OWASP asks of PBKDF2, by the hash. */
const ITERATIONS = new Map([['sha1', 1_300_000], ['sha256', 600_000], ['sha512', 210_000]]);
const ENOUGH_ITERATIONS = 600_000;

/** What is too low at a call; undefined where it is high enough, or nobody knows. */
export function lowCost(call: ApiCall, leastIterations: number): LowCost | undefined {
  const { marks, shown } = call;
  const low = (what: string, value: Shown | 'absent' | undefined, least: number, enough: number, index: number, option?: string): LowCost | undefined => {
    const number = constantOf(value);
    return typeof number === 'number' && number < least ? { what, value: number, enough, index, ...(option === undefined ? {} : { option }) } : undefined;
  };
  if (marks.includes('iterates')) {
    // a key made of a secret that is long and random needs none
    if (isKey(shown[0])) return undefined;
    const algorithm = constantOf(shown[4]);
    return low('iterations', shown[2], leastIterations, ITERATIONS.get(typeof algorithm === 'string' ? algorithm.toLowerCase().replace('-', '') : '') ?? ENOUGH_ITERATIONS, 2);
  }
  if (marks.includes('rounds')) return low('rounds', shown[1], LEAST_ROUNDS, 12, 1);
  if (marks.includes('saltRounds')) return low('rounds', shown[0], LEAST_ROUNDS, 12, 0);
  if (marks.includes('scrypts') && !isKey(shown[0])) return low('N', memberAt(shown[3], 'N'), LEAST_N, 2 ** 17, 3, 'N') ?? low('cost', memberAt(shown[3], 'cost'), LEAST_N, 2 ** 17, 3, 'cost');
  return undefined;
}

const isKey = (value: Shown | undefined): boolean =>
  value?.fact.taints.some(({ origin }) => origin.k === 'named' && origin.what === 'secret') === true || value?.fact.refs.some((ref) => ref.k === 'api' && ref.api.sources.some(({ origin }) => origin === 'secret')) === true;

/** The number, where it is written at the call. Scrypt asks for more memory then, so its options are left to whoever knows the machine. */
export function raised({ node }: ApiCall, { index, option, enough, value }: LowCost, source: SourceCode): readonly Repair[] | Refusal {
  const elsewhere = { reason: 'the number is written elsewhere' };
  if (node.type === 'TaggedTemplateExpression' || option !== undefined) return option !== undefined && node.type !== 'TaggedTemplateExpression' && optionOf(node, option) ? { reason: 'more memory has to be allowed, too' } : elsewhere;
  const argument: TSESTree.Node | undefined = node.arguments[index];
  const literal = argument && unwrap(argument);
  if (literal?.type !== 'Literal' || literal.value !== value) return elsewhere;
  const separated = source.getText(literal).includes('_') ? String(enough).replaceAll(/\B(?=(?:\d{3})+$)/g, '_') : String(enough);
  return [{ level: 'suggestion', message: 'raise', data: { enough: String(enough) }, edits: [replaceRange(literal.range, separated)] }];
}
