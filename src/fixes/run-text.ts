/** Code in text, made what it stands for: JSON that is parsed, a function that a timer calls. */
import type { TSESTree } from '@typescript-eslint/utils';
import { losesComments, replaceRange, type SourceCode } from '../ast/edit.ts';
import { unwrap } from '../ast/nodes.ts';
import { isGlobal, type Scope, type Variable } from '../ast/scope.ts';
import { readText } from '../ast/strings.ts';
import type { Refusal, Repair } from './fix.ts';

const OPEN = /^\s*(?:return\b)?\s*\(?\s*$/;
const CLOSE = /^\s*\)?\s*;?\s*$/;

/** `eval('(' + x + ')')`, `new Function('return ' + x)()`: how JSON was read before there was `JSON.parse`. */
export function parseJson(call: TSESTree.Node, argument: TSESTree.Node, source: SourceCode, message: string): readonly Repair[] | Refusal {
  const text = readText(argument);
  const [hole, second] = text?.holes ?? [];
  const [before = '', after = ''] = text?.parts ?? [];
  if (!hole || second || !OPEN.test(before) || !CLOSE.test(after) || before.includes('(') !== after.includes(')')) return { reason: 'the text is no value alone' };
  const isMaker = before.includes('return');
  const whole = isMaker ? call.parent : call;
  if (whole?.type !== 'CallExpression' || (isMaker && (unwrap(whole.callee) !== call || whole.arguments.length > 0)) || (call.type === 'CallExpression' || call.type === 'NewExpression' ? call.arguments.length : 0) !== 1) {
    return { reason: 'more than a value is made' };
  }
  if (variableAt(source, 'JSON', call) || losesComments(source, whole.range, [hole.node])) return { reason: 'JSON is another one here, or a comment would be lost' };
  const value = hole.node.type === 'SequenceExpression' ? `(${source.getText(hole.node)})` : source.getText(hole.node);
  return [{ level: 'suggestion', message, edits: [replaceRange(whole.range, `JSON.parse(${value})`)] }];
}

const CALLS = /^\s*([A-Za-z_$][\w$]*)(?:\.[A-Za-z_$][\w$]*)*\((?:\s*(?:-?\d+(?:\.\d+)?|true|false|null|'[^'\\\n]*'|"[^"\\\n]*")\s*(?:,(?=\s*[^\s)])|(?=\))))*\)\s*$/;

/** `setTimeout('tick()', 100)`: calls with constant arguments. Text sees globals only, so a fix must, too. */
export function functionOf(literal: TSESTree.Node, code: string, source: SourceCode, message: string): readonly Repair[] | Refusal {
  const statements = code.split(';').filter((part) => part.trim() !== '');
  const roots = statements.map((statement) => CALLS.exec(statement)?.[1]);
  if (statements.length === 0 || roots.some((root) => root === undefined)) return { reason: 'the text is more than calls' };
  const seen = roots.map((root) => variableAt(source, root ?? '', literal));
  const parts = statements.map((statement) => statement.trim());
  const text = parts.length === 1 ? `() => ${parts[0] ?? ''}` : `() => { ${parts.join('; ')}; }`;
  const global = seen.every((variable) => !variable || variable.scope.type === ('global' as never));
  return [{ level: global ? 'fix' : 'suggestion', message, edits: [replaceRange(literal.range, text)] }];
}

/** What a name means there, if the file declares it. */
function variableAt(source: SourceCode, name: string, node: TSESTree.Node): Variable | undefined {
  for (let scope: Scope | null | undefined = source.getScope?.(node); scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable) return isGlobal(variable) ? undefined : variable;
  }
  return undefined;
}
