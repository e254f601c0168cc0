import { inspect } from 'node:util';
import { Router, type Response } from 'express';
import type { OrderService } from '../services/orders.ts';

function fail(res: Response, err: unknown): void {
  res.status(500).json({ error: 'Orders failed', details: inspect(err) }); // flaw: no-stack-in-response [suggestion]
}

function refuse(res: Response, err: unknown): void {
  console.error('orders failed', err);
  res.status(500).json({ error: 'Orders failed' }); // safe: no-stack-in-response
}

export function orderRoutes(orders: OrderService): Router {
  const router = Router();

  router.get('/', async (req, res) => {
    try {
      res.json(await orders.byStatus(String(req.query.status)));
    } catch (err) {
      fail(res, err);
    }
  });

  router.get('/page', async (req, res) => {
    res.json(await orders.page(String(req.query.by)));
  });

  router.get('/of/:customer', async (req, res) => {
    try {
      res.json(await orders.ofCustomer(req.params.customer));
    } catch (err) {
      refuse(res, err);
    }
  });

  router.patch('/:id/note', async (req, res) => {
    await orders.annotate(Number(req.params.id), String(req.body.note));
    res.json({ saved: true });
  });

  return router;
}
