/** Types of a type checker, where the parser has one: they tell what a value of another file is. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Fact } from '../fact/fact.ts';
import type { ApiRef } from '../value/value.ts';
import type { Walk } from './walk.ts';

/** The value on which a method is called that some model knows, as the library value that its type says it is. */
export function typed(walk: Walk, value: Fact, node: TSESTree.Node, method: string | undefined): Fact {
  const { file } = walk.world.index;
  if (!file.typeOf || method === undefined || !isOpen(value) || !walk.world.registry.hasMember(method)) return value;
  let refs = walk.world.typed.get(node);
  if (!refs) walk.world.typed.set(node, (refs = told(walk, file.typeOf(node))));
  // what a name hints at is told
  return refs.length === 0 ? value : { ...value, refs: [...value.refs.filter((r) => r.k !== 'api'), ...refs] };
}

/** Nothing is known of it, but maybe what its name hints at. */
const isOpen = (value: Fact): boolean => !value.literal && value.refs.every((r) => r.k === 'sym' || (r.k === 'api' && !r.bound));

function told({ world: { registry } }: Walk, types: readonly { readonly module: string; readonly name: string }[]): readonly ApiRef[] {
  return types.flatMap(({ module, name }) => {
    const api = registry.annotation(module, name);
    return api ? [{ k: 'api', api, bound: true, weak: false } satisfies ApiRef] : [];
  });
}
