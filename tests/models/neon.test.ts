import { neon } from '../../src/models/neon.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(neon, "import { neon, sql, Client, Pool, createClient, createPool, db } from '@neondatabase/serverless'; const ask = neon(url);", [
  way('Sql', 'neon()', 'ask.query(`SELECT ${INPUT}`);'),
  way('Sql', 'exports.sql', 'sql.query(`SELECT ${INPUT}`);'),
  way('pg:Client', 'exports.{Client,Pool,createClient,createPool}()', 'new EACH().query(`SELECT ${INPUT}`);'),
  way('pg:Client', 'exports.db', 'db.query(`SELECT ${INPUT}`);'),
  source('database', 'Sql()', 'const rows = await ask`SELECT 1`; SINK(rows[0].name);'),
  source('database', 'Sql.query()', 'const rows = await ask.query("SELECT 1"); SINK(rows[0].name);'),
  sink('sql', 'Sql[0]', 'ask(`SELECT ${INPUT}`);', 'ask`SELECT ${INPUT}`;', 'ask("SELECT $1", [INPUT]);'),
  sink('sql', 'Sql.query[0]', 'ask.query(`SELECT ${INPUT}`);', 'ask.query("SELECT $1", [INPUT]);'),
  sink('sql', 'Sql.unsafe[0]', 'ask.unsafe(INPUT);', 'ask.unsafe("now()");'),
]);
