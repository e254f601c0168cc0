/** The club: vouchers in NeDB, which speaks the language of MongoDB, and members in SQLite, by knex. */
import Datastore from '@seald-io/nedb';
import { Router } from 'express';
import knex from 'knex';

export function clubRoutes() {
  const router = Router();
  const vouchers = new Datastore();
  const ready = vouchers.insertAsync([{ code: 'SPRING-7', percent: 10 }]);
  const db = knex({ client: 'better-sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  const tables = db.schema
    .createTable('members', (table) => {
      table.increments();
      table.string('name');
      table.integer('points').defaultTo(0);
    })
    .then(() => true);

  router.post('/vouchers', async (req, res) => {
    await ready;
    const voucher = await vouchers.findOneAsync({ code: req.body.code }); // flaw: no-nosql-injection [suggestion]
    if (!voucher) return res.status(404).json({ error: 'No such voucher' });
    res.json({ percent: voucher.percent });
  });

  router.post('/vouchers/check', async (req, res) => {
    await ready;
    const voucher = await vouchers.findOneAsync({ code: String(req.body.code) }); // safe: no-nosql-injection
    res.json({ valid: voucher !== null });
  });

  router.post('/members', async (req, res) => {
    await tables;
    const [member] = await db('members').insert(req.body).returning(['name', 'points']); // flaw: no-mass-assignment [by hand]
    res.status(201).json(member);
  });

  router.post('/guests', async (req, res) => {
    await tables;
    const { name } = req.body;
    const [guest] = await db('members').insert({ name }).returning(['name', 'points']); // safe: no-mass-assignment
    res.status(201).json(guest);
  });

  return router;
}
