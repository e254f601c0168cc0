/** Records of a database: who copies all of an input into one sets whatever columns its sender names. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Api } from '../../model/graph.ts';
import { bit } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import { libraryParent } from './inheritance.ts';
import { languageSink } from './language-sinks.ts';
import { partsOf, taintsAt } from './reach.ts';
import type { Walk } from './walk.ts';

const isRecord = (api: Api | undefined): boolean => api?.marks.some((m) => m.mark === 'record') === true;

/** All members of `source` are copied into `target`, as `Object.assign` does. */
export function copiedInto(walk: Walk, call: TSESTree.Node, target: Fact, source: Fact, argument: TSESTree.Node): void {
  const { wanted, registry } = walk.world;
  if ((wanted & bit.fields) === 0) return;
  const record = target.refs.some((ref) => {
    if (ref.k === 'api') return !ref.weak && isRecord(ref.api);
    const parent = ref.k === 'obj' && ref.cls ? libraryParent(walk, ref.cls) : undefined;
    return parent !== undefined && isRecord(registry.graph.call(parent.api, undefined));
  });
  if (!record) return;
  const sink = languageSink('fields', 'assign');
  for (const { value, node } of partsOf(walk, source, argument, sink, undefined)) {
    walk.hit({ sink, value, argument: node, call, bound: true, weak: false, owner: walk.owner }, taintsAt(walk, value, sink, undefined));
  }
}
