/** Programs that the benchmark makes up: handlers in any number, and shapes that would undo an engine that recurses or repeats work. */

const handlers: readonly ((i: number) => string)[] = [
  (i) => `app.get('/user${i}', async (req, res) => {
  const id = req.query.id;
  const rows = await pool.query("SELECT * FROM users WHERE id = '" + id + "'");
  res.json(rows);
});`,
  (i) => `app.get('/order${i}', async (req, res, next) => {
  try {
    const { rows } = await pool.query('SELECT * FROM orders WHERE id = $1', [req.params.id]);
    if (rows.length === 0) return res.status(404).end();
    res.json(rows[0]);
  } catch (error) {
    next(error);
  }
});`,
  (i) => `function archive${i}(name) {
  return 'tar czf backup.tgz ' + name;
}
app.post('/archive${i}', (req, res) => {
  exec(archive${i}(req.body.folder), (error) => res.sendStatus(error ? 500 : 204));
});`,
  (i) => `app.get('/file${i}', (req, res) => {
  const file = path.resolve(root, req.params.name);
  if (!file.startsWith(root + path.sep)) return res.sendStatus(403);
  fs.createReadStream(file).pipe(res);
});`,
  (i) => `const sorts${i} = ['name', 'age'];
app.get('/list${i}', async (req, res) => {
  const sort = sorts${i}.includes(req.query.sort) ? req.query.sort : 'name';
  const limit = Number(req.query.limit);
  let sql = 'SELECT * FROM people';
  if (limit > 0) sql += ' WHERE age > ' + limit;
  for (const word of ['a', 'b']) sql += ' -- ' + word;
  res.json(await pool.query(sql + ' ORDER BY ' + sort));
});`,
  (i) => `class Reports${i} {
  constructor(db) {
    this.db = db;
  }
  find(filter) {
    return this.db.query(\`SELECT * FROM reports WHERE title LIKE '%\${filter}%'\`);
  }
}
const reports${i} = new Reports${i}(pool);
app.get('/reports${i}', (req, res) => reports${i}.find(req.query.q).then((rows) => res.json(rows)));`,
  (i) => `app.get('/go${i}', (req, res) => {
  const to = String(req.query.to);
  if (/^\\/[a-z]+$/.test(to)) res.redirect(to);
  else res.send('<p>' + to.replace(/[&<>"']/g, '') + '</p>');
});`,
  (i) => `app.put('/item${i}', (req, res) => {
  const { name, tags = [] } = req.body;
  const clean = tags.map((tag) => tag.trim()).filter(Boolean);
  store.set(name, { clean, at: Date.now(), total: clean.length * ${i} });
  res.status(200).json({ ok: true });
});`,
];

const head = `import { exec } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import express from 'express';
import pg from 'pg';
const app = express();
const pool = new pg.Pool();
const store = new Map();
const root = '/srv/files';
`;

/** A server of so many handlers: flows to SQL and to a shell, helpers, classes, and the safe twins of all of them. */
export const server = (count: number): string =>
  head + Array.from({ length: count }, (_, i) => handlers[i % handlers.length]?.(i) ?? '').join('\n') + '\n';

const many = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('\n');
const handler = (body: string): string => `${head}app.get('/', async (req, res) => {\n${body}\n});\n`;
const query = (text: string): string => `res.json(await pool.query(${text}));`;

const chain = (count: number, order: 'callers first' | 'callees first'): string => {
  const helpers = Array.from({ length: count }, (_, i) => `function f${i}(x) { return ${i + 1 < count ? `f${i + 1}(x)` : 'x'}; }`);
  return `${(order === 'callers first' ? helpers : helpers.reverse()).join('\n')}\n${handler(query('f0(req.query.id)'))}`;
};

/** Each with as much of its shape as an honest generated file, or an attacker's pull request, might hold. */
export const deepShapes: ReadonlyMap<string, string> = new Map([
  ['chain of 2,000 helpers, callers first', chain(2000, 'callers first')],
  ['chain of 2,000 helpers, callees first', chain(2000, 'callees first')],
  [
    'diamond of 2,000 levels',
    `${many(2000, (i) => `function f${i}(x, c) { return c ? ${i < 1999 ? `f${i + 1}(x, c) : f${i + 1}(x + 'a', !c)` : "x : 'a'"}; }`)}\n${handler(query('f0(req.query.id, req.query.c)'))}`,
  ],
  ['2,000 concatenations', handler(query(many(2000, (i) => (i % 2 === 0 ? "'a' +" : 'req.query.id +')) + " ''"))],
  ['2,000 assignments', handler(`let sql = '';\n${many(2000, (i) => `sql = sql + req.query.a${i % 7};`)}\n${query('sql')}`)],
  ['500 nested branches', handler(`let sql = req.query.id;\n${many(500, (i) => `if (req.query.b${i}) { sql += 'a';`)}${'}'.repeat(500)}\n${query('sql')}`)],
  ['2,000 else-ifs', handler(`let sql = req.query.id;\n${many(2000, (i) => `if (req.query.c === ${i}) sql += 'a${i}'; else`)} sql += 'b';\n${query('sql')}`)],
  ['2,000 chained calls', handler(query(`req.query.id${many(2000, () => '.trim()')}`))],
  ['200 nested callbacks', handler(`${many(200, (i) => `setImmediate(() => { store.set('${i}', req.query.id);`)}${query('req.query.id').replace('await ', '')}${'});'.repeat(200)}`)],
]);
