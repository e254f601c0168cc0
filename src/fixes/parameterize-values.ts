/** Where the values of placeholders go: an argument, a property beside the text, or the arguments of the call that runs a statement. */
import type { TSESTree } from '@typescript-eslint/utils';
import { insertArgument } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { isFunctionNode, staticName, unwrap, wrapped } from '../ast/nodes.ts';
import { referencesOf, singleAssignment, variableOf } from '../ast/scope.ts';
import type { Edit, Refusal, SinkUse } from './fix.ts';
import { calleeName, onlyUse } from './parameterize-source.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** A value and the place in the list before which it comes. */
export interface NewValue {
  readonly at: number;
  readonly text: string;
  /** Its name, where values are an object. */
  readonly name: string;
}

export interface ValuesPlace {
  /** The call that evaluates the values. */
  readonly call: Call;
  /** Values that are there already. */
  readonly existing: readonly TSESTree.Expression[];
  readonly names: readonly string[];
  readonly insert: (values: readonly NewValue[]) => Edit[];
}

const UNSEEN: Refusal = { reason: 'the values given to the driver cannot be seen' };
/** They return the statement itself. */
const FLUENT = new Set(['pluck', 'raw', 'expand', 'safeIntegers', 'bind']);

/** The place that the model names, if what stands there can be extended. */
export function findValues(use: SinkUse, path: string, named: boolean, source: SourceCode): ValuesPlace | Refusal {
  if (use.call.type === 'TaggedTemplateExpression') return UNSEEN;
  const chained = /^\(\)\.(?:\{([\w$,]+)\}|([\w$]+))(\[.*)$/.exec(path);
  if (chained) {
    const members = (chained[1] ?? chained[2] ?? '').split(',');
    const call = runner(use.call, members, source);
    return call ? atCall(call, chained[3] ?? '', named, use, source) : { reason: 'the call that runs the statement is out of sight, or there are several' };
  }
  return atCall(use.call, path, named, use, source);
}

function atCall(call: Call, path: string, named: boolean, use: SinkUse, source: SourceCode): ValuesPlace | Refusal {
  const match = /^\[(\d*)(\.\.)?\d*\](?:\.([\w$]+))?$/.exec(path);
  if (!match || call.arguments.some(({ type }) => type === 'SpreadElement')) return UNSEEN;
  const index = Number(match[1] || 0);
  if (match[2]) return named ? UNSEEN : restArguments(call, index, source);
  return match[3] ? property(call, index, match[3], named, use, source) : argument(call, index, named, source);
}

/** `query(text, [a])`. */
function argument(call: Call, index: number, named: boolean, source: SourceCode): ValuesPlace | Refusal {
  const given = call.arguments[index] as TSESTree.Expression | undefined;
  if (call.arguments.length < index) return UNSEEN;
  if (given && !isCallback(given, source)) return valuesIn(call, given, named, source);
  return { call, existing: [], names: [], insert: (values) => [insertArgument(source, call, index, collection(values, named))] };
}

/** `get(a, b)`, and `get([a, b])`. */
function restArguments(call: Call, index: number, source: SourceCode): ValuesPlace | Refusal {
  const given = call.arguments.slice(index) as TSESTree.Expression[];
  if (call.arguments.length < index) return UNSEEN;
  const [only] = given.map(unwrap);
  if (given.length === 1 && only?.type === 'ArrayExpression') return valuesIn(call, only as TSESTree.Expression, false, source);
  if (given.some((value) => /^(?:Array|Object)Expression$/.test(unwrap(value).type) || isCallback(value, source))) return UNSEEN;
  return {
    call,
    existing: given,
    names: [],
    insert: (values) => [...groups(values)].map(([at, texts]) => insertArgument(source, call, index + at, texts.join(', '))),
  };
}

/** `query({ text, values: [a] })`, `query(text, { replacements: [a] })`. */
function property(call: Call, index: number, name: string, named: boolean, use: SinkUse, source: SourceCode): ValuesPlace | Refusal {
  const given = call.arguments[index];
  if (call.arguments.length < index) return UNSEEN;
  if (!given) return { call, existing: [], names: [], insert: (values) => [insertArgument(source, call, index, `{ ${name}: ${collection(values, named)} }`)] };
  const options = unwrap(given);
  if (options.type !== 'ObjectExpression') return { reason: 'the options given to the driver cannot be seen' };
  const rest = call.arguments.slice(index + 1) as TSESTree.Expression[];
  // The values may be given beside the object too, and then hide those in it.
  if (index === 0 && rest.some((value) => !isCallback(value, source))) return UNSEEN;
  const properties = options.properties.filter((item) => item.type === 'Property');
  if (properties.length < options.properties.length || properties.some((item) => item.computed && staticName(item) === undefined)) return UNSEEN;
  const present = properties.find((item) => staticName(item) === name);
  // `bind` and `replacements` exclude each other.
  if (!present && properties.some((item) => ['bind', 'replacements', 'values', 'params', 'binds'].includes(staticName(item) ?? ''))) return UNSEEN;
  if (present) return valuesIn(call, present.value as TSESTree.Expression, named, source);
  const member = /\]\.(\w+)$/.exec(use.path ?? '')?.[1];
  const text = properties.find((item) => staticName(item) === member);
  const neighbour = text ?? properties.at(-1);
  return {
    call, existing: [], names: [],
    insert: (values) => {
      const added = `${name}: ${collection(values, named)}`;
      if (!neighbour) return [{ range: [options.range[0], options.range[1]], text: `{ ${added} }` }];
      const line = /(?:^|\n)([ \t]*)$/.exec(source.text.slice(0, neighbour.range[0]));
      return [{ range: [neighbour.range[1], neighbour.range[1]], text: line ? `,\n${line[1]}${added}` : `, ${added}` }];
    },
  };
}

/** An array or object literal that holds values already. */
function valuesIn(call: Call, given: TSESTree.Expression, named: boolean, source: SourceCode): ValuesPlace | Refusal {
  const node = unwrap(given);
  if (isNothing(node)) return { call, existing: [], names: [], insert: (values) => [{ range: node.range, text: collection(values, named) }] };
  if (named) {
    if (node.type !== 'ObjectExpression') return UNSEEN;
    const names = node.properties.flatMap((item) => (item.type === 'Property' ? (staticName(item) ?? []) : []));
    if (names.length < node.properties.length) return UNSEEN;
    const last = node.properties.at(-1);
    const insert = (values: readonly NewValue[]): Edit[] =>
      last ? [{ range: [last.range[1], last.range[1]], text: values.map((value) => `, ${member(value)}`).join('') }] : [{ range: node.range, text: collection(values, true) }];
    return { call, existing: [], names, insert };
  }
  if (node.type !== 'ArrayExpression') return UNSEEN;
  const existing = node.elements.filter((element) => element !== null && element.type !== 'SpreadElement');
  if (existing.length < node.elements.length) return { reason: 'the values are spread from elsewhere' };
  return { call, existing, names: [], insert: (values) => (existing.length === 0 ? [{ range: node.range, text: collection(values, false) }] : [...groups(values)].map(([at, texts]) => insertElement(node, at, texts, source))) };
}

function insertElement(array: TSESTree.ArrayExpression, at: number, texts: readonly string[], source: SourceCode): Edit {
  const text = texts.join(', ');
  if (at === 0) return { range: [array.range[0] + 1, array.range[0] + 1], text: `${text}, ` };
  const before = array.elements[at - 1] as TSESTree.Node;
  // Parentheses round the element are no part of it.
  const closing = source.getTokenAfter(before, (token) => token.value === ',' || token.value === ']');
  const previous = closing && source.getTokenBefore(closing);
  const end = previous?.range[1] ?? before.range[1];
  return { range: [end, end], text: `, ${text}` };
}

/** The call of `run`, `get`, … on the statement that this call prepares: in the chain, or by a constant that is used for nothing else. */
function runner(call: Call, members: readonly string[], source: SourceCode): TSESTree.CallExpression | undefined {
  let statement: TSESTree.Node = call;
  let named = false;
  for (let steps = 0; steps < 10; steps++) {
    const outer = wrapped(statement);
    const parent = outer.parent;
    if (parent?.type === 'MemberExpression' && parent.object === outer) {
      const name = staticName(parent);
      const method = wrapped(parent);
      const next = method.parent;
      if (next?.type !== 'CallExpression' || next.callee !== method) return undefined;
      if (name !== undefined && members.includes(name)) return next;
      if (name === undefined || !FLUENT.has(name) || (name === 'bind' && next.arguments.length > 0)) return undefined;
      statement = next;
    } else if (!named && parent?.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'Identifier') {
      named = true;
      const variable = source.scopeManager ? variableOf(parent.id, source.scopeManager) : undefined;
      const reads = variable ? referencesOf(variable).filter((reference) => reference.isRead()) : [];
      const read = reads[0]?.identifier as TSESTree.Identifier | undefined;
      if (!read || onlyUse(read, source) !== parent.init) return undefined;
      statement = read;
    } else return undefined;
  }
  return undefined;
}

/** The edit that gives an option to the call behind its values; a refusal where other options are there and it is not among them. */
export function addOption({ call, existing }: ValuesPlace, { index, name, text }: { index: number; name: string; text: string }, source: SourceCode): readonly Edit[] | Refusal {
  const given = call.arguments[existing.length > 0 || isCollection(call.arguments[index - 1]) ? index : index - 1];
  if (!given || isCallback(given as TSESTree.Expression, source)) return [insertArgument(source, call, given ? call.arguments.indexOf(given) : call.arguments.length, text)];
  const options = unwrap(given);
  const has = options.type === 'ObjectExpression' && options.properties.some((item) => item.type === 'Property' && staticName(item) === name);
  return has ? [] : { reason: `the driver needs the option ${name}` };
}

const isCollection = (node: TSESTree.Node | undefined): boolean => node !== undefined && unwrap(node).type === 'ArrayExpression';

/** A function, or a name that by its value or its name is one. */
function isCallback(node: TSESTree.Expression, source: SourceCode): boolean {
  const inner = unwrap(node);
  if (isFunctionNode(inner)) return true;
  if (inner.type === 'CallExpression') return calleeName(inner) === 'bind';
  if (inner.type !== 'Identifier') return false;
  const variable = source.scopeManager ? variableOf(inner, source.scopeManager) : undefined;
  const value = variable && singleAssignment(variable);
  if (value) return isFunctionNode(unwrap(value));
  return /^(?:cb|callback|done|next|fn)$/i.test(inner.name);
}

const isNothing = (node: TSESTree.Node): boolean => (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');

const member = ({ name, text }: NewValue): string => (name === text ? name : `${name}: ${text}`);

const collection = (values: readonly NewValue[], named: boolean): string =>
  named ? `{ ${values.map(member).join(', ')} }` : `[${values.map(({ text }) => text).join(', ')}]`;

/** Values by the place before which they come, in order. */
function groups(values: readonly NewValue[]): Map<number, string[]> {
  const byPlace = new Map<number, string[]>();
  for (const { at, text } of values) byPlace.set(at, [...(byPlace.get(at) ?? []), text]);
  return byPlace;
}
