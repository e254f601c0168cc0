/** Events of one file: what is emitted under a constant name arrives at the listeners of that name. */
import { fact, type Fact } from '../fact/fact.ts';
import { argument, type Args } from '../summary/summary.ts';
import type { CallNode } from '../project/source.ts';
import { basesOf } from './members.ts';
import { newObject } from './objects.ts';
import { writeCell, publish } from './writes.ts';
import type { Walk } from './walk.ts';

const LISTEN = new Set(['on', 'once', 'addListener', 'prependListener', 'addEventListener']);
const EMIT = new Set(['emit', 'dispatchEvent']);
const MOST_ARGUMENTS = 4;

/** Notes a call of `on` or `emit`, if it is one: the way goes through a cell for each argument. */
export function eventCall(walk: Walk, receiver: Fact, name: string, args: Args): void {
  const isEmit = EMIT.has(name);
  if (!isEmit && !LISTEN.has(name)) return;
  const event = argument(args, 0).constant?.value;
  if (typeof event !== 'string') return;
  const { world } = walk;
  for (const base of emitterBases(walk, receiver)) {
    const place = (i: number): number => world.ids.child(base, `[[event ${event} ${i}]]`);
    if (isEmit) {
      args.list.slice(1, 1 + MOST_ARGUMENTS).forEach((value, i) => {
        publish(walk, value, 0);
        writeCell(walk, place(i), value, false);
      });
      continue;
    }
    for (const ref of argument(args, 1).refs) {
      if (ref.k !== 'fn') continue;
      ref.fn.params.slice(0, MOST_ARGUMENTS).forEach((_, i) => {
        const value = world.readCell(place(i), walk.fn, false);
        if (value) world.seed(ref.fn, i, fact({ refs: value.refs, taints: value.taints, exact: value.exact }));
      });
    }
  }
}

/** `once(emitter, name)`: a list of what is emitted under the name. */
export function awaitedEvent(walk: Walk, node: CallNode, emitter: Fact, name: Fact): Fact | undefined {
  const event = name.constant?.value;
  if (typeof event !== 'string') return undefined;
  const members: [string, Fact][] = [];
  for (const base of emitterBases(walk, emitter)) {
    for (let i = 0; i < MOST_ARGUMENTS; i++) {
      const value = walk.world.readCell(walk.world.ids.child(base, `[[event ${event} ${i}]]`), walk.fn, false);
      if (value) members.push([String(i), value]);
    }
  }
  return newObject(walk, node, 'array', members);
}

/** Where the events of a value are kept: by object, or by class where `this` is the emitter. */
function emitterBases(walk: Walk, receiver: Fact): number[] {
  const bases = new Set<number>();
  for (const ref of receiver.refs) {
    if (ref.k === 'sym' && ref.root.k === 'this' && ref.depth === 0 && ref.root.fn.ofClass) bases.add(walk.world.classBase(ref.root.fn.ofClass));
    else if (ref.k === 'obj' && ref.cls) bases.add(walk.world.classBase(ref.cls));
  }
  if (bases.size === 0) for (const base of basesOf(receiver)) bases.add(base);
  return [...bases];
}

