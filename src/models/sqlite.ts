import { defineModel } from '../model/dsl.ts';

/** Promises around sqlite3; not the builtin, which is only `node:sqlite`. */
export const sqlite = defineModel({
  modules: ['sqlite'],
  types: {
    Database: ['open()', 'exports.Database()', ':Database', '~db'],
    Statement: ['Database.prepare()', ':Statement'],
  },
  sources: {
    database: ['Database.{get,all}()', 'Database.each[1..](1)', 'Statement.{get,all}()'],
    error: ['Database.each[1..](0)'],
  },
  sinks: {
    sql: [{ at: 'Database.{run,get,all,each,prepare}[0]', bind: { values: '[1]', style: '?' } }, { at: 'Database.{run,get,all}[0].sql', bind: { values: '[0].values', style: '?' } }, 'Database.exec[0]'],
    path: ['open[0].filename', 'Database.loadExtension[0]'],
  },
});
