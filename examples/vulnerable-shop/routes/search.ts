/** Coupons, searches and what is written down about them. */
import { Router } from 'express';

const COUPONS = ['SPRING-7311', 'FRIENDS-0042'];
const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export function searchRoutes(): Router {
  const router = Router();

  router.get('/coupon', (req, res) => {
    const valid = COUPONS.some((coupon) => new RegExp(`^${req.query.code}$`, 'i').test(coupon)); // flaw: no-regex-injection [by hand]
    res.json({ valid });
  });

  router.get('/coupon/escaped', (req, res) => {
    const code = new RegExp(`^${escapePattern(String(req.query.code))}$`, 'i'); // safe: no-regex-injection
    res.json({ valid: COUPONS.some((coupon) => code.test(coupon)) });
  });

  router.get('/words', (req, res) => {
    const isWords = /^(?:\w+\s?)+$/.test(String(req.query.q)); // flaw: no-unsafe-regex [by hand]
    res.json({ isWords });
  });

  router.get('/words/linear', (req, res) => {
    const isWords = /^\w+(?:\s\w+)*$/.test(String(req.query.q)); // safe: no-unsafe-regex
    res.json({ isWords });
  });

  router.get('/trimmed', (req, res) => {
    res.json({ q: String(req.query.q).replace(/\s+$/, '') }); // flaw(strict): no-unsafe-regex [by hand]
  });

  router.get('/trimmed/bounded', (req, res) => {
    res.json({ q: String(req.query.q).slice(0, 100).replace(/\s+$/, '') }); // safe: no-unsafe-regex
  });

  router.get('/in-vain', (req, res) => {
    console.info(`nothing found for ${req.query.q}`); // flaw(strict): no-log-injection [suggestion]
    res.json({ noted: true });
  });

  router.get('/in-vain/quoted', (req, res) => {
    console.info('nothing found for %j', req.query.q); // safe: no-log-injection
    res.json({ noted: true });
  });

  router.get('/ruler', (req, res) => {
    const width = Number(req.query.width);
    res.json({ ruler: '-'.repeat(width) }); // flaw(strict): no-unbounded-resource [suggestion]
  });

  router.get('/ruler/short', (req, res) => {
    const width = Math.min(Number(req.query.width), 80);
    res.json({ ruler: '-'.repeat(width) }); // safe: no-unbounded-resource
  });

  return router;
}
