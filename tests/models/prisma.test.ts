import { prisma } from '../../src/models/prisma.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(prisma, "import { PrismaClient, Prisma } from '@prisma/client'; const db = new PrismaClient();", [
  way('Client', 'exports.PrismaClient()', 'db.$queryRawUnsafe(`SELECT ${INPUT}`);'),
  way('Client', 'Client.$extends()', 'db.$extends({}).$queryRawUnsafe(`SELECT ${INPUT}`);'),
  way('Client', 'Client.$transaction[0](0)', 'db.$transaction((tx) => tx.$queryRawUnsafe(`SELECT ${INPUT}`));'),
  way('Client', ':PrismaClient', 'export const f = (x: PrismaClient) => x.$queryRawUnsafe(`SELECT ${INPUT}`);'),
  way('Client', ':TransactionClient', 'export const f = (x: Prisma.TransactionClient) => x.$queryRawUnsafe(`SELECT ${INPUT}`);'),
  way('Client', '~prisma', 'export const f = (prisma) => prisma.$queryRawUnsafe(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Prisma', 'exports.Prisma', 'Prisma.raw(INPUT);'),
  source('database', 'Client.{$queryRaw,$queryRawUnsafe}()', 'const rows = await db.EACH("SELECT 1"); SINK(rows[0].name);'),
  source('database', 'Client.$queryRaw()', 'const rows = await db.$queryRaw`SELECT 1`; SINK(rows[0].name);'),
  source('database', 'Client.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany,aggregateRaw,findRaw}()', 'SINK((await db.user.EACH({ where: { id: 1 } })).name);'),
  source('secret', 'Client.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany}()', 'SINK(await db.user.EACH({ select: { id: true, password: true } }));', 'SINK(await db.user.EACH({ select: { id: true } }));'),
  source('secret', 'Client.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany}()#2', 'SINK(await db.user.EACH({ omit: { password: false } }));', 'SINK(await db.user.EACH({ omit: { password: true } }));'),
  source('secret', 'Client.*.{findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow}().{*}', 'SINK((await db.user.EACH({ where: { id: 1 } })).EACH2);'),
  source('secret', 'Client.*.findMany().*.{*}', 'for (const user of await db.user.findMany()) SINK(user.EACH);'),
  sink('sql', 'Client.$queryRawUnsafe[0]', 'db.$queryRawUnsafe(`SELECT ${INPUT}`);', 'db.$queryRawUnsafe("SELECT $1", INPUT);', 'db.$queryRaw`SELECT ${INPUT}`;'),
  sink('sql', 'Client.$executeRawUnsafe[0]', 'db.$executeRawUnsafe(`DELETE FROM ${INPUT}`);', 'db.$executeRaw`DELETE FROM t WHERE id = ${INPUT}`;'),
  sink('sql', 'Client.{$queryRaw,$executeRaw}[0]', 'db.EACH(`SELECT ${INPUT}`);', 'db.EACH`SELECT ${INPUT}`;', 'db.EACH(Prisma.sql`SELECT ${INPUT}`);'),
  sink('sql', 'Prisma.raw[0]', 'db.$queryRaw`SELECT ${Prisma.raw(INPUT)}`;', 'db.$queryRaw`SELECT ${Prisma.join([INPUT])}`;'),
  sink('nosql', 'Client.*.{findFirst,findFirstOrThrow,findMany,updateMany,deleteMany,count,aggregate,groupBy}[0].where', 'db.user.EACH({ where: INPUT });', 'db.user.EACH({ where: { name: String(INPUT) } });', 'db.user.EACH({ where: { name: { equals: INPUT }, AND: [{ age: 3 }] } });'),
  sink('nosql', 'Client.*.{findRaw,aggregateRaw}[0].{filter,pipeline}', 'db.user.EACH({ EACH2: INPUT });'),
  sink('fields', 'Client.*.{create,createMany,createManyAndReturn,update,updateMany,updateManyAndReturn}[0].data', 'db.user.EACH({ data: INPUT });', 'db.user.EACH({ data: { name: String(INPUT.name) } });'),
  sink('fields', 'Client.*.{create,update}[0].data.*.{create,update}', 'db.user.EACH({ where: { id: 1 }, data: { profile: { EACH2: INPUT } } });', 'db.user.EACH({ where: { id: 1 }, data: { profile: { EACH2: { bio: INPUT.bio } } } });'),
  sink('fields', 'Client.*.upsert[0].{create,update}', 'db.user.upsert({ where: { id: 1 }, EACH: INPUT });'),
]);
