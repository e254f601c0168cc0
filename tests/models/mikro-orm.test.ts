import { mikroOrm } from '../../src/models/mikro-orm.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(mikroOrm, "import { MikroORM, raw, wrap, assign } from '@mikro-orm/core'; const orm = await MikroORM.init({}); const { em } = orm; const users = em.getRepository(User);", [
  way('Manager', 'exports.MikroORM.{init,initSync}().em', '(await MikroORM.EACH({})).em.create(User, INPUT);'),
  way('Manager', 'Manager.{fork,getContext}()', 'em.EACH().create(User, INPUT);'),
  way('Manager', 'Manager.transactional[0](0)', 'em.transactional((tx) => tx.create(User, INPUT));'),
  way('Manager', ':{EntityManager,SqlEntityManager}', "import type { EACH as T } from '@mikro-orm/postgresql'; export const f = (x: T) => x.create(User, INPUT);"),
  way('Repository', 'Manager.getRepository()', 'users.create(INPUT);'),
  way('Repository', ':{EntityRepository,SqlEntityRepository}', "import type { EACH as T } from '@mikro-orm/postgresql'; export const f = (x: T<User>) => x.create(INPUT);"),
  way('Repository', '@InjectRepository', "import { InjectRepository } from '@mikro-orm/nestjs'; export class S { constructor(@InjectRepository(User) users) { users.create(INPUT); } }"),
  way('Connection', 'Manager.getConnection()', 'em.getConnection().execute(INPUT);'),
  way('Row', 'Manager.{findOne,findOneOrFail,create}()', 'Object.assign(await em.EACH(User, 1), INPUT);'),
  way('Row', 'Repository.{findOne,findOneOrFail,create}()', 'Object.assign(await users.EACH(1), INPUT);'),
  source('database', 'Manager.{find,findOne,findOneOrFail,findAll,execute}()', 'SINK(await em.EACH("a"));'),
  source('database', 'Connection.execute()', 'SINK(await em.getConnection().execute("SELECT 1"));'),
  sink('sql', 'exports.raw[0]', 'raw(`a = ${INPUT}`);', 'raw("a = ?", [INPUT]);'),
  sink('sql', 'Manager.execute[0]', 'em.execute(`SELECT ${INPUT}`);', 'em.execute("SELECT ?", [INPUT]);'),
  sink('sql', 'Connection.execute[0]', 'em.getConnection().execute(`SELECT ${INPUT}`);', 'em.getConnection().execute("SELECT ?", [INPUT]);'),
  sink('nosql', 'Manager.{find,findOne,findOneOrFail,findAndCount,count,nativeUpdate,nativeDelete}[1]', 'em.EACH(User, { email: INPUT });', 'em.EACH(User, { email: String(INPUT) });'),
  sink('nosql', 'Repository.{find,findOne,findOneOrFail,findAndCount,count,nativeUpdate,nativeDelete}[0]', 'users.EACH({ email: INPUT });', 'users.EACH({ email: String(INPUT) });'),
  sink('fields', 'Manager.{assign,create,insert,insertMany,upsert,upsertMany}[1]', 'em.EACH(User, INPUT);', 'em.EACH(User, { name: INPUT.name });'),
  sink('fields', 'Manager.nativeUpdate[2]', 'em.nativeUpdate(User, { id: 1 }, INPUT);', 'em.nativeUpdate(User, { id: 1 }, { name: INPUT.name });'),
  sink('fields', 'Repository.{create,insert,insertMany,upsert,upsertMany}[0]', 'users.EACH(INPUT);', 'users.EACH({ name: INPUT.name });'),
  sink('fields', 'Repository.{assign,nativeUpdate}[1]', 'users.EACH(user, INPUT);', 'users.EACH(user, { name: INPUT.name });'),
  sink('fields', 'exports.wrap().assign[0]', 'wrap(user).assign(INPUT);', 'wrap(user).assign({ name: INPUT.name });'),
  sink('fields', 'exports.assign[1]', 'assign(user, INPUT);', 'assign(user, { name: INPUT.name });'),
  mark('record', 'Row', 'Object.assign(await em.findOne(User, 1), INPUT);', 'Object.assign(await em.findOne(User, 1), { name: INPUT.name });'),
]);
