import { pgPromise } from '../../src/models/pg-promise.ts';
import { clean, describeModel, flow, sink, source, way } from './harness.ts';

const bad = 'any(`SELECT ${INPUT}`)';

describeModel(pgPromise, "import pgPromise from 'pg-promise'; const pgp = pgPromise(); const db = pgp('postgres://shop');", [
  way('Pgp', 'exports()', `db.${bad};`),
  way('Db', 'Pgp()', `db.${bad};`),
  way('Db', 'Db.{task,taskIf,tx,txIf}[0..1](0)', `db.EACH('name', (t) => t.${bad});`),
  way('Db', 'Db.connect()', `(await db.connect()).${bad};`),
  way('Db', ':{IDatabase,ITask,IBaseProtocol,IConnected}', `export const f = (x: pgPromise.EACH) => x.${bad};`),
  way('Format', 'exports.as', 'pgPromise.as.format(`SELECT ${INPUT}`);'),
  way('Format', 'Pgp.as', 'pgp.as.format(`SELECT ${INPUT}`);'),
  way('Statements', 'exports', 'new pgPromise.ParameterizedQuery(`SELECT ${INPUT}`);'),
  way('Statements', 'Pgp', 'new pgp.ParameterizedQuery(`SELECT ${INPUT}`);'),
  source('database', 'Db.{*}()', "SINK(await db.EACH('SELECT 1'));"),
  source('database', 'Db.{func,proc}()', "SINK(await db.EACH('list', [1]));"),
  source('database', 'Db.{each,map}[2](0)', "db.EACH('SELECT 1', [], (row) => SINK(row));"),
  sink('sql', 'Db.{*}[0]', 'db.EACH(`SELECT ${INPUT}`);', "db.EACH('SELECT $1', [INPUT]);", 'db.EACH(`SELECT ${pgp.as.text(INPUT)}`);'),
  sink('sql', 'Db.{*}[0].text', 'db.EACH({ text: `SELECT ${INPUT}` });', "db.EACH({ text: 'SELECT $1', values: [INPUT] });"),
  sink('sql', 'Format.format[0]', 'pgp.as.format(`SELECT ${INPUT}`);', "pgp.as.format('SELECT $1', [INPUT]);"),
  sink('sql', 'Statements.ParameterizedQuery[0]', 'new pgp.ParameterizedQuery(`SELECT ${INPUT}`);', "new pgp.ParameterizedQuery('SELECT $1');"),
  sink('sql', 'Statements.{ParameterizedQuery,PreparedStatement}[0].text', 'new pgp.EACH({ text: `SELECT ${INPUT}` });', "new pgp.EACH({ text: 'SELECT $1', values: [INPUT] });"),
  sink('sql', 'Pgp.helpers.concat[0].*', 'pgp.helpers.concat([`SELECT ${INPUT}`]);', "pgp.helpers.concat(['SELECT 1']);"),
  sink('sql', 'Pgp.helpers.concat[0].*.query', 'pgp.helpers.concat([{ query: `SELECT ${INPUT}` }]);', "pgp.helpers.concat([{ query: 'SELECT $1', values: [INPUT] }]);"),
  clean('sql', 'Format.{name,alias,text,csv,json,array,number,bool,date,buffer}()', 'SINK(pgp.as.EACH(INPUT));', 'SINK(pgp.as.value(INPUT));'),
  flow('Format.{name,alias,value,text,csv,json,array,format}[0] -> ()', 'SINK(pgp.as.EACH(INPUT));', "SINK(pgp.as.EACH('a'));"),
]);
