/** Partners: other shops whose prices are asked for over TLS, and to whom orders are signed. */
import { createHmac } from 'node:crypto';
import https from 'node:https';
import { Router } from 'express';

const partner = process.env.PARTNER ?? 'partner.example';

export function partnerRoutes() {
  const router = Router();

  const show = (res) => (answer) => answer.pipe(res.status(answer.statusCode));
  const unreachable = (res) => () => res.status(502).json({ error: 'the partner does not answer' });

  router.get('/prices', (req, res) => {
    const options = { host: partner, path: '/prices', timeout: 5000 };
    https.get({ ...options, rejectUnauthorized: false }, show(res)).on('error', unreachable(res)); // flaw: no-insecure-tls [suggestion]
  });

  router.get('/stock', (req, res) => {
    const options = { host: partner, path: '/stock', timeout: 5000 };
    https.get({ ...options, minVersion: 'TLSv1.2' }, show(res)).on('error', unreachable(res)); // safe: no-insecure-tls
  });

  router.get('/orders/:id/signature', (req, res) => {
    const key = 'teapot-4711'; // flaw: no-hardcoded-secret [suggestion]
    res.json({ signature: createHmac('sha256', key).update(req.params.id).digest('hex') });
  });

  router.get('/returns/:id/signature', (req, res) => {
    const purpose = createHmac('sha256', 'shop:returns:v1').update(partner).digest(); // safe: no-hardcoded-secret
    res.json({ signature: createHmac('sha256', purpose).update(req.params.id).digest('hex') });
  });

  return router;
}
