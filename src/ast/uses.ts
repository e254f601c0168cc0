/** What a value is used for, as far as the text tells: the members that are read of it, that it is given back, or all of it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunctionNode, staticName, wrapped } from './nodes.ts';
import { isReassigned, referencesOf, variableOf, type ScopeManager } from './scope.ts';

/** `payload.sub`, two deep; `return`: a function gives it back; `*`: it is used as a whole. That it is there, or of what type, is no use. */
export type Use = string;

const DEEPEST = 2;
const MOST = 50;

export function usesOf(node: TSESTree.Node, scopes: ScopeManager): ReadonlySet<Use> {
  const uses = new Set<Use>();
  follow(node, '', 0, scopes, uses);
  return uses;
}

function follow(start: TSESTree.Node, path: string, depth: number, scopes: ScopeManager, uses: Set<Use>): void {
  if (uses.size > MOST) return;
  const node = wrapped(start);
  const { parent } = node;
  const end = (use: Use = path === '' ? '*' : path): void => void uses.add(use);
  switch (parent?.type) {
    case undefined:
    case 'ExpressionStatement':
      return;
    case 'UnaryExpression':
    case 'IfStatement':
      // whether it is there is no use of it, but a claim is asked for what it says
      return path === '' ? undefined : end();
    case 'AwaitExpression':
      return follow(parent, path, depth, scopes, uses);
    case 'LogicalExpression':
      // `decoded && decoded.header`: where the left side is used, it is none
      return path === '' && parent.left === node && parent.operator === '&&' ? undefined : follow(parent, path, depth, scopes, uses);
    case 'ConditionalExpression':
      return parent.test !== node ? follow(parent, path, depth, scopes, uses) : path === '' ? undefined : end();
    case 'BinaryExpression': {
      const other = parent.left === node ? parent.right : parent.left;
      return path === '' && (other.type === 'Literal' || (other.type === 'Identifier' && other.name === 'undefined')) ? undefined : end();
    }
    case 'ReturnStatement':
      return end(path === '' ? 'return' : path);
    case 'ArrowFunctionExpression':
      return end(path === '' ? 'return' : path);
    case 'MemberExpression': {
      const name = parent.object === node ? staticName(parent) : undefined;
      return name === undefined ? end() : member(parent, join(path, name), depth + 1, scopes, uses);
    }
    case 'VariableDeclarator':
      return bound(parent.id, path, depth, scopes, uses);
    case 'AssignmentExpression':
      return parent.right === node && parent.operator === '=' && parent.left.type === 'Identifier' ? variable(parent.left, path, depth, scopes, uses) : end();
    default:
      return end();
  }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function member(node: TSESTree.Node, path: string, depth: number, scopes: ScopeManager, uses: Set<Use>): void {
  if (depth >= DEEPEST) uses.add(path);
  else follow(node, path, depth, scopes, uses);
}

function bound(target: TSESTree.Node, path: string, depth: number, scopes: ScopeManager, uses: Set<Use>): void {
  if (target.type === 'Identifier') return variable(target, path, depth, scopes, uses);
  if (target.type === 'AssignmentPattern') return bound(target.left, path, depth, scopes, uses);
  if (target.type !== 'ObjectPattern') return void uses.add(path === '' ? '*' : path);
  for (const property of target.properties) {
    const name = property.type === 'Property' ? staticName(property) : undefined;
    if (name === undefined || property.type !== 'Property') uses.add(path === '' ? '*' : path);
    else if (depth + 1 >= DEEPEST) uses.add(join(path, name));
    else bound(property.value, join(path, name), depth + 1, scopes, uses);
  }
}

function variable(name: TSESTree.Identifier, path: string, depth: number, scopes: ScopeManager, uses: Set<Use>): void {
  const found = variableOf(name, scopes);
  if (!found || (isReassigned(found) && found.defs[0]?.node.type === 'VariableDeclarator' && found.defs[0].node.init)) return void uses.add(path === '' ? '*' : path);
  for (const reference of referencesOf(found)) {
    if (reference.isRead() && !isFunctionNode(reference.identifier)) follow(reference.identifier as TSESTree.Node, path, depth, scopes, uses);
  }
}
