import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-public-root.ts';
import { lines, runJavaScript } from './samples.ts';

const found = (messageId: 'program' | 'packages' | 'home' | 'secret' | 'uploads', folder: string) => ({ messageId, data: { folder } });
const express = (folder: string, ...head: string[]): string => lines("import express from 'express';", "import path from 'node:path';", "import os from 'node:os';", ...head, `express().use(express.static(${folder}));`);

new RuleTester().run('no-public-root', rule, {
  valid: [
    express("'public'"),
    express("'./public'"),
    express("path.join(__dirname, 'public')"),
    express("path.join(import.meta.dirname, '..', 'public')"),
    express("path.resolve('dist')"),
    express("path.resolve(__dirname, '../client/build')"),
    express('`${__dirname}/static`'),
    express("__dirname + '/assets'"),
    express("path.join(process.cwd(), 'www')"),
    express("'node_modules/bootstrap/dist'"),
    express("path.join(__dirname, 'node_modules', 'jquery', 'dist')"),
    express("'/var/www/shop'"),
    express('folder', "const folder = path.join(__dirname, 'public');"),
    // out of sight
    express('config.folder', "import { config } from './config.js';"),
    express('process.env.PUBLIC'),
    express("path.join(process.env.HOME, 'site')"),
    // the folder of a file that is meant for visitors
    { code: express('__dirname'), filename: '/app/public/index.ts' },
    { code: express('import.meta.dirname'), filename: '/app/dist/server.ts' },
    lines("import serve from 'koa-static';", "app.use(serve('public'));"),
    lines("import fastifyStatic from '@fastify/static';", "import path from 'node:path';", "app.register(fastifyStatic, { root: path.join(import.meta.dirname, 'public') });"),
    lines("import serveIndex from 'serve-index';", "app.use('/ftp', serveIndex('public/ftp'));"),
    // other things of that name
    lines('class A { static root = __dirname; }', 'A.static(__dirname);'),
    lines("import express from './express.js';", 'express.static(__dirname);'),
    lines("import other from 'other';", "app.register(other, { root: '.' });", "serve('.'); // static"),
  ],
  invalid: [
    // the program's own folder
    { code: express("'.'"), errors: [{ ...found('program', "'.'"), line: 4, column: 30 }] },
    { code: express("'./'"), errors: [found('program', "'./'")] },
    { code: express("''"), errors: [found('program', "''")] },
    { code: express('__dirname'), errors: [found('program', '__dirname')] },
    { code: express('import.meta.dirname'), errors: [found('program', 'import.meta.dirname')] },
    { code: express('process.cwd()'), errors: [found('program', 'process.cwd()')] },
    { code: express("path.join(__dirname, '..')"), errors: [found('program', "path.join(__dirname, '..')")] },
    { code: express("path.join(__dirname, 'public', '..')"), errors: [found('program', "path.join(__dirname, 'public', '..')")] },
    { code: express("path.resolve()"), errors: [found('program', 'path.resolve()')] },
    { code: express("path.resolve('.')"), errors: [found('program', "path.resolve('.')")] },
    { code: express('`${__dirname}/`'), errors: [found('program', '`${__dirname}/`')] },
    { code: express("__dirname + '/'"), errors: [found('program', "__dirname + '/'")] },
    { code: express('root', "const root = path.resolve(__dirname, '..');"), errors: [found('program', 'root')] },
    { code: express('path.dirname(fileURLToPath(import.meta.url))', "import { fileURLToPath } from 'node:url';"), errors: [found('program', 'path.dirname(fileURLToPath(import.meta.url))')] },
    // packages, the home, the disk
    { code: express("'node_modules'"), errors: [found('packages', "'node_modules'")] },
    { code: express("path.join(__dirname, '../node_modules/')"), errors: [found('packages', "path.join(__dirname, '../node_modules/')")] },
    { code: express('os.homedir()'), errors: [found('home', 'os.homedir()')] },
    { code: express("'/'"), errors: [found('home', "'/'")] },
    { code: express("'/etc'"), errors: [found('home', "'/etc'")] },
    // keys, logs, uploads
    { code: express("'logs'"), errors: [found('secret', "'logs'")] },
    { code: express("path.join(__dirname, 'keys')"), errors: [found('secret', "path.join(__dirname, 'keys')")] },
    { code: express("path.join(os.homedir(), '.ssh')"), errors: [found('secret', "path.join(os.homedir(), '.ssh')")] },
    { code: express("'uploads'"), errors: [found('uploads', "'uploads'")] },
    // other servers
    { code: lines("import serve from 'koa-static';", "app.use(serve('.'));"), errors: [found('program', "'.'")] },
    { code: lines("import fastifyStatic from '@fastify/static';", 'app.register(fastifyStatic, { root: import.meta.dirname });'), errors: [found('program', 'import.meta.dirname')] },
    { code: lines("import serveIndex from 'serve-index';", "app.use('/', serveIndex('.', { icons: true }));"), errors: [found('program', "'.'")] },
    { code: lines("import serveStatic from 'serve-static';", "http.createServer((req, res) => serveStatic('logs')(req, res, () => {}));"), errors: [found('secret', "'logs'")] },
    { code: lines("import sirv from 'sirv';", "app.use(sirv('.'));"), errors: [found('program', "'.'")] },
    { code: lines("import { static as files } from 'express';", "app.use(files('.'));"), errors: [found('program', "'.'")] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const express = require('express');", "express().use(express.static('public'));") }],
  invalid: [
    { code: lines("const express = require('express');", "express().use(express.static(__dirname, { maxAge: 1000 }));"), errors: [found('program', '__dirname')] },
    { code: lines("require('express')().use(require('express').static('.'));"), errors: [found('program', "'.'")] },
    { code: lines("const serveIndex = require('serve-index');", "app.use('/keys', serveIndex('keys'));"), errors: [found('secret', "'keys'")] },
  ],
});
