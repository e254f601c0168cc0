/** Suggestions for calls that have a list of arguments already: end the options before the values, do without the shell. */
import type { TSESTree } from '@typescript-eslint/utils';
import { insertAt, sortEdits, stringText } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { stringValue, unwrap } from '../ast/nodes.ts';
import { constantWord, isUnsplit, splitLine } from '../text/argv.ts';
import type { Word } from '../text/argv.ts';
import { lineEdits, readShellLine } from './argv-call.ts';
import type { Edit, Refusal, Repair, SinkUse, TypesOf } from './fix.ts';
import { removeOption } from './options.ts';
import { endsOptions, needsShell, runsItsArguments } from './programs.ts';

/**
 * `['-r', x]` becomes `['-r', '--', x]`, for tools whose options end there. Always a suggestion: a value that is meant as an option is one
 * no more. All arguments that are no options stand behind it, since not every `getopt` looks for options among them.
 */
export function insertDashes(use: SinkUse, source: SourceCode): readonly Repair[] | Refusal {
  const { call } = use;
  const program = call.type === 'CallExpression' ? stringValue(call.arguments[0]) : undefined;
  if (call.type !== 'CallExpression' || program === undefined) return { reason: 'the program is not constant' };
  const list = call.arguments[1] && unwrap(call.arguments[1]);
  if (list?.type !== 'ArrayExpression') return { reason: 'the arguments are made elsewhere' };
  const words = list.elements.map((element) => stringValue(element));
  const tool = endsOptions(program, words[0]);
  if (!tool) return { reason: `'${program}' is not known to end its options at '--'` };
  if (words.includes('--')) return { reason: "'--' is there already" };
  let first = tool.skip;
  for (let word = words[first]; word !== undefined && isOption(word); word = words[first]) first += tool.takesValue.test(word) ? 2 : 1;
  const element = list.elements[first];
  if (!element) return { reason: 'the value belongs to an option' };
  if (words.slice(first).some((word) => word !== undefined && isOption(word))) return { reason: 'options follow the value' };
  if (words.slice(first).every((word) => word !== undefined)) return { reason: 'the value belongs to an option' };
  return [{ level: 'suggestion', message: 'insertDashes', data: { command: program }, edits: [insertAt(element.range[0], `${stringText(source, '--')}, `)] }];
}

const isOption = (word: string): boolean => word.startsWith('-') && word !== '-' && word !== '--';

/**
 * `spawn('ls', [x], { shell: true })` without its `shell`; a line is split first. A suggestion: with a shell, even the words of a list are
 * split and expanded.
 */
export function dropShell(use: SinkUse, source: SourceCode, types?: TypesOf): readonly Repair[] | Refusal {
  const { call } = use;
  const [program, second] = call.type === 'CallExpression' ? call.arguments : [];
  if (call.type !== 'CallExpression' || !program) return { reason: 'the call is not understood' };
  const removal = removeOption(source, call, 'shell');
  if (!removal) return { reason: "the option 'shell' is set elsewhere" };
  const list = second && unwrap(second);
  let edits: readonly Edit[];
  if (list?.type === 'ArrayExpression' && (list.elements.length > 0 || stringValue(program) !== undefined)) {
    const reason = whyShell(stringValue(program), list);
    if (reason !== undefined) return { reason };
    edits = [];
  } else if (list?.type === 'ObjectExpression') {
    const line = readShellLine(source, program);
    if ('reason' in line) return line;
    edits = lineEdits(source, call, line, types);
  } else return { reason: 'the arguments are made elsewhere' };
  return [{ level: 'suggestion', message: 'dropShell', edits: sortEdits([...edits, removal]) }];
}

/** Why the list of arguments needs the shell, or why doing without it does not help. */
function whyShell(program: string | undefined, list: TSESTree.ArrayExpression): string | undefined {
  const command = program === undefined ? undefined : splitLine([program]);
  if (!command || isUnsplit(command) || command.args.length > 0) return 'the program is not a constant name';
  const shell = needsShell(command.command);
  if (shell !== undefined) return shell;
  const args: Word[] = [];
  for (const [n, element] of list.elements.entries()) {
    const text = stringValue(element);
    args.push({ pieces: [text ?? { hole: n, quote: 'none' }] });
    if (text !== undefined && !isPlain(text)) return `the shell would not leave '${text}' as it is`;
  }
  return runsItsArguments({ ...command, args });
}

/** Whether a shell takes the text as one word that means itself. */
function isPlain(text: string): boolean {
  const split = splitLine([`x ${text}`]);
  if (isUnsplit(split)) return false;
  const [word, second] = split.args;
  return word !== undefined && !second && constantWord(word) === text;
}
