/** Calls of `replace` and `replaceAll`: what is sought, what is put there, and which calls came before on the same text. */
import type { TSESTree } from '@typescript-eslint/utils';
import { constantText } from './constants.ts';
import { isFunctionNode, staticName, unwrap } from './nodes.ts';
import { referencesOf, variableOf, type ScopeManager } from './scope.ts';

export interface Replacing {
  readonly node: TSESTree.CallExpression;
  readonly method: 'replace' | 'replaceAll';
  /** What it is called on, casts taken off. */
  readonly receiver: TSESTree.Node;
  readonly sought: { readonly text: string } | { readonly source: string; readonly flags: string; readonly literal: TSESTree.Node | undefined };
  /** Undefined where it is not constant; a function is none either. */
  readonly put: string | undefined;
  readonly byFunction: boolean;
  /** All that is found is replaced. */
  readonly all: boolean;
}

export function replacingOf(node: TSESTree.Node, scopes: ScopeManager): Replacing | undefined {
  if (node.type !== 'CallExpression' || node.arguments.length !== 2) return undefined;
  const callee = unwrap(node.callee);
  const [pattern, replacement] = node.arguments;
  if (callee.type !== 'MemberExpression' || !pattern || !replacement || replacement.type === 'SpreadElement') return undefined;
  const method = staticName(callee);
  if (method !== 'replace' && method !== 'replaceAll') return undefined;
  const sought = soughtIn(pattern, scopes);
  if (!sought) return undefined;
  const all = method === 'replaceAll' || ('flags' in sought && sought.flags.includes('g'));
  return { node, method, receiver: unwrap(callee.object), sought, put: constantText(replacement, scopes), byFunction: isFunctionNode(unwrap(replacement)), all };
}

function soughtIn(node: TSESTree.Node, scopes: ScopeManager): Replacing['sought'] | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Literal' && 'regex' in inner) return { source: inner.regex.pattern, flags: inner.regex.flags, literal: inner };
  if (inner.type === 'NewExpression' && inner.callee.type === 'Identifier' && inner.callee.name === 'RegExp' && inner.arguments[0]) {
    const source = constantText(inner.arguments[0], scopes);
    const flags = inner.arguments[1] ? constantText(inner.arguments[1], scopes) : '';
    return source === undefined || flags === undefined ? undefined : { source, flags, literal: undefined };
  }
  if (inner.type === 'Identifier') {
    const variable = variableOf(inner, scopes);
    const [definition, second] = variable?.defs ?? [];
    const init = definition && !second && definition.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
    if (init && unwrap(init).type === 'Literal' && 'regex' in unwrap(init)) return soughtIn(init, scopes);
  }
  const text = constantText(inner, scopes);
  return text === undefined ? undefined : { text };
}

const MOST_DEPTH = 12;

/** The text that the calls began with, and the calls that came before this one: along the chain, and what its variable was made by. */
export function madeBy({ node, receiver }: Replacing, scopes: ScopeManager): { readonly calls: readonly Replacing[]; readonly starts: readonly TSESTree.Node[] } {
  const calls: Replacing[] = [];
  const starts: TSESTree.Node[] = [];
  const seen = new Set<TSESTree.Node>([node]);
  const todo: (readonly [TSESTree.Node, number])[] = [[receiver, 0]];
  for (let item = todo.pop(); item; item = todo.pop()) {
    const [at, depth] = item;
    if (seen.has(at) || depth > MOST_DEPTH) continue;
    seen.add(at);
    const inner = unwrap(at);
    if (inner.type === 'CallExpression') {
      const replacing = replacingOf(inner, scopes);
      if (replacing) calls.push(replacing);
      const callee = unwrap(inner.callee);
      if (callee.type === 'MemberExpression' && callee.object.type !== 'Identifier') todo.push([callee.object, depth + 1]);
      else if (callee.type === 'MemberExpression' && (replacing ?? variableOf(callee.object as TSESTree.Identifier, scopes)?.defs.length)) todo.push([callee.object, depth + 1]);
      else starts.push(inner);
    } else if (inner.type === 'Identifier') {
      const variable = variableOf(inner, scopes);
      const before = (variable ? referencesOf(variable) : []).flatMap((reference) => (reference.isWrite() && reference.writeExpr && reference.identifier.range[0] < node.range[0] ? [reference.writeExpr as TSESTree.Node] : []));
      if (before.length === 0) starts.push(inner);
      for (const expression of before) todo.push([expression, depth + 1]);
    } else if (inner.type === 'LogicalExpression') todo.push([inner.left, depth + 1], [inner.right, depth + 1]);
    else if (inner.type === 'ConditionalExpression') todo.push([inner.consequent, depth + 1], [inner.alternate, depth + 1]);
    else starts.push(inner);
  }
  return { calls, starts };
}
