import { postgres } from '../../src/models/postgres.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(postgres, "import postgres from 'postgres'; import type { Sql, TransactionSql } from 'postgres'; const sql = postgres(url);", [
  way('Sql', 'exports()', 'sql.unsafe(INPUT);'),
  way('Sql', 'Sql.begin[0..1](0)', 'sql.begin((tx) => tx.unsafe(INPUT));'),
  way('Sql', 'Sql.{reserve,savepoint}()', '(await sql.EACH()).unsafe(INPUT);'),
  way('Sql', 'Sql.savepoint[0..1](0)', 'sql.savepoint("a", (tx) => tx.unsafe(INPUT));'),
  way('Sql', ':{Sql,TransactionSql}', 'export const f = (x: EACH) => x.unsafe(INPUT);'),
  source('database', 'Sql()', 'const rows = await sql`SELECT 1`; SINK(rows[0].name);'),
  source('database', 'Sql.unsafe()', 'const rows = await sql.unsafe("SELECT 1"); SINK(rows[0].name);'),
  sink('sql', 'Sql.unsafe[0]', 'sql.unsafe(`SELECT ${INPUT}`);', 'sql`SELECT ${INPUT}`;', 'sql.unsafe("SELECT $1", [INPUT]);'),
  sink('path', 'Sql.file[0]', 'sql.file(INPUT);', 'sql.file("a.sql", [INPUT]);'),
  mark('certificates', 'exports[0..1].ssl.rejectUnauthorized', 'postgres(url, { ssl: { rejectUnauthorized: false } });', 'postgres(url, { ssl: "require" });'),
  mark('connection', 'exports[0]', 'postgres("x");'),
  mark('credential', 'exports[0..1].{password,pass}', 'postgres(url, { EACH: "x" });'),
]);
