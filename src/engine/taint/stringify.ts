/** What becomes of a value that is put into text. */
import { joinTaints, type Fact } from '../fact/fact.ts';
import { Type } from '../value/value.ts';
import { elementsOf } from './members.ts';
import type { Walk } from './walk.ts';

/** What a value brings into text: an array its elements, a plain object nothing, an error no stack. */
export function stringified(walk: Walk, value: Fact): Fact {
  if (value.types === Type.string || value.constant) return value;
  let { taints } = value;
  for (const ref of value.refs) if (ref.k === 'obj' && ref.what === 'array') taints = joinTaints(taints, elementsOf(walk, ref).taints);
  if (value.types !== Type.string && taints.some((t) => t.origin.k === 'named' && t.origin.what === 'error' && t.origin.text !== '')) taints = taints.filter((t) => t.origin.k !== 'named' || t.origin.what !== 'error' || t.origin.text.endsWith('.stack'));
  return taints === value.taints ? value : { ...value, taints };
}
