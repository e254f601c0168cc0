/** Options in the object that is written at a call: taken out, set. */
import type { TSESTree } from '@typescript-eslint/utils';
import { insertArgument, insertAt, losesComments, removeArgument, removeItem, replaceRange, type SourceCode } from '../ast/edit.ts';
import { isFunctionNode, staticName, unwrap, wrapped } from '../ast/nodes.ts';
import type { Edit } from './fix.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** The object of options among the arguments, with its place; undefined where it is made elsewhere. */
function optionsOf(call: Call): { readonly options: TSESTree.ObjectExpression; readonly index: number } | undefined {
  const index = call.arguments.findIndex((argument) => unwrap(argument).type === 'ObjectExpression');
  const argument = call.arguments[index];
  const options = argument && unwrap(argument);
  return options?.type === 'ObjectExpression' ? { options, index } : undefined;
}

/** An option as it is written; undefined where what is spread may set it, too. */
export function optionOf(call: Call, name: string): TSESTree.Property | undefined {
  const properties = optionsOf(call)?.options.properties ?? [];
  if (properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  return properties.find((property): property is TSESTree.Property => property.type === 'Property' && staticName(property) === name);
}

/** Takes an option out, and options that are empty then. */
export function removeOption(source: SourceCode, call: Call, name: string): Edit | undefined {
  const found = optionsOf(call);
  const option = optionOf(call, name);
  if (!found || !option) return undefined;
  const { options, index } = found;
  if (options.properties.length > 1) return removeItem(source, options.properties.map(({ range }) => range), options.properties.indexOf(option));
  if (losesComments(source, options.range, [])) return undefined;
  return index === call.arguments.length - 1 ? removeArgument(source, call, index) : replaceRange(options.range, '{}');
}

/** Takes the option out whose value stands here, wherever the object is written; undefined where it is no option of one. */
export function removeOptionAt(source: SourceCode, value: TSESTree.Node): Edit | undefined {
  const node = wrapped(value);
  const property = node.parent;
  if (property?.type !== 'Property' || property.value !== node || property.parent.type !== 'ObjectExpression') return undefined;
  const { properties } = property.parent;
  if (properties.length === 1) return losesComments(source, property.parent.range, []) ? undefined : replaceRange(property.parent.range, '{}');
  return removeItem(source, properties.map(({ range }) => range), properties.indexOf(property));
}

/** Puts another value in the place of the ones that are written: `{ noent: true }` becomes `{ noent: false }`. */
export function setOptions(call: Call, values: ReadonlyMap<string, { readonly from: string; readonly to: string }>, source: SourceCode): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [name, { from, to }] of values) {
    const option = optionOf(call, name);
    if (option && source.getText(option.value) === from) edits.push(replaceRange(option.value.range, to));
  }
  return edits;
}

/**
 * Puts values under names in the object at `[index].name.name` of a call, which is made where it is not there: `{ cookie: { secure: true } }`.
 * Undefined where that object, or one around it, is made elsewhere.
 */
export function putOptions(source: SourceCode, call: Call, index: number, way: readonly string[], values: ReadonlyMap<string, string>): readonly Edit[] | undefined {
  const text = (names: readonly string[]): string => `{ ${names.length > 0 ? `${names[0]}: ${text(names.slice(1))}` : [...values].map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const argument = call.arguments[index];
  if (!argument) return index === call.arguments.length ? [insertArgument(source, call, index, text(way))] : undefined;
  let at = unwrap(argument);
  for (const [i, name] of way.entries()) {
    if (at.type !== 'ObjectExpression') return undefined;
    const found = propertyOf(at, name);
    if (found) at = unwrap(found.value);
    // what is spread may have it
    else return at.properties.some(({ type }) => type === 'SpreadElement') ? undefined : [append(at, `${name}: ${text(way.slice(i + 1))}`)];
  }
  if (at.type !== 'ObjectExpression') return undefined;
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const [name, value] of values) {
    const found = propertyOf(at, name);
    if (found) edits.push(found.shorthand ? replaceRange(found.range, `${name}: ${value}`) : replaceRange(found.value.range, value));
    else added.push(`${name}: ${value}`);
  }
  if (added.length > 0) edits.push(append(at, added.join(', ')));
  return edits;
}

const propertyOf = (object: TSESTree.ObjectExpression, name: string): TSESTree.Property | undefined =>
  object.properties.find((property): property is TSESTree.Property => property.type === 'Property' && staticName(property) === name);

function append(object: TSESTree.ObjectExpression, text: string): Edit {
  const last = object.properties.at(-1);
  return last ? insertAt(last.range[1], `, ${text}`) : replaceRange(object.range, `{ ${text} }`);
}

/** Adds an option: to the object that is written at the call, else as an argument at `index`. */
export function addOption(source: SourceCode, call: Call, index: number, text: string): Edit | undefined {
  const argument = call.arguments[index] && unwrap(call.arguments[index]);
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  if (argument?.type === 'ObjectExpression') {
    const last = argument.properties.at(-1);
    return last ? insertAt(last.range[1], `, ${text}`) : replaceRange(argument.range, `{ ${text} }`);
  }
  // what stands there is a callback, or options that are made elsewhere
  if (argument && !isFunctionNode(argument)) return undefined;
  return insertArgument(source, call, index, `{ ${text} }`);
}
