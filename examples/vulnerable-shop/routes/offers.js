/** Offers, which are calculated, and letters, which are views. */
import { readFile } from 'node:fs/promises';
import { Router } from 'express';

const rounding = { up: Math.ceil, down: Math.floor };
const LETTERS = ['shipped', 'late'];

/** An engine for views: `{name}` is replaced. */
export function letters(file, data, done) {
  readFile(file, 'utf8').then((text) => done(null, text.replace('{name}', () => data.name)), done);
}

export function offerRoutes() {
  const router = Router();

  router.post('/discount', (req, res) => {
    const terms = eval('(' + req.body.terms + ')'); // flaw: no-code-injection [suggestion]
    res.json({ percent: terms.percent });
  });

  router.post('/discount/safe', (req, res) => {
    const terms = JSON.parse(req.body.terms); // safe: no-code-injection
    res.json({ percent: terms.percent });
  });

  router.get('/rounded', (req, res) => {
    const price = rounding[req.query.by](12.34); // flaw: no-code-injection [by hand]
    res.json({ price });
  });

  router.get('/rounded/safe', (req, res) => {
    if (!Object.hasOwn(rounding, req.query.by)) return res.status(400).json({ error: 'Round up or down' });
    const price = rounding[req.query.by](12.34); // safe: no-code-injection
    res.json({ price });
  });

  router.get('/letter', (req, res) => {
    res.type('text').render(req.query.letter, { name: 'Ann' }); // flaw: no-template-injection [by hand]
  });

  router.get('/letter/safe', (req, res) => {
    if (!LETTERS.includes(req.query.letter)) return res.status(404).json({ error: 'No such letter' });
    res.type('text').render(req.query.letter, { name: 'Ann' }); // safe: no-template-injection
  });

  return router;
}
