import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-insecure-random.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

type Suggestion = readonly [call: string, output: string];

const flow = (source = 'Math.random()', way = '', more = '') => ({ messageId: 'flow' as const, data: { source, way, more } });
/** Reported, and the two texts of random bytes are offered: `before` is what is written where they come, `imports` what is added. */
const offered = (code: string, before: string, { error = flow(), first = (s: string): string => `import { ${s} } from 'node:crypto';\n${code}`, line = {} } = {}) => ({
  code,
  errors: [
    {
      ...error,
      ...line,
      suggestions: (
        [
          ['randomUUID()', first('randomUUID').replace(before, 'randomUUID()')],
          ["randomBytes(16).toString('hex')", first('randomBytes').replace(before, "randomBytes(16).toString('hex')")],
        ] as readonly Suggestion[]
      ).map(([call, output]) => ({ messageId: 'replace' as const, data: { call }, output })),
    },
  ],
});
/** After the first import of a sample. */
const second = (code: string) => (name: string) => code.replace(/^(import .*\n)/, `$1import { ${name} } from 'node:crypto';\n`);

/** The two texts, in a file that imports something already. */
const inPlaceOf = (code: string, before: string) =>
  (
    [
      ['randomUUID', 'randomUUID()'],
      ['randomBytes', "randomBytes(16).toString('hex')"],
    ] as const
  ).map(([name, call]) => ({ messageId: 'replace' as const, data: { call }, output: (code.includes('node:crypto') ? code.replace(' }', `, ${name} }`) : second(code)(name)).replace(before, call) }));

const clocked = lines("import { createHash } from 'node:crypto';", "const token = createHash('md5').update(`${Date.now()}${Math.random()}`).digest('hex');");
const cookie = lines("import { setCookie } from 'hono/cookie';", "export const start = (c) => setCookie(c, 'csrf', `${performance.now()}`);");
const genid = lines("import session from 'express-session';", 'session({ secret, genid: () => `id${Math.random().toString(36)}` });');
const app = express();
const strict = [{ unsure: true }] as [{ unsure: boolean }];

new RuleTester().run('no-insecure-random', rule, {
  valid: [
    // jitter, sampling, shuffles, colours, ids for the screen
    lines('const delay = 1000 * 2 ** attempt + Math.random() * 100;', 'setTimeout(retry, delay);'),
    lines('if (Math.random() < 0.01) report();', 'const picked = servers[Math.floor(Math.random() * servers.length)];', 'connect(picked);'),
    lines('cards.sort(() => Math.random() - 0.5);', 'for (let i = cards.length - 1; i > 0; i--) {', '  const j = Math.floor(Math.random() * (i + 1));', '  [cards[i], cards[j]] = [cards[j], cards[i]];', '}'),
    lines("const color = '#' + Math.floor(Math.random() * 16777215).toString(16);", 'const id = `field-${Math.random().toString(36).slice(2)}`;', 'const key = Math.random();'),
    lines('export const user = { id: Math.random(), name: names[Math.floor(Math.random() * names.length)], createdAt: Date.now() };'),
    // which of two is chosen tells nothing of the chosen
    lines('const token = Math.random() < 0.5 ? primaryToken : secondaryToken;'),
    // cookies that are no session, times
    app("res.cookie('theme', String(Math.random()));", "res.cookie('last_visit', Date.now());", "res.cookie('sid', randomUUID(), { expires: new Date(Date.now() + 1000) });"),
    lines("import jwt from 'jsonwebtoken';", 'export const sign = (id) => jwt.sign({ id, iat: Math.floor(Date.now() / 1000), exp: Date.now() / 1000 + 60 }, process.env.JWT_SECRET);'),
    lines("import { createSign } from 'node:crypto';", "export const sign = (key) => createSign('RSA-SHA256').update(String(Date.now())).sign(key);"),
    // a name alone, of what has only to be new
    lines('const nonce = Date.now();', 'const token = `${Date.now()}`;', 'const sessionId = `chat-${Date.now()}`;'),
    lines('const sessionId = Math.random().toString(36);', 'const salt = Math.random();', 'const pin = Math.floor(Math.random() * 10000);'),
    // names that say something else
    lines('const tokens = Math.random() * 1000;', 'const passwordLength = 8 + Math.floor(Math.random() * 4);', 'const tokenCount = Math.random();', 'const otpDelay = Math.random();'),
    // good ones
    lines("import { randomBytes, randomInt, randomUUID } from 'node:crypto';", 'const token = randomUUID();', "const secret = randomBytes(16).toString('hex');", 'const otp = randomInt(1000000);', "export const password = 'x'.repeat(3) + letters[randomInt(26)];"),
    lines("import { v4, v7 } from 'uuid';", 'const token = v4();', 'const resetToken = v7();'),
    lines("import { nanoid } from 'nanoid';", 'const token = nanoid();', 'const otp = crypto.getRandomValues(new Uint32Array(1))[0] % 1000000;'),
    // a name that is shadowed
    lines("import { random as Math } from './strong.js';", 'const token = Math.random();'),
    // only the length is random
    lines("import { randomBytes } from 'node:crypto';", 'const password = randomBytes(12).length + 1;'),
    { code: lines('const nonce = Date.now();', 'const sid = `s${Date.now()}`;'), options: strict },
  ],
  invalid: [
    // by its name: a variable, a member, a property, a field, a function
    offered(lines('const token = Math.random().toString(36).slice(2);'), 'Math.random().toString(36).slice(2)'),
    offered(lines('user.resetToken = Math.random().toString(36);'), 'Math.random().toString(36)'),
    offered(lines('export const invite = (email) => ({ email, inviteToken: Math.random().toString(36).substring(2, 15) });'), 'Math.random().toString(36).substring(2, 15)'),
    offered(lines('class Client {', '  csrfToken = Math.random().toString(16).substr(2);', '}'), 'Math.random().toString(16).substr(2)', { line: { line: 2 } }),
    offered(lines('function generateResetToken() {', '  return Math.random().toString(36).slice(2);', '}'), 'Math.random().toString(36).slice(2)', { line: { line: 2 } }),
    offered(lines('const makeApiKey = () => `key-${Math.random().toString(36)}`;'), 'Math.random().toString(36)'),
    // letters picked one by one
    {
      code: lines("const letters = 'abcdefghijk';", 'function generatePassword(length) {', "  let result = '';", '  for (let i = 0; i < length; i++) result += letters[Math.floor(Math.random() * letters.length)];', '  return result;', '}'),
      errors: [{ ...flow(), line: 5, suggestions: [{ messageId: 'replace', data: { call: 'randomInt(letters.length)' }, output: lines("import { randomInt } from 'node:crypto';", "const letters = 'abcdefghijk';", 'function generatePassword(length) {', "  let result = '';", '  for (let i = 0; i < length; i++) result += letters[randomInt(letters.length)];', '  return result;', '}') }] }],
    },
    {
      code: lines("import crypto from 'node:crypto';", 'const pick = () => Array.from({ length: 12 }, () => letters.charAt(Math.floor(Math.random() * 26))).join("");', 'user.password = pick();'),
      output: lines("import crypto from 'node:crypto';", 'const pick = () => Array.from({ length: 12 }, () => letters.charAt(crypto.randomInt(26))).join("");', 'user.password = pick();'),
      errors: [flow()],
    },
    // a whole number below a constant, with node:crypto at hand, is the same number; else it is offered
    { code: lines("import { randomInt, scrypt } from 'crypto';", 'const otp = Math.floor(Math.random() * 1000000);'), output: lines("import { randomInt, scrypt } from 'crypto';", 'const otp = randomInt(1000000);'), errors: [flow()] },
    { code: lines("import { scrypt } from 'crypto';", 'const otp = 100 + Math.trunc(Math.random() * 900);'), output: lines("import { scrypt, randomInt } from 'crypto';", 'const otp = 100 + randomInt(900);'), errors: [flow()] },
    { code: lines('const otp = Math.floor(Math.random() * 1000000);'), errors: [{ ...flow(), suggestions: [{ messageId: 'replace', data: { call: 'randomInt(1000000)' }, output: lines("import { randomInt } from 'node:crypto';", 'const otp = randomInt(1000000);') }] }] },
    { code: lines("import * as crypto from 'node:crypto';", 'const otp = { otp: Math.floor(1000 + Math.random() * 9000) };'), errors: [{ ...flow(), suggestions: [{ messageId: 'replace', data: { call: 'randomInt(1000, 10000)' }, output: lines("import * as crypto from 'node:crypto';", 'const otp = { otp: crypto.randomInt(1000, 10000) };') }] }] },
    { code: lines("import * as crypto from 'node:crypto';", 'const otp = Math.round(Math.random() * 9999);'), errors: [flow()] },
    // a hash of it is guessed as easily
    { code: clocked, errors: [{ ...flow('Date.now()', '', ' (and 1 more input)'), suggestions: inPlaceOf(clocked, 'Date.now()') }] },
    { code: lines("import { createHash } from 'node:crypto';", "const hash = createHash('sha256');", 'hash.update(String(Math.random()));', "export const apiKey = hash.digest('base64');"), errors: [flow()] },
    // cookies of sessions, in several frameworks
    offered(app("res.cookie('sid', Math.random().toString(36));"), 'Math.random().toString(36)', { first: second(app("res.cookie('sid', Math.random().toString(36));")) }),
    offered(koa()("ctx.cookies.set('session', `${Math.random().toString(36)}`);"), 'Math.random().toString(36)', { first: second(koa()("ctx.cookies.set('session', `${Math.random().toString(36)}`);")) }),
    { code: fastify()("reply.setCookie('auth_token', String(Date.now()));"), errors: [flow('Date.now()')] },
    { code: cookie, errors: [{ ...flow('performance.now()'), suggestions: inPlaceOf(cookie, 'performance.now()') }] },
    { code: genid, errors: [{ ...flow(), suggestions: inPlaceOf(genid, 'Math.random().toString(36)') }] },
    // tokens, keys and passwords that libraries take
    offered(lines("import jwt from 'jsonwebtoken';", "import { v1 } from 'uuid';", 'export const sign = (id) => jwt.sign({ id, jti: v1() }, process.env.JWT_SECRET);'), 'v1()', {
      error: flow('v1()'),
      first: (name) => lines("import jwt from 'jsonwebtoken';", "import { v1 } from 'uuid';", `import { ${name} } from 'node:crypto';`, 'export const sign = (id) => jwt.sign({ id, jti: v1() }, process.env.JWT_SECRET);').replace('jti: v1()', 'jti: v1()'),
    }),
    { code: lines("import { scryptSync } from 'node:crypto';", 'export const keep = (password) => scryptSync(password, String(Math.random()), 64);'), errors: [flow()] },
    { code: lines("import bcrypt from 'bcrypt';", 'export const invite = () => bcrypt.hash(String(Math.random()), 12);'), errors: [flow()] },
    // an old name of randomBytes
    { code: lines("import { pseudoRandomBytes } from 'node:crypto';", "const secret = pseudoRandomBytes(16).toString('base64');"), output: lines("import { randomBytes } from 'node:crypto';", "const secret = randomBytes(16).toString('base64');"), errors: [flow('pseudoRandomBytes(16)')] },
    { code: lines("import crypto from 'crypto';", 'const apiKey = crypto.pseudoRandomBytes(32);'), output: lines("import crypto from 'crypto';", 'const apiKey = crypto.randomBytes(32);'), errors: [flow('crypto.pseudoRandomBytes(32)')] },
    // one finding for a value, however many get it
    { code: lines('const code = Math.random();', 'a.verificationCode = code;', 'b.resetCode = code;'), errors: [flow()] },
    // names that may mean something else
    { code: lines('const sessionId = 1 + Math.random();', 'const salt = Math.random();'), options: strict, errors: [flow(), flow()] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const { randomUUID } = require('crypto');", 'exports.token = randomUUID();', 'exports.jitter = Math.random();') }],
  invalid: [
    {
      code: lines("const crypto = require('crypto');", 'exports.otp = Math.floor(Math.random() * 10000);'),
      output: lines("const crypto = require('crypto');", 'exports.otp = crypto.randomInt(10000);'),
      errors: [flow()],
    },
  ],
});
