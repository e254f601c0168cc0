/** An attack on each flaw that input can exploit. `succeeds` sends it and says whether it did harm. */
import { pbkdf2Sync } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Shop } from './shop.ts';

interface Attack {
  readonly title: string;
  /** What the marker of the flaw says that can be done. */
  readonly repair: 'fix' | 'suggestion' | 'by hand';
  readonly succeeds: (shop: Shop) => Promise<boolean>;
}

const shows = ({ body }: Answer, secret: string): boolean => JSON.stringify(body).includes(secret);

/** Sends a command that leaves a file, and waits a little for it to appear. */
const runs = async (shop: Shop, name: string, attack: Promise<Answer>): Promise<boolean> => {
  await attack;
  for (let i = 0; i < 20 && !shop.left(name); i++) await pause(5);
  return shop.left(name);
};

/** Whether the order of what is listed depends on a guess at a secret. */
const tells = async (shop: Shop, url: string): Promise<boolean> => {
  const guess = async (role: string): Promise<string> => {
    const by = `(CASE (SELECT role FROM customers WHERE id = 1) WHEN '${role}' THEN id ELSE -id END)`;
    return JSON.stringify(await shop.get(url, { by }));
  };
  return (await guess('admin')) !== (await guess('guest'));
};

const leaks = (answer: Answer): boolean => answer.status === 500 && /\bat .*\.[jt]s|routine/.test(JSON.stringify(answer.body));

const mallory = { password: 'known', salt: '00', digest: pbkdf2Sync('known', '00', 210_000, 32, 'sha256').toString('hex') };
const register = (shop: Shop, email: string, name: string): Promise<Answer> => shop.send('POST', '/accounts', { email, name, password: 'x' });

export const attacks: readonly Attack[] = [
  {
    title: 'a search shows hidden products',
    repair: 'fix',
    succeeds: async (shop) => shows(await shop.get('/products', { q: "x' OR hidden --" }), 'Prototype'),
  },
  {
    title: 'a shelf shows hidden products',
    repair: 'by hand',
    succeeds: async (shop) => shows(await shop.get('/products/shelf', { category: "x' OR hidden --" }), 'Prototype'),
  },
  {
    title: 'a sort order tells the role of a customer',
    repair: 'by hand',
    succeeds: (shop) => tells(shop, '/products/sorted'),
  },
  {
    title: 'a SKU shows hidden products',
    repair: 'fix',
    succeeds: async (shop) => shows(await shop.get('/products/by-sku', { sku: "x' OR hidden --" }), 'Prototype'),
  },
  {
    title: 'an id shows e-mail addresses',
    repair: 'fix',
    succeeds: async (shop) => shows(await shop.get(`/products/${encodeURIComponent('0 UNION SELECT 1, email, 1 FROM customers')}`), 'owner@'),
  },
  {
    title: 'a name reads the table that it is written to',
    repair: 'fix',
    succeeds: async (shop) => shows(await register(shop, 'm1@m.example', "' || (SELECT email FROM customers WHERE id = 1) || '"), 'owner@'),
  },
  {
    title: 'an e-mail address logs in without an account',
    repair: 'fix',
    succeeds: async (shop) => {
      const email = `x' UNION SELECT 1, 'Mallory', '${mallory.salt}', '${mallory.digest}' --`;
      return (await shop.send('POST', '/accounts/login', { email, password: mallory.password })).status === 200;
    },
  },
  {
    title: 'a name makes its owner an admin',
    repair: 'fix',
    succeeds: async (shop) => {
      const { body } = await register(shop, 'm2@m.example', 'M');
      await shop.send('PATCH', `/accounts/${(body as { id: number }).id}/name`, { name: "M', role = 'admin" });
      return shows(await shop.get('/accounts/profile', { email: 'm2@m.example' }), '"role":"admin"');
    },
  },
  {
    title: 'a status shows orders of all kinds',
    repair: 'fix',
    succeeds: async (shop) => shows(await shop.get('/orders', { status: "x' OR '1' = '1" }), '"id":2'),
  },
  {
    title: 'a column of orders tells the role of a customer',
    repair: 'by hand',
    succeeds: (shop) => tells(shop, '/orders/page'),
  },
  {
    title: 'a note makes an order free',
    repair: 'fix',
    succeeds: async (shop) => {
      await shop.send('PATCH', '/orders/2/note', { note: "x', total = '0" });
      return shows(await shop.get('/orders/page', { by: 'id' }), '"total":0');
    },
  },
  {
    title: 'a product shows reviews that were held back',
    repair: 'fix',
    succeeds: async (shop) => {
      await shop.send('POST', '/reviews', { product: 2, author: 'Bob', body: 'held back http://b.example' });
      return shows(await shop.get('/reviews', { product: '2 OR approved = 0' }), 'held back');
    },
  },
  {
    title: 'a word shows reviews that were held back',
    repair: 'fix',
    succeeds: async (shop) => {
      await shop.send('POST', '/reviews', { product: 2, author: 'Bob', body: 'held back http://b.example' });
      return shows(await shop.get('/reviews/search', { word: "x' OR approved = 0 --" }), 'held back');
    },
  },
  {
    title: 'fields run a command',
    repair: 'fix',
    succeeds: (shop) => runs(shop, 'fields', shop.get('/reports/columns', { fields: '1$(touch fields)' })),
  },
  {
    title: 'a column runs a command',
    repair: 'suggestion',
    succeeds: (shop) => runs(shop, 'column', shop.get('/reports/sorted', { column: '1 sales.csv; touch column #' })),
  },
  {
    title: 'a ranking runs a command',
    repair: 'suggestion',
    succeeds: (shop) => runs(shop, 'ranking', shop.get('/reports/ranking', { column: '1 sales.csv; touch ranking #' })),
  },
  {
    title: 'a number of lines runs a command',
    repair: 'by hand',
    succeeds: (shop) => runs(shop, 'top', shop.get('/reports/top', { n: '1; touch top' })),
  },
  {
    title: 'a page runs a command',
    repair: 'fix',
    succeeds: (shop) => runs(shop, 'page', shop.get('/reports/visits', { page: 'GET" access.log; touch "page' })),
  },
  {
    title: 'a count runs a command',
    repair: 'fix',
    succeeds: (shop) => runs(shop, 'count', shop.get('/reports/visits/last', { count: '1`touch count`' })),
  },
  {
    title: 'a wrong id shows the stack',
    repair: 'suggestion',
    succeeds: async (shop) => leaks(await shop.get('/products/no-number')),
  },
  {
    title: 'a wrong name shows the error of the database',
    repair: 'suggestion',
    succeeds: async (shop) => {
      await register(shop, 'm3@m.example', 'M');
      return leaks(await register(shop, 'm3@m.example', 'M'));
    },
  },
  {
    title: 'a login that fails shows the stack',
    repair: 'suggestion',
    succeeds: async (shop) => leaks(await shop.send('POST', '/accounts/login', { email: 'owner@shop.example', password: 7 })),
  },
  {
    title: 'a wrong status shows the error of the database',
    repair: 'suggestion',
    // No text of PostgreSQL holds a NUL, so the query fails however it is made.
    succeeds: async (shop) => leaks(await shop.get('/orders', { status: '\0' })),
  },
  {
    title: 'a cookie for all sites goes over plain HTTP',
    repair: 'fix',
    succeeds: async (shop) => (await shop.cookies('GET', '/sessions/partner')).some((cookie) => cookie.startsWith('partner=') && !/; secure/i.test(cookie)),
  },
  {
    title: 'an injected script reads the session',
    repair: 'suggestion',
    succeeds: async (shop) => (await shop.cookies('POST', '/sessions')).some((cookie) => cookie.startsWith('sid=') && !/; httponly/i.test(cookie)),
  },
];
