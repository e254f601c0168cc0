import { sqlite3 } from '../../src/models/sqlite3.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(sqlite3, "import sqlite3 from 'sqlite3'; const db = new sqlite3.Database('app.db');", [
  way('Sqlite', 'exports', 'new sqlite3.Database("a").exec(INPUT);'),
  way('Sqlite', 'exports.verbose()', "const { Database } = require('sqlite3').verbose(); new Database('a').exec(INPUT);"),
  way('Sqlite', ':sqlite3', "import type { sqlite3 as Sqlite } from 'sqlite3'; export const f = (lib: Sqlite) => new lib.Database(INPUT);"),
  way('Database', 'Sqlite.{Database,cached}()', 'new sqlite3.EACH("a").exec(INPUT);'),
  way('Database', 'Sqlite.cached.Database()', 'new sqlite3.cached.Database("a").exec(INPUT);'),
  way('Database', 'Database.{run,get,all,each,exec,map,serialize}()', 'db.EACH("SELECT 1").exec(INPUT);'),
  way('Database', ':Database', "import type { Database } from 'sqlite3'; export const f = (x: Database) => x.exec(INPUT);"),
  way('Database', '~db', 'export const f = (db) => db.each(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Statement', 'Database.prepare()', 'db.prepare("SELECT 1").get((err, row) => SINK(row.name));'),
  way('Statement', 'Statement.{reset,finalize,run,get,all,each}()', 'db.prepare("SELECT ?").EACH(1).get((err, row) => SINK(row));'),
  way('Statement', ':Statement', "import type { Statement } from 'sqlite3'; export const f = (s: Statement) => s.get((err, row) => SINK(row.name));"),
  source('database', 'Database.{get,all,each,map}[1..](1)', 'db.EACH("SELECT 1", (err, row) => SINK(row.name));'),
  source('database', 'Statement.{get,all,each,map}[0..](1)', 'db.prepare("SELECT ?").EACH(1, (err, row) => SINK(row));'),
  source('error', 'Database.{run,get,all,each,exec,map,prepare}[1..](0)', 'db.EACH("SELECT 1", (err) => SINK(err));'),
  source('error', 'Statement.{run,get,all,each,map}[0..](0)', 'db.prepare("SELECT 1").EACH((err) => SINK(err));'),
  source('error', 'Sqlite.Database[1..2](0)', 'new sqlite3.Database("a", (err) => SINK(err));'),
  sink('sql', 'Database.{run,get,all,each,map,prepare}[0]', 'db.EACH(`SELECT * FROM t WHERE id = ${INPUT}`);', 'db.EACH("SELECT ?", INPUT);', 'db.EACH("SELECT ?", [INPUT]);'),
  sink('sql', 'Database.exec[0]', 'db.exec(`DELETE FROM t WHERE id = ${INPUT}`);'),
  sink('path', 'Sqlite.Database[0]', 'new sqlite3.Database(INPUT);'),
  sink('path', 'Sqlite.cached.Database[0]', 'new sqlite3.cached.Database(INPUT);'),
  sink('path', 'Database.{loadExtension,backup}[0]', 'db.EACH(INPUT);'),
  mark('errorFirst', 'Database.{run,get,all,each,exec,map}', 'db.EACH("SELECT 1", () => work());', 'db.close(() => work());'),
  mark('errorFirst', 'Statement.{run,get,all,each,map}', 'db.prepare("SELECT 1").EACH(() => work());'),
]);
