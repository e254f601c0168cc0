import { graphql } from '../../src/models/graphql.ts';
import { describeModel, flow, mark, schema, source, way } from './harness.ts';

const sdl = "'type Query { find(name: String, count: Sort): Int } enum Sort { UP }'";
const setup = (resolvers: string, typeDefs = sdl): string => `new ApolloServer({ typeDefs: ${typeDefs}, resolvers: ${resolvers} });`;
const made = (name: string, arg: string): string => `import { EACH } from '@graphql-tools/schema'; EACH({ typeDefs: ${sdl}, resolvers: { Query: { ${name}: (a, b) => SINK(b.${arg}) } } });`;

describeModel(graphql, "import { ApolloServer } from '@apollo/server'; import gql from 'graphql-tag';", [
  way('Setup', 'exports.{ApolloServer,makeExecutableSchema,createSchema,GraphQLServer}[0]', made('find', 'name')),
  way('Resolver', 'Setup.resolvers.*.*', setup('{ Query: { find: (a, b) => SINK(b.name) } }')),
  way('Resolver', 'Setup.resolvers.*.*.*', setup('{ Query: { find: { subscribe: (a, b) => SINK(b.name) } } }')),
  way('OfType', 'Setup.resolvers.*.{__resolveType,__isTypeOf,__resolveReference}', setup('{ Query: { EACH: (a, b) => SINK(b.name) } }', "'type Query { EACH(name: String): Int }'") + ' SINK(INPUT);'),
  source('remote', 'Resolver(1)', setup('{ Query: { find: (a, b) => SINK(b.x) } }', "'type Query { find(x: Some): Int }'"), setup('{ Query: { find: (a, b, c) => SINK(c) } }')),
  flow('gql[0] is ()', "import { gql as tag } from 'graphql-yoga'; new ApolloServer({ typeDefs: tag`type Query { find(name: String): Int }`, resolvers: { Query: { find: (a, b) => SINK(b.name) } } });"),
  flow('exports[0] is ()', 'new ApolloServer({ typeDefs: gql`type Query { find(name: String): Int }`, resolvers: { Query: { find: (a, b) => SINK(b.name) } } });'),
  schema('checks', 'exports.{ApolloServer,makeExecutableSchema,createSchema,GraphQLServer}', made('find', 'count'), made('find', 'name'), made('find', 'other')),
  mark('handler', 'Resolver', 'new ApolloServer({ typeDefs, resolvers: { Query: { find: () => work() } } });'),
]);
