/** Gift cards: what one is worth stands in a token that the shop has signed. */
import { Router } from 'express';
import type { JwtService } from '@nestjs/jwt';

interface Gift {
  euros: number;
}

export function giftRoutes(tokens: JwtService): Router {
  const router = Router();

  router.post('/', (req, res) => {
    res.status(201).json({ token: tokens.sign({ euros: 5 }) });
  });

  router.post('/redeem', (req, res) => {
    const gift = tokens.decode<Gift>(req.body.token); // flaw: require-jwt-verification [by hand]
    res.json({ balance: Number(gift.euros) });
  });

  router.post('/redeem/checked', (req, res) => {
    const gift = tokens.verify<Gift>(req.body.token, { algorithms: ['HS256'] }); // safe: require-jwt-verification
    res.json({ balance: Number(gift.euros) });
  });

  return router;
}
