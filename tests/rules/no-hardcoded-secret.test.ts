import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-hardcoded-secret.ts';
import { lines, runJavaScript } from './samples.ts';

const jwt = (...body: string[]): string => lines("import jwt from 'jsonwebtoken';", ...body);
const crypto = (...body: string[]): string => lines("import { createHmac, scryptSync } from 'node:crypto';", ...body);
const pg = (...body: string[]): string => lines("import pg from 'pg';", ...body);
const session = (...body: string[]): string => lines("import session from 'express-session';", ...body);
const strict = [{ tests: true }] as const;

type Message = 'credential' | 'address' | 'fallback' | 'format';

/** A report, whose literal is taken from the environment by the suggestion. */
const found = (of: (...body: string[]) => string, before: string, after: string | undefined, shown: string, name: string, messageId: Message = 'credential') => ({
  code: of(before),
  errors: [{ messageId, data: messageId === 'address' ? {} : { shown }, suggestions: after === undefined ? [] : [{ messageId: 'environment' as const, data: { name }, output: of(after) }] }],
});

// made of parts, so that nobody takes this file for one with secrets in it
const letters = 'k9Qz7Lw2Xr5Vt8Ns3Jf6Hb1Pd4Gy0Mce';
const upper = 'Q7XLW2RV5TNS3JF6';
const hex = '3f9a1c7e5b2d8064';
const join = (...parts: string[]): string => parts.join('');
const KEYS: readonly (readonly [name: string, key: string])[] = [
  ['an access key of AWS', join('AK', 'IA', upper)],
  ['a token of GitHub', join('gh', 'p_', letters, 'Zq8W')],
  ['a token of GitLab', join('gl', 'pat-', letters.slice(0, 20))],
  ['a live key of Stripe', join('sk', '_live_', letters)],
  ['a token of Slack', join('xo', 'xb-', '348217690451-', letters)],
  ['a key of Google', join('AI', 'za', letters, 'Wq8')],
  ['a token of npm', join('np', 'm_', letters, 'Zq8W')],
  ['a key of SendGrid', join('S', 'G.', letters.slice(0, 22), '.', letters, letters.slice(0, 11))],
  ['a token of Shopify', join('shp', 'at_', hex, hex)],
  ['a token of DigitalOcean', join('do', 'p_v1_', hex, hex, hex, hex)],
];
const [, aws = ''] = KEYS[0] ?? [];
const pem = join('-----BEGIN ', 'PRIVATE KEY-----\\n', letters, letters, '\\n-----END ', 'PRIVATE KEY-----');

new RuleTester().run('no-hardcoded-secret', rule, {
  valid: [
    // from the environment, the configuration, a store
    jwt('jwt.sign(user, process.env.JWT_SECRET);', 'jwt.sign(user, config.secret);', 'jwt.verify(token, await secrets.get("jwt"));'),
    session('session({ secret: process.env.SESSION_SECRET });', 'session({ secret: [process.env.NEW, process.env.OLD] });', 'session(options);'),
    pg('new pg.Pool({ password: process.env.PGPASSWORD });', "new pg.Pool({ host: 'db.example', user: 'shop', database: 'shop' });", "new pg.Pool({ connectionString: 'postgres://shop@db.example/shop' });"),
    // labels, texts for people, names of keys in a storage, messages of schemas
    lines("const labels = { password: 'Password', secret: 'Secret question', apiKey: 'API key' };", "const PASSWORD_LABEL = 'Your password';", "t('auth.password.required');", "const de = { password: 'Passwort', token: 'Sicherheitscode' };"),
    lines("const TOKEN_KEY = 'shop.auth.token';", 'localStorage.getItem(TOKEN_KEY);', "const secretKey = 'secret-settings';"),
    lines("import { z } from 'zod';", "z.object({ password: z.string({ message: 'password is required' }).min(12, 'The password is too short') });"),
    // an address of a contract, a hash, classes of Tailwind
    lines(`const token = '0x${hex}${hex}${hex.slice(0, 8)}';`, `const sha = '${hex}${hex}${hex.slice(0, 8)}';`, "const passwordClass = 'w-full rounded-md border px-3 py-2 text-sm placeholder:text-gray-400 focus:ring-2';"),
    // what stands for a secret
    jwt("jwt.sign(user, 'CHANGE_ME');", "jwt.sign(user, 'your-secret-here');", "jwt.sign(user, '<secret>');", "jwt.sign(user, 'xxxxxxxx');", "jwt.sign(user, '${JWT_SECRET}');", "jwt.sign(user, '');"),
    lines(`const key = '${join('AK', 'IA', 'IOSFODNN7', 'EXAMPLE')}';`, `const other = '${join('gh', 'p_', 'x'.repeat(36))}';`, `const counted = '${join('sk', '_live_', '1234567890'.repeat(3))}';`),
    // what parts keys by their purpose is no secret
    crypto("const key = createHmac('sha256', 'shop:cookies:v1').update(process.env.MASTER).digest();", "createHmac('sha256', 'com.example.shop/csrf').update(master).digest();", "createHmac('sha256', 'webhooks v2').update(master);"),
    // public keys
    jwt("jwt.verify(token, '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\\n-----END PUBLIC KEY-----', { algorithms: ['ES256'] });"),
    // tests and seeds, outside of production
    { code: jwt("jwt.sign(user, 'only-for-tests');"), filename: 'tests/login.test.ts' },
    { code: pg("new pg.Pool({ host: 'localhost', user: 'postgres', password: 'postgres' });"), filename: 'prisma/seed.ts' },
    { code: pg("new pg.Pool({ host: 'localhost', password: 'postgres' });"), filename: 'src/db.spec.ts' },
    jwt("if (process.env.NODE_ENV !== 'production') jwt.sign(user, 'only-for-developers');"),
    pg("new pg.Pool({ connectionString: 'postgres://postgres:postgres@localhost:5432/shop' });", "new pg.Pool({ connectionString: process.env.URL || 'postgres://postgres:postgres@localhost/shop' });", "new pg.Pool({ password: process.env.PGPASSWORD || 'postgres' });"),
    // what Firebase gives to web pages
    lines(`initializeApp({ apiKey: '${join('AI', 'za', letters, 'Wq8')}', authDomain: 'shop.firebaseapp.com' });`),
    // longer than a key, part of a word
    lines(`const a = '${aws}QQQQ';`, `const b = 'x${aws}';`, `const c = '-----BEGIN ${'PRIVATE KEY'}-----';`),
    // other things of these names
    lines('const jwt = { sign() {} };', "jwt.sign(user, 'a-secret');"),
    lines("import session from './session.js';", "session({ secret: 'a-secret' });"),
  ],
  invalid: [
    found(jwt, "jwt.sign(user, 'shop-4711');", 'jwt.sign(user, process.env.SECRET_KEY);', '`sho…`', 'process.env.SECRET_KEY'),
    found(jwt, "const JWT_SECRET = 'shop-4711';\njwt.verify(token, JWT_SECRET, options);", 'const JWT_SECRET = process.env.JWT_SECRET;\njwt.verify(token, JWT_SECRET, options);', '`sho…`', 'process.env.JWT_SECRET'),
    // one secret used twice is one report
    found(jwt, "const jwtSecret = 'shop-4711';\njwt.sign(user, jwtSecret);\njwt.verify(token, jwtSecret);", 'const jwtSecret = process.env.JWT_SECRET;\njwt.sign(user, jwtSecret);\njwt.verify(token, jwtSecret);', '`sho…`', 'process.env.JWT_SECRET'),
    // through helpers, members, sums
    found(jwt, "const sign = (data, key) => jwt.sign(data, key);\nsign(user, 'shop-4711');", 'const sign = (data, key) => jwt.sign(data, key);\nsign(user, process.env.SECRET_KEY);', '`sho…`', 'process.env.SECRET_KEY'),
    found(jwt, "const config = { jwt: { secret: 'shop-4711' } };\njwt.sign(user, config.jwt.secret);", undefined, '`sho…`', ''),
    found(jwt, "const PART = 'shop';\njwt.sign(user, PART + '-4711');", undefined, '`sho…`', ''),
    found(session, "session({ secret: 'keyboard cat', resave: false });", 'session({ secret: process.env.APP_SECRET, resave: false });', '`key…`', 'process.env.APP_SECRET'),
    found(session, "const options = { secret: 'keyboard cat' };\nsession({ ...options, resave: false });", 'const options = { secret: process.env.APP_SECRET };\nsession({ ...options, resave: false });', '`key…`', 'process.env.APP_SECRET'),
    found(session, "session({ secret: [process.env.NEW, 'the old one'] });", "session({ secret: [process.env.NEW, process.env.APP_SECRET] });", '`the…`', 'process.env.APP_SECRET'),
    found((...body) => lines("import session from 'cookie-session';", ...body), "session({ keys: ['first one'] });", 'session({ keys: [process.env.KEYS] });', '`fir…`', 'process.env.KEYS'),
    found((...body) => lines("import Koa from 'koa';", 'const app = new Koa();', ...body), "app.keys = ['first one'];", 'app.keys = [process.env.SECRET_KEY];', '`fir…`', 'process.env.SECRET_KEY'),
    found((...body) => lines("import cookieParser from 'cookie-parser';", ...body), "app.use(cookieParser('first one'));", 'app.use(cookieParser(process.env.SECRET_KEY));', '`fir…`', 'process.env.SECRET_KEY'),
    found((...body) => lines("import { Strategy } from 'passport-google-oauth20';", ...body), "new Strategy({ clientID, clientSecret: 'shop-4711' }, done);", 'new Strategy({ clientID, clientSecret: process.env.CLIENT_SECRET }, done);', '`sho…`', 'process.env.CLIENT_SECRET'),
    found(crypto, "createHmac('sha256', 'shop-4711').update(body);", "createHmac('sha256', process.env.SECRET_KEY).update(body);", '`sho…`', 'process.env.SECRET_KEY'),
    found(crypto, "scryptSync('shop-4711', salt, 32);", 'scryptSync(process.env.SECRET_KEY, salt, 32);', '`sho…`', 'process.env.SECRET_KEY'),
    found(crypto, "createHmac('sha256', Buffer.from('shop-4711', 'utf8')).update(body);", undefined, '`sho…`', ''),
    found((...body) => lines("import { SignJWT } from 'jose';", ...body), "const KEY = new TextEncoder().encode('shop-4711');\nawait new SignJWT(user).setIssuedAt().sign(KEY);", undefined, '`sho…`', ''),
    // databases
    found(pg, "new pg.Pool({ host: 'db.example', password: 'hunter22' });", "new pg.Pool({ host: 'db.example', password: process.env.DB_PASSWORD });", '`hun…`', 'process.env.DB_PASSWORD'),
    found((...body) => lines("import mysql from 'mysql2/promise';", ...body), "const password = 'hunter22';\nmysql.createPool({ host, password });", 'const password = process.env.DB_PASSWORD;\nmysql.createPool({ host, password });', '`hun…`', 'process.env.DB_PASSWORD'),
    found((...body) => lines("import knex from 'knex';", ...body), "knex({ client: 'pg', connection: { host, password: 'hunter22' } });", "knex({ client: 'pg', connection: { host, password: process.env.DB_PASSWORD } });", '`hun…`', 'process.env.DB_PASSWORD'),
    found(pg, "new pg.Pool({ connectionString: 'postgres://shop:hunter22@db.example/shop' });", 'new pg.Pool({ connectionString: process.env.DATABASE_URL });', '', 'process.env.DATABASE_URL', 'address'),
    found((...body) => lines("import mongoose from 'mongoose';", ...body), "await mongoose.connect('mongodb+srv://shop:hunter22@cluster.example/shop');", 'await mongoose.connect(process.env.SECRET_KEY);', '', 'process.env.SECRET_KEY', 'address'),
    // where the environment has none
    found(jwt, "jwt.sign(user, process.env.JWT_SECRET || 'shop-4711');", 'jwt.sign(user, process.env.JWT_SECRET);', '`sho…`', 'process.env.JWT_SECRET', 'fallback'),
    found(session, "const secret = process.env.SESSION_SECRET ?? 'keyboard cat';\nsession({ secret });", 'const secret = process.env.SESSION_SECRET;\nsession({ secret });', '`key…`', 'process.env.SESSION_SECRET', 'fallback'),
    // by their form
    ...KEYS.map(([name, key]) => found(lines, `const apiKey = '${key}';`, 'const apiKey = process.env.API_KEY;', name, 'process.env.API_KEY', 'format')),
    found(lines, `const client = new S3({ credentials: { accessKeyId: "${aws}", secretAccessKey } });`, 'const client = new S3({ credentials: { accessKeyId: process.env.ACCESS_KEY_ID, secretAccessKey } });', 'an access key of AWS', 'process.env.ACCESS_KEY_ID', 'format'),
    found(lines, `const key = '${pem}';`, 'const key = process.env.KEY;', 'a private key', 'process.env.KEY', 'format'),
    found(lines, `fetch(\`https://api.example/?key=${aws}&page=\${page}\`);`, undefined, 'an access key of AWS', '', 'format'),
    // tests, too, and a secret in its own form is one report
    { ...found(lines, `const apiKey = '${aws}';`, 'const apiKey = process.env.API_KEY;', 'an access key of AWS', 'process.env.API_KEY', 'format'), filename: 'tests/s3.test.ts' },
    found(jwt, `jwt.sign(user, '${pem}');`, 'jwt.sign(user, process.env.SECRET_KEY);', 'a private key', 'process.env.SECRET_KEY', 'format'),
    // strict
    { ...found(jwt, "jwt.sign(user, 'only-for-tests');", 'jwt.sign(user, process.env.SECRET_KEY);', '`onl…`', 'process.env.SECRET_KEY'), filename: 'tests/login.test.ts', options: strict },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const jwt = require('jsonwebtoken');", 'jwt.sign(user, process.env.JWT_SECRET);') }],
  invalid: [
    {
      code: lines("const { sign } = require('jsonwebtoken');", "sign(user, 'shop-4711');"),
      errors: [{ messageId: 'credential', suggestions: [{ messageId: 'environment', data: { name: 'process.env.SECRET_KEY' }, output: lines("const { sign } = require('jsonwebtoken');", 'sign(user, process.env.SECRET_KEY);') }] }],
    },
  ],
});
