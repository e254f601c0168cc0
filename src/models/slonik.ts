import { defineModel } from '../model/dsl.ts';

export const slonik = defineModel({
  modules: ['slonik'],
  // sql.unsafe is a tag too: only its types are unchecked, so what harms is to call it
  sinks: { sql: ['exports.sql.unsafe[0]', 'exports.sql.fragment[0]', 'exports.sql.type()[0]', 'exports.createSqlTag().unsafe[0]'] },
});
