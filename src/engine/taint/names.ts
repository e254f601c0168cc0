/** How messages call things: the source text of a short expression, a function by its name. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap, staticName } from '../../ast/nodes.ts';
import type { FunctionInfo } from '../project/source.ts';

const LONGEST = 60;

/** `req.query.id`, `req.get()`: names and members; what is computed is `[…]`. */
export function memberText(node: TSESTree.Node): string {
  const parts: string[] = [];
  let n = unwrap(node);
  for (let i = 0; i < 12; i++) {
    if (n.type === 'MemberExpression') {
      const name = staticName(n);
      parts.push(name === undefined ? '[…]' : n.computed && !/^[\w$]+$/.test(name) ? `[${JSON.stringify(name)}]` : /^\d/.test(name) ? `[${name}]` : `.${name}`);
      n = unwrap(n.object);
    } else if (n.type === 'CallExpression') {
      const first = n.arguments[0];
      parts.push(n.arguments.length === 1 && first?.type === 'Literal' && first.raw.length < 20 ? `(${first.raw})` : n.arguments.length === 0 ? '()' : '(…)');
      n = unwrap(n.callee);
    } else break;
  }
  for (let whole = takenFrom(n); whole; whole = takenFrom(n)) {
    const name = n.type === 'Property' ? staticName(n) : undefined;
    if (whole.type !== 'Property') {
      const text = memberText(whole);
      // of a longer expression the member alone is clearer
      if (/^[\w$.]+$/.test(text)) return shortened([text, name === undefined ? '[…]' : `.${name}`, ...parts.reverse()].join(''));
      break;
    }
    parts.push(name === undefined ? '[…]' : `.${name}`);
    n = whole;
  }
  if (n.type === 'Identifier') parts.push(n.name);
  else if (n.type === 'ThisExpression') parts.push('this');
  else if (n.type === 'AwaitExpression') parts.push('await …');
  else parts.push(n.type === 'Property' ? (staticName(n) ?? '…') : '…');
  return shortened(parts.reverse().join(''));
}

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** What a property of a pattern is taken from: the property around its pattern, or what is assigned to the whole. */
function takenFrom(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type !== 'Property' || node.parent.type !== 'ObjectPattern') return undefined;
  const around = node.parent.parent.type === 'AssignmentPattern' ? node.parent.parent.parent : node.parent.parent;
  if (around.type === 'Property' && around.parent.type === 'ObjectPattern') return around;
  if (around.type === 'VariableDeclarator') return around.init ?? undefined;
  return around.type === 'AssignmentExpression' ? around.right : undefined;
}

export const functionText = (fn: FunctionInfo): string => {
  const name = fn.name || (fn.ofClass ? `${fn.ofClass.name}` : 'a function');
  return fn.name ? `${name}()` : name;
};
