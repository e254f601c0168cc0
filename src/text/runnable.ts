/** Patterns of the program that we try out ourselves. */
import { slowness } from './slow/slow.ts';

/** The pattern, if it can be compiled, and cannot be made to hang: we would hang with it. */
export function runnable(source: string, flags: string): RegExp | undefined {
  if (slowness(source, flags, 'exponential')) return undefined;
  try {
    return new RegExp(source, flags.replaceAll(/[gy]/g, ''));
  } catch {
    return undefined;
  }
}
