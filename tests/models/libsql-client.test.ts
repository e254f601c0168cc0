import { libsqlClient } from '../../src/models/libsql-client.ts';
import { describeModel, sink, source, way } from './harness.ts';

const sql = '`SELECT ${INPUT}`';

describeModel(libsqlClient, "import { createClient } from '@libsql/client'; const db = createClient({ url });", [
  way('Client', 'createClient()', `db.execute(${sql});`),
  way('Client', 'Client.transaction()', `(await db.transaction("write")).execute(${sql});`),
  way('Client', ':{Client,Transaction}', `import type { EACH as T } from '@libsql/client'; export const f = (x: T) => x.execute(${sql});`),
  source('database', 'Client.execute().rows', 'SINK((await db.execute("SELECT 1")).rows);', 'SINK((await db.execute("SELECT 1")).columns);'),
  source('database', 'Client.batch().*.rows', 'SINK((await db.batch(["SELECT 1"]))[0].rows);'),
  sink('sql', 'Client.execute[0]', `db.execute(${sql});`, 'db.execute("SELECT ?", [INPUT]);'),
  sink('sql', 'Client.execute[0].sql', `db.execute({ sql: ${sql} });`, 'db.execute({ sql: "SELECT ?", args: [INPUT] });'),
  sink('sql', 'Client.{batch,migrate}[0].*', `db.EACH([${sql}]);`, 'db.EACH(["SELECT 1"]);'),
  sink('sql', 'Client.{batch,migrate}[0].*.sql', `db.EACH([{ sql: ${sql} }]);`, 'db.EACH([{ sql: "SELECT ?", args: [INPUT] }]);'),
  sink('sql', 'Client.executeMultiple[0]', `db.executeMultiple(${sql});`),
]);
