/** Text as parts and holes: what concatenation, templates and joins make. */
import type { TSESTree } from '@typescript-eslint/utils';
import { DOTTED, SEPARATED } from '../../model/kinds.ts';
import { STRING_KEEPS } from './mask.ts';
import { clearedByPrefix, HOLE } from './prefix.ts';
import { TEXTLESS, Type } from '../value/value.ts';
import { constantFact, fact, filterTaints, joinTaints, type Fact, type Hole, type Taint, type Text } from './fact.ts';

const MOST_HOLES = 64;
/** No host is longer. */
const LEAD = 300;

/** A fact as text; `node` is where a hole would be. */
export function textOf(value: Fact, node: TSESTree.Node): Text {
  if (value.constant) return { parts: [String(value.constant.value)], holes: [], known: true };
  if (value.text?.known) return value.text;
  return { parts: ['', ''], holes: [{ node, fact: value }], known: true };
}

/** What stands before or after a value in the same name of a path, and is more than dots: the name is not `..`. */
const NAMED_AFTER = /[^\\/]*[^\\/.\s][^\\/]*$/;
const NAMED_BEFORE = /^[^\\/]*[^\\/.\s]/;

/** Without a separator in it, a value that is part of a name does not climb. */
const asNames = (taints: readonly Taint[]): readonly Taint[] =>
  taints.some((t) => (t.mask & (DOTTED | SEPARATED)) === DOTTED) ? taints.map((t) => ((t.mask & SEPARATED) === 0 ? { ...t, mask: t.mask & ~DOTTED } : t)) : taints;

const mayHoldSeparator = ({ types, taints }: Fact): boolean => (types & ~TEXTLESS) !== 0 && (taints.length === 0 || taints.some((t) => (t.mask & SEPARATED) !== 0));

/** After this they may hold separators. */
export const separated = (taints: readonly Taint[]): readonly Taint[] => (taints.every((t) => (t.mask & SEPARATED) !== 0) ? taints : taints.map((t) => ({ ...t, mask: t.mask | SEPARATED })));

export class TextBuilder {
  private readonly parts: string[] = [''];
  private readonly holes: Hole[] = [];
  private taints: readonly Taint[] = [];
  private literal = true;
  private overflow = false;
  /** Of the value that came last: what follows it may still say something of it. */
  private last: readonly Taint[] = [];
  /** How the text begins, holes marked. */
  private head = '';

  addConstant(text: string): this {
    if (text === '') return this;
    if (this.last.length > 0) this.settle(NAMED_BEFORE.test(text));
    this.parts[this.parts.length - 1] += text;
    this.lead(text);
    return this;
  }

  add(value: Fact, node: TSESTree.Node): this {
    // what stands before it decides what it can still do: no option, no host, no absolute path
    const taints = this.head === '' ? value.taints : filterTaints(value.taints, ~clearedByPrefix(this.head));
    const text = textOf(value, node);
    if (text.parts[0] === '') this.settle(false);
    const named = NAMED_AFTER.test(this.parts.at(-1) ?? '');
    this.literal &&= value.literal;
    if (this.holes.length + text.holes.length > MOST_HOLES) this.overflow = true;
    else {
      this.addConstant(text.parts[0] ?? '');
      text.holes.forEach((hole, i) => {
        this.holes.push(hole);
        this.parts.push(text.parts[i + 1] ?? '');
        this.lead(HOLE + (text.parts[i + 1] ?? ''));
      });
    }
    this.last = named ? asNames(taints) : taints;
    return this;
  }

  /** The value that came last is followed by text: by a part of the same name, or not. */
  private settle(named: boolean): void {
    this.taints = joinTaints(this.taints, named ? asNames(this.last) : this.last);
    this.last = [];
  }

  private lead(text: string): void {
    if (this.head.length < LEAD) this.head += text.slice(0, LEAD);
  }

  done(ident: number): Fact {
    this.settle(false);
    // whatever went in, a text has no members
    let taints = filterTaints(this.taints, STRING_KEEPS);
    if (taints.some((t) => (t.mask & SEPARATED) === 0) && (this.overflow || this.parts.some((part) => /[\\/]/.test(part)) || this.holes.some((hole) => mayHoldSeparator(hole.fact)))) taints = separated(taints);
    if (this.overflow) return fact({ types: Type.string, literal: this.literal, taints, ident, text: { parts: [], holes: this.holes, known: false } });
    if (this.holes.length === 0) return constantFact(this.parts[0] ?? '');
    return fact({ types: Type.string, literal: this.literal, taints, ident, text: { parts: this.parts, holes: this.holes, known: true } });
  }
}
