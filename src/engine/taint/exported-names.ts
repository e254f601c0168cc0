/** Exports whose names models know: `export const handler = …` of a Lambda, `export async function POST` of a route. */
import type { Fact } from '../fact/fact.ts';
import { atPlaceOf } from './callbacks.ts';
import type { Walk } from './walk.ts';

/** What is exported under this name stands where the models say. */
export function exportNamed(walk: Walk, name: string, value: Fact): void {
  const { file } = walk.world.index;
  const itself = (word: string): boolean => value.refs.some((r) => r.k === 'fn' && file.text.slice(...r.fn.node.range).includes(word));
  const api = walk.world.registry.exported(file.filename, name, (directive) => file.text.includes(directive), itself);
  if (api) atPlaceOf(walk, api, value);
}
