import { drizzle } from '../../src/models/drizzle.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(drizzle, "import { sql } from 'drizzle-orm'; import { drizzle } from 'drizzle-orm/node-postgres'; const db = drizzle(url);", [
  way('Sql', 'exports.sql', 'sql.raw(INPUT);'),
  way('Sql', 'exports.sql.sql', "import { sql as deep } from 'drizzle-orm/sql'; deep.raw(INPUT);"),
  way('Db', 'exports.*.drizzle()', 'db.execute(INPUT);'),
  way('Db', 'Db.transaction[0](0)', 'db.transaction((tx) => tx.execute(INPUT));'),
  way('Db', ':{NodePgDatabase,PostgresJsDatabase,MySql2Database,BetterSQLite3Database,LibSQLDatabase}', "import type { EACH as T } from 'drizzle-orm/node-postgres'; export const f = (x: T) => x.execute(INPUT);"),
  source('database', 'Db.execute()', 'SINK(await db.execute("SELECT 1"));'),
  source('database', 'Db.{all,get}()', 'SINK(await db.EACH("SELECT 1"));'),
  sink('sql', 'Sql.raw[0]', 'sql`SELECT ${sql.raw(INPUT)}`;', 'sql`SELECT ${INPUT}`;'),
  sink('sql', 'Db.{execute,run,all,get,values}[0]', 'db.EACH(`SELECT ${INPUT}`);', 'db.EACH(sql`SELECT ${INPUT}`);'),
  sink('fields', 'Db.insert().values[0]', 'db.insert(users).values(INPUT);', 'db.insert(users).values({ name: INPUT.name });'),
  sink('fields', 'Db.update().set[0]', 'db.update(users).set({ ...INPUT, id: 1 });', 'db.update(users).set({ name: INPUT.name });'),
]);
