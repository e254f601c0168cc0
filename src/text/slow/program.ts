/** A pattern as steps of a matcher that tries one way after the other, as the engine's own does. */
import type { AST } from '@eslint-community/regexpp';
import type { SetNode } from './alphabet.ts';

export type Step =
  /** Takes a letter of the set; backwards in a lookbehind. */
  | { readonly op: 'letter'; readonly set: number; readonly back: boolean }
  /** Goes on here, and there if that fails. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  /** Remembers the place in a slot: of a group, or of the start of a round. */
  | { readonly op: 'mark'; readonly slot: number }
  /** A round of a loop that took nothing is none. */
  | { readonly op: 'moved'; readonly slot: number }
  | { readonly op: 'edge'; readonly kind: 'start' | 'end' | 'word'; readonly negate: boolean }
  /** The steps of a lookaround follow, up to `match`; after them it goes on at `after`. */
  | { readonly op: 'look'; readonly negate: boolean; after: number }
  /** What a group took, once more. */
  | { readonly op: 'again'; readonly slot: number; readonly back: boolean }
  | { readonly op: 'match' };

export interface Program {
  readonly steps: readonly Step[];
  readonly slots: number;
}

/** Thrown for patterns that are too large; they are taken for fast. */
export class TooLarge extends Error {}

const MOST_STEPS = 3000;
/** Counts up to these are written out; beyond them a count is a loop without end. */
const MOST_LETTERS = 100;
const MOST_ROUNDS = 12;

export function compile(pattern: AST.Pattern, setOf: ReadonlyMap<SetNode, number>): Program {
  const steps: Step[] = [];
  const groups = new Map<AST.CapturingGroup, number>();
  let slots = 0;

  const push = <S extends Step>(step: S): S => {
    if (steps.length >= MOST_STEPS) throw new TooLarge();
    steps.push(step);
    return step;
  };
  const slotOf = (group: AST.CapturingGroup): number => {
    const known = groups.get(group);
    if (known !== undefined) return known;
    slots += 2;
    groups.set(group, slots - 2);
    return slots - 2;
  };

  const alternatives = (list: readonly AST.Alternative[], back: boolean): void => {
    const ends: Extract<Step, { op: 'jump' }>[] = [];
    list.forEach((alternative, i) => {
      const split = i < list.length - 1 ? push({ op: 'split', first: steps.length + 1, second: 0 }) : undefined;
      for (const element of back ? [...alternative.elements].reverse() : alternative.elements) compileElement(element, back);
      if (!split) return;
      ends.push(push({ op: 'jump', to: 0 }));
      split.second = steps.length;
    });
    for (const end of ends) end.to = steps.length;
  };

  const compileElement = (node: AST.Element, back: boolean): void => {
    switch (node.type) {
      case 'Group':
        return alternatives(node.alternatives, back);
      case 'CapturingGroup': {
        const slot = slotOf(node);
        push({ op: 'mark', slot: back ? slot + 1 : slot });
        alternatives(node.alternatives, back);
        push({ op: 'mark', slot: back ? slot : slot + 1 });
        return;
      }
      case 'Quantifier':
        return quantifier(node, back);
      case 'Assertion': {
        if (node.kind === 'word') push({ op: 'edge', kind: 'word', negate: node.negate });
        else if (!('alternatives' in node)) push({ op: 'edge', kind: node.kind, negate: false });
        else {
          const look = push({ op: 'look', negate: node.negate, after: 0 });
          alternatives(node.alternatives, node.kind === 'lookbehind');
          push({ op: 'match' });
          look.after = steps.length;
        }
        return;
      }
      case 'Backreference': {
        const group = Array.isArray(node.resolved) ? node.resolved[0] : node.resolved;
        if (group) push({ op: 'again', slot: slotOf(group as AST.CapturingGroup), back });
        return;
      }
      default:
        push({ op: 'letter', set: setOf.get(node) ?? 0, back });
    }
  };

  const quantifier = ({ element, min, max, greedy }: AST.Quantifier, back: boolean): void => {
    if (max === 0) return;
    const isLetter = !('alternatives' in element) && element.type !== 'Backreference';
    const most = isLetter ? MOST_LETTERS : MOST_ROUNDS;
    const nullable = !isLetter && mayBeEmpty(element);
    // `x+` needs no copy of x, but where a first round may be empty and others may not
    const turns = max > most && max !== min && min > 0 && !nullable;
    for (let i = turns ? 1 : 0; i < Math.min(min, most); i++) compileElement(element, back);
    if (min === max) return;
    const way = (): Extract<Step, { op: 'split' }> => push({ op: 'split', first: 0, second: 0 });
    const choose = (split: Extract<Step, { op: 'split' }>, inside: number, after: number): void => {
      split.first = greedy ? inside : after;
      split.second = greedy ? after : inside;
    };
    const round = (): void => {
      const slot = nullable ? slots++ : -1;
      if (nullable) push({ op: 'mark', slot });
      compileElement(element, back);
      if (nullable) push({ op: 'moved', slot });
    };
    if (turns) {
      const at = steps.length;
      compileElement(element, back);
      const split = way();
      return choose(split, at, steps.length);
    }
    if (max > most) {
      const at = steps.length;
      const split = way();
      round();
      push({ op: 'jump', to: at });
      return choose(split, at + 1, steps.length);
    }
    const splits: [Extract<Step, { op: 'split' }>, number][] = [];
    for (let i = min; i < max; i++) {
      splits.push([way(), steps.length]);
      round();
    }
    for (const [split, inside] of splits) choose(split, inside, steps.length);
  };

  alternatives(pattern.alternatives, false);
  push({ op: 'match' });
  return { steps, slots };
}

function mayBeEmpty(node: AST.Element): boolean {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.some((alternative) => alternative.elements.every(mayBeEmpty));
    case 'Quantifier':
      return node.min === 0 || mayBeEmpty(node.element);
    case 'Assertion':
    case 'Backreference':
      return true;
    default:
      return false;
  }
}
