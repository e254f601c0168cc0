/** Edits of source text in terms of nodes: arguments, list items, statements, in the style that the file has. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

export type SourceCode = Readonly<TSESLint.SourceCode>;

/** Replaces the source text from `range[0]` to `range[1]`; equal for an insertion. */
export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
type Range = readonly [number, number];

export const replaceRange = (range: Range, text: string): TextEdit => ({ range: [range[0], range[1]], text });
export const insertAt = (offset: number, text: string): TextEdit => ({ range: [offset, offset], text });

/** By position; insertions at one offset keep their order. */
export const sortEdits = (edits: readonly TextEdit[]): TextEdit[] => [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of sortEdits(edits)) {
    result += text.slice(position, edit.range[0]) + edit.text;
    position = edit.range[1];
  }
  return result + text.slice(position);
}

/**
 * The statement around a node that stands in a list, so that another may be put before or after it. The body of `if (x) f()` stands in
 * none: the `if` is found. Nor does the expression of an arrow function: the statement around the function is found.
 */
export function statementOf(node: TSESTree.Node): TSESTree.Node {
  let statement = node;
  while (statement.parent && !holdsStatements(statement.parent, statement)) statement = statement.parent;
  return statement;
}

function holdsStatements(parent: TSESTree.Node, child: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return true;
    case 'SwitchCase':
      return parent.test !== child;
    default:
      return false;
  }
}

/** Puts an argument at `index`, or at the end where there are fewer. */
export function insertArgument(source: SourceCode, call: Call, index: number, text: string): TextEdit {
  const next = call.arguments[index];
  if (next) return insertAt(spanOf(source, call, next)[0], `${text}, `);
  const last = call.arguments.at(-1);
  if (last) return insertAt(spanOf(source, call, last)[1], `, ${text}`);
  const paren = openParen(source, call);
  return paren ? insertAt(paren.range[1], text) : insertAt(call.range[1], `(${text})`);
}

export function replaceArgument(source: SourceCode, call: Call, index: number, text: string): TextEdit {
  const argument = call.arguments[index];
  return argument ? replaceRange(spanOf(source, call, argument), text) : insertArgument(source, call, index, text);
}

export function removeArgument(source: SourceCode, call: Call, index: number): TextEdit | undefined {
  const spans = call.arguments.map((argument) => spanOf(source, call, argument));
  const [only] = spans;
  if (only && spans.length === 1 && index === 0) {
    const after = source.getTokenByRangeStart(nextStart(source, only[1]));
    return replaceRange([only[0], after?.value === ',' ? after.range[1] : only[1]], '');
  }
  return removeItem(source, spans, index);
}

/** Takes one item out of a list of several that are parted by commas. Comments stay. */
export function removeItem(source: SourceCode, items: readonly Range[], index: number): TextEdit | undefined {
  const item = items[index];
  const next = items[index + 1];
  const previous = items[index - 1];
  if (!item || !(next ?? previous)) return undefined;
  const wide: Range = next ? [item[0], next[0]] : [previous?.[1] ?? item[0], item[1]];
  if (!commentsIn(source, wide).some((comment) => comment.range[0] < item[0] || comment.range[1] > item[1])) return replaceRange(wide, '');
  // A comment stands beside the comma: only item and comma go, which leaves the layout to a formatter.
  if (!next) return replaceRange(item, '');
  const comma = source.getTokenByRangeStart(nextStart(source, item[1]));
  return replaceRange([item[0], comma?.value === ',' ? comma.range[1] : item[1]], '');
}

/** Removes a statement, with its line where nothing else is on it. */
export function removeStatement(source: SourceCode, statement: TSESTree.Node): TextEdit {
  const before = /(?:^|\n)([ \t]*)$/.exec(source.text.slice(0, statement.range[0]));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(source.text.slice(statement.range[1]));
  if (!before || !after) return replaceRange(statement.range, '');
  return replaceRange([statement.range[0] - (before[1]?.length ?? 0), statement.range[1] + after[0].length], '');
}

/** Whether comments would be lost if only `kept` nodes were left of the range. */
export function losesComments(source: SourceCode, range: Range, kept: readonly TSESTree.Node[]): boolean {
  return commentsIn(source, range).some((comment) => !kept.some((node) => node.range[0] <= comment.range[0] && comment.range[1] <= node.range[1]));
}

/** A string literal in the quotes of the file. */
export function stringText(source: SourceCode, value: string): string {
  const quote = quoteOf(source);
  const escaped = JSON.stringify(value)
    .slice(1, -1)
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The quotes of the file's first string: directives and imports come first, and they tell. Template quotes do not count. */
export function quoteOf(source: SourceCode): "'" | '"' {
  for (const token of source.ast.tokens) if (String(token.type) === 'String') return token.value.startsWith('"') ? '"' : "'";
  return "'";
}

/** `;` where the file's statements mostly end in it. */
export function semicolonOf(source: SourceCode): '' | ';' {
  let balance = 0;
  for (const statement of source.ast.body.slice(0, 20)) {
    if (!/^(?:Import|ExportAll|Variable|Expression)/.test(statement.type)) continue;
    balance += source.getLastToken(statement)?.value === ';' ? 1 : -1;
  }
  return balance < 0 ? '' : ';';
}

export const newlineOf = (source: SourceCode): string => (/\r?\n/.exec(source.text)?.[0] === '\r\n' ? '\r\n' : '\n');

/** The blanks before the first token of the node's line. */
export function indentOf(source: SourceCode, node: TSESTree.Node): string {
  const line = source.lines[node.loc.start.line - 1] ?? '';
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** The end of shebang, licence and pragmas. A comment right above the first statement is that statement's own. */
export function headerEnd(source: SourceCode): number {
  const first = source.ast.body[0];
  let end = 0;
  for (const comment of source.getAllComments()) {
    if (first && comment.range[0] >= first.range[0]) break;
    const after = /^[ \t]*(?:\r?\n|$)/.exec(source.text.slice(comment.range[1]))?.[0];
    if (after === undefined) break;
    const lineEnd = comment.range[1] + after.length;
    const pragma = /^[*!]?\s*(?:@ts-|@flow|@jest|@license|@copyright|copyright|eslint|jshint|globals?\s|!)/i.test(comment.value);
    const blank = /^[ \t]*(?:\r?\n|$)/.exec(source.text.slice(lineEnd))?.[0];
    if (pragma || String(comment.type) === 'Shebang' || blank !== undefined) end = lineEnd + (blank?.length ?? 0);
  }
  return end;
}

/** An argument with its parentheses: `f((a, b))`. */
function spanOf(source: SourceCode, call: Call, argument: TSESTree.Node): Range {
  const open = openParen(source, call);
  let [start, end] = argument.range;
  for (;;) {
    const before = source.getTokenBefore({ ...argument, range: [start, end] } as TSESTree.Node);
    const after = source.getTokenAfter({ ...argument, range: [start, end] } as TSESTree.Node);
    if (before?.value !== '(' || after?.value !== ')' || before.range[0] === open?.range[0]) return [start, end];
    start = before.range[0];
    end = after.range[1];
  }
}

function openParen(source: SourceCode, call: Call): TSESTree.Token | null {
  const paren = source.getTokenAfter(call.typeArguments ?? call.callee, { filter: (token) => token.value === '(' });
  return paren && paren.range[0] < call.range[1] ? paren : null;
}

function commentsIn(source: SourceCode, range: Range): TSESTree.Comment[] {
  return source.getAllComments().filter((comment) => range[0] <= comment.range[0] && comment.range[1] <= range[1]);
}

/** Where the next token begins; comments are stepped over. */
function nextStart(source: SourceCode, offset: number): number {
  for (const token of source.ast.tokens) if (token.range[0] >= offset) return token.range[0];
  return offset;
}
