import { defineModel } from '../model/dsl.ts';

export const prisma = defineModel({
  modules: ['@prisma/client', '@prisma/client/edge', '@prisma/client/extension'],
  types: {
    Client: ['exports.PrismaClient()', 'Client.$extends()', 'Client.$transaction[0](0)', ':PrismaClient', ':TransactionClient', '~prisma'],
    Prisma: ['exports.Prisma'],
  },
  sources: {
    secret: [
      { at: 'Client.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany}()', whole: true, when: { '[0].select.password': true } },
      { at: 'Client.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany}()', whole: true, when: { '[0].omit.password': false } },
      'Client.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow}().{password,passwordHash,password_hash,hashedPassword,hashed_password,passwd,passhash}',
      'Client.*.findMany().*.{password,passwordHash,password_hash,hashedPassword,hashed_password,passwd,passhash}',
    ],
    database: ['Client.{$queryRaw,$queryRawUnsafe}()', 'Client.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany,aggregateRaw,findRaw}()'],
  },
  labels: { data: ['Client.*.{findFirst,findFirstOrThrow,findMany,updateMany,deleteMany,count,aggregate,groupBy}[0].where.*.{equals,in,notIn,lt,lte,gt,gte,contains,startsWith,endsWith,search,mode}'] },
  sinks: {
    sql: [
      { at: 'Client.$queryRawUnsafe[0]', bind: { values: '[1..]', tag: '$queryRaw' } },
      { at: 'Client.$executeRawUnsafe[0]', bind: { values: '[1..]', tag: '$executeRaw' } },
      // as a tag they take the holes apart; as a function they are given text
      'Client.{$queryRaw,$executeRaw}[0]',
      'Prisma.raw[0]',
    ],
    // { password: { not: '' } } where a string was meant
    nosql: [{ at: 'Client.*.{findFirst,findFirstOrThrow,findMany,updateMany,deleteMany,count,aggregate,groupBy}[0].where', equals: 'equals' }, 'Client.*.{findRaw,aggregateRaw}[0].{filter,pipeline}'],
    fields: ['Client.*.{create,createMany,createManyAndReturn,update,updateMany,updateManyAndReturn}[0].data', 'Client.*.upsert[0].{create,update}', 'Client.*.{create,update}[0].data.*.{create,update}'],
  },
});
