/** Passes over the keys that lead to a prototype: a line at the head of the loop, or of the callback, that hands out the key. */
import type { TSESTree } from '@typescript-eslint/utils';
import { indentOf, newlineOf, quoteOf, semicolonOf, type SourceCode } from '../ast/edit.ts';
import { isFunctionNode, unwrap } from '../ast/nodes.ts';
import { isReassigned, variableOf } from '../ast/scope.ts';
import type { Refusal, Repair } from './fix.ts';

const KEYS = ['__proto__', 'constructor', 'prototype'];
/** Methods whose callback may leave an element out. */
const PASSES = new Set(['forEach']);

/** `written`: the member that is written, `o[k]`. The key is that of the innermost object read by a variable: in `o[a][b]` it is `a`, else `b`. */
export function guardKey(written: TSESTree.Node, source: SourceCode): readonly Repair[] | Refusal {
  const key = keyOf(written);
  const variable = key && source.scopeManager ? variableOf(key, source.scopeManager) : undefined;
  const definition = variable?.defs[0];
  if (!variable || !definition || isReassigned(variable)) return { reason: 'no variable of a loop is the key' };
  const body = bodyOf(definition.node, definition.name as TSESTree.Node);
  if (!body || body.block.range[0] > written.range[0] || written.range[1] > body.block.range[1]) return { reason: 'no loop hands out the key' };
  const [first] = body.block.body;
  if (!first) return { reason: 'nothing is in the loop' };
  const quote = quoteOf(source);
  const list = KEYS.map((name) => `${quote}${name}${quote}`).join(', ');
  const line = `if ([${list}].includes(${variable.name})) ${body.leave}${semicolonOf(source)}`;
  return [{ level: 'suggestion', message: 'guard', edits: [{ range: [first.range[0], first.range[0]], text: `${line}${newlineOf(source)}${indentOf(source, first)}` }] }];
}

/** The variable in the brackets that lead to what is written. */
function keyOf(node: TSESTree.Node): TSESTree.Identifier | undefined {
  const outer = unwrap(node);
  if (outer.type !== 'MemberExpression') return undefined;
  const inner = unwrap(outer.object);
  const leading = inner.type === 'MemberExpression' && inner.computed ? inner : outer;
  const key = leading.computed ? unwrap(leading.property) : undefined;
  return key?.type === 'Identifier' ? key : undefined;
}

/** The block in which the declaration of a loop's variable, or of a callback's parameter, is a new one each time. */
function bodyOf(definition: TSESTree.Node, name: TSESTree.Node): { readonly block: TSESTree.BlockStatement; readonly leave: 'continue' | 'return' } | undefined {
  if (definition.type === 'VariableDeclarator') {
    const loop = definition.parent.parent;
    if ((loop?.type !== 'ForInStatement' && loop?.type !== 'ForOfStatement') || loop.left !== definition.parent) return undefined;
    return loop.body.type === 'BlockStatement' ? { block: loop.body, leave: 'continue' } : undefined;
  }
  if (!isFunctionNode(definition) || definition.params[0] !== name || definition.body?.type !== 'BlockStatement') return undefined;
  const call = definition.parent;
  const callee = call?.type === 'CallExpression' && call.arguments[0] === definition ? unwrap(call.callee) : undefined;
  const method = callee?.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier' ? callee.property.name : '';
  return PASSES.has(method) ? { block: definition.body, leave: 'return' } : undefined;
}
