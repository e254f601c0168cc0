import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-password-kdf.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const crypto = "import { createHash, createHmac, pbkdf2, pbkdf2Sync, randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';";
const app = express(crypto);
const bcrypt = express(`${crypto}\nimport bcrypt from 'bcrypt';`);
const flow = (source = 'req.body.password', way = '', more = '') => ({ messageId: 'flow' as const, data: { source, way, more } });
const plain = (source = 'req.body.password') => ({ messageId: 'plain' as const, data: { source } });
const cost = (what: string, value: number, enough: number) => ({ messageId: 'cost' as const, data: { what: `\`${what}\``, value: String(value), enough: String(enough) } });
const short = (least: number) => ({ messageId: 'short' as const, data: { least: String(least), wanted: '8' } });
/** `before` is offered to be `after`. */
const raised = (code: string, error: ReturnType<typeof cost>, before: string, after: string) => ({ code, errors: [{ ...error, suggestions: [{ messageId: 'raise' as const, data: { enough: error.data.enough }, output: code.replace(before, after) }] }] });
const eight = [{ minLength: 8 }] as [{ minLength: number }];

new RuleTester().run('require-password-kdf', rule, {
  valid: [
    // keys and tokens are long and random
    app("const apiKey = randomBytes(32).toString('base64url');", "await store(createHash('sha256').update(apiKey).digest('hex'));"),
    app("const known = await find(createHash('sha256').update(req.headers['x-api-key']).digest('hex'));", "createHash('sha256').update(req.body.token).digest('hex');", 'res.json(known);'),
    // the first five letters are asked for of Have I Been Pwned
    app("const sha1 = createHash('sha1').update(req.body.password).digest('hex').toUpperCase();", 'const answer = await fetch(`https://api.pwnedpasswords.com/range/${sha1.slice(0, 5)}`);', 'res.json((await answer.text()).includes(sha1.slice(5)));'),
    // a hash before the slow one, since bcrypt reads 72 bytes
    bcrypt("await bcrypt.hash(createHash('sha256').update(req.body.password).digest('base64'), 12);"),
    bcrypt("const peppered = createHmac('sha256', pepper).update(req.body.password).digest('base64');", 'res.json(await bcrypt.compare(peppered, user.hash));'),
    // hashes of both sides of a comparison
    app("const sha = (text) => createHash('sha256').update(text).digest();", 'res.json(timingSafeEqual(sha(req.body.password), sha(process.env.ADMIN_PASSWORD)));'),
    // slow ones
    bcrypt('await bcrypt.hash(req.body.password, 12);', 'await bcrypt.hash(req.body.password, await bcrypt.genSalt());', "scryptSync(req.body.password, randomBytes(16), 64);", "scryptSync(req.body.password, randomBytes(16), 64, { N: 2 ** 15 });"),
    app("pbkdf2Sync(req.body.password, salt, 210_000, 64, 'sha512');", 'pbkdf2Sync(req.body.password, salt, config.iterations, 64, "sha512");'),
    lines("import argon2 from 'argon2';", 'export const keep = (password) => argon2.hash(password);'),
    // fewer rounds in tests only; a number from elsewhere
    bcrypt("const rounds = process.env.NODE_ENV === 'test' ? 4 : 12;", 'await bcrypt.hash(req.body.password, rounds);'),
    bcrypt("await bcrypt.hash(req.body.password, Number(process.env.ROUNDS));"),
    // keys of a secret that is long and random
    lines(crypto, "export const key = pbkdf2Sync(process.env.APP_SECRET, 'cookies', 1, 32, 'sha256');", "scryptSync(process.env.APP_SECRET, 'x', 32, { N: 2 });"),
    // comparisons: of what was sent twice, with constants, with the configuration, of what is no password
    app('if (req.body.password !== req.body.confirmPassword || req.body.password === undefined || req.body.password.length < 8) res.sendStatus(400);', "if (req.body.password === 'letmein') res.end();"),
    app('if (req.body.password === process.env.ADMIN_PASSWORD) res.end();', 'if (req.body.name === user.name) res.end();', 'if (user.password === other.password) res.end();'),
    app('if (req.body.password === req.body.name || req.body.password === req.query.old) res.sendStatus(400);', 'if (req.body.password === user.name) res.sendStatus(400);'),
    app('if ((await hashOf(req.body.password)) === user.passwordHash) res.end();'),
    // a hash of another value
    app("createHash('sha256').update(req.body.name).digest('hex');", "createHash('md5').update(req.body.password ? 'yes' : 'no').digest('hex');", "createHash('sha256').update(String(req.body.password.length)).digest();"),
    // schemas: long enough, for a login, with a check of their own, asked for in strict only
    { code: lines("import { z } from 'zod';", 'z.object({ password: z.string().min(8), name: z.string() });', 'const loginSchema = z.object({ password: z.string() });', 'z.object({ password: z.string().regex(/^(?=.*[a-z]).{8,}$/) });', 'z.object({ password: passwordSchema });'), options: eight },
    { code: lines("import Joi from 'joi';", 'const least = 10;', 'Joi.object({ password: Joi.string().min(least).required(), passwordHint: Joi.string() });'), options: eight },
    { code: lines("import { body } from 'express-validator';", "app.post('/login', body('password').notEmpty());", "app.post('/register', body('password').isLength({ min: 12 }), body('newPassword').isStrongPassword());"), options: eight },
    lines("import { z } from 'zod';", 'z.object({ password: z.string().min(4) });'),
  ],
  invalid: [
    // fast hashes, in several frameworks and packages
    { code: app("await store(createHash('sha256').update(req.body.password).digest('hex'));"), errors: [flow()] },
    { code: app('const { password, email } = req.body;', "await store(email, createHash('sha512').update(`${email}:${password}`).digest('hex'));"), errors: [flow()] },
    { code: koa(crypto)("await store(createHmac('sha256', pepper).update(ctx.request.body.password).digest('hex'));"), errors: [flow('ctx.request.body.password')] },
    { code: fastify(crypto)("const hash = createHash('sha1');", 'hash.update(request.body.password);', "await store(hash.digest('hex'));"), errors: [flow('request.body.password')] },
    { code: express("import md5 from 'md5';")('await store(md5(req.body.password));'), errors: [flow()] },
    { code: express("import CryptoJS from 'crypto-js';")('await store(CryptoJS.SHA256(req.body.password).toString());'), errors: [flow()] },
    { code: lines(crypto, "import express from 'express';", "const digest = (text) => createHash('sha256').update(text).digest('hex');", "express().post('/', (req, res) => {", '  store(digest(req.body.newPassword));', '});'), errors: [flow('req.body.newPassword', ' through digest() line 5')] },
    { code: app("createHash('sha256').update(tidy(req.body.password)).digest('hex');"), options: [{ unsure: true }], errors: [flow()] },
    // too little work
    raised(bcrypt('await bcrypt.hash(req.body.password, 8);'), cost('rounds', 8, 12), ' 8)', ' 12)'),
    raised(bcrypt('await bcrypt.hash(req.body.password, await bcrypt.genSalt(4));'), cost('rounds', 4, 12), '(4)', '(12)'),
    { code: bcrypt('const options = { rounds: 5 };', 'await bcrypt.hash(req.body.password, options.rounds);'), errors: [cost('rounds', 5, 12)] },
    raised(app("pbkdf2Sync(req.body.password, salt, 10_000, 64, 'sha512');"), cost('iterations', 10_000, 210_000), '10_000', '210_000'),
    raised(app("pbkdf2(req.body.password, salt, 1000, 32, 'sha256', done);"), cost('iterations', 1000, 600_000), '1000', '600000'),
    raised(lines(crypto, "export const keep = (password, salt) => pbkdf2Sync(password, salt, 1e4, 32, 'SHA1');"), cost('iterations', 10_000, 1_300_000), '1e4', '1300000'),
    { ...raised(app("pbkdf2Sync(req.body.password, salt, 210000, 64, 'sha256');"), cost('iterations', 210_000, 600_000), '210000', '600000'), options: [{ iterations: 600_000 }] },
    { code: app('const cheap = { N: 1024 };', 'scryptSync(req.body.password, salt, 64, { ...cheap, r: 8 });'), errors: [cost('N', 1024, 131_072)] },
    { code: app('scrypt(req.body.password, salt, 64, { cost: 4096 }, done);'), errors: [cost('cost', 4096, 131_072)] },
    // compared as they are
    { code: app('const user = await find(req.body.name);', 'if (user.password === req.body.password) res.json(user.name);'), errors: [plain()] },
    { code: app('const { password } = req.body;', 'if (password !== user?.password) return res.sendStatus(403);'), errors: [plain()] },
    { code: lines("import express from 'express';", "import pg from 'pg';", 'const db = new pg.Pool();', "express().post('/', async (req, res) => {", "  const { rows } = await db.query('SELECT password FROM users WHERE name = $1', [req.body.name]);", '  if (rows[0].password === req.body.password) res.end();', '});'), errors: [plain()] },
    { code: app('if (req.body.password === user.pass) res.end();'), options: [{ unsure: true }], errors: [plain()] },
    // short ones
    { code: lines("import { z } from 'zod';", 'z.object({ password: z.string().min(6), newPassword: z.string(), name: z.string() });'), options: eight, errors: [short(6), short(0)] },
    { code: lines("import Joi from 'joi';", 'const least = 4;', 'export const registration = Joi.object({ password: Joi.string().min(least).required() });'), options: eight, errors: [short(4)] },
    { code: lines("import * as yup from 'yup';", 'yup.object({ password: yup.string().required() });'), options: eight, errors: [short(0)] },
    { code: lines("import { body } from 'express-validator';", "app.post('/register', body('password').isLength({ min: 5, max: 72 }).withMessage('short'));"), options: eight, errors: [short(5)] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const bcrypt = require('bcryptjs');", 'exports.keep = (password) => bcrypt.hash(password, 10);') }],
  invalid: [raised(lines("const bcrypt = require('bcryptjs');", 'exports.keep = (password) => bcrypt.hash(password, 6);'), cost('rounds', 6, 12), ' 6)', ' 12)')],
});
