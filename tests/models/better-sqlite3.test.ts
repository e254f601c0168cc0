import { betterSqlite3 } from '../../src/models/better-sqlite3.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(betterSqlite3, "import Database from 'better-sqlite3'; const db = new Database('app.db');", [
  way('Database', 'exports()', "const Direct = require('better-sqlite3'); Direct('a').exec(INPUT);"),
  way('Database', 'exports.Database()', "import { Database as Lib } from 'libsql'; new Lib('a').exec(INPUT);"),
  way('Database', 'Database.{exec,function,aggregate,table,defaultSafeIntegers,loadExtension}()', 'db.EACH("x", {}).exec(INPUT);'),
  way('Database', ':Database', "export const f = (x: Database.Database) => x.exec(INPUT);"),
  way('Database', '~db', 'export const f = (db) => db.prepare(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Passwords', 'Database.prepare()', 'SINK(db.prepare("SELECT id, password FROM users").get(1));'),
  source('secret', 'Passwords.{get,all}()', 'SINK(db.prepare("SELECT id, password FROM users").EACH());', 'SINK(db.prepare("SELECT id FROM users").EACH());', 'SINK(db.prepare("SELECT id, password FROM users").get(1).id);'),
  source('secret', 'Passwords.get().{*}', 'SINK(db.prepare("SELECT password FROM users").get(1).EACH);'),
  source('secret', 'Passwords.all().*.{*}', 'for (const row of db.prepare("SELECT password FROM users").all()) SINK(row.EACH);'),
  way('Statement', 'Database.prepare()', 'SINK(db.prepare("SELECT 1").get().name);'),
  way('Statement', 'Statement.{pluck,expand,raw,safeIntegers}()', 'SINK(db.prepare("SELECT 1").EACH().get());'),
  way('Statement', ':Statement', "import type { Statement } from 'better-sqlite3'; export const f = (s: Statement) => SINK(s.get());"),
  source('database', 'Statement.{get,all,iterate}()', 'SINK(db.prepare("SELECT 1").EACH());'),
  source('database', 'Database.pragma()', 'SINK(db.pragma("table_info(t)"));'),
  sink('sql', 'Database.prepare[0]', 'db.prepare(`SELECT ${INPUT}`);', 'db.prepare("SELECT ?").get(INPUT);'),
  sink('sql', 'Database.{exec,pragma}[0]', 'db.EACH(`x = ${INPUT}`);', 'db.EACH("x = 1");'),
  sink('sql', 'Database.exec[0]', 'const run = db.transaction((x) => db.exec(x)); run(INPUT);', 'const run = db.transaction((x) => db.exec(x)); run("x");'),
  sink('path', 'exports[0]', 'new Database(INPUT);'),
  sink('path', 'Database.{backup,loadExtension}[0]', 'db.EACH(INPUT);'),
]);
