import { defineModel } from '../model/dsl.ts';

// a named member hides `.*`, so these are builders by name as well
const text = 'raw,whereRaw,orWhereRaw,andWhereRaw,havingRaw,orHavingRaw,groupByRaw,orderByRaw,joinRaw,fromRaw';
const raw = { values: '[1]', style: '?', identifier: '??' } as const;

export const knex = defineModel({
  modules: ['knex'],
  types: {
    Knex: ['exports()', 'exports.knex()', 'Knex.{transaction,withUserParams}()', 'Knex.transaction[0](0)', 'Knex.transactionProvider()()', ':Knex', '~knex', '~trx', '~db'],
    // where(function () { this.whereRaw() }) and where((q) => q.whereRaw())
    Builder: ['Knex()', 'Knex.*()', 'Knex.schema', 'Builder.*()', `Builder.{${text},insert,update,upsert,merge}()`, 'Knex.{raw,insert,update,batchInsert}()', 'Builder.*[..](this)', 'Builder.*[..](0)', ':{QueryBuilder,SchemaBuilder,Raw}'],
  },
  sources: { database: ['Builder.then[0](0)', 'Builder.asCallback[0](1)'], error: ['Builder.asCallback[0](0)'] },
  sinks: {
    sql: [
      { at: 'Knex.raw[0]', bind: raw },
      { at: `Builder.{${text}}[0]`, bind: raw },
    ],
    fields: ['Builder.{insert,update,upsert,merge}[0]', 'Knex.{insert,update}[0]', 'Knex.batchInsert[1]'],
  },
  marks: {
    credential: ['exports[0].connection.password', 'exports.knex[0].connection.password'],
    certificates: ['exports[0].connection.ssl.rejectUnauthorized', 'exports.knex[0].connection.ssl.rejectUnauthorized'],
    connection: ['exports[0].connection', 'exports[0].connection.connectionString', 'exports.knex[0].connection', 'exports.knex[0].connection.connectionString'],
  },
});
