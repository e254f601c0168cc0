import { mssql } from '../../src/models/mssql.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(mssql, "import sql, { connect, ConnectionPool, Request } from 'mssql'; const pool = await sql.connect({});", [
  way('Pool', 'connect()', 'pool.query(`SELECT ${INPUT}`);'),
  way('Pool', 'exports.ConnectionPool()', 'new ConnectionPool({}).query(`SELECT ${INPUT}`);'),
  way('Pool', 'Pool.connect()', '(await new ConnectionPool({}).connect()).query(`SELECT ${INPUT}`);'),
  way('Pool', ':ConnectionPool', 'export const f = (p: ConnectionPool) => p.query(`SELECT ${INPUT}`);'),
  way('Pool', '~pool', 'export const f = (pool) => pool.batch(`SELECT * FROM t WHERE id = ${INPUT}`);'),
  way('Request', 'Pool', 'pool.query(`SELECT ${INPUT}`);'),
  way('Request', 'exports', 'sql.query(`SELECT ${INPUT}`);'),
  way('Request', 'exports.Request()', 'new Request().query(`SELECT ${INPUT}`);'),
  way('Request', 'Pool.request()', 'pool.request().query(`SELECT ${INPUT}`);'),
  way('Request', 'exports.Transaction().request()', 'new sql.Transaction(pool).request().query(`SELECT ${INPUT}`);'),
  way('Request', 'Request.{input,output}()', 'new Request().EACH("id", 1).query(`SELECT ${INPUT}`);'),
  way('Request', ':Request', 'export const f = (r: Request) => r.query(`SELECT ${INPUT}`);'),
  source('database', 'Request.{query,batch,execute}().{recordset,recordsets}', 'SINK((await pool.request().EACH("SELECT 1")).EACH2);'),
  source('database', 'Request.{query,batch}[1](1).{recordset,recordsets}', 'new Request().EACH("SELECT 1", (err, result) => SINK(result.EACH2));'),
  source('error', 'Request.{query,batch,execute}[1](0)', 'new Request().EACH("SELECT 1", (err) => SINK(err));'),
  sink('sql', 'Request.query[0]', 'pool.query(`SELECT ${INPUT}`);', 'pool.query`SELECT ${INPUT}`;', 'pool.request().input("id", INPUT).query("SELECT @id");'),
  sink('sql', 'Request.batch[0]', 'pool.batch(`SELECT ${INPUT}`);', 'pool.batch`SELECT ${INPUT}`;'),
  sink('sql', 'exports.PreparedStatement().prepare[0]', 'new sql.PreparedStatement(pool).prepare(`SELECT ${INPUT}`);', 'new sql.PreparedStatement(pool).prepare("SELECT @id");'),
]);
