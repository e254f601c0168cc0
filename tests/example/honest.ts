/** What honest visitors ask, in this order, and what they must get, before and after a repair. */
import type { Answer, Shop } from './shop.ts';

interface Request {
  readonly title: string;
  readonly ask: (shop: Shop) => Promise<Answer>;
  readonly status?: number;
  readonly body: unknown;
}

const green = { id: 1, name: 'Green tea', price: 7 };
const black = { id: 2, name: 'Black tea', price: 5 };
const cup = { id: 3, name: 'Tea cup', price: 12 };
const ann = { email: 'ann@shop.example', name: 'Ann', password: 'correct horse' };
const review = { author: 'Ann', body: 'Smells of spring' };

export const honest: readonly Request[] = [
  { title: 'search', ask: (shop) => shop.get('/products', { q: 'tea' }), body: [green, black, cup] },
  { title: 'search for a letter case', ask: (shop) => shop.get('/products', { q: 'GREEN' }), body: [green] },
  { title: 'search in vain', ask: (shop) => shop.get('/products', { q: 'coffee' }), body: [] },
  { title: 'suggestions', ask: (shop) => shop.get('/products/suggestions', { q: 'bl' }), body: ['Black tea'] },
  { title: 'a shelf', ask: (shop) => shop.get('/products/shelf', { category: 'china' }), body: [cup] },
  { title: 'the tea shelf', ask: (shop) => shop.get('/products/shelf/tea'), body: [green, black] },
  { title: 'sorted', ask: (shop) => shop.get('/products/sorted', { by: 'price' }), body: [black, green, cup].map(({ id, name }) => ({ id, name })) },
  { title: 'listed', ask: (shop) => shop.get('/products/listed', { by: 'name' }), body: [black, green, cup].map(({ id, name }) => ({ id, name })) },
  { title: 'listed by what is no column', ask: (shop) => shop.get('/products/listed', { by: 'id' }), status: 400, body: { error: 'Sort by name or price' } },
  { title: 'by SKU', ask: (shop) => shop.get('/products/by-sku', { sku: 'CUP-01' }), body: [cup] },
  {
    title: 'a basket',
    ask: (shop) => shop.send('POST', '/products/basket', { ids: [1, 3, 4] }),
    body: [green, cup].map(({ id, price }) => ({ id, price })),
  },
  { title: 'a product', ask: (shop) => shop.get('/products/2'), body: [black] },
  { title: 'the price of a product', ask: (shop) => shop.get('/products/2/price'), body: [{ price: 5 }] },

  { title: 'register', ask: (shop) => shop.send('POST', '/accounts', ann), status: 201, body: { id: 2, name: 'Ann' } },
  { title: 'login', ask: (shop) => shop.send('POST', '/accounts/login', ann), body: { id: 2, name: 'Ann' } },
  {
    title: 'login with another password',
    ask: (shop) => shop.send('POST', '/accounts/login', { ...ann, password: 'wrong' }),
    status: 401,
    body: { error: 'Wrong email or password' },
  },
  {
    title: 'login of a stranger',
    ask: (shop) => shop.send('POST', '/accounts/login', { ...ann, email: 'bob@shop.example' }),
    status: 401,
    body: { error: 'Wrong email or password' },
  },
  { title: 'rename', ask: (shop) => shop.send('PATCH', '/accounts/2/name', { name: 'Anna' }), body: { renamed: 2 } },
  { title: 'profile', ask: (shop) => shop.get('/accounts/profile', { email: ann.email }), body: [{ name: 'Anna', role: 'customer' }] },
  { title: 'move', ask: (shop) => shop.send('PATCH', '/accounts/2/email', { email: 'anna@shop.example' }), body: { moved: 2 } },
  { title: 'set a PIN', ask: (shop) => shop.send('PUT', '/accounts/2/pin', { pin: '1234' }), body: { saved: true } },
  { title: 'check the PIN', ask: (shop) => shop.send('POST', '/accounts/2/pin', { pin: '1234' }), body: { matches: true } },
  { title: 'check another PIN', ask: (shop) => shop.send('POST', '/accounts/2/pin', { pin: '4321' }), body: { matches: false } },

  {
    title: 'open orders',
    ask: (shop) => shop.get('/orders', { status: 'open' }),
    body: [
      { id: 1, total: 24 },
      { id: 3, total: 99 },
    ],
  },
  {
    title: 'orders by total',
    ask: (shop) => shop.get('/orders/page', { by: 'total' }),
    body: [
      { id: 2, total: 7 },
      { id: 1, total: 24 },
      { id: 3, total: 99 },
    ],
  },
  { title: 'orders of a customer', ask: (shop) => shop.get('/orders/of/2'), body: [{ id: 3, total: 99 }] },
  { title: 'note on an order', ask: (shop) => shop.send('PATCH', '/orders/3/note', { note: 'ring twice' }), body: { saved: true } },

  { title: 'write a review', ask: (shop) => shop.send('POST', '/reviews', { product: 1, ...review }), status: 201, body: { saved: true } },
  {
    title: 'write a review with a link, that is not shown',
    ask: (shop) => shop.send('POST', '/reviews', { product: 1, author: 'Bob', body: 'Look at http://bob.example' }),
    status: 201,
    body: { saved: true },
  },
  { title: 'reviews of a product', ask: (shop) => shop.get('/reviews', { product: '1' }), body: [review] },
  { title: 'reviews of another', ask: (shop) => shop.get('/reviews', { product: '2' }), body: [] },
  { title: 'count of reviews', ask: (shop) => shop.get('/reviews/count', { product: '1' }), body: { reviews: 1 } },
  { title: 'search in reviews', ask: (shop) => shop.get('/reviews/search', { word: 'spring' }), body: [review] },
  { title: 'latest reviews', ask: (shop) => shop.get('/reviews/latest', { limit: '5' }), body: [{ author: 'Ann' }] },

  { title: 'columns', ask: (shop) => shop.get('/reports/columns', { fields: '1,3' }), body: ['jan,12', 'feb,95', 'mar,31'] },
  { title: 'first column', ask: (shop) => shop.get('/reports/columns/names'), body: ['jan', 'feb', 'mar'] },
  {
    title: 'sales sorted',
    ask: (shop) => shop.get('/reports/sorted', { column: '2' }),
    body: ['feb,CUP-01,95', 'jan,TEA-01,12', 'mar,TEA-02,31'],
  },
  {
    title: 'sales ordered',
    ask: (shop) => shop.get('/reports/ordered', { by: 'price' }),
    body: ['jan,TEA-01,12', 'mar,TEA-02,31', 'feb,CUP-01,95'],
  },
  { title: 'ranking', ask: (shop) => shop.get('/reports/ranking', { column: '3' }), body: 'feb,CUP-01,95\nmar,TEA-02,31\njan,TEA-01,12\n' },
  { title: 'ranking, safely', ask: (shop) => shop.get('/reports/ranking/safe', { column: '3' }), body: 'feb,CUP-01,95\nmar,TEA-02,31\njan,TEA-01,12\n' },
  { title: 'top', ask: (shop) => shop.get('/reports/top', { n: '1' }), body: ['feb,CUP-01,95'] },
  { title: 'bottom', ask: (shop) => shop.get('/reports/bottom', { n: '1' }), body: ['jan,TEA-01,12'] },
  { title: 'visits of a page', ask: (shop) => shop.get('/reports/visits', { page: '/products' }), body: ['GET /products', 'GET /products/1'] },
  { title: 'visits of a page with a space', ask: (shop) => shop.get('/reports/visits', { page: 'T /o' }), body: ['GET /orders'] },
  { title: 'count of visits', ask: (shop) => shop.get('/reports/visits/count', { page: '/products' }), body: { visits: 2 } },
  { title: 'last visits', ask: (shop) => shop.get('/reports/visits/last', { count: '1' }), body: ['POST /accounts'] },
  { title: 'first visits', ask: (shop) => shop.get('/reports/visits/first', { count: '1' }), body: ['GET /products'] },
  { title: 'a month', ask: (shop) => shop.get('/reports/month/feb'), body: ['feb,CUP-01,95'] },
  { title: 'no month', ask: (shop) => shop.get('/reports/month/february'), status: 400, body: { error: 'A month is three letters' } },
  { title: 'size', ask: (shop) => shop.get('/reports/size'), body: { lines: 3 } },
  { title: 'size of the log', ask: (shop) => shop.get('/reports/size/log'), body: { lines: 4 } },
  { title: 'terms', ask: (shop) => shop.get('/reports/terms'), body: 'Tea is sold as it is.\n' },
  { title: 'draft of the terms', ask: (shop) => shop.get('/reports/terms/draft'), body: 'DRAFT\nTea is sold as it is.\n' },
  { title: 'a session', ask: (shop) => shop.send('POST', '/sessions', {}), status: 201, body: { welcome: true } },
  { title: 'the page of a partner', ask: (shop) => shop.get('/sessions/partner'), body: { partner: true } },
];
