import { defineModel } from '../model/dsl.ts';

export const neon = defineModel({
  modules: ['@neondatabase/serverless', '@vercel/postgres'],
  types: { Sql: ['neon()', 'exports.sql'], 'pg:Client': ['exports.{Client,Pool,createClient,createPool}()', 'exports.db'] },
  sources: { database: ['Sql()', 'Sql.query()'] },
  // as a tag the holes are taken apart
  sinks: { sql: [{ at: 'Sql[0]', bind: { values: '[1]', style: '$1' } }, { at: 'Sql.query[0]', bind: { values: '[1]', style: '$1' } }, 'Sql.unsafe[0]'] },
});
