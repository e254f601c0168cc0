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

  { title: 'redeem a voucher', ask: (shop) => shop.send('POST', '/club/vouchers', { code: 'SPRING-7' }), body: { percent: 10 } },
  { title: 'redeem no voucher', ask: (shop) => shop.send('POST', '/club/vouchers', { code: 'AUTUMN' }), status: 404, body: { error: 'No such voucher' } },
  { title: 'look at a voucher', ask: (shop) => shop.send('POST', '/club/vouchers/check', { code: 'SPRING-7' }), body: { valid: true } },
  { title: 'look at no voucher', ask: (shop) => shop.send('POST', '/club/vouchers/check', { code: 'AUTUMN' }), body: { valid: false } },
  { title: 'join the club', ask: (shop) => shop.send('POST', '/club/members', { name: 'Ann' }), status: 201, body: { name: 'Ann', points: 0 } },
  { title: 'bring a guest', ask: (shop) => shop.send('POST', '/club/guests', { name: 'Bob' }), status: 201, body: { name: 'Bob', points: 0 } },

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

  { title: 'a discount', ask: (shop) => shop.send('POST', '/offers/discount', { terms: '{"percent": 5}' }), body: { percent: 5 } },
  { title: 'a discount, safely', ask: (shop) => shop.send('POST', '/offers/discount/safe', { terms: '{"percent": 5}' }), body: { percent: 5 } },
  { title: 'rounded', ask: (shop) => shop.get('/offers/rounded', { by: 'up' }), body: { price: 13 } },
  { title: 'rounded, safely', ask: (shop) => shop.get('/offers/rounded/safe', { by: 'down' }), body: { price: 12 } },
  { title: 'rounded by no method', ask: (shop) => shop.get('/offers/rounded/safe', { by: 'constructor' }), status: 400, body: { error: 'Round up or down' } },
  { title: 'a letter', ask: (shop) => shop.get('/offers/letter', { letter: 'shipped' }), body: 'Dear Ann,\nyour tea is on its way.\n' },
  { title: 'a letter, safely', ask: (shop) => shop.get('/offers/letter/safe', { letter: 'late' }), body: 'Dear Ann,\nwe look for your tea.\n' },
  { title: 'no letter', ask: (shop) => shop.get('/offers/letter/safe', { letter: '../notes' }), status: 404, body: { error: 'No such letter' } },
  { title: 'a note', ask: (shop) => shop.get('/files/notes/assam.txt'), body: 'Malty\n' },
  { title: 'no note', ask: (shop) => shop.get('/files/notes/none.txt'), status: 404, body: 'No such note' },
  { title: 'draft of a note', ask: (shop) => shop.get('/files/notes/assam.txt/draft'), body: 'DRAFT\nMalty\n' },
  { title: 'a sheet', ask: (shop) => shop.get('/files/sheets', { name: 'assam.txt' }), body: 'Malty\n' },
  { title: 'a sheet below a root', ask: (shop) => shop.get('/files/sheets/rooted', { name: 'assam.txt' }), body: 'Malty\n' },
  { title: 'a note that is checked', ask: (shop) => shop.get('/files/checked', { name: 'assam.txt' }), body: { text: 'Malty\n' } },
  { title: 'a note that is checked well', ask: (shop) => shop.get('/files/checked/well', { name: 'assam.txt' }), body: { text: 'Malty\n' } },
  { title: 'what is no note', ask: (shop) => shop.get('/files/checked/well', { name: '../notes-private/margins.txt' }), status: 403, body: { error: 'Not a note' } },
  { title: 'a note by its name', ask: (shop) => shop.send('POST', '/files/note', { name: 'assam.txt' }), body: { text: 'Malty\n' } },
  { title: 'a note by its text', ask: (shop) => shop.send('POST', '/files/note/text', { name: 'assam.txt' }), body: { text: 'Malty\n' } },
  { title: 'a list of notes', ask: (shop) => shop.send('POST', '/files/note/text', { name: ['assam.txt'] }), status: 403, body: { error: 'Not a note' } },
  { title: 'a public file', ask: (shop) => shop.get('/files/public/opening-hours.txt'), body: 'Monday to Saturday, 9 to 18\n' },

  { title: 'found', ask: (shop) => shop.get('/pages/found', { q: 'green tea' }), body: '<h1>Results for green tea</h1>' },
  { title: 'found, escaped', ask: (shop) => shop.get('/pages/found/escaped', { q: 'tea & cup' }), body: '<h1>Results for tea &#38; cup</h1>' },
  { title: 'no such tea', ask: (shop) => shop.get('/pages/tea/Assam'), status: 404, body: '<!doctype html><title>Assam</title><p>A tea</p>' },
  { title: 'no such tea, in plain text', ask: (shop) => shop.get('/pages/tea/<Assam>/plain'), body: 'No tea is called <Assam>' },
  { title: 'leave', ask: (shop) => shop.get('/pages/leave', { to: '/products' }), status: 302, body: 'Found. Redirecting to /products' },
  { title: 'back', ask: (shop) => shop.get('/pages/back', { to: '/products' }), status: 302, body: 'Found. Redirecting to /products' },
  { title: 'back from elsewhere', ask: (shop) => shop.get('/pages/back', { to: '//b.example' }), status: 302, body: 'Found. Redirecting to /' },
  { title: 'sign in', ask: (shop) => shop.get('/pages/sign-in', { next: '/orders' }), status: 303, body: 'See Other' },
  { title: 'sign in for elsewhere', ask: (shop) => shop.get('/pages/sign-in', { next: 'https://b.example' }), status: 400, body: { error: 'Only within the shop' } },
  { title: 'sign out', ask: (shop) => shop.get('/pages/sign-out', { next: '/orders' }), status: 303, body: 'See Other' },
  { title: 'hide a banner', ask: (shop) => shop.get('/pages/banner/spring/hide'), body: { hidden: true } },
  { title: 'hide a banner that is known', ask: (shop) => shop.get('/pages/banner/spring/hide-known'), body: { hidden: true } },
  { title: 'a picture for nobody', ask: (shop) => shop.get('/pages/picture'), status: 403, body: { error: 'Only for pages of the shop' } },
  { title: 'a large picture for nobody', ask: (shop) => shop.get('/pages/picture/large'), status: 403, body: { error: 'Only for pages of the shop' } },
  { title: 'a partner', ask: (shop) => shop.get('/pages/partner', { url: 'https://green.tea.example/list' }), body: { known: true } },
  { title: 'a partner, exactly', ask: (shop) => shop.get('/pages/partner/exact', { url: 'https://tea.example/list' }), body: { known: true } },
  { title: 'no partner', ask: (shop) => shop.get('/pages/partner/exact', { url: 'https://eviltea.example/list' }), body: { known: false } },
  { title: 'wishes', ask: (shop) => shop.get('/pages/wishes.csv', { wish: 'a 5" pot' }), body: 'wish,"a 5"" pot"\n' },
  { title: 'a wish', ask: (shop) => shop.get('/pages/wish.csv', { wish: 'a "big" pot' }), body: 'wish,"a ""big"" pot"\n' },
  { title: 'a label', ask: (shop) => shop.get('/pages/label', { text: "Ann's" }), body: "label = 'Ann\\'s';" },
  { title: 'a whole label', ask: (shop) => shop.get('/pages/label/whole', { text: "'Ann'" }), body: "label = '\\'Ann\\'';" },

  { title: 'a coupon', ask: (shop) => shop.get('/search/coupon', { code: 'spring-7311' }), body: { valid: true } },
  { title: 'no coupon', ask: (shop) => shop.get('/search/coupon/escaped', { code: '.*' }), body: { valid: false } },
  { title: 'words', ask: (shop) => shop.get('/search/words', { q: 'green tea' }), body: { isWords: true } },
  { title: 'words, linear', ask: (shop) => shop.get('/search/words/linear', { q: 'green tea!' }), body: { isWords: false } },
  { title: 'trimmed', ask: (shop) => shop.get('/search/trimmed', { q: 'tea  ' }), body: { q: 'tea' } },
  { title: 'trimmed, bounded', ask: (shop) => shop.get('/search/trimmed/bounded', { q: 'tea  ' }), body: { q: 'tea' } },
  { title: 'in vain', ask: (shop) => shop.get('/search/in-vain', { q: 'coffee' }), body: { noted: true } },
  { title: 'in vain, quoted', ask: (shop) => shop.get('/search/in-vain/quoted', { q: 'coffee' }), body: { noted: true } },
  { title: 'a ruler', ask: (shop) => shop.get('/search/ruler', { width: '3' }), body: { ruler: '---' } },
  { title: 'a short ruler', ask: (shop) => shop.get('/search/ruler/short', { width: '3' }), body: { ruler: '---' } },

  { title: 'a supplier', ask: (shop) => shop.get('/imports/supplier', { name: 'Leaf' }), body: { city: 'Assam' } },
  { title: 'a supplier, bound', ask: (shop) => shop.get('/imports/supplier/bound', { name: 'Leaf' }), body: { city: 'Assam' } },
  { title: 'a list', ask: (shop) => shop.send('POST', '/imports/list', { text: 'name: Spring' }), body: { imported: 'Spring' } },
  { title: 'a plain list', ask: (shop) => shop.send('POST', '/imports/list/plain', { text: 'name: Spring' }), body: { imported: 'Spring' } },
  {
    title: 'an order',
    ask: (shop) => shop.send('POST', '/imports/order', { xml: '<!DOCTYPE o [<!ENTITY pot "Tea pot">]><o>2 &pot;</o>' }),
    body: { text: '2 Tea pot' },
  },
  { title: 'a plain order', ask: (shop) => shop.send('POST', '/imports/order/plain', { xml: '<o>for &shop;</o>' }), body: { text: 'for The tea shop' } },
  { title: 'a page', ask: (shop) => shop.send('POST', '/imports/page', { url: 'data:text/plain,7' }), body: { page: '7' } },
  { title: 'a page of nobody', ask: (shop) => shop.send('POST', '/imports/page/known', { url: 'https://b.example/' }), status: 403, body: { error: 'Only pages of suppliers' } },
  { title: 'settings', ask: (shop) => shop.send('PATCH', '/imports/settings', { mail: { reply: 'yes' } }), body: { mail: { from: 'shop@shop.example', reply: 'yes' } } },
  { title: 'own settings', ask: (shop) => shop.send('PATCH', '/imports/settings/own', { mail: { reply: 'no' } }), body: { mail: { from: 'shop@shop.example', reply: 'no' } } },
];
