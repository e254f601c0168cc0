import { nodeSqlite } from '../../src/models/node-sqlite.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(nodeSqlite, "import { DatabaseSync, StatementSync, backup } from 'node:sqlite'; const db = new DatabaseSync('app.db');", [
  way('Database', 'DatabaseSync()', 'db.exec(INPUT);'),
  way('Database', ':DatabaseSync', 'export const f = (x: DatabaseSync) => x.exec(INPUT);'),
  way('Database', '~db', 'export const f = (db) => db.prepare(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Statement', 'Database.prepare()', 'SINK(db.prepare("SELECT 1").get());'),
  way('Statement', ':StatementSync', 'export const f = (s: StatementSync) => SINK(s.get().name);'),
  source('database', 'Statement.{get,all,iterate}()', 'SINK(db.prepare("SELECT 1").EACH());'),
  sink('sql', 'Database.prepare[0]', 'db.prepare(`SELECT ${INPUT}`);', 'db.prepare("SELECT ?").get(INPUT);'),
  sink('sql', 'Database.exec[0]', 'db.exec(`DELETE FROM ${INPUT}`);'),
  sink('path', 'DatabaseSync[0]', 'new DatabaseSync(INPUT);'),
  sink('path', 'Database.loadExtension[0]', 'db.loadExtension(INPUT);'),
  sink('path', 'backup[1]', 'await backup(db, INPUT);'),
]);
