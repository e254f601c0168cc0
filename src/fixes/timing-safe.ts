/** Comparisons that take as long whatever is given: of hashes of both sides, so that the length tells nothing and never throws. */
import type { TSESTree } from '@typescript-eslint/utils';
import { replaceRange, sortEdits, type SourceCode } from '../ast/edit.ts';
import { findImport } from '../ast/bindings.ts';
import { importEdits } from '../ast/imports.ts';
import { unwrap } from '../ast/nodes.ts';
import type { Edit, Repair } from './fix.ts';

const CRYPTO = 'node:crypto';
const [HASH, EQUAL] = ['createHash', 'timingSafeEqual'] as const;

interface Side {
  readonly node: TSESTree.Expression;
  /** A text for sure. */
  readonly isText: boolean;
  /** It may be missing: a variable of the environment. Then nothing is equal to it, least of all the text 'undefined'. */
  readonly mayBeMissing: boolean;
}

/** `a === b` as `timingSafeEqual()` of SHA-256 of both. A suggestion: the sides become texts. */
export function timingSafe(comparison: TSESTree.BinaryExpression, left: Side, right: Side, message: string, source: SourceCode): Repair {
  const { edits, hash, equal } = both(comparison, source);
  const digest = ({ node, isText }: Side): string => {
    const text = source.getText(unwrap(node));
    return `${hash}('sha256').update(${isText ? text : `String(${text})`}).digest()`;
  };
  const call = `${equal}(${digest(left)}, ${digest(right)})`;
  const isNot = comparison.operator.startsWith('!');
  const missing = [left, right].filter(({ node, mayBeMissing }) => mayBeMissing && isRead(node)).map(({ node }) => `${source.getText(unwrap(node))} ${isNot ? '===' : '!=='} undefined`);
  const all = [...missing, isNot ? `!${call}` : call].join(isNot ? ' || ' : ' && ');
  return { level: 'suggestion', message, edits: sortEdits([...edits, replaceRange(comparison.range, missing.length > 0 && comparison.parent.type !== 'IfStatement' ? `(${all})` : all)]) };
}

/** Reading it twice does nothing more than once. */
const isRead = (node: TSESTree.Expression): boolean => {
  const inner = unwrap(node);
  return inner.type === 'Identifier' || (inner.type === 'MemberExpression' && !inner.computed && isRead(inner.object));
};

/** Both functions in scope, by one import where neither is. */
function both(at: TSESTree.Node, source: SourceCode): { readonly edits: readonly Edit[]; readonly hash: string; readonly equal: string } {
  const [hash, equal] = [HASH, EQUAL].map((name) => importEdits(source, { module: CRYPTO, name, at })) as [ReturnType<typeof importEdits>, ReturnType<typeof importEdits>];
  const [edit] = hash.edits;
  const isNew = findImport(source, { module: CRYPTO, name: EQUAL, at }) === undefined;
  if (edit && isNew && hash.local === HASH && equal.local === EQUAL) return { edits: [{ ...edit, text: edit.text.replace(HASH, `${HASH}, ${EQUAL}`) }], hash: HASH, equal: EQUAL };
  return { edits: [...hash.edits, ...equal.edits], hash: hash.local, equal: equal.local };
}
