/** Support: what the shop says of itself, and customers who want to be called. */
import { Router } from 'express';

export function supportRoutes() {
  const router = Router();

  router.get('/about', (req, res) => {
    res.json({ shop: 'Corner shop', settings: process.env }); // flaw(strict): no-secret-in-response [by hand]
  });

  router.get('/about/short', (req, res) => {
    res.json({ shop: 'Corner shop', mode: process.env.NODE_ENV ?? 'development' }); // safe: no-secret-in-response
  });

  router.post('/calls', (req, res) => {
    const { name, token } = req.body;
    console.info('call back', { name, token }); // flaw(strict): no-secret-in-log [suggestion]
    res.status(202).json({ name });
  });

  router.post('/mails', (req, res) => {
    const { name, token } = req.body;
    console.info('write back', { name, hasToken: Boolean(token) }); // safe: no-secret-in-log
    res.status(202).json({ name });
  });

  return router;
}
