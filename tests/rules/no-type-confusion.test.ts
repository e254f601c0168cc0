import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-type-confusion.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const app = express("import fs from 'node:fs';\nimport path from 'node:path';\nimport pg from 'pg';\nimport { z } from 'zod';\nconst db = new pg.Pool();");

/** Two lines or more: the check, with what it asks, and the sink in the last of them. */
const found = (body: readonly string[], name: string, source: string, kind: string, after: readonly string[], of = app, first = 9) => ({
  code: of(...body),
  errors: [{ messageId: 'found' as const, data: { source, name, kind, line: String(first + body.length - 1) }, suggestions: [{ messageId: 'string' as const, output: of(...after) }] }],
});

const FILE = 'const file = req.query.file;';
const TEXT = 'const file = String(req.query.file);';
const READ = "fs.readFile('/data/' + file, done);";

new RuleTester().run('no-type-confusion', rule, {
  valid: [
    // a string for sure
    app(TEXT, "if (file.includes('..')) return;", READ),
    app(FILE, "if (typeof file !== 'string' || file.includes('..')) return;", READ),
    app(FILE, "if (file.includes('..')) return;", "if (typeof file !== 'string') return;", READ),
    app('const { file } = z.object({ file: z.string() }).parse(req.query);', "if (file.includes('..')) return;", READ),
    app('const file = `${req.query.file}`;', "if (file.includes('..')) return;", READ),
    app("const file = req.query.file.toString();", "if (file.indexOf('..') >= 0) return;", READ),
    app("if (req.params.id.includes('..')) return;", "fs.readFile('/data/' + req.params.id, done);"),
    app("if (req.get('x-file').length > 80) return;", "fs.readFile('/data/' + req.get('x-file'), done);"),
    app("if (!FILES.includes(req.query.file)) return;", "fs.readFile('/data/' + req.query.file, done);"),
    // a check that a list does not pass: it has no such method
    app(FILE, "if (!file.startsWith('a') || !file.match(/^[a-z]+$/)) return;", READ),
    app(FILE, "if (!/^[a-z]+$/.test(file)) return;", READ),
    // lists as such
    app("if (Array.isArray(req.body.tags) && req.body.tags.includes('new')) res.json({ count: req.body.tags.length });"),
    app("const admin = req.body.roles.includes('admin');", "db.query('SELECT 1 WHERE $1 = ANY($2)', ['a', req.body.roles]);", 'res.json({ admin });'),
    // no sink, a number, another value
    app(FILE, "if (file.includes('..')) return;", 'res.json({ file });'),
    app('if (req.query.page.length > 3) return;', 'db.query(`SELECT * FROM items LIMIT ${Number(req.query.page)}`);'),
    app("if (req.query.name.includes('..')) return;", "fs.readFile('/data/' + req.query.file, done);"),
    app("const names = ['a'];", "if (names.includes('..')) return;", "fs.readFile('/data/' + req.query.file, done);"),
    koa("import fs from 'node:fs';")("if (ctx.params.file.includes('..')) return;", "ctx.body = fs.createReadStream('/data/' + ctx.params.file);"),
  ],
  invalid: [
    found([FILE, "if (file.includes('..')) return;", READ], 'includes', 'req.query.file', 'a file path', [TEXT, "if (file.includes('..')) return;", READ]),
    found([FILE, "if (file.indexOf('..') !== -1) return;", READ], 'indexOf', 'req.query.file', 'a file path', [TEXT, "if (file.indexOf('..') !== -1) return;", READ]),
    found([FILE, "if (file.lastIndexOf('/') > 0) return;", READ], 'lastIndexOf', 'req.query.file', 'a file path', [TEXT, "if (file.lastIndexOf('/') > 0) return;", READ]),
    found([FILE, 'if (file.length > 20) return;', READ], 'length', 'req.query.file', 'a file path', [TEXT, 'if (file.length > 20) return;', READ]),
    found([FILE, 'if (20 < file.length) return;', READ], 'length', 'req.query.file', 'a file path', [TEXT, 'if (20 < file.length) return;', READ]),
    found(['const { file } = req.query;', "if (file.includes('..')) return;", READ], 'includes', 'req.query.file', 'a file path', ['const { file } = req.query;', "if (String(file).includes('..')) return;", READ]),
    found(["if (req.body.file.includes('..')) return;", "fs.readFile('/data/' + req.body.file, done);"], 'includes', 'req.body.file', 'a file path', ["if (String(req.body.file).includes('..')) return;", "fs.readFile('/data/' + req.body.file, done);"]),
    found([FILE, "if (file.includes('..')) return;", 'fs.readFile(path.join(root, `x${file}`), done);'], 'includes', 'req.query.file', 'a file path', [TEXT, "if (file.includes('..')) return;", 'fs.readFile(path.join(root, `x${file}`), done);']),
    found([FILE, "const bad = file.includes('..');", 'if (bad) return;', READ], 'includes', 'req.query.file', 'a file path', [TEXT, "const bad = file.includes('..');", 'if (bad) return;', READ]),
    // other sinks
    found(["if (req.body.name.indexOf(\"'\") >= 0) return;", "db.query(\"SELECT * FROM users WHERE name = '\" + req.body.name + \"'\");"], 'indexOf', 'req.body.name', 'SQL text', ["if (String(req.body.name).indexOf(\"'\") >= 0) return;", "db.query(\"SELECT * FROM users WHERE name = '\" + req.body.name + \"'\");"]),
    found(["if (req.query.name.includes('<')) return;", "res.send('<b>' + req.query.name + '</b>');"], 'includes', 'req.query.name', 'HTML', ["if (String(req.query.name).includes('<')) return;", "res.send('<b>' + req.query.name + '</b>');"]),
    // a string only behind it: what was checked is the list
    found([FILE, "if (file.includes('..')) return;", "fs.readFile('/data/' + String(file), done);"], 'includes', 'req.query.file', 'a file path', [TEXT, "if (file.includes('..')) return;", "fs.readFile('/data/' + String(file), done);"]),
    // through a helper
    found([FILE, "if (file.includes('..')) return;", 'read(file);'], 'includes', 'req.query.file', 'a file path', [TEXT, "if (file.includes('..')) return;", 'read(file);'], express("import fs from 'node:fs';\nconst read = (name) => fs.readFileSync(`/data/${name}`);"), 0),
    // other frameworks
    { code: koa("import fs from 'node:fs';")("if (ctx.query.file.includes('..')) return;", "ctx.body = fs.createReadStream('/data/' + ctx.query.file);"), errors: [{ messageId: 'found', suggestions: [{ messageId: 'string', output: koa("import fs from 'node:fs';")("if (String(ctx.query.file).includes('..')) return;", "ctx.body = fs.createReadStream('/data/' + ctx.query.file);") }] }] },
    { code: fastify("import fs from 'node:fs';")("if (request.body.file.includes('..')) return;", "return fs.createReadStream('/data/' + request.body.file);"), errors: [{ messageId: 'found', suggestions: [{ messageId: 'string', output: fastify("import fs from 'node:fs';")("if (String(request.body.file).includes('..')) return;", "return fs.createReadStream('/data/' + request.body.file);") }] }] },
  ],
});

const js = "const fs = require('fs');\nconst app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/:file', (req, res) => { if (!req.params.file.includes('..')) fs.readFile('/data/' + req.params.file, res.end); });") }],
  invalid: [
    {
      code: lines(js, "app.get('/', (req, res) => { if (!req.query.file.includes('..')) fs.readFile('/data/' + req.query.file, res.end); });"),
      errors: [{ messageId: 'found', suggestions: [{ messageId: 'string', output: lines(js, "app.get('/', (req, res) => { if (!String(req.query.file).includes('..')) fs.readFile('/data/' + req.query.file, res.end); });") }] }],
    },
  ],
});
