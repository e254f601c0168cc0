/** Sets of characters: exact for ASCII, coarse for the rest, so that a complement is never too small. */

export interface CharSet {
  /** Bit `n` for code `n`, 0 to 127. */
  readonly ascii: bigint;
  /** How much of what is not ASCII is in it. */
  readonly other: 'none' | 'some' | 'all';
}

const ASCII = (1n << 128n) - 1n;

export const NOTHING: CharSet = { ascii: 0n, other: 'none' };
export const EVERYTHING: CharSet = { ascii: ASCII, other: 'all' };

/** Codes from `first` to `last`, both in it. */
export function range(first: number, last: number): CharSet {
  const top = Math.min(last, 127);
  const ascii = first > top ? 0n : ((1n << BigInt(top - first + 1)) - 1n) << BigInt(first);
  const other = last < 128 ? 'none' : first <= 128 && last >= 0x10ffff ? 'all' : 'some';
  return { ascii, other };
}

export const single = (code: number): CharSet => range(code, code);

/** The characters of a text. */
export function charsOf(text: string): CharSet {
  let set = NOTHING;
  for (let i = 0; i < text.length; i++) set = union(set, single(text.charCodeAt(i)));
  return set;
}

export function union(a: CharSet, b: CharSet): CharSet {
  const other = a.other === 'all' || b.other === 'all' ? 'all' : a.other === 'none' ? b.other : 'some';
  return { ascii: a.ascii | b.ascii, other };
}

export function complement({ ascii, other }: CharSet): CharSet {
  return { ascii: ASCII & ~ascii, other: other === 'none' ? 'all' : other === 'all' ? 'none' : 'some' };
}

/** Whether a character may be in the set; for one that is not ASCII, whether any such may. */
export function mayHave(set: CharSet, char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 128 ? ((set.ascii >> BigInt(code)) & 1n) === 1n : set.other !== 'none';
}

/** Whether any character of the text may be in the set. */
export function mayHaveAny(set: CharSet, text: string): boolean {
  const { ascii, other } = charsOf(text);
  return (set.ascii & ascii) !== 0n || (other !== 'none' && set.other !== 'none');
}

export const DIGITS = range(0x30, 0x39);
export const UPPER = range(0x41, 0x5a);
export const LOWER = range(0x61, 0x7a);
export const LETTERS = union(UPPER, LOWER);
export const WORD = union(union(DIGITS, LETTERS), single(0x5f));
export const SPACE: CharSet = { ascii: union(range(9, 13), single(0x20)).ascii, other: 'some' };
/** What `.` does not match: line feed, carriage return, and two that are not ASCII. */
export const NEWLINES: CharSet = { ascii: charsOf('\n\r').ascii, other: 'some' };

/** With both cases of each letter in it. */
export function ignoreCase(set: CharSet): CharSet {
  const upper = set.ascii & UPPER.ascii;
  const lower = set.ascii & LOWER.ascii;
  return { ascii: set.ascii | (upper << 32n) | (lower >> 32n), other: set.other };
}

const PROPERTIES: Readonly<Record<string, CharSet>> = { L: LETTERS, Letter: LETTERS, Alphabetic: LETTERS, Lu: UPPER, Ll: LOWER, N: DIGITS, Nd: DIGITS };

/** `\p{L}`, for properties whose part of ASCII is known. */
export function propertySet(name: string): CharSet | undefined {
  const set = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
  return set && { ...set, other: 'some' };
}
