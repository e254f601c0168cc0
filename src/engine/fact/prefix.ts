/** What the text before a value takes from it: which program option, host or root it is, is settled by then. */
import { ABSOLUTE, bitsOf } from '../../model/kinds.ts';

/** Stands for a hole in a prefix. */
export const HOLE = '\uFFFC';

/** A host that ends: `https://a.example/`, `//a.example?`, also of holes: `${protocol}://${host}/`. */
const HOST = /^(?:[a-z\uFFFC][a-z\d+.\uFFFC-]*:?)?\/\/[^/?#\\@]+[/?#]/i;
/** An unknown base, and a path that begins: `${base}/users`. */
const BASE = /^\uFFFC[^:/?#\\@]*[/?#](?![/\\])/;
/** A path, absolute or relative: `/users/`, `users/`, `?q=`. */
const LOCAL = /^(?:\/(?![/\\])[^\\]|[\w.%~-]+[/?#]|[?#])/;

/** Bits that a value loses by following this text, in which `HOLE` stands for other values. */
export function clearedByPrefix(prefix: string): number {
  let mask = ABSOLUTE;
  if (/[^\s\uFFFC]/.test(prefix)) mask |= bitsOf(['argument']);
  if (HOST.test(prefix) || BASE.test(prefix) || LOCAL.test(prefix)) mask |= bitsOf(['url', 'redirect']);
  return mask;
}
