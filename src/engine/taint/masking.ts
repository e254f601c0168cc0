/** What is left of a secret when most of it was taken out: no longer the secret, for the kinds of what must not get out. */
import { bitsOf } from '../../model/kinds.ts';
import type { Fact, Taint } from '../fact/fact.ts';
import { argument, type Args } from '../summary/summary.ts';

/** The kinds of what must not get out. */
export const OUT = bitsOf(['logged', 'response']);
/** As many characters tell which key it is, and do not give it away. */
const FEW = 8;
/** A secret and where it stands: by itself, in the address of a database, the number of a card. */
const [KEY, CARD] = ['ZQ9XK7BV3MN5TJ1WLF8R', '4929138577416032'];
const SAMPLES = [[KEY, KEY], [KEY, `postgres://user:${KEY}@host/db`], [CARD, CARD]] as const;

/** What a piece of a text still has: `key.slice(-4)`, `key.slice(0, 6)`, `key.charAt(0)`. */
export const maskedByCutting = (taints: readonly Taint[], name: string, args: Args): readonly Taint[] => (taints.some(mayGetOut) && isShort(name, args) ? taints.map(masked) : taints);

/** What a text still has when this was replaced in it: `key.replace(/.(?=.{4})/g, '*')`, `url.replace(/:[^:@]+@/, ':***@')`. */
export const maskedByReplacing = (taints: readonly Taint[], pattern: Fact, replacement: unknown, all: boolean): readonly Taint[] =>
  taints.some(mayGetOut) && isBlotted(pattern, replacement, all) ? taints.map(masked) : taints;

/** A piece of a stack says of files and lines what the whole does; what a caller hands over nobody knows here. */
const mayGetOut = ({ origin, mask }: Taint): boolean => (mask & OUT) !== 0 && (origin.k === 'sym' || (origin.k === 'named' && origin.what !== 'error'));
const masked = (taint: Taint): Taint => (mayGetOut(taint) ? { ...taint, mask: taint.mask & ~OUT } : taint);

/** Whether a few characters are all that is left. */
function isShort(name: string, args: Args): boolean {
  if (name === 'charAt' || name === 'at') return true;
  const [from, to] = [0, 1].map((i) => (args.list.length > i ? argument(args, i).constant?.value : undefined));
  if (typeof from !== 'number') return false;
  if (args.list.length < 2) return name !== 'substring' && from < 0 && from >= -FEW;
  if (typeof to !== 'number') return false;
  const length = name === 'substr' ? to : from < 0 === to < 0 ? to - from : Infinity;
  return length <= FEW;
}

/** Whether no more than that is left of a secret in one piece. */
function isBlotted(pattern: Fact, replacement: unknown, all: boolean): boolean {
  const regex = pattern.refs.find((r) => r.k === 'regex');
  if (typeof replacement !== 'string' || regex?.k !== 'regex' || !isQuick(regex.source)) return false;
  try {
    const sought = new RegExp(regex.source, all && !regex.flags.includes('g') ? `${regex.flags}g` : regex.flags);
    return SAMPLES.some(([secret, text]) => longestOf(secret, text.replace(sought, replacement)) <= FEW);
  } catch {
    return false;
  }
}

/** No repetition of a repetition, and few in a row: it is tried here. */
const isQuick = (source: string): boolean => source.length < 80 && !/\)[*+{]/.test(source) && (source.match(/[*+}]/g)?.length ?? 0) <= 4;

/** How many characters of the secret are left in one piece. */
function longestOf(secret: string, text: string): number {
  let longest = 0;
  for (let from = 0; from < secret.length; from++) {
    while (from + longest < secret.length && text.includes(secret.slice(from, from + longest + 1))) longest++;
  }
  return longest;
}
