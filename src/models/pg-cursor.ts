import { defineModel } from '../model/dsl.ts';

export const pgCursor = defineModel({
  modules: ['pg-cursor'],
  types: { Cursor: ['exports()', ':{Cursor,default}'] },
  sources: { database: ['Cursor.read()', 'Cursor.read[1](1)'], error: ['Cursor.read[1](0)'] },
  sinks: { sql: [{ at: 'exports[0]', bind: { values: '[1]', style: '$1' } }] },
});
