import { defineModel } from '../model/dsl.ts';

export const drizzle = defineModel({
  modules: ['drizzle-orm', 'drizzle-orm/*'],
  // `drizzle-orm/node-postgres` and its like
  types: { Sql: ['exports.sql', 'exports.sql.sql'], Db: ['exports.*.drizzle()', 'Db.transaction[0](0)', ':{NodePgDatabase,PostgresJsDatabase,MySql2Database,BetterSQLite3Database,LibSQLDatabase}'] },
  sources: { database: ['Db.execute()', 'Db.{all,get}()'] },
  sinks: {
    sql: [{ at: 'Sql.raw[0]', bind: { tag: 'sql' } }, 'Db.{execute,run,all,get,values}[0]'],
    fields: ['Db.insert().values[0]', 'Db.update().set[0]'],
  },
});
