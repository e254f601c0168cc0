/** Values that are no plain values: escaped or quoted for SQL before they get into the text, or SQL themselves. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/edit.ts';
import { unwrap } from '../ast/nodes.ts';
import { referencesOf, variableOf } from '../ast/scope.ts';
import { readText } from '../ast/strings.ts';
import { calleeName } from './parameterize-source.ts';

/** Words that mean something only as SQL. */
const SQL_WORD = /^\s*(?:null|default|true|false|now\s*\(\s*\)|current_(?:timestamp|date|time|user))\s*$/i;

/** What the value is before it is escaped by hand; undefined where it is escaped in a way that we cannot take back. */
export function unescaped(written: TSESTree.Expression, source: SourceCode): TSESTree.Expression | undefined {
  let node = written;
  for (;;) {
    const inner = unwrap(node);
    if (inner.type === 'Identifier') return comesFrom(inner, source).some((value) => escapes(value)) ? undefined : node;
    if (inner.type !== 'CallExpression' || !escapes(inner)) return node;
    const callee = unwrap(inner.callee);
    if (callee.type !== 'MemberExpression' || callee.optional || !doublesQuotes(inner, source)) return undefined;
    node = callee.object;
  }
}

/** `x.replace(/'/g, "''")`. */
function doublesQuotes(call: TSESTree.CallExpression, source: SourceCode): boolean {
  const [pattern, replacement] = call.arguments;
  if (!pattern || !replacement || call.arguments.length > 2) return false;
  const name = calleeName(call);
  const quote = readText(pattern)?.parts.join('§');
  const all = source.getText(pattern) === "/'/g" || (name === 'replaceAll' && quote === "'");
  return all && /^replace(?:All)?$/.test(name) && readText(replacement)?.parts.join('§') === "''";
}

/** A call that, by its name or by what it replaces, escapes or quotes for SQL. */
function escapes(node: TSESTree.Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const name = calleeName(node);
  if (/escape|quote|literal|^ident|format|sanit|^raw$|sql/i.test(name)) return true;
  const [pattern] = node.arguments;
  if (!/^replace(?:All)?$/.test(name) || pattern?.type !== 'Literal') return false;
  return /['"\\]/.test('regex' in pattern ? pattern.regex.pattern : String(pattern.value));
}

/** Whether a bare value may be text with quotes of its own, or a word such as NULL: `x ? `'${x}'` : 'NULL'`. */
export function holdsSql(root: TSESTree.Expression, source: SourceCode): boolean {
  const rest: TSESTree.Node[] = [root];
  const seen = new Set<TSESTree.Node>();
  for (let next = rest.pop(); next; next = rest.pop()) {
    const node = unwrap(next);
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.type === 'ConditionalExpression') rest.push(node.consequent, node.alternate);
    else if (node.type === 'LogicalExpression') rest.push(node.left, node.right);
    else if (node.type === 'Identifier') rest.push(...comesFrom(node, source));
    // In MySQL and SQLite JSON of a string is a string literal.
    else if (node.type === 'CallExpression' && /^(?:stringify|inspect)$/.test(calleeName(node))) return true;
    else if (readText(node)?.parts.some((part) => /['"`();]|--/.test(part) || SQL_WORD.test(part))) return true;
  }
  return false;
}

/** All that is ever assigned to a variable, one step back. */
export function comesFrom(identifier: TSESTree.Identifier, source: SourceCode): TSESTree.Node[] {
  const variable = source.scopeManager ? variableOf(identifier, source.scopeManager) : undefined;
  if (!variable) return [];
  return referencesOf(variable).flatMap(({ writeExpr }) => (writeExpr && /Expression$|Literal$|^Identifier$/.test(writeExpr.type) ? [unwrap(writeExpr)] : []));
}
