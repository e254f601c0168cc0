import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-header-injection.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const found = (messageId: 'flow' | 'line' | 'host', source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });
const app = express();
const mail = express("import nodemailer from 'nodemailer';\nconst transporter = nodemailer.createTransport({});\nconst HOSTS = ['shop.example'];");
const socket = express("import net from 'node:net';\nconst socket = net.connect(6379, 'localhost');");

new RuleTester().run('no-header-injection', rule, {
  valid: [
    // values, which Node.js refuses where they hold line ends
    app("res.set('X-Name', req.query.name);", "res.cookie('name', req.query.name);"),
    koa()("ctx.set('X-Name', ctx.query.name);"),
    fastify()("reply.header('X-Name', request.query.name);"),
    http()("res.setHeader('X-Name', query.get('name'));", "res.writeHead(200, { 'X-Name': query.get('name') });"),
    // names from a list
    app("const NAMES = { a: 'X-A' };", "res.set(NAMES[req.query.name] ?? 'X-B', 'on');"),
    app("if (['X-A', 'X-B'].includes(req.query.name)) res.set(req.query.name, 'on');"),
    app("if (!/^[\\w-]+$/.test(req.query.name)) return;", 'res.cookie(`a_${Number(req.query.id)}`, 1);'),
    // mails without the host
    mail('await transporter.sendMail({ to: req.body.email, text: `Hello ${req.body.name}` });'),
    mail('await transporter.sendMail({ text: `${process.env.SITE}/reset/${token}` });'),
    mail('if (!HOSTS.includes(req.hostname)) return;', 'await transporter.sendMail({ text: `https://${req.hostname}/reset` });'),
    mail('await transporter.sendMail({ html: `<p>${req.query.hosting}</p>` });'),
    // sockets
    socket('socket.write(req.body.bytes);', "socket.write('PING\\r\\n');"),
    socket('socket.write(`GET ${encodeURIComponent(req.query.key)}\\r\\n`);'),
    socket("socket.write(`GET ${req.query.key.replace(/[\\r\\n]/g, '')}\\r\\n`);"),
    // other things of that name
    app('map.set(req.query.name, 1);', "stream.write(`${req.query.name}\\n`);"),
    lines('export const header = (res, name) => res.headers.set(name, 1);'),
    express("import { clean } from './clean.js';")("res.set(clean(req.query.name), 'on');"),
  ],
  invalid: [
    // names
    { code: app("res.set(req.query.name, 'on');"), errors: [{ ...found('flow', 'req.query.name'), line: 4, column: 11 }] },
    { code: app("res.setHeader(req.query.name, 'on');"), errors: [found('flow', 'req.query.name')] },
    { code: app("res.append(`X-${req.query.name}`, 'on');"), errors: [found('flow', 'req.query.name')] },
    { code: app("res.cookie(req.query.name, 'on');"), errors: [found('flow', 'req.query.name')] },
    { code: koa()("ctx.set(ctx.query.name, 'on');"), errors: [found('flow', 'ctx.query.name')] },
    { code: fastify()("reply.header(request.query.name, 'on');"), errors: [found('flow', 'request.query.name')] },
    { code: http()("res.setHeader(query.get('name'), 'on');"), errors: [found('flow', 'req.url')] },
    { code: app('res.writeHead(200, req.body);'), errors: [found('flow', 'req.body')] },
    // the host in mails
    { code: mail('await transporter.sendMail({ text: `https://${req.headers.host}/reset` });'), errors: [found('host', 'req.headers.host')] },
    { code: mail('await transporter.sendMail({ to: req.body.email, html: `<a href="https://${req.hostname}/reset">reset</a>` });'), errors: [found('host', 'req.hostname')] },
    { code: mail("const site = `${req.protocol}://${req.get('host')}`;", 'await transporter.sendMail({ text: site + "/reset" });'), errors: [{ messageId: 'host' }] },
    { code: koa("import mailer from '@sendgrid/mail';")('await mailer.send({ text: `https://${ctx.host}/reset` });'), errors: [found('host', 'ctx.host')] },
    // lines
    { code: socket('socket.write(`GET ${req.query.key}\\r\\n`);'), errors: [found('line', 'req.query.key')] },
    { code: socket("socket.write('GET ' + req.query.key + '\\r\\n');"), errors: [found('line', 'req.query.key')] },
    // the way, options
    { code: lines("import express from 'express';", "const mark = (res, name) => res.set(name, 'on');", "express().get('/', (req, res) => mark(res, req.query.name));"), errors: [found('flow', 'req.query.name', ' through mark() line 3')] },
    { code: express("import { clean } from './clean.js';")("res.set(clean(req.query.name), 'on');"), options: [{ unsure: true }], errors: [found('flow', 'req.query.name')] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/', (req, res) => res.set('X-Name', req.query.name));") }],
  invalid: [{ code: lines(js, "app.get('/', (req, res) => res.set(req.query.name, 'on'));"), errors: [found('flow', 'req.query.name')] }],
});
