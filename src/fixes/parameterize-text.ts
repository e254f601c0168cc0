/** Edits a text in place: each slot becomes what is written for it, and the layout, the other literals and the comments stay as they are. */
import { losesComments, quoteOf } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { escapeText, sourceOffset } from '../ast/strings.ts';
import type { TextHole, TextPieces, TextSegment } from '../ast/strings.ts';
import type { SqlPoint } from '../text/sql.ts';
import type { Edit, Refusal } from './fix.ts';

/** A stretch of the text, holes in it included, and what comes in its place. */
export interface TextChange {
  readonly start: SqlPoint;
  readonly end: SqlPoint;
  readonly holes: readonly number[];
  readonly text: string;
}

/** White space and operators of a concatenation, with no parenthesis or comment between. */
const PLAIN = /^[\s+]*$/;

/** The edits for all changes, in order. */
export function editText(pieces: TextPieces, changes: readonly TextChange[], source: SourceCode): readonly Edit[] | Refusal {
  const edits: Edit[] = [];
  for (const change of changes) {
    const made = editOne(pieces, change, source);
    if ('reason' in made) return made;
    edits.push(...made);
  }
  const kept = pieces.holes.map(({ node }) => node);
  if (edits.some(({ range }) => losesComments(source, range, kept))) return { reason: 'a comment stands where the text would change' };
  return [...edits, ...plainQuotes(pieces, changes, source)];
}

/** The text as it is after the changes, holes that stay as `\0`. */
export function changedText({ parts }: TextPieces, changes: readonly TextChange[]): string {
  let text = '';
  let at: SqlPoint = { part: 0, offset: 0 };
  const upTo = (end: SqlPoint): string => {
    const between = parts.slice(at.part, end.part + 1);
    between[between.length - 1] = (between.at(-1) as string).slice(0, end.offset);
    between[0] = (between[0] as string).slice(at.offset);
    return between.join('\0');
  };
  for (const change of changes) {
    text += upTo(change.start) + change.text;
    at = change.end;
  }
  return text + upTo({ part: parts.length - 1, offset: (parts.at(-1) as string).length });
}

function editOne(pieces: TextPieces, change: TextChange, source: SourceCode): Edit[] | Refusal {
  const { start, end, holes } = change;
  const segments = pieces.items.filter((item) => item.kind === 'segment');
  const left = segments.findLast(({ part, offset, cooked }) => part === start.part && offset <= start.offset && start.offset <= offset + cooked.length);
  const right = segments.find(({ part, offset, cooked }) => part === end.part && offset <= end.offset && end.offset <= offset + cooked.length && (offset < end.offset || end.offset === 0));
  const from = left && sourceOffset(left, start.offset - left.offset);
  const to = right && sourceOffset(right, end.offset - right.offset);
  if (left && right && from !== undefined && to !== undefined && left.node === right.node) {
    return [{ range: [from, to], text: escapeText(change.text, left.quote) }];
  }
  const operands = holes.map((index) => pieces.holes[index] as TextHole);
  if (operands.some(({ template }) => template)) return { reason: 'the text is put together in a way that cannot be edited' };
  return editOperands(operands, change, left, right, source) ?? replaceOperand(operands, change, left, right, source);
}

/** In `'a = ' + x + ' …'`: the left literal takes the placeholder, and the right one is joined to it where they stand on one line. */
function editOperands(operands: readonly TextHole[], change: TextChange, left: TextSegment | undefined, right: TextSegment | undefined, source: SourceCode): Edit[] | undefined {
  const { text } = source;
  if (!left || left.range[1] !== left.node.range[1] - 1) return undefined;
  const last = operandEnd(operands.at(-1) as TextHole, text);
  const first = operandStart(operands[0] as TextHole, text);
  if (!PLAIN.test(text.slice(left.node.range[1], first)) || !isPlainBetween(operands, first, last, text)) return undefined;
  const from = sourceOffset(left, change.start.offset - left.offset);
  const takes: Edit = { range: [from, left.range[1]], text: escapeText(change.text, left.quote) };
  const removes: Edit = { range: [left.node.range[1], last], text: '' };
  if (!right || right.range[0] !== right.node.range[0] + 1 || !PLAIN.test(text.slice(last, right.node.range[0]))) {
    return change.end.offset === 0 ? [takes, removes] : undefined;
  }
  const to = sourceOffset(right, change.end.offset - right.offset);
  const oneLine = !text.slice(left.node.range[1], right.node.range[0]).includes('\n');
  if (oneLine && right.quote === left.quote) return [{ range: [from, to], text: takes.text }];
  if (change.end.offset === 0) return [takes, removes];
  if (to === right.node.range[1] - 1) return [takes, { range: [left.node.range[1], right.node.range[1]], text: '' }];
  return [takes, removes, { range: [right.range[0], to], text: '' }];
}

/** Elsewhere (`join`, `concat`, parentheses) a literal with the placeholder comes where the value was. */
function replaceOperand(
  operands: readonly TextHole[], change: TextChange, left: TextSegment | undefined, right: TextSegment | undefined, source: SourceCode,
): Edit[] | Refusal {
  const [only] = operands;
  const bare = change.end.offset === 0;
  if (!only || operands.length > 1 || (!bare && !(left && right))) return { reason: 'the text is put together in a way that cannot be edited' };
  const quote = left?.quote === '"' ? '"' : left?.quote === "'" ? "'" : quoteOf(source);
  const edits: Edit[] = [{ range: only.node.range, text: quote + escapeText(change.text, quote) + quote }];
  if (!bare && left && right) {
    edits.unshift({ range: [sourceOffset(left, change.start.offset - left.offset), left.range[1]], text: '' });
    edits.push({ range: [right.range[0], sourceOffset(right, change.end.offset - right.offset)], text: '' });
  }
  return edits;
}

/** Between the first and the last of several operands only literals stand, which go with them. */
function isPlainBetween(operands: readonly TextHole[], start: number, end: number, text: string): boolean {
  if (operands.length === 1) return true;
  let rest = '';
  let at = start;
  for (const hole of operands) {
    rest += text.slice(at, Math.max(at, operandStart(hole, text)));
    at = operandEnd(hole, text);
  }
  return at <= end && /^(?:[\s+]|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`\\$]*`)*$/.test(rest);
}

/** Parentheses round a single operand are its own. */
const parentheses = ({ node }: TextHole, text: string): { before: number; after: number } => {
  let [before, after] = node.range;
  for (;;) {
    const open = /\(\s*$/.exec(text.slice(Math.max(0, before - 200), before));
    const close = /^\s*\)/.exec(text.slice(after, after + 200));
    if (!open || !close || /[\w$)\]]\s*\(\s*$/.test(text.slice(Math.max(0, before - 200), before))) return { before, after };
    before -= open[0].length;
    after += close[0].length;
  }
};
const operandStart = (hole: TextHole, text: string): number => parentheses(hole, text).before;
const operandEnd = (hole: TextHole, text: string): number => parentheses(hole, text).after;

/** A template of one line that has no holes left becomes a string in the quotes of the file. */
function plainQuotes(pieces: TextPieces, changes: readonly TextChange[], source: SourceCode): Edit[] {
  const { node, items, holes } = pieces;
  const moved = new Set(changes.flatMap((change) => change.holes));
  if (node.type !== 'TemplateLiteral' || moved.size < holes.length || holes.length === 0) return [];
  const isFlat = items.every((item) => (item.kind === 'segment' ? item.node === node && !item.raw.includes('\\') : item.kind === 'hole'));
  const text = changedText(pieces, changes);
  if (!isFlat || /[\n\r\u2028\u2029\\]/.test(text)) return [];
  const preferred = quoteOf(source);
  const quote = [preferred, preferred === '"' ? "'" : '"'].find((candidate) => !text.includes(candidate));
  if (!quote) return [];
  const [start, end] = node.range;
  return [{ range: [start, start + 1], text: quote }, { range: [end - 1, end], text: quote }];
}
