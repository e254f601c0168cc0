import { defineModel } from '../model/dsl.ts';

export const mikroOrm = defineModel({
  modules: ['@mikro-orm/core', '@mikro-orm/knex', '@mikro-orm/sql', '@mikro-orm/postgresql', '@mikro-orm/mysql', '@mikro-orm/mariadb', '@mikro-orm/sqlite', '@mikro-orm/better-sqlite', '@mikro-orm/libsql', '@mikro-orm/mssql', '@mikro-orm/mongodb', '@mikro-orm/nestjs'],
  types: {
    Manager: ['exports.MikroORM.{init,initSync}().em', 'Manager.{fork,getContext}()', 'Manager.transactional[0](0)', ':{EntityManager,SqlEntityManager}'],
    Repository: ['Manager.getRepository()', ':{EntityRepository,SqlEntityRepository}', '@InjectRepository'],
    Connection: ['Manager.getConnection()'],
    Filter: ['Manager.{find,findOne,findOneOrFail,findAndCount,count,nativeUpdate,nativeDelete}[1]', 'Repository.{find,findOne,findOneOrFail,findAndCount,count,nativeUpdate,nativeDelete}[0]', 'Filter.{$or,$and}.*'],
    Row: ['Manager.{findOne,findOneOrFail,create}()', 'Repository.{findOne,findOneOrFail,create}()'],
  },
  sources: { database: ['Manager.{find,findOne,findOneOrFail,findAll,execute}()', 'Connection.execute()'] },
  sinks: {
    sql: [{ at: 'exports.raw[0]', bind: { values: '[1]', style: '?' } }, { at: 'Manager.execute[0]', bind: { values: '[1]', style: '?' } }, { at: 'Connection.execute[0]', bind: { values: '[1]', style: '?' } }],
    // operators ($ne, $like) are read from plain objects
    nosql: [{ at: 'Filter', equals: '$eq' }],
    fields: ['Manager.{assign,create,insert,insertMany,upsert,upsertMany}[1]', 'Manager.nativeUpdate[2]', 'Repository.{create,insert,insertMany,upsert,upsertMany}[0]', 'Repository.{assign,nativeUpdate}[1]', 'exports.wrap().assign[0]', 'exports.assign[1]'],
  },
  labels: { data: ['Filter.*.{$eq,$ne,$gt,$gte,$lt,$lte,$in,$nin,$like,$ilike,$re}'] },
  marks: { record: ['Row'] },
});
