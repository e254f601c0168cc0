/** Suggestions for a path that input is joined to: its last name alone, or a root below which the file is sent. */
import type { TSESTree } from '@typescript-eslint/utils';
import { insertArgument, insertAt, losesComments, replaceArgument, sortEdits } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { exportedName, isModuleObject } from '../ast/bindings.ts';
import { isFunctionNode, staticName, stringValue, unwrap } from '../ast/nodes.ts';
import { singleAssignment, variableOf } from '../ast/scope.ts';
import type { Refusal, Repair } from './fix.ts';
import { wrapValue } from './wrap.ts';

export interface PathUse {
  readonly call: TSESTree.Node;
  readonly argument: TSESTree.Node;
  /** The hole through which the input comes, or the argument. */
  readonly node: TSESTree.Node;
  /** Where the input is read. */
  readonly input: TSESTree.Node;
}

type Call = TSESTree.CallExpression;

/** `path.join(root, x)` becomes `path.join(root, path.basename(x))`. A suggestion: folders below the root are out of reach then. */
export function baseName(use: PathUse, source: SourceCode): readonly Repair[] | Refusal {
  const value = namePart(use, source);
  if (!value) return { reason: 'the path is made elsewhere' };
  return wrapValue({ value, sanitizers: [{ module: 'path', name: 'basename' }], message: 'baseName' }, source);
}

/** `res.sendFile(path.join(root, x))` becomes `res.sendFile(x, { root })`, which refuses to leave the root. */
export function sendBelow({ call, argument }: PathUse, source: SourceCode): readonly Repair[] | Refusal {
  const join = unwrap(argument);
  if (call.type !== 'CallExpression' || call.arguments[0] !== argument || !isJoin(join, source)) return { reason: 'the path is made elsewhere' };
  const parts = join.arguments;
  const name = parts.at(-1);
  if (!name || parts.length < 2 || parts.some((p) => p.type === 'SpreadElement') || losesComments(source, join.range, parts)) return { reason: 'the path has no root' };
  const texts = parts.slice(0, -1).map((p) => source.getText(p));
  const root = `root: ${texts.length === 1 ? (texts[0] ?? '') : `${source.getText(join.callee)}(${texts.join(', ')})`}`;
  const options = call.arguments[1];
  const first = replaceArgument(source, call, 0, source.getText(name));
  let second;
  if (!options || isFunctionNode(options)) second = insertArgument(source, call, 1, `{ ${root} }`);
  else if (options.type === 'ObjectExpression') second = insertAt(options.range[0] + 1, options.properties.length === 0 ? ` ${root} ` : ` ${root},`);
  else return { reason: 'the options are made elsewhere' };
  return [{ level: 'suggestion', message: 'sendBelow', edits: sortEdits([first, second]) }];
}

const isJoin = (node: TSESTree.Node, source: SourceCode): node is Call =>
  node.type === 'CallExpression' && /^(?:join|resolve)$/.test(exportOfPath(unwrap(node.callee), source) ?? '');

function exportOfPath(callee: TSESTree.Node, source: SourceCode): string | undefined {
  if (callee.type === 'Identifier') return exportedName(source, callee, 'path');
  return callee.type === 'MemberExpression' && isModuleObject(source, callee.object, 'path') ? staticName(callee) : undefined;
}

/** The one part of the path that the input is in, if something stands before it. */
function namePart({ argument, node, input }: PathUse, source: SourceCode): TSESTree.Expression | undefined {
  const path = definition(unwrap(argument), source);
  if (isJoin(path, source)) {
    const open = path.arguments.slice(1).filter((part) => stringValue(part) === undefined);
    if (path.arguments.some((part) => part.type === 'SpreadElement')) return undefined;
    const holder = open.find((part) => isInside(input, part)) ?? (open.length === 1 ? open[0] : undefined);
    return holder?.type === 'SpreadElement' ? undefined : holder;
  }
  const isText = path.type === 'TemplateLiteral' || path.type === 'BinaryExpression';
  if (!isText || node === argument || !isInside(node, path) || !/[\\/][^\\/]*$/.test(source.text.slice(path.range[0], node.range[0]).replace(/\$\{$/, ''))) return undefined;
  return node as TSESTree.Expression;
}

/** What a variable was declared with, or the node itself. */
function definition(node: TSESTree.Node, source: SourceCode): TSESTree.Node {
  if (node.type !== 'Identifier' || !source.scopeManager) return node;
  const variable = variableOf(node, source.scopeManager);
  const made = variable && singleAssignment(variable);
  return made ? unwrap(made) : node;
}

const isInside = (inner: TSESTree.Node, outer: TSESTree.Node): boolean => inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
