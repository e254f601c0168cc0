/** Values that go to places which models mark, for rules that ask what a credential or an option is; a helper's are told again by its callers. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Api } from '../../model/graph.ts';
import { bit } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import { EVERY_VALUE } from '../safety/guards.ts';
import type { PlaceUse } from '../summary/summary.ts';
import type { Context } from './api-flows.ts';
import { shownAt } from './shown.ts';
import type { Walk } from './walk.ts';

const MOST_PLACES = 40;

/** A value goes to this place. */
export function placedAt(walk: Walk, place: Api, value: Fact, node: TSESTree.Node, name: string, { node: call, args, test }: Context): void {
  const marks = place.marks.filter((m) => walk.world.marks.has(m.mark) && (!m.when || test(m.when))).map((m) => m.mark);
  if (marks.length > 0) put(walk, { marks, value: walk.baked(value), args: args.list, name, node, call, owner: walk.owner, isDevelopment: false });
}

/** A helper writes a member of what its caller knows to be a library's; the place is the call. */
export function writtenAt(walk: Walk, target: Fact, name: string | undefined, value: Fact, call: TSESTree.Node): void {
  if (walk.world.marks.size === 0 || name === undefined) return;
  const { graph } = walk.world.registry;
  for (const ref of target.refs) {
    const member = ref.k === 'api' && !ref.weak ? graph.member(ref.api, name) : undefined;
    const marks = (member && graph.assigned(member))?.marks.filter((m) => walk.world.marks.has(m.mark) && !m.when).map((m) => m.mark) ?? [];
    if (marks.length > 0) put(walk, { marks, value: walk.baked(value), args: [], name, node: call, call, owner: walk.owner, isDevelopment: false });
  }
}

/** Remembers the use; `by`: the call of a helper that makes it. */
export function put(walk: Walk, use: PlaceUse, by?: TSESTree.Node): void {
  const { world } = walk;
  if (world.quiet) return;
  const { value, args, marks, name, node, call, owner } = use;
  const key = `${world.ids.of(node)}:${marks.join()}:${name}:${by ? world.ids.of(by) : ''}`;
  const isDevelopment = use.isDevelopment || (walk.state.clearedOf(EVERY_VALUE) & bit.response) !== 0;
  const shown = (one: Fact) => shownAt(walk, one);
  world.placed.set(key, { marks, value: shown(value), args: args.map(shown), result: world.ids.of(call), name, node, call, by, owner, isDevelopment });
  const isOpen = value.refs.some((r) => r.k === 'sym') || value.taints.some((t) => t.origin.k === 'sym');
  if (isOpen && (walk.places.has(key) || walk.places.size < MOST_PLACES)) walk.places.set(key, { ...use, isDevelopment });
}
