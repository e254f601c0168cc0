import { defineModel } from '../model/dsl.ts';

export const sqlstring = defineModel({
  modules: ['sqlstring', 'sql-escaper'],
  sinks: { sql: ['raw[0]'] },
  sanitizers: { sql: ['exports.{escape,escapeId,objectToValues}()'] },
  flows: ['exports.{escape,escapeId,objectToValues,format}[0] -> ()'],
});
