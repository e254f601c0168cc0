/**
 * Texts that a pattern can take in many ways. Two ways round one loop for the same text, and each round doubles them: exponential. A
 * text that a loop takes, and the next loop, and that leads from the one to the other: polynomial. What is found is tried out, so edges
 * and lookarounds need not be understood here.
 */
import type { Alphabet } from './alphabet.ts';
import type { Graph } from './graph.ts';

/** Letters: what leads to the loop, and what is repeated. */
export interface Attack {
  readonly prefix: readonly number[];
  readonly pump: readonly number[];
}

const MOST_PAIRS = 30_000;
const MOST_TRIPLES = 60_000;
/** Of one search from a loop to another. */
const MOST_TRIPLES_EACH = 3000;
const MOST_ATTACKS = 6;

export class Ambiguity {
  private readonly graph: Graph;
  private readonly alphabet: Alphabet;
  private readonly favourite: number;
  private readonly commons = new Map<number, bigint>();
  private budget = 0;

  /** `favourite`: the letter to take wherever it can be. */
  constructor(graph: Graph, alphabet: Alphabet, favourite = -1) {
    this.favourite = favourite;
    this.graph = graph;
    this.alphabet = alphabet;
  }

  /** Two ways round one loop. */
  exponential(): Attack[] {
    const attacks: Attack[] = [];
    this.budget = MOST_PAIRS;
    const byLoop = new Map<number, number[]>();
    this.graph.loops.forEach((loop, node) => {
      if (loop < 0 || node === this.graph.search) return;
      const members = byLoop.get(loop);
      if (members) members.push(node);
      else byLoop.set(loop, [node]);
    });
    for (const [loop, members] of byLoop) {
      if (attacks.length < MOST_ATTACKS) attacks.push(...this.doubled(loop, members).slice(0, MOST_ATTACKS - attacks.length));
    }
    return attacks;
  }

  /** A loop, and one after it that takes the same; the search for a place to begin is the first of all loops. */
  polynomial(): Attack[] {
    const { graph } = this;
    const attacks: Attack[] = [];
    this.budget = MOST_TRIPLES;
    const inLoops = graph.loops.flatMap((loop, node) => (loop >= 0 && node !== graph.search ? [node] : []));
    const seen = new Set<string>();
    const add = (p: number, pump: readonly number[]): void => {
      const prefix = this.wayTo(p);
      const key = `${prefix?.join() ?? ''} ${pump.join()}`;
      if (!prefix || seen.has(key) || attacks.length >= MOST_ATTACKS) return;
      seen.add(key);
      attacks.push({ prefix, pump });
    };
    for (const p of graph.search === undefined ? inLoops : [...inLoops, graph.search]) {
      const after = this.reachable(p);
      for (const q of inLoops) {
        if (graph.loops[p] === graph.loops[q] || !after.has(q) || attacks.length >= MOST_ATTACKS) continue;
        for (const pump of this.shared(p, q)) add(p, pump);
      }
    }
    return attacks;
  }

  private doubled(loop: number, members: readonly number[]): Attack[] {
    const { graph } = this;
    const attacks: Attack[] = [];
    const inside = (node: number): boolean => graph.loops[node] === loop;
    const found = (start: number, word: readonly number[], at: number): void => {
      const round = this.path(at, start, inside);
      const prefix = this.wayTo(start);
      if (round && prefix) attacks.push({ prefix, pump: [...word, ...round] });
    };
    const size = graph.sets.length;
    const visited = new Map<number, { readonly start: number; readonly word: readonly number[] }>();
    let queue: number[] = [];
    const visit = (start: number, word: readonly number[], a: number, b: number): void => {
      const key = Math.min(a, b) * size + Math.max(a, b);
      if (visited.has(key)) return;
      visited.set(key, { start, word });
      queue.push(key);
    };
    const step = (start: number, word: readonly number[], a: number, b: number): void => {
      for (const one of graph.next[a] ?? []) {
        if (!inside(one.to)) continue;
        for (const other of graph.next[b] ?? []) {
          if (!inside(other.to) || --this.budget < 0 || attacks.length >= 3) continue;
          const same = one.to === other.to;
          // from one node, only a way that is there twice leads to one node in two ways
          if (a === b && (other.to < one.to || (same && !one.twice))) continue;
          const letter = this.pick(this.common(graph.sets[one.to] ?? 0, graph.sets[other.to] ?? 0));
          if (letter < 0) continue;
          if (same) found(start, [...word, letter], one.to);
          else visit(start, [...word, letter], one.to, other.to);
        }
      }
    };
    for (const node of members) step(node, [], node, node);
    while (queue.length > 0 && attacks.length < 3 && this.budget > 0) {
      const now = queue;
      queue = [];
      for (const key of now) {
        const state = visited.get(key);
        if (state) step(state.start, state.word, Math.floor(key / size), key % size);
      }
    }
    return attacks;
  }

  /** Texts that lead from p to p, from p to q and from q to q. */
  private shared(p: number, q: number): number[][] {
    const { graph } = this;
    const loopP = graph.loops[p];
    const loopQ = graph.loops[q];
    const sets = graph.sets.map((set) => this.alphabet.sets[set] ?? 0n);
    // the usual case, and with several letters to try
    const selfish = (node: number): boolean => graph.next[node]?.some(({ to }) => to === node) === true;
    const letters = (sets[p] ?? 0n) & (sets[q] ?? 0n);
    if (letters !== 0n && selfish(p) && selfish(q) && graph.next[p]?.some(({ to }) => to === q)) return this.several(letters).map((letter) => [letter]);
    const size = graph.sets.length;
    const visited = new Set<number>();
    let queue: { readonly x: number; readonly y: number; readonly z: number; readonly word: readonly number[] }[] = [{ x: p, y: p, z: q, word: [] }];
    let left = MOST_TRIPLES_EACH;
    while (queue.length > 0) {
      const now = queue;
      queue = [];
      for (const { x, y, z, word } of now) {
        for (const { to: z2 } of graph.next[z] ?? []) {
          if (graph.loops[z2] !== loopQ) continue;
          for (const { to: x2 } of graph.next[x] ?? []) {
            if (graph.loops[x2] !== loopP) continue;
            const both = (sets[x2] ?? 0n) & (sets[z2] ?? 0n);
            if (both === 0n) continue;
            for (const { to: y2 } of graph.next[y] ?? []) {
              if (--left < 0 || --this.budget < 0) return [];
              const all = both & (sets[y2] ?? 0n);
              if (all === 0n) continue;
              const longer = [...word, this.pick(all)];
              if (x2 === p && y2 === q && z2 === q) return longer.length > 1 ? [longer] : this.several(all).map((letter) => [letter]);
              const key = (x2 * size + y2) * size + z2;
              if (visited.has(key)) continue;
              visited.add(key);
              queue.push({ x: x2, y: y2, z: z2, word: longer });
            }
          }
        }
      }
    }
    return [];
  }

  private readonly reached = new Map<number, ReadonlySet<number>>();

  private reachable(from: number): ReadonlySet<number> {
    let set = this.reached.get(from);
    if (set) return set;
    const found = new Set<number>();
    const todo = [from];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      for (const { to } of this.graph.next[node] ?? []) {
        if (found.has(to)) continue;
        found.add(to);
        todo.push(to);
      }
    }
    this.reached.set(from, (set = found));
    return set;
  }

  /** A text after which the matcher may stand at the node. */
  private wayTo(node: number): readonly number[] | undefined {
    return node === this.graph.search ? [] : this.search(this.graph.first, node, () => true);
  }

  /** The letters from one node to another; none where they are the same. */
  private path(from: number, to: number, inside: (node: number) => boolean): readonly number[] | undefined {
    return from === to ? [] : this.search(this.graph.next[from] ?? [], to, inside);
  }

  private search(start: Graph['first'], goal: number, inside: (node: number) => boolean): readonly number[] | undefined {
    const visited = new Set<number>();
    let queue: { readonly node: number; readonly word: readonly number[] }[] = [];
    const add = (node: number, word: readonly number[]): void => {
      if (visited.has(node) || !inside(node)) return;
      const letter = this.pick(this.alphabet.sets[this.graph.sets[node] ?? 0] ?? 0n);
      visited.add(node);
      if (letter >= 0) queue.push({ node, word: [...word, letter] });
    };
    for (const { to } of start) add(to, []);
    while (queue.length > 0) {
      const hit = queue.find(({ node }) => node === goal);
      if (hit) return hit.word;
      const now = queue;
      queue = [];
      for (const { node, word } of now) for (const { to } of this.graph.next[node] ?? []) add(to, word);
    }
    return undefined;
  }

  private common(a: number, b: number): bigint {
    const key = a < b ? a * 10_000 + b : b * 10_000 + a;
    let both = this.commons.get(key);
    if (both === undefined) this.commons.set(key, (both = (this.alphabet.sets[a] ?? 0n) & (this.alphabet.sets[b] ?? 0n)));
    return both;
  }

  private pick(letters: bigint): number {
    if (letters === 0n) return -1;
    if (this.favourite >= 0 && ((letters >> BigInt(this.favourite)) & 1n) === 1n) return this.favourite;
    for (let letter = 0; ; letter++) if (((letters >> BigInt(letter)) & 1n) === 1n) return letter;
  }

  private several(letters: bigint): number[] {
    const result: number[] = [];
    for (let i = 0; i < this.alphabet.characters.length && result.length < 4; i++) if (((letters >> BigInt(i)) & 1n) === 1n) result.push(i);
    return result;
  }
}
