import { describe, expect, it, test } from 'vitest';
import { mayHave, mayHaveAny } from '../../src/text/charset.ts';
import type { CharSet } from '../../src/text/charset.ts';
import { readPattern, removesComplement } from '../../src/text/pattern.ts';

const read = (pattern: RegExp): ReturnType<typeof readPattern> => readPattern(pattern.source, pattern.flags);
const PRINTABLE = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).join('');

/** The characters of the set as text: printable ones, `\n`, and `é` for any that are not ASCII. */
const show = (set: CharSet): string => [...PRINTABLE, '\n', 'é'].filter((char) => mayHave(set, char)).join('');

const ALL = `${PRINTABLE}\né`;
const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const without = (chars: string): string => [...ALL].filter((char) => !chars.includes(char)).join('');

describe('anchors', () => {
  test.each([
    [/^a$/, true],
    [/^(?:a|b)$/, true],
    [/^a$|^b$/, true],
    [/(?:^a$)/, true],
    [/(^a|^b)(c$|d$)/, true],
    [/^a{1,}$/, true],
    [/(?=x)^a$/, true],
    [/a/, false],
    [/^a/, false],
    [/a$/, false],
    [/^a|b$/, false],
    [/^a$|b/, false],
    [/^a$/m, false],
    [/(?:^a)?$/, false],
    [/(?=^)a$/, false],
    [/\^a$/, false],
    [/[^a]$/, false],
    [/^a\$/, false],
  ])('%s: %s', (pattern, anchored) => {
    expect(read(pattern).anchored).toBe(anchored);
  });

  it('tells start from end', () => {
    expect(read(/^a/)).toMatchObject({ atStart: true, atEnd: false });
    expect(read(/a$/)).toMatchObject({ atStart: false, atEnd: true });
  });
});

describe('characters', () => {
  test.each<[RegExp, string]>([
    [/^abc$/, 'abc'],
    [/^[a-c]+$/, 'abc'],
    [/^[a-c]*$/i, 'ABCabc'],
    [/^\d+$/, DIGITS],
    [/^\w+$/, `${DIGITS}${UPPER}_${LOWER}`],
    [/^\w+$/iu, `${DIGITS}${UPPER}_${LOWER}é`],
    [/^[^\W_]+$/, `${DIGITS}${UPPER}${LOWER}`],
    [/^\s$/, ' \né'],
    [/^[^a-z]+$/, without(LOWER)],
    [/^[^a-z]+$/i, without(LOWER + UPPER)],
    [/^\D$/, without(DIGITS)],
    [/^[^\D]$/, DIGITS],
    [/^.$/, without('\n')],
    [/^.$/s, ALL],
    [/^[\s\S]$/, ALL],
    [/^[]$/, ''],
    [/^[^]$/, ALL],
    [/^a(?:b|c)d$/, 'abcd'],
    [/^(a)(?<name>b)$/, 'ab'],
    [/^(?=.*\d)(?!x)[ab](?<=y)(?<!z)$/, 'ab'],
    [/^a\b\B$/, 'a'],
    [/^(a)\1$/, ALL],
    [/^(?<n>a)\k<n>$/, ALL],
    [/^(?=(.*))\1$/, ALL],
    [/^[a-]$/, '-a'],
    [/^[-a]$/, '-a'],
    [/^[\w-]$/, `-${DIGITS}${UPPER}_${LOWER}`],
    [/^[\d-a]$/, `-${DIGITS}a`],
    [/^[\]\\^]$/, '\\]^'],
    [/^[.*+?(){}|$]$/, '$()*+.?{|}'],
    [/^\.\/\-$/, '-./'],
    [new RegExp('^\\x41\\u0042\\x$'), 'ABx'],
    [/^\u{41}$/u, 'A'],
    [/^[\x41-\x43\n]$/, 'ABC\n'],
    [/^[\b]$/, ''],
    [/^\n\t\cJ$/, '\n'],
    [/^é$/, 'é'],
    [/^[a-é]$/, 'abcdefghijklmnopqrstuvwxyz{|}~é'],
    [/^[^é]$/, ALL],
    [/^\p{L}$/u, `${UPPER}${LOWER}é`],
    [/^\p{Lu}$/iu, `${UPPER}${LOWER}é`],
    [/^\P{L}$/u, without(UPPER + LOWER)],
    [/^\p{Script=Greek}$/u, ALL],
    [/^[^\p{Script=Greek}]$/u, ALL],
    [/^x$/iu, 'Xx'],
    [/^s$/iu, 'Ssé'],
    [/^\u212a$/iu, 'KSkské'],
    [/^a{0}b$/, 'b'],
    [/^a{,2}$/, ',2a{}'],
    [/^[a&&b]$/, '&ab'],
    [new RegExp('^[a--b]$', 'v'), ALL],
    [new RegExp('^[\\q{abc}]$', 'v'), ALL],
    [new RegExp('^[[a]b]$', 'v'), ALL],
    [new RegExp('^[ab]$', 'v'), 'ab'],
    [/^(?:a|)$/, 'a'],
    [/a/, ALL],
    [/^[a-z]+$/m, ALL],
  ])('%s', (pattern, chars) => {
    expect(show(read(pattern).chars)).toBe([...ALL].filter((char) => chars.includes(char)).join(''));
  });

  it('lets everything through that it cannot read', () => {
    for (const [source, flags] of [
      ['^(?i:a)$', ''],
      ['^(a$', ''],
      ['^a)$', ''],
      ['^[a$', ''],
      ['^*$', ''],
      ['^a\\', ''],
      [`^${'('.repeat(5000)}a${')'.repeat(5000)}$`, ''],
    ] as const) {
      expect(readPattern(source, flags)).toMatchObject({ anchored: false, minLength: 0, maxLength: Infinity });
      expect(show(readPattern(source, flags).chars)).toBe(ALL);
    }
  });

  it('answers for several at once', () => {
    expect(mayHaveAny(read(/^[a-z/]+$/).chars, './')).toBe(true);
    expect(mayHaveAny(read(/^[a-z]+$/).chars, './')).toBe(false);
    expect(mayHaveAny(read(/^[a-z]+$/).chars, 'é')).toBe(false);
    expect(mayHaveAny(read(/^.+$/).chars, 'é')).toBe(true);
  });
});

describe('beginnings', () => {
  test.each<[RegExp, string]>([
    [/^\/[a-z]/, '/'],
    [/^[ab]c$/, 'ab'],
    [/^a?b$/, 'ab'],
    [/^(?:a|b)*c$/, 'abc'],
    [/^(?!-)[ab]$/, 'ab'],
    [/^https?:/, 'h'],
    [/^a|^b/, 'ab'],
    [/^a*$/, 'a'],
    [/^a*/, ALL],
    [/a$/, ALL],
  ])('%s', (pattern, leading) => {
    expect(show(read(pattern).leading)).toBe(leading);
  });
});

describe('lengths', () => {
  test.each<[RegExp, number, number]>([
    [/^abc$/, 3, 3],
    [/^a{2,4}$/, 2, 4],
    [/^a{3}$/, 3, 3],
    [/^a{3,}$/, 3, Infinity],
    [/^a+b*c?$/, 1, Infinity],
    [/^(?:ab|cde)$/, 2, 3],
    [/^(?:ab){2}$/, 4, 4],
    [/^(?:){2,}$/, 0, 0],
    [/^(?:a*){0}$/, 0, 0],
    [/^(?=abc)$/, 0, 0],
    [/^.{1,3}$/u, 1, 6],
    [/^😀?$/u, 0, 2],
    [/^[a-f\d]{8}(?:-[a-f\d]{4}){3}-[a-f\d]{12}$/i, 36, 36],
    [/abc/, 3, Infinity],
    [/^abc/, 3, Infinity],
  ])('%s: %d to %d', (pattern, least, most) => {
    expect(read(pattern)).toMatchObject({ minLength: least, maxLength: most });
  });
});

describe('what is left after a replacement', () => {
  test.each<[RegExp, string | undefined]>([
    [/[^a-z]/g, LOWER],
    [/[^a-z]+/g, LOWER],
    [/[^a-z]/gi, UPPER + LOWER],
    [/[^a-z]{1,}/g, LOWER],
    [/\W/g, `${DIGITS}${UPPER}_${LOWER}`],
    [/\D+/g, DIGITS],
    [/'/g, without("'")],
    [/[<>]/g, without('<>')],
    [/<|>/g, without('<>')],
    [/(?:<|>)+/g, without('<>')],
    [/[\r\n]/g, without('\n')],
    [/\s/g, without(' \n') ],
    [/./g, '\né'],
    [/[^a-z]/, undefined],
    [/[^a-z]/gy, undefined],
    [/\r?\n/g, undefined],
    [/[^a-z]*/g, undefined],
    [/a{2,}/g, undefined],
    [/\.\./g, undefined],
    [/^[^a-z]/g, undefined],
    [/<|ab/g, undefined],
    [/<\b/g, undefined],
    [/(?=<)/g, undefined],
    [/(<)\1/g, undefined],
    [/\p{Script=Greek}/gu, undefined],
  ])('%s', (pattern, left) => {
    const set = removesComplement(pattern.source, pattern.flags);
    expect(set && show(set)).toBe(left === undefined ? undefined : [...ALL].filter((char) => left.includes(char)).join(''));
  });
});

describe('the engine agrees', () => {
  const patterns = [/^[\w-]+$/, /^[^\s<>]*$/, /^(?:a|b[c-e]){1,3}$/i, /^\/(?!\/)[\w/]*$/, /^[a-z]+\.(?:jpe?g|png)$/iu, /^\p{L}+$/u, /^[\x20-\x7e]$/, /^s$/iu, /^[^s]$/iu, /^\W$/iu, /^[\W\d]$/i];
  const texts = [...ALL, 'ſ', '\u212a', 'ab', 'bC', '/a/b', '//a', 'x.jpg', 'ſ.PNG', 'éé', 'a-b', '\x7f', '😀', '\u2028'];

  test.each(patterns)('%s', (pattern) => {
    const { chars, leading, minLength, maxLength } = read(pattern);
    for (const text of texts.filter((candidate) => pattern.test(candidate))) {
      expect([...text].every((char) => mayHave(chars, char)), text).toBe(true);
      expect(mayHave(leading, text), text).toBe(true);
      expect(text.length).toBeGreaterThanOrEqual(minLength);
      expect(text.length).toBeLessThanOrEqual(maxLength);
    }
  });

  test.each([/[^\w.-]/g, /[^a-z]+/gi, /[^s]/giu, /\W/giu, /s/giu, /\u212a/giu, /[^\u0000-\uffff]/gu, /\P{L}/gu, /\P{Lu}/giu, /[^\p{Lu}]/giu])('%s', (pattern) => {
    const left = removesComplement(pattern.source, pattern.flags);
    for (const text of texts) {
      const rest = text.replace(pattern, '');
      if (left) expect([...rest].every((char) => mayHave(left, char)), text).toBe(true);
    }
  });
});

it('is linear', () => {
  const start = performance.now();
  const source = `^(?:${Array.from({ length: 20_000 }, (_, n) => `[a-z]{${n}}\\d|(?<g${n}>x)`).join('|')})$`;
  expect(readPattern(source, '').anchored).toBe(true);
  expect(performance.now() - start).toBeLessThan(2000);
});
