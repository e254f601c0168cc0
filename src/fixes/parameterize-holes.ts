/** Decides hole by hole: which stretch of the text a placeholder takes, which value goes to the driver, and whether that is beyond doubt. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/edit.ts';
import { isFunctionNode, staticName, unwrap } from '../ast/nodes.ts';
import { escapeText, readText } from '../ast/strings.ts';
import type { TextPieces } from '../ast/strings.ts';
import type { SqlHole, SqlPoint, SqlReading } from '../text/sql.ts';
import type { Bind } from '../model/dsl.ts';
import type { HoleType, Refusal, TypesOf } from './fix.ts';
import type { Driver } from './parameterize-driver.ts';
import { comesFrom, holdsSql, unescaped } from './parameterize-escaped.ts';
import { calleeName } from './parameterize-source.ts';

/** A stretch of the text that becomes one placeholder. */
export interface Slot {
  readonly start: SqlPoint;
  readonly end: SqlPoint;
  readonly holes: readonly number[];
  readonly kind: 'value' | 'list' | 'identifier';
  /** What stands in the text, `§` for the placeholder: `= ANY(§)`. */
  readonly written: string;
  /** JavaScript of the value, and of the value as it is where the driver takes each type apart. */
  readonly value: string;
  readonly plain: string;
  readonly nodes: readonly TSESTree.Expression[];
  /** A name for it, where placeholders have names. */
  readonly name: string;
  /** Honest input behaves the same for sure. */
  readonly sure: boolean;
  readonly limit: boolean;
  /** A bare number that has no column beside it, and so on: what drivers that send types need to know. */
  readonly bare: boolean;
  readonly types: ReadonlySet<HoleType>;
}

export interface PlanInput {
  readonly pieces: TextPieces;
  readonly reading: SqlReading;
  readonly driver: Driver;
  readonly bind: Bind;
  readonly source: SourceCode;
  readonly typesOf: TypesOf;
}

export interface Plan {
  readonly slots: readonly Slot[];
  /** Holes that stay in the text, being one of a few constants or a number. */
  readonly kept: readonly number[];
}

const ALL_TYPES = 8;
const ESCAPED = 'the value is escaped already, in a way that a placeholder would undo';
const REASONS: Readonly<Partial<Record<SqlHole['position'], string>>> = {
  identifier: 'an identifier has no placeholder: check it against a list',
  keyword: 'this part of the text is no value: choose it from constants',
  interval: 'an interval has no placeholder here: compute the date, or use make_interval',
  ddl: 'this statement takes no placeholders',
  comment: 'the value stands in a comment',
  multi: 'the text holds several statements',
};

export function planHoles(input: PlanInput): Plan | Refusal {
  const { pieces, reading } = input;
  const slots: Slot[] = [];
  const kept: number[] = [];
  const done = new Set<number>();
  for (const [i, hole] of reading.holes.entries()) {
    if (done.has(i)) continue;
    const node = (pieces.holes[i] as TextPieces['holes'][number]).node;
    if (stays(hole, node, input)) {
      kept.push(i);
      continue;
    }
    const slot = slotOf(i, hole, node, input);
    if ('reason' in slot) return slot;
    slots.push(slot);
    for (const index of slot.holes) done.add(index);
  }
  return slots.length > 0 ? { slots, kept } : { reason: 'nothing in the text is a value' };
}

/** Whether the hole does no harm where it is, and has no better place. */
function stays(hole: SqlHole, node: TSESTree.Expression, { typesOf }: PlanInput): boolean {
  if (hole.literal || ['multi', 'ddl', 'comment'].includes(hole.position)) return false;
  if (isChoice(unwrap(node))) return true;
  const types = typesOf(node);
  return hole.position !== 'value' && types.size > 0 && [...types].every((type) => type === 'number' || type === 'bigint');
}

/** `desc ? 'DESC' : 'ASC'`: words that cannot change how the rest is read. */
function isChoice(node: TSESTree.Node): boolean {
  if (node.type === 'ConditionalExpression') return isChoice(unwrap(node.consequent)) && isChoice(unwrap(node.alternate));
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0 && isTame(node.quasis[0]?.value.cooked ?? '?');
  return node.type === 'Literal' && isTame(String(node.value));
}

const isTame = (text: string): boolean => /^[\w ,.]*$/.test(text);

function slotOf(i: number, hole: SqlHole, written: TSESTree.Expression, input: PlanInput): Slot | Refusal {
  const { bind, driver } = input;
  if (hole.position === 'identifier' && bind.identifier) return identifierSlot(i, hole, written, input);
  const reason = REASONS[hole.position];
  if (reason) return { reason };
  if (hole.limit && driver.noLimit) return { reason: 'a prepared statement takes no placeholder in LIMIT' };
  if (hole.list) {
    const slot = listSlot(i, hole, written, input);
    if (slot) return slot;
  }
  if (hole.literal) return literalSlot(hole, hole.literal, input);
  const node = unescaped(written, input.source);
  if (!node || node !== written) return { reason: ESCAPED };
  if (holdsSql(node, input.source)) return { reason: 'the value may be SQL itself' };
  const plain = expressionText(node, input.source);
  const types = input.typesOf(node);
  const objects = driver.expandsObjects && types.has('object');
  const number = hole.limit && driver.numericLimit && !isOnly(types, 'number', 'bigint');
  // `String(null)` is 'null': a bare value that is stored may be NULL or TRUE on purpose.
  const sure = hole.position === 'value' && !isOdd(types, objects) && !(objects && hole.place === 'assign' && !isOnly(types, 'string', 'number', 'object'));
  const value = number ? `Number(${plain})` : objects ? `String(${plain})` : plain;
  return { ...bareSpan(i, input.pieces), kind: 'value', written: '§', value, plain: number ? value : plain, nodes: [node], name: nameOf(node), sure, limit: hole.limit, bare: true, types };
}

function identifierSlot(i: number, hole: SqlHole, node: TSESTree.Expression, { pieces, source, typesOf }: PlanInput): Slot | Refusal {
  if (hole.literal && !hole.literal.whole) return { reason: REASONS.identifier as string };
  const plain = expressionText(node, source);
  const before = pieces.parts[i]?.at(-1) ?? ' ';
  const after = pieces.parts[i + 1]?.at(0) ?? ' ';
  if (!hole.literal && (/[\w.$"'`\]]/.test(before) || /[\w.$"'`[]/.test(after))) return { reason: REASONS.identifier as string };
  const span = hole.literal ? { start: hole.literal.start, end: hole.literal.end, holes: [i] } : bareSpan(i, pieces);
  return { ...span, kind: 'identifier', written: '§', value: plain, plain, nodes: [node], name: '', sure: false, limit: false, bare: true, types: typesOf(node) };
}

/** `'${x}'`, `'%${x}%'`: the placeholder takes the quotes along, and what else is between them goes to the value. */
function literalSlot(hole: SqlHole, literal: NonNullable<SqlHole['literal']>, { pieces, driver, source, typesOf }: PlanInput): Slot | Refusal {
  const nodes: TSESTree.Expression[] = [];
  for (const index of literal.holes) {
    const node = unescaped((pieces.holes[index] as TextPieces['holes'][number]).node, source);
    if (!node) return { reason: ESCAPED };
    nodes.push(node);
  }
  const [first] = nodes as [TSESTree.Expression];
  const types = typesOf(first);
  const common = { start: literal.start, end: literal.end, holes: literal.holes, kind: 'value', written: '§', nodes, name: nameOf(first), limit: hole.limit, bare: false } as const;
  if (literal.whole) {
    const plain = expressionText(first, source);
    const text = (driver.expandsObjects && types.has('object')) || (driver.strictTypes && !isOnly(types, 'string'));
    // In `IN ('${x}')` x may be several, quotes and commas included.
    const sure = hole.place !== 'other' && !isOdd(types, text) && !hole.list;
    const value = hole.limit && driver.numericLimit ? `Number(${plain})` : text ? `String(${plain})` : plain;
    return { ...common, value, plain, sure, types };
  }
  const value = affixed(literal, nodes, pieces, source);
  if (value === undefined) return { reason: 'the literal holds escapes' };
  return { ...common, value, plain: value, sure: hole.place !== 'other', types: new Set(['string'] as const) };
}

function affixed(literal: NonNullable<SqlHole['literal']>, nodes: readonly TSESTree.Expression[], { parts }: TextPieces, source: SourceCode): string | undefined {
  const quote = parts[literal.start.part]?.charAt(literal.start.offset) ?? "'";
  const constants = parts.slice(literal.start.part, literal.end.part + 1);
  const last = constants.length - 1;
  constants[last] = (constants[last] as string).slice(0, literal.end.offset - 1);
  constants[0] = (constants[0] as string).slice(literal.start.offset + 1);
  // A LIKE pattern may escape its wildcards so; whether the server reads one backslash or two of it, depends.
  if (constants.some((text) => text.includes('\\'))) return undefined;
  const texts = constants.map((text) => escapeText(text.replaceAll(quote + quote, quote), '`'));
  const holes = nodes.map((node) => `\${${source.getText(node)}}`);
  return `\`${texts.map((text, i) => text + (holes[i] ?? '')).join('')}\``;
}

/** `IN (${ids.join(',')})`, quoted elements or not. Undefined where it is to be taken for a single value. */
function listSlot(i: number, hole: SqlHole, written: TSESTree.Expression, input: PlanInput): Slot | Refusal | undefined {
  const { driver, source, typesOf } = input;
  const list = hole.list as NonNullable<SqlHole['list']>;
  const quoted = hole.literal !== undefined;
  if (quoted && !hole.literal?.whole) return undefined;
  const array = joinedArray(written, quoted, source);
  if (array === 'escaped' || (!array && quoted && isJoin(unwrap(written)))) return { reason: 'the elements of the list are changed on the way' };
  if (!array && quoted) return undefined;
  if (!driver.list) return { reason: 'this driver has no placeholder for a list: write one for each element' };
  const types = typesOf(written);
  // A string such as '1,2' is a list in the text, and none for the driver.
  if (!array && !types.has('object')) return { reason: 'the list is text already: give the array to the driver' };
  const node = array ?? written;
  const text = expressionText(node, source);
  const strings = unwrap(node);
  const cleaned = strings.type === 'CallExpression' && calleeName(strings) === 'map';
  // Only an array has `map`, and only strings are in what it gives: no object that the client would expand.
  const value = driver.list === 'any' ? text : cleaned ? text : `${memberObject(node, text)}.map(String)`;
  const common = { holes: [i], kind: 'list', value, plain: value, nodes: [node], name: nameOf(node), sure: array !== undefined, limit: false, bare: !quoted, types } as const;
  if (driver.list === 'expand') return { ...common, start: list.inner.start, end: list.inner.end, written: '§' };
  return { ...common, start: list.start, end: list.end, written: list.negated ? '<> ALL(§)' : '= ANY(§)' };
}

const isJoin = (node: TSESTree.Node): boolean => node.type === 'CallExpression' && calleeName(node) === 'join';

/** The array of `array.join(',')`; `escaped` where its elements are no longer the values themselves. */
function joinedArray(written: TSESTree.Expression, quoted: boolean, source: SourceCode): TSESTree.Expression | 'escaped' | undefined {
  const call = unwrap(written);
  if (call.type !== 'CallExpression' || call.arguments.length > 1 || calleeName(call) !== 'join') return undefined;
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || callee.optional || call.optional) return undefined;
  const separator = call.arguments[0] ? readText(call.arguments[0])?.parts.join('§') : ',';
  if (separator === undefined || !(quoted ? /^'\s*,\s*'$/ : /^\s*,\s*$/).test(separator)) return 'escaped';
  const array = callee.object;
  const inner = unwrap(array);
  if (inner.type === 'ArrayExpression') return 'escaped';
  if (inner.type === 'Identifier') return comesFrom(inner, source).some((init) => init.type !== 'CallExpression' ? init.type === 'ArrayExpression' : isMapping(init)) ? 'escaped' : array;
  if (inner.type !== 'CallExpression' || calleeName(inner) !== 'map') return array;
  const [mapper] = inner.arguments;
  if (mapper?.type === 'Identifier' && (mapper.name === 'String' || mapper.name === 'Number')) return array;
  const target = unwrap(inner.callee);
  return !quoted && mapper && quotesOnly(mapper) && target.type === 'MemberExpression' ? target.object : 'escaped';
}

function isMapping(call: TSESTree.CallExpression): boolean {
  const [mapper] = call.arguments;
  const known = mapper?.type === 'Identifier' && (mapper.name === 'String' || mapper.name === 'Number');
  return calleeName(call) === 'map' && !known;
}

/** `(id) => `'${id}'``. */
function quotesOnly(mapper: TSESTree.Node): boolean {
  if (!isFunctionNode(mapper) || mapper.params.length !== 1 || mapper.params[0]?.type !== 'Identifier') return false;
  const pieces = mapper.body && readText(mapper.body);
  const hole = pieces?.holes[0]?.node;
  return pieces?.parts.join('§') === "'§'" && hole?.type === 'Identifier' && hole.name === mapper.params[0].name;
}

/** Known types of which one has another text than value: `null` is 'null', a date a sentence. */
function isOdd(types: ReadonlySet<HoleType>, asText: boolean): boolean {
  if (types.size === ALL_TYPES) return false;
  return [...types].some((type) => type === 'boolean' || type === 'null' || type === 'undefined' || type === 'date' || (type === 'object' && !asText));
}

const isOnly = (types: ReadonlySet<HoleType>, ...allowed: readonly HoleType[]): boolean => types.size > 0 && [...types].every((type) => allowed.includes(type));

const bareSpan = (i: number, { parts }: TextPieces): { start: SqlPoint; end: SqlPoint; holes: number[] } => ({
  start: { part: i, offset: (parts[i] as string).length },
  end: { part: i + 1, offset: 0 },
  holes: [i],
});

function expressionText(node: TSESTree.Expression, source: SourceCode): string {
  const text = source.getText(node);
  return node.type === 'SequenceExpression' ? `(${text})` : text;
}

const memberObject = (node: TSESTree.Expression, text: string): string =>
  /^(?:Identifier|MemberExpression|CallExpression|ThisExpression)$/.test(node.type) ? text : `(${text})`;

/** The last name in the expression: `id` of `req.params.id`. */
function nameOf(node: TSESTree.Node): string {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'MemberExpression') {
    const name = staticName(inner);
    if (name && /^[A-Za-z_]\w*$/.test(name)) return name;
  }
  if (inner.type === 'CallExpression') return nameOf(inner.arguments[0] ?? inner.callee);
  return 'value';
}
