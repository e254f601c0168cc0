/** Untrusted input in a shell line, in the code of an interpreter, as the program to run, or as an option of a tool that has dangerous ones. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, stringValue } from '../ast/nodes.ts';
import type { Finding } from '../engine/index.ts';
import { endsOptions } from '../fixes/programs.ts';
import { analysisOf } from '../rule/analysis.ts';
import { SHELL_MESSAGES, repairShell } from '../rule/shell-line.ts';
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-command-injection',
  kinds: ['command', 'argument'],
  docs: {
    description: 'disallow untrusted input in shell commands, programs to run and options of tools',
    recommended: 'recommended',
    cwe: ['CWE-78', 'CWE-88'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 9.8,
  },
  messages: {
    flow: '`{{source}}` becomes part of a shell command{{way}}{{more}}: whoever sends it can run any program. Use execFile with a list of arguments.',
    program: '`{{source}}` decides which program runs{{way}}{{more}}: allow only programs from a constant list.',
    option: '`{{source}}` becomes an argument of a tool{{way}}{{more}}, and one that begins with `-` is an option: refuse a leading dash, or put `--` before it.',
    ...SHELL_MESSAGES,
  },
  fixable: true,
  messageOf: (finding) => (finding.kind === 'argument' ? 'option' : isProgram(finding) ? 'program' : 'flow'),
  // an argument of a shell line is a piece of that line first of all
  skip: (finding, context) =>
    finding.kind === 'argument' &&
    (isNoOption(finding) ||
      analysisOf(context)
        .findings('command')
        .some((f) => f.argument === finding.argument)),
  repair: (finding, context) => repairShell(context, finding),
});

/** The first argument of what starts a program without a shell; a call that asks for one is given a line. */
function isProgram({ call, sink }: Finding): boolean {
  if (!/^(?:child_process|cross-spawn):(?!.*\bexec(?:Sync)?\[)\S+\[0\]$/.test(sink.path) || call.type !== 'CallExpression') return false;
  return !call.arguments.some((argument) => argument.type === 'ObjectExpression' && argument.properties.some((p) => p.type === 'Property' && staticName(p) === 'shell'));
}

/** After `--` nothing is an option, and what follows an option that takes a value is that value. */
function isNoOption({ argument, call }: Finding): boolean {
  const list = argument.parent;
  if (list?.type !== 'ArrayExpression') return false;
  const before = list.elements.slice(0, list.elements.indexOf(argument as TSESTree.Expression)).map((e) => stringValue(e));
  if (before.includes('--')) return true;
  const previous = before.at(-1) ?? '';
  if (!/^--?[A-Za-z]/.test(previous)) return false;
  const program = call.type === 'CallExpression' ? stringValue(call.arguments[0]) : undefined;
  const tool = program === undefined ? undefined : endsOptions(program, before[0]);
  return tool?.takesValue.test(previous) ?? true;
}
