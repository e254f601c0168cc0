import { slonik } from '../../src/models/slonik.ts';
import { describeModel, sink } from './harness.ts';

describeModel(slonik, "import { sql, createSqlTag } from 'slonik';", [
  sink('sql', 'exports.sql.unsafe[0]', 'sql.unsafe(`SELECT ${INPUT}`);', 'sql.unsafe`SELECT ${INPUT}`;'),
  sink('sql', 'exports.sql.fragment[0]', 'sql.fragment(`id = ${INPUT}`);', 'sql.fragment`id = ${INPUT}`;'),
  sink('sql', 'exports.sql.type()[0]', 'sql.type(row)(`SELECT ${INPUT}`);', 'sql.type(row)`SELECT ${INPUT}`;'),
  sink('sql', 'exports.createSqlTag().unsafe[0]', 'createSqlTag().unsafe(`SELECT ${INPUT}`);', 'createSqlTag().unsafe`SELECT ${INPUT}`;'),
]);
