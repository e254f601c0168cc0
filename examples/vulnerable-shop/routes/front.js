/** What stands in front of handlers: which sites may read answers, how much is read, how often. */
import { Router } from 'express';

const PARTNERS = ['https://tea.example', 'https://cups.example'];

export function frontRoutes() {
  const router = Router();

  router.get('/basket', (req, res) => {
    res.set('Access-Control-Allow-Origin', req.get('Origin')); // flaw: no-permissive-cors [by hand]
    res.set('Access-Control-Allow-Credentials', 'true');
    res.json({ basket: ['TEA-01'] });
  });

  router.get('/basket/partners', (req, res) => {
    const origin = req.get('Origin');
    if (PARTNERS.includes(origin)) {
      res.set('Access-Control-Allow-Origin', origin); // safe: no-permissive-cors
      res.set('Access-Control-Allow-Credentials', 'true');
    }
    res.json({ basket: ['TEA-01'] });
  });

  return router;
}
