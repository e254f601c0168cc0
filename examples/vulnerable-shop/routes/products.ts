import { Router, type NextFunction, type Request, type Response } from 'express';
import type { Pool } from 'pg';

const SORTABLE: readonly string[] = ['name', 'price'];

/** Text of the query for one shelf of the shop. */
function shelf(category: string): string {
  return `SELECT id, name, price FROM products WHERE NOT hidden AND category = '${category}' ORDER BY id`;
}

export function productRoutes(pool: Pool): Router {
  const router = Router();

  router.get('/', async (req, res) => {
    // flaw-next: no-sql-injection [fix]
    const { rows } = await pool.query(
      `SELECT id, name, price
         FROM products
        WHERE NOT hidden AND name ILIKE '%${req.query.q}%'
        ORDER BY id`,
    );
    res.json(rows);
  });

  router.get('/suggestions', async (req, res) => {
    const text = 'SELECT name FROM products WHERE NOT hidden AND name ILIKE $1 ORDER BY name';
    const { rows } = await pool.query(text, [`${req.query.q}%`]); // safe: no-sql-injection
    res.json(rows.map((row) => row.name));
  });

  router.get('/shelf', async (req, res) => {
    const { rows } = await pool.query(shelf(String(req.query.category))); // flaw: no-sql-injection [by hand]
    res.json(rows);
  });

  router.get('/shelf/tea', async (req, res) => {
    const { rows } = await pool.query(shelf('tea')); // safe: no-sql-injection
    res.json(rows);
  });

  router.get('/sorted', async (req, res) => {
    const { rows } = await pool.query('SELECT id, name FROM products WHERE NOT hidden ORDER BY ' + req.query.by); // flaw: no-sql-injection [by hand]
    res.json(rows);
  });

  router.get('/listed', async (req, res) => {
    const by = String(req.query.by);
    if (!SORTABLE.includes(by)) {
      res.status(400).json({ error: 'Sort by name or price' });
      return;
    }
    const { rows } = await pool.query(`SELECT id, name FROM products WHERE NOT hidden ORDER BY ${by}`); // safe: no-sql-injection
    res.json(rows);
  });

  router.get('/by-sku', async (req, res) => {
    const text = "SELECT id, name, price FROM products WHERE NOT hidden AND sku = '" + req.query.sku + "'";
    const { rows } = await pool.query(text); // flaw: no-sql-injection [fix]
    res.json(rows);
  });

  router.post('/basket', async (req, res) => {
    const ids: unknown[] = Array.isArray(req.body.ids) ? req.body.ids : [];
    const places = ids.map((_, i) => `$${i + 1}`).join(', ');
    const { rows } = await pool.query(`SELECT id, price FROM products WHERE NOT hidden AND id IN (${places}) ORDER BY id`, ids); // safe: no-sql-injection
    res.json(rows);
  });

  router.get('/:id', async (req, res) => {
    const { rows } = await pool.query('SELECT id, name, price FROM products WHERE NOT hidden AND id = ' + req.params.id); // flaw: no-sql-injection [fix]
    res.json(rows);
  });

  router.get('/:id/price', async (req, res) => {
    const id = Number.parseInt(req.params.id, 10);
    const { rows } = await pool.query(`SELECT price FROM products WHERE NOT hidden AND id = ${id}`); // safe: no-sql-injection
    res.json(rows);
  });

  router.use((err: Error, req: Request, res: Response, next: NextFunction) => {
    if (res.headersSent) return next(err);
    res.status(500).type('text/plain').send(err.stack); // flaw: no-stack-in-response [suggestion]
  });

  return router;
}
