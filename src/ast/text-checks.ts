/** Calls that ask whether something is in a text: `includes`, `startsWith`, `endsWith`, `indexOf` compared, a pattern. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './edit.ts';
import { constantText } from './constants.ts';
import { staticName, unwrap, wrapped } from './nodes.ts';
import { singleAssignment, variableOf, type ScopeManager } from './scope.ts';

interface Base {
  readonly node: TSESTree.CallExpression;
  /** The text that is looked at. */
  readonly value: TSESTree.Node;
  readonly method: 'includes' | 'startsWith' | 'endsWith';
  readonly isOptional: boolean;
}
export interface PlainCheck extends Base {
  readonly sought: string;
}
export interface PatternCheck extends Base {
  readonly source: string;
  readonly flags: string;
  readonly literal: TSESTree.Node | undefined;
}
export type TextCheck = PlainCheck | PatternCheck;

const ASKS: ReadonlySet<string> = new Set(['includes', 'startsWith', 'endsWith', 'indexOf', 'test', 'exec', 'match', 'search']);
const PLAIN = { includes: 'includes', startsWith: 'startsWith', endsWith: 'endsWith' } as const;

export function checkOf(node: TSESTree.CallExpression, scopes: ScopeManager): TextCheck | undefined {
  const callee = unwrap(node.callee);
  const [argument] = node.arguments;
  if (callee.type !== 'MemberExpression' || !argument || argument.type === 'SpreadElement') return undefined;
  const name = staticName(callee) ?? '';
  if (!ASKS.has(name)) return undefined;
  const base = { node, value: unwrap(callee.object), isOptional: node.optional || callee.optional || callee.object.type === 'ChainExpression' };
  if (Object.hasOwn(PLAIN, name) && node.arguments.length === 1) return plain(base, PLAIN[name as keyof typeof PLAIN], argument, scopes);
  if (name === 'indexOf' && node.arguments.length === 1) {
    const compared = foundBy(node);
    return compared && plain(base, compared.atStart ? 'startsWith' : 'includes', argument, scopes);
  }
  if (name === 'test' || name === 'exec') return pattern({ ...base, value: unwrap(argument) }, callee.object, name === 'test', scopes);
  return name === 'match' || name === 'search' ? pattern(base, argument, false, scopes) : undefined;
}

function plain(base: Omit<Base, 'method'>, method: Base['method'], argument: TSESTree.Node, scopes: ScopeManager): PlainCheck | undefined {
  const sought = constantText(argument, scopes);
  return sought === undefined ? undefined : { ...base, method, sought };
}

function pattern(base: Omit<Base, 'method'>, written: TSESTree.Node, always: boolean, scopes: ScopeManager): PatternCheck | undefined {
  // what a match is taken out for is no check
  if (!always && !isCondition(base.node)) return undefined;
  let inner = unwrap(written);
  if (inner.type === 'Identifier') {
    const variable = variableOf(inner, scopes);
    const given = variable && singleAssignment(variable);
    if (given) inner = unwrap(given);
  }
  if (inner.type === 'Literal' && 'regex' in inner) return { ...base, method: 'includes', source: inner.regex.pattern, flags: inner.regex.flags, literal: inner };
  if (inner.type !== 'NewExpression' || inner.callee.type !== 'Identifier' || inner.callee.name !== 'RegExp' || !inner.arguments[0]) return undefined;
  const source = constantText(inner.arguments[0], scopes);
  const flags = inner.arguments[1] ? constantText(inner.arguments[1], scopes) : '';
  return source === undefined || flags === undefined ? undefined : { ...base, method: 'includes', source, flags, literal: undefined };
}

/** Asked for its truth. */
function isCondition(node: TSESTree.Node): boolean {
  const outer = wrapped(node);
  const { parent } = outer;
  switch (parent?.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'ConditionalExpression':
      return parent.test === outer;
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'LogicalExpression':
      return parent.operator !== '??' && (parent.left === outer || isCondition(parent));
    case 'BinaryExpression':
      return true;
    default:
      return false;
  }
}

export interface Found {
  readonly comparison: TSESTree.BinaryExpression;
  readonly operator: string;
  readonly number: number;
  readonly atStart: boolean;
}

/** `x.indexOf(y) >= 0`, `!== -1`, `=== 0`: the comparison around, if it asks whether or where. */
export function foundBy(node: TSESTree.Node): Found | undefined {
  const outer = wrapped(node);
  const { parent } = outer;
  if (parent?.type !== 'BinaryExpression' || parent.left !== outer) return undefined;
  const number = numberOf(parent.right);
  const { operator } = parent;
  if (number === undefined) return undefined;
  if (/^[=!]==?$/.test(operator) && (number === -1 || number === 0)) return { comparison: parent, operator, number, atStart: number === 0 };
  return (operator === '>=' && number === 0) || (operator === '>' && number === -1) || (operator === '<' && number === 0) ? { comparison: parent, operator, number, atStart: false } : undefined;
}

/** The comparison holds where it is not found. */
export const negates = ({ operator, number }: Found): boolean => operator === '<' || (operator.startsWith('!') ? number === 0 : number === -1 && operator !== '>');

function numberOf(node: TSESTree.Node): number | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Literal' && typeof inner.value === 'number') return inner.value;
  return inner.type === 'UnaryExpression' && inner.operator === '-' && inner.argument.type === 'Literal' && inner.argument.value === 1 ? -1 : undefined;
}

/** `a.indexOf(b) === a.length - b.length`, with nothing around that asks whether it was found. */
export function suffixCheck(node: TSESTree.BinaryExpression, source: SourceCode): { readonly instead: string } | undefined {
  if (!/^[=!]==?$/.test(node.operator)) return undefined;
  const [call, difference] = [unwrap(node.left), unwrap(node.right)];
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : undefined;
  if (call.type !== 'CallExpression' || callee?.type !== 'MemberExpression' || callee.optional || difference.type !== 'BinaryExpression' || difference.operator !== '-') return undefined;
  const [sought] = call.arguments;
  const method = staticName(callee);
  if ((method !== 'indexOf' && method !== 'lastIndexOf') || call.arguments.length !== 1 || !sought) return undefined;
  const [value, what] = [source.getText(callee.object), source.getText(sought)];
  const right = unwrap(difference.right);
  const length = sought.type === 'Literal' && typeof sought.value === 'string' ? sought.value.length : undefined;
  const isLength = source.getText(right) === `${what}.length` || (right.type === 'Literal' && right.value === length);
  if (source.getText(difference.left) !== `${value}.length` || !isLength || (length !== undefined && length < 2)) return undefined;
  for (let up: TSESTree.Node | undefined = node.parent; up?.type === 'LogicalExpression'; up = up.parent) {
    const around = source.getText(up);
    // it is asked for, or the lengths are
    if (/-\s*1\b|>=?\s*0\b|<\s*0\b|\.includes\(/.test(around.replace(source.getText(node), '')) || /\.length\s*[<>]/.test(around)) return undefined;
  }
  return { instead: `${node.operator.startsWith('!') ? '!' : ''}${value}.endsWith(${what})` };
}
