/**
 * Before and after run against real engines: honest input gives the same rows, the attack that works before does nothing after.
 * PGlite stands in for pg: a text without values is sent as it is, and may hold several statements; one with values is prepared.
 */
import { PGlite } from '@electric-sql/pglite';
import Database from 'better-sqlite3';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Repair } from '../../src/fixes/fix.ts';
import { fixed, sinks } from './parameterize-harness.ts';
import type { Sink, Types } from './parameterize-harness.ts';

const SCHEMA = `
  DROP TABLE IF EXISTS users;
  CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, role TEXT, age INTEGER);
  INSERT INTO users VALUES (1, 'ann', 'user', 30), (2, 'bob', 'user', 40), (3, 'root', 'admin', 50), (4, 'O''Brien', 'user', NULL), (5, '50%_off', 'user', 60);
`;

type Run = (input: unknown) => Promise<unknown>;
const AsyncFunction = (async () => {}).constructor as new (...names: string[]) => (...values: unknown[]) => Promise<unknown>;

/** A function of `x` and `y` from the body of one, with the database as `db`. */
const compile = (body: string, db: unknown): Run => {
  const run = new AsyncFunction('db', 'x', body);
  return async (x) => JSON.parse(JSON.stringify((await run(db, x)) ?? null)) as unknown;
};

interface Case {
  readonly code: string;
  readonly honest: readonly unknown[];
  /** Input that gets out more than it should before. */
  readonly attack?: unknown;
  readonly types?: Types;
  readonly level?: Repair['level'];
  readonly to: string;
}

const settle = async (run: Run, input: unknown): Promise<unknown> => run(input).catch((error: unknown) => `threw ${String(error)}`);

function check(sink: Sink, database: () => { db: unknown; reset: () => Promise<unknown> }, { code, honest, attack, types, level, to }: Case): void {
  it(code.replace(/\s+/g, ' '), async () => {
    const { db, reset } = database();
    const wrapped = (body: string): string => `async function f(db, x) { ${body} }`;
    const output = fixed(wrapped(code), sink, types, level).slice('async function f(db, x) { '.length, -' }'.length);
    expect(output).toContain(to);
    const [before, after] = [compile(code, db), compile(output, db)];
    for (const input of honest) {
      await reset();
      const expected = await before(input);
      await reset();
      expect(await after(input)).toEqual(expected);
    }
    if (attack === undefined) return;
    await reset();
    const clean = await settle(after, 'nothing like this');
    await reset();
    expect(await settle(before, attack)).not.toEqual(clean);
    await reset();
    const result = await settle(after, attack);
    // Refused by the engine (no integer), or a value that matches nothing.
    expect(typeof result === 'string' ? 'threw' : result).toEqual(typeof result === 'string' ? 'threw' : clean);
  });
}

describe('PGlite, as pg', () => {
  let pglite: PGlite;
  beforeAll(async () => {
    pglite = new PGlite();
    await pglite.exec(SCHEMA);
  });
  afterAll(() => pglite.close());
  const db = { query: async (text: string, values?: unknown[]) => (values ? pglite.query(text, values) : (await pglite.exec(text)).at(-1)) };
  const database = (): { db: unknown; reset: () => Promise<unknown> } => ({ db, reset: () => pglite.exec(SCHEMA) });
  const cases: Case[] = [
    // An integer column takes '5'.
    { code: 'return (await db.query(`SELECT * FROM users WHERE id = ${x}`)).rows', honest: [1, '2', 99], attack: '1 OR 1=1', to: "'SELECT * FROM users WHERE id = $1', [x]" },
    { code: "return (await db.query(`SELECT * FROM users WHERE name = '${x}' AND role = 'user'`)).rows", honest: ['ann', 'none', '50%_off'], attack: "' OR '1'='1' --", to: '[x]' },
    { code: "return (await db.query(`SELECT name FROM users WHERE name = '${x}'`)).rows", honest: ['bob'], attack: "' UNION SELECT role FROM users WHERE role = 'admin' --", to: '$1' },
    { code: "return (await db.query('SELECT name FROM users WHERE name LIKE \\'%' + x + '%\\' ORDER BY id')).rows", honest: ['o', '%', '50%_', ''], attack: "' OR 1=1 --", to: '[`%${x}%`]' },
    { code: "const a = 'user';\nreturn (await db.query(`SELECT * FROM users WHERE id = ${x} AND role = $1`, [a])).rows", honest: [1, 3], attack: '1 OR 1=1 OR 1=2', to: 'id = $2 AND role = $1' },
    { code: 'return (await db.query(`SELECT * FROM users WHERE id IN (${x.join(",")}) ORDER BY id`)).rows', honest: [[1, 2], [3]], attack: ['1) OR (1=1'], to: '= ANY($1)' },
    { code: "return (await db.query(`SELECT * FROM users WHERE role NOT IN ('${x.join(\"','\")}') ORDER BY id`)).rows", honest: [['user'], ['user', 'admin']], to: '<> ALL($1)' },
    { code: "const sql = `SELECT * FROM users\n  WHERE age BETWEEN ${x.from} AND ${x.to}\n  ORDER BY id`;\nreturn (await db.query(sql)).rows", honest: [{ from: 20, to: 45 }, { from: '45', to: '60' }], attack: { from: '1', to: '2 OR 1=1' }, to: 'BETWEEN $1 AND $2' },
    { code: "await db.query(`UPDATE users SET name = '${x}' WHERE id = 1`); return (await db.query('SELECT * FROM users ORDER BY id')).rows", honest: ['eve', ''], to: "'UPDATE users SET name = $1 WHERE id = 1', [x]" },
    { code: "await db.query(`INSERT INTO users (id, name, role, age) VALUES (9, '${x}', 'user', 1)`); return (await db.query('SELECT count(*) c FROM users WHERE role = \\'admin\\'')).rows", honest: ['eve'], attack: "x', 'admin', 1) --", to: "VALUES (9, $1, 'user', 1)" },
    // A value that is null: what is compared with NULL is never equal, what is set becomes NULL.
    { code: 'return (await db.query(`SELECT * FROM users WHERE age = ${x}`)).rows', honest: [null, 30], to: '[x]' },
    { code: 'await db.query(`UPDATE users SET age = ${x} WHERE id = 1`); return (await db.query("SELECT age FROM users ORDER BY id")).rows', honest: [null, 31], to: '[x]' },
    { code: 'return (await db.query(`SELECT name FROM users ORDER BY id LIMIT ${x}`)).rows', honest: [1, '2'], attack: '1 OFFSET (SELECT 2)', level: 'suggestion', to: 'LIMIT $1' },
    { code: "return (await db.query(`SELECT * FROM users WHERE name = '${x.replace(/'/g, \"''\")}'`)).rows", honest: ["O'Brien", 'ann'], to: '[x]' },
    { code: "await db.query(`SELECT 1 FROM users WHERE name = '${x}'`); return (await db.query('SELECT count(*) FROM users')).rows", honest: ['ann'], attack: "'; DELETE FROM users; --", to: '[x]' },
  ];
  for (const one of cases) check(sinks.pg, database, one);

  it('a quote in an honest value breaks before, and works after', async () => {
    const code = "async function f(db, x) { return (await db.query(`SELECT id FROM users WHERE name = '${x}'`)).rows }";
    const output = fixed(code, sinks.pg).slice('async function f(db, x) { '.length, -2);
    expect(await compile(output, db)("O'Brien")).toEqual([{ id: 4 }]);
  });

  it('a null in quotes was text, and is NULL after: the trap is why known nulls are a suggestion', async () => {
    const code = "async function f(db, x) { return (await db.query(`SELECT id FROM users WHERE name = '${x}'`)).rows }";
    expect(() => fixed(code, sinks.pg, { x: ['string', 'null'] })).toThrow('expected fix: suggestion');
  });
});

describe('better-sqlite3', () => {
  const db = new Database(':memory:');
  afterAll(() => db.close());
  const reset = async (): Promise<unknown> => db.exec(SCHEMA);
  beforeEach(reset);
  const database = (): { db: unknown; reset: () => Promise<unknown> } => ({ db, reset });
  const cases: Case[] = [
    { code: 'return db.prepare(`SELECT * FROM users WHERE id = ${x}`).all()', honest: [1, '2', 99], attack: '1 OR 1=1', to: '.all(x)' },
    { code: "return db.prepare(`SELECT * FROM users WHERE name = '${x}'`).get()", honest: ['ann', 'none', '50%_off'], attack: "' OR '1'='1", to: '.get(String(x))' },
    { code: "return db.prepare('SELECT name FROM users WHERE name = \\'' + x + '\\'').all()", honest: ['bob'], attack: "' UNION SELECT role FROM users WHERE role = 'admin' --", to: '.all(String(x))' },
    { code: "const stmt = db.prepare(`SELECT name FROM users WHERE name LIKE '${x}%' AND role = ?`);\nreturn stmt.all('user')", honest: ['a', '%', ''], attack: "' OR 1=1 OR role=? --", to: "stmt.all(`${x}%`, 'user')" },
    { code: "const sql = `SELECT * FROM users WHERE age >= ${x.a} AND role = '${x.b}'`;\nreturn db.prepare(sql).all()", honest: [{ a: 30, b: 'user' }, { a: '45', b: 'admin' }], attack: { a: '1', b: "' OR 1=1 --" }, to: '.all(x.a, String(x.b))' },
    // Text columns: a number in quotes is text, and better-sqlite3 would bind 5 as 5.0.
    { code: "db.prepare(`UPDATE users SET name = '${x}' WHERE id = 1`).run(); return db.prepare(\"SELECT name FROM users\").all()", honest: [5, 'eve', true, null, undefined], to: '.run(String(x))' },
  ];
  for (const one of cases) check(sinks.betterSqlite3, database, one);
  it('an inserted value does not become a role', async () => {
    const code = "db.prepare(`INSERT INTO users (id, name, role) VALUES (${x.id}, '${x.name}', 'user')`).run(); return db.prepare('SELECT id, role FROM users').all()";
    const output = fixed(`async function f(db, x) { ${code} }`, sinks.betterSqlite3).slice('async function f(db, x) { '.length, -2);
    const role = async (body: string): Promise<unknown> => {
      await reset();
      return (await compile(body, db)({ id: 9, name: "x', 'admin') --" }) as { id: number; role: string }[]).find(({ id }) => id === 9)?.role;
    };
    expect([await role(code), await role(output)]).toEqual(['admin', 'user']);
  });
});

describe('knex on better-sqlite3', () => {
  let db: Knex;
  const reset = async (): Promise<unknown> => {
    for (const statement of SCHEMA.split(';')) if (statement.trim()) await db.raw(statement);
    return undefined;
  };
  beforeAll(() => {
    db = knexFactory({ client: 'better-sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  });
  afterAll(() => db.destroy());
  const database = (): { db: unknown; reset: () => Promise<unknown> } => ({ db, reset });
  const cases: Case[] = [
    { code: 'return db.raw(`SELECT * FROM users WHERE id = ${x}`)', honest: [1, '2', 99], attack: '1 OR 1=1', to: '[String(x)]' },
    { code: "return db.raw(`SELECT * FROM users WHERE name = '${x}'`)", honest: ['ann', 'none'], attack: "' OR '1'='1", to: "name = ?', [String(x)]" },
    { code: "return db('users').whereRaw('id = ' + x).select('name')", honest: [1, '3'], attack: '1 OR 1=1', to: "whereRaw('id = ?', [String(x)])" },
    { code: "return db('users').whereRaw(`name LIKE '%${x}%' AND role = ?`, ['user']).select('name')", honest: ['o', '%'], attack: "' OR 1=1 OR role=? --", to: "[`%${x}%`, 'user']" },
    { code: 'return db.raw(`SELECT name FROM users ORDER BY ${x}`)', honest: ['id', 'name'], level: 'suggestion', to: "ORDER BY ??', [x]" },
  ];
  for (const one of cases) check(sinks.knex, database, one);

  it('an identifier stays one', async () => {
    const output = fixed('async function f(db, x) { return db.raw(`SELECT * FROM ${x}`) }', sinks.knex, {}, 'suggestion').slice('async function f(db, x) { '.length, -2);
    await reset();
    expect(await settle(compile(output, db), "users WHERE role = 'admin'")).toMatch(/no such table/);
  });
});
