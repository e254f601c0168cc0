import { defineModel } from '../model/dsl.ts';

export const pgQueryStream = defineModel({
  modules: ['pg-query-stream'],
  types: { Rows: ['exports()', ':{QueryStream,default}'] },
  sources: { database: ["Rows.on('data')[1](0)"], error: ["Rows.on('error')[1](0)"] },
  sinks: { sql: [{ at: 'exports[0]', bind: { values: '[1]', style: '$1' } }] },
});
