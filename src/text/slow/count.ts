/** How many steps a backtracking matcher takes: a count, so that the answer is the same on every machine. */
import type { Alphabet } from './alphabet.ts';
import type { Program } from './program.ts';

export interface Subject {
  readonly program: Program;
  readonly alphabet: Alphabet;
  /** The pattern is tried at one place only. */
  readonly sticky: boolean;
  readonly multiline: boolean;
  /** Where it is found, it goes on behind it. */
  readonly global: boolean;
}

/** Steps until the search in these letters has its answer; at most `limit`. */
export function countSteps(subject: Subject, input: readonly number[], limit: number): number {
  const matcher = new Matcher(subject, input, limit);
  for (let start = 0; start <= input.length && !matcher.isOver; start++) {
    const found = matcher.matches(0, start);
    if (subject.sticky || (found && !subject.global)) break;
    if (found) start = Math.max(start, matcher.end - 1);
  }
  return matcher.count;
}

class Matcher {
  count = 0;
  /** Where the last match ended. */
  end = 0;
  private readonly steps: Program['steps'];
  private readonly members: readonly (readonly boolean[])[];
  private readonly subject: Subject;
  private readonly input: readonly number[];
  private readonly limit: number;
  private readonly slots: number[];

  constructor(subject: Subject, input: readonly number[], limit: number) {
    this.subject = subject;
    this.input = input;
    this.limit = limit;
    this.steps = subject.program.steps;
    this.members = membersOf(subject.alphabet);
    this.slots = new Array<number>(subject.program.slots).fill(-1);
  }

  get isOver(): boolean {
    return this.count >= this.limit;
  }

  /** Ways not yet tried lie on a list: three numbers each, a step and a place, or a slot (as -1 - slot) and what was in it. */
  matches(from: number, at: number): boolean {
    const { steps, input, slots, members } = this;
    const untried: number[] = [];
    let next = from;
    let place = at;
    for (;;) {
      if (++this.count >= this.limit) return false;
      const step = steps[next];
      let goes = true;
      next++;
      switch (step?.op) {
        case 'letter': {
          const letter = input[step.back ? place - 1 : place];
          goes = letter !== undefined && members[step.set]?.[letter] === true;
          place += step.back ? -1 : 1;
          break;
        }
        case 'split':
          untried.push(step.second, place);
          next = step.first;
          break;
        case 'jump':
          next = step.to;
          break;
        case 'mark':
          untried.push(-1 - step.slot, slots[step.slot] ?? -1);
          slots[step.slot] = place;
          break;
        case 'moved':
          goes = slots[step.slot] !== place;
          break;
        case 'edge':
          goes = this.isEdge(step.kind, place) !== step.negate;
          break;
        case 'look':
          goes = this.matches(next, place) !== step.negate;
          next = step.after;
          break;
        case 'again': {
          const length = this.repeats(slots[step.slot] ?? -1, slots[step.slot + 1] ?? -1, place, step.back);
          goes = length >= 0;
          place += step.back ? -length : length;
          break;
        }
        default:
          this.end = place;
          return true;
      }
      while (!goes) {
        const value = untried.pop();
        const where = untried.pop();
        if (where === undefined || value === undefined) return false;
        if (where < 0) slots[-1 - where] = value;
        else {
          next = where;
          place = value;
          goes = true;
        }
      }
    }
  }

  private isEdge(kind: 'start' | 'end' | 'word', place: number): boolean {
    const { input } = this;
    const { alphabet, multiline } = this.subject;
    const has = (list: readonly boolean[], at: number): boolean => list[input[at] ?? -1] === true;
    if (kind === 'word') return has(alphabet.isWord, place - 1) !== has(alphabet.isWord, place);
    if (kind === 'start') return place === 0 || (multiline && has(alphabet.isLineEnd, place - 1));
    return place === input.length || (multiline && has(alphabet.isLineEnd, place));
  }

  /** How long what the group took is, if it stands here too; else -1. A group that took nothing yet is empty. */
  private repeats(start: number, end: number, place: number, back: boolean): number {
    if (start < 0 || end < start) return 0;
    const length = end - start;
    this.count += length;
    const from = back ? place - length : place;
    for (let i = 0; i < length; i++) if (this.input[from + i] !== this.input[start + i]) return -1;
    return length;
  }
}

const known = new WeakMap<Alphabet, readonly (readonly boolean[])[]>();

function membersOf(alphabet: Alphabet): readonly (readonly boolean[])[] {
  let members = known.get(alphabet);
  if (!members) known.set(alphabet, (members = alphabet.sets.map((set) => alphabet.characters.map((_, letter) => ((set >> BigInt(letter)) & 1n) === 1n))));
  return members;
}
