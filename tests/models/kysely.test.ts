import { kysely } from '../../src/models/kysely.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(kysely, "import { Kysely, sql, CompiledQuery } from 'kysely'; const db = new Kysely({});", [
  way('Db', 'exports.Kysely()', 'db.insertInto("users").values(INPUT);'),
  way('Db', ':{Kysely,Transaction}', "import type { EACH as T } from 'kysely'; export const f = (x: T) => x.insertInto('users').values(INPUT);"),
  way('Builder', 'Db.{selectFrom,insertInto,updateTable,deleteFrom}()', 'SINK(await db.EACH("users").execute());'),
  way('Builder', 'Builder.*()', 'SINK(await db.selectFrom("users").where("id", "=", 1).execute());'),
  way('Builder', 'Builder.{values,set}()', 'SINK(await db.insertInto("users").EACH({ id: 1 }).execute());'),
  source('database', 'Builder.{execute,executeTakeFirst,executeTakeFirstOrThrow}()', 'SINK(await db.selectFrom("users").EACH());'),
  sink('sql', 'exports.sql.raw[0]', 'sql.raw(`SELECT ${INPUT}`);', 'sql`SELECT ${INPUT}`;'),
  sink('sql', 'exports.sql.{lit,literal}[0]', 'sql.EACH(INPUT);', 'sql.val(INPUT);'),
  sink('sql', 'exports.CompiledQuery.raw[0]', 'CompiledQuery.raw(INPUT);', 'CompiledQuery.raw("SELECT ?", [INPUT]);'),
  sink('fields', 'Builder.{values,set}[0]', 'db.updateTable("users").EACH(INPUT);', 'db.updateTable("users").EACH({ name: INPUT });'),
]);
