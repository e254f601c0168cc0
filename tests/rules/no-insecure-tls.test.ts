import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-insecure-tls.ts';
import { lines, runJavaScript } from './samples.ts';

const https = (...body: string[]): string => lines("import https from 'node:https';", ...body);
const pg = (...body: string[]): string => lines("import pg from 'pg';", ...body);
const undici = (...body: string[]): string => lines("import { Agent, Client, fetch, setGlobalDispatcher } from 'undici';", ...body);
const env = (value: string): string => `process.env.NODE_TLS_REJECT_UNAUTHORIZED = ${value};`;
const production = "process.env.NODE_ENV !== 'production'";
const strict = [{ development: true }] as const;

type Message = 'certificate' | 'identity' | 'version' | 'parser';

/** A report whose option is taken out by the suggestion. */
const found = (of: (...body: string[]) => string, before: string, after: string, messageId: Message = 'certificate', option = /(?:rejectUnauthorized|checkServerIdentity|minVersion|secureProtocol|insecureHTTPParser|strictSSL|tls[A-Z]\w+)/.exec(before)?.[0] ?? '') => ({
  code: of(before),
  errors: [{ messageId, suggestions: [{ messageId: 'remove' as const, data: { option }, output: of(after) }] }],
});
/** One that is set elsewhere. */
const elsewhere = (code: string, option: string, messageId: Message = 'certificate') => ({ code, errors: [{ messageId, data: { option }, suggestions: [] }] });

new RuleTester().run('no-insecure-tls', rule, {
  valid: [
    // checked, by default or by a certificate of one's own
    https("https.get('https://a.example', cb);", "https.request({ host: 'a.example', rejectUnauthorized: true });", "new https.Agent({ ca: readFileSync('ca.pem'), minVersion: 'TLSv1.2' });"),
    // the configuration decides, or nobody knows
    https("https.request({ host: 'a.example', rejectUnauthorized: config.tls });", "https.request({ host: 'a.example', ...options });", `https.request({ host: 'a.example', rejectUnauthorized: process.env.NODE_ENV === 'production' });`),
    lines('export const agent = (check) => new https.Agent({ rejectUnauthorized: check });'),
    // outside of production
    lines(`if (${production}) ${env("'0'")}`),
    https('const isDevelopment = process.env.NODE_ENV === "development";', "if (isDevelopment) https.get('https://a.example', { rejectUnauthorized: false }, cb);"),
    https(`if (process.env.NODE_ENV === 'test') https.globalAgent = new https.Agent({ rejectUnauthorized: false });`),
    // this machine
    https("https.request({ host: 'localhost', port: 8443, rejectUnauthorized: false });", "https.get('https://127.0.0.1:8443/', { rejectUnauthorized: false }, cb);", 'https.get(`https://localhost:${port}/`, { rejectUnauthorized: false }, cb);'),
    https('const agent = new https.Agent({ rejectUnauthorized: false });', "https.get('https://localhost:8443/health', { agent }, cb);", "https.request({ hostname: '::1', agent });"),
    lines("import axios from 'axios';", "import https from 'node:https';", "axios.create({ baseURL: 'https://localhost:9200', httpsAgent: new https.Agent({ rejectUnauthorized: false }) });"),
    pg("new pg.Pool({ host: 'localhost', ssl: { rejectUnauthorized: false } });", "new pg.Pool({ connectionString: 'postgres://shop@localhost/shop?sslmode=disable' });", "new pg.Pool({ connectionString: 'postgres://shop@db:5432/shop?sslmode=disable' });"),
    pg('new pg.Pool({ connectionString: process.env.DATABASE_URL, ssl: true });', "new pg.Pool({ connectionString: 'postgres://shop@db.example/shop?sslmode=verify-full' });"),
    // checks that check
    https("import tls from 'node:tls';", "https.get('https://a.example', { checkServerIdentity: (host, cert) => tls.checkServerIdentity('b.example', cert) }, cb);"),
    https("https.get('https://a.example', { checkServerIdentity(host, cert) { if (cert.fingerprint256 !== PIN) return new Error('pin'); } }, cb);"),
    lines(env("'1'"), 'delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;', `process.env.OTHER = '0';`),
    undici("setGlobalDispatcher(new Agent({ connect: { ca } }));"),
    // a server that asks for certificates of clients, and checks them itself
    https('https.createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, handler);'),
    // other things of these names
    lines('const https = { request() {} };', "https.request({ host: 'a.example', rejectUnauthorized: false });", 'const options = { rejectUnauthorized: false };'),
    lines("import https from './https.js';", "https.request({ host: 'a.example', rejectUnauthorized: false });"),
  ],
  invalid: [
    found(https, "https.request({ host: 'a.example', rejectUnauthorized: false });", "https.request({ host: 'a.example' });"),
    found(https, 'const agent = new https.Agent({ rejectUnauthorized: false, keepAlive: true });', 'const agent = new https.Agent({ keepAlive: true });'),
    found(https, "https.get('https://a.example', { rejectUnauthorized: false }, cb);", "https.get('https://a.example', {}, cb);"),
    // by another name, made above, spread in
    found(https, "const CHECK = false;\nhttps.get('https://a.example', { rejectUnauthorized: CHECK }, cb);", "const CHECK = false;\nhttps.get('https://a.example', {}, cb);"),
    found(https, "const rejectUnauthorized = false;\nhttps.request({ host: 'a.example', rejectUnauthorized });", "const rejectUnauthorized = false;\nhttps.request({ host: 'a.example' });"),
    elsewhere(https('const options = { rejectUnauthorized: false };', "https.get('https://a.example', options, cb);"), 'rejectUnauthorized: false'),
    elsewhere(https('const defaults = { rejectUnauthorized: false, timeout: 9 };', "https.get('https://a.example', { ...defaults, headers }, cb);"), 'rejectUnauthorized: false'),
    elsewhere(https('const options = { timeout: 9 };', 'options.rejectUnauthorized = false;', "https.get('https://a.example', options, cb);"), 'rejectUnauthorized: false'),
    found(https, 'const make = (check) => new https.Agent({ rejectUnauthorized: check });\nmake(false);', 'const make = (check) => new https.Agent({});\nmake(false);'),
    // an agent for this machine that another connection uses
    found(https, "const agent = new https.Agent({ rejectUnauthorized: false });\nhttps.get('https://localhost/', { agent });\nhttps.get('https://a.example', { agent });", "const agent = new https.Agent({});\nhttps.get('https://localhost/', { agent });\nhttps.get('https://a.example', { agent });"),
    found(https, 'https.get(`https://localhost.${domain}/`, { rejectUnauthorized: false }, cb);', 'https.get(`https://localhost.${domain}/`, {}, cb);'),
    // in production
    found(https, "if (process.env.NODE_ENV === 'production') https.get('https://a.example', { rejectUnauthorized: false }, cb);", "if (process.env.NODE_ENV === 'production') https.get('https://a.example', {}, cb);"),
    // the whole process
    ...["'0'", '0', '`0`'].map((value) => elsewhere(lines(env(value)), env(value).slice(0, -1))),
    elsewhere(lines("import { env } from 'node:process';", "env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';"), "env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'"),
    // who is there
    found(https, "https.get('https://a.example', { checkServerIdentity: () => undefined }, cb);", "https.get('https://a.example', {}, cb);", 'identity'),
    found(https, 'new https.Agent({ checkServerIdentity() {} });', 'new https.Agent({});', 'identity'),
    // versions
    found(https, "https.createServer({ key, minVersion: 'TLSv1' }, handler);", 'https.createServer({ key }, handler);', 'version'),
    found(https, "new https.Agent({ secureProtocol: 'TLSv1_1_method' });", 'new https.Agent({});', 'version'),
    elsewhere(lines("import tls from 'node:tls';", "tls.DEFAULT_MIN_VERSION = 'TLSv1.1';"), "tls.DEFAULT_MIN_VERSION = 'TLSv1.1'", 'version'),
    found(https, "https.request({ host: 'a.example', insecureHTTPParser: true });", "https.request({ host: 'a.example' });", 'parser'),
    // other packages
    found(undici, 'setGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } }));', 'setGlobalDispatcher(new Agent({ connect: {} }));'),
    found((...body) => lines("import tls from 'node:tls';", ...body), "tls.connect(443, 'a.example', { rejectUnauthorized: false });", "tls.connect(443, 'a.example', {});"),
    found(pg, 'new pg.Pool({ host: process.env.HOST, ssl: { rejectUnauthorized: false } });', 'new pg.Pool({ host: process.env.HOST, ssl: {} });'),
    elsewhere(lines("import mysql from 'mysql2/promise';", 'const ssl = { rejectUnauthorized: false };', 'mysql.createPool({ host, ssl });'), 'rejectUnauthorized: false'),
    found((...body) => lines("import { MongoClient } from 'mongodb';", ...body), 'new MongoClient(url, { tls: true, tlsAllowInvalidCertificates: true });', 'new MongoClient(url, { tls: true });'),
    found((...body) => lines("import got from 'got';", ...body), "got('https://a.example', { https: { rejectUnauthorized: false } });", "got('https://a.example', { https: {} });"),
    found((...body) => lines("import request from 'request';", ...body), "request({ url: 'https://a.example', strictSSL: false });", "request({ url: 'https://a.example' });"),
    ...['sslmode=disable', 'sslmode=no-verify'].map((option) => ({ code: pg(`new pg.Pool({ connectionString: 'postgres://shop@db.example/shop?${option}' });`), errors: [{ messageId: 'connection' as const, data: { option } }] })),
    { code: lines("import { Sequelize } from 'sequelize';", "const address = 'postgres://shop@db.example/shop?sslmode=disable';", 'new Sequelize(address);'), errors: [{ messageId: 'connection' }] },
    // strict
    { ...elsewhere(lines(`if (${production}) ${env("'0'")}`), env("'0'").slice(0, -1)), options: strict },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const https = require('https');", "https.get({ host: 'a.example', rejectUnauthorized: true });") }],
  invalid: [
    {
      code: lines("const { Agent } = require('https');", 'new Agent({ rejectUnauthorized: false });'),
      errors: [{ messageId: 'certificate', suggestions: [{ messageId: 'remove', data: { option: 'rejectUnauthorized' }, output: lines("const { Agent } = require('https');", 'new Agent({});') }] }],
    },
  ],
});
