import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-user-enumeration.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const bcrypt = "import bcrypt from 'bcrypt';";
const inExpress = express(bcrypt);
const inKoa = koa("import argon2 from 'argon2';");
const inFastify = fastify(bcrypt);

const find = 'const user = await users.byName(req.body.name);';
const differs = (line: number) => [{ messageId: 'differs' as const, data: { line: String(line) } }];

new RuleTester().run('no-user-enumeration', rule, {
  valid: [
    // one answer to both
    inExpress(find, "if (!user) return res.status(401).json({ error: 'Wrong name or password' });", 'if (!(await bcrypt.compare(req.body.password, user.hash))) {', "  return res.status(401).json({ error: 'Wrong name or password' });", '}', 'res.json({ ok: true });'),
    inExpress(find, 'const ok = user && (await bcrypt.compare(req.body.password, user.hash));', "if (!ok) return res.status(401).send('no');", "res.send('yes');"),
    inExpress(find, "if (!user || !(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).send('no');", "res.send('yes');"),
    inExpress(find, 'if (user) {', '  const ok = await bcrypt.compare(req.body.password, user.hash);', '  if (ok) return res.json({ ok });', '}', "res.status(401).send('no');"),
    inKoa('const user = await users.byName(ctx.query.name);', "if (!user) ctx.throw(401, 'no');", "if (!(await argon2.verify(user.hash, ctx.query.password))) ctx.throw(401, 'no');"),
    // what is logged nobody sees
    inExpress(find, 'if (!user) {', "  log.warn('no such user');", "  return res.sendStatus(401);", '}', 'if (!(await bcrypt.compare(req.body.password, user.hash))) {', "  log.warn('wrong password');", '  return res.sendStatus(401);', '}'),
    // what is not constant may be the same
    inExpress(find, 'if (!user) return res.status(401).json(deny(`unknown ${req.body.name}`));', 'if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).json(deny(`wrong ${req.body.name}`));'),
    // of another thing
    inExpress(find, 'const item = await items.first();', "if (!item) return res.status(404).send('no item');", "if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).send('no');"),
    // after the login
    inExpress(find, "if (!user) return res.status(401).send('no');", 'const ok = await bcrypt.compare(req.body.password, user.hash);', "if (!ok) return res.status(401).send('no');", "if (user.isLocked) return res.status(403).send('locked');", "res.send('yes');"),
    // no password
    inExpress(find, "if (!user) return res.status(404).send('no such user');", "if (user.age < 18) return res.status(403).send('too young');"),
    // a comparison that is something else
    lines("import { compare } from './versions.js';", 'export async function f(req, res) {', '  const user = await users.byName(req.body.name);', "  if (!user) return res.status(404).send('a');", "  if (!compare(req.body.v, user.v)) return res.status(409).send('b');", '}'),
    // who knows whose hash it is
    inExpress("if (!req.body.name) return res.status(400).send('Say who you are');", 'const hash = await users.hashOf(req.body.name);', "if (!(await bcrypt.compare(req.body.password, hash))) return res.status(401).send('no');"),
  ],
  invalid: [
    { code: inExpress(find, "if (!user) return res.status(404).json({ error: 'No such user' });", 'const ok = await bcrypt.compare(req.body.password, user.hash);', "if (!ok) return res.status(401).json({ error: 'Wrong password' });", 'res.json({ ok });'), errors: [{ messageId: 'differs', data: { line: '6' }, line: 8, column: 12 }] },
    { code: inExpress(find, 'if (!user) {', "  return res.status(401).send('Unknown user');", '}', 'if (!(await bcrypt.compare(req.body.password, user.hash))) {', "  return res.status(401).send('Wrong password');", '}'), errors: differs(7) },
    // the status alone tells
    { code: inExpress(find, 'if (user === null) return res.sendStatus(404);', 'if (!bcrypt.compareSync(req.body.password, user.hash)) return res.sendStatus(401);'), errors: differs(6) },
    { code: inExpress(find, 'if (!user) {', "  res.status(404).end();", '  return;', '}', 'bcrypt.compare(req.body.password, user.hash, (err, same) => {', '  if (err) return next(err);', "  if (!same) return res.status(401).end();", "  res.send('yes');", '});'), errors: differs(7) },
    { code: inExpress(find, "if (!user) return res.status(404).send('a');", "bcrypt.compare(req.body.password, user.hash).then((same) => {", "  if (same === false) return res.status(401).send('b');", "  res.send('yes');", '});'), errors: differs(6) },
    // the other way round
    { code: inExpress(find, 'if (user) {', '  if (await bcrypt.compare(req.body.password, user.hash)) {', "    res.send('yes');", '  } else {', "    res.status(401).send('Wrong password');", '  }', '} else {', "  res.status(401).send('Unknown user');", '}'), errors: differs(13) },
    { code: inExpress('const { rows } = await db.query(text, [req.body.name]);', "if (rows.length === 0) return res.status(404).send('a');", "if (!(await bcrypt.compare(req.body.password, rows[0].hash))) return res.status(401).send('b');"), errors: differs(6) },
    // by what is thrown
    { code: lines("import * as argon2 from 'argon2';", "import { NotFoundException, UnauthorizedException } from '@nestjs/common';", 'export class Auth {', '  async login(name, password) {', '    const user = await this.users.byName(name);', "    if (!user) throw new NotFoundException('no such user');", "    if (!(await argon2.verify(user.hash, password))) throw new UnauthorizedException();", '    return user.id;', '  }', '}'), errors: differs(6) },
    { code: inKoa('const user = await users.byName(ctx.query.name);', "if (!user) ctx.throw(404, 'Unknown');", "if (!(await argon2.verify(user.hash, ctx.query.password))) ctx.throw(401, 'Wrong');"), errors: differs(6) },
    { code: inKoa('const user = await users.byName(ctx.query.name);', 'if (!user) {', '  ctx.status = 404;', '  return;', '}', 'if (!(await argon2.verify(user.hash, ctx.query.password))) {', '  ctx.status = 401;', '  return;', '}'), errors: differs(7) },
    { code: inFastify('const user = await users.byName(request.body.name);', "if (!user) return reply.code(404).send({ error: 'Unknown' });", "if (!(await bcrypt.compare(request.body.password, user.hash))) return reply.code(401).send({ error: 'Wrong' });"), errors: differs(6) },
    // passport
    { code: lines(bcrypt, 'export async function verify(name, password, done) {', '  const user = await users.byName(name);', "  if (!user) return done(null, false, { message: 'Unknown user' });", "  if (!bcrypt.compareSync(password, user.hash)) return done(null, false, { message: 'Wrong password' });", '  return done(null, user);', '}'), errors: differs(4) },
    { code: lines("import { timingSafeEqual, scryptSync } from 'node:crypto';", 'export async function login(req, res) {', '  const user = await users.byName(req.body.name);', "  if (!user) return res.status(404).send('a');", "  if (!timingSafeEqual(scryptSync(req.body.password, user.salt, 64), user.hash)) return res.status(401).send('b');", '}'), errors: differs(4) },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const bcrypt = require('bcrypt');", 'module.exports = async (req, res) => {', '  const user = await find(req);', "  if (!user) return res.status(401).send('no');", "  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).send('no');", '};') }],
  invalid: [{ code: lines("const bcrypt = require('bcrypt');", 'module.exports = async (req, res) => {', '  const user = await find(req);', "  if (!user) return res.status(404).send('no');", "  if (!(await bcrypt.compare(req.body.password, user.hash))) return res.status(401).send('no');", '};'), errors: [{ messageId: 'differs', line: 5 }] }],
});
