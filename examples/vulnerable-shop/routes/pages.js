/** What browsers see: pages, links to elsewhere, and files for spreadsheets. */
import { Router } from 'express';

const escapeHtml = (text) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** A path of this site: browsers take "//host" and "/\host" for another one. */
const isLocal = (to) => to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\');

const page = (title, body) => `<!doctype html><title>${title}</title>${body}`;

const SITE = 'https://shop.example';
const BANNERS = ['spring', 'summer'];

export function pageRoutes() {
  const router = Router();

  router.get('/found', (req, res) => {
    res.send(`<h1>Results for ${req.query.q}</h1>`); // flaw: no-reflected-xss [by hand]
  });

  router.get('/found/escaped', (req, res) => {
    res.send(`<h1>Results for ${escapeHtml(String(req.query.q))}</h1>`); // safe: no-reflected-xss
  });

  router.get('/tea/:name', (req, res) => {
    const html = page(req.params.name, '<p>A tea</p>');
    res.status(404).send(html); // flaw: no-reflected-xss [by hand]
  });

  router.get('/tea/:name/plain', (req, res) => {
    res.type('text/plain').send(`No tea is called ${req.params.name}`); // safe: no-reflected-xss
  });

  router.get('/leave', (req, res) => {
    res.redirect(String(req.query.to)); // flaw: no-open-redirect [by hand]
  });

  router.get('/back', (req, res) => {
    const to = String(req.query.to);
    res.redirect(isLocal(to) ? to : '/'); // safe: no-open-redirect
  });

  router.get('/sign-in', (req, res) => {
    const { next } = req.query;
    if (!String(next).startsWith('/')) {
      res.status(400).json({ error: 'Only within the shop' });
      return;
    }
    res.set('Location', next).sendStatus(303); // flaw: no-open-redirect [by hand]
  });

  router.get('/sign-out', (req, res) => {
    const next = new URL(String(req.query.next), SITE);
    res.set('Location', next.origin === SITE ? next.href : SITE).sendStatus(303); // safe: no-open-redirect
  });

  router.get('/banner/:name/hide', (req, res) => {
    res.cookie(req.params.name, 'hidden').json({ hidden: true }); // flaw: no-header-injection [by hand]
  });

  router.get('/banner/:name/hide-known', (req, res) => {
    const { name } = req.params;
    if (BANNERS.includes(name)) res.cookie(name, 'hidden'); // safe: no-header-injection
    res.json({ hidden: true });
  });

  router.get('/picture', (req, res) => {
    const from = req.get('referer') ?? '';
    if (!from.startsWith('https://shop.example')) { // flaw: no-incomplete-url-check [suggestion]
      res.status(403).json({ error: 'Only for pages of the shop' });
      return;
    }
    res.json({ picture: 'teapot' });
  });

  router.get('/picture/large', (req, res) => {
    const from = req.get('referer') ?? '';
    if (!from.startsWith('https://shop.example/')) { // safe: no-incomplete-url-check
      res.status(403).json({ error: 'Only for pages of the shop' });
      return;
    }
    res.json({ picture: 'large teapot' });
  });

  router.get('/partner', (req, res) => {
    const { hostname } = new URL(String(req.query.url));
    const known = hostname.endsWith('tea.example'); // flaw: no-incomplete-url-check [suggestion]
    res.json({ known });
  });

  router.get('/partner/exact', (req, res) => {
    const { hostname } = new URL(String(req.query.url));
    const known = hostname === 'tea.example' || hostname.endsWith('.tea.example'); // safe: no-incomplete-url-check
    res.json({ known });
  });

  router.get('/wishes.csv', (req, res) => {
    const cell = String(req.query.wish).replace('"', '""'); // flaw: no-incomplete-sanitization [fix]
    res.type('text/csv').send(`wish,"${cell}"\n`);
  });

  router.get('/wish.csv', (req, res) => {
    const cell = String(req.query.wish).replaceAll('"', '""'); // safe: no-incomplete-sanitization
    res.type('text/csv').send(`wish,"${cell}"\n`);
  });

  router.get('/label', (req, res) => {
    const label = String(req.query.text).replace(/['\\]/, '\\$&'); // flaw: no-incomplete-sanitization [suggestion]
    res.type('text/javascript').send(`label = '${label}';`);
  });

  router.get('/label/whole', (req, res) => {
    const label = String(req.query.text).replace(/['\\]/g, '\\$&'); // safe: no-incomplete-sanitization
    res.type('text/javascript').send(`label = '${label}';`);
  });

  return router;
}
