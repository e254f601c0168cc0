import { sqlite } from '../../src/models/sqlite.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(sqlite, "import { open, Database } from 'sqlite'; const db = await open({ filename: 'app.db' });", [
  way('Database', 'open()', 'db.exec(INPUT);'),
  way('Database', 'exports.Database()', 'new Database({}).exec(INPUT);'),
  way('Database', ':Database', 'export const f = (x: Database) => x.exec(INPUT);'),
  way('Database', '~db', 'export const f = (db) => db.get(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Statement', 'Database.prepare()', 'const s = await db.prepare("SELECT 1"); SINK((await s.get()).name);'),
  way('Statement', ':Statement', "import type { Statement } from 'sqlite'; export const f = async (s: Statement) => SINK(await s.get());"),
  source('database', 'Database.{get,all}()', 'SINK(await db.EACH("SELECT 1"));'),
  source('database', 'Database.each[1..](1)', 'db.each("SELECT 1", (err, row) => SINK(row.name));'),
  source('database', 'Statement.{get,all}()', 'SINK(await (await db.prepare("SELECT 1")).EACH());'),
  source('error', 'Database.each[1..](0)', 'db.each("SELECT 1", (err) => SINK(err));'),
  sink('sql', 'Database.{run,get,all,each,prepare}[0]', 'db.EACH(`SELECT * FROM t WHERE id = ${INPUT}`);', 'db.EACH("SELECT ?", INPUT);'),
  sink('sql', 'Database.{run,get,all}[0].sql', 'db.EACH({ sql: `SELECT ${INPUT}` });', 'db.EACH({ sql: "SELECT ?", values: [INPUT] });'),
  sink('sql', 'Database.exec[0]', 'db.exec(`DELETE FROM t WHERE id = ${INPUT}`);'),
  sink('path', 'open[0].filename', 'await open({ filename: INPUT });'),
  sink('path', 'Database.loadExtension[0]', 'db.loadExtension(INPUT);'),
]);
