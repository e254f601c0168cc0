/** What stands in front of handlers: which sites may read answers, how much is read, how often. */
import { json, Router, text } from 'express';

const STAFF_PIN = process.env.STAFF_PIN ?? String(Math.floor(Math.random() * 10));
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

  const leaflet = '<!doctype html><title>Leaflet</title><p>Spring teas are here.</p>';
  router.get('/leaflet', (req, res) => {
    res.set('Content-Security-Policy', "default-src 'self'; script-src 'self' 'unsafe-inline'"); // flaw: require-security-headers [by hand]
    res.send(leaflet);
  });

  router.get('/leaflet/plain', (req, res) => {
    res.set('Content-Security-Policy', "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"); // safe: require-security-headers
    res.send(leaflet);
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

  // the code that opens the staff's shelf
  const tries = new Map();
  const slowDown = (req, res, next) => {
    const count = (tries.get(req.ip) ?? 0) + 1;
    tries.set(req.ip, count);
    if (count > 5) return res.status(429).json({ error: 'Try again tomorrow' });
    next();
  };
  const open = (req, res) => res.json({ opened: req.body.pin === STAFF_PIN });
  router.post('/staff/quick', json(), open); // flaw(strict): require-rate-limit [by hand]
  router.post('/staff', json(), slowDown, open); // safe: require-rate-limit

  return router;
}
