import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-body-limit.ts';
import { express, http, lines, runJavaScript } from './samples.ts';

const strict = [{ types: true }] as const;
const web = (use: string, head = '') => lines("import express from 'express';", ...(head === '' ? [] : [head]), 'const app = express();', `app.use(${use});`);
const upload = (options: string, head = '') => lines("import multer from 'multer';", ...(head === '' ? [] : [head]), `export const upload = multer(${options});`);
const fastify = (options: string, route = '') => lines("import Fastify from 'fastify';", `const app = Fastify(${options});`, `app.post('/items', ${route}async (request) => request.body);`);
const koa = (options: string) => lines("import Koa from 'koa';", "import bodyParser from 'koa-bodyparser';", 'const app = new Koa();', `app.use(bodyParser(${options}));`);

/** A report with its suggestion. */
const found = (messageId: string, code: string, output: string | null, option: string, value: string, data: Readonly<Record<string, string>> = {}) => ({
  code,
  errors: [{ messageId, ...(Object.keys(data).length > 0 ? { data: { option, ...data } } : {}), suggestions: output === null ? null : [{ messageId: 'set', data: { option, value }, output }] }],
});
const kept = (code: string, name: string) => ({ code, errors: [{ messageId: 'kept', data: { name } }] });

new RuleTester().run('require-body-limit', rule, {
  valid: [
    // frameworks limit by themselves
    web('express.json()'),
    web("express.urlencoded({ extended: true })"),
    koa(''),
    fastify('{ logger: true }'),
    // told, and finite
    web("express.json({ limit: '2mb' })"),
    web('express.raw({ limit: 5_000_000 })'),
    web('express.json({ limit })', "import { limit } from './config.js';"),
    web('express.json({ limit })', "const limit = process.env.LIMIT ?? '1mb';"),
    web('express.json({ limit })', "const limit = '1mb';"),
    web('express.json(options)', "import { options } from './config.js';"),
    { code: web("express.json({ limit: '50mb' })"), options: [{ most: 100_000_000 }] },
    koa("{ jsonLimit: '4mb' }"),
    fastify('{ bodyLimit: 1_048_576 }', '{ bodyLimit: 4_194_304 }, '),
    upload("{ dest: 'uploads', limits: { fileSize: 50_000_000 } }"),
    upload('{ storage, limits }', "import { limits } from './config.js';"),
    upload('options', "import { options } from './config.js';"),
    upload('{ limits: { ...limits } }', 'const limits = { fileSize: 9 };'),
    lines("import multer from 'multer';", 'export const form = multer().none();'),
    lines("import busboy from 'busboy';", 'export const parse = (req) => busboy({ headers: req.headers, limits: { fileSize: 9 } });'),
    lines("import getRawBody from 'raw-body';", "export const read = (req) => getRawBody(req, { limit: '1mb' });", 'export const other = (req, options) => getRawBody(req, options);'),
    lines("import { bodyLimit } from 'hono/body-limit';", 'export const limit = bodyLimit({ maxSize: 50 * 1024 });'),
    lines("import multer from './multer.js';", "multer({ dest: 'a' });"),
    // by hand, and counted
    http()("let body = '';", "req.on('data', (chunk) => {", '  body += chunk;', '  if (body.length > 1e6) req.destroy();', '});'),
    http()('const chunks = [];', 'let size = 0;', "req.on('data', (chunk) => {", '  size += chunk.length;', '  if (size <= MOST) chunks.push(chunk);', '});'),
    http()("if (Number(req.headers['content-length']) > 1e6) return res.writeHead(413).end();", "let body = '';", "req.on('data', (chunk) => { body += chunk; });"),
    http()('let bytes = 0;', "req.on('data', (chunk) => { bytes += chunk.length; });"),
    http()("req.on('data', (chunk) => hash.update(chunk));", "req.on('end', () => res.end());", 'req.pipe(res);'),
    http()('const chunks = [];', 'let size = 0;', 'for await (const chunk of req) {', '  size += chunk.length;', '  if (size > 1e6) throw new Error("too large");', '  chunks.push(chunk);', '}'),
    http()('for await (const chunk of req) hash.update(chunk);'),
    // files and answers of others are none of ours
    lines("import { createReadStream } from 'node:fs';", "let text = '';", "createReadStream('a').on('data', (chunk) => { text += chunk; });"),
    lines("import http from 'node:http';", "http.get('http://a.example', (res) => { let text = ''; res.on('data', (chunk) => { text += chunk; }); });"),
    // of any type, which strict reports
    web("express.text({ type: '*/*' })"),
    { code: web("express.text({ type: 'text/csv' })"), options: strict },
    { code: web("express.json({ type: ['application/json', 'application/csp-report'] })"), options: strict },
    { code: upload("{ dest: 'uploads', fileFilter, limits: { fileSize: 9 } }", "import { fileFilter } from './filter.js';"), options: strict },
  ],
  invalid: [
    found('high', web("express.json({ limit: '50mb' })"), web("express.json({ limit: '1mb' })"), 'limit', "'1mb'", { size: '50 MB' }),
    found('high', web('express.urlencoded({ extended: true, limit })', "const limit = '2gb';"), web("express.urlencoded({ extended: true, limit: '1mb' })", "const limit = '2gb';"), 'limit', "'1mb'", { size: '2 GB' }),
    found('high', web('express.json(options)', 'const options = { limit: 200 * 1024 * 1024 };'), null, 'limit', '', { size: '200 MB' }),
    found('none', web('express.json({ limit: Infinity })'), web('express.json({ limit: 1_048_576 })'), 'limit', '1_048_576'),
    found('none', web("express.json({ limit: 'unlimited' })"), web("express.json({ limit: '1mb' })"), 'limit', "'1mb'"),
    { ...found('high', web("express.json({ limit: '2mb' })"), web("express.json({ limit: '1mb' })"), 'limit', "'1mb'", { size: '2 MB' }), options: [{ most: 1_048_576 }] },
    found('high', web('bodyParser.json({ limit: "100mb" })', "import bodyParser from 'body-parser';"), web("bodyParser.json({ limit: '1mb' })", "import bodyParser from 'body-parser';"), 'limit', "'1mb'"),
    found('high', koa("{ jsonLimit: '500mb' }"), koa("{ jsonLimit: '1mb' }"), 'jsonLimit', "'1mb'"),
    found('high', fastify('{ bodyLimit: 100_000_000 }'), fastify('{ bodyLimit: 1_048_576 }'), 'bodyLimit', '1_048_576', { size: '95 MB' }),
    found('high', fastify('', '{ bodyLimit: 2 ** 30 }, '), fastify('', '{ bodyLimit: 1_048_576 }, '), 'bodyLimit', '1_048_576'),
    found('upload', upload("{ dest: 'uploads' }"), upload("{ dest: 'uploads', limits: { fileSize: 10_000_000 } }"), 'limits.fileSize', '10_000_000'),
    found('upload', upload(''), upload('{ limits: { fileSize: 10_000_000 } }'), 'limits.fileSize', '10_000_000'),
    found('upload', upload('{ storage, limits: { files: 2 } }', 'const storage = multer.memoryStorage();'), upload('{ storage, limits: { files: 2, fileSize: 10_000_000 } }', 'const storage = multer.memoryStorage();'), 'limits.fileSize', '10_000_000'),
    found('none', upload('{ limits: { fileSize: Infinity } }'), upload('{ limits: { fileSize: 10_000_000 } }'), 'limits.fileSize', '10_000_000'),
    found('upload', lines("import busboy from 'busboy';", 'export const parse = (req) => busboy({ headers: req.headers });'), lines("import busboy from 'busboy';", 'export const parse = (req) => busboy({ headers: req.headers, limits: { fileSize: 10_000_000 } });'), 'limits.fileSize', '10_000_000'),
    found('upload', web('fileUpload()', "import fileUpload from 'express-fileupload';"), web('fileUpload({ limits: { fileSize: 10_000_000 } })', "import fileUpload from 'express-fileupload';"), 'limits.fileSize', '10_000_000'),
    found('upload', lines("import multiparty from 'multiparty';", 'new multiparty.Form();'), lines("import multiparty from 'multiparty';", 'new multiparty.Form({ maxFilesSize: 10_000_000 });'), 'maxFilesSize', '10_000_000'),
    found('raw', lines("import getRawBody from 'raw-body';", 'export const read = (req) => getRawBody(req);'), lines("import getRawBody from 'raw-body';", "export const read = (req) => getRawBody(req, { limit: '1mb' });"), 'limit', "'1mb'"),
    found('high', lines("import { bodyLimit } from 'hono/body-limit';", 'bodyLimit({ maxSize: 1024 ** 3 });'), lines("import { bodyLimit } from 'hono/body-limit';", 'bodyLimit({ maxSize: 1_048_576 });'), 'maxSize', '1_048_576', { size: '1 GB' }),
    // by hand
    kept(http()("let body = '';", "req.on('data', (chunk) => { body += chunk; });"), 'body'),
    kept(http()('const chunks = [];', "req.on('data', (chunk) => chunks.push(chunk));", "req.on('end', () => res.end(Buffer.concat(chunks)));"), 'chunks'),
    kept(http()('let all = Buffer.alloc(0);', "req.on('data', function (part) {", '  all = Buffer.concat([all, part]);', '});'), 'all'),
    kept(express()("let body = '';", "req.on('data', (chunk) => { body = body + chunk.toString(); });"), 'body'),
    kept(lines("import http from 'node:http';", 'const read = (request) => new Promise((resolve) => {', "  let text = '';", "  request.on('data', (chunk) => { text += chunk; });", "  request.on('end', () => resolve(text));", '});', 'http.createServer(async (req, res) => res.end(await read(req)));'), 'text'),
    kept(http()('const chunks = [];', 'for await (const chunk of req) chunks.push(chunk);'), 'chunks'),
    kept(http()("let body = '';", 'for await (const chunk of req) {', '  body += chunk;', '}'), 'body'),
    // of any type
    { code: web("express.text({ type: '*/*' })"), options: strict, errors: [{ messageId: 'anyType' }] },
    { code: web('express.json({ type: () => true })'), options: strict, errors: [{ messageId: 'anyType' }] },
    { code: upload("{ dest: 'uploads', limits: { fileSize: 9 } }"), options: strict, errors: [{ messageId: 'anyFile' }] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: "const multer = require('multer');\nmodule.exports = multer({ limits: { fileSize: 9 } });" }],
  invalid: [{ code: "const multer = require('multer');\nmodule.exports = multer({ dest: 'a' });", errors: [{ messageId: 'upload', suggestions: 1 }] }],
});
