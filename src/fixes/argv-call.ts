/**
 * `exec` of a line becomes `execFile` of a program and its arguments, so that no shell reads the values.
 *
 * A fix where each value is quoted: then it is one argument before and after. A bare value is split at blanks by the shell, which may have
 * been meant, so that is a suggestion. An argument that begins with `-` is an option before and after: see `insertDashes`.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { losesComments, replaceArgument, replaceRange, sortEdits, stringText } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { freeName } from '../ast/imports.ts';
import { isFunctionNode, staticName, unwrap } from '../ast/nodes.ts';
import { referencesOf, singleAssignment, variableOf } from '../ast/scope.ts';
import { readText } from '../ast/strings.ts';
import type { TextPieces } from '../ast/strings.ts';
import { holesOf, isUnsplit, splitLine, wholeHole } from '../text/argv.ts';
import type { Argv, Word } from '../text/argv.ts';
import { changeCallee } from './argv-callee.ts';
import type { Edit, Refusal, Repair, SinkUse, TypesOf } from './fix.ts';
import { needsShell, runsItsArguments } from './programs.ts';

/** The expression that makes the line, and the constant that holds it where the sink is given that. */
interface Place {
  readonly node: TSESTree.Node;
  readonly held: { readonly id: TSESTree.Identifier; readonly reference: TSESTree.Identifier } | undefined;
}

export interface ShellLine {
  readonly place: Place;
  readonly line: TextPieces;
  readonly argv: Argv;
}

/** The `execFile` call for an `exec` call. `types` tells values that are surely strings, which TypeScript then takes as they are. */
export function argvCall(use: SinkUse, source: SourceCode, types?: TypesOf): readonly Repair[] | Refusal {
  const { call, instead } = use;
  if (instead === undefined) return { reason: 'there is no call that takes a list of arguments in its place' };
  if (call.type !== 'CallExpression' || call.arguments[0] === undefined || unwrap(call.arguments[0]) !== unwrap(use.argument)) {
    return { reason: 'the line is not the first argument' };
  }
  const read = readShellLine(source, use.argument);
  if ('reason' in read) return read;
  const { argv } = read;
  const splits = maySplit(read, types);
  const change = changeCallee(source, call, moduleOf(use), instead);
  if ('reason' in change) return change;
  const options = checkOptions(source, call, change.promised || instead.endsWith('Sync') || instead === 'execa');
  if (options) return options;
  const edits: Edit[] = [...change.edits, ...lineEdits(source, call, read, types)];
  return [
    {
      level: levelOf(use, argv, splits),
      message: splits ? 'execFileBare' : 'execFile',
      data: { call: instead, command: argv.command },
      edits: sortEdits(edits),
    },
  ];
}

/** The words of the line that an argument is, if a list of arguments may stand for it. */
export function readShellLine(source: SourceCode, argument: TSESTree.Node): ShellLine | Refusal {
  const place = placeOf(source, argument);
  if ('reason' in place) return place;
  const line = readText(place.node);
  if (!line) return { reason: 'the line is made elsewhere' };
  if (losesComments(source, place.node.range, line.holes.map(({ node }) => node))) return { reason: 'a comment stands in the line' };
  const argv = splitLine(line.parts);
  if (isUnsplit(argv)) return argv;
  const shell = needsShell(argv.command) ?? runsItsArguments(argv);
  return shell === undefined ? { place, line, argv } : { reason: shell };
}

function levelOf(use: SinkUse, argv: Argv, splits: boolean): Repair['level'] {
  // A builtin differs from the program in details, and execa's own splitting is not a shell's.
  return splits || !use.bound || argv.builtin || use.instead === 'execa' ? 'suggestion' : 'fix';
}

/** Whether the shell may make several words of a value. */
function maySplit({ argv, line }: ShellLine, types: TypesOf | undefined): boolean {
  return argv.args.flatMap(holesOf).some(({ hole, quote }) => quote === 'none' && !isOneWord(line.holes[hole]?.node, types));
}

/** No shell splits a number. */
function isOneWord(hole: TSESTree.Node | undefined, types: TypesOf | undefined): boolean {
  if (!hole || !types) return false;
  const known = types(hole);
  return known.size > 0 && [...known].every((type) => type === 'number' || type === 'bigint' || type === 'boolean');
}

const moduleOf = ({ path }: SinkUse): string => /^(?:node:)?([^:]+):/.exec(path ?? '')?.[1] ?? 'child_process';

/** The line is written in the call, or in a constant that only this call reads. */
function placeOf(source: SourceCode, argument: TSESTree.Node): Place | Refusal {
  const node = unwrap(argument);
  if (node.type !== 'Identifier') return { node, held: undefined };
  const elsewhere = { reason: 'the line is made elsewhere' };
  const variable = source.scopeManager ? variableOf(node, source.scopeManager) : undefined;
  const init = variable && singleAssignment(variable);
  const declarator = variable?.defs[0]?.node;
  if (!init || declarator?.type !== 'VariableDeclarator' || declarator.parent.kind !== 'const') return elsewhere;
  if (declarator.id.type !== 'Identifier' || declarator.id.typeAnnotation || declarator.parent.parent.type === 'ExportNamedDeclaration') return elsewhere;
  const reads = referencesOf(variable).filter((reference) => !reference.isWrite());
  if (reads.length !== 1) return { reason: `'${variable.name}' is also used elsewhere` };
  return { node: unwrap(init), held: { id: declarator.id, reference: node } };
}

/** Why the other arguments cannot stay as they are: a `shell` option, or options that may have one. Nothing where they can. */
function checkOptions(source: SourceCode, call: TSESTree.CallExpression, noCallback: boolean): Refusal | undefined {
  const outOfSight = { reason: 'the options are out of sight, and may ask for a shell' };
  const [, second, third] = call.arguments;
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return outOfSight;
  if (!second) return undefined;
  let options = unwrap(second);
  if (isFunctionNode(options)) return undefined;
  if (options.type === 'Identifier') {
    if (options.name === 'undefined') return undefined;
    const variable = source.scopeManager ? variableOf(options, source.scopeManager) : undefined;
    const init = variable && singleAssignment(variable);
    // `exec(line, callback)`: a name is taken at its word, since options are hardly called so.
    if (!noCallback && !third && (isFunctionNode(init) || /^(?:cb|callback|done|next|resolve|handler|on[A-Z]\w*|handle\w*)$/.test(options.name))) return undefined;
    const read = variable && referencesOf(variable).every(({ identifier }) => identifier.parent.type !== 'MemberExpression');
    if (!init || !read) return outOfSight;
    options = unwrap(init);
  }
  if (options.type === 'Literal' && options.value === null) return undefined;
  if (options.type !== 'ObjectExpression') return outOfSight;
  const names = options.properties.map((property) => (property.type === 'Property' ? staticName(property) : undefined));
  if (names.includes('shell')) return { reason: 'the options ask for a shell' };
  return names.includes(undefined) ? outOfSight : undefined;
}

/** The program and its arguments, where the line was. A line in a constant leaves a list there, so that values are read when they were. */
export function lineEdits(source: SourceCode, call: TSESTree.CallExpression, { place, argv, line }: ShellLine, types: TypesOf | undefined): Edit[] {
  const list = `[${argv.args.map((word) => wordText(source, word, line, types)).join(', ')}]`;
  const program = stringText(source, argv.command);
  if (!place.held) return [replaceArgument(source, call, 0, `${program}, ${list}`)];
  const { id, reference } = place.held;
  const renamed = freeName(source, 'args');
  const name = renamed === 'args' ? renamed : reference.name;
  const edits = [replaceRange(place.node.range, list), replaceArgument(source, call, 0, `${program}, ${name}`)];
  return name === reference.name ? edits : [...edits, replaceRange(id.range, name)];
}

function wordText(source: SourceCode, word: Word, line: TextPieces, types: TypesOf | undefined): string {
  const whole = wholeHole(word);
  const value = whole && line.holes[whole.hole]?.node;
  if (value) return valueText(source, value, types);
  if (holesOf(word).length === 0) return stringText(source, word.pieces.join(''));
  const pieces = word.pieces.map((piece) => {
    if (typeof piece === 'string') return piece.replace(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '\\r');
    const hole = line.holes[piece.hole]?.node;
    return hole ? `\${${source.getText(hole)}}` : '';
  });
  // A constant `$` before a hole would open it twice.
  return `\`${pieces.map((piece, n) => (piece.endsWith('$') && n < pieces.length - 1 ? `${piece.slice(0, -1)}\\$` : piece)).join('')}\``;
}

/** JavaScript makes a string of each argument, as the template did. TypeScript wants it to be one. */
function valueText(source: SourceCode, value: TSESTree.Node, types: TypesOf | undefined): string {
  const text = source.getText(value);
  const written = value.type === 'SequenceExpression' ? `(${text})` : text;
  if (!hasTypes(source) || isString(value, types)) return written;
  return `String(${written})`;
}

function isString(value: TSESTree.Node, types: TypesOf | undefined): boolean {
  const inner = unwrap(value);
  if (inner.type === 'TemplateLiteral') return true;
  if (inner.type === 'CallExpression' && inner.callee.type === 'Identifier' && inner.callee.name === 'String') return true;
  const known = types?.(value);
  return known?.size === 1 && known.has('string');
}

/** Parsed by typescript-eslint, whose services are there even without type information. */
const hasTypes = (source: SourceCode): boolean => source.parserServices?.emitDecoratorMetadata !== undefined || source.parserServices?.esTreeNodeToTSNodeMap !== undefined;
