import { duckdb } from '../../src/models/duckdb.ts';
import { describeModel, sink, source, way } from './harness.ts';

const sql = '`SELECT ${INPUT}`';

describeModel(duckdb, "import duckdb from 'duckdb'; import { DuckDBInstance, DuckDBConnection } from '@duckdb/node-api'; const db = new duckdb.Database('a'); const session = await (await DuckDBInstance.create('a')).connect();", [
  way('Database', 'exports.{Database,cached}()', `new duckdb.EACH('a').run(${sql});`),
  way('Database', 'exports.cached.Database()', `new duckdb.cached.Database('a').run(${sql});`),
  way('Database', 'exports.Database.create()', `import { Database } from 'duckdb-async'; (await Database.create('a')).run(${sql});`),
  way('Database', ':Database', `export const f = (x: duckdb.Database) => x.run(${sql});`),
  way('Connection', 'Database', `db.run(${sql});`),
  way('Connection', 'Database.connect()', `db.connect().run(${sql});`),
  way('Connection', 'exports.Connection()', `new duckdb.Connection(db).run(${sql});`),
  way('Connection', ':Connection', `export const f = (x: duckdb.Connection) => x.run(${sql});`),
  way('Instance', 'exports.DuckDBInstance.{create,fromCache}()', `(await (await DuckDBInstance.EACH('a')).connect()).run(${sql});`),
  way('Instance', ':DuckDBInstance', `export const f = async (x: DuckDBInstance) => (await x.connect()).run(${sql});`),
  way('Session', 'Instance.connect()', `session.run(${sql});`),
  way('Session', 'exports.DuckDBConnection.create()', `(await DuckDBConnection.create()).run(${sql});`),
  way('Session', ':DuckDBConnection', `export const f = (x: DuckDBConnection) => x.run(${sql});`),
  source('database', 'Connection.{all,each}[1..](1)', 'db.EACH("SELECT 1", (err, rows) => SINK(rows));'),
  source('database', 'Connection.all()', 'SINK(await db.all("SELECT 1"));'),
  source('database', 'Session.{*}()', 'SINK(await session.EACH("SELECT 1"));'),
  source('error', 'Connection.{run,all,each,exec}[1..](0)', 'db.EACH("SELECT 1", (err) => SINK(err));'),
  sink('sql', 'Connection.{all,run,each,stream}[0]', `db.EACH(${sql});`, 'db.EACH("SELECT ?", INPUT);'),
  sink('sql', 'Connection.{prepare,exec}[0]', `db.EACH(${sql});`),
  sink('sql', 'Session.{run,runAndRead,runAndReadAll,stream,streamAndRead,streamAndReadAll,start,startThenRead,startThenReadAll,startStream,startStreamThenRead,startStreamThenReadAll}[0]', `session.EACH(${sql});`, 'session.EACH("SELECT ?", [INPUT]);'),
  sink('sql', 'Session.{runAndReadUntil,streamAndReadUntil,startThenReadUntil,startStreamThenReadUntil}[0]', `session.EACH(${sql}, 9);`, 'session.EACH("SELECT ?", 9, [INPUT]);'),
  sink('sql', 'Session.{prepare,extractStatements}[0]', `session.EACH(${sql});`),
  sink('path', 'exports.Database[0]', 'new duckdb.Database(INPUT);'),
  sink('path', 'exports.Database.create[0]', "import { Database } from 'duckdb-async'; Database.create(INPUT);"),
  sink('path', 'exports.DuckDBInstance.{create,fromCache}[0]', 'DuckDBInstance.EACH(INPUT);'),
]);
