import { pg } from '../../src/models/pg.ts';
import { clean, describeModel, flow, sink, source, way } from './harness.ts';

describeModel(pg, "import pg, { Pool, Client } from 'pg'; const db = new Pool();", [
  way('Pool', 'exports.{Pool,BoundPool}()', 'new pg.EACH().query(`SELECT ${INPUT}`);'),
  way('Pool', 'exports()', "const Direct = require('pg-pool'); new Direct().query(`SELECT ${INPUT}`);"),
  way('Pool', 'exports.native.Pool()', 'new pg.native.Pool().query(`SELECT ${INPUT}`);'),
  way('Pool', ':Pool', 'export const f = (db: Pool) => db.query(`SELECT ${INPUT}`);'),
  way('Pool', '~pool', 'export const f = (pool) => pool.query(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Client', 'Pool', 'db.query(`SELECT ${INPUT}`);'),
  way('Client', 'exports.Client()', 'new pg.Client().query(`SELECT ${INPUT}`);'),
  way('Client', 'exports.native.Client()', 'new pg.native.Client().query(`SELECT ${INPUT}`);'),
  way('Client', 'Pool.connect()', 'const client = await db.connect(); await client.query(`SELECT ${INPUT}`);'),
  way('Client', 'Pool.connect[0](1)', 'db.connect((err, client) => client.query(`SELECT ${INPUT}`));'),
  way('Client', ':{Client,PoolClient,ClientBase}', "import type { EACH as T } from 'pg'; export const f = (c: T) => c.query(`SELECT ${INPUT}`);"),
  way('Client', '~client', 'export const f = (client) => client.query(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Client', '~db', 'export const f = (db) => db.query(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Result', 'Client.query()', 'SINK((await db.query("SELECT 1")).rows);'),
  way('Result', 'Client.query[1..2](1)', 'db.query("SELECT 1", (err, { rows }) => SINK(rows[0].name));'),

  source('database', 'Result.rows', 'const { rows } = await db.query("SELECT 1"); SINK(rows[0].name);'),
  source('database', "Client.on('notification')[1](0).payload", 'const c = new Client(); c.on("notification", (message) => SINK(message.payload));'),
  source('database', "Client.query().{on,addListener}('row'|'data')[1](0)", 'new Client().query(q).EACH("EACH2", (row) => SINK(row.name));'),
  source('database', 'Client.query().read()', 'const rows = await new Client().query(cursor).read(10); SINK(rows[0].name);'),
  source('database', 'Client.query().read[1](1)', 'new Client().query(cursor).read(10, (err, rows) => SINK(rows[0].name));'),
  source('error', 'Client.query[1..2](0)', 'db.query("SELECT $1", [1], (err) => SINK(err));'),
  source('error', 'Client.connect[0](0)', 'db.connect((err) => SINK(err));'),
  source('error', "Client.on('error')[1](0)", 'db.on("error", (err) => SINK(err));'),

  sink('sql', 'Client.query[0]', 'db.query(`SELECT ${INPUT}`);', 'db.query("SELECT $1", [INPUT]);', 'db.query({ text: "SELECT $1", values: [INPUT] });'),
  sink('sql', 'Client.query[0].text', 'db.query({ text: `SELECT ${INPUT}` });', 'db.query({ text: "SELECT $1", values: [INPUT] });'),
  sink('sql', 'exports.Query[0]', 'db.query(new pg.Query(`SELECT ${INPUT}`));', 'db.query(new pg.Query("SELECT $1", [INPUT]));'),
  clean('sql', 'exports.{escapeLiteral,escapeIdentifier}()', 'SINK(pg.EACH(INPUT));'),
  clean('sql', 'Client.{escapeLiteral,escapeIdentifier}()', 'SINK(new Client().EACH(INPUT));'),
  flow('exports.{escapeLiteral,escapeIdentifier}[0] -> ()', 'SINK(pg.EACH(INPUT));'),
  flow('Client.{escapeLiteral,escapeIdentifier}[0] -> ()', 'SINK(new Client().EACH(INPUT));'),
]);
