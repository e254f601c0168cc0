import { pgCursor } from '../../src/models/pg-cursor.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(pgCursor, "import Cursor from 'pg-cursor'; const cursor = new Cursor('SELECT 1');", [
  way('Cursor', 'exports()', "const Direct = require('pg-cursor'); SINK(await new Direct('SELECT 1').read(9));"),
  way('Cursor', ':{Cursor,default}', "import type { EACH as Type } from 'pg-cursor'; export const f = async (c: Type) => SINK(await c.read(9));"),
  source('database', 'Cursor.read()', 'const rows = await cursor.read(9); SINK(rows[0].name);'),
  source('database', 'Cursor.read[1](1)', 'cursor.read(9, (err, rows) => SINK(rows));'),
  source('error', 'Cursor.read[1](0)', 'cursor.read(9, (err) => SINK(err));'),
  sink('sql', 'exports[0]', 'new Cursor(`SELECT ${INPUT}`);', 'new Cursor("SELECT $1", [INPUT]);'),
]);
