import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Pool } from 'pg';
import { fileURLToPath } from 'node:url';
import { accountRoutes } from './routes/accounts.ts';
import { clubRoutes } from './routes/club.js';
import { counterRoutes } from './routes/counter.js';
import { letters, offerRoutes } from './routes/offers.js';
import { fileRoutes } from './routes/files.ts';
import { giftRoutes } from './routes/gifts.ts';
import { frontRoutes } from './routes/front.js';
import { importRoutes } from './routes/imports.js';
import { codeRoutes } from './routes/codes.js';
import { memberRoutes } from './routes/members.js';
import { orderRoutes } from './routes/orders.ts';
import { pageRoutes } from './routes/pages.js';
import { productRoutes } from './routes/products.ts';
import { partnerRoutes } from './routes/partners.js';
import { reportRoutes } from './routes/reports.js';
import { reviewRoutes } from './routes/reviews.js';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/sessions.js';
import { supportRoutes } from './routes/support.js';
import { wishRoutes } from './routes/wishes.js';
import { OrderService } from './services/orders.ts';
import { tokenService } from './services/tokens.ts';

export interface ShopOptions {
  pool: Pool;
  /** SQLite file of the reviews; `:memory:` will do. */
  reviewsFile: string;
  /** Where sales.csv, access.log, terms.txt and the folder notes are. */
  dataDir: string;
}

/** Last resort of every route: in production nobody sees how the shop is built. */
const onError: ErrorRequestHandler = (err, req, res, next) => {
  if (res.headersSent) return next(err);
  console.error(`${req.method} failed`, err);
  if (process.env.NODE_ENV === 'production') {
    res.status(500).json({ error: 'Internal Server Error' });
  } else {
    res.status(500).json({ error: 'Internal Server Error', stack: err.stack }); // safe: no-stack-in-response
  }
};

export function createApp({ pool, reviewsFile, dataDir }: ShopOptions): Express {
  const app = express(); // flaw(strict): require-security-headers [by hand]
  app.disable('x-powered-by');
  app.use(express.json());
  app.engine('txt', letters);
  app.set('view engine', 'txt');
  app.set('views', fileURLToPath(new URL('letters', import.meta.url)));

  app.use('/products', productRoutes(pool));
  app.use('/accounts', accountRoutes(pool));
  app.use('/orders', orderRoutes(new OrderService(pool)));
  app.use('/offers', offerRoutes());
  app.use('/reviews', reviewRoutes(reviewsFile));
  app.use('/reports', reportRoutes(dataDir));
  app.use('/club', clubRoutes());
  app.use('/counter', counterRoutes(dataDir));
  app.use('/support', supportRoutes());
  app.use('/partners', partnerRoutes());
  app.use('/gifts', giftRoutes(tokenService()));
  app.use('/members', memberRoutes());
  app.use('/files', fileRoutes(dataDir));
  app.use('/pages', pageRoutes());
  app.use('/search', searchRoutes());
  app.use('/imports', importRoutes());
  app.use('/sessions', sessionRoutes());
  app.use('/codes', codeRoutes());
  app.use('/front', frontRoutes());
  app.use('/wishes', wishRoutes());

  app.use(onError);
  return app;
}
