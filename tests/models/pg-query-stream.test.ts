import { pgQueryStream } from '../../src/models/pg-query-stream.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(pgQueryStream, "import QueryStream from 'pg-query-stream'; const rows = new QueryStream('SELECT 1');", [
  way('Rows', 'exports()', "const Direct = require('pg-query-stream'); new Direct('SELECT 1').on('data', (row) => SINK(row));"),
  way('Rows', ':{QueryStream,default}', 'import type { EACH as Type } from "pg-query-stream"; export const f = (r: Type) => r.on("data", (row) => SINK(row));'),
  source('database', "Rows.on('data')[1](0)", 'rows.on("data", (row) => SINK(row.name));'),
  source('error', "Rows.on('error')[1](0)", 'rows.on("error", (err) => SINK(err));'),
  sink('sql', 'exports[0]', 'new QueryStream(`SELECT ${INPUT}`);', 'new QueryStream("SELECT $1", [INPUT]);'),
]);
