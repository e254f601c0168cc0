/** What a constant text before a value takes from it: which program option, host or root it is, is settled by then. */
import { ABSOLUTE, bitsOf } from '../../model/kinds.ts';

const ORIGIN = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#\\@]+[/?#]/i;
const LOCAL = /^\/(?![/\\])[^\\]/;

/** Bits that a value loses by following this text. */
export function clearedByPrefix(prefix: string): number {
  let mask = ABSOLUTE;
  if (/\S/.test(prefix)) mask |= bitsOf(['argument']);
  if (ORIGIN.test(prefix)) mask |= bitsOf(['url', 'redirect']);
  else if (LOCAL.test(prefix)) mask |= bitsOf(['redirect']);
  return mask;
}
