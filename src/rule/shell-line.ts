/** Repairs of shell lines and of argument lists at a sink. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../ast/nodes.ts';
import type { Fact } from '../engine/index.ts';
import { argvCall } from '../fixes/argv-call.ts';
import { dropShell, insertDashes } from '../fixes/argv-options.ts';
import { isRefusal, type Refusal, type Repair } from '../fixes/fix.ts';
import { analysisOf, type AnyContext } from './analysis.ts';
import { holeTypes, sinkUseOf } from './sql-text.ts';

/** A line becomes a program with arguments; a `shell` option goes; `--` stands before what must be no option. */
export function repairShell(context: AnyContext, use: Parameters<typeof sinkUseOf>[0] & { readonly kind?: string }): readonly Repair[] | Refusal {
  const target = sinkUseOf(use);
  if (!target) return { reason: 'the call is out of sight' };
  const facts = new Map<TSESTree.Node, Fact>();
  for (const text of analysisOf(context).texts('command')) {
    if (text.argument === use.argument) for (const hole of text.text.holes) facts.set(unwrap(hole.node), hole.fact);
  }
  const typesOf = (node: TSESTree.Node): ReturnType<typeof holeTypes> => holeTypes(facts.get(unwrap(node)));
  if (use.kind === 'argument') return insertDashes(target, context.sourceCode);
  const line = argvCall(target, context.sourceCode, typesOf);
  return isRefusal(line) && target.instead === undefined ? dropShell(target, context.sourceCode, typesOf) : line;
}

export const SHELL_MESSAGES = {
  execFile: 'Run the program with a list of arguments, without a shell.',
  execFileBare: 'Run the program with a list of arguments, without a shell; a value with spaces is one argument then.',
  insertDashes: 'Put `--` before the value, so that it is never an option.',
  dropShell: 'Run the program without a shell.',
} as const;
