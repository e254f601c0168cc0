import { clickhouseClient } from '../../src/models/clickhouse-client.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(clickhouseClient, "import { createClient, ClickHouseClient } from '@clickhouse/client'; const client = createClient();", [
  way('Client', 'createClient()', 'client.query({ query: `SELECT ${INPUT}` });'),
  way('Client', ':ClickHouseClient', 'export const f = (c: ClickHouseClient) => c.query({ query: `SELECT ${INPUT}` });'),
  source('database', 'Client.query().{json,text}()', 'const rows = await (await client.query({ query: "SELECT 1" })).EACH(); SINK(rows);'),
  sink('sql', 'Client.{query,exec,command}[0].query', 'client.EACH({ query: `SELECT ${INPUT}` });', 'client.EACH({ query: "SELECT {id: UInt32}", query_params: { id: INPUT } });'),
  sink('sql', 'Client.insert[0].table', 'client.insert({ table: INPUT });', 'client.insert({ table: "users", values: INPUT });'),
]);
