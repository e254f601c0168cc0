import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-weak-hash.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const crypto = "import { createHash, createHmac, createSign, createVerify, hash, sign, verify } from 'node:crypto';";
const md5 = "createHash('md5').update(…).digest('hex')";
const app = express(crypto);
const all = [{ unsure: true, keyed: true }] as [{ unsure: boolean; keyed: boolean }];

const flow = (source = md5, way = '', more = '') => ({ messageId: 'flow' as const, data: { source, way, more } });
/** `before` is offered to be `after`. */
const offered = (code: string, error: { messageId: 'flow' | 'signature' | 'check'; data: Record<string, string> }, before: string, after: string) => ({
  code,
  errors: [{ ...error, suggestions: [{ messageId: 'replace' as const, data: { algorithm: after.slice(1, -1) }, output: code.replace(before, after) }] }],
});
const of = (messageId: 'signature' | 'check', algorithm: string) => ({ messageId, data: { algorithm } });

new RuleTester().run('no-weak-hash', rule, {
  valid: [
    // ETags, keys of a cache, checksums, names of files, ids of git
    app("res.set('ETag', createHash('md5').update(await page(req.path)).digest('hex'));", 'res.end();'),
    lines(crypto, "const cacheKey = createHash('md5').update(JSON.stringify(query)).digest('hex');", 'cache.set(cacheKey, rows);', "const fileName = `${hash('sha1', text)}.css`;"),
    lines(crypto, "if (createHash('sha1').update(archive).digest('hex') !== manifest.shasum) throw new Error('damaged');"),
    lines(crypto, "export const blobId = (content) => createHash('sha1').update(`blob ${content.length}\\0`).update(content).digest('hex');"),
    lines("import md5 from 'md5';", 'export const gravatar = (user) => `https://gravatar.com/avatar/${md5(user.email)}`;'),
    // HMACs by SHA-1 hold: OAuth 1, one-time passwords
    { code: lines(crypto, "export const totp = (secret, counter) => createHmac('sha1', secret).update(counter).digest();", "const oauth_signature = createHmac('sha1', key).update(base).digest('base64');"), options: all },
    // strong ones
    app("res.cookie('session', createHash('sha256').update(req.body.name).digest('hex'));", "const token = createHash('sha512').update('x').digest('hex');", "const secret = hash('sha3-256', 'x');"),
    { code: lines(crypto, "createSign('RSA-SHA256').update(text).sign(key);", "sign('sha512', text, key);", "createVerify('RSA-SHA256');", "verify('sha256', text, key, given);", 'sign(null, text, key);'), options: all },
    lines(crypto, "const algorithm = 'sha256';", "const token = createHash(algorithm).update('x').digest('hex');"),
    // nobody knows which it is
    lines(crypto, "import { algorithm } from './config.js';", "const token = createHash(algorithm).update('x').digest('hex');", 'createSign(algorithm);'),
    // said to be meant
    lines(crypto, "const token = createHash('md5').update('x').digest('hex'); // not for security"),
    lines(crypto, '// usedForSecurity: false', "const accessToken = createHash('sha1').update('x').digest('hex');"),
    // of a library that is no hash
    lines("import { createHash } from './own.js';", "const token = createHash('md5').update('x').digest('hex');"),
    // a cookie that is no session, a name that says something else, how long it is
    app("res.cookie('theme', createHash('md5').update('dark').digest('hex'));", "const tokenCount = createHash('md5').update('x').digest('hex').length;", "const token = createHash('md5').update('x').digest('hex').length > 3;"),
    // asked for in strict only
    lines(crypto, "const mac = createHash('sha1').update(process.env.API_SECRET + body).digest('hex');", "createHmac('md5', key);", "createVerify('RSA-SHA1');", "const nonce = createHash('md5').update('x').digest('hex');"),
    { code: lines(crypto, "const mac = createHash('sha256').update(process.env.API_SECRET + body).digest('hex');", "const name = createHash('md5').update(process.env.npm_package_name).digest('hex');"), options: all },
  ],
  invalid: [
    // cookies, in several frameworks
    offered(app("res.cookie('session', createHash('md5').update(req.body.name).digest('hex'));"), flow(), "'md5'", "'sha256'"),
    offered(koa(crypto)("ctx.cookies.set('auth', createHash('sha1').update('x').digest('hex'));"), flow("createHash('sha1').update('x').digest('hex')"), "'sha1'", "'sha256'"),
    offered(fastify(crypto)("reply.setCookie('csrf', hash('md5', request.ip));"), flow('hash(…)'), "'md5'", "'sha256'"),
    // tokens and keys by their names, and of libraries
    offered(lines(crypto, "user.resetToken = createHash('MD5').update(user.email).digest('hex');"), flow("createHash('MD5').update(…).digest('hex')"), "'MD5'", "'SHA256'"),
    offered(lines(crypto, "export const apiKeyOf = (name) => ({ apiKey: createHash('ripemd160').update(name).digest('hex') });"), flow("createHash('ripemd160').update(…).digest('hex')"), "'ripemd160'", "'sha256'"),
    offered(lines(crypto, "import jwt from 'jsonwebtoken';", "export const token = (id) => jwt.sign({ id }, createHash('sha1').update('k').digest('hex'));"), flow("createHash('sha1').update('k').digest('hex')"), "'sha1'", "'sha256'"),
    { code: lines(crypto, "const sum = createHash('md5');", 'sum.update(user.email);', "user.inviteToken = sum.digest('hex');"), errors: [flow("sum.digest('hex')")] },
    { code: lines(crypto, "const algorithm = 'md5';", "const digest = (text) => createHash(algorithm).update(text).digest('hex');", 'export const makeResetToken = (user) => digest(user.email);'), errors: [flow("createHash(…).update(…).digest('hex')")] },
    { code: lines("import md5 from 'md5';", 'user.activationToken = md5(user.email + Date.now());'), errors: [flow('md5(…)')] },
    { code: lines("const CryptoJS = require('crypto-js');", 'user.apiKey = CryptoJS.SHA1(user.email).toString();'), errors: [flow('CryptoJS.SHA1(…)')] },
    { code: lines("import MD5 from 'crypto-js/md5';", 'const sessionToken = String(MD5(name));'), errors: [flow('MD5(…)')] },
    // signatures
    offered(lines(crypto, "export const signed = (text, key) => createSign('RSA-SHA1').update(text).sign(key);"), of('signature', 'RSA-SHA1'), "'RSA-SHA1'", "'RSA-SHA256'"),
    offered(lines(crypto, "export const signed = (text, key) => sign('sha1', text, key);"), of('signature', 'sha1'), "'sha1'", "'sha256'"),
    { code: lines(crypto, "const options = { algorithm: 'RSA-MD5' };", 'createSign(options.algorithm);'), errors: [of('signature', 'RSA-MD5')] },
    offered(lines(crypto, "createSign('RSA-SHA256').update(createHash('md5').update(text).digest('hex')).sign(key);"), flow(), "'md5'", "'sha256'"),
    // strict
    { code: lines(crypto, "const mac = createHash('sha1').update(process.env.API_SECRET + body).digest('hex');"), options: all, errors: [{ messageId: 'mac', data: { source: 'process.env.API_SECRET', way: '', more: '' } }] },
    { ...offered(lines(crypto, "createHmac('md5', key).update(body);"), of('check', 'md5'), "'md5'", "'sha256'"), options: all },
    { ...offered(lines(crypto, "createVerify('sha1WithRSAEncryption').update(text);"), of('check', 'sha1WithRSAEncryption'), "'sha1WithRSAEncryption'", "'sha256WithRSAEncryption'"), options: all },
    { ...offered(lines(crypto, "const nonce = createHash('md5').update(text).digest('hex');"), flow(), "'md5'", "'sha256'"), options: all },
    { code: lines("import CryptoJS from 'crypto-js';", 'CryptoJS.HmacMD5(body, key);'), options: all, errors: [of('check', 'CryptoJS.HmacMD5')] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const { createHash } = require('crypto');", "exports.etag = (text) => createHash('md5').update(text).digest('hex');") }],
  invalid: [
    {
      code: lines("const crypto = require('crypto');", "exports.makeToken = (name) => crypto.createHash('md5').update(name).digest('hex');"),
      errors: [{ ...flow("crypto.createHash('md5').update(…).digest('hex')"), suggestions: [{ messageId: 'replace', data: { algorithm: 'sha256' }, output: lines("const crypto = require('crypto');", "exports.makeToken = (name) => crypto.createHash('sha256').update(name).digest('hex');") }] }],
    },
  ],
});
