/** What the till in the shop asks for. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { Router } from 'express';

export function counterRoutes(dataDir) {
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

  router.get('/terms', (req, res) => {
    createReadStream(path.join(dataDir, 'terms.txt')).pipe(res.type('text')); // flaw(strict): require-async-error-handling [suggestion]
  });

  router.get('/terms/whole', (req, res, next) => {
    pipeline(createReadStream(path.join(dataDir, 'terms.txt')), res.type('text'), (error) => error && next(error)); // safe: require-async-error-handling
  });

  return router;
}
