/**
 * What each place holds at a point of the walk. A branch is an overlay on its parent; a join costs what was written in the
 * branches. Guards are kept by the identity of the value that they speak of, so that an alias shares them and a new value has none.
 */
import { filterTaints, joinFacts, joinTaints, type Fact } from '../fact/fact.ts';
import { commonlyCleared, lostBy } from '../fact/mask.ts';
import { ABSOLUTE, OUTSIDE } from '../../model/kinds.ts';
import { EVERY_VALUE } from '../safety/guards.ts';

/** Overlays over which reads are remembered. */
const DEEP = 6;

const NOTHING: ReadonlyMap<number, number> = new Map();

export class State {
  readonly parent: State | undefined;
  /** Made when first written: most branches write nothing. */
  private own: Map<number, Fact> | undefined;
  private cleared: Map<number, number> | undefined;

  private read: Map<number, Fact | null> | undefined;
  private readCleared: Map<number, number> | undefined;
  private readonly depth: number;
  /** What any state of this walk ever wrote or cleared: most questions are about what none did. */
  private readonly ever: { readonly places: Set<number>; readonly idents: Set<number>; readonly missed: Set<number>; readonly put: Map<number, number> };

  constructor(parent?: State) {
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
    this.ever = parent?.ever ?? { places: new Set(), idents: new Set(), missed: new Set(), put: new Map() };
  }

  get(place: number): Fact | undefined {
    const found = this.ever.places.has(place) ? this.find(place) : undefined;
    if (!found) this.ever.missed.add(place);
    return found;
  }

  private find(place: number): Fact | undefined {
    const own = this.own?.get(place);
    if (own || !this.parent) return own;
    if (this.depth < DEEP) return this.parent.find(place);
    // far up: remembered, since nothing under an overlay changes while it is the one in use
    const known = this.read?.get(place);
    if (known !== undefined) return known ?? undefined;
    const found = this.parent.find(place);
    (this.read ??= new Map()).set(place, found ?? null);
    return found;
  }

  set(place: number, value: Fact): void {
    this.ever.places.add(place);
    this.facts.set(place, value);
  }

  private get facts(): Map<number, Fact> {
    return (this.own ??= new Map<number, Fact>());
  }

  /** Bits that a guard has cleared of the value `ident`. */
  clearedOf(ident: number): number {
    if (ident === 0 || !this.ever.idents.has(ident)) return 0;
    const own = this.cleared?.get(ident);
    if (own !== undefined || !this.parent) return own ?? 0;
    if (this.depth < DEEP) return this.parent.clearedOf(ident);
    const known = this.readCleared?.get(ident);
    if (known !== undefined) return known;
    const found = this.parent.clearedOf(ident);
    (this.readCleared ??= new Map()).set(ident, found);
    return found;
  }

  clear(ident: number, mask: number): void {
    if (ident === 0) return;
    const before = this.clearedOf(ident);
    if ((before | mask) !== before) this.setCleared(ident, before | mask);
  }

  private setCleared(ident: number, mask: number): void {
    this.ever.idents.add(ident);
    (this.cleared ??= new Map()).set(ident, mask);
  }

  /** All that guards have cleared, by identity. */
  allCleared(): ReadonlyMap<number, number> {
    let result: Map<number, number> | undefined;
    for (let s: State | undefined = this; s; s = s.parent) {
      if (!s.cleared) continue;
      if (!result) result = new Map(s.cleared);
      else for (const [k, v] of s.cleared) if (!result.has(k)) result.set(k, v);
    }
    return result ?? NOTHING;
  }

  /** A new value under this identity: no guard has spoken of it. */
  reset(ident: number): void {
    if (ident !== 0 && this.clearedOf(ident) !== 0) this.setCleared(ident, 0);
  }

  /** The same overlay on another state. */
  rebased(base: State): State {
    const result = new State(base);
    if (this.own) result.own = new Map(this.own);
    if (this.cleared) result.cleared = new Map(this.cleared);
    if (base.ever !== this.ever) {
      for (const k of this.own?.keys() ?? []) base.ever.places.add(k);
      for (const k of this.cleared?.keys() ?? []) base.ever.idents.add(k);
    }
    return result;
  }

  /** Joins what was known of a loop's head when it was last left. */
  growFrom(head: State, phi: (place: number) => number): void {
    this.grow(head.rebased(this), phi);
  }

  fork(): State {
    return new State(this);
  }

  /** Something was put into the value `ident`, which no member shows: it is kept at this place. */
  put(ident: number, place: number, value: Fact): void {
    this.ever.put.set(ident, place);
    const before = this.get(place);
    this.set(place, before ? joinFacts(before, value) : value);
  }

  private withPut(value: Fact): Fact {
    const place = this.ever.put.get(value.ident);
    const put = place === undefined ? undefined : this.get(place);
    const taints = put ? joinTaints(value.taints, put.taints) : value.taints;
    return taints === value.taints ? value : { ...value, taints, literal: false };
  }

  /** The fact with what was put into it, without what guards have cleared of it. */
  bake(given: Fact): Fact {
    const value = this.ever.put.size === 0 ? given : this.withPut(given);
    const mask = value.taints.length > 0 ? this.clearedOf(value.ident) | this.clearedOf(EVERY_VALUE) | this.clearedOfStart(value) : 0;
    if (mask === 0) return value;
    const taints = filterTaints(value.taints, ~lostBy(mask));
    return taints === value.taints ? value : { ...value, taints };
  }

  /** What a check of the beginning said of the value that this one begins with: `file` lies in the folder, so `${file}.gz` does. */
  private clearedOfStart({ text }: Fact): number {
    if (!text?.known || text.parts[0] !== '') return 0;
    const [first, ...rest] = text.holes;
    return first && rest.every((hole) => hole.fact.taints.length === 0) ? this.clearedOf(first.fact.ident) & (ABSOLUTE | OUTSIDE) : 0;
  }

  /** Everything written above `base`, as one overlay on it: for a jump out of several branches. */
  flattened(base: State): State {
    if (this.parent === base) return this;
    const result = new State(base);
    const chain: State[] = [];
    for (let s: State | undefined = this; s && s !== base; s = s.parent) chain.push(s);
    for (const s of chain.reverse()) {
      if (s.own) for (const [k, v] of s.own) result.facts.set(k, v);
      if (s.cleared) for (const [k, v] of s.cleared) result.setCleared(k, v);
    }
    return result;
  }

  /**
   * Joins the ends of branches, each an overlay on this state, into it. `soft`: values that only an unknown check spoke of:
   * where both branches go on, it proved nothing.
   */
  merge(ends: readonly State[], phi: (place: number) => number, soft?: ReadonlyMap<number, number>): void {
    const overlays = ends.map((end) => end.flattened(this));
    const [only] = overlays;
    if (!only) return;
    if (overlays.length === 1) {
      if (only.own) for (const [k, v] of only.own) this.facts.set(k, v);
      if (only.cleared) for (const [k, v] of only.cleared) this.setCleared(k, v);
      return;
    }
    const places = new Set<number>();
    const idents = new Set<number>();
    for (const overlay of overlays) {
      if (overlay.own) for (const k of overlay.own.keys()) places.add(k);
      if (overlay.cleared) for (const k of overlay.cleared.keys()) idents.add(k);
    }
    const joined = new Map<number, Fact>();
    const reborn: number[] = [];
    for (const place of places) {
      const held: { readonly overlay: State; readonly value: Fact }[] = [];
      for (const overlay of overlays) {
        const value = overlay.own?.get(place) ?? this.get(place);
        if (value) held.push({ overlay, value });
      }
      const first = held[0]?.value;
      // where the values differ each goes in as the guards of its own way left it
      const baked = held.some(({ value }) => value.ident !== first?.ident);
      let result: Fact | undefined;
      for (const { overlay, value } of held) {
        const one = baked ? overlay.bake(value) : value;
        result = result ? joinFacts(result, one) : one;
      }
      if (!result) continue;
      if (baked || (result.ident === 0 && result.taints.length > 0)) {
        const ident = phi(place);
        result = { ...result, ident };
        reborn.push(ident);
      }
      joined.set(place, result);
    }
    for (const ident of idents) {
      let mask = -1;
      for (const overlay of overlays) mask = commonlyCleared(mask, overlay.clearedOf(ident));
      // what holds only while the other way is closed
      if (soft?.has(ident)) mask = this.clearedOf(ident) | (mask & ~(soft.get(ident) ?? 0));
      // most guards end with their branch: what is as it was before is not written, or nested branches would pile it up
      if (mask !== this.clearedOf(ident)) this.setCleared(ident, mask);
    }
    for (const [place, value] of joined) this.facts.set(place, value);
    for (const ident of reborn) this.reset(ident);
  }

  /** Joins what `end` (an overlay on this state) wrote into this state, a loop's head; true if anything grew. */
  grow(end: State, phi: (place: number) => number): boolean {
    const overlay = end.flattened(this);
    const asked = this.ever.missed;
    let grew = false;
    for (const [place, value] of overlay.own ?? []) {
      const before = this.find(place);
      if (!before) {
        // first written in the loop: on the next round it is as it was left, or not yet there; most are never asked for before
        this.facts.set(place, overlay.bake(value));
        this.ever.places.add(place);
        grew ||= asked.has(place);
        continue;
      }
      if (before === value) continue;
      let result = joinFacts(this.bake(before), overlay.bake(value));
      if (before.ident !== value.ident && result.taints.length > 0) result = { ...result, ident: phi(place) };
      if (result.ident !== before.ident && result.ident !== 0) this.setCleared(result.ident, 0);
      if (!sameForLoop(before, result)) {
        this.facts.set(place, result);
        grew = true;
      }
    }
    if (overlay.cleared) {
      for (const ident of overlay.cleared.keys()) {
        const before = this.clearedOf(ident);
        const mask = before & overlay.clearedOf(ident);
        if (mask !== before) {
          this.setCleared(ident, mask);
          grew = true;
        }
      }
    }
    return grew;
  }
}

const sameForLoop = (a: Fact, b: Fact): boolean =>
  a.types === b.types && a.literal === b.literal && (a.constant === undefined) === (b.constant === undefined) && a.refs.length === b.refs.length && a.taints.length === b.taints.length && a.taints.every((t, i) => t.mask === b.taints[i]?.mask && t.origin === b.taints[i]?.origin) && (a.text?.known ?? false) === (b.text?.known ?? false);
