import { defineModel } from '../model/dsl.ts';

/** Servers that are handed the text of a schema and an object of resolvers. */
const setup = 'exports.{ApolloServer,makeExecutableSchema,createSchema,GraphQLServer}';

export const graphql = defineModel({
  modules: ['@apollo/server', 'apollo-server', 'apollo-server-express', 'apollo-server-koa', 'apollo-server-fastify', 'apollo-server-lambda', '@graphql-tools/schema', 'graphql-tools', 'graphql-yoga', 'graphql-tag'],
  types: {
    Setup: [`${setup}[0]`],
    // of a list of them, or functions in an object: `{ subscribe, resolve }`
    Resolver: ['Setup.resolvers.*.*', 'Setup.resolvers.*.*.*'],
    // of values, not of requests
    OfType: ['Setup.resolvers.*.{__resolveType,__isTypeOf,__resolveReference}'],
  },
  sources: { remote: ['Resolver(1)'] },
  flows: ['gql[0] is ()', 'exports[0] is ()'],
  schemas: [{ clean: [], checks: [{ call: setup, schema: '[0].typeDefs', input: '[0].resolvers(1)', language: 'graphql' }] }],
  marks: { handler: ['Resolver'] },
});
