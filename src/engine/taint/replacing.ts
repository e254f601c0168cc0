/** What global replacements take out of a text, or escape in it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/nodes.ts';
import { bitsOf } from '../../model/kinds.ts';
import type { CallNode } from '../project/source.ts';
import type { Primitive, RegexRef } from '../value/value.ts';

type Sought = Pick<RegexRef, 'source' | 'flags'> | Primitive;

/** What was replaced before along the chain, without leaving line ends: `text.replace(/\n/g, '').replace(/\r/g, '')`. */
export function soughtBefore(node: CallNode): Sought[] {
  const list: Sought[] = [];
  for (let at: TSESTree.Node = node; at.type === 'CallExpression' && at.callee.type === 'MemberExpression' && list.length < 10; at = at.callee.object) {
    const name = staticName(at.callee);
    const [pattern, replacement] = at.arguments;
    if (at === node || (name !== 'replace' && name !== 'replaceAll') || pattern?.type !== 'Literal' || replacement?.type !== 'Literal' || /[\n\r]/.test(String(replacement.value))) continue;
    if ('regex' in pattern && pattern.regex.flags.includes('g')) list.push({ source: pattern.regex.pattern, flags: pattern.regex.flags });
    else if (name === 'replaceAll' && typeof pattern.value === 'string') list.push(pattern.value);
  }
  return list;
}

/** Line ends of logs gone, HTML's five escaped by a function or map, what means something in a pattern. */
export function escapedKinds(own: Sought, before: readonly Sought[], replacement: unknown, byFunction: boolean): number {
  let mask = 0;
  const covers = (chars: string): boolean => [...chars].every((char) => finds(own, char));
  const leavesNone = byFunction || (typeof replacement === 'string' && !/[\n\r]/.test(replacement));
  if (leavesNone && [...'\n\r'].every((char) => [own, ...before].some((sought) => finds(sought, char)))) mask |= bitsOf(['log', 'header']);
  if ((byFunction || (typeof replacement === 'string' && /^\\\\?\$[&1]/.test(replacement))) && covers('()[{*+?|\\')) mask |= bitsOf(['regex']);
  // without `<` no tag begins; quotes of attributes are the matter of who writes them
  if (byFunction ? covers('<>"&') : typeof replacement === 'string' && covers('<') && !replacement.includes('<')) mask |= bitsOf(['html']);
  return mask;
}

function finds(sought: Sought, char: string): boolean {
  if (typeof sought !== 'object' || sought === null) return sought === char;
  try {
    return new RegExp(sought.source, 'u').test(char);
  } catch {
    return false;
  }
}
