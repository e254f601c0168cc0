import { randomUUID } from 'node:crypto';
import { Router } from 'express';

/** Cookies that say who a visitor is. */
export function sessionRoutes() {
  const router = Router();
  const safe = { secure: true, httpOnly: true, sameSite: 'lax' };

  router.post('/', (req, res) => {
    res.cookie('sid', randomUUID(), { secure: true, sameSite: 'lax' }); // flaw: require-secure-cookie [suggestion]
    res.cookie('refresh_token', randomUUID(), { ...safe, maxAge: 86_400_000 }); // safe: require-secure-cookie
    res.status(201).json({ welcome: true });
  });

  // a shelf that partners show on their own sites
  router.get('/partner', (req, res) => {
    res.cookie('partner', randomUUID(), { sameSite: 'none' }); // flaw: require-secure-cookie [fix]
    res.cookie('shelf', randomUUID(), { sameSite: 'none', secure: true }); // safe: require-secure-cookie
    res.json({ partner: true });
  });

  return router;
}
