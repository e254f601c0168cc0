/** Finds the text of a query: at the call, or in a constant above it that nothing else uses. Knows what may be evaluated later than written. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/edit.ts';
import { childNodes, isFunctionNode, staticName, unwrap } from '../ast/nodes.ts';
import { isReassigned, referencesOf, singleAssignment, variableOf } from '../ast/scope.ts';
import { readText } from '../ast/strings.ts';
import type { TextPieces } from '../ast/strings.ts';
import type { Refusal } from './fix.ts';

export interface FoundText {
  readonly pieces: TextPieces;
  /** It is the value of a variable, not written at the call. */
  readonly above: boolean;
}

/** Methods and functions that give the same answer a few statements later, and change nothing. */
const PURE = new Set(
  'String Number parseInt parseFloat encodeURIComponent toString trim trimStart trimEnd toLowerCase toUpperCase slice substring substr padStart padEnd replace replaceAll join map filter toFixed at charAt'.split(' '),
);

export function findText(argument: TSESTree.Node, source: SourceCode): FoundText | Refusal {
  const node = unwrap(argument);
  const constantOf = (hole: TSESTree.Expression): string | undefined => constantText(hole, source);
  const pieces = readText(node, constantOf);
  if (pieces) return { pieces, above: false };
  if (node.type !== 'Identifier') return { reason: 'the text is made elsewhere' };
  const init = onlyUse(node, source);
  if (!init) return { reason: 'the text is made elsewhere, in several steps, or used more than once' };
  const found = readText(init, constantOf);
  return found ? { pieces: found, above: true } : { reason: 'the text is made elsewhere' };
}

/** The initialiser of a variable that is read here and nowhere else, in the same turn of the same function. */
export function onlyUse(identifier: TSESTree.Identifier, source: SourceCode): TSESTree.Expression | undefined {
  const variable = source.scopeManager ? variableOf(identifier, source.scopeManager) : undefined;
  const init = variable && singleAssignment(variable);
  if (!variable || !init || init.type === 'FunctionDeclaration' || init.type === 'ClassDeclaration') return undefined;
  const reads = referencesOf(variable).filter((reference) => reference.isRead());
  const exported = variable.defs.some(({ node }) => node.parent?.parent?.type === 'ExportNamedDeclaration');
  if (reads.length !== 1 || reads[0]?.identifier !== identifier || exported) return undefined;
  return turnOf(init) === turnOf(identifier) && init.range[1] < identifier.range[0] ? init : undefined;
}

/** The nearest function or loop around a node: what is in the same one is run as often. */
function turnOf(node: TSESTree.Node): TSESTree.Node | undefined {
  let at = node.parent;
  while (at && !isFunctionNode(at) && !/^(?:For|While|DoWhile|Program|StaticBlock|PropertyDefinition)/.test(at.type)) at = at.parent;
  return at;
}

/** Text of a named constant, or of a name for one. */
function constantText(node: TSESTree.Expression, source: SourceCode): string | undefined {
  let inner: TSESTree.Node = unwrap(node);
  for (let steps = 0; steps < 4 && inner.type === 'Identifier' && source.scopeManager; steps++) {
    const variable = variableOf(inner, source.scopeManager);
    const value = variable && singleAssignment(variable);
    if (!value) return undefined;
    inner = unwrap(value);
  }
  if (inner === unwrap(node)) return undefined;
  if (inner.type === 'Literal' && (typeof inner.value === 'string' || typeof inner.value === 'number')) return String(inner.value);
  return inner.type === 'TemplateLiteral' && inner.expressions.length === 0 ? (inner.quasis[0]?.value.cooked ?? undefined) : undefined;
}

/** Whether evaluating the expression may change something, or wait. */
export function isImpure(root: TSESTree.Node, source: SourceCode): boolean {
  const rest: TSESTree.Node[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (isFunctionNode(node)) continue;
    if (/^(?:Await|Yield|Assignment|Update|New|TaggedTemplate|Import)Expression$/.test(node.type) || isDelete(node)) return true;
    if (node.type === 'CallExpression' && !PURE.has(calleeName(node))) return true;
    for (const child of childNodes(node, source.visitorKeys)) rest.push(child);
  }
  return false;
}

export function calleeName(call: TSESTree.CallExpression): string {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (staticName(callee) ?? '') : '';
}

/**
 * Whether the expressions have the same value at `to` as at `from`, both offsets in one turn of one function: `no`, or `unsure` where they
 * read members of an object, and a call between the two may have it.
 */
export function keepsValue(nodes: readonly TSESTree.Node[], from: number, to: number, around: TSESTree.Node, source: SourceCode): 'yes' | 'unsure' | 'no' {
  if (nodes.some((node) => isImpure(node, source))) return 'no';
  const names = new Set<string>();
  for (const name of nodes.flatMap((node) => identifiersIn(node, source))) {
    names.add(name.name);
    const variable = source.scopeManager ? variableOf(name, source.scopeManager) : undefined;
    if (!variable || !isReassigned(variable)) continue;
    const home = functionOf(around);
    const before = referencesOf(variable).every((reference) => {
      if (!reference.isWrite()) return true;
      const written = reference.identifier as TSESTree.Identifier;
      return functionOf(written) === home && (written.range[0] < from || written.range[0] > to) && turnOf(written) === turnOf(around);
    });
    if (!before) return 'no';
  }
  const members = new Set(nodes.flatMap((node) => membersIn(node, source)));
  const mentions = (node: TSESTree.Node): boolean => identifiersIn(node, source).some(({ name }) => names.has(name));
  let answer: 'yes' | 'unsure' = 'yes';
  for (const node of nodesBetween(functionOf(around) ?? source.ast, from, to, source)) {
    const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' || isDelete(node) ? node.argument : undefined;
    // An alias of the object is known by the member that is written.
    if (target && (mentions(target) || membersIn(target, source).some((name) => members.has(name)))) return 'no';
    if (members.size === 0 || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) continue;
    if (node.callee.type === 'Identifier' || mentions(node.callee) || node.arguments.some(mentions)) answer = 'unsure';
  }
  return answer;
}

/** Names of members read or written; `*` for one that is computed. */
function membersIn(root: TSESTree.Node, source: SourceCode): string[] {
  const found: string[] = [];
  const rest: TSESTree.Node[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.type === 'MemberExpression') found.push(staticName(node) ?? '*');
    for (const child of childNodes(node, source.visitorKeys)) rest.push(child);
  }
  return found;
}

const isDelete = (node: TSESTree.Node): node is TSESTree.UnaryExpression => node.type === 'UnaryExpression' && node.operator === 'delete';

function functionOf(node: TSESTree.Node): TSESTree.Node | undefined {
  let at = node.parent;
  while (at && !isFunctionNode(at) && at.type !== 'Program') at = at.parent;
  return at;
}

/** Identifiers that are variables, for all that can be told without scopes: no property names. */
function identifiersIn(root: TSESTree.Node, source: SourceCode): TSESTree.Identifier[] {
  const found: TSESTree.Identifier[] = [];
  const rest: TSESTree.Node[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.type === 'Identifier') found.push(node);
    const named = node.type === 'MemberExpression' && !node.computed ? node.property : node.type === 'Property' && !node.computed && !node.shorthand ? node.key : undefined;
    for (const child of childNodes(node, source.visitorKeys)) if (child !== named) rest.push(child);
  }
  return found;
}

function* nodesBetween(root: TSESTree.Node, from: number, to: number, source: SourceCode): Generator<TSESTree.Node> {
  const rest: TSESTree.Node[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (node.range[1] <= from || node.range[0] >= to) continue;
    if (node.range[0] >= from && node.range[1] <= to) yield node;
    for (const child of childNodes(node, source.visitorKeys)) rest.push(child);
  }
}
