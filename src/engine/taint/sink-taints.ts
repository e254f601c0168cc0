/** Which taints of a value a sink takes: its own, those of members, those of what its sender puts into it under names of their own. */
import type { SinkInfo } from '../../model/graph.ts';
import { bit, DEEP } from '../../model/kinds.ts';
import { joinTaints, type Fact, type Taint } from '../fact/fact.ts';
import { deepTaints } from './members.ts';
import type { Walk } from './walk.ts';

export function taintsFor(walk: Walk, sink: SinkInfo, value: Fact): readonly Taint[] {
  if ((DEEP & bit[sink.kind]) !== 0) return deepTaints(walk, value);
  if (!sink.shaped) return value.taints;
  let { taints } = value;
  for (const ref of value.refs) {
    // a spread, or members of any name
    const rest = ref.k === 'obj' && ref.what !== 'array' ? walk.state.get(walk.world.ids.child(ref.id, '*')) : undefined;
    if (rest) taints = joinTaints(taints, walk.state.bake(rest).taints);
  }
  return taints;
}
