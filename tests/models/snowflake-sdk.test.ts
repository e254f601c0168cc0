import { snowflakeSdk } from '../../src/models/snowflake-sdk.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const bad = 'execute({ sqlText: `SELECT ${INPUT}` })';

describeModel(snowflakeSdk, "import snowflake from 'snowflake-sdk'; const db = snowflake.createConnection({});", [
  way('Pool', 'createPool()', `(await snowflake.createPool({}, {}).acquire()).${bad};`),
  way('Connection', 'createConnection()', `db.${bad};`),
  way('Connection', 'Connection.{connect,connectAsync}()', `(await db.EACH()).${bad};`),
  way('Connection', 'Connection.{connect,connectAsync}[0](1)', `db.EACH((err, c) => c.${bad});`),
  way('Connection', 'Pool.acquire()', `(await snowflake.createPool({}, {}).acquire()).${bad};`),
  way('Connection', 'Pool.use[0](0)', `snowflake.createPool({}, {}).use(async (c) => c.${bad});`),
  way('Connection', ':Connection', `export const f = (c: snowflake.Connection) => c.${bad};`),
  source('database', 'Connection.{execute,fetchResult}[0].complete(2)', "db.EACH({ sqlText: 'SELECT 1', complete: (err, statement, rows) => SINK(rows) });"),
  source('database', "Connection.{execute,fetchResult}().streamRows().on('data')[1](0)", "db.EACH({ sqlText: 'SELECT 1' }).streamRows().on('data', (row) => SINK(row));"),
  source('error', 'Connection.{execute,fetchResult}[0].complete(0)', "db.EACH({ sqlText: 'SELECT 1', complete: (problem) => SINK(problem) });"),
  source('error', 'Connection.{connect,connectAsync}[0](0)', 'db.EACH((problem) => SINK(problem));'),
  sink('sql', 'Connection.execute[0].sqlText', `db.${bad};`, "db.execute({ sqlText: 'SELECT ?', binds: [INPUT] });"),
  mark('credential', 'exports.{createConnection,createPool}[0].password', 'snowflake.EACH({ password: "x" });'),
]);
