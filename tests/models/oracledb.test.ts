import { oracledb } from '../../src/models/oracledb.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const bad = 'execute(`SELECT ${INPUT} FROM dual`)';

describeModel(oracledb, "import oracledb from 'oracledb'; const db = await oracledb.getConnection({});", [
  way('Pool', 'exports.{createPool,getPool}()', `const pool = await oracledb.EACH({}); (await pool.getConnection()).${bad};`),
  way('Pool', 'createPool[1](1)', `oracledb.createPool({}, (err, pool) => pool.getConnection((problem, c) => c.${bad}));`),
  way('Pool', ':Pool', `export const f = async (pool: oracledb.Pool) => (await pool.getConnection()).${bad};`),
  way('Connection', 'getConnection()', `db.${bad};`),
  way('Connection', 'exports.getConnection[0..1](1)', `oracledb.getConnection({}, (err, c) => c.${bad});`),
  way('Connection', 'createPool[0].sessionCallback(0)', `oracledb.createPool({ sessionCallback: (c, tag, done) => c.${bad} });`),
  way('Connection', 'Pool.getConnection()', `(await oracledb.getPool().getConnection()).${bad};`),
  way('Connection', 'Pool.getConnection[0..1](1)', `oracledb.getPool().getConnection((err, c) => c.${bad});`),
  way('Connection', ':Connection', `export const f = (c: oracledb.Connection) => c.${bad};`),
  way('Result', 'Connection.execute()', "SINK((await db.execute('SELECT 1 FROM dual')).rows[0]);"),
  way('Result', 'Connection.execute[1..3](1)', "db.execute('SELECT :1 FROM dual', [1], (err, result) => SINK(result.rows[0]));"),
  source('database', 'Result.{rows,outBinds}', "const result = await db.execute('SELECT 1 FROM dual'); SINK(result.EACH);"),
  source('database', 'Result.resultSet.{getRow,getRows}()', "const { resultSet } = await db.execute('SELECT 1 FROM dual'); SINK(await resultSet.EACH(9));"),
  source('database', "Connection.queryStream().on('data')[1](0)", "db.queryStream('SELECT 1 FROM dual').on('data', (row) => SINK(row));"),
  source('error', 'Connection.{execute,executeMany}[1..3](0)', "db.EACH('SELECT :1 FROM dual', [1], (problem) => SINK(problem));"),
  source('error', 'exports.getConnection[0..1](0)', 'oracledb.getConnection({}, (problem) => SINK(problem));'),
  source('error', 'createPool[1](0)', 'oracledb.createPool({}, (problem) => SINK(problem));'),
  source('error', 'Pool.getConnection[0..1](0)', 'oracledb.getPool().getConnection((problem) => SINK(problem));'),
  sink('sql', 'Connection.{execute,executeMany,queryStream}[0]', 'db.EACH(`SELECT ${INPUT} FROM dual`);', "db.EACH('SELECT :1 FROM dual', [INPUT]);"),
  mark('credential', 'exports.{getConnection,createPool}[0].password', 'oracledb.EACH({ password: "x" });'),
]);
