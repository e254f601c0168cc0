/** The places of a pattern where it takes a letter, and which may follow which. What takes no letter is passed over. */
import type { Alphabet } from './alphabet.ts';
import type { Program } from './program.ts';

export interface Edge {
  readonly to: number;
  /** There are two ways, with nothing taken between. */
  readonly twice: boolean;
}

export interface Graph {
  /** The set of letters of each node. */
  readonly sets: readonly number[];
  /** What may follow the letter of each node. */
  readonly next: readonly (readonly Edge[])[];
  /** What may come first. */
  readonly first: readonly Edge[];
  /** The node that stands for the search moving on; undefined where the pattern is tried at one place only. */
  readonly search: number | undefined;
  /** Strongly connected nodes have one number; alone and without a way to itself, -1. */
  readonly loops: readonly number[];
}

const MOST_EDGES = 20_000;

export function graphOf({ steps }: Program, alphabet: Alphabet, searches: boolean): Graph | undefined {
  const nodeAt = new Map<number, number>();
  const sets: number[] = [];
  steps.forEach((step, at) => {
    if (step.op !== 'letter') return;
    nodeAt.set(at, sets.length);
    sets.push(step.set);
  });
  let edges = 0;
  const follow = (from: number): readonly Edge[] => {
    const found = new Map<number, number>();
    const visits = new Map<number, number>();
    const todo: (readonly [at: number, entered: readonly number[]])[] = [[from, []]];
    for (let item = todo.pop(); item; item = todo.pop()) {
      const [at, entered] = item;
      // two ways to a step are enough to know
      const times = visits.get(at) ?? 0;
      if (times >= 2) continue;
      visits.set(at, times + 1);
      const step = steps[at];
      switch (step?.op) {
        case 'letter': {
          const node = nodeAt.get(at) ?? 0;
          found.set(node, (found.get(node) ?? 0) + 1);
          break;
        }
        case 'split':
          todo.push([step.second, entered], [step.first, entered]);
          break;
        case 'jump':
          todo.push([step.to, entered]);
          break;
        case 'look':
          todo.push([step.after, entered], [at + 1, entered]);
          break;
        case 'mark':
          todo.push([at + 1, [...entered, step.slot]]);
          break;
        case 'moved':
          if (!entered.includes(step.slot)) todo.push([at + 1, entered]);
          break;
        case 'match':
        case undefined:
          break;
        default:
          todo.push([at + 1, entered]);
      }
    }
    edges += found.size;
    return [...found].map(([to, times]) => ({ to, twice: times > 1 }));
  };
  const first = follow(0);
  const next: (readonly Edge[])[] = [];
  for (const at of nodeAt.keys()) {
    next.push(follow(at + 1));
    if (edges > MOST_EDGES) return undefined;
  }
  let search: number | undefined;
  if (searches) {
    search = sets.length;
    sets.push(alphabet.all);
    next.push([...first.map(({ to }) => ({ to, twice: false })), { to: search, twice: false }]);
  }
  return { sets, next, first, search, loops: loopsOf(next) };
}

/** Tarjan's components, by a list and not by recursion. */
function loopsOf(next: Graph['next']): number[] {
  const index: number[] = [];
  const low: number[] = [];
  const loops = next.map(() => -1);
  const stack: number[] = [];
  const onStack = new Set<number>();
  let count = 0;
  for (let root = 0; root < next.length; root++) {
    if (index[root] !== undefined) continue;
    const work: { readonly node: number; edge: number }[] = [];
    const enter = (node: number): void => {
      index[node] = low[node] = count++;
      stack.push(node);
      onStack.add(node);
      work.push({ node, edge: 0 });
    };
    enter(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { node } = frame;
      const edge = next[node]?.[frame.edge++];
      if (edge) {
        if (index[edge.to] === undefined) enter(edge.to);
        else if (onStack.has(edge.to)) low[node] = Math.min(low[node] ?? 0, index[edge.to] ?? 0);
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) low[above.node] = Math.min(low[above.node] ?? 0, low[node] ?? 0);
      if (low[node] !== index[node]) continue;
      const members: number[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        members.push(member);
        if (member === node) break;
      }
      if (members.length > 1 || next[node]?.some(({ to }) => to === node)) for (const member of members) loops[member] = node;
    }
  }
  return loops;
}
