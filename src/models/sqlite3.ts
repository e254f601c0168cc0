import { defineModel } from '../model/dsl.ts';

export const sqlite3 = defineModel({
  modules: ['sqlite3', '@vscode/sqlite3'],
  types: {
    Sqlite: ['exports', 'exports.verbose()', ':sqlite3'],
    Database: ['Sqlite.{Database,cached}()', 'Sqlite.cached.Database()', 'Database.{run,get,all,each,exec,map,serialize}()', ':Database', '~db'],
    Statement: ['Database.prepare()', 'Statement.{reset,finalize,run,get,all,each}()', ':Statement'],
  },
  sources: {
    database: ['Database.{get,all,each,map}[1..](1)', 'Statement.{get,all,each,map}[0..](1)'],
    error: ['Database.{run,get,all,each,exec,map,prepare}[1..](0)', 'Statement.{run,get,all,each,map}[0..](0)', 'Sqlite.Database[1..2](0)'],
  },
  sinks: {
    sql: [{ at: 'Database.{run,get,all,each,map,prepare}[0]', bind: { values: '[1]', style: '?' } }, 'Database.exec[0]'],
    path: ['Sqlite.Database[0]', 'Sqlite.cached.Database[0]', 'Database.{loadExtension,backup}[0]'],
  },
  marks: { errorFirst: ['Database.{run,get,all,each,exec,map}', 'Statement.{run,get,all,each,map}'] },
});
