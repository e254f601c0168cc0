/**
 * Whether a pattern can be made slow, and by which text. Found by the shape, counted by a matcher of our own, and at last shown by the
 * real RegExp, so that what is reported is true. All bounds are counts but for that last look, which can only acquit.
 */
import { createRequire } from 'node:module';
import type { AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { alphabetOf, type Alphabet, type SetNode } from './alphabet.ts';
import { Ambiguity, type Attack } from './ambiguity.ts';
import { mayBeExponential, mayBeSlow } from './cheap.ts';
import { countSteps, type Subject } from './count.ts';
import { graphOf } from './graph.ts';
import { compile, TooLarge } from './program.ts';

export interface Slowness {
  readonly exponential: boolean;
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
  /** So many times the pump keeps the pattern busy for seconds. */
  readonly times: number;
  /** What one more pump multiplies the time by; for a polynomial, its degree. */
  readonly growth: number;
}

const known = new Map<string, Slowness | undefined>();
/** Patterns that are too large for it. */
const beyond = new Set<string>();
const MOST_KNOWN = 2000;
const MOST_LENGTH = 3000;

/** Undefined: not that we could show. */
export function slowness(source: string, flags: string, wanted: 'exponential' | 'any'): Slowness | undefined {
  if (!(wanted === 'any' ? mayBeSlow : mayBeExponential)(source)) return undefined;
  const key = `${wanted} ${flags}/${source}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= MOST_KNOWN) {
    known.clear();
    beyond.clear();
  }
  const answer = analyse(source, flags, wanted);
  known.set(key, answer);
  return answer;
}

/**
 * Whether the analysis gives up on a pattern that repeats what repeats itself, as safe-regex2 sees it. Of these nothing is shown: some
 * can be made slow, and some cannot.
 */
export function isBeyond(source: string, flags: string): boolean {
  if (slowness(source, flags, 'exponential') || !beyond.has(source) || flags.includes('v')) return false;
  safeRegex ??= createRequire(import.meta.url)('safe-regex2') as SafeRegex;
  return !safeRegex(source, { limit: Infinity });
}

type SafeRegex = (source: string, options: { readonly limit: number }) => boolean;
let safeRegex: SafeRegex | undefined;

/** As `slowness`, of the path of a sink: `ecmascript:/(a+)+$/`. */
export function slownessOf(path: string): Slowness | undefined {
  const [, source, flags] = /^[^/]*\/([^]*)\/(\w*)$/.exec(path) ?? [];
  return source === undefined || flags === undefined ? undefined : slowness(source, flags, 'any');
}

interface Regexpp {
  readonly RegExpParser: typeof RegExpParser;
  readonly visitRegExpAST: typeof visitRegExpAST;
}
let regexpp: Regexpp | undefined;

function analyse(source: string, flags: string, wanted: 'exponential' | 'any'): Slowness | undefined {
  if (source.length > MOST_LENGTH) {
    beyond.add(source);
    return undefined;
  }
  // loaded when a pattern needs it: most files have none
  regexpp ??= createRequire(import.meta.url)('@eslint-community/regexpp') as Regexpp;
  let real: RegExp;
  let pattern: AST.Pattern;
  try {
    real = new RegExp(source, flags.replace('y', ''));
    pattern = new regexpp.RegExpParser().parsePattern(source, undefined, undefined, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') });
  } catch {
    return undefined;
  }
  const nodes: SetNode[] = [];
  let doubles = false;
  regexpp.visitRegExpAST(pattern, {
    onCharacterEnter: (node) => void (isInClass(node) || nodes.push(node)),
    onCharacterSetEnter: (node) => void (isInClass(node) || nodes.push(node)),
    onCharacterClassEnter: (node) => void (isInClass(node) || nodes.push(node)),
    onExpressionCharacterClassEnter: (node) => void (isInClass(node) || nodes.push(node)),
    onQuantifierEnter: (node) => void (doubles ||= node.max > 9 && isAmbiguous(node.element)),
  });
  if (wanted === 'exponential' && !doubles) return undefined;
  try {
    const alphabet = alphabetOf(nodes, flags);
    const program = compile(pattern, alphabet.setOf);
    const sticky = flags.includes('y');
    const multiline = flags.includes('m');
    const graph = graphOf(program, alphabet, !sticky && (multiline || !pattern.alternatives.every(isAnchored)));
    if (!graph) throw new TooLarge();
    const ambiguity = new Ambiguity(graph, alphabet);
    const trial = new Trial({ program, alphabet, sticky, multiline, global: flags.includes('g') && !sticky }, real);
    const exponential = doubles ? (trial.first(ambiguity.exponential(), true) ?? trial.first(new Ambiguity(graph, alphabet, alphabet.isLineEnd.indexOf(true)).exponential(), true)) : undefined;
    return exponential ?? (wanted === 'any' ? trial.first(ambiguity.polynomial(), false) : undefined);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    beyond.add(source);
    return undefined;
  }
}

function isInClass(node: AST.Node): boolean {
  for (let up = node.parent; up; up = up.parent) if (up.type === 'CharacterClass' || up.type === 'ExpressionCharacterClass') return true;
  return false;
}

/** What is repeated could be taken in more than one way: it has a choice, or a count that varies. */
function isAmbiguous(node: AST.Node): boolean {
  if (node.type === 'Quantifier') return node.min !== node.max || isAmbiguous(node.element);
  if (node.type === 'Group' || node.type === 'CapturingGroup') return node.alternatives.length > 1 || node.alternatives.some((a) => a.elements.some(isAmbiguous));
  return false;
}

/** Begins with `^`. */
function isAnchored({ elements: [first] }: AST.Alternative): boolean {
  if (first?.type === 'Assertion') return first.kind === 'start';
  return (first?.type === 'Group' || first?.type === 'CapturingGroup') && first.alternatives.every(isAnchored);
}

/** Steps that a trial may take. */
const MOST_STEPS = 200_000;
const ONE_TRIAL = 40_000;
/** Enough of them to tell how they grow. */
const TELLING = 2000;
/** Steps that take the real engine about a millisecond, and those that take it seconds (few and deep ones are the slower). */
const SHOWN = 150_000;
const BUSY = 3e9;
const BUSY_DEEP = 4e8;

/** Tries out what was found. */
class Trial {
  private left = 0;
  private readonly subject: Subject;
  private readonly alphabet: Alphabet;
  private readonly real: RegExp;
  /** Letters, first those that few places take. */
  private readonly order: readonly number[];

  constructor(subject: Subject, real: RegExp) {
    this.subject = subject;
    this.alphabet = subject.alphabet;
    this.real = real;
    this.order = byUse(subject);
  }

  /** The first attack that works. */
  first(attacks: readonly Attack[], exponential: boolean): Slowness | undefined {
    this.left = MOST_STEPS;
    for (const attack of attacks.flatMap((found) => this.variants(shortest(found)))) {
      for (const suffix of this.suffixes(attack, exponential ? 12 : 3)) {
        const steps = (times: number): number => this.steps(attack, suffix, times);
        const answer = exponential ? exponentialGrowth(steps) : polynomialGrowth(steps);
        if (answer && this.isShown(attack, suffix, answer, exponential)) {
          const text = (letters: readonly number[]): string => letters.map((letter) => this.alphabet.characters[letter]).join('');
          return { exponential, prefix: text(attack.prefix), pump: text(attack.pump), suffix: text(suffix), times: answer.timesFor(exponential ? BUSY_DEEP : BUSY), growth: answer.growth };
        }
        if (this.left <= 0) return undefined;
      }
    }
    return undefined;
  }

  private steps({ prefix, pump }: Attack, suffix: readonly number[], times: number): number {
    const input = [...prefix, ...Array.from({ length: times }, () => pump).flat(), ...suffix];
    const count = countSteps(this.subject, input, Math.max(0, Math.min(ONE_TRIAL, this.left)));
    this.left -= count;
    return count >= ONE_TRIAL || this.left <= 0 ? Infinity : count;
  }

  /** Behind a letter that few places take, too: for `^ +| +$`, which finds the first spaces at once. */
  private variants(attack: Attack): Attack[] {
    const [rare] = this.order;
    return !this.subject.sticky && attack.prefix.length === 0 && rare !== undefined ? [attack, { ...attack, prefix: [rare] }] : [attack];
  }

  /** What may make the match fail at last: nothing, letters that few places take, ends of lines. */
  private suffixes({ pump }: Attack, letters: number): (readonly number[])[] {
    const order = this.order;
    const rare = order.slice(0, letters);
    const last = pump.at(-1) ?? 0;
    const line = this.alphabet.isLineEnd.indexOf(true);
    return [...rare.slice(0, 1).map((letter) => [letter]), [], ...rare.slice(1).map((letter) => [letter]), ...(line < 0 ? [] : [[line], [line, order[0] ?? 0]]), [order[0] ?? 0, last], [order.at(-1) ?? 0, order[0] ?? 0]];
  }

  /** The real RegExp takes its time as the count says. */
  private isShown({ prefix, pump }: Attack, suffix: readonly number[], { timesFor }: Growth, exponential: boolean): boolean {
    const text = (letters: readonly number[]): string => letters.map((letter) => this.alphabet.characters[letter] ?? '').join('');
    const input = (times: number): string => text(prefix) + text(pump).repeat(times) + text(suffix);
    const many = timesFor(SHOWN);
    const few = Math.max(1, exponential ? Math.floor(many / 2) : Math.floor(many / 12));
    const short = input(few);
    const long = input(many);
    // compiled on the first runs
    for (let i = 0; i < 3; i++) this.time(short);
    const before = Math.min(...Array.from({ length: 5 }, () => this.time(short)));
    const after = this.time(long);
    return after > before * (exponential ? 8 : (3 * long.length) / short.length);
  }

  private time(text: string): number {
    const start = performance.now();
    // all of it with the flag `g`
    text.replace(this.real, '');
    return performance.now() - start;
  }
}

function byUse({ program, alphabet: { sets, characters } }: Subject): number[] {
  const taken = characters.map((_, letter) => program.steps.filter((step) => step.op === 'letter' && (((sets[step.set] ?? 0n) >> BigInt(letter)) & 1n) === 1n).length);
  return characters.map((_, letter) => letter).sort((a, b) => (taken[a] ?? 0) - (taken[b] ?? 0));
}

/** The pump is no repetition itself, and what leads to it does not end with it. */
function shortest({ prefix, pump }: Attack): Attack {
  let length = 1;
  while (pump.length % length !== 0 || pump.some((letter, i) => letter !== pump[i % length])) length++;
  let end = prefix.length;
  while (end >= length && pump.slice(0, length).every((letter, i) => letter === prefix[end - length + i])) end -= length;
  return { prefix: prefix.slice(0, end), pump: pump.slice(0, length) };
}

interface Growth {
  readonly growth: number;
  /** How many pumps take so many steps. */
  readonly timesFor: (steps: number) => number;
}

/** Each pump multiplies the steps. */
function exponentialGrowth(steps: (times: number) => number): Growth | undefined {
  let most = 3;
  let count = steps(most);
  for (let next = count; next < TELLING && most < 48; ) {
    next = steps(most * 2);
    if (next !== Infinity) [most, count] = [most * 2, next];
    else {
      // the most that can be counted
      for (let high = most * 2; high - most > 1; ) {
        const middle = (most + high) >> 1;
        const there = steps(middle);
        if (there === Infinity) high = middle;
        else [most, count] = [middle, there];
      }
    }
  }
  if (count < TELLING / 4 || count === Infinity) return undefined;
  const third = Math.max(1, Math.floor(most / 3));
  const before = steps(most - third) / steps(most - 2 * third);
  const after = count / steps(most - third);
  const growth = after ** (1 / third);
  // of a power of the length, the later ratio is the lesser one
  if (growth < 1.15 || after < before * 0.85) return undefined;
  return { growth, timesFor: (wanted) => most + Math.max(0, Math.ceil(Math.log(wanted / count) / Math.log(growth))) };
}

/** Twice as many pumps take more than twice the steps. */
function polynomialGrowth(steps: (times: number) => number): Growth | undefined {
  let most = 32;
  let count = steps(most);
  while (count === Infinity && most > 4) count = steps((most /= 2));
  for (; count !== Infinity; count = steps((most *= 4))) {
    const degree = Math.log2(count / steps(most / 2));
    const [at, counted] = [most, count];
    if (degree > 1.5) return { growth: Math.max(2, Math.round(degree)), timesFor: (wanted) => Math.ceil(at * (wanted / counted) ** (1 / Math.max(2, Math.round(degree)))) };
    if (degree < 1.1 || most >= 512) return undefined;
  }
  return undefined;
}
