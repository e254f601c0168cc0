import { expect, test } from 'vitest';
import { graphqlTypes } from '../../src/text/graphql.ts';

const plain = (sdl: string): unknown => {
  const { fields, inputs, enums, scalars } = graphqlTypes(sdl);
  const table = (map: ReadonlyMap<string, ReadonlyMap<string, string>>): unknown => Object.fromEntries([...map].map(([name, members]) => [name, Object.fromEntries(members)]));
  return { fields: table(fields), inputs: table(inputs), enums: [...enums], scalars: [...scalars] };
};

test('arguments of fields, members of inputs, enums and scalars', () => {
  expect(
    plain(`
      scalar JSON
      enum Sort { UP DOWN }
      input Filter { name: String!, in: [Int!]! }
      type Query implements Node @key(fields: "id") { a(x: Int! = 1, y: [Filter]): [Int] b: Int }
      extend type Query { c(
        z: JSON
      ): Int }
      interface Node { d(id: ID): Int }
    `),
  ).toEqual({
    fields: { 'Query.a': { x: 'Int', y: 'Filter' }, 'Query.c': { z: 'JSON' }, 'Node.d': { id: 'ID' } },
    inputs: { Filter: { name: 'String', in: 'Int' } },
    enums: ['Sort'],
    scalars: ['JSON'],
  });
});

test('what stands in descriptions and comments is not read', () => {
  expect(plain('type Query { "a(x: Int)" """ b(x: Int): Int } """ c(x: String): Int # d(x: Int): Int\n }')).toEqual({ fields: { 'Query.c': { x: 'String' } }, inputs: {}, enums: [], scalars: [] });
});

test('other text has no types, and long text takes no time', () => {
  expect(plain('SELECT 1')).toEqual({ fields: {}, inputs: {}, enums: [], scalars: [] });
  for (const part of ['type A { b(', '"""', 'type A ', 'input A { b: [[[', '{(', 'a(', 'a', ' ', 'b:   ', '(a:  ', 'type A { b(c:  ']) {
    const start = performance.now();
    graphqlTypes(part.repeat(20_000));
    expect(performance.now() - start, part).toBeLessThan(2000);
  }
});
