/**
 * What a regular expression lets through: which characters a text may have that matches, how it may begin, how long it may be.
 *
 * The answer is never too small. Lookarounds only restrict, so they are left out; a back reference may be anything; what cannot be read
 * lets everything through. One pass over the pattern.
 */
import { charsOf, complement, DIGITS, EVERYTHING, ignoreCase, NEWLINES, NOTHING, propertySet, range, SPACE, single, union, WORD } from './charset.ts';
import type { CharSet } from './charset.ts';
import { ANYTHING, either, EMPTY, follow, repeat } from './pattern-part.ts';
import type { Part } from './pattern-part.ts';

export interface Pattern {
  /** A match is always the whole text: nothing may stand before or after it. */
  readonly anchored: boolean;
  /** A match is always at the start of the text, at its end. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Characters of a text that matches; everything where the pattern is not anchored. */
  readonly chars: CharSet;
  /** Characters that such a text may begin with; it may also be empty where `minLength` is 0. */
  readonly leading: CharSet;
  /** Of the text, in UTF-16 units. */
  readonly minLength: number;
  readonly maxLength: number;
}

const UNREAD: Pattern = { anchored: false, atStart: false, atEnd: false, chars: EVERYTHING, leading: EVERYTHING, minLength: 0, maxLength: Infinity };

export function readPattern(source: string, flags: string): Pattern {
  const read = parse(source, flags);
  if (!read) return UNREAD;
  const { min, max, chars, first, start, end } = read;
  const anchored = start && end;
  return {
    anchored,
    atStart: start,
    atEnd: end,
    chars: anchored ? chars : EVERYTHING,
    // An empty match says nothing of what follows it.
    leading: start && (anchored || min > 0) ? first : EVERYTHING,
    minLength: min,
    maxLength: anchored ? max : Infinity,
  };
}

/**
 * The characters left in a text after `text.replace(pattern, constant)`, those of the constant not counted: for a global pattern of single
 * characters, `/[^a-z0-9]/g`, `/\s+/g`, `/<|>/g`. Undefined for other patterns, which may leave any.
 */
export function removesComplement(source: string, flags: string): CharSet | undefined {
  if (!flags.includes('g') || flags.includes('y')) return undefined;
  const read = parse(source, flags);
  return read?.removes && complement(read.removes);
}

/** Groups nested deeper are not read, so that the stack holds. */
const DEPTH = 200;
/** Groups that capture, or group only. */
const PLAIN_GROUP = /\((?:\?:|\?<(?![=!])[^>()]*>|(?!\?))/y;
const LOOKAROUND = /\(\?<?[=!]/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

/** Thrown for syntax that the parser does not know, and caught in `parse`. */
class Unreadable extends Error {}

function parse(source: string, flags: string): Part | undefined {
  const parser = new Parser(source, flags);
  try {
    return parser.all();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Parser {
  readonly #source: string;
  readonly #flags: string;
  readonly #unicode: boolean;
  #position = 0;
  #depth = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
    this.#unicode = /[uv]/.test(flags);
  }

  all(): Part {
    const part = this.#alternatives();
    if (this.#position < this.#source.length) throw new Unreadable();
    return part;
  }

  #alternatives(): Part {
    let joined = this.#sequence();
    while (this.#take('|')) joined = either(joined, this.#sequence());
    return joined;
  }

  #sequence(): Part {
    let row = EMPTY;
    for (let terms = 0; this.#position < this.#source.length && this.#peek() !== '|' && this.#peek() !== ')'; terms++) {
      const part = this.#quantified(this.#atom());
      row = terms === 0 ? part : follow(row, part);
    }
    return row;
  }

  #quantified(atom: Part): Part {
    QUANTIFIER.lastIndex = this.#position;
    const match = QUANTIFIER.exec(this.#source);
    if (!match) return atom;
    this.#position = QUANTIFIER.lastIndex;
    const [, sign, low, comma, high] = match;
    if (sign) return repeat(atom, sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity);
    return repeat(atom, Number(low), comma === undefined ? Number(low) : high ? Number(high) : Infinity);
  }

  #atom(): Part {
    const char = this.#peek();
    const multiline = this.#flags.includes('m');
    if (char === '(') return this.#group();
    if (char === '[') return this.#one(this.#class());
    this.#position++;
    if (char === '\\') return this.#escape();
    if (char === '^') return { ...EMPTY, start: !multiline };
    if (char === '$') return { ...EMPTY, end: !multiline };
    if (char === '.') return this.#one(this.#flags.includes('s') ? EVERYTHING : complement(NEWLINES));
    if (/[*+?]/.test(char)) throw new Unreadable();
    // A quantifier is of the pair.
    if (this.#unicode && /[\uD800-\uDBFF]/.test(char)) this.#match(/[\uDC00-\uDFFF]/y);
    return this.#one(single(char.charCodeAt(0)));
  }

  #group(): Part {
    if (++this.#depth > DEPTH) throw new Unreadable();
    const around = this.#match(LOOKAROUND) !== undefined;
    if (!around && this.#match(PLAIN_GROUP) === undefined) throw new Unreadable();
    const inner = this.#alternatives();
    if (!this.#take(')')) throw new Unreadable();
    this.#depth--;
    return around ? EMPTY : inner;
  }

  /** Outside classes. The backslash is read. */
  #escape(): Part {
    const char = this.#peek();
    if (char === 'b' || char === 'B') {
      this.#position++;
      return EMPTY;
    }
    // Octal escapes of old look like back references, and are no more worth telling apart.
    if (/[1-9k]/.test(char)) {
      if (this.#match(/\d+|k<[^>\\]*>/y) === undefined) this.#position++;
      return ANYTHING;
    }
    return this.#one(this.#escaped());
  }

  /** A set of characters, in a class or out of it; `undefined` where its complement is not known either. */
  #escaped(): CharSet | undefined {
    const char = this.#peek();
    this.#position++;
    const wordsFold = this.#unicode && this.#flags.includes('i');
    // Case folding takes two letters beyond ASCII for `k` and `s`.
    const word: CharSet = wordsFold ? { ...WORD, other: 'some' } : WORD;
    if (char === 'd') return DIGITS;
    if (char === 'D') return complement(DIGITS);
    if (char === 'w') return word;
    if (char === 'W') return complement(word);
    if (char === 's') return SPACE;
    if (char === 'S') return complement(SPACE);
    if (/[pP]/.test(char) && this.#unicode) {
      const name = this.#match(/\{[^}]*\}/y)?.replace(/^\{(?:(?:General_Category|gc)=)?|\}$/g, '');
      const set = propertySet(name ?? '');
      // With `v` and `i` the complement is of the folded set.
      return char === 'p' ? set : this.#flags.includes('v') ? undefined : set && complement(set);
    }
    if (char === '') throw new Unreadable();
    return single(this.#code(char));
  }

  /** The code that an escape stands for, its first letter read. */
  #code(char: string): number {
    if (Object.hasOwn(CONTROLS, char)) return CONTROLS[char] ?? 0;
    const hex = char === 'x' ? this.#match(/[\dA-Fa-f]{2}/y) : char === 'u' ? this.#match(this.#unicode ? /[\dA-Fa-f]{4}|\{[\dA-Fa-f]+\}/y : /[\dA-Fa-f]{4}/y) : undefined;
    if (hex !== undefined) return parseInt(hex.replace('{', ''), 16);
    if (/[0-7]/.test(char)) return parseInt(char + (this.#match(/[0-7]{0,2}/y) ?? ''), 8);
    if (char === 'c') {
      const letter = this.#match(/[A-Za-z]/y);
      // Without a letter the backslash is meant, and the rest is not worth reading.
      if (letter === undefined) throw new Unreadable();
      return letter.charCodeAt(0) % 32;
    }
    return char.charCodeAt(0);
  }

  /** `[...]`; undefined where it cannot be told what is in it. */
  #class(): CharSet | undefined {
    this.#position++;
    const negated = this.#take('^');
    let set = NOTHING;
    let known = true;
    while (!this.#take(']')) {
      const from = this.#member();
      let member = from;
      if (this.#isSetNotation()) throw new Unreadable();
      if (this.#peek() === '-' && this.#source[this.#position + 1] !== ']') {
        this.#position++;
        const to = this.#member();
        member = from && to && union(from, to);
        if (typeof from?.code === 'number' && typeof to?.code === 'number') member = range(from.code, to.code);
        else if (member) member = union(member, single(0x2d));
      }
      if (member) set = union(set, member);
      else known = false;
    }
    if (!known) return undefined;
    if (this.#flags.includes('i')) set = ignoreCase(set);
    return negated ? complement(set) : set;
  }

  /** One member of a class, with its code where it is a single character. */
  #member(): (CharSet & { readonly code?: number }) | undefined {
    const char = this.#peek();
    if (char === '' || this.#isSetNotation()) throw new Unreadable();
    this.#position++;
    if (char !== '\\') return { ...single(char.charCodeAt(0)), code: char.charCodeAt(0) };
    if (this.#take('b')) return { ...single(8), code: 8 };
    if (/[dDwWsSpP]/.test(this.#peek()) && (this.#unicode || !/[pP]/.test(this.#peek()))) return this.#escaped();
    const code = this.#code(this.#source[this.#position++] ?? '');
    return { ...single(code), code };
  }

  /** With the flag `v` classes nest, hold strings, and are computed with. */
  #isSetNotation(): boolean {
    return this.#flags.includes('v') && this.#next(/\[|--|&&|\\q/y);
  }

  /** One character of the set; of any where it is not known. */
  #one(set: CharSet | undefined): Part {
    const ignores = this.#flags.includes('i');
    let chars = set ?? EVERYTHING;
    let exact = set !== undefined;
    if (ignores) chars = ignoreCase(chars);
    if (ignores && this.#unicode) {
      // The long s and the Kelvin sign fold to `s` and `k`, and back.
      if (chars.other === 'none' && (chars.ascii & charsOf('ksKS').ascii) !== 0n) chars = { ...chars, other: 'some' };
      else if (chars.other !== 'none' && (chars.ascii & charsOf('ksKS').ascii) !== charsOf('ksKS').ascii) {
        chars = union(chars, charsOf('ksKS'));
        exact = false;
      }
    }
    return { min: 1, max: this.#unicode && chars.other !== 'none' ? 2 : 1, chars, first: chars, start: false, end: false, removes: exact ? chars : undefined };
  }

  #peek(): string {
    return this.#source.charAt(this.#position);
  }

  #take(char: string): boolean {
    if (this.#peek() !== char) return false;
    this.#position++;
    return true;
  }

  #next(pattern: RegExp): boolean {
    pattern.lastIndex = this.#position;
    return pattern.test(this.#source);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#source)?.[0];
    if (match !== undefined) this.#position += match.length;
    return match;
  }
}
