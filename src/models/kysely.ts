import { defineModel } from '../model/dsl.ts';

export const kysely = defineModel({
  modules: ['kysely'],
  types: { Db: ['exports.Kysely()', ':{Kysely,Transaction}'], Builder: ['Db.{selectFrom,insertInto,updateTable,deleteFrom}()', 'Builder.*()', 'Builder.{values,set}()'] },
  sources: { database: ['Builder.{execute,executeTakeFirst,executeTakeFirstOrThrow}()'] },
  sinks: {
    // lit() quotes strings, but without regard to what the server takes for an escape
    sql: [{ at: 'exports.sql.raw[0]', bind: { tag: 'sql' } }, 'exports.sql.{lit,literal}[0]', 'exports.CompiledQuery.raw[0]'],
    fields: ['Builder.{values,set}[0]'],
  },
});
