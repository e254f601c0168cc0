/** Puts what a handler does into `try`, and hands what goes wrong to `next`, which it is given if it has it not. */
import type { TSESTree } from '@typescript-eslint/utils';
import { indentOf, insertAt, newlineOf, replaceRange, semicolonOf, sortEdits, type SourceCode } from '../ast/edit.ts';
import type { FunctionNode } from '../ast/nodes.ts';
import type { Edit, Refusal } from './fix.ts';

export function handOnErrors(node: FunctionNode, source: SourceCode): readonly Edit[] | Refusal {
  if (!node.body) return { reason: 'it has no body' };
  const next = nextOf(node, source);
  if ('reason' in next) return next;
  const semicolon = semicolonOf(source);
  const caught = `catch (error) { ${next.name}(error)${semicolon} }`;
  if (node.body.type !== 'BlockStatement') {
    // parentheses around belong to the expression: `=> ({ a })`
    const arrow = source.getTokenBefore(node.body, { filter: (token) => token.value === '=>' });
    const start = arrow ? arrow.range[1] : node.body.range[0];
    const written = source.text.slice(start, node.range[1]).trim();
    return sortEdits([...next.edits, replaceRange([start, node.range[1]], ` { try { return ${written}${semicolon} } ${caught} }`)]);
  }
  const [first] = node.body.body;
  const last = node.body.body.at(-1);
  if (!first || !last) return { reason: 'it is empty' };
  if (first.type === 'ExpressionStatement' && first.directive !== undefined) return { reason: 'a directive must stand first' };
  const inner = source.text.slice(node.body.range[0] + 1, node.body.range[1] - 1);
  const newline = newlineOf(source);
  if (!inner.includes('\n')) return sortEdits([...next.edits, replaceRange([node.body.range[0] + 1, node.body.range[1] - 1], ` try {${inner.trimEnd()} } ${caught} `)]);
  const indent = indentOf(source, first);
  const outer = indentOf(source, source.getLastToken(node.body) as unknown as TSESTree.Node);
  const step = indent.startsWith(outer) && indent.length > outer.length ? indent.slice(outer.length) : '  ';
  // lines of a template are text
  const isShifted = !source.ast.tokens.some((token) => String(token.type) === 'Template' && token.value.includes('\n') && node.body.range[0] < token.range[0] && token.range[1] < node.body.range[1]);
  const body = isShifted ? inner.trimEnd().replaceAll(/(\r?\n)(?=[^\r\n])/g, `$1${step}`) : inner.trimEnd();
  const text = `${newline}${indent}try {${body}${newline}${indent}} catch (error) {${newline}${indent}${step}${next.name}(error)${semicolon}${newline}${indent}}${newline}${outer}`;
  return sortEdits([...next.edits, replaceRange([node.body.range[0] + 1, node.body.range[1] - 1], text)]);
}

/** The parameter that hands on: the third, or the fourth where an error comes first. That of a parameter's handler is the third of four. */
export function parameterThatHandsOn({ params }: FunctionNode): TSESTree.Parameter | undefined {
  const [, , third, fourth] = params;
  return fourth && !(third?.type === 'Identifier' && third.name === 'next') ? fourth : third;
}

/** Its name, with what adds it. */
function nextOf(node: FunctionNode, source: SourceCode): { readonly name: string; readonly edits: readonly Edit[] } | Refusal {
  const { params } = node;
  const last = parameterThatHandsOn(node);
  if (last) return last.type === 'Identifier' ? { name: last.name, edits: [] } : { reason: 'the parameter that hands on has no name' };
  if (params.some(({ type }) => type === 'RestElement')) return { reason: 'its parameters are a rest' };
  if (/\bnext\b/.test(source.getText(node))) return { reason: '`next` is something else here' };
  const missing = ['_req', '_res', 'next'].slice(params.length).join(', ');
  const before = params.at(-1);
  if (!before) {
    const paren = source.getFirstToken(node, { filter: (token) => token.value === '(' });
    return paren ? { name: 'next', edits: [insertAt(paren.range[1], missing)] } : { reason: 'it has no parentheses' };
  }
  const after = source.getTokenAfter(before);
  // `async req => …`
  if (after?.value === '=>') return { name: 'next', edits: [replaceRange(before.range, `(${source.getText(before)}, ${missing})`)] };
  return { name: 'next', edits: [insertAt(before.range[1], `, ${missing}`)] };
}
