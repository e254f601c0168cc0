/** Text that is told by the file alone: literals, templates, sums and joins of them, constants that hold such. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, unwrap } from './nodes.ts';
import { singleAssignment, variableOf, type ScopeManager } from './scope.ts';
import { readText } from './strings.ts';

/** Constants made of constants, so deep at most. */
const MOST_DEPTH = 8;
const MOST_LENGTH = 10_000;

/** The text of an expression; of a pattern its source. Undefined where it is not constant. */
export function constantText(node: TSESTree.Node, scopes: ScopeManager, depth = 0): string | undefined {
  const inner = unwrap(node);
  if (depth > MOST_DEPTH) return undefined;
  if (inner.type === 'Literal') return 'regex' in inner ? inner.regex.pattern : String(inner.value);
  if (inner.type === 'Identifier') {
    const variable = variableOf(inner, scopes);
    const given = variable && singleAssignment(variable);
    return given && given.type !== 'FunctionDeclaration' && given.type !== 'ClassDeclaration' ? constantText(given, scopes, depth + 1) : undefined;
  }
  if (inner.type === 'MemberExpression' && staticName(inner) === 'source') return patternSource(inner.object, scopes, depth + 1);
  if (inner.type === 'TaggedTemplateExpression') return rawText(inner, scopes, depth);
  const text = readText(inner, (piece) => (piece.type === 'Identifier' || piece.type === 'MemberExpression' || piece.type === 'TaggedTemplateExpression' || 'regex' in piece ? constantPiece(piece, scopes, depth + 1) : undefined));
  const whole = text?.holes.length === 0 ? text.parts.join('') : undefined;
  return whole === undefined || whole.length > MOST_LENGTH ? undefined : whole;
}

/** Whether the text of an expression stands in the file, whichever of several it is: `desc ? 'DESC' : 'ASC'`, a constant, a sum of such. */
export function isConstantText(node: TSESTree.Node, scopes: ScopeManager, depth = 0): boolean {
  const inner = unwrap(node);
  const is = (part: TSESTree.Node): boolean => isConstantText(part, scopes, depth + 1);
  if (depth > MOST_DEPTH) return false;
  switch (inner.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return inner.expressions.every(is);
    case 'BinaryExpression':
      return inner.operator === '+' && is(inner.left) && is(inner.right);
    case 'ConditionalExpression':
      return is(inner.consequent) && is(inner.alternate);
    case 'LogicalExpression':
      return is(inner.left) && is(inner.right);
    case 'Identifier': {
      const variable = variableOf(inner, scopes);
      const given = variable && singleAssignment(variable);
      return given !== undefined && is(given);
    }
    default:
      return false;
  }
}

/** A pattern that is put into a text brings its slashes and flags. */
function constantPiece(node: TSESTree.Node, scopes: ScopeManager, depth: number): string | undefined {
  return patternSource(node, scopes, depth) === undefined ? constantText(node, scopes, depth) : undefined;
}

/** The source of a literal pattern, or of a constant that holds one. */
function patternSource(node: TSESTree.Node, scopes: ScopeManager, depth: number): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Literal') return 'regex' in inner ? inner.regex.pattern : undefined;
  if (inner.type !== 'Identifier' || depth > MOST_DEPTH) return undefined;
  const variable = variableOf(inner, scopes);
  const given = variable && singleAssignment(variable);
  return given ? patternSource(given, scopes, depth + 1) : undefined;
}

/** ``String.raw`\d+${A}` ``. */
function rawText({ tag, quasi }: TSESTree.TaggedTemplateExpression, scopes: ScopeManager, depth: number): string | undefined {
  if (tag.type !== 'MemberExpression' || staticName(tag) !== 'raw' || tag.object.type !== 'Identifier' || tag.object.name !== 'String') return undefined;
  let text = '';
  for (const [i, { value }] of quasi.quasis.entries()) {
    const hole = quasi.expressions[i];
    const filled = hole ? constantText(hole, scopes, depth + 1) : '';
    if (filled === undefined) return undefined;
    text += value.raw + filled;
  }
  return text;
}
