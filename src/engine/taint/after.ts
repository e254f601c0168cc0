/** Calls on a receiver that sinks wait for: `reply.type('text/html')` before `reply.send(x)`. */
import type { Api, SinkInfo } from '../../model/graph.ts';
import { unknown, type Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

/** Whether a call that a sink waits for has been made on the receiver. */
export const calledBefore = (walk: Walk, receiver: Fact | undefined, after: NonNullable<SinkInfo['after']>): boolean =>
  receiver !== undefined && walk.state.get(afterPlace(walk, receiver, after.id)) !== undefined;

/** A call that sinks wait for is made on the receiver. */
export function noteAwaited(walk: Walk, receiver: Fact, api: Api, test: (when: NonNullable<SinkInfo['when']>) => boolean): void {
  const { awaited } = walk.world.registry.graph;
  if (awaited.size === 0) return;
  for (const state of api.states) for (const after of awaited.get(state) ?? []) if (!after.when || test(after.when)) walk.state.set(afterPlace(walk, receiver, after.id), unknown);
}

function afterPlace(walk: Walk, receiver: Fact, after: number): number {
  const sym = receiver.refs.find((r) => r.k === 'sym' || r.k === 'obj');
  return walk.world.ids.child(sym && 'id' in sym ? sym.id : receiver.ident, `[[after ${after}]]`);
}
