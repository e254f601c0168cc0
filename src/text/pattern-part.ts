/** What is known of a match of one part of a pattern, and how parts make up a whole. */
import { EVERYTHING, NOTHING, union } from './charset.ts';
import type { CharSet } from './charset.ts';

export interface Part {
  readonly min: number;
  readonly max: number;
  readonly chars: CharSet;
  readonly first: CharSet;
  readonly start: boolean;
  readonly end: boolean;
  /** Every text of one of these characters matches, and no other of length 1: exact, not too large. */
  readonly removes?: CharSet | undefined;
}

/** Takes no room: an assertion, an empty group. */
export const EMPTY: Part = { min: 0, max: 0, chars: NOTHING, first: NOTHING, start: false, end: false };
export const ANYTHING: Part = { min: 0, max: Infinity, chars: EVERYTHING, first: EVERYTHING, start: false, end: false };

/** One after the other. */
export function follow(a: Part, b: Part): Part {
  return {
    min: a.min + b.min,
    max: a.max + b.max,
    chars: union(a.chars, b.chars),
    first: a.min === 0 ? union(a.first, b.first) : a.first,
    // `^` anywhere in a row of parts holds only at the start of the text, so nothing stands before it.
    start: a.start || b.start,
    end: a.end || b.end,
  };
}

/** One or the other. */
export function either(a: Part, b: Part): Part {
  return {
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    chars: union(a.chars, b.chars),
    first: union(a.first, b.first),
    start: a.start && b.start,
    end: a.end && b.end,
    removes: a.removes && b.removes && union(a.removes, b.removes),
  };
}

/** From `least` to `most` times. */
export function repeat(part: Part, least: number, most: number): Part {
  if (most === 0) return EMPTY;
  return {
    min: part.min * least,
    // 0 times infinity is not a number.
    max: part.max === 0 ? 0 : part.max * most,
    chars: part.chars,
    first: part.first,
    start: least > 0 && part.start,
    end: least > 0 && part.end,
    // `+` takes the same characters in longer runs.
    removes: least === 1 ? part.removes : undefined,
  };
}
