import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Pool } from 'pg';
import { accountRoutes } from './routes/accounts.ts';
import { orderRoutes } from './routes/orders.ts';
import { productRoutes } from './routes/products.ts';
import { reportRoutes } from './routes/reports.js';
import { reviewRoutes } from './routes/reviews.js';
import { sessionRoutes } from './routes/sessions.js';
import { OrderService } from './services/orders.ts';

export interface ShopOptions {
  pool: Pool;
  /** SQLite file of the reviews; `:memory:` will do. */
  reviewsFile: string;
  /** Where sales.csv, access.log and terms.txt are. */
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
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json());

  app.use('/products', productRoutes(pool));
  app.use('/accounts', accountRoutes(pool));
  app.use('/orders', orderRoutes(new OrderService(pool)));
  app.use('/reviews', reviewRoutes(reviewsFile));
  app.use('/reports', reportRoutes(dataDir));
  app.use('/sessions', sessionRoutes());

  app.use(onError);
  return app;
}
