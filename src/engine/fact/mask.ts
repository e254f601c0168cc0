/** Operations on masks: kinds, `SURE`, and the labels kept as absences, so that OR joins all. */
import type { Kind } from '../../model/dsl.ts';
import { ABSOLUTE, ALL_KINDS, bit, bitsOf, DOTTED, OUTSIDE, PROTO, RAW, SEPARATED } from '../../model/kinds.ts';

/** What is left of a value that is a number, boolean or null for sure: its size, and that it is guessable. */
export const TEXTLESS_KEEPS = bitsOf(['size', 'token']) | ~ALL_KINDS;

/** A string for sure: no object that would be a query operator. */
export const STRING_KEEPS = ~bitsOf(['nosql', 'fields']);

/** Of a bounded length. */
export const BOUNDED_KEEPS = ~bitsOf(['slow', 'size']);

/**
 * Whether the mask does harm at a sink of this kind. A path that is neither absolute nor climbs stays where it is put; one that was
 * compared with a folder after it was made normal is in that folder. What a key led to is no key; `needs`: labels that the sink asks for.
 */
export function harms(mask: number, kind: Kind, needs = 0): boolean {
  if ((mask & bit[kind]) === 0 || (mask & needs) !== needs) return false;
  if (kind === 'path') return (mask & (ABSOLUTE | DOTTED)) !== 0 && (mask & (OUTSIDE | RAW)) !== 0;
  return kind !== 'key' || (mask & PROTO) === (needs & PROTO);
}

const PATH_LABELS = ABSOLUTE | DOTTED | OUTSIDE;
const ofPaths = (cleared: number): number => ((cleared & bit.path) !== 0 ? cleared | PATH_LABELS : cleared);

/**
 * What guards say besides what they clear, in the bits of a cleared mask that no guard clears: the text begins with `/`, it does not
 * begin with `//`, nor with `/\\` (which browsers read as `//`). All three, and it is a path at the same host.
 */
export const BEGINS_LOCAL = RAW;
export const NOT_DOUBLE = PROTO;
export const NOT_BACK = SEPARATED;
const SAME_HOST = BEGINS_LOCAL | NOT_DOUBLE | NOT_BACK;
/**
 * The text holds no separator of paths. It does not begin with one either, and no check of URLs says all of this: who refuses `/` at the
 * beginning need not ask for `//`.
 */
export const UNSEPARATED = ABSOLUTE | NOT_DOUBLE | NOT_BACK;

/** The bits that a taint loses by what guards have said. */
export const lostBy = (cleared: number): number =>
  (((cleared & SAME_HOST) === SAME_HOST ? cleared | bitsOf(['redirect', 'url']) : cleared) & ~SAME_HOST) | ((cleared & UNSEPARATED) === UNSEPARATED ? SEPARATED : 0);

/** What two ways have both cleared: one that cleared paths altogether cleared all that is said of them. */
export const commonlyCleared = (a: number, b: number): number => ofPaths(a) & ofPaths(b);

export const hasKinds = (mask: number): boolean => (mask & ALL_KINDS) !== 0;
