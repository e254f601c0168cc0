/** Starts the shop. Needs a PostgreSQL database with the tables of schema.sql; everything else is a file in DATA_DIR. */
import { join } from 'node:path';
import pg from 'pg';
import { createApp } from './app.ts';
import { backup } from './maintenance.js';

const dataDir = process.env.DATA_DIR ?? 'data';
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

await backup(dataDir, 'sales.bak');
createApp({ pool, dataDir, reviewsFile: join(dataDir, 'reviews.db') }).listen(3000, () => {
  console.log('The shop is open on port 3000');
});
