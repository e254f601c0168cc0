import { defineModel } from '../model/dsl.ts';

export const typeorm = defineModel({
  modules: ['typeorm', '@nestjs/typeorm'],
  types: {
    Source: ['exports.DataSource()', 'exports.{getConnection,createConnection}()', ':{DataSource,Connection}', '~dataSource'],
    Manager: ['Source.manager', 'Source.createEntityManager()', 'exports.getManager()', 'Source.transaction[0..1](0)', 'Manager.transaction[0..1](0)', 'Repository.manager', ':EntityManager'],
    Repository: ['Source.getRepository()', 'Manager.getRepository()', 'exports.getRepository()', 'Repository.extend()', ':{Repository,TreeRepository,MongoRepository}', '@InjectRepository', 'Entity.getRepository()'],
    Entity: ['exports.BaseEntity'],
    Row: ['Repository.{findOne,findOneBy,findOneOrFail,findOneByOrFail,create,save,preload,merge}()', 'Manager.{findOne,findOneBy,findOneOrFail,findOneByOrFail,create,save,preload,merge}()', 'Entity.{findOne,findOneBy,findOneOrFail,findOneByOrFail,create,save,preload}()', 'Entity()'],
    Runner: ['Source.createQueryRunner()', 'Manager.queryRunner', ':QueryRunner'],
    Builder: ['Repository.createQueryBuilder()', 'Source.createQueryBuilder()', 'Manager.createQueryBuilder()', 'Builder.*()', 'Builder.{where,andWhere,orWhere,having,andHaving,orHaving,leftJoin,innerJoin,leftJoinAndSelect,innerJoinAndSelect,select,addSelect,groupBy,addGroupBy,orderBy,addOrderBy,from,set,values}()', 'Builder.*[..](0)', ':{QueryBuilder,SelectQueryBuilder}'],
  },
  sources: {
    database: ['Repository.{find,findBy,findOne,findOneBy,findOneByOrFail,findOneOrFail,findAndCount,query}()', 'Manager.{find,findBy,findOne,findOneBy,query}()', 'Builder.{getOne,getOneOrFail,getMany,getRawOne,getRawMany,execute}()', 'Source.query()', 'Runner.query()'],
  },
  sinks: {
    sql: [
      { at: 'Source.query[0]', bind: { values: '[1]' } },
      { at: 'Manager.query[0]', bind: { values: '[1]' } },
      { at: 'Repository.query[0]', bind: { values: '[1]' } },
      { at: 'Runner.query[0]', bind: { values: '[1]' } },
      { at: 'Builder.{where,andWhere,orWhere,having,andHaving,orHaving}[0]', bind: { values: '[1]', style: ':name' } },
      { at: 'Builder.{leftJoin,innerJoin,leftJoinAndSelect,innerJoinAndSelect}[2]', bind: { values: '[3]', style: ':name' } },
      'Builder.{select,addSelect,groupBy,addGroupBy,orderBy,addOrderBy,from}[0]',
      'exports.Raw[0]',
      // a function as a value is text of the statement
      'Builder.set[0].*()',
    ],
    fields: ['Repository.{save,create,insert,merge,upsert,preload}[0]', 'Repository.{update,merge}[1]', 'Manager.{save,create,insert,preload,upsert}[1]', 'Manager.{update,merge}[2]', 'Entity.{create,insert,save,upsert,preload}[0]', 'Entity.{update,merge}[1]', 'Builder.{values,set}[0]'],
  },
  marks: { record: ['Row'], certificates: ['exports.{DataSource,createConnection}[0].ssl.rejectUnauthorized', 'exports.{DataSource,createConnection}[0].extra.ssl.rejectUnauthorized'], connection: ['exports.{DataSource,createConnection}[0].url'], credential: ['exports.{DataSource,createConnection}[0].password'] },
});
