/** Turns a call with a text into a tagged template, whose holes the driver takes as values. */
import type { TSESTree } from '@typescript-eslint/utils';
import { losesComments } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { staticName, unwrap } from '../ast/nodes.ts';
import { escapeText, sourceOffset } from '../ast/strings.ts';
import type { TextPieces } from '../ast/strings.ts';
import type { SqlReading } from '../text/sql.ts';
import type { Edit, Refusal, SinkUse } from './fix.ts';
import type { Plan, Slot } from './parameterize-holes.ts';

/** The edits that make `` prisma.$queryRaw`… ${x}` `` of `prisma.$queryRawUnsafe(…)`. */
export function editToTag(use: SinkUse, tag: string, pieces: TextPieces, reading: SqlReading, plan: Plan, source: SourceCode): readonly Edit[] | Refusal {
  const { call } = use;
  if (call.type !== 'CallExpression' || call.arguments.length !== 1 || call.optional) return { reason: 'values are given to the call already' };
  const callee = call.callee;
  // `a?.b` cannot be a tag.
  if (callee.type !== 'MemberExpression' || callee.optional || source.getText(callee).includes('?.')) return { reason: 'an optional call cannot be a tag' };
  if (unwrap(call.arguments[0] as TSESTree.Node) !== pieces.node) return { reason: 'the text is made elsewhere' };
  const constants = plan.kept.length > 0 || pieces.items.some(({ kind }) => kind === 'constant');
  if (constants) return { reason: 'a constant part of the text would become a value' };
  if (reading.placeholders.length > 0) return { reason: 'the text has placeholders already' };
  if (plan.slots.some(({ kind }) => kind !== 'value')) return { reason: 'the tag takes a list or a name in a form of its own' };
  const renamed = rename(callee, tag, source);
  if (!renamed) return { reason: 'the tag is out of reach' };
  const inside = isFlat(pieces) ? editInside(pieces, plan.slots) : [{ range: pieces.node.range, text: rebuilt(pieces, plan.slots) }];
  const head = call.typeArguments?.range[1] ?? callee.range[1];
  const edits: Edit[] = [
    ...renamed,
    { range: [head, pieces.node.range[0]], text: '' },
    ...inside,
    { range: [pieces.node.range[1], call.range[1]], text: '' },
  ];
  const kept = plan.slots.flatMap(({ nodes }) => nodes);
  return edits.some(({ range }) => losesComments(source, range, kept)) ? { reason: 'a comment stands where the text would change' } : edits;
}

/** `a.b` with another member, or `a` itself. */
function rename(callee: TSESTree.MemberExpression, tag: string, source: SourceCode): Edit[] | undefined {
  if (tag === '[this]') return [{ range: [callee.object.range[1], callee.range[1]], text: '' }];
  const name = /([\w$]+)$/.exec(tag)?.[1];
  if (!name || callee.computed) return undefined;
  return staticName(callee) === name && source.getText(callee.property) === name ? [] : [{ range: callee.property.range, text: name }];
}

const isFlat = ({ node, items }: TextPieces): boolean =>
  node.type === 'TemplateLiteral' && items.every((item) => (item.kind === 'segment' ? item.node === node : item.kind === 'hole' && item.template === node));

/** Bare holes are right as they are; literals lose their quotes. */
function editInside(pieces: TextPieces, slots: readonly Slot[]): Edit[] {
  const edits: Edit[] = [];
  const segments = pieces.items.filter((item) => item.kind === 'segment');
  for (const { start, end, value, plain, bare } of slots) {
    if (bare && value === plain) continue;
    const [left, right] = [segments[start.part], segments[end.part]];
    if (left && right) edits.push({ range: [sourceOffset(left, start.offset), sourceOffset(right, end.offset)], text: `\${${value}}` });
  }
  return edits;
}

function rebuilt({ parts }: TextPieces, slots: readonly Slot[]): string {
  let text = '';
  let at = { part: 0, offset: 0 };
  // Every hole is in a slot, so what is between two slots is in one part.
  for (const slot of slots) {
    text += `${escapeText((parts[at.part] ?? '').slice(at.offset, slot.start.offset), '`')}\${${slot.value}}`;
    at = slot.end;
  }
  return `\`${text}${escapeText((parts[at.part] ?? '').slice(at.offset), '`')}\``;
}
