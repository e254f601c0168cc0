/** What the till in the shop asks for. */
import { Router } from 'express';

export function counterRoutes() {
  const router = Router();
  const size = 2000;

  router.get('/label', (req, res) => {
    const label = Buffer.allocUnsafe(size);
    res.json({ size: label.length, image: label.toString('base64') }); // flaw: no-unsafe-buffer [fix]
  });

  router.get('/label/white', (req, res) => {
    const label = Buffer.allocUnsafe(size).fill(255);
    res.json({ size: label.length, image: label.toString('base64') }); // safe: no-unsafe-buffer
  });

  return router;
}
