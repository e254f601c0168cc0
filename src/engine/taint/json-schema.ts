/** JSON schemas as the file writes them: what they promise of the data that passed them. */
import { ALL_KINDS, bit } from '../../model/kinds.ts';
import { BOUNDED_KEEPS, TEXTLESS_KEEPS } from '../fact/mask.ts';
import type { Fact } from '../fact/fact.ts';
import { clearedByPattern } from '../safety/characters.ts';
import { anything, cleanShape, textShape, type Shape } from '../safety/schema.ts';
import { missing, placeValue, readMember } from './members.ts';
import type { Walk } from './walk.ts';

const DEEPEST = 4;
const LONGEST = 1000;
/** Formats of letters, digits and `-:.+` alone. */
const PLAIN = new Set(['uuid', 'date', 'time', 'date-time', 'duration', 'ipv4']);
const TEXTLESS = new Set(['integer', 'number', 'boolean', 'null']);

/** What the schema promises; undefined: nothing of it is in sight. */
export function jsonShape(walk: Walk, schema: Fact, depth = 0): Shape | undefined {
  if (depth > DEEPEST || !schema.refs.some((r) => r.k === 'obj')) return undefined;
  const member = (name: string): Fact | undefined => {
    const value = readMember(walk, schema, name, walk.fn.node);
    return value === missing || (value.constant && value.constant.value === undefined) ? undefined : value;
  };
  const constant = (name: string): unknown => member(name)?.constant?.value;
  if (member('enum')?.literal || member('const')?.literal) return cleanShape;
  const types = typesOf(walk, member('type'));
  if (types.length > 0 && types.every((type) => TEXTLESS.has(type))) return { ...anything, mask: (ALL_KINDS & ~TEXTLESS_KEEPS) | (typeof constant('maximum') === 'number' || !types.some((t) => t === 'integer' || t === 'number') ? bit.size : 0) };
  if (types.length === 1 && types[0] === 'string') {
    const pattern = constant('pattern');
    const longest = constant('maxLength');
    let { mask } = textShape;
    if (PLAIN.has(String(constant('format')))) mask = ALL_KINDS;
    if (typeof pattern === 'string') mask |= clearedByPattern(pattern, 'u');
    if (typeof longest === 'number' && longest < LONGEST) mask |= ~BOUNDED_KEEPS;
    return { ...anything, mask };
  }
  const fields = new Map<string, Shape>();
  const properties = member('properties');
  for (const ref of properties?.refs ?? []) {
    if (ref.k !== 'obj') continue;
    for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
      const value = name.startsWith('[[') || name === '|' || name === '*' ? undefined : placeValue(walk, ref.id, place);
      const shape = value && jsonShape(walk, value, depth + 1);
      if (shape) fields.set(name, shape);
    }
  }
  const items = member('items');
  const mask = constant('additionalProperties') === false ? bit.fields : 0;
  return { ...anything, mask, fields: fields.size > 0 ? fields : undefined, items: items && jsonShape(walk, items, depth + 1), open: true };
}

function typesOf(walk: Walk, type: Fact | undefined): string[] {
  if (!type) return [];
  if (typeof type.constant?.value === 'string') return [type.constant.value];
  const result: string[] = [];
  for (const ref of type.refs) {
    if (ref.k !== 'obj' || ref.what !== 'array') return [];
    for (const place of walk.world.ids.children(ref.id)?.values() ?? []) {
      const value = placeValue(walk, ref.id, place)?.constant?.value;
      if (typeof value !== 'string') return [];
      result.push(value);
    }
  }
  return result;
}
