/** A callee's facts in a caller's terms: each symbol replaced by what the caller knows it to be. Pure but for copies of objects. */
import { DOTTED, EVERYTHING, SEPARATED, SURE } from '../../model/kinds.ts';
import { fact, filterTaints, joinRefs, joinTaints, unseenTaints, type Fact, type Hole, type Ref, type Taint } from '../fact/fact.ts';
import { TextBuilder } from '../fact/text.ts';
import { addStep, concatSteps, type Steps } from '../fact/witness.ts';
import type { Sym } from '../value/value.ts';

export interface Resolver {
  /** What the symbol is here; undefined: a symbol of the caller as well, kept as it is. */
  resolve(sym: Sym): Fact | undefined;
  /** The caller's copy of an object of the callee. */
  copyObject(ref: Extract<Ref, { k: 'obj' }>): Ref;
  readonly step: { readonly text: string; readonly line: number };
}

export class Substitution {
  private readonly resolver: Resolver;
  private readonly memo = new Map<Fact, Fact>();
  private depth = 0;

  constructor(resolver: Resolver) {
    this.resolver = resolver;
  }

  fact(f: Fact): Fact {
    if (f.taints.length === 0 && f.refs.length === 0 && !f.text) return f;
    const known = this.memo.get(f);
    if (known) return known;
    if (this.depth > 6) return { ...f, refs: [], text: undefined, taints: this.taints(f.taints) };
    this.depth++;
    const result = this.compute(f);
    this.depth--;
    this.memo.set(f, result);
    return result;
  }

  private compute(f: Fact): Fact {
    const [ref] = f.refs;
    if (ref?.k === 'sym' && f.refs.length === 1 && f.ident === ref.id) {
      // the very value that the caller gave, maybe guarded on the way
      const actual = this.resolver.resolve(ref);
      if (!actual) return f;
      const [taint] = f.taints;
      if (f.taints.length === 0) return { ...actual, taints: [] };
      if (f.taints.length === 1 && taint?.origin.k === 'sym' && taint.origin.parent === ref && taint.origin.name === '[[text]]') return { ...actual, taints: this.taints(f.taints) };
      if (f.taints.length === 1 && taint?.origin === ref) {
        const taints = taint.mask === EVERYTHING && !taint.steps ? this.passed(actual.taints) : this.through(actual, taint);
        return taints === actual.taints ? actual : { ...actual, taints };
      }
    }
    let { types } = f;
    let refs: readonly Ref[] = [];
    let changed = false;
    for (const r of f.refs) {
      if (r.k === 'sym') {
        const actual = this.resolver.resolve(r);
        if (!actual) refs = joinRefs(refs, [r]);
        else {
          changed = true;
          refs = joinRefs(refs, actual.refs);
          types |= actual.types;
        }
      } else if (r.k === 'obj') {
        const copy = this.resolver.copyObject(r);
        changed ||= copy !== r;
        refs = joinRefs(refs, [copy]);
      } else if (r.k === 'fn' && (r.captures || r.boundThis || r.boundArguments)) {
        changed = true;
        refs = joinRefs(refs, [
          {
            ...r,
            captures: r.captures && new Map([...r.captures].map(([v, value]) => [v, this.fact(value)])),
            boundThis: r.boundThis && this.fact(r.boundThis),
            boundArguments: r.boundArguments?.map((a) => this.fact(a)),
          },
        ]);
      } else refs = joinRefs(refs, [r]);
    }
    const taints = this.taints(f.taints);
    if (f.text?.known) {
      const text = this.text(f, f.text.parts, f.text.holes);
      return { ...text, taints: asPaths(taints, text.taints), refs };
    }
    if (!changed && taints === f.taints && !f.text) return f;
    return { ...f, types, refs: changed ? refs : f.refs, taints, text: f.text && { ...f.text, holes: f.text.holes.map((h) => this.hole(h)) }, ident: changed ? 0 : f.ident };
  }

  private text(f: Fact, parts: readonly string[], holes: readonly Hole[]): Fact {
    const builder = new TextBuilder().addConstant(parts[0] ?? '');
    holes.forEach((hole, i) => {
      builder.add(this.fact(hole.fact), hole.node).addConstant(parts[i + 1] ?? '');
    });
    return builder.done(f.ident);
  }

  private hole(hole: Hole): Hole {
    const value = this.fact(hole.fact);
    return value === hole.fact ? hole : { node: hole.node, fact: value };
  }

  private taints(list: readonly Taint[]): readonly Taint[] {
    let result: readonly Taint[] = [];
    let same = true;
    for (const taint of list) {
      if (taint.origin.k !== 'sym') {
        result = joinTaints(result, [taint]);
        continue;
      }
      const actual = this.resolver.resolve(taint.origin);
      if (!actual) {
        result = joinTaints(result, [taint]);
        continue;
      }
      same = false;
      result = joinTaints(result, this.through(actual, taint));
    }
    return same ? list : result;
  }

  /** What the actual value brings along an edge. */
  private through(actual: Fact, edge: Taint): readonly Taint[] {
    if (actual.taints.length === 0) return actual.taints;
    return filterTaints(actual.taints, edge.mask).map((t) => ({ origin: t.origin, mask: t.mask, steps: concatSteps(this.stepped(t.steps), edge.steps) }));
  }

  private passed(list: readonly Taint[]): readonly Taint[] {
    return list.map((t) => ({ ...t, steps: this.stepped(t.steps) }));
  }

  private stepped(steps: Steps | undefined): Steps | undefined {
    return this.resolver.step.text === '' ? steps : addStep(steps, this.resolver.step.text, this.resolver.step.line);
  }
}

/** With the labels of paths as the text has them now: whether it may hold a separator, and climb. */
const asPaths = (taints: readonly Taint[], now: readonly Taint[]): readonly Taint[] =>
  taints.some((t) => (t.mask & SEPARATED) === 0)
    ? taints.map((t) => {
        const same = now.filter((other) => other.origin === t.origin);
        const labels = same.reduce((mask, other) => mask | (other.mask & (DOTTED | SEPARATED)), 0);
        return same.length > 0 ? { ...t, mask: (t.mask & (labels | ~DOTTED)) | (labels & SEPARATED) } : t;
      })
    : taints;

/** What an unknown function may make of these. */
export const mixture = (facts: readonly Fact[]): Fact => {
  let taints = unseenTaints;
  for (const f of facts) taints = joinTaints(taints, filterTaints(f.taints, ~SURE));
  return fact({ taints });
};
