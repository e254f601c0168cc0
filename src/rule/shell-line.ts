/** Repairs of a shell line at a sink. */
import { argvCall } from '../fixes/argv-call.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import type { AnyContext } from './analysis.ts';
import { sinkUseOf } from './sql-text.ts';

export function repairShell(context: AnyContext, use: Parameters<typeof sinkUseOf>[0]): readonly Repair[] | Refusal {
  const target = sinkUseOf(use);
  if (!target) return { reason: 'the call is out of sight' };
  return argvCall(target, context.sourceCode);
}

export const SHELL_MESSAGES = {
  execFile: 'Run the program with a list of arguments, without a shell.',
  execFileBare: 'Run the program with a list of arguments, without a shell; a value with spaces is one argument then.',
  insertDashes: 'Put `--` before the value, so that it is never an option.',
  dropShell: 'Run the program without a shell.',
} as const;
