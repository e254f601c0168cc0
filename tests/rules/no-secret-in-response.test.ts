import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-secret-in-response.ts';
import { drivers, express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const found = (source: string, way = '', more = '') => ({ messageId: 'flow' as const, data: { source, way, more } });
const app = express();
const mongoose = express("import mongoose from 'mongoose';\nconst User = mongoose.model('User');");
const pg = express(drivers.pg);
const sqlite = express(drivers.betterSqlite3);
const prisma = express(drivers.prisma);

new RuleTester().run('no-secret-in-response', rule, {
  valid: [
    // the configuration that is public
    app('res.json({ env: process.env.NODE_ENV, port: process.env.PORT });', 'res.json({ key: process.env.STRIPE_PUBLISHABLE_KEY });', 'const { HOST } = process.env;', 'res.send(HOST);'),
    app('res.json({ configured: Boolean(process.env.API_KEY), names: Object.keys(process.env) });', 'res.json({ hint: process.env.API_KEY.slice(-4) });', 'res.json({ host: new URL(process.env.DATABASE_URL).host });'),
    // what is made with a secret
    express("import jwt from 'jsonwebtoken';")('res.json({ token: jwt.sign({ id: 1 }, process.env.JWT_SECRET) });'),
    express("import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.STRIPE_SECRET_KEY);")('res.json(await stripe.charges.list());'),
    // for developers
    app("if (process.env.NODE_ENV !== 'production') res.json(process.env);"),
    // a word
    app("res.json({ error: 'password missing' });", 'res.json({ password: null });'),
    // the sender's own
    app('res.json({ name: req.body.name, password: req.body.password });'),
    // documents without the field
    mongoose('res.json(await User.findOne({ name: "a" }));', "res.json(await User.find().select('-password').lean());", "res.json(await User.findById(1).select('name email'));"),
    mongoose("const user = await User.findOne({}).select('+password');", 'res.json({ id: user.id, name: user.name });', 'if (await bcrypt.compare(req.body.password, user.password)) res.json({ ok: true });'),
    mongoose("const user = await User.findOne({}).select('+password').lean();", 'const { password, ...rest } = user;', 'res.json(rest);'),
    mongoose("const user = await User.findOne({}).select('+password').lean();", 'delete user.password;', 'res.json(user);'),
    mongoose("const user = await User.findOne({}).select('+password');", 'user.password = undefined;', 'res.json(user);'),
    express("import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({}, { toJSON: { transform: hide } });\nconst User = mongoose.model('User', schema);")("res.json(await User.findOne({}).select('+password'));"),
    // rows without the column
    pg("const { rows } = await db.query('SELECT id, name FROM users');", 'res.json(rows);', "res.json((await db.query('SELECT id FROM users WHERE password IS NULL')).rows);"),
    pg("const { rows } = await db.query('SELECT id, password FROM users');", 'res.json(rows.map(({ password, ...rest }) => rest));', 'res.json(rows.map((row) => ({ id: row.id })));', 'res.json({ ...rows[0], password: undefined });', 'res.json(rows.length);'),
    sqlite("const user = db.prepare('SELECT id, password_hash FROM users WHERE id = ?').get(1);", 'delete user.password_hash;', 'res.json(user);', 'res.json({ id: user.id });'),
    prisma('res.json(await db.user.findUnique({ where: { id: 1 }, select: { id: true } }));', 'const { password, ...user } = await db.user.findUnique({ where: { id: 1 }, select: { id: true, password: true } });', 'res.json(user);'),
    { code: app('res.json({ ok: true });'), options: [{ unsure: true }] },
  ],
  invalid: [
    // the configuration
    { code: app('res.json(process.env);'), errors: [{ ...found('process.env'), line: 4, column: 12 }] },
    { code: app('res.json({ env: process.env });', 'res.json({ ...process.env, PORT: 1 });', 'res.send(JSON.stringify(process.env));'), errors: [found('process.env'), found('process.env'), found('process.env')] },
    { code: app('res.send(`key ${process.env.API_KEY}`);'), errors: [found('process.env.API_KEY')] },
    { code: app('const { JWT_SECRET } = process.env;', 'res.json({ secret: JWT_SECRET });'), errors: [found('process.env.JWT_SECRET')] },
    { code: app('for (const [name, value] of Object.entries(process.env)) res.send(value);'), errors: [found('process.env')] },
    { code: fastify()('reply.send({ db: process.env.DATABASE_URL });'), errors: [found('process.env.DATABASE_URL')] },
    { code: fastify()('return { env: process.env };'), errors: [found('process.env')] },
    { code: koa()('ctx.body = process.env;'), errors: [found('process.env')] },
    { code: http()('res.end(process.env.SESSION_SECRET);'), errors: [found('process.env.SESSION_SECRET')] },
    { code: lines('export default { fetch: () => Response.json(process.env) };'), errors: [found('process.env')] },
    { code: lines("import { Hono } from 'hono';", 'const app = new Hono();', "app.get('/', (c) => c.json({ key: process.env.OPENAI_API_KEY }));"), errors: [found('process.env.OPENAI_API_KEY')] },
    // too much of it
    { code: app('res.json({ hint: process.env.API_KEY.slice(4) });'), errors: [found('process.env.API_KEY')] },
    // documents
    { code: mongoose("const user = await User.findOne({}).select('+password');", 'res.json(user);'), errors: [found("User.findOne(…).select('+password')")] },
    { code: mongoose("const user = await User.findOne({}).select('+password');", 'delete user.name;', 'res.json(user);'), errors: [found("User.findOne(…).select('+password')")] },
    { code: mongoose('const user = await User.findOne({});', 'res.json({ name: user.name, password: user.password });'), errors: [found('user.password')] },
    // rows
    { code: pg("const { rows } = await db.query('SELECT id, password FROM users');", 'res.json(rows);'), errors: [found('rows')] },
    { code: pg("const { rows: [user] } = await db.query('SELECT id, password_hash FROM users WHERE id = $1', [1]);", 'res.json(user);'), errors: [found('user')] },
    { code: pg("const { rows } = await db.query('SELECT id, password FROM users');", 'res.json(rows.map((row) => ({ id: row.id, password: row.password })));', 'res.json({ ...rows[0], name: undefined });'), errors: [found('row.password', ' through a function line 7'), found('rows[0]')] },
    { code: sqlite("res.json(db.prepare('SELECT id, password FROM users').all());"), errors: [found('db.prepare(…).all()')] },
    { code: prisma('const user = await db.user.findUnique({ where: { id: 1 }, select: { id: true, password: true } });', 'res.json({ user });'), errors: [found('db.user.findUnique(…)')] },
    // the way, options
    { code: lines("import express from 'express';", 'const answer = (res, what) => res.json({ what });', "express().get('/', (req, res) => answer(res, process.env));"), errors: [found('process.env', ' through answer() line 3')] },
    { code: app('res.json(shape(process.env.API_KEY));'), options: [{ unsure: true }], errors: [found('process.env.API_KEY')] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/', (req, res) => res.json({ env: process.env.NODE_ENV }));") }],
  invalid: [{ code: lines(js, "app.get('/', (req, res) => res.json(process.env));"), errors: [found('process.env')] }],
});
