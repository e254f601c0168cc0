import { defineModel } from '../model/dsl.ts';

export const postgres = defineModel({
  modules: ['postgres'],
  types: { Sql: ['exports()', 'Sql.begin[0..1](0)', 'Sql.{reserve,savepoint}()', 'Sql.savepoint[0..1](0)', ':{Sql,TransactionSql}'] },
  sources: { database: ['Sql()', 'Sql.unsafe()'] },
  sinks: { sql: [{ at: 'Sql.unsafe[0]', bind: { values: '[1]', tag: '[this]', style: '$1' } }], path: ['Sql.file[0]'] },
  marks: { certificates: ['exports[0..1].ssl.rejectUnauthorized'], connection: ['exports[0]'], credential: ['exports[0..1].{password,pass}'] },
});
