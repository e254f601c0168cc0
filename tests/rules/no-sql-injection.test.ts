import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-sql-injection.ts';
import { drivers, express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const flow = (source: string, way = '', more = '') => ({ messageId: 'flow', data: { source, way, more } });
const name = (source: string, way = '', more = '') => ({ messageId: 'name', data: { source, way, more } });
const text = (source: string) => ({ messageId: 'text', data: { source, way: '', more: '' } });

const pg = express(drivers.pg);
const mysql2 = express(drivers.mysql2);
const knex = express(drivers.knex);
const prisma = express(drivers.prisma);
const sequelize = express(drivers.sequelize);
const sqlite3 = express(drivers.sqlite3);
const betterSqlite3 = express(drivers.betterSqlite3);

/** Each dangerous shape stands beside its safe twin. Repairs are in the other file; here nothing can or needs to be repaired unless `output` says so. */
new RuleTester().run('no-sql-injection', rule, {
  valid: [
    // parameters, of each driver
    pg("await db.query('SELECT * FROM users WHERE id = $1', [req.params.id]);"),
    pg("await db.query({ text: 'SELECT * FROM users WHERE id = $1', values: [req.params.id] });"),
    koa(drivers.mysql2)("await db.execute('SELECT * FROM users WHERE name = ?', [ctx.query.name]);"),
    betterSqlite3("res.json(db.prepare('SELECT * FROM users WHERE id = ?').get(req.params.id));"),
    sqlite3("db.all('SELECT * FROM users WHERE id = ?', [req.params.id], (err, rows) => res.json(rows));"),
    knex("await db.raw('SELECT * FROM users WHERE id = ?', [req.params.id]);"),
    knex("await db('users').where({ id: req.params.id }).orderByRaw('?? DESC', [req.query.sort]);"),
    sequelize("await db.query('SELECT * FROM users WHERE id = ?', { replacements: [req.params.id], type: QueryTypes.SELECT });"),
    prisma('await db.$queryRaw`SELECT * FROM users WHERE id = ${req.params.id}`;'),
    prisma('await db.$queryRaw(Prisma.sql`SELECT * FROM users WHERE id = ${req.params.id}`);'),
    prisma("await db.$queryRawUnsafe('SELECT * FROM users WHERE id = $1', req.params.id);"),
    express(lines("import postgres from 'postgres';", 'const sql = postgres();').trimEnd())('await sql`SELECT * FROM users WHERE id = ${req.params.id}`;'),
    express(lines("import pgPromise from 'pg-promise';", 'const db = pgPromise()(process.env.DATABASE_URL);').trimEnd())(
      "await db.any('SELECT * FROM users WHERE id = $1', [req.params.id]);",
      "await db.one('SELECT * FROM users WHERE id = $1', req.params.id);",
      "await db.any('SELECT * FROM $1:name', [req.query.table]);",
    ),
    // numbers and checks
    pg('await db.query(`SELECT * FROM users WHERE id = ${Number(req.params.id)}`);'),
    pg('const id = parseInt(req.params.id, 10);', 'await db.query(`SELECT * FROM users WHERE id = ${id}`);'),
    pg('await db.query(`SELECT * FROM users LIMIT ${+req.query.limit}`);'),
    pg("if (!/^[0-9a-f-]{36}$/.test(req.params.id)) return res.sendStatus(400);", "await db.query(`SELECT * FROM users WHERE id = '${req.params.id}'`);"),
    express(`${drivers.pg}\nimport { validate } from 'uuid';`)('if (!validate(req.params.id)) return res.sendStatus(400);', "await db.query(`SELECT * FROM users WHERE id = '${req.params.id}'`);"),
    express(`${drivers.pg}\nimport { z } from 'zod';\nconst Query = z.object({ id: z.string().uuid(), page: z.coerce.number() });`)(
      'const { id, page } = Query.parse(req.query);',
      "await db.query(`SELECT * FROM users WHERE id = '${id}' OFFSET ${page}`);",
    ),
    // constants of the program, and names from a list of them
    pg("const TABLE = 'users';", 'await db.query(`SELECT * FROM ${TABLE} WHERE id = $1`, [req.params.id]);'),
    pg("const sort = ['name', 'age'].includes(req.query.sort) ? req.query.sort : 'id';", 'await db.query(`SELECT * FROM users ORDER BY ${sort}`);'),
    pg("const COLUMNS = { name: 'u.name', age: 'u.age' };", "const sort = COLUMNS[req.query.sort] ?? 'u.id';", 'await db.query(`SELECT * FROM users u ORDER BY ${sort}`);'),
    pg("await db.query(`SELECT * FROM users ORDER BY name ${req.query.up === 'yes' ? 'ASC' : 'DESC'}`);"),
    express(`${drivers.pg}\nenum Table { Users = 'users', Orders = 'orders' }`)('const table = req.query.orders ? Table.Orders : Table.Users;', 'await db.query(`SELECT * FROM ${table}`);'),
    pg("switch (req.query.sort) {", "  case 'name':", "  case 'age':", '    await db.query(`SELECT * FROM users ORDER BY ${req.query.sort}`);', '}'),
    // generated placeholders
    pg("const holes = req.body.ids.map((_, i) => '$' + (i + 1)).join(', ');", 'await db.query(`SELECT * FROM users WHERE id IN (${holes})`, req.body.ids);'),
    pg('const holes = req.body.ids.map((_, i) => `$${i + 1}`);', 'await db.query(`SELECT * FROM users WHERE id IN (${holes.join()})`, req.body.ids);'),
    mysql2("const holes = req.body.ids.map(() => '?').join();", 'await db.execute(`SELECT * FROM users WHERE id IN (${holes})`, req.body.ids);'),
    // escaped by the driver, or by what is made for it
    mysql2('await db.query(`SELECT * FROM users ORDER BY ${mysql.escapeId(req.query.sort)}`);'),
    mysql2('await db.query(`SELECT * FROM users WHERE name = ${db.escape(req.query.name)}`);'),
    pg('await db.query(`SELECT * FROM users ORDER BY ${pg.escapeIdentifier(req.query.sort)}`);'),
    express(`${drivers.pg}\nimport format from 'pg-format';`)("await db.query(format('SELECT * FROM users WHERE name = %L ORDER BY %I', req.query.name, req.query.sort));"),
    sequelize('await db.query(`SELECT * FROM users WHERE name = ${db.escape(req.query.name)}`);'),
    // a wrapper that binds
    express(`${drivers.pg}\nconst run = (text, ...values) => db.query(text, values);`)("await run('SELECT * FROM users WHERE id = $1', req.params.id);"),
    // no driver
    express()('const jQuery = { query: (text) => text };', 'jQuery.query(`SELECT * FROM users WHERE id = ${req.params.id}`);'),
    pg('console.log(`SELECT * FROM users WHERE id = ${req.params.id}`);'),
    // not untrusted by the settings
    lines(drivers.pg, 'await db.query(`SELECT * FROM users WHERE id = ${process.argv[2]}`);'),
    // only with a step out of sight
    express(`${drivers.pg}\nimport { clean } from './clean.js';`)('await db.query(`SELECT * FROM users WHERE id = ${clean(req.params.id)}`);'),
  ],
  invalid: [
    // by every framework
    {
      code: koa(drivers.mysql2)('await db.query(ctx.query.sql);'),
      errors: [{ ...text('ctx.query.sql'), line: 6, column: 18 }],
    },
    { code: fastify(drivers.pg)('const { sort } = request.query;', 'return db.query(`SELECT * FROM users ORDER BY ${sort}`);'), errors: [name('request.query.sort')] },
    { code: http(drivers.pg)("const sort = query.get('sort');", 'await db.query(`SELECT * FROM users ORDER BY ${sort}`);'), errors: [{ messageId: 'name' }] },
    {
      code: lines(drivers.pg, "import type { Request, Response } from 'express';", 'export async function list(request: Request, response: Response): Promise<void> {', '  response.json(await db.query(`SELECT * FROM users ORDER BY ${request.query.sort as string}`));', '}'),
      errors: [name('request.query.sort')],
    },
    // where no parameter can stand
    { code: pg('await db.query(`SELECT * FROM ${req.query.table} WHERE id = 1`);'), errors: [name('req.query.table')] },
    { code: pg('await db.query(`SELECT * FROM users ORDER BY name ${req.query.direction}`);'), errors: [name('req.query.direction')] },
    { code: pg('await db.query(`DROP TABLE ${req.body.table}`);'), errors: [name('req.body.table')] },
    { code: betterSqlite3('db.exec(`DELETE FROM users WHERE id = ${req.params.id}`);'), errors: [flow('req.params.id')] },
    { code: sequelize('await User.findAll({ order: db.literal(req.query.order) });'), errors: [text('req.query.order')] },
    { code: prisma('await db.$queryRaw(Prisma.raw(`SELECT * FROM ${req.query.table}`));'), errors: [name('req.query.table')] },
    { code: express(lines("import pgPromise from 'pg-promise';", 'const db = pgPromise()(process.env.DATABASE_URL);').trimEnd())('await db.any(`SELECT * FROM ${req.query.table}`);'), errors: [name('req.query.table')] },
    // checks that are none
    { code: pg("if (typeof req.query.sort !== 'string') return;", 'await db.query(`SELECT * FROM users ORDER BY ${req.query.sort}`);'), errors: [name('req.query.sort')] },
    { code: pg('if (!/[0-9a-f-]{36}/.test(req.query.sort)) return;', 'await db.query(`SELECT * FROM users ORDER BY ${req.query.sort}`);'), errors: [name('req.query.sort')] },
    { code: pg("const sort = req.query.sort ?? 'id';", 'await db.query(`SELECT * FROM users ORDER BY ${sort}`);'), errors: [name('req.query.sort')] },
    { code: pg('const sort = String(req.query.sort).trim().toLowerCase();', 'await db.query(`SELECT * FROM users ORDER BY ${sort}`);'), errors: [name('req.query.sort')] },
    { code: express(`${drivers.pg}\nimport format from 'pg-format';`)("await db.query(format('SELECT * FROM users ORDER BY %s', req.query.sort));"), errors: [flow('req.query.sort')] },
    // the way: helpers, builders, joins
    {
      code: lines(
        drivers.pg,
        "import express from 'express';",
        'const app = express();',
        'function build(id) {',
        '  return "SELECT * FROM users WHERE id = \'" + id + "\'";',
        '}',
        "app.get('/', async (req, res) => res.json(await db.query(build(req.query.id))));",
      ),
      errors: [{ ...flow('req.query.id', ' through build() line 8'), line: 8 }],
    },
    {
      code: pg("let sql = 'SELECT * FROM users WHERE 1 = 1';", 'if (req.query.name) sql += ` AND name = \'${req.query.name}\'`;', 'if (req.query.age) sql += ` AND age = ${req.query.age}`;', 'await db.query(sql);'),
      errors: [flow('req.query.name', '', ' (and 1 more input)')],
    },
    {
      code: pg('const where = [];', 'for (const key of Object.keys(req.query)) where.push(`${key} = \'${req.query[key]}\'`);', "await db.query('SELECT * FROM users WHERE ' + where.join(' AND '));"),
      errors: [name('req.query')],
    },
    {
      code: lines(
        drivers.pg,
        "import express from 'express';",
        'const app = express();',
        'class Users {',
        '  constructor(private readonly client: pg.Pool) {}',
        '  sorted(by: string) {',
        '    return this.client.query(`SELECT * FROM users ORDER BY ${by}`);',
        '  }',
        '}',
        'const users = new Users(db);',
        "app.get('/', async (req, res) => res.json(await users.sorted(req.query.by)));",
      ),
      errors: [{ ...name('req.query.by', ' through sorted() line 12'), line: 8 }],
    },
    // clients that are given to callbacks
    { code: pg('db.connect((err, client, done) => {', '  client.query(`SELECT * FROM ${req.query.table}`, done);', '});'), errors: [name('req.query.table')] },
    { code: knex('await db.transaction(async (trx) => {', '  await trx.schema.raw(`DROP TABLE ${req.body.table}`);', '});'), errors: [name('req.body.table')] },
    { code: knex("await db('users').where(function () {", "  this.whereRaw('age > 1 AND ' + req.query.filter);", '});'), errors: [name('req.query.filter')] },
    // settings
    {
      code: lines(drivers.pg, 'await db.query(`SELECT * FROM ${process.argv[2]}`);'),
      settings: { 'secure-node': { origins: ['cli'] } },
      errors: [name('process.argv[2]')],
    },
    {
      code: lines(drivers.pg, 'export const sorted = (by) => db.query(`SELECT * FROM users ORDER BY ${by}`);', 'await db.query(`SELECT * FROM ${process.env.TABLE}`);'),
      settings: { 'secure-node': { origins: ['env'] } },
      errors: [{ ...name('process.env.TABLE'), line: 4 }],
    },
    {
      code: express("import { db } from '@our/db';")('await db.run(`SELECT * FROM ${req.query.table}`);'),
      settings: { 'secure-node': { models: [{ modules: ['@our/db'], sinks: { sql: ['db.run[0]'] } }] } },
      errors: [name('req.query.table')],
    },
    // options: strict reports what passed through a call out of sight
    {
      code: express(`${drivers.pg}\nimport { clean } from './clean.js';`)('await db.query(`SELECT * FROM users ORDER BY ${clean(req.query.sort)}`);'),
      options: [{ unsure: true }],
      errors: [name('req.query.sort')],
    },
  ],
});

const app = "const app = require('express')();";
runJavaScript(rule, {
  valid: [
    { code: lines(app, "const db = require('mysql2').createPool({});", "app.get('/', (req, res) => db.query('SELECT * FROM users WHERE id = ?', [req.query.id], (err, rows) => res.json(rows)));") },
    { code: lines(app, "const { Pool } = require('pg');", 'const pool = new Pool();', "app.get('/', (req, res) => pool.query('SELECT * FROM users WHERE id = $1', [req.query.id]));") },
    { code: lines('module.exports = (db) => (req, res) => db.query({ id: req.query.id });') },
    { code: lines("exports.find = (req, res) => res.search.query(`SELECT ${req.query.word}`);") },
  ],
  invalid: [
    {
      code: lines(app, "const db = require('mysql2').createPool({});", "app.get('/', (req, res) => db.query('SELECT * FROM ' + req.query.table, (err, rows) => res.json(rows)));"),
      errors: [
        {
          ...name('req.query.table'),
          line: 3,
          suggestions: [
            {
              messageId: 'identifierPlaceholder',
              output: lines(app, "const db = require('mysql2').createPool({});", "app.get('/', (req, res) => db.query('SELECT * FROM ??', [req.query.table], (err, rows) => res.json(rows)));"),
            },
          ],
        },
      ],
    },
    {
      code: lines(app, "const { Pool } = require('pg');", 'const pool = new Pool();', "app.get('/', (req, res) => pool.query('SELECT * FROM users ORDER BY ' + req.query.sort));"),
      errors: [name('req.query.sort')],
    },
    // a driver out of sight, known by its name and the text: which one it is, is not, so nothing is offered
    { code: lines('module.exports = (db) => (req, res) => db.query(`SELECT * FROM users ORDER BY ${req.query.sort}`);'), errors: [name('req.query.sort')] },
    { code: lines('module.exports = (db) => (req, res) => db.query(`SELECT * FROM users WHERE id = ${req.params.id}`);'), errors: [flow('req.params.id')] },
  ],
});
