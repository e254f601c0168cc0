import { defineModel } from '../model/dsl.ts';

/** From node 22.5; the name has no form without `node:`. */
export const nodeSqlite = defineModel({
  modules: ['node:sqlite'],
  types: {
    Database: ['DatabaseSync()', ':DatabaseSync', '~db'],
    Statement: ['Database.prepare()', ':StatementSync'],
  },
  sources: { database: ['Statement.{get,all,iterate}()'] },
  sinks: {
    sql: [{ at: 'Database.prepare[0]', bind: { values: '().{run,get,all,iterate}[..]', style: '?' } }, 'Database.exec[0]'],
    path: ['DatabaseSync[0]', 'Database.loadExtension[0]', 'backup[1]'],
  },
});
