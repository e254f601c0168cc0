import { googleCloudBigquery } from '../../src/models/google-cloud-bigquery.ts';
import { describeModel, sink, source, way } from './harness.ts';

const sql = '`SELECT ${INPUT}`';

describeModel(googleCloudBigquery, "import { BigQuery } from '@google-cloud/bigquery'; const db = new BigQuery();", [
  way('BigQuery', 'exports.BigQuery()', `db.query(${sql});`),
  way('BigQuery', 'BigQuery.dataset()', `db.dataset("a").query(${sql});`),
  way('BigQuery', ':{BigQuery,Dataset}', `import type { EACH as T } from '@google-cloud/bigquery'; export const f = (x: T) => x.query(${sql});`),
  source('database', 'BigQuery.query().0', 'const [rows] = await db.query("SELECT 1"); SINK(rows);'),
  source('database', 'BigQuery.query[1..2](1)', 'db.query("SELECT 1", (err, rows) => SINK(rows));'),
  source('error', 'BigQuery.query[1..2](0)', 'db.query("SELECT 1", (err) => SINK(err));'),
  sink('sql', 'BigQuery.{query,createQueryJob,createQueryStream}[0]', `db.EACH(${sql});`),
  sink('sql', 'BigQuery.{query,createQueryJob,createQueryStream}[0].query', `db.EACH({ query: ${sql} });`, 'db.EACH({ query: "SELECT @id", params: { id: INPUT } });'),
]);
