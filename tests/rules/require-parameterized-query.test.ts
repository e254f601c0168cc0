import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-parameterized-query.ts';
import { drivers, express, lines, runJavaScript } from './samples.ts';

const value = (source: string) => ({ messageId: 'value', data: { source } });
const name = (source: string) => ({ messageId: 'name', data: { source } });
const all: [{ positions: 'all' }] = [{ positions: 'all' }];

/** A data access function: its callers are in other files. */
const dao = (driver: string, ...body: string[]) => lines(driver, 'export async function find(id, options) {', ...body.map((line) => `  ${line}`), '}');

const fixed = (driver: string, source: string, before: string, after: string) => ({ code: dao(driver, before), output: dao(driver, after), errors: [value(source)] });
const suggested = (driver: string, source: string, before: string, after: string, messageId = 'parameterize') => ({
  code: dao(driver, before),
  errors: [{ ...value(source), suggestions: [{ messageId, output: dao(driver, after) }] }],
});
const neither = (driver: string, source: string, ...body: string[]) => ({ code: dao(driver, ...body), errors: [value(source)] });

new RuleTester().run('require-parameterized-query', rule, {
  valid: [
    // parameters
    dao(drivers.pg, "return db.query('SELECT * FROM users WHERE id = $1', [id]);"),
    dao(drivers.mysql2, "return db.execute('SELECT * FROM users WHERE id = ?', [id]);"),
    dao(drivers.betterSqlite3, "return db.prepare('SELECT * FROM users WHERE id = ?').get(id);"),
    dao(drivers.sqlite3, "return db.get('SELECT * FROM users WHERE id = ?', [id], options.done);"),
    dao(drivers.knex, "return db('users').whereRaw('id = ?', [id]);"),
    dao(drivers.sequelize, "return db.query('SELECT * FROM users WHERE id = :id', { replacements: { id } });"),
    dao(drivers.prisma, 'return db.$queryRaw`SELECT * FROM users WHERE id = ${id}`;'),
    dao("import sql from './sql.js';", 'return sql`SELECT * FROM users WHERE id = ${id}`;'),
    // constants of the program
    dao(drivers.pg, "const MINIMUM = 18;", 'return db.query(`SELECT * FROM users WHERE age > ${MINIMUM} AND id = $1`, [id]);'),
    dao(drivers.pg, "const state = options ? 'open' : 'closed';", "return db.query(`SELECT * FROM orders WHERE state = '${state}'`);"),
    dao(`${drivers.pg}\nenum State { Open = 'open', Closed = 'closed' }`, "return db.query(`SELECT * FROM orders WHERE state = '${State.Open}' AND id = $1`, [id]);"),
    dao(`${drivers.pg}\nconst STATES = Object.freeze({ open: 1, closed: 2 });`, 'return db.query(`SELECT * FROM orders WHERE state = ${STATES.open}`);'),
    // numbers
    dao(drivers.pg, 'return db.query(`SELECT * FROM users WHERE id = ${Number(id)}`);'),
    dao(drivers.pg, 'return db.query(`SELECT * FROM users WHERE id = ${id * 1} AND age > ${Math.max(options.age, 18)}`);'),
    dao(drivers.pg, "if (typeof id !== 'number') throw new TypeError('id');", 'return db.query(`SELECT * FROM users WHERE id = ${id}`);'),
    dao(drivers.pg, 'return db.query(`SELECT * FROM sessions WHERE at > ${Date.now() - 1000}`);'),
    // checked
    dao(drivers.pg, "if (!/^[a-z]+$/.test(id)) throw new Error('id');", "return db.query(`SELECT * FROM users WHERE name = '${id}'`);"),
    dao(drivers.pg, "if (!['open', 'closed'].includes(id)) throw new Error('state');", "return db.query(`SELECT * FROM orders WHERE state = '${id}'`);"),
    // escaped by the driver
    dao(drivers.mysql2, 'return db.query(`SELECT * FROM users WHERE id = ${db.escape(id)}`);'),
    dao(drivers.pg, 'return db.query(`SELECT * FROM users WHERE id = ${db.escapeLiteral(id)}`);'),
    // generated placeholders
    dao(drivers.pg, "const holes = id.map((_, i) => `$${i + 1}`).join(', ');", 'return db.query(`SELECT * FROM users WHERE id IN (${holes})`, id);'),
    dao(drivers.mysql2, 'return db.execute(`SELECT * FROM users WHERE id IN (${id.map(() => \'?\').join()})`, id);'),
    dao(drivers.mysql2, "return db.execute(`INSERT INTO users (name) VALUES ${Array(id.length).fill('(?)').join()}`, id);"),
    dao(drivers.mysql2, "return db.execute(`SELECT * FROM users WHERE id IN (${'?'.repeat(id.length).split('').join()})`, id);"),
    // clauses built from constants
    dao(
      drivers.pg,
      'const where = [];',
      'const values = [];',
      "if (id) where.push(`id = $${values.push(id)}`);",
      "if (options.age) where.push('age = $' + values.push(options.age));",
      "return db.query(`SELECT * FROM users ${where.length > 0 ? 'WHERE ' + where.join(' AND ') : ''}`, values);",
    ),
    // no values, but names: only strict asks
    dao(drivers.pg, 'return db.query(`SELECT * FROM ${options.table} WHERE id = $1`, [id]);'),
    dao(drivers.pg, 'return db.query(`SELECT * FROM users ORDER BY ${options.sort}`);'),
    dao(drivers.pg, 'return db.query(`SELECT * FROM users ${options.where}`);'),
    dao(drivers.pg, 'return db.query(options.text, options.values);'),
    // migrations and definitions, made of constants
    {
      code: lines("const TABLE = 'users';", 'export const up = (knex) => knex.schema.raw(`ALTER TABLE ${TABLE} ADD COLUMN age integer`);', 'export const down = (knex) => knex.raw(`ALTER TABLE ${TABLE} DROP COLUMN age`);'),
      options: all,
    },
    { code: dao(drivers.pg, "for (const table of ['users', 'orders']) await db.query(`DROP TABLE ${table}`);"), options: all },
    // a wrapper that hands its text on says nothing of it
    { code: lines(drivers.pg, 'export const run = (text, values) => db.query(text, values);'), options: all },
    // no-sql-injection speaks already
    express(drivers.pg)('await db.query(`SELECT * FROM users WHERE id = ${req.params.id}`);'),
    // neither SQL nor a driver
    dao('', 'return document.query(`select the ${id}`);'),
    dao('', "return $('#a').query(`SELECT * FROM users WHERE id = ${id}`.length);"),
    dao('', 'return client.request(`SELECT * FROM users WHERE id = ${id}`);'),
  ],
  invalid: [
    fixed(drivers.pg, 'id', 'return db.query(`SELECT * FROM users WHERE id = ${id}`);', "return db.query('SELECT * FROM users WHERE id = $1', [id]);"),
    fixed(drivers.pg, 'options.name', "return db.query(`SELECT * FROM users WHERE age > $1 AND name = '${options.name}'`, [18]);", "return db.query('SELECT * FROM users WHERE age > $1 AND name = $2', [18, options.name]);"),
    fixed(drivers.pg, 'options.name', "return db.query(`SELECT * FROM users WHERE name ILIKE '${options.name}%'`);", "return db.query('SELECT * FROM users WHERE name ILIKE $1', [`${options.name}%`]);"),
    fixed(drivers.pg, "options.ids.join(',')", "return db.query(`SELECT * FROM users WHERE id IN (${options.ids.join(',')})`);", "return db.query('SELECT * FROM users WHERE id = ANY($1)', [options.ids]);"),
    fixed(drivers.betterSqlite3, 'id', "return db.prepare(`SELECT * FROM users WHERE name = ${id}`).all();", "return db.prepare('SELECT * FROM users WHERE name = ?').all(id);"),
    fixed(drivers.sqlite3, 'id', "db.run('DELETE FROM users WHERE id = ' + id, (err) => options.done(err));", "db.run('DELETE FROM users WHERE id = ?', [id], (err) => options.done(err));"),
    fixed(drivers.sequelize, 'id', "return db.query(`SELECT * FROM users WHERE id = ${id}`, { type: 'SELECT' });", "return db.query('SELECT * FROM users WHERE id = ?', { type: 'SELECT', replacements: [id] });"),
    fixed(drivers.knex, 'id', "return db('users').whereRaw(`name = '${id}'`);", "return db('users').whereRaw('name = ?', [String(id)]);"),
    suggested(drivers.prisma, 'id', 'return db.$queryRawUnsafe(`SELECT * FROM users WHERE id = ${id}`);', 'return db.$queryRaw`SELECT * FROM users WHERE id = ${id}`;'),
    {
      code: dao(drivers.mysql2, "return db.query(`SELECT * FROM users WHERE name = '${id}'`);"),
      output: dao(drivers.mysql2, "return db.query('SELECT * FROM users WHERE name = ?', [String(id)]);"),
      errors: [{ ...value('id'), suggestions: [{ messageId: 'parameterizeExecute', output: dao(drivers.mysql2, "return db.execute('SELECT * FROM users WHERE name = ?', [id]);") }] }],
    },
    // checks that are none
    fixed(
      drivers.pg,
      'id',
      "if (typeof id === 'string') return db.query(`SELECT * FROM users WHERE name = '${id}'`);",
      "if (typeof id === 'string') return db.query('SELECT * FROM users WHERE name = $1', [id]);",
    ),
    {
      code: dao(drivers.pg, "if (!/[a-z]+/.test(id)) throw new Error('id');", "return db.query(`SELECT * FROM users WHERE name = '${id}'`);"),
      output: dao(drivers.pg, "if (!/[a-z]+/.test(id)) throw new Error('id');", "return db.query('SELECT * FROM users WHERE name = $1', [id]);"),
      errors: [value('id')],
    },
    // values of another file
    {
      code: lines(drivers.pg, "import { tenant } from './tenant.js';", "export const users = () => db.query(`SELECT * FROM users WHERE tenant = '${tenant.id}'`);"),
      output: lines(drivers.pg, "import { tenant } from './tenant.js';", "export const users = () => db.query('SELECT * FROM users WHERE tenant = $1', [tenant.id]);"),
      errors: [{ ...value('tenant.id'), line: 4 }],
    },
    // in a class, with types that the analysis does not read as proof
    {
      code: lines("import type { Pool } from 'pg';", 'export class Users {', '  constructor(private readonly db: Pool) {}', '  find(name: string) {', "    return this.db.query(`SELECT * FROM users WHERE name = '${name}'`);", '  }', '}'),
      output: lines("import type { Pool } from 'pg';", 'export class Users {', '  constructor(private readonly db: Pool) {}', '  find(name: string) {', "    return this.db.query('SELECT * FROM users WHERE name = $1', [name]);", '  }', '}'),
      errors: [value('name')],
    },
    // the driver is out of sight, but the text is SQL; for which driver, is not known
    { code: lines("import { db } from './db.js';", 'export const find = (id) => db.query(`SELECT * FROM users WHERE id = ${id}`);'), errors: [value('id')] },
    // one finding a text, all holes repaired
    {
      code: dao(drivers.pg, "return db.query(`INSERT INTO users (name, age) VALUES ('${options.name}', ${options.age})`);"),
      output: dao(drivers.pg, "return db.query('INSERT INTO users (name, age) VALUES ($1, $2)', [options.name, options.age]);"),
      errors: [value('options.name')],
    },
    // suggestions: what the value is here is not known
    suggested(drivers.pg, 'options.name', 'return db.query(`SELECT * FROM users WHERE name = lower(\'${options.name}\')`);', "return db.query('SELECT * FROM users WHERE name = lower($1)', [options.name]);"),
    // neither
    neither(drivers.betterSqlite3, 'id', "db.exec(`DELETE FROM users WHERE name = '${id}'`);"),
    neither(drivers.pg, 'id', 'return db.query(`SELECT * FROM ${options.table} WHERE id = ${id}`);'),
    neither(drivers.pg, 'id', 'return db.query(`SELECT * FROM users WHERE id = ${id} AND age > $1`, options.values);'),
    // a long source is cut
    {
      code: dao(drivers.pg, "await db.query(`SELECT * FROM users WHERE name = '${options.aVeryLongNameOfAFunction(id, options.another, options.more)}' -- ${id}`);"),
      errors: [value('options.aVeryLongNameOfAFunction(id, options.anot…')],
    },
    // settings
    { code: dao(drivers.pg, 'return db.query(`SELECT * FROM users WHERE id = ${id}`);'), settings: { 'secure-node': { fixes: 'none' } }, errors: [value('id')] },
    // strict: names, keywords and clauses, too
    { code: dao(drivers.pg, 'return db.query(`SELECT * FROM ${options.table} WHERE id = $1`, [id]);'), options: all, errors: [name('options.table')] },
    { code: dao(drivers.pg, 'return db.query(`SELECT * FROM users ORDER BY ${options.sort}`);'), options: all, errors: [name('options.sort')] },
    { code: dao(drivers.pg, 'return db.query(`SELECT * FROM users ${options.where}`);'), options: all, errors: [name('options.where')] },
    {
      code: dao(drivers.knex, 'return db.raw(`SELECT * FROM ${options.table}`);'),
      options: all,
      errors: [{ ...name('options.table'), suggestions: [{ messageId: 'identifierPlaceholder', output: dao(drivers.knex, "return db.raw('SELECT * FROM ??', [options.table]);") }] }],
    },
    {
      code: dao(drivers.pg, 'return db.query(`SELECT * FROM users LIMIT ${options.limit}`);'),
      options: all,
      errors: [{ ...value('options.limit'), suggestions: [{ messageId: 'parameterize', output: dao(drivers.pg, "return db.query('SELECT * FROM users LIMIT $1', [options.limit]);") }] }],
    },
    {
      code: lines('export const up = (knex, table) => knex.schema.raw(`ALTER TABLE ${table} ADD COLUMN age integer`);'),
      options: all,
      errors: [name('table')],
    },
  ],
});

const mysql = "const db = require('mysql').createConnection({});";
runJavaScript(rule, {
  valid: [
    { code: lines(mysql, "exports.find = (id, done) => db.query('SELECT * FROM users WHERE id = ?', [id], done);") },
    { code: lines(mysql, "exports.find = (id, done) => db.query('SELECT * FROM users WHERE id = ' + db.escape(id), done);") },
  ],
  invalid: [
    {
      code: lines(mysql, 'exports.find = (name, done) => db.query("SELECT * FROM users WHERE name = \'" + name + "\'", done);'),
      output: lines(mysql, 'exports.find = (name, done) => db.query("SELECT * FROM users WHERE name = ?", [String(name)], done);'),
      errors: [value('name')],
    },
    {
      code: lines(mysql, 'exports.find = function (id, done) {', "  var sql = 'SELECT * FROM users WHERE id = ' + id;", '  db.query(sql, done);', '};'),
      output: lines(mysql, 'exports.find = function (id, done) {', "  var sql = 'SELECT * FROM users WHERE id = ?';", '  db.query(sql, [String(id)], done);', '};'),
      errors: [{ ...value('id'), line: 4 }],
    },
  ],
});
