/** Opens a shop, the original or a repaired copy, and talks to it over HTTP. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestPool } from './pool.ts';

export interface Answer {
  readonly status: number;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
}

export interface Shop {
  readonly get: (url: string, query?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly send: (method: 'POST' | 'PUT' | 'PATCH', url: string, body: unknown) => Promise<Answer>;
  /** The whole answer, for what stands in its headers. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** The cookies that an answer sets, as it writes them. */
  readonly cookies: (method: 'GET' | 'POST', url: string) => Promise<readonly string[]>;
  /** Whether a command left this file in the data directory. */
  readonly left: (name: string) => boolean;
  readonly close: () => Promise<void>;
}

interface AppModule {
  readonly createApp: (options: { pool: TestPool; reviewsFile: string; dataDir: string }) => RequestListener;
}

const dataFiles = {
  'sales.csv': 'jan,TEA-01,12\nfeb,CUP-01,95\nmar,TEA-02,31\n',
  'access.log': 'GET /products\nGET /orders\nGET /products/1\nPOST /accounts\n',
  'terms.txt': 'Tea is sold as it is.\n',
  'notes/assam.txt': 'Malty\n',
  'notes-private/margins.txt': 'Assam: 80 %\n',
};

export const openShop = async (directory: string, pool: TestPool): Promise<Shop> => {
  await pool.reset();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'shop-data-'));
  for (const [name, text] of Object.entries(dataFiles)) {
    const file = path.join(dataDir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  const { createApp } = (await import(pathToFileURL(path.join(directory, 'app.ts')).href)) as AppModule;
  const server = createServer(createApp({ pool, dataDir, reviewsFile: ':memory:' }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const request = (url: string, init?: RequestInit): Promise<Response> => fetch(`${base}${url}`, { redirect: 'manual', ...init });
  const ask = async (url: string, init?: RequestInit): Promise<Answer> => {
    const response = await request(url, init);
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: json ? (JSON.parse(text) as unknown) : text };
  };

  return {
    get: (url, query) => ask(query === undefined ? url : `${url}?${new URLSearchParams(query)}`),
    send: (method, url, body) => ask(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    fetch: request,
    cookies: async (method, url) => (await fetch(`${base}${url}`, { method })).headers.getSetCookie(),
    left: (name) => existsSync(path.join(dataDir, name)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dataDir, { recursive: true });
    },
  };
};
