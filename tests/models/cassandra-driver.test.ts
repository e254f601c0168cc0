import { cassandraDriver } from '../../src/models/cassandra-driver.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(cassandraDriver, "import cassandra, { Client } from 'cassandra-driver'; const client = new cassandra.Client({});", [
  way('Client', 'exports.Client()', 'client.execute(`SELECT ${INPUT}`);'),
  way('Client', ':Client', 'export const f = (c: Client) => c.execute(`SELECT ${INPUT}`);'),
  source('database', 'Client.execute().rows', 'const { rows } = await client.execute("SELECT 1"); SINK(rows[0].name);'),
  source('database', 'Client.execute[1..3](1).rows', 'client.execute("SELECT 1", [], (err, result) => SINK(result.rows));'),
  source('database', 'Client.eachRow[1..3](1)', 'client.eachRow("SELECT 1", [], (n, row) => SINK(row));'),
  source('error', 'Client.execute[1..3](0)', 'client.execute("SELECT 1", [], (err) => SINK(err));'),
  sink('sql', 'Client.{execute,eachRow,stream}[0]', 'client.EACH(`SELECT ${INPUT}`);', 'client.EACH("SELECT ?", [INPUT]);'),
  sink('sql', 'Client.batch[0].*', 'client.batch([`SELECT ${INPUT}`]);', 'client.batch(["SELECT 1"]);'),
  sink('sql', 'Client.batch[0].*.query', 'client.batch([{ query: `SELECT ${INPUT}` }]);', 'client.batch([{ query: "SELECT ?", params: [INPUT] }]);'),
]);
