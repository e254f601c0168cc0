/** Which kinds a string is free of when only certain characters can be in it: what an anchored regex or a stripping replace vouches for. */
import { ABSOLUTE, bitsOf, DOTTED } from '../../model/kinds.ts';
import { charsOf, mayHave, mayHaveAny, union, type CharSet } from '../../text/charset.ts';
import { readPattern, removesComplement } from '../../text/pattern.ts';
import type { Kind } from '../../model/dsl.ts';
import { BOUNDED_KEEPS, lostBy, UNSEPARATED } from '../fact/mask.ts';

/** Characters without which a string cannot do this harm; any one of them present leaves the kind. */
const NEEDS: readonly { readonly kinds: readonly Kind[]; readonly characters: string; readonly other: boolean }[] = [
  // a quote, a space or an operator; letters and digits alone are one word or a number
  { kinds: ['sql'], characters: '\'"`;()=<>!*/\\ \t\n\r%|&+', other: false },
  { kinds: ['command'], characters: '\'"`;()<>$|&*?[]{}~!#\\ \t\n\r', other: false },
  { kinds: ['code', 'template'], characters: '\'"`;()=<>{}[]\\+*/$!&|.,', other: false },
  { kinds: ['html'], characters: '<>"\'&', other: false },
  { kinds: ['header', 'log'], characters: '\r\n', other: false },
  // of a filter, and of a distinguished name
  { kinds: ['ldap'], characters: '()*\\\0,=', other: false },
  { kinds: ['xpath'], characters: '\'"()[]/*|=', other: false },
  { kinds: ['regex'], characters: '()[]{}*+?|', other: false },
  { kinds: ['xml', 'deserialize'], characters: '<>&{}:', other: false },
  { kinds: ['nosql'], characters: '', other: false },
];

/** Bits that are gone when only these characters can occur. */
export function clearedByCharacters(allowed: CharSet, leading: CharSet): number {
  let mask = bitsOf(['nosql', 'fields']);
  for (const { kinds, characters } of NEEDS) if (!mayHaveAny(allowed, characters)) mask |= bitsOf(kinds);
  // `..` without a separator is still the parent folder, so a dot counts where nothing else stands before it
  if (!mayHave(allowed, '/') && !mayHave(allowed, '\\') && (!mayHave(allowed, '.') || !mayHave(leading, '.'))) mask |= bitsOf(['path']);
  if (!mayHave(allowed, '/') && !mayHave(allowed, '\\')) mask |= UNSEPARATED;
  if (!mayHave(allowed, '.')) mask |= DOTTED;
  if (!mayHave(leading, '/') && !mayHave(leading, '\\')) mask |= ABSOLUTE;
  if (!mayHave(leading, '-')) mask |= bitsOf(['argument']);
  if (!mayHave(allowed, '/') && !mayHave(allowed, ':') && !mayHave(allowed, '.') && !mayHave(allowed, '@') && !mayHave(allowed, '\\')) mask |= bitsOf(['url', 'redirect']);
  else if (!mayHave(leading, '/') && !mayHave(leading, '\\') && !mayHave(allowed, ':')) mask |= bitsOf(['redirect']);
  if (!mayHave(allowed, '_')) mask |= bitsOf(['key']);
  return mask;
}

/** What `/source/flags.test(x)` clears of x where true. */
export function clearedByPattern(source: string, flags: string): number {
  const pattern = readPattern(source, flags);
  if (!pattern.anchored) return 0;
  return clearedByCharacters(pattern.chars, pattern.leading) | (pattern.maxLength < 1000 ? ~BOUNDED_KEEPS : 0);
}

/** What `/[^\w]/.test(x)` clears of x where false: a single class that is not found anywhere. */
export function clearedByDenial(source: string, flags: string): number {
  const left = removesComplement(source, flags.includes('g') ? flags : `${flags}g`);
  return left ? clearedByCharacters(left, left) : 0;
}

/** The bits that the result of `x.replace(/[^a-z]/g, '')` loses. */
export function clearedByStripping(source: string, flags: string, replacement: string): number {
  const survivors = removesComplement(source, flags);
  if (!survivors) return 0;
  const left = union(survivors, charsOf(replacement));
  return lostBy(clearedByCharacters(left, left));
}
