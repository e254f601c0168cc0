/** Text as parts and holes: what concatenation, templates and joins make. */
import type { TSESTree } from '@typescript-eslint/utils';
import { STRING_KEEPS } from './mask.ts';
import { clearedByPrefix, HOLE } from './prefix.ts';
import { Type } from '../value/value.ts';
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

export class TextBuilder {
  private readonly parts: string[] = [''];
  private readonly holes: Hole[] = [];
  private taints: readonly Taint[] = [];
  private literal = true;
  private overflow = false;
  /** How the text begins, holes marked. */
  private head = '';

  addConstant(text: string): this {
    this.parts[this.parts.length - 1] += text;
    this.lead(text);
    return this;
  }

  add(value: Fact, node: TSESTree.Node): this {
    // what stands before it decides what it can still do: no option, no host, no absolute path
    const taints = this.head === '' ? value.taints : filterTaints(value.taints, ~clearedByPrefix(this.head));
    this.taints = joinTaints(this.taints, taints);
    this.literal &&= value.literal;
    const text = textOf(value, node);
    if (this.holes.length + text.holes.length > MOST_HOLES) this.overflow = true;
    else {
      this.addConstant(text.parts[0] ?? '');
      text.holes.forEach((hole, i) => {
        this.holes.push(hole);
        this.parts.push(text.parts[i + 1] ?? '');
        this.lead(HOLE + (text.parts[i + 1] ?? ''));
      });
    }
    return this;
  }

  private lead(text: string): void {
    if (this.head.length < LEAD) this.head += text.slice(0, LEAD);
  }

  done(ident: number): Fact {
    // whatever went in, a text has no members
    const taints = filterTaints(this.taints, STRING_KEEPS);
    if (this.overflow) return fact({ types: Type.string, literal: this.literal, taints, ident, text: { parts: [], holes: this.holes, known: false } });
    if (this.holes.length === 0) return constantFact(this.parts[0] ?? '');
    return fact({ types: Type.string, literal: this.literal, taints, ident, text: { parts: this.parts, holes: this.holes, known: true } });
  }
}
