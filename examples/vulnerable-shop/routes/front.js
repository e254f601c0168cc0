/** What stands in front of handlers: which sites may read answers, how much is read, how often. */
import { Router, text } from 'express';

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

  router.post('/notes', (req, res) => {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk)); // flaw: require-body-limit [by hand]
    req.on('end', () => res.json({ bytes: Buffer.concat(chunks).length }));
  });

  router.post('/notes/short', (req, res) => {
    const chunks = [];
    let bytes = 0;
    req.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes <= 10_000) chunks.push(chunk); // safe: require-body-limit
    });
    req.on('end', () => (bytes <= 10_000 ? res.json({ bytes: Buffer.concat(chunks).length }) : res.status(413).json({ error: 'A note is short' })));
  });

  const letters = text({ limit: '500mb' }); // flaw: require-body-limit [suggestion]
  const cards = text({ limit: '20kb' }); // safe: require-body-limit
  router.post('/letters', letters, (req, res) => res.json({ characters: req.body.length }));
  router.post('/cards', cards, (req, res) => res.json({ characters: req.body.length }));

  return router;
}
