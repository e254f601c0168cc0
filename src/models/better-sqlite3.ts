import { defineModel } from '../model/dsl.ts';

export const betterSqlite3 = defineModel({
  modules: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'libsql'],
  types: {
    Database: ['exports()', 'exports.Database()', 'Database.{exec,function,aggregate,table,defaultSafeIntegers,loadExtension}()', ':Database', '~db'],
    Statement: ['Database.prepare()', 'Statement.{pluck,expand,raw,safeIntegers}()', ':Statement'],
  },
  sources: { database: ['Statement.{get,all,iterate}()', 'Database.pragma()'] },
  sinks: {
    sql: [
      // the values go to the call on the statement that follows
      { at: 'Database.prepare[0]', bind: { values: '().{run,get,all,iterate}[..]', style: '?' } },
      'Database.{exec,pragma}[0]',
    ],
    path: ['exports[0]', 'Database.{backup,loadExtension}[0]'],
  },
});
