/** A pool that answers as pg's does, with PGlite (PostgreSQL in this process) behind it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PGlite, type Results } from '@electric-sql/pglite';
import { shop } from '../../scripts/example.ts';

/** pg's own conversion of a value to what goes over the wire; it comes without types. */
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils') as { prepareValue: (value: unknown) => string | null };

/** bool, int4, text, int4[] and text[]: values come here as text already, and PostgreSQL reads them. */
const serializers = Object.fromEntries([16, 23, 25, 1007, 1009].map((oid) => [oid, String]));

interface QueryConfig {
  readonly text: string;
  readonly values?: readonly unknown[];
}

export interface PoolResult {
  readonly rows: readonly unknown[];
  readonly rowCount: number | null;
}

const resultOf = ({ rows, affectedRows }: Pick<Results, 'rows' | 'affectedRows'>): PoolResult => ({
  rows,
  rowCount: rows.length > 0 ? rows.length : (affectedRows ?? null),
});

export class TestPool {
  private readonly db = new PGlite();

  /** All tables as schema.sql makes them, whatever was there before. */
  async reset(): Promise<void> {
    await this.db.exec(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${readFileSync(path.join(shop, 'schema.sql'), 'utf8')}`);
  }

  /** As in pg: without values the text may hold several statements, and the last one answers when there are more. */
  async query(query: string | QueryConfig, values?: readonly unknown[]): Promise<PoolResult> {
    const { text, values: given = [] } = typeof query === 'string' ? { text: query, values } : query;
    if (given.length > 0) return resultOf(await this.db.query(text, given.map(prepareValue), { serializers }));
    return resultOf((await this.db.exec(text)).at(-1) ?? { rows: [] });
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}
