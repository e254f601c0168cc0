/** What makes a result the same result after the file around it has changed. */
import { createHash } from 'node:crypto';

const WINDOW = 100;
const FACTOR = 37;
const TWO_32 = 2 ** 32;
const [TAB, LF, CR, SPACE, END] = [9, 10, 13, 32, 65_535];

/** A number of 64 bits in two halves; what is done with them stays under 2^53, where doubles are exact. */
type Halves = readonly [high: number, low: number];

const wrap = (n: number): number => n - Math.floor(n / TWO_32) * TWO_32;

const times = ([high, low]: Halves, factor: number): Halves => {
  const product = low * factor;
  return [wrap(high * factor + Math.floor(product / TWO_32)), wrap(product)];
};

const minus = ([high, low]: Halves, [otherHigh, otherLow]: Halves): Halves => [wrap(high - otherHigh - (low < otherLow ? 1 : 0)), wrap(low - otherLow)];

const plus = ([high, low]: Halves, n: number): Halves => [wrap(high + Math.floor((low + n) / TWO_32)), wrap(low + n)];

const hex = ([high, low]: Halves): string => {
  const text = `${high.toString(16)}${low.toString(16).padStart(8, '0')}`.replace(/^0+/, '');
  return text === '' ? '0' : text;
};

let out: Halves = [0, 1];
for (let i = 0; i < WINDOW; i++) out = times(out, FACTOR);

/**
 * `primaryLocationLineHash` of each line of a file, as GitHub's upload step computes it where it is missing: a rolling hash of the 100
 * characters from the line's start on, without blanks, and how many lines before have the same. Said here, so that who uploads by the
 * API has it too; the same, since that step warns of any other.
 */
export function lineHashes(text: string): string[] {
  const window = new Array<number>(WINDOW).fill(0);
  const lineAt = new Array<number>(WINDOW).fill(-1);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  let hash: Halves = [0, 0];
  let [index, line, isStart, wasCR] = [0, 0, true, false];

  const put = (): void => {
    const at = lineAt[index] ?? -1;
    if (at === -1) return;
    const value = hex(hash);
    const count = (seen.get(value) ?? 0) + 1;
    seen.set(value, count);
    hashes[at - 1] = `${value}:${count}`;
    lineAt[index] = -1;
  };
  const roll = (code: number): void => {
    hash = minus(plus(times(hash, FACTOR), code), times(out, window[index] ?? 0));
    window[index] = code;
    index = (index + 1) % WINDOW;
  };
  const take = (given: number): void => {
    const isBlank = given === SPACE || given === TAB || (wasCR && given === LF);
    wasCR = !isBlank && given === CR;
    if (isBlank) return;
    const code = given === CR ? LF : given;
    put();
    if (isStart) lineAt[index] = ++line;
    isStart = code === LF;
    roll(code);
  };
  for (let i = 0; i < text.length; i++) take(text.charCodeAt(i));
  take(END);
  for (let i = 0; i < WINDOW; i++) {
    put();
    roll(0);
  }
  return hashes;
}

/** A fingerprint of our own: rule, file, message and lines without numbers of lines and blanks. Who has the same before it is counted. */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  of(rule: string, uri: string, message: string, lines: string): string {
    const parts = [rule, uri, message.replace(/\bline \d+/g, 'line'), lines.replace(/\s+/g, '')];
    const value = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
    const count = (this.seen.get(value) ?? 0) + 1;
    this.seen.set(value, count);
    return `${value}:${count}`;
  }
}
