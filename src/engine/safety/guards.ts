/**
 * What a condition says of the values in it: kinds that are gone where it is true, and where it is false.
 * Refinements speak of values by identity; a value whose type, set of spellings or characters is known cannot do certain harm.
 */
import { ABSOLUTE, ALL_KINDS, DOTTED, OUTSIDE, SURE } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import { commonlyCleared, STRING_KEEPS, TEXTLESS_KEEPS } from '../fact/mask.ts';

/** Bits to clear, by identity of the value. */
export type Cleared = ReadonlyMap<number, number>;

export interface Refinement {
  readonly yes: Cleared;
  readonly no: Cleared;
  /** Values of which only a check out of sight spoke: it leaves them, without `sure`. */
  readonly soft: ReadonlyMap<number, number>;
}

const EMPTY: Cleared = new Map();
const NO_SOFT: ReadonlyMap<number, number> = new Map();

/** The identity that stands for every value: what a test of the environment (`NODE_ENV`) says of all that is done under it. */
export const EVERY_VALUE = -1;
export const nothing: Refinement = { yes: EMPTY, no: EMPTY, soft: NO_SOFT };

export const negated = (r: Refinement): Refinement => ({ yes: r.no, no: r.yes, soft: r.soft });

/** Both hold: what either says. */
function both(a: Cleared, b: Cleared): Cleared {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const result = new Map(a);
  for (const [ident, mask] of b) result.set(ident, (result.get(ident) ?? 0) | mask);
  return result;
}

/** One of the two holds: only what both say. */
function either(a: Cleared, b: Cleared): Cleared {
  const result = new Map<number, number>();
  for (const [ident, mask] of a) {
    const common = commonlyCleared(mask, b.get(ident) ?? 0);
    if (common !== 0) result.set(ident, common);
  }
  return result;
}

const softs = (a: Refinement, b: Refinement): ReadonlyMap<number, number> => both(a.soft, b.soft);

export const and = (a: Refinement, b: Refinement): Refinement => ({ yes: both(a.yes, b.yes), no: either(a.no, b.no), soft: softs(a, b) });
export const or = (a: Refinement, b: Refinement): Refinement => ({ yes: either(a.yes, b.yes), no: both(a.no, b.no), soft: softs(a, b) });

const one = (ident: number, mask: number): Cleared => (ident === 0 || mask === 0 ? EMPTY : new Map([[ident, mask]]));
export const ifTrue = (ident: number, mask: number): Refinement => ({ yes: one(ident, mask), no: EMPTY, soft: NO_SOFT });
export const ifFalse = (ident: number, mask: number): Refinement => ({ yes: EMPTY, no: one(ident, mask), soft: NO_SOFT });

/** A check out of sight: whichever branch goes on alone has it checked, as far as we know. */
export function softly(idents: readonly number[]): Refinement {
  const known = idents.filter((id) => id !== 0);
  if (known.length === 0) return nothing;
  const map = new Map(known.map((id) => [id, SURE]));
  return { yes: map, no: map, soft: map };
}

/** One of constants: none of what it could have done is left to the attacker. */
export const CONSTANT = ALL_KINDS;

/** What `typeof x === name` clears. */
export function typeofClears(name: string): number {
  if (name === 'number' || name === 'boolean' || name === 'bigint' || name === 'undefined') return ALL_KINDS & ~TEXTLESS_KEEPS;
  if (name === 'string') return ALL_KINDS & ~STRING_KEEPS;
  return 0;
}

/** `x === y`: a comparison with a constant of the program; the other way round as well. */
export function equality(left: Fact, right: Fact): Refinement {
  const clear = (value: Fact, other: Fact): Refinement => {
    // null and undefined are a check for presence, but where equal they have no text either
    if (value.literal) return nothing;
    if (value.about?.signature) return { yes: new Map(value.about.idents.map((id) => [id, value.about?.mask ?? 0])), no: EMPTY, soft: NO_SOFT };
    // the same path as one that nobody sent
    if (!other.literal) {
      if (value.taints.length === 0 || other.taints.some((t) => t.origin.k === 'named')) return nothing;
      const about = (value.about?.idents ?? []).filter((id) => id > 0);
      return about.reduce((said, id) => merge(said, ifTrue(id, value.about?.mask ?? 0)), ifTrue(value.ident, ABSOLUTE | DOTTED | OUTSIDE));
    }
    const { about: told } = value;
    const about: Cleared = told ? new Map(told.idents.map((ident) => [ident, told.mask])) : EMPTY;
    if (told?.idents[0] === EVERY_VALUE) {
      // in production it is shown to strangers, elsewhere to developers
      const production = other.constant?.value === 'production';
      return { yes: production ? EMPTY : about, no: production ? about : EMPTY, soft: about };
    }
    return { yes: both(one(value.ident, CONSTANT), about), no: EMPTY, soft: NO_SOFT };
  };
  return merge(clear(left, right), clear(right, left));
}

export const merge = (a: Refinement, b: Refinement): Refinement => ({ yes: both(a.yes, b.yes), no: both(a.no, b.no), soft: softs(a, b) });

/** The values that a check of this one speaks of: itself, and what it was read from. */
export const spokenOf = ({ ident, about }: Fact): number[] => [ident, ...(about && about.mask !== 0 ? about.idents.filter((id) => id > 0) : [])];

/** Members by which a result says whether a check has passed; the result of a call out of sight speaks of what the call was given. */
const VERDICTS: ReadonlySet<string | undefined> = new Set(['error', 'errors', 'issues', 'success', 'ok', 'valid', 'isValid']);

/** What a member says of other values: what the whole does, and the verdict of a check out of sight that it was one. */
export const aboutMember = ({ about }: Fact, name: string | undefined): Fact['about'] => (about?.mask !== 0 ? about : VERDICTS.has(name) ? { idents: about.idents, mask: SURE } : undefined);

/** What sort of thing a method of a constant list or object asks of its argument: is it one of those. */
export const MEMBERSHIP: ReadonlySet<string> = new Set(['includes', 'has', 'hasOwnProperty', 'contains']);
