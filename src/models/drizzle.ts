import { defineModel } from '../model/dsl.ts';

export const drizzle = defineModel({
  modules: ['drizzle-orm'],
  types: { Sql: ['exports.sql'] },
  sinks: { sql: [{ at: 'Sql.raw[0]', bind: { tag: 'sql' } }] },
});
