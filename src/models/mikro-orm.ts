import { defineModel } from '../model/dsl.ts';

export const mikroOrm = defineModel({
  modules: ['@mikro-orm/core', '@mikro-orm/knex', '@mikro-orm/sql', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mariadb', '@mikro-orm/sqlite', '@mikro-orm/better-sqlite', '@mikro-orm/libsql', '@mikro-orm/mssql'],
  types: {
    Manager: ['exports.MikroORM.{init,initSync}().em', 'Manager.{fork,getContext}()', 'Manager.transactional[0](0)', ':{EntityManager,SqlEntityManager}'],
    Connection: ['Manager.getConnection()'],
  },
  sources: { database: ['Manager.{find,findOne,findOneOrFail,findAll,execute}()', 'Connection.execute()'] },
  sinks: {
    sql: [{ at: 'exports.raw[0]', bind: { values: '[1]', style: '?' } }, { at: 'Manager.execute[0]', bind: { values: '[1]', style: '?' } }, { at: 'Connection.execute[0]', bind: { values: '[1]', style: '?' } }],
    fields: ['Manager.assign[1]', 'Manager.{create,insert,upsert}[1]', 'exports.wrap().assign[0]'],
  },
});
