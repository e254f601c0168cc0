import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-sql-injection.ts';
import { drivers, express, fastify, http, koa, lines, type Sample } from './samples.ts';

const pg = express(drivers.pg);
const mysql2 = express(drivers.mysql2);
const betterSqlite3 = express(drivers.betterSqlite3);
const sqlite3 = express(drivers.sqlite3);
const knex = express(drivers.knex);
const sequelize = express(drivers.sequelize);
const prisma = express(drivers.prisma);

type Row = readonly [sample: Sample, before: string | readonly string[], after: string | readonly string[], second?: string];
const code = (sample: Sample, body: string | readonly string[]): string => sample(...[body].flat());

/** `--fix` makes the second of the first. A client that has two methods offers the other, too. */
const fix = ([sample, before, after, second]: Row) => ({
  code: code(sample, before),
  output: code(sample, after),
  errors: [{ messageId: 'flow', ...(second === undefined ? {} : { suggestions: [{ messageId: 'parameterizeExecute', output: sample(second) }] }) }],
});

/** An editor offers the second, and a third where there is one. */
const suggest = ([sample, before, after, second]: Row, messageId = 'flow', suggestion = 'parameterize') => ({
  code: code(sample, before),
  errors: [
    {
      messageId,
      suggestions: [
        { messageId: suggestion, output: code(sample, after) },
        ...(second === undefined ? [] : [{ messageId: 'parameterizeExecute', output: sample(second) }]),
      ],
    },
  ],
});

/** Nothing is offered. */
const neither = ([sample, ...body]: readonly [Sample, ...string[]], messageId = 'flow') => ({ code: sample(...body), errors: [{ messageId }] });

const fixed: readonly Row[] = [
  [pg, 'await db.query(`SELECT * FROM users WHERE id = ${req.params.id}`);', "await db.query('SELECT * FROM users WHERE id = $1', [req.params.id]);"],
  [pg, `await db.query("SELECT * FROM users WHERE name = '" + req.query.name + "'");`, 'await db.query("SELECT * FROM users WHERE name = $1", [req.query.name]);'],
  [pg, "await db.query(`SELECT * FROM users WHERE name LIKE '%${req.query.name}%'`);", "await db.query('SELECT * FROM users WHERE name LIKE $1', [`%${req.query.name}%`]);"],
  [pg, 'await db.query(`SELECT * FROM users WHERE age > $1 AND id = ${req.params.id}`, [18]);', "await db.query('SELECT * FROM users WHERE age > $1 AND id = $2', [18, req.params.id]);"],
  [pg, "await db.query(`SELECT * FROM users WHERE id IN (${req.body.ids.join(', ')})`);", "await db.query('SELECT * FROM users WHERE id = ANY($1)', [req.body.ids]);"],
  [pg, 'await db.query({ text: `SELECT * FROM users WHERE id = ${req.params.id}` });', "await db.query({ text: 'SELECT * FROM users WHERE id = $1', values: [req.params.id] });"],
  [
    pg,
    ['const sql = `SELECT * FROM users WHERE id = ${req.params.id}`;', 'const { rows } = await db.query(sql);'],
    ["const sql = 'SELECT * FROM users WHERE id = $1';", 'const { rows } = await db.query(sql, [req.params.id]);'],
  ],
  [koa(drivers.pg), "await db.query(`UPDATE users SET name = '${ctx.request.body.name}' WHERE id = ${ctx.params.id}`);", "await db.query('UPDATE users SET name = $1 WHERE id = $2', [ctx.request.body.name, ctx.params.id]);"],
  [fastify(drivers.pg), ['const { id } = request.params;', 'return db.query(`DELETE FROM users WHERE id = ${id}`);'], ['const { id } = request.params;', "return db.query('DELETE FROM users WHERE id = $1', [id]);"]],
  [http(drivers.pg), "await db.query(`SELECT * FROM users WHERE id = ${query.get('id')}`);", "await db.query('SELECT * FROM users WHERE id = $1', [query.get('id')]);"],
  [
    mysql2,
    "const [rows] = await db.query(`SELECT * FROM users WHERE name = '${req.query.name}'`);",
    "const [rows] = await db.query('SELECT * FROM users WHERE name = ?', [String(req.query.name)]);",
    "const [rows] = await db.execute('SELECT * FROM users WHERE name = ?', [req.query.name]);",
  ],
  [mysql2, "await db.execute(`SELECT * FROM users WHERE name = '${req.params.name}'`);", "await db.execute('SELECT * FROM users WHERE name = ?', [req.params.name]);"],
  [betterSqlite3, 'res.json(db.prepare(`SELECT * FROM users WHERE name = ${req.params.name}`).get());', "res.json(db.prepare('SELECT * FROM users WHERE name = ?').get(req.params.name));"],
  [
    sqlite3,
    'db.all(`SELECT * FROM users WHERE id = ${req.params.id}`, (err, rows) => res.json(rows));',
    "db.all('SELECT * FROM users WHERE id = ?', [req.params.id], (err, rows) => res.json(rows));",
  ],
  [sqlite3, "db.run('DELETE FROM users WHERE id = ' + req.params.id);", "db.run('DELETE FROM users WHERE id = ?', [req.params.id]);"],
  [knex, "await db.raw(`SELECT * FROM users WHERE name = '${req.params.name}'`);", "await db.raw('SELECT * FROM users WHERE name = ?', [String(req.params.name)]);"],
  [knex, "await db('users').whereRaw('age > ' + Number(req.query.age) + ' AND name = ' + req.params.name);", "await db('users').whereRaw('age > ? AND name = ?', [Number(req.query.age), String(req.params.name)]);"],
  [
    sequelize,
    "await db.query(`SELECT * FROM users WHERE name = '${req.query.name}'`, { type: QueryTypes.SELECT });",
    "await db.query('SELECT * FROM users WHERE name = ?', { type: QueryTypes.SELECT, replacements: [req.query.name] });",
  ],
];

const suggested: readonly Row[] = [
  // what a number or a string would be here depends on the statement
  [pg, 'await db.query(`SELECT * FROM users LIMIT ${req.query.limit}`);', "await db.query('SELECT * FROM users LIMIT $1', [req.query.limit]);"],
  [pg, "await db.query(`SELECT * FROM users WHERE name = lower('${req.query.name}')`);", "await db.query('SELECT * FROM users WHERE name = lower($1)', [req.query.name]);"],
  [mysql2, 'await db.query(`SELECT * FROM users LIMIT ${req.query.limit}`);', "await db.query('SELECT * FROM users LIMIT ?', [Number(req.query.limit)]);"],
  // types are sent along
  [prisma, "await db.$queryRawUnsafe(`SELECT * FROM users WHERE name = '${req.query.name}'`);", 'await db.$queryRaw`SELECT * FROM users WHERE name = ${req.query.name}`;'],
];

new RuleTester().run('no-sql-injection, repairs', rule, {
  valid: [],
  invalid: [
    ...fixed.map(fix),
    ...suggested.map((row) => suggest(row)),
    // names: only where the client has a placeholder for them
    suggest([knex, "await db.raw(`SELECT * FROM users ORDER BY ${req.query.sort}`);", "await db.raw('SELECT * FROM users ORDER BY ??', [req.query.sort]);"], 'name', 'identifierPlaceholder'),
    // in the callee, where the text is
    {
      code: lines(drivers.pg, 'const find = (id) => db.query(`SELECT * FROM users WHERE id = ${id}`);', 'export const handler = async (req, res) => res.json(await find(req.params.id));'),
      output: lines(drivers.pg, "const find = (id) => db.query('SELECT * FROM users WHERE id = $1', [id]);", 'export const handler = async (req, res) => res.json(await find(req.params.id));'),
      errors: [{ messageId: 'flow', line: 3 }],
    },
    // one finding a hole, and both are repaired
    {
      code: pg('await db.query(`SELECT * FROM users WHERE id = ${req.params.id}`);', 'await db.query(`DELETE FROM users WHERE id = ${req.params.id}`);'),
      output: pg("await db.query('SELECT * FROM users WHERE id = $1', [req.params.id]);", "await db.query('DELETE FROM users WHERE id = $1', [req.params.id]);"),
      errors: [{ messageId: 'flow' }, { messageId: 'flow' }],
    },
    // no local rewrite is sound
    neither([pg, 'await db.query(`SELECT * FROM ${req.query.table} WHERE id = ${req.params.id}`);'], 'name'),
    neither([pg, "await db.query(`SELECT * FROM logs WHERE at > now() - interval '${req.query.days} days'`);"], 'name'),
    neither([pg, 'await db.query(`SELECT * FROM users WHERE id = ${/* from the path */ req.params.id}`);']),
    neither([pg, "await db.query(`DELETE FROM a WHERE id = ${req.params.id}; DELETE FROM b WHERE id = 1`);"], 'name'),
    neither([pg, "await db.query(`SELECT * FROM users WHERE age > $1 AND id = ${req.params.id}`, values());"]),
    neither([betterSqlite3, "db.exec(`DELETE FROM users WHERE name = '${req.params.name}'`);"]),
    neither([pg, "let sql = 'SELECT * FROM users WHERE id = ';", 'sql += req.params.id;', 'await db.query(sql);']),
    // settings
    { code: pg('await db.query(`SELECT * FROM users WHERE id = ${req.params.id}`);'), settings: { 'secure-node': { fixes: 'none' } }, errors: [{ messageId: 'flow' }] },
    { ...suggest([pg, 'await db.query(`SELECT * FROM users LIMIT ${req.query.limit}`);', "await db.query('SELECT * FROM users LIMIT $1', [req.query.limit]);"]), settings: { 'secure-node': { fixes: 'migrate' } } },
  ],
});
