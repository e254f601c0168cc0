/* eslint-disable secure-node/no-unsafe-regex -- slow ones are what is tested */
import { describe, expect, test } from 'vitest';
import { isBeyond, slowness } from '../../src/text/slow/slow.ts';

/** Of each pattern its twin: as near to it as can be, and fast. */
const EXPONENTIAL: readonly (readonly [slow: RegExp, fast: RegExp])[] = [
  [/^(a+)+$/, /^(a+)$/],
  [/(a+)+$/, /(?:a+)+/],
  [/^(a|a)*$/, /^(a|b)*$/],
  [/^(a|aa)+$/, /^(a|ba)+$/],
  [/^(?:a|b|ab)*c$/, /^(?:a|b|cb)*c$/],
  [/^(?:\w+\s?)+$/, /^(?:\w+\s)+$/],
  [/^(?:\w+\s?)*$/u, /^(?:\w+(?:\s|$))*$/u],
  [/(.*)*x/s, /^.*x/s],
  [/^(\d+)*[a-z]$/, /^\d*[a-z]$/],
  [/^(([a-z])+.)+[A-Z]([a-z])+$/, /^(([a-z])+[.])+[A-Z]([a-z])+$/],
  [/^([a-zA-Z0-9])(([-.]|_+)?([a-zA-Z0-9]+))*@$/, /^([a-zA-Z0-9])(([-.]|_+)([a-zA-Z0-9]+))*@$/],
  [/(x+x+)+y/, /^(x+x+y)$/],
  [/^(?:'((?:\\.|[^'])*?)')/, /^(?:'((?:\\.|[^'\\])*?)')/],
  [/^(?=(a+)+b)/, /^(?=(a+)b)/],
  [/^(?:([a-z]+)|\d)+$/, /^(?:([a-z])|\d)+$/],
  [/^(?:[a-z]|[A-Z])+$/i, /^(?:[a-z]|[A-Z])+$/],
  [/^(?:\d{1,3})*$/, /^(?:\d{3})*$/],
  [/^(?:(?:a{0,20})*)$/, /^(?:(?:a{20})*)$/],
  [/^(?<word>\w+)*-$/, /^(?<word>\w+)-$/],
  [/^(?:a(?:b|bc)c?)*$/, /^(?:a(?:b|c)c?)*$/],
  [/^([\s\S]|\n)*x$/, /^[\s\S]*x$/],
  [/^(?:,? ?\w+,?)*;/, /^(?:, ?\w+)*;/],
];

const POLYNOMIAL: readonly (readonly [slow: RegExp, fast: RegExp])[] = [
  [/\s+$/, /^\s+/],
  [/^ +| +$/, /^ +| $/],
  [/a+b/, /^a+b/],
  [/ *, */g, /,/g],
  [/^\S+@\S+$/, /^[^@]+@\S+$/],
  [/^\s*\s*\s*x/, /^\s*-\s*-\s*x/],
  [/<!--.*-->/, /^<!--.*-->/],
  [/\d+\d+x/y, /\d+x/y],
  [/(?<=\s*)x/, /(?<=\s)x/],
  [/\B(?=(\d{3})+(?!\d))/g, /\B(?=\d{3}(?!\d))/g],
  [/\/\*[\s\S]*?\*\//, /^\/\*[\s\S]*?\*\//],
  [/^.*a.*b$/m, /^[^a\n]a[^b\n]b$/m],
];

describe('slowness', () => {
  test.each(EXPONENTIAL)('%s is exponential, %s is not', (slow, fast) => {
    expect(slowness(slow.source, slow.flags, 'exponential')).toMatchObject({ exponential: true });
    expect(slowness(fast.source, fast.flags, 'exponential')).toBeUndefined();
  });

  test.each(POLYNOMIAL)('%s is polynomial, %s is not', (slow, fast) => {
    expect(slowness(slow.source, slow.flags, 'any')).toMatchObject({ exponential: false });
    expect(slowness(slow.source, slow.flags, 'exponential')).toBeUndefined();
    expect(slowness(fast.source, fast.flags, 'any')).toBeUndefined();
  });

  test('the degree is told', () => {
    expect(slowness('\\s+$', '', 'any')?.growth).toBe(2);
    expect(slowness('^\\s*\\s*\\s*x', '', 'any')?.growth).toBe(3);
  });

  test('the text does what is said of it', () => {
    for (const pattern of [/^(?:\w+\s?)+$/, /(x+x+)+y/, /^(?:'((?:\\.|[^'])*?)')/]) {
      const slow = slowness(pattern.source, pattern.flags, 'exponential');
      if (!slow) throw new Error('not slow');
      const time = (times: number): number => {
        const text = slow.prefix + slow.pump.repeat(times) + slow.suffix;
        const once = (): number => {
          const start = performance.now();
          expect(pattern.test(text)).toBe(false);
          return performance.now() - start;
        };
        // what else runs on the machine only adds
        return Math.min(...Array.from({ length: 5 }, once));
      };
      // four fewer take more than a tenth less
      expect(time(slow.times - 6)).toBeGreaterThan(4 * time(slow.times - 10));
    }
  });

  test('what cannot be read or is too large is not slow', () => {
    expect(slowness('(a+)+[', '', 'any')).toBeUndefined();
    expect(slowness('(a+)+$', 'q', 'any')).toBeUndefined();
    expect(slowness(`(${'(?:a+b?)?'.repeat(500)})+$`, '', 'exponential')).toBeUndefined();
    expect(slowness(`${'(?:'.repeat(400)}a+${')+'.repeat(400)}$`, '', 'any')?.exponential).not.toBe(false);
  });

  test('of what is too large, what repeats a repetition is suspect', () => {
    expect(isBeyond(`(${'(?:a+b?)?'.repeat(500)})+$`, '')).toBe(true);
    expect(isBeyond(`(${'a|b|'.repeat(1000)}c)+$`, '')).toBe(false);
    // shown to be slow, shown to be fast
    expect(isBeyond('(a+)+$', '')).toBe(false);
    expect(isBeyond('^(a+b)+$', '')).toBe(false);
  });

  test('hostile patterns end soon', () => {
    const start = performance.now();
    for (const source of ['(?:a|b|c|d|e|f|g|h)*'.repeat(20), '(?:(?:(?:a?b?c?)*d?)*e?)*x', '(\\w+\\s*,?)*'.repeat(15), `(?:${'[a-z]?'.repeat(60)})*x`, '(?:a{1,99}){1,99}$', '((a*)*)*'.repeat(30)]) slowness(source, '', 'any');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
