import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-path-traversal.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const flow = (source: string, way = '', more = '') => ({ messageId: 'flow', data: { source, way, more } });
const FS = "import fs from 'node:fs';\nimport path from 'node:path';\nconst root = path.resolve('files');";
const fs = express(FS);
const refused = (condition: string): string => `if (${condition}) return res.sendStatus(403);`;
const read = 'fs.createReadStream(file).pipe(res);';

const baseName = (output: string) => ({ messageId: 'baseName', data: { call: 'path.basename' }, output });
const sendBelow = (output: string) => ({ messageId: 'sendBelow', output });

/** Reported, and the last name of this part is offered. */
const last = (code: string, part: string, error: ReturnType<typeof flow> | { messageId: string; line?: number }, more: object = {}) => {
  const at = /^\w+$/.test(part) ? code.lastIndexOf(`, ${part})`) + 2 : code.lastIndexOf(part);
  return { code, ...more, errors: [{ ...error, suggestions: [baseName(`${code.slice(0, at)}path.basename(${part})${code.slice(at + part.length)}`)] }] };
};

const baseNameImported = {
  messageId: 'baseName',
  data: { call: 'basename' },
  output: express("import { rimraf } from 'rimraf';")('await rimraf(`tmp/${basename(req.params.id)}`);').replace("'express';\n", "'express';\nimport { basename } from 'node:path';\n"),
};

new RuleTester().run('no-path-traversal', rule, {
  valid: [
    // below a folder, by the path made normal
    fs('const file = path.resolve(root, req.query.f);', refused('!file.startsWith(root + path.sep)'), read),
    fs('const file = path.join(root, req.query.f);', refused('!file.startsWith(`${root}/`)'), read),
    fs('const file = path.resolve(root, req.query.f);', refused('file !== root && !file.startsWith(root + path.sep)'), read),
    fs('const file = path.resolve(root, req.query.f);', refused('file.indexOf(root + path.sep) !== 0'), read),
    fs('const file = path.resolve(root, req.query.f);', 'const inside = path.relative(root, file);', refused("inside.startsWith('..') || path.isAbsolute(inside)"), read),
    fs('const file = path.resolve(root, req.query.f);', 'const inside = path.relative(root, file);', "if (inside && !inside.startsWith('..') && !path.isAbsolute(inside)) fs.unlinkSync(file);"),
    fs('const file = await fs.promises.realpath(path.join(root, req.query.f));', refused('!file.startsWith(root + path.sep)'), read),
    express(`${FS}\nimport isPathInside from 'is-path-inside';`)('const file = path.join(root, req.query.f);', refused('!isPathInside(file, root)'), read),
    express(`${FS}\nimport resolvePath from 'resolve-path';`)('fs.createReadStream(resolvePath(root, req.query.f)).pipe(res);'),
    // in a helper
    express(`${FS}\nfunction safePath(folder, name) {\n  const file = path.resolve(folder, name);\n  if (!file.startsWith(folder + path.sep)) throw new Error('outside');\n  return file;\n}`)('fs.createReadStream(safePath(root, req.query.f)).pipe(res);'),
    express(`${FS}\nconst inside = (file) => file.startsWith(root + path.sep);`)('const file = path.resolve(root, req.query.f);', refused('!inside(file)'), read),
    express(`${FS}\nconst assertInside = (folder, file) => {\n  if (!file.startsWith(folder + path.sep)) throw new Error('outside');\n};`)('const file = path.resolve(root, req.query.f);', 'assertInside(root, file);', read),
    // without dots, below something
    fs(refused("req.query.f.includes('..')"), 'fs.createReadStream(path.join(root, req.query.f));'),
    fs(refused("req.query.f.indexOf('..') !== -1"), 'fs.createReadStream(`${root}/${req.query.f}`);'),
    fs(refused("req.query.f.includes('..') || path.isAbsolute(req.query.f)"), 'fs.createReadStream(path.resolve(root, req.query.f));'),
    fs(refused("req.query.f.includes('/') || req.query.f.includes('\\\\')"), 'fs.createReadStream(path.join(root, req.query.f));'),
    fs(refused("/\\.\\./.test(req.query.f)"), "fs.createReadStream('./files/' + req.query.f);"),
    fs("const f = path.normalize(req.query.f).replace(/^(\\.\\.(\\/|\\\\|$))+/, '');", 'fs.createReadStream(path.join(root, f));'),
    fs("fs.createReadStream(path.join(root, path.normalize('/' + req.query.f)));"),
    http(FS)("const { pathname } = new URL(req.url, 'http://localhost');", 'fs.createReadStream(path.join(root, pathname)).pipe(res);'),
    // a name, a number, a choice
    fs('fs.createReadStream(path.join(root, path.basename(req.query.f)));', 'fs.readdirSync(root);'),
    fs('fs.createReadStream(path.join(root, `${Number(req.query.id)}.png`));'),
    fs(refused('!/^[\\da-f-]{36}$/i.test(req.params.id)'), 'fs.createReadStream(path.join(root, `${req.params.id}.json`));'),
    fs(refused("!['a.txt', 'b.txt'].includes(req.query.f)"), 'fs.createReadStream(path.join(root, req.query.f));'),
    express(`${FS}\nimport sanitize from 'sanitize-filename';`)('fs.createReadStream(path.join(root, sanitize(req.query.f)));'),
    express(`${FS}\nimport { validate } from 'uuid';`)(refused('!validate(req.params.id)'), 'fs.createReadStream(path.join(root, req.params.id));'),
    // a part of a name, without separators
    fs("const f = req.query.f.replace(/[^\\w.-]/g, '_');", 'fs.createReadStream(path.join(root, `note-${f}`));', 'fs.createReadStream(`files/${f}.txt`);'),
    fs(refused('!/^[\\w.-]+$/.test(req.query.f)'), "fs.createReadStream(path.join(root, req.query.f + '.txt'));"),
    fs('fs.createReadStream(`files/${encodeURIComponent(req.query.f)}.txt`);'),
    // a root that is kept to
    fs('res.sendFile(req.query.f, { root });', "res.download(req.query.f, 'a.pdf', { root });"),
    // constant folders
    fs("fs.readFileSync(path.join(import.meta.dirname, 'views', 'index.html'));", 'fs.readFileSync(path.join(__dirname, `${process.env.LANG}.json`));'),
    // uploads and archives under names of our own
    lines("import multer from 'multer';", "import path from 'node:path';", "multer.diskStorage({ destination: 'uploads', filename: (req, file, cb) => cb(null, path.basename(file.originalname)) });"),
    lines(FS, "import AdmZip from 'adm-zip';", "for (const entry of new AdmZip('a.zip').getEntries()) {", '  const file = path.resolve(root, entry.entryName);', "  if (!file.startsWith(root + path.sep)) throw new Error('outside');", '  fs.writeFileSync(file, entry.getData());', '}'),
    // the content is no path
    fs('fs.writeFileSync(path.join(root, "a.txt"), req.body.text);'),
    // a folder out of sight may end in a separator
    express(`${FS}\nimport { config } from './config.js';`)('const file = path.resolve(config.root, req.query.f);', refused('!file.startsWith(config.root)'), read),
    // other things of that name
    express("import { readFile } from './store.js';")('readFile(req.query.f);', 'cache.open(req.query.f);'),
    lines(FS, 'export const load = (name) => fs.readFileSync(path.join(root, name));', 'fs.readFileSync(process.argv[2]);'),
  ],
  invalid: [
    // frameworks and ways to read, write and send
    {
      code: fs('fs.createReadStream(path.join(root, req.query.f)).pipe(res);'),
      errors: [{ ...flow('req.query.f'), line: 7, suggestions: [baseName(fs('fs.createReadStream(path.join(root, path.basename(req.query.f))).pipe(res);'))] }],
    },
    { code: koa(FS)('ctx.body = fs.createReadStream(`./files/${ctx.params.f}`);'), errors: [{ ...flow('ctx.params.f'), suggestions: [baseName(koa(FS)('ctx.body = fs.createReadStream(`./files/${path.basename(ctx.params.f)}`);'))] }] },
    { code: fastify(FS)('return fs.promises.readFile(request.query.f);'), errors: [{ ...flow('request.query.f'), suggestions: [] }] },
    { code: http(FS)("fs.createReadStream('.' + req.url).pipe(res);"), errors: [{ ...flow('req.url'), suggestions: [] }] },
    { code: express("import { rm } from 'node:fs/promises';")('await rm(req.body.path, { recursive: true });'), errors: [{ ...flow('req.body.path'), suggestions: [] }] },
    { code: express("import fse from 'fs-extra';")('await fse.outputFile(req.body.path, req.body.text);'), errors: [{ ...flow('req.body.path'), suggestions: [] }] },
    { code: express("import { rimraf } from 'rimraf';")('await rimraf(`tmp/${req.params.id}`);'), errors: [{ ...flow('req.params.id'), suggestions: [baseNameImported] }] },
    { code: express("import sharp from 'sharp';")('await sharp(req.query.f).resize(10).toFile("out.png");'), errors: [{ ...flow('req.query.f'), suggestions: [] }] },
    {
      code: fs("res.sendFile(path.join(root, 'public', req.query.f));"),
      errors: [{ ...flow('req.query.f'), suggestions: [sendBelow(fs("res.sendFile(req.query.f, { root: path.join(root, 'public') });")), baseName(fs("res.sendFile(path.join(root, 'public', path.basename(req.query.f)));"))] }],
    },
    {
      code: fs('res.sendFile(path.resolve(root, req.query.f), (err) => next(err));'),
      errors: [{ ...flow('req.query.f'), suggestions: [sendBelow(fs('res.sendFile(req.query.f, { root: root }, (err) => next(err));')), baseName(fs('res.sendFile(path.resolve(root, path.basename(req.query.f)), (err) => next(err));'))] }],
    },
    {
      code: fs('res.sendFile(path.join(root, req.query.f), { maxAge: 1 });'),
      errors: [{ ...flow('req.query.f'), suggestions: [sendBelow(fs('res.sendFile(req.query.f, { root: root, maxAge: 1 });')), baseName(fs('res.sendFile(path.join(root, path.basename(req.query.f)), { maxAge: 1 });'))] }],
    },
    { code: fs('res.download(req.query.f);'), errors: [{ ...flow('req.query.f'), suggestions: [] }] },
    // through a variable the repair is where the path is made
    {
      code: fs('const name = req.query.f;', 'const file = path.join(root, name);', read),
      errors: [{ ...flow('req.query.f'), line: 9, suggestions: [baseName(fs('const name = req.query.f;', 'const file = path.join(root, path.basename(name));', read))] }],
    },
    // checks that are none
    last(fs('const file = path.resolve(root, req.query.f);', refused('!file.startsWith(root)'), read), 'req.query.f', flow('req.query.f')),
    last(fs('const file = path.resolve(root, req.query.f);', refused('file.indexOf(root) !== 0'), read), 'req.query.f', flow('req.query.f')),
    { code: fs('const file = `${root}/${req.query.f}`;', refused('!file.startsWith(root + path.sep)'), read), errors: [{ ...flow('req.query.f'), suggestions: [] }] },
    last(fs('const file = path.join(root, req.query.f);', refused("file.includes('..')"), read), 'req.query.f', flow('req.query.f')),
    { code: fs(refused("req.query.f.includes('..')"), 'fs.createReadStream(req.query.f);'), errors: [{ ...flow('req.query.f'), suggestions: [] }] },
    last(fs(refused("req.query.f.includes('..')"), 'fs.createReadStream(path.resolve(root, req.query.f));'), 'req.query.f', flow('req.query.f')),
    last(fs(refused("req.query.f.includes('..')"), 'fs.createReadStream(path.join(root, decodeURIComponent(req.query.f)));'), 'decodeURIComponent(req.query.f)', flow('req.query.f')),
    last(fs("const f = req.query.f.replace('../', '');", 'fs.createReadStream(path.join(root, f));'), 'f', flow('req.query.f')),
    last(fs("const f = req.query.f.replace(/\\.\\.\\//g, '');", 'fs.createReadStream(path.join(root, f));'), 'f', flow('req.query.f')),
    last(fs("const f = req.query.f.replace(/[^\\w.-]/g, '_');", 'fs.createReadStream(path.join(root, f));'), 'f', flow('req.query.f')),
    last(fs("const f = req.query.f.replace(/[^\\w./-]/g, '_');", 'fs.createReadStream(path.join(root, `note-${f}`));'), '`note-${f}`', flow('req.query.f')),
    last(fs("const f = req.query.f.replace(/\\.\\.\\//g, '');", 'fs.createReadStream(path.join(root, `note-${f}`));'), '`note-${f}`', flow('req.query.f')),
    last(fs(refused('!/^[\\w.-]+$/.test(req.query.f)'), 'fs.createReadStream(path.join(root, req.query.f));'), 'req.query.f', flow('req.query.f')),
    last(fs(refused("path.extname(req.query.f) !== '.txt'"), 'fs.createReadStream(path.join(root, req.query.f));'), 'req.query.f', flow('req.query.f')),
    last(fs(refused('!/^[\\w./]+$/.test(req.query.f)'), 'fs.createReadStream(path.join(root, req.query.f));'), 'req.query.f', flow('req.query.f')),
    last(http(FS)("const { pathname } = new URL(req.url, 'http://localhost');", 'fs.createReadStream(path.join(root, decodeURIComponent(pathname))).pipe(res);'), 'decodeURIComponent(pathname)', flow('req.url')),
    // uploads and archives
    { code: lines("import multer from 'multer';", "multer.diskStorage({ destination: 'uploads', filename: (req, file, cb) => cb(null, file.originalname) });"), errors: [{ ...flow('file.originalname'), suggestions: [] }] },
    last(express("import multer from 'multer';\nimport fs from 'fs';\nimport path from 'path';")("fs.renameSync(req.file.path, 'uploads/' + req.file.originalname);"), 'req.file.originalname', flow('req.file.originalname')),
    last(express("import fileUpload from 'express-fileupload';\nimport path from 'path';")("await req.files.photo.mv('./uploads/' + req.files.photo.name);"), 'req.files.photo.name', { messageId: 'flow' }),
    last(lines(FS, "import unzipper from 'unzipper';", "fs.createReadStream('a.zip').pipe(unzipper.Parse()).on('entry', (entry) => entry.pipe(fs.createWriteStream(path.join('out', entry.path))));"), 'entry.path', flow('entry.path')),
    last(lines(FS, "import AdmZip from 'adm-zip';", "new AdmZip('a.zip').getEntries().forEach((entry) => fs.writeFileSync(path.join(root, entry.entryName), entry.getData()));"), 'entry.entryName', { messageId: 'flow' }),
    last(lines(FS, "import tar from 'tar-stream';", "tar.extract().on('entry', (header, stream) => stream.pipe(fs.createWriteStream(`out/${header.name}`)));"), 'header.name', flow('header.name')),
    // the way, more inputs, settings, options
    last(lines("import express from 'express';", FS, 'const load = (name) => fs.readFileSync(path.join(root, name));', "express().get('/', (req, res) => res.json(load(req.query.f)));"), 'name', { ...flow('req.query.f', ' through load() line 6'), line: 5 }),
    { code: fs('fs.readFileSync(path.join(root, req.query.folder, req.query.f));'), errors: [{ ...flow('req.query.folder', '', ' (and 1 more input)'), suggestions: [] }] },
    { code: lines(FS, 'fs.readFileSync(process.argv[2]);'), settings: { 'secure-node': { origins: ['cli'] } }, errors: [{ ...flow('process.argv[2]'), suggestions: [] }] },
    last(lines(FS, 'export const load = (name) => fs.readFileSync(path.join(root, name));'), 'name', flow('name'), { settings: { 'secure-node': { origins: ['library'] } } }),
    last(express(`${FS}\nimport { config } from './config.js';`)('const file = path.resolve(config.root, req.query.f);', refused('!file.startsWith(config.root)'), read), 'req.query.f', flow('req.query.f'), { options: [{ unsure: true }] }),
  ],
});

const app = "const app = require('express')();\nconst fs = require('fs');\nconst path = require('path');";
runJavaScript(rule, {
  valid: [
    { code: lines(app, "app.get('/', (req, res) => fs.createReadStream(path.join(__dirname, path.basename(req.query.f))).pipe(res));") },
    { code: lines(app, "app.get('/', (req, res) => res.sendFile(req.query.f, { root: __dirname }));") },
  ],
  invalid: [
    last(lines(app, "app.get('/', (req, res) => fs.createReadStream(path.join(__dirname, req.query.f)).pipe(res));"), 'req.query.f', flow('req.query.f')),
    last(lines(app, "app.get('/', (req, res) => res.sendFile(__dirname + '/' + req.query.f));"), 'req.query.f', flow('req.query.f')),
  ],
});
