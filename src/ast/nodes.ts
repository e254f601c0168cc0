/** Questions about single nodes: what they are beneath casts and chains, what they are called, what they hold. */
import type { TSESTree } from '@typescript-eslint/utils';

/** Anything with a key that may be constant: `o.a`, `{ a: 1 }`, `class { a() {} }`, `enum { a }`. */
export type Named =
  | TSESTree.MemberExpression
  | TSESTree.Property
  | TSESTree.MethodDefinition
  | TSESTree.PropertyDefinition
  | TSESTree.AccessorProperty
  | TSESTree.TSAbstractMethodDefinition
  | TSESTree.TSAbstractPropertyDefinition
  | TSESTree.TSAbstractAccessorProperty
  | TSESTree.TSEnumMember;

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** Child keys by node type, as `sourceCode.visitorKeys` has them. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** Nodes that wrap one expression and leave its value as it is. Babel's parser may keep parentheses; ESLint's types do not know them. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'ChainExpression',
  'ParenthesizedExpression',
]);

/** Whether the node only wraps its `expression`: a cast, a chain, parentheses. */
export const isWrapper = (node: TSESTree.Node): node is TSESTree.TSAsExpression => WRAPPERS.has(node.type);

/** The expression beneath casts, `!`, optional chains and parentheses. */
export function unwrap(node: TSESTree.Node): TSESTree.Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The outermost node that only wraps this one: the inverse of `unwrap`. */
export function wrapped(node: TSESTree.Node): TSESTree.Node {
  let outer = node;
  while (outer.parent && isWrapper(outer.parent) && outer.parent.expression === outer) outer = outer.parent;
  return outer;
}

/** The constant property name: `.a`, `['a']`, `[0]` as '0', `#x` as '#x'. */
export function staticName(node: Named): string | undefined {
  if (node.type === 'TSEnumMember') return node.id.type === 'Identifier' ? node.id.name : keyText(node.id);
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (!node.computed && key.type === 'Identifier') return key.name;
  return keyText(key);
}

/** The name in an import or export specifier, which may be a string: `import { 'a-b' as c }`. */
export const specifierName = (node: TSESTree.Identifier | TSESTree.StringLiteral): string => (node.type === 'Identifier' ? node.name : node.value);

export function isFunctionNode(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return node?.type === 'FunctionDeclaration' || node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression';
}

export function isStringLiteral(node: TSESTree.Node | null | undefined): node is TSESTree.StringLiteral {
  return node?.type === 'Literal' && typeof node.value === 'string';
}

/** The text of a string literal or of a template without holes, casts seen through. */
export function stringValue(node: TSESTree.Node | null | undefined): string | undefined {
  if (!node) return undefined;
  const inner = unwrap(node);
  if (isStringLiteral(inner)) return inner.value;
  // An invalid escape has no cooked text; it is an error but in tagged templates.
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 0) return inner.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The innermost function that a node is, or stands in. */
export function functionAround(node: TSESTree.Node | undefined): FunctionNode | undefined {
  let at = node;
  while (at && !isFunctionNode(at)) at = at.parent;
  return at;
}

/** The children in source order of their keys. A type without visitor keys is searched by its own properties. */
export function childNodes(node: TSESTree.Node, visitorKeys: VisitorKeys): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  for (const key of visitorKeys[node.type] ?? Object.keys(node)) {
    if (key === 'parent') continue;
    const value = fields[key];
    if (value === null || value === undefined) continue;
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) if (isNode(item)) children.push(item);
    } else if (isNode(value)) {
      children.push(value);
    }
  }
  return children;
}

function keyText(key: TSESTree.Node): string | undefined {
  const inner = unwrap(key);
  if (inner.type === 'Literal' && (typeof inner.value === 'number' || typeof inner.value === 'bigint')) return String(inner.value);
  return stringValue(inner);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
