/** Resolvers of GraphQL beside the text of their schema: what it says of the arguments holds before they run. */
import { ALL_KINDS, SURE } from '../../model/kinds.ts';
import { graphqlTypes, type GraphqlTypes } from '../../text/graphql.ts';
import { TEXTLESS_KEEPS } from '../fact/mask.ts';
import type { Fact } from '../fact/fact.ts';
import { anything, cleanShape, textShape, unseenShape, type Shape } from '../safety/schema.ts';
import type { Context } from './api-flows.ts';
import { flatten } from './fields.ts';
import { functionsIn } from './functions.ts';
import { placeValue } from './members.ts';
import { fixedElements } from './objects.ts';
import type { Walk } from './walk.ts';

const DEEPEST = 3;

/** `resolvers` is an object of types of fields, or a list of such; `index`: of the parameter that has the arguments. */
export function resolverSchemas({ walk, before }: Context, typeDefs: Fact, resolvers: Fact, index: number): void {
  const sdl = textIn(walk, typeDefs);
  const types = sdl === undefined ? undefined : graphqlTypes(sdl);
  for (const part of fixedElements(walk, resolvers) ?? [resolvers]) {
    for (const [type, fields] of membersOf(walk, part)) {
      for (const [field, value] of membersOf(walk, fields)) {
        const only = new Set([value, ...membersOf(walk, value).map(([, inner]) => inner)].flatMap((one) => functionsIn(walk, one, 1).map(({ fn }) => fn)));
        if (only.size === 0) continue;
        const known = types?.fields.get(`${type}.${field}`);
        // a schema out of sight: it may have promised anything
        if (!types || !known) before.push({ index, path: [], mask: SURE, only });
        for (const [name, of] of known ?? []) if (types) flatten(shapeOfType(types, of, 0), [name], (path, mask) => before.push({ index, path, mask, only }));
      }
    }
  }
}

function shapeOfType(types: GraphqlTypes, name: string, depth: number): Shape {
  if (name === 'Int' || name === 'Float' || name === 'Boolean') return { ...anything, mask: ALL_KINDS & ~TEXTLESS_KEEPS };
  if (types.enums.has(name)) return cleanShape;
  if (name === 'String' || name === 'ID') return textShape;
  const members = types.inputs.get(name);
  if (!members || depth >= DEEPEST) return types.scalars.has(name) ? unseenShape : anything;
  return { ...anything, fields: new Map([...members].map(([field, type]) => [field, shapeOfType(types, type, depth + 1)])) };
}

/** A text, or a list of texts, all of which are in sight. */
function textIn(walk: Walk, value: Fact): string | undefined {
  const list = fixedElements(walk, value) ?? [value];
  let all = '';
  for (const { constant, text } of list) {
    if (typeof constant?.value === 'string') all += `\n${constant.value}`;
    else if (text?.known && text.holes.length === 0) all += `\n${text.parts.join('')}`;
    else return undefined;
  }
  return all;
}

function membersOf(walk: Walk, { refs }: Fact): [string, Fact][] {
  const result: [string, Fact][] = [];
  for (const ref of refs) {
    if (ref.k !== 'obj' || ref.what === 'array') continue;
    for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
      const value = /^[\w$]+$/.test(name) ? placeValue(walk, ref.id, place) : undefined;
      if (value) result.push([name, value]);
    }
  }
  return result;
}
