/** Schemas of GraphQL as text: which arguments a field takes, and of which types. Not a parser: what it does not understand is left out. */

export interface GraphqlTypes {
  /** Types of arguments, by `Type.field`. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Types of the members of `input` types, by name. */
  readonly inputs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly enums: ReadonlySet<string>;
  /** Types of which only the server knows what they are. */
  readonly scalars: ReadonlySet<string>;
}

const TEXTS_AND_COMMENTS = /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#.*/g;
const BLOCK = /\b(?:(type|interface|input)\s+(\w+)\b[^{}]{0,300}\{([^{}]*)\}|enum\s+(\w+)|scalar\s+(\w+))/g;
const FIELD = /\b(\w+)\s*\(([^()]*)\)\s*:/g;
const MEMBER = /\b(\w+)\s*:[[\s]*(\w+)/g;

const membersOf = (text: string): ReadonlyMap<string, string> => new Map(Array.from(text.matchAll(MEMBER), ([, name = '', type = '']) => [name, type]));

/** The types that the text describes; empty where it is no schema. */
export function graphqlTypes(sdl: string): GraphqlTypes {
  const text = sdl.replace(TEXTS_AND_COMMENTS, ' ');
  const fields = new Map<string, ReadonlyMap<string, string>>();
  const inputs = new Map<string, ReadonlyMap<string, string>>();
  const enums = new Set<string>();
  const scalars = new Set<string>();
  for (const [, sort, name = '', body = '', enumeration, scalar] of text.matchAll(BLOCK)) {
    if (enumeration !== undefined) enums.add(enumeration);
    else if (scalar !== undefined) scalars.add(scalar);
    else if (sort === 'input') inputs.set(name, new Map([...(inputs.get(name) ?? []), ...membersOf(body)]));
    else for (const [, field = '', list = ''] of body.matchAll(FIELD)) fields.set(`${name}.${field}`, membersOf(list));
  }
  return { fields, inputs, enums, scalars };
}
