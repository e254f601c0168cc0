import { describe, expect, it } from 'vitest';
import { parameterize } from '../../src/fixes/parameterize.ts';
import { parse, repairs, rewrite, sinks } from './parameterize-harness.ts';
import type { Types } from './parameterize-harness.ts';

type Row = readonly [before: string, after: string, types?: Types];
const table = (sink: keyof typeof sinks, rows: readonly Row[]): void => {
  for (const [before, after, types] of rows) it(before, () => expect(rewrite(before, sinks[sink], types)).toBe(after));
};

describe('pg', () => {
  table('pg', [
    ['db.query(`SELECT * FROM t WHERE id = ${id}`)', "fix: db.query('SELECT * FROM t WHERE id = $1', [id])"],
    ["db.query(`SELECT * FROM t WHERE n = '${n}'`)", "fix: db.query('SELECT * FROM t WHERE n = $1', [n])"],
    [`db.query("SELECT * FROM t WHERE id = " + id + " AND n = '" + n + "'")`, 'fix: db.query("SELECT * FROM t WHERE id = $1 AND n = $2", [id, n])'],
    ["db.query(`SELECT * FROM t\n  WHERE id = ${id}\n    AND n LIKE '%${n}%'\n`, cb)", 'fix: db.query(`SELECT * FROM t\n  WHERE id = $1\n    AND n LIKE $2\n`, [id, `%${n}%`], cb)'],
    ["db.query(`SELECT * FROM t WHERE a LIKE '${a}-${b}%' AND c = 1`)", "fix: db.query('SELECT * FROM t WHERE a LIKE $1 AND c = 1', [`${a}-${b}%`])"],
    [`db.query("SELECT * FROM t WHERE a LIKE '" + a + "-" + b + "%' AND c = 1")`, 'fix: db.query("SELECT * FROM t WHERE a LIKE $1 AND c = 1", [`${a}-${b}%`])'],
    ["db.query(`UPDATE t SET a = '${a}', b = ${b} WHERE c = ${c}`)", "fix: db.query('UPDATE t SET a = $1, b = $2 WHERE c = $3', [a, b, c])"],
    ["db.query(`INSERT INTO t (a, b) VALUES ('${a}', ${b}) RETURNING id`)", "fix: db.query('INSERT INTO t (a, b) VALUES ($1, $2) RETURNING id', [a, b])"],
  ]);
  describe('extends values that are there', () => table('pg', [
    ["db.query('SELECT * FROM t WHERE a = $1 AND id = ' + id, [a])", "fix: db.query('SELECT * FROM t WHERE a = $1 AND id = $2', [a, id])"],
    ["db.query(`SELECT * FROM t WHERE id = ${id} AND a = $1 OR a = $1`, [(a),], cb)", "fix: db.query('SELECT * FROM t WHERE id = $2 AND a = $1 OR a = $1', [(a), id,], cb)"],
    ['db.query(`SELECT * FROM t WHERE a = ${(a, b)}`, undefined)', "fix: db.query('SELECT * FROM t WHERE a = $1', [(a, b)])"],
    ['db.query(`SELECT * FROM t WHERE a = ${a}`, [], )', "fix: db.query('SELECT * FROM t WHERE a = $1', [a], )"],
    ['db.query(`SELECT * FROM t WHERE a = $2 AND b = ${b}`, [a])', 'no: the placeholders and values that are there do not match'],
    ['db.query(`SELECT * FROM t WHERE a = ? AND b = ${b}`, [a])', 'no: the placeholders and values that are there do not match'],
    ['db.query(`SELECT * FROM t WHERE a = $1 AND b = ${b}`, params)', 'no: the values given to the driver cannot be seen'],
    ['db.query(`SELECT * FROM t WHERE a = $1 AND b = ${b}`, [...xs])', 'no: the values are spread from elsewhere'],
    ['db.query(`SELECT * FROM t WHERE b = ${b}`, ...xs)', 'no: the values given to the driver cannot be seen'],
  ]));
  describe('lists', () => table('pg', [
    ["db.query(`SELECT * FROM t WHERE id IN (${ids.join(', ')})`)", "fix: db.query('SELECT * FROM t WHERE id = ANY($1)', [ids])"],
    [`db.query("SELECT * FROM t WHERE c NOT IN ('" + cs.join("','") + "') AND a = " + a)`, 'fix: db.query("SELECT * FROM t WHERE c <> ALL($1) AND a = $2", [cs, a])'],
    ["db.query(`SELECT * FROM t WHERE a IN (${ids.map((id) => `'${id}'`).join(',')})`)", "fix: db.query('SELECT * FROM t WHERE a = ANY($1)', [ids])"],
    ["db.query(`SELECT * FROM t WHERE a IN (${ids.map(Number).join(',')})`)", "fix: db.query('SELECT * FROM t WHERE a = ANY($1)', [ids.map(Number)])"],
    ["db.query(`SELECT * FROM t WHERE a IN (${a}, '${b}')`)", "fix: db.query('SELECT * FROM t WHERE a IN ($1, $2)', [a, b])"],
    ['db.query(`SELECT * FROM t WHERE a IN (${ids})`)', "suggestion: db.query('SELECT * FROM t WHERE a = ANY($1)', [ids])"],
    ['db.query(`SELECT * FROM t WHERE a IN (${ids})`)', 'no: the list is text already: give the array to the driver', { ids: ['string'] }],
    ["db.query(`SELECT * FROM t WHERE a IN ('${x}')`)", "suggestion: db.query('SELECT * FROM t WHERE a IN ($1)', [x])"],
    ["db.query(`SELECT * FROM t WHERE a IN (${ids.map(quote).join(',')})`)", 'no: the elements of the list are changed on the way'],
    ["const q = ids.map(quote);\ndb.query(`SELECT * FROM t WHERE a IN (${q.join(',')})`)", 'no: the elements of the list are changed on the way'],
    ["db.query(`SELECT * FROM t WHERE a IN (${ids.map((_, i) => '$' + (i + 1)).join(',')}) AND b = ${b}`, ids)", 'no: the elements of the list are changed on the way'],
  ]));
  describe('keeps the layout of a concatenation', () => table('pg', [
    [`db.query("SELECT *" +\n  " FROM t" +\n  " WHERE a = '" + a + "'" +\n  " AND b = " +\n  b +\n  " AND c = 1")`, `fix: db.query("SELECT *" +\n  " FROM t" +\n  " WHERE a = $1" +\n  " AND b = $2" +\n  " AND c = 1", [a, b])`],
    [`db.query("SELECT * FROM t WHERE a = '" +\n  a +\n  "'")`, 'fix: db.query("SELECT * FROM t WHERE a = $1", [a])'],
    [`db.query("SELECT * FROM t WHERE a = '" + a + '\\' AND b = 1')`, `fix: db.query("SELECT * FROM t WHERE a = $1" + ' AND b = 1', [a])`],
    ["db.query('SELECT * FROM t WHERE a = \\'' + a + '\\'')", "fix: db.query('SELECT * FROM t WHERE a = $1', [a])"],
    ["db.query(['SELECT * FROM t', 'WHERE a = ' + a, 'AND b =', b].join(' '))", "fix: db.query(['SELECT * FROM t', 'WHERE a = $1', 'AND b =', '$2'].join(' '), [a, b])"],
    ["db.query('SELECT * FROM t WHERE a = '.concat(a, ' AND b = 1'))", "fix: db.query('SELECT * FROM t WHERE a = '.concat('$1', ' AND b = 1'), [a])"],
    ["db.query('SELECT * FROM t WHERE a = ' + (a) + (' AND b = ' + b))", "fix: db.query('SELECT * FROM t WHERE a = $1' + (' AND b = $2'), [a, b])"],
    ["db.query(('SELECT * FROM t WHERE a = ' as string) + a!)", "fix: db.query(('SELECT * FROM t WHERE a = ' as string) + '$1', [a!])"],
    ["db.query('SELECT * FROM t WHERE a = ' /* why */ + a)", "fix: db.query('SELECT * FROM t WHERE a = ' /* why */ + '$1', [a])"],
    ['db.query(`SELECT * FROM t WHERE a = ${/* why */ a}`)', 'no: a comment stands where the text would change'],
    ["db.query(`SELECT * FROM t WHERE a = ${a} AND b = \\`x\\` AND c = '${c}'`)", 'fix: db.query(`SELECT * FROM t WHERE a = $1 AND b = \\`x\\` AND c = $2`, [a, c])'],
  ]));
  describe('text in a constant above', () => table('pg', [
    ['const sql = `SELECT * FROM t WHERE id = ${req.params.id}`;\nconst c = await pool.connect();\nawait c.query(sql);', "fix: const sql = 'SELECT * FROM t WHERE id = $1';\nconst c = await pool.connect();\nawait c.query(sql, [req.params.id]);"],
    ['function f(id) { const sql = `SELECT * FROM t WHERE id = ${id.trim()}`; return db.query(sql, done); }', "fix: function f(id) { const sql = 'SELECT * FROM t WHERE id = $1'; return db.query(sql, [id.trim()], done); }"],
    ['const sql = `SELECT * FROM t WHERE id = ${r.id}`;\nnormalise(r);\ndb.query(sql);', "suggestion: const sql = 'SELECT * FROM t WHERE id = $1';\nnormalise(r);\ndb.query(sql, [r.id]);"],
    ['const sql = `SELECT * FROM t WHERE id = ${r.id}`;\nr.id = 2;\ndb.query(sql);', 'no: the value may change between the text and the call'],
    ['const sql = `SELECT * FROM t WHERE id = ${r.id}`;\nalias.id = 2;\ndb.query(sql);', 'no: the value may change between the text and the call'],
    ['let id = 1; const sql = `SELECT * FROM t WHERE id = ${id}`;\nid = 2; db.query(sql);', 'no: the value may change between the text and the call'],
    ['let id = 1; id = 2; const sql = `SELECT * FROM t WHERE id = ${id}`;\ndb.query(sql);', "fix: let id = 1; id = 2; const sql = 'SELECT * FROM t WHERE id = $1';\ndb.query(sql, [id]);"],
    ['const sql = `SELECT * FROM t WHERE id = ${next()}`;\ndb.query(sql);', 'no: the value may change between the text and the call'],
    ...['let sql = `SELECT * FROM t WHERE id = ${id}`;\nsql += " LIMIT 1"; db.query(sql);', 'const sql = `SELECT * FROM t WHERE id = ${id}`;\nlog(sql); db.query(sql);', 'const sql = `SELECT * FROM t WHERE id = ${id}`;\nfor (const x of xs) db.query(sql);',
      'const sql = `SELECT * FROM t WHERE id = ${id}`;\nrun(() => db.query(sql));', 'export const sql = `SELECT * FROM t WHERE id = ${id}`;\ndb.query(sql);', 'function f(sql) { db.query(sql); }'].map((code): Row => [code, 'no: the text is made elsewhere, in several steps, or used more than once']),
  ]));
  describe('constants and numbers stay', () => table('pg', [
    ["const T = 'users';\ndb.query(`SELECT * FROM ${T} WHERE id = ${id} ORDER BY a ${up ? 'ASC' : 'DESC'}`)", "fix: const T = 'users';\ndb.query(`SELECT * FROM ${T} WHERE id = $1 ORDER BY a ${up ? 'ASC' : 'DESC'}`, [id])"],
    ['db.query(`SELECT * FROM t WHERE id = ${id} LIMIT ${n}`)', 'fix: db.query(`SELECT * FROM t WHERE id = $1 LIMIT ${n}`, [id])', { n: ['number'] }],
    ["const T = 'users';\ndb.query(`SELECT * FROM ${T}`)", "no: nothing in the text is a value"],
  ]));
  describe('plain values that look like more', () => table('pg', [
    ["db.query(`UPDATE t SET a = '${JSON.stringify(a)}'`)", "fix: db.query('UPDATE t SET a = $1', [JSON.stringify(a)])"],
    ['db.query(`SELECT * FROM t WHERE a = ${a || 5}`)', "fix: db.query('SELECT * FROM t WHERE a = $1', [a || 5])"],
    ["const a = b ?? 'x';\ndb.query(`SELECT * FROM t WHERE a = '${a}'`)", "fix: const a = b ?? 'x';\ndb.query('SELECT * FROM t WHERE a = $1', [a])"],
  ]));
  describe('only a suggestion', () => {
    table('pg', [
      ['db.query(`SELECT * FROM t WHERE id = ${id} LIMIT ${n}`)', "suggestion: db.query('SELECT * FROM t WHERE id = $1 LIMIT $2', [id, n])"],
      ["db.query(`SELECT * FROM t WHERE a = lower('${a}')`)", "suggestion: db.query('SELECT * FROM t WHERE a = lower($1)', [a])"],
      ['db.query(`SELECT * FROM t WHERE a = ${a} + 1`)', "suggestion: db.query('SELECT * FROM t WHERE a = $1 + 1', [a])"],
      ["db.query(`SELECT * FROM t WHERE a = '${d}'`)", "suggestion: db.query('SELECT * FROM t WHERE a = $1', [d])", { d: ['date'] }],
      ['db.query(`SELECT * FROM t WHERE a = ${d}`)', "suggestion: db.query('SELECT * FROM t WHERE a = $1', [d])", { d: ['string', 'null'] }],
      ['db.query(`SELECT * FROM t WHERE id = ${next()} AND b = $1`, [next()])', "suggestion: db.query('SELECT * FROM t WHERE id = $2 AND b = $1', [next(), next()])"],
      ['db.query(`SELECT * FROM t WHERE id = ${next()} AND b = ${await b}`)', "fix: db.query('SELECT * FROM t WHERE id = $1 AND b = $2', [next(), await b])"],
    ]);
    it('where the driver is guessed', () => {
      expect(rewrite('db.query(`SELECT * FROM t WHERE id = ${id}`)', { ...sinks.pg, bound: false })).toBe("suggestion: db.query('SELECT * FROM t WHERE id = $1', [id])");
    });
  });
  describe('refused', () => table('pg', [
    ['db.query(`SELECT * FROM ${t} WHERE id = ${id}`)', 'no: an identifier has no placeholder: check it against a list'],
    ['db.query(`SELECT * FROM t ORDER BY ${c}`)', 'no: an identifier has no placeholder: check it against a list'],
    ['db.query(`SELECT * FROM t WHERE ${where}`)', 'no: this part of the text is no value: choose it from constants'],
    ["db.query(`SELECT now() - interval '${d} days'`)", 'no: an interval has no placeholder here: compute the date, or use make_interval'],
    ['db.query(`DROP TABLE ${t}`)', 'no: this statement takes no placeholders'],
    ['db.query(`SELECT 1; DELETE FROM t WHERE a = ${a}`)', 'no: the text holds several statements'],
    ['db.query(`SELECT 1 -- ${a}\n`)', 'no: the value stands in a comment'],
    ['db.query(`SELECT * FROM t WHERE a = ${pg.escapeLiteral(a)}`)', 'no: the value is escaped already, in a way that a placeholder would undo'],
    ["const e = a.replace(/'/g, \"''\");\ndb.query(`SELECT * FROM t WHERE a = '${e}'`)", 'no: the value is escaped already, in a way that a placeholder would undo'],
    ["db.query(`SELECT * FROM t WHERE a LIKE '\\\\_${a}'`)", 'no: the literal holds escapes'],
    ["db.query(`UPDATE t SET a = ${a ? `'${a}'` : 'NULL'}`)", 'no: the value may be SQL itself'],
    ["const v = a || 'DEFAULT';\ndb.query(`UPDATE t SET a = ${v}`)", 'no: the value may be SQL itself'],
    ["let v = 'x';\nif (a) v = `lower(${a})`;\ndb.query(`UPDATE t SET a = ${v}`)", 'no: the value may be SQL itself'],
    ['db.query(`UPDATE t SET a = ${JSON.stringify(a)}`)', 'no: the value may be SQL itself'],
    ['db.query(`UPDATE t SET a = ${toSql(a)}`)', 'no: the value is escaped already, in a way that a placeholder would undo'],
    ["db.query('SELECT 1')", 'no: nothing in the text is a value'],
    ['db.query(build(id))', 'no: the text is made elsewhere'],
  ]));
  it('takes back what doubles quotes by hand', () => {
    expect(rewrite("db.query(`SELECT * FROM t WHERE a = '${a.replace(/'/g, \"''\")}' AND b = '${b.replaceAll(\"'\", \"''\")}'`)", sinks.pg)).toBe('fix: db.query("SELECT * FROM t WHERE a = $1 AND b = $2", [a, b])');
  });
  describe('{ text, values }', () => table('pgObject', [
    ['db.query({ text: `SELECT * FROM t WHERE id = ${id}`, name: "x" })', 'fix: db.query({ text: "SELECT * FROM t WHERE id = $1", values: [id], name: "x" })'],
    ['db.query({\n  text: `SELECT * FROM t WHERE id = ${id} AND b = $1`,\n  values: [b],\n})', "fix: db.query({\n  text: 'SELECT * FROM t WHERE id = $2 AND b = $1',\n  values: [b, id],\n})"],
    ['db.query({\n  text: `SELECT * FROM t WHERE id = ${id}`,\n  rowMode: mode,\n})', "fix: db.query({\n  text: 'SELECT * FROM t WHERE id = $1',\n  values: [id],\n  rowMode: mode,\n})"],
    ['const text = `SELECT * FROM t WHERE id = ${id}`;\ndb.query({ text })', "fix: const text = 'SELECT * FROM t WHERE id = $1';\ndb.query({ text, values: [id] })"],
    ['db.query({ text: `SELECT * FROM t WHERE id = ${id}`, ...more })', 'no: the values given to the driver cannot be seen'],
    ['db.query({ text: `SELECT * FROM t WHERE id = ${id}` }, [a])', 'no: the values given to the driver cannot be seen'],
  ]));
});

describe('mysql', () => {
  table('mysql', [
    ["db.query('SELECT * FROM t WHERE id = ' + id + ' AND b = ? AND c IN (' + ids.join(', ') + ')', [b], (err, rows) => {})", "fix: db.query('SELECT * FROM t WHERE id = ? AND b = ? AND c IN (?)', [String(id), b, ids.map(String)], (err, rows) => {})"],
    ['db.query(`SELECT * FROM t WHERE b = "${b}"`)', "fix: db.query('SELECT * FROM t WHERE b = ?', [b])", { b: ['string'] }],
    ["db.query(`SELECT * FROM t WHERE b LIKE '%${b}'`)", "fix: db.query('SELECT * FROM t WHERE b LIKE ?', [`%${b}`])"],
    ["db.query(`INSERT INTO t (a, b) VALUES ('${a}', ${b})`)", "fix: db.query('INSERT INTO t (a, b) VALUES (?, ?)', [String(a), b])", { b: ['number'] }],
    ['db.query(`INSERT INTO t (a) VALUES (${a})`)', "suggestion: db.query('INSERT INTO t (a) VALUES (?)', [String(a)])"],
    ['db.query(`SELECT * FROM t WHERE b = ${b} LIMIT ${n}`)', "suggestion: db.query('SELECT * FROM t WHERE b = ? LIMIT ?', [String(b), Number(n)])"],
    ["db.query(`SELECT * FROM t WHERE a = 'what?' AND b = ${b}`)", 'no: a question mark in the text would be taken for a placeholder'],
  ]);
  describe('mysql2', () => table('mysql2', [
    ["await db.query(`SELECT * FROM t WHERE n = '${n}'`)", "fix: await db.query('SELECT * FROM t WHERE n = ?', [String(n)])\nsuggestion parameterizeExecute: await db.execute('SELECT * FROM t WHERE n = ?', [n])"],
    ["await db.execute(`SELECT * FROM t WHERE n = '${n}'`)", "fix: await db.execute('SELECT * FROM t WHERE n = ?', [n])"],
    ['await db.execute(`SELECT * FROM t WHERE b = ${b} LIMIT ${n}`)', 'no: a prepared statement takes no placeholder in LIMIT'],
    ["await db.execute(`SELECT * FROM t WHERE b IN (${b.join(',')})`)", 'no: this driver has no placeholder for a list: write one for each element'],
    ["await db.query(`SELECT * FROM t WHERE b IN (${b.join(',')})`)", "fix: await db.query('SELECT * FROM t WHERE b IN (?)', [b.map(String)])"],
  ]));
});

describe('sqlite', () => {
  describe('sqlite3', () => table('sqlite3', [
    ['db.all(`SELECT * FROM t WHERE id = ${id}`, function (err, rows) {})', "fix: db.all('SELECT * FROM t WHERE id = ?', [id], function (err, rows) {})"],
    ['db.all(`SELECT * FROM t WHERE id = ${id}`, handler.bind(this))', "fix: db.all('SELECT * FROM t WHERE id = ?', [id], handler.bind(this))"],
    ['function rows() {}\ndb.all(`SELECT * FROM t WHERE id = ${id}`, rows)', "fix: function rows() {}\ndb.all('SELECT * FROM t WHERE id = ?', [id], rows)"],
    ['db.all(`SELECT * FROM t WHERE id = ${id}`, handler)', 'no: the values given to the driver cannot be seen'],
  ]));
  describe('better-sqlite3', () => table('betterSqlite3', [
    ["db.prepare(`SELECT * FROM t WHERE id = ${id} AND a = ? AND b = '${b}'`).get(a)", "fix: db.prepare('SELECT * FROM t WHERE id = ? AND a = ? AND b = ?').get(id, a, String(b))"],
    ["db.prepare(`SELECT * FROM t WHERE b = '${b}'`).all()", "fix: db.prepare('SELECT * FROM t WHERE b = ?').all(b)", { b: ['string'] }],
    ['db.prepare(`SELECT * FROM t WHERE a = ? AND id = ${id}`).pluck().get([a])', "fix: db.prepare('SELECT * FROM t WHERE a = ? AND id = ?').pluck().get([a, id])"],
    ["const stmt = db.prepare('SELECT * FROM t WHERE id = ' + id);\nconst rows = stmt.all();", "fix: const stmt = db.prepare('SELECT * FROM t WHERE id = ?');\nconst rows = stmt.all(id);"],
    ['const sql = `SELECT * FROM t WHERE id = ${id}`;\nconst stmt = db.prepare(sql);\nstmt.run();', "fix: const sql = 'SELECT * FROM t WHERE id = ?';\nconst stmt = db.prepare(sql);\nstmt.run(id);"],
    ['const s = db.prepare(`SELECT * FROM t WHERE id = ${id}`); s.get(); s.all();', 'no: the call that runs the statement is out of sight, or there are several'],
    ['function f(id) { return db.prepare(`SELECT * FROM t WHERE id = ${id}`); }', 'no: the call that runs the statement is out of sight, or there are several'],
    ['db.prepare(`SELECT * FROM t WHERE id = ${id}`).get({ a })', 'no: the values given to the driver cannot be seen'],
    ['db.prepare(`SELECT * FROM t WHERE a = @a AND id = ${id}`).get({ a })', 'no: the values given to the driver cannot be seen'],
  ]));
});

describe('builders', () => {
  describe('sequelize', () => table('sequelize', [
    ['s.query(`SELECT * FROM t WHERE id = ${id}`)', "fix: s.query('SELECT * FROM t WHERE id = ?', { replacements: [id] })"],
    ['s.query(`SELECT * FROM t WHERE id = ${id}`, { type: SELECT })', "fix: s.query('SELECT * FROM t WHERE id = ?', { type: SELECT, replacements: [id] })"],
    ['s.query(`SELECT * FROM t WHERE id = ${id} AND b = ?`, { replacements: [b] })', "fix: s.query('SELECT * FROM t WHERE id = ? AND b = ?', { replacements: [id, b] })"],
    ['s.query(`SELECT * FROM t WHERE id = ${id}`, {})', "fix: s.query('SELECT * FROM t WHERE id = ?', { replacements: [id] })"],
    ["s.query(`SELECT * FROM t WHERE id IN (${ids.join()})`)", "fix: s.query('SELECT * FROM t WHERE id IN (?)', { replacements: [ids.map(String)] })"],
    ['s.query(`SELECT * FROM t WHERE id = ${id}`, options)', 'no: the options given to the driver cannot be seen'],
    ['s.query(`SELECT * FROM t WHERE id = ${id}`, { bind: [1] })', 'no: the values given to the driver cannot be seen'],
  ]));
  describe('knex', () => table('knex', [
    ["q.whereRaw('id = ' + id)", "fix: q.whereRaw('id = ?', [id])", { id: ['number'] }],
    ["k.raw(`SELECT * FROM t WHERE n = '${n}'`)", "fix: k.raw('SELECT * FROM t WHERE n = ?', [String(n)])"],
    ['k.raw(`SELECT * FROM ${t} WHERE id = ${id}`)', "suggestion identifierPlaceholder: k.raw('SELECT * FROM ?? WHERE id = ?', [t, id])", { id: ['number'] }],
    ['k.raw(`SELECT * FROM ?? WHERE id = ${id}`, [t])', "fix: k.raw('SELECT * FROM ?? WHERE id = ?', [t, id])", { id: ['number'] }],
    ['k.raw(\'SELECT * FROM "\' + t + \'" ORDER BY \' + c)', "suggestion identifierPlaceholder: k.raw('SELECT * FROM ?? ORDER BY ??', [t, c])"],
    ["k.raw('SELECT * FROM t ORDER BY a ' + dir)", 'no: this part of the text is no value: choose it from constants'],
    ['k.raw(`SELECT * FROM users_${t}`)', 'no: an identifier has no placeholder: check it against a list'],
    ["k.raw(`SELECT * FROM t WHERE id IN (${ids.join(',')})`)", 'no: this driver has no placeholder for a list: write one for each element'],
  ]));
  describe('typeorm', () => table('typeorm', [
    ["qb.where(`u.id = ${req.body.id} AND u.b = '${id}'`)", "fix: qb.where('u.id = :id AND u.b = :id2', { id: String(req.body.id), id2: String(id) })"],
    ["qb.where('u.id = ' + id + ' AND u.b = :b', { b }).andWhere('u.id = :id', { id })", "fix: qb.where('u.id = :id2 AND u.b = :b', { b, id2: id }).andWhere('u.id = :id', { id })", { id: ['string'] }],
    
  ]));
});

describe('tags', () => {
  describe('prisma', () => table('prisma', [
    ["await prisma.$queryRawUnsafe<User[]>(`SELECT * FROM t WHERE id = ${id} AND n LIKE '%${n}%' AND q = '${q}'`)", 'suggestion: await prisma.$queryRaw<User[]>`SELECT * FROM t WHERE id = ${id} AND n LIKE ${`%${n}%`} AND q = ${q}`'],
    ["await prisma.$queryRawUnsafe('SELECT * FROM t WHERE id = ' + id + ' AND b = 1')", 'fix: await prisma.$queryRaw`SELECT * FROM t WHERE id = ${id} AND b = 1`', { id: ['number'] }],
    ['prisma.$queryRawUnsafe(`SELECT * FROM t WHERE id = ${id} AND b = $1`, b)', 'no: values are given to the call already'],
    ['prisma?.$queryRawUnsafe(`SELECT * FROM t WHERE id = ${id}`)', 'no: an optional call cannot be a tag'],
    ["const T = 'users';\nprisma.$queryRawUnsafe(`SELECT * FROM ${T} WHERE id = ${id}`)", 'no: a constant part of the text would become a value'],
    ['const sql = `SELECT * FROM t WHERE id = ${id}`;\nprisma.$queryRawUnsafe(sql)', 'no: the text is made elsewhere'],
    ['prisma.$queryRawUnsafe(/* why */ `SELECT * FROM t WHERE id = ${id}`)', 'no: a comment stands where the text would change'],
  ]));
  describe('postgres.js', () => table('postgres', [["await sql.unsafe(`SELECT * FROM t WHERE n = '${n}'`)", 'fix: await sql`SELECT * FROM t WHERE n = ${n}`']]));
  describe('postgres.js with values', () => table('postgresValues', [
    ['const text = `SELECT * FROM t WHERE id = ${id}`;\nawait sql.unsafe(text)', "fix: const text = 'SELECT * FROM t WHERE id = $1';\nawait sql.unsafe(text, [id])"],
    ['await sql.unsafe(`SELECT * FROM t WHERE id = ${id} AND b = $1`, [b])', "fix: await sql.unsafe('SELECT * FROM t WHERE id = $2 AND b = $1', [b, id])"],
  ]));
  describe('drizzle', () => table('drizzle', [
    ['await db.run(sql.raw(`SELECT * FROM t WHERE id = ${id}`))', 'fix: await db.run(sql`SELECT * FROM t WHERE id = ${id}`)', { id: ['number'] }],
    ["await db.run(sql.raw(`SELECT * FROM t WHERE id = ${id} AND n = '${n}'`))", 'fix: await db.run(sql`SELECT * FROM t WHERE id = ${String(id)} AND n = ${String(n)}`)'],
  ]));
  describe('typeorm over any database', () => table('typeormQuery', [['db.query(`SELECT * FROM t WHERE id = ${id}`)', 'no: which placeholders the database takes is not known']]));
  describe('mssql', () => table('mssql', [['await pool.query(`SELECT * FROM t WHERE id = ${id}`)', 'fix: await pool.query`SELECT * FROM t WHERE id = ${id}`']]));
});

describe('other drivers', () => {
  describe('oracledb', () => table('oracledb', [
    ['c.execute(`SELECT * FROM t WHERE id = ${id} AND b = ${b}`)', "fix: c.execute('SELECT * FROM t WHERE id = :1 AND b = :2', [id, b])"],
    ['c.execute(`SELECT * FROM t WHERE id = ${id} AND b = :1`, [b])', 'no: the placeholders and values that are there do not match'],
  ]));
  describe('bigquery', () => table('bigquery', [["bq.query({ query: `SELECT * FROM t WHERE id = '${id}'` })", "suggestion: bq.query({ query: 'SELECT * FROM t WHERE id = @id', params: { id } })"]]));
  describe('cassandra', () => table('cassandra', [
    ['c.execute(`SELECT * FROM t WHERE id = ${id}`, cb)', "fix: c.execute('SELECT * FROM t WHERE id = ?', [id], { prepare: true }, cb)", { id: ['number'] }],
    ['c.execute(`SELECT * FROM t WHERE id = ${id} AND b = ?`, [b], options)', 'no: the driver needs the option prepare'],
  ]));
  describe('values as arguments', () => table('d1', [["d.exec(`SELECT * FROM t WHERE id = '${id}' AND b = ?`, b)", "fix: d.exec('SELECT * FROM t WHERE id = ? AND b = ?', id, b)", { id: ['string'] }]]));
  it('refuses where the model does not say how', () => {
    expect(rewrite('db.query(`SELECT * FROM t WHERE id = ${id}`)', { path: 'x:y[0]', bind: {} })).toBe('no: how this driver takes values is not known');
    const source = parse('x');
    expect(parameterize({ call: source.ast as never, argument: source.ast, path: undefined, bind: undefined, instead: undefined, bound: false }, source, () => new Set())).toHaveProperty('reason');
  });
});

it('takes a text with 2,000 values', () => {
  const holes = Array.from({ length: 2000 }, (_, i) => ` OR a = '${'${'}x${i}}'`).join('');
  const start = performance.now();
  expect(rewrite(`db.query(\`SELECT * FROM t WHERE b = 1${holes}\`)`, sinks.pg)).toContain('a = $2000');
  expect(performance.now() - start).toBeLessThan(5000);
});

it('edits are sorted, and none overlaps another', () => {
  const answer = repairs("db.query(`SELECT * FROM t WHERE id = ${id} AND a = $1 AND n = '${n}'`, [a], cb)", sinks.pg);
  const ranges = 'reason' in answer ? [] : (answer[0]?.edits ?? []).map(({ range }) => range);
  expect(ranges.length).toBeGreaterThan(2);
  expect(ranges.every(([start], i) => i === 0 || (ranges[i - 1]?.[1] ?? 0) <= start)).toBe(true);
});
