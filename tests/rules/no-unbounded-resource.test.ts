import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-unbounded-resource.ts';
import { express, koa, lines, runJavaScript, type Sample } from './samples.ts';

const found = (messageId: 'flow' | 'loop' | 'unpack', source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });
const app = express();
const zlib = express("import zlib from 'node:zlib';");
const images = express("import sharp from 'sharp';\nimport { Jimp } from 'jimp';");
const schema = express("import { z } from 'zod';\nconst Query = z.object({ n: z.coerce.number().max(100) });");

/** The lesser of the value and 1000. */
const least = (before: string, after: string, messageId: 'flow' | 'loop' = 'flow', of: Sample = app) => ({
  code: of(...before.split('\n')),
  errors: [{ messageId, suggestions: [{ messageId: 'least' as const, output: of(...after.split('\n')) }] }],
});
const limit = (before: string, after: string) => ({ code: zlib(before), errors: [{ messageId: 'unpack' as const, suggestions: [{ messageId: 'limit' as const, output: zlib(after) }] }] });

new RuleTester().run('no-unbounded-resource', rule, {
  valid: [
    // the lesser of it and ours
    app('const n = Math.min(Number(req.query.n), 100);', "for (let i = 0; i < n; i++) res.write('x'.repeat(n));", 'res.end(Buffer.alloc(n));'),
    app('res.write(Buffer.alloc(Math.min(req.body.n, config.most)));'),
    express("import { clamp } from 'lodash';")("res.write('x'.repeat(clamp(req.query.n, 0, 100)));"),
    app("res.write('x'.repeat(req.query.n % 100));"),
    // refused
    app('const n = Number(req.query.n);', 'if (n > 100) return res.sendStatus(400);', 'res.end(Buffer.alloc(n));'),
    app('const n = parseInt(req.query.n, 10) || 10;', 'if (!(n <= 100)) return;', "for (let i = 0; i < n; i++) res.write('x');"),
    app('if (Number.isInteger(req.body.n) && req.body.n > 0 && req.body.n <= 100) res.write(new Array(req.body.n).join(" "));'),
    app('if (![10, 20, 50].includes(req.body.n)) return;', 'res.end(Buffer.alloc(req.body.n));'),
    schema('const { n } = Query.parse(req.query);', "res.end('x'.repeat(n));"),
    app("for (let i = 0; i < req.query.n && i < 100; i++) res.write('x');"),
    // as much as was sent
    app("for (let i = 0; i < req.body.items.length; i++) res.write('x');", 'for (const item of req.body.items) count(item);'),
    app('const ids = new Set(req.body.ids);', 'const map = new Map(req.body.pairs);', 'res.json([...ids, ...map]);'),
    app('res.end(Buffer.from(req.body.text));', 'req.body.items.map((item) => item.id);'),
    // ours
    app("for (let i = 0; i < 100; i++) res.write('x'.repeat(i));", 'setTimeout(() => res.end(req.query.n), 100);'),
    app("res.write('x'.padStart(10, req.query.fill));"),
    // unpacked up to a limit
    zlib('zlib.gunzipSync(req.body, { maxOutputLength: 1e6 });', 'zlib.gzipSync(req.body);', 'zlib.gunzipSync(own());'),
    zlib('zlib.gunzip(req.body, options, (err, data) => res.end(data));', 'req.pipe(zlib.createGunzip()).pipe(res);'),
    images("sharp('a.png').resize(100, 100);", "sharp('a.png').resize({ width: Math.min(Number(req.query.w), 800) });"),
    // other things of that name
    express("import { alloc } from './pool.js';")('alloc(req.query.n);', 'pool.resize(req.query.n);'),
    express("import { clean } from './clean.js';")('res.end(Buffer.alloc(clean(req.query.n)));'),
  ],
  invalid: [
    // loops
    least("for (let i = 0; i < req.query.n; i++) res.write('x');", "for (let i = 0; i < Math.min(req.query.n, 1000); i++) res.write('x');", 'loop'),
    least("for (let i = 0; i <= Number(req.query.n); i++) res.write('x');", "for (let i = 0; i <= Math.min(Number(req.query.n), 1000); i++) res.write('x');", 'loop'),
    least("let i = 0; while (i++ < req.body.n) res.write('x');", "let i = 0; while (i++ < Math.min(req.body.n, 1000)) res.write('x');", 'loop'),
    least("const n = Number(req.query.n);\nif (n < 0) return;\nfor (let i = 0; i < n; i++) res.write('x');", "const n = Number(req.query.n);\nif (n < 0) return;\nfor (let i = 0; i < Math.min(n, 1000); i++) res.write('x');", 'loop'),
    { code: app('let n = parseInt(req.query.n, 10);', "while (n--) res.write('x');"), errors: [{ ...found('loop', 'req.query.n'), line: 5, column: 10 }] },
    // sizes
    least('res.end(Buffer.alloc(Number(req.query.n)));', 'res.end(Buffer.alloc(Math.min(Number(req.query.n), 1000)));'),
    least('res.end(Buffer.allocUnsafe(req.body.n * 4));', 'res.end(Buffer.allocUnsafe(Math.min(req.body.n * 4, 1000)));'),
    least("res.end('x'.repeat(req.query.n));", "res.end('x'.repeat(Math.min(req.query.n, 1000)));"),
    least("res.end('x'.padEnd(req.query.n));", "res.end('x'.padEnd(Math.min(req.query.n, 1000)));"),
    least("res.end(new Array(req.body.n).fill('x').join(''));", "res.end(new Array(Math.min(req.body.n, 1000)).fill('x').join(''));"),
    least("res.end(Array(+req.query.n).join('x'));", "res.end(Array(Math.min(+req.query.n, 1000)).join('x'));"),
    least('res.json(Array.from({ length: req.body.n }));', 'res.json(Array.from({ length: Math.min(req.body.n, 1000) }));'),
    least('setTimeout(() => res.end(), req.query.delay);', 'setTimeout(() => res.end(), Math.min(req.query.delay, 1000));'),
    least("ctx.body = 'x'.repeat(ctx.query.n);", "ctx.body = 'x'.repeat(Math.min(ctx.query.n, 1000));", 'flow', koa()),
    least("sharp('a.png').resize({ width: Number(req.query.w) });", "sharp('a.png').resize({ width: Math.min(Number(req.query.w), 1000) });", 'flow', images),
    least("const image = await Jimp.read('a.png'); image.resize({ w: req.body.w, h: 10 });", "const image = await Jimp.read('a.png'); image.resize({ w: Math.min(req.body.w, 1000), h: 10 });", 'flow', images),
    // a check that is none
    least('const n = Number(req.query.n);\nif (n > Number(req.query.most)) return;\nres.end(Buffer.alloc(n));', 'const n = Number(req.query.n);\nif (n > Number(req.query.most)) return;\nres.end(Buffer.alloc(Math.min(n, 1000)));'),
    least('const n = Math.max(Number(req.query.n), 1);\nif (Number.isInteger(n)) res.end(Buffer.alloc(n));', 'const n = Math.max(Number(req.query.n), 1);\nif (Number.isInteger(n)) res.end(Buffer.alloc(Math.min(n, 1000)));'),
    // what unpacks
    limit('res.end(zlib.gunzipSync(req.body));', 'res.end(zlib.gunzipSync(req.body, { maxOutputLength: 10 * 1024 * 1024 }));'),
    limit('zlib.unzip(req.body, (err, data) => res.end(data));', 'zlib.unzip(req.body, { maxOutputLength: 10 * 1024 * 1024 }, (err, data) => res.end(data));'),
    limit('zlib.brotliDecompressSync(req.body, { chunkSize: 1024 });', 'zlib.brotliDecompressSync(req.body, { chunkSize: 1024, maxOutputLength: 10 * 1024 * 1024 });'),
    { code: zlib('const options = { chunkSize: 1024 };', 'zlib.inflateSync(req.body, options);'), errors: [found('unpack', 'req.body')] },
    // the way, options
    {
      code: lines("import express from 'express';", 'const make = (n) => Buffer.alloc(n);', "express().get('/', (req, res) => res.end(make(req.query.n)));"),
      errors: [{ ...found('flow', 'req.query.n', ' through make() line 3'), suggestions: [{ messageId: 'least', output: lines("import express from 'express';", 'const make = (n) => Buffer.alloc(Math.min(n, 1000));', "express().get('/', (req, res) => res.end(make(req.query.n)));") }] }],
    },
    { ...least('res.end(Buffer.alloc(clean(req.query.n)));', 'res.end(Buffer.alloc(Math.min(clean(req.query.n), 1000)));', 'flow', express("import { clean } from './clean.js';")), options: [{ unsure: true }] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/', (req, res) => res.end('x'.repeat(Math.min(req.query.n, 10))));") }],
  invalid: [
    {
      code: lines(js, "app.get('/', (req, res) => res.end('x'.repeat(req.query.n)));"),
      errors: [{ ...found('flow', 'req.query.n'), suggestions: [{ messageId: 'least', output: lines(js, "app.get('/', (req, res) => res.end('x'.repeat(Math.min(req.query.n, 1000))));") }] }],
    },
  ],
});
