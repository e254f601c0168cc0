/**
 * The order of the walk: callees before callers, components bottom up, then a worklist until nothing changes.
 * No recursion, so that a chain of any length does not overflow.
 */
import type { FunctionInfo } from '../project/source.ts';

/** Functions such that what one uses comes before it, as far as there is no circle (Tarjan's components, by a stack). */
export function bottomUp(functions: readonly FunctionInfo[]): FunctionInfo[] {
  const index = new Map<FunctionInfo, number>();
  const low = new Map<FunctionInfo, number>();
  const onStack = new Set<FunctionInfo>();
  const stack: FunctionInfo[] = [];
  const order: FunctionInfo[] = [];
  let count = 0;
  for (const root of functions) {
    if (index.has(root)) continue;
    const work: { readonly fn: FunctionInfo; readonly uses: Iterator<FunctionInfo> }[] = [];
    const enter = (fn: FunctionInfo): void => {
      index.set(fn, count);
      low.set(fn, count++);
      stack.push(fn);
      onStack.add(fn);
      work.push({ fn, uses: fn.uses.values() });
    };
    enter(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const next = frame.uses.next();
      if (!next.done) {
        const used = next.value;
        if (!index.has(used)) enter(used);
        else if (onStack.has(used)) low.set(frame.fn, Math.min(low.get(frame.fn) ?? 0, index.get(used) ?? 0));
        continue;
      }
      work.pop();
      const { fn } = frame;
      const parent = work.at(-1);
      if (parent) low.set(parent.fn, Math.min(low.get(parent.fn) ?? 0, low.get(fn) ?? 0));
      if (low.get(fn) !== index.get(fn)) continue;
      const component: FunctionInfo[] = [];
      for (let member = stack.pop(); member; member = stack.pop()) {
        onStack.delete(member);
        component.push(member);
        if (member === fn) break;
      }
      order.push(...component);
    }
  }
  return order;
}

/** Walks `fn` again while something it rests on has changed; `most` walks of one function. */
export class Worklist {
  private readonly rank = new Map<FunctionInfo, number>();
  private readonly walks = new Map<FunctionInfo, number>();
  private readonly most: number;

  constructor(order: readonly FunctionInfo[], most: number) {
    order.forEach((fn, i) => this.rank.set(fn, i));
    this.most = most;
  }

  /** Runs until `pending` is empty; `visit` adds to it. */
  run(pending: Set<FunctionInfo>, visit: (fn: FunctionInfo) => void): void {
    while (pending.size > 0) {
      const batch = [...pending].sort((a, b) => (this.rank.get(a) ?? 0) - (this.rank.get(b) ?? 0));
      pending.clear();
      for (const fn of batch) {
        pending.delete(fn);
        const times = this.walks.get(fn) ?? 0;
        if (times >= this.most) continue;
        this.walks.set(fn, times + 1);
        visit(fn);
      }
    }
  }
}
