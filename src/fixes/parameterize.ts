/**
 * SQL text with values in it -> placeholders, and the values apart. All holes of a text are repaired or none.
 *
 * A fix asks for more than a suggestion: each hole is a whole value that is compared with or assigned to a column, the driver is known by
 * binding, and nothing is known of the value's type that would make text and value differ.
 */
import { sortEdits } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { staticName, unwrap } from '../ast/nodes.ts';
import type { Bind } from '../model/dsl.ts';
import { isNamedStyle, renderPlaceholder } from '../text/sql-dialect.ts';
import { readSql } from '../text/sql.ts';
import type { SqlPoint, SqlReading } from '../text/sql.ts';
import type { Edit, Refusal, Repair, SinkUse, TypesOf } from './fix.ts';
import { driverOf } from './parameterize-driver.ts';
import type { Driver } from './parameterize-driver.ts';
import { planHoles } from './parameterize-holes.ts';
import type { Plan, Slot } from './parameterize-holes.ts';
import { findText, isImpure, keepsValue } from './parameterize-source.ts';
import type { FoundText } from './parameterize-source.ts';
import { editToTag } from './parameterize-tag.ts';
import { changedText, editText } from './parameterize-text.ts';
import type { TextChange } from './parameterize-text.ts';
import { addOption, findValues } from './parameterize-values.ts';
import type { NewValue, ValuesPlace } from './parameterize-values.ts';

/** What all steps of one rewrite share. */
interface Task {
  readonly use: SinkUse;
  readonly bind: Bind;
  readonly driver: Driver;
  readonly source: SourceCode;
  readonly found: FoundText;
  readonly reading: SqlReading;
  readonly plan: Plan;
}

/** The repairs of a call whose text holds values, the best first; or why there is none. */
export function parameterize(use: SinkUse, source: SourceCode, typesOf: TypesOf): readonly Repair[] | Refusal {
  const { bind } = use;
  if (!bind || use.call.type === 'TaggedTemplateExpression') return { reason: 'how this driver takes values is not known' };
  const found = findText(textOf(use), source);
  if ('reason' in found) return found;
  const driver = driverOf(use);
  const reading = readSql(found.pieces.parts, driver.dialect);
  const plan = planHoles({ pieces: found.pieces, reading, driver, bind, source, typesOf });
  if ('reason' in plan) return plan;
  const task: Task = { use, bind, driver, source, found, reading, plan };
  const tagged = bind.tag === undefined ? undefined : byTag(task, bind.tag);
  if (tagged && (!('reason' in tagged) || bind.values === undefined)) return tagged;
  return bind.values === undefined ? { reason: 'how this driver takes values is not known' } : byValues(task, bind.values);
}

/** The text itself, where the sink is a member of an object written at the call. */
function textOf({ argument, path }: SinkUse): SinkUse['argument'] {
  const member = /\]\.(\w+)$/.exec(path ?? '')?.[1];
  const object = unwrap(argument);
  if (member === undefined || object.type !== 'ObjectExpression') return argument;
  const property = object.properties.find((item) => item.type === 'Property' && staticName(item) === member);
  return property?.type === 'Property' ? property.value : argument;
}

function byTag(task: Task, tag: string): readonly Repair[] | Refusal {
  const { use, driver, found, reading, plan, source } = task;
  const edits = editToTag(use, driver.receiverTag ? '[this]' : tag, found.pieces, reading, plan, source);
  return 'reason' in edits ? edits : [repair(task, edits, 'parameterize', true)];
}

function byValues(task: Task, path: string): readonly Repair[] | Refusal {
  const { use, bind, driver, source, found, reading, plan } = task;
  const { style } = bind;
  // typeorm and its like take what the database takes, and that is out of sight.
  if (!style) return { reason: 'which placeholders the database takes is not known' };
  if (style === '?' && driver.clientSide && reading.strayQuestionMark) return { reason: 'a question mark in the text would be taken for a placeholder' };
  const place = findValues(use, path, isNamedStyle(style), source);
  if ('reason' in place) return place;
  const mismatch = mismatched(task, place);
  if (mismatch) return mismatch;
  const moved = plan.slots.flatMap(({ nodes }) => nodes);
  const later = place.call.range[0] > found.pieces.node.range[1];
  const keeps = later ? keepsValue(moved, found.pieces.node.range[1], place.call.range[0], found.pieces.node, source) : 'yes';
  if (keeps === 'no') return { reason: 'the value may change between the text and the call' };
  const stay = [...place.existing, ...plan.kept.map((index) => found.pieces.holes[index]?.node ?? found.pieces.node)];
  const ordered = !moved.some((node) => isImpure(node, source)) || !stay.some((node) => isImpure(node, source));

  const placed = placeSlots(task, place);
  const changes = placed.map(({ change }) => change);
  const text = editText(found.pieces, changes, source);
  if ('reason' in text) return text;
  const after = readSql(changedText(found.pieces, changes).split('\0'), driver.dialect);
  if (after.placeholders.length !== reading.placeholders.length + plan.slots.length) return { reason: 'the placeholders would not be read as such' };

  const option = driver.option ? addOption(place, driver.option, source) : [];
  if ('reason' in option) return option;
  const values = [...place.insert(placed.map(({ value }) => value)), ...option];
  const identifiers = plan.slots.some(({ kind }) => kind === 'identifier');
  const first = repair(task, [...text, ...values], identifiers ? 'identifierPlaceholder' : 'parameterize', ordered && keeps === 'yes');
  if (!isSound(first.edits)) return { reason: 'the edits would overlap' };
  const second = executeInstead(task, [...text, ...place.insert(placed.map(({ value, slot }) => ({ ...value, text: slot.plain })))]);
  return second ? [first, second] : [first];
}

/** A fix where every value is beyond doubt, else a suggestion. */
function repair({ use, driver, plan }: Task, edits: readonly Edit[], message: string, sure: boolean): Repair {
  // A driver that sends types along compares numbers with numbers only, and cannot tell a UUID from text.
  const typed = (slot: Slot): boolean => slot.bare && slot.types.size > 0 && [...slot.types].every((type) => type === 'number' || type === 'bigint');
  const certain = sure && use.bound && plan.slots.every((slot) => slot.sure && (!driver.sendsTypes || typed(slot)));
  return { level: certain ? 'fix' : 'suggestion', message, edits: sortEdits(edits) };
}

/** mysql2 has a second method that prepares the statement: no object is expanded there, and types are kept. */
function executeInstead({ use, driver, plan, reading }: Task, edits: readonly Edit[]): Repair | undefined {
  const { call } = use;
  const callee = call.type === 'CallExpression' && call.callee.type === 'MemberExpression' ? call.callee : undefined;
  if (!callee || callee.computed || !driver.packageName.startsWith('mysql2') || driver.method !== 'query') return undefined;
  if (plan.slots.some(({ kind, limit }) => kind !== 'value' || limit) || reading.placeholders.some(({ style }) => style === '??')) return undefined;
  return { level: 'suggestion', message: 'parameterizeExecute', edits: sortEdits([...edits, { range: callee.property.range, text: 'execute' }]) };
}

/** Why the placeholders in the text do not go with the values that are given. */
function mismatched({ bind, driver, reading, plan, found }: Task, { existing, names }: ValuesPlace): Refusal | undefined {
  const style = bind.style ?? '?';
  const { placeholders } = reading;
  const reason = 'the placeholders and values that are there do not match';
  if (placeholders.some((placeholder) => placeholder.style !== style && !(placeholder.style === '??' && bind.identifier === '??'))) return { reason };
  if (isNamedStyle(style)) return placeholders.every(({ name }) => names.includes(name)) ? undefined : { reason };
  const numbers = new Set(placeholders.map(({ name }) => Number(name)));
  const count = style === '?' ? placeholders.length : numbers.size;
  if (count !== existing.length || (style !== '?' && [...numbers].some((number) => number < 1 || number > count))) return { reason };
  // pg-promise formats the text itself, and finds variables in literals too.
  if (driver.packageName === 'pg-promise' && (found.pieces.parts.join('\0').match(/\$[\d{(<[/*]/g) ?? []).length > placeholders.length) return { reason };
  // Oracle takes values by the order in which placeholders appear, whatever their number.
  const [first] = plan.slots;
  const inOrder = style !== ':1' || !first || placeholders.every(({ start }) => isBefore(start, first.start));
  return inOrder ? undefined : { reason };
}

/** Numbers or names the placeholders, and says where in the list of values each comes. */
function placeSlots({ bind, reading, plan, source, use }: Task, { existing, names }: ValuesPlace): { slot: Slot; change: TextChange; value: NewValue }[] {
  const style = bind.style ?? '?';
  const around = isNamedStyle(style) ? [...statementText(use, source).matchAll(/[:@]([A-Za-z_]\w*)/g)].map((match) => match[1] as string) : [];
  const taken = new Set([...names, ...around]);
  return plan.slots.map((slot, i) => {
    const name = unique(slot.name, taken);
    const placeholder = slot.kind === 'identifier' ? (bind.identifier ?? '??') : renderPlaceholder(style, existing.length + i + 1, name);
    const at = style === '?' ? reading.placeholders.filter(({ start }) => isBefore(start, slot.start)).length : existing.length;
    return { slot, change: { start: slot.start, end: slot.end, holes: slot.holes, text: slot.written.replace('§', () => placeholder) }, value: { at, text: slot.value, name } };
  });
}

/** Named values of one query may be given by several calls of a chain. */
function statementText({ call }: SinkUse, source: SourceCode): string {
  let node: SinkUse['argument'] = call;
  while (node.parent && !/(?:Statement|Declaration|Program)$/.test(node.type)) node = node.parent;
  return source.getText(node);
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let i = 2; taken.has(free); i++) free = `${name}${i}`;
  taken.add(free);
  return free;
}

const isBefore = (a: SqlPoint, b: SqlPoint): boolean => a.part < b.part || (a.part === b.part && a.offset < b.offset);

const isSound = (edits: readonly Edit[]): boolean => edits.every(({ range }, i) => range[0] <= range[1] && (i === 0 || (edits[i - 1]?.range[1] ?? 0) <= range[0]));
