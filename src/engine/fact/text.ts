/** Text as parts and holes: what concatenation, templates and joins make. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ABSOLUTE } from '../../model/kinds.ts';
import { clearedByPrefix } from './prefix.ts';
import { Type } from '../value/value.ts';
import { constantFact, fact, filterTaints, joinTaints, type Fact, type Hole, type Taint, type Text } from './fact.ts';

const MOST_HOLES = 64;

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

  addConstant(text: string): this {
    this.parts[this.parts.length - 1] += text;
    return this;
  }

  add(value: Fact, node: TSESTree.Node): this {
    // what stands before it decides what it can still do: no option, no host, no absolute path
    const prefix = this.parts[0] ?? '';
    const below = this.holes.length > 0 || this.parts.length > 1 ? ABSOLUTE : 0;
    const taints = prefix === '' && below === 0 ? value.taints : filterTaints(value.taints, ~(prefix === '' ? below : clearedByPrefix(prefix)));
    this.taints = joinTaints(this.taints, taints);
    this.literal &&= value.literal;
    const text = textOf(value, node);
    if (this.holes.length + text.holes.length > MOST_HOLES) this.overflow = true;
    else {
      this.addConstant(text.parts[0] ?? '');
      text.holes.forEach((hole, i) => {
        this.holes.push(hole);
        this.parts.push(text.parts[i + 1] ?? '');
      });
    }
    return this;
  }

  done(ident: number): Fact {
    if (this.overflow) return fact({ types: Type.string, literal: this.literal, taints: this.taints, ident, text: { parts: [], holes: this.holes, known: false } });
    if (this.holes.length === 0) return constantFact(this.parts[0] ?? '');
    return fact({ types: Type.string, literal: this.literal, taints: this.taints, ident, text: { parts: this.parts, holes: this.holes, known: true } });
  }
}
