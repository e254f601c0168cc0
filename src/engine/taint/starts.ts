/** How a text begins: `x.startsWith(y)`, and its older spellings `x.slice(0, n) === y`, `x.charAt(0) === y`, `x[0] === y`. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/nodes.ts';
import { bitsOf } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import { pathCheck } from './paths.ts';
import { refusingText } from './prototypes.ts';
import { localCheck, urlCheck } from './urls.ts';
import type { Walk } from './walk.ts';

/** The beginning of a text, as a call cut it off. */
export interface Piece {
  readonly of: Fact;
  /** Characters; undefined where it is not a constant. */
  readonly length: number | undefined;
}

/** What it says of a text that it begins with another one, and that it does not. */
export function startChecks(walk: Walk, node: TSESTree.Node, text: Fact, sought: Fact): void {
  refusingText(walk, node, text, sought);
  pathCheck(walk, node, 'startsWith', text, sought);
  if (typeof sought.constant?.value === 'string' && sought.constant.value.startsWith('-')) walk.vouch(node, { ident: text.ident, mask: bitsOf(['argument']), when: 'falsy' });
  urlCheck(walk, node, text, sought);
  localCheck(walk, node, text, sought);
}

const CUTS = new Set(['slice', 'substring', 'substr']);

/** Remembers that a call cuts off the beginning of a text. */
export function noteStart(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): void {
  if (receiver.taints.length === 0 || argument(args, 0).constant?.value !== 0) return;
  const end = argument(args, 1).constant?.value;
  if (name === 'charAt' || name === 'at') walk.pieces.set(node, { of: receiver, length: 1 });
  else if (CUTS.has(name) && args.list.length === 2) walk.pieces.set(node, { of: receiver, length: typeof end === 'number' ? end : undefined });
}

/**
 * The beginning of a text is compared with another one. Where they are equal, the text begins with it, however long the piece is; where
 * they are not, only if it is as long as the other one.
 */
export function pieceCheck(walk: Walk, node: TSESTree.BinaryExpression, side: TSESTree.Node, other: Fact): void {
  const piece = pieceAt(walk, unwrap(side));
  if (!piece) return;
  startChecks(walk, node, piece.of, other);
  const text = other.constant?.value;
  const isWhole = typeof text === 'string' && piece.length === text.length;
  if (!isWhole) walk.vouched.set(node, (walk.vouched.get(node) ?? []).filter((said) => said.when === 'truthy'));
}

function pieceAt(walk: Walk, side: TSESTree.Node): Piece | undefined {
  if (side.type === 'CallExpression') return walk.pieces.get(side);
  if (side.type !== 'MemberExpression' || !side.computed || side.property.type !== 'Literal' || side.property.value !== 0) return undefined;
  const object = unwrap(side.object);
  const of = object.type === 'Identifier' ? walk.run.evaluate(walk, object) : undefined;
  return of && of.taints.length > 0 ? { of, length: 1 } : undefined;
}
