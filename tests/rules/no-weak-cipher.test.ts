import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-weak-cipher.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const crypto = "import crypto, { createCipheriv, createDecipheriv, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';";
const found = (messageId: string, what: string, more: Record<string, string> = {}) => ({ messageId, data: { what, ...more } });
const legacy = [{ allowDecrypt: true }] as [{ allowDecrypt: boolean }];

new RuleTester().run('no-weak-cipher', rule, {
  valid: [
    // an IV for each text, and a tag
    lines(crypto, 'export function seal(text, key) {', '  const iv = randomBytes(12);', "  const cipher = createCipheriv('aes-256-gcm', key, iv);", '  const body = Buffer.concat([cipher.update(text), cipher.final()]);', '  return Buffer.concat([iv, cipher.getAuthTag(), body]);', '}'),
    lines(crypto, 'export function open(sealed, key) {', "  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));", '  decipher.setAuthTag(sealed.subarray(12, 28));', '  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);', '}'),
    lines(crypto, "const algorithm = 'aes-256-cbc';", 'export const cipher = (key) => createCipheriv(algorithm, key, randomBytes(16));', "createCipheriv('aes-256-ctr', key, crypto.randomBytes(16));", "createCipheriv('chacha20', key, iv);"),
    // a buffer that is filled
    lines(crypto, 'const iv = Buffer.alloc(12);', 'crypto.randomFillSync(iv);', "createCipheriv('aes-256-cbc', key, iv);"),
    lines(crypto, 'const iv = Buffer.alloc(16);', 'iv.writeUInt32BE(counter, 12);', "createCipheriv('aes-256-ctr', key, iv);"),
    // the standard fixes the IV of a wrapped key
    lines(crypto, "createCipheriv('aes-256-wrap', key, Buffer.from('a6a6a6a6a6a6a6a6', 'hex'));", "createCipheriv('id-aes256-wrap', key, Buffer.alloc(8, 0xa6));"),
    // nobody knows the algorithm, the IV, the options
    lines(crypto, "import { algorithm, iv, options } from './config.js';", 'createCipheriv(algorithm, key, iv);', "createCipheriv('aes-256-cbc', key, iv);", "generateKeyPairSync('rsa', options);"),
    // streams finish themselves, others finish what is handed on
    lines(crypto, "import { pipeline } from 'node:stream/promises';", "hash.update('x');", "await pipeline(source, createDecipheriv('aes-256-gcm', key, iv), target);"),
    lines(crypto, "export const make = (key, iv) => createDecipheriv('aes-256-gcm', key, iv);"),
    // long keys
    lines(crypto, "generateKeyPairSync('rsa', { modulusLength: 2048 });", "generateKeyPairSync('ec', { namedCurve: 'P-256' });", "generateKeyPairSync('ed25519');", 'crypto.createDiffieHellman(2048);', "crypto.getDiffieHellman('modp14');"),
    lines(crypto, 'privateDecrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, text);', 'privateDecrypt(key, text);'),
    // data from before, where that is allowed
    { code: lines(crypto, "createDecipheriv('des-ede3-cbc', key, iv);", "createDecipheriv('aes-128-ecb', key, null);", 'crypto.createDecipher(algorithm, password);'), options: legacy },
    // of another library; what TLS agrees on
    lines("import { createCipheriv } from './own.js';", "createCipheriv('des-cbc', key, iv);"),
    lines("import https from 'node:https';", "https.createServer({ ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:!RC4' });"),
    lines("import CryptoJS from 'crypto-js';", "CryptoJS.AES.encrypt(text, key, { iv, mode: CryptoJS.mode.CBC });"),
  ],
  invalid: [
    // broken, by a constant, an option, a helper
    { code: lines(crypto, "createCipheriv('des-ede3-cbc', key, randomBytes(8));"), errors: [found('broken', 'des-ede3-cbc')] },
    { code: lines(crypto, "createCipheriv('rc4', key, null);", "createDecipheriv('BF-CBC', key, iv);", "crypto.createCipheriv('idea-cbc', key, iv);"), errors: [found('broken', 'rc4'), found('broken', 'BF-CBC'), found('broken', 'idea-cbc')] },
    { code: lines(crypto, "const options = { algorithm: 'des-cbc' };", 'const settings = { ...options, key };', 'createCipheriv(settings.algorithm, settings.key, randomBytes(8));'), errors: [found('broken', 'des-cbc')] },
    { code: express("import CryptoJS from 'crypto-js';")("res.json(CryptoJS.TripleDES.encrypt(req.body.text, key).toString());"), errors: [found('broken', 'CryptoJS.TripleDES.encrypt')] },
    // blocks that repeat
    { code: koa(crypto)("const cipher = createCipheriv('aes-256-ecb', key, null);", 'ctx.body = cipher.update(ctx.query.text, "utf8", "hex") + cipher.final("hex");'), errors: [found('repeats', 'aes-256-ecb')] },
    { code: lines("import CryptoJS from 'crypto-js';", 'CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });'), errors: [found('repeats', 'CryptoJS.AES.encrypt, mode ECB')] },
    // keys of a password by MD5
    { code: fastify(crypto)("reply.send(crypto.createCipher('aes-256-cbc', password).update(request.query.text, 'utf8', 'hex'));"), errors: [found('derives', 'crypto.createCipher')] },
    // the same IV
    { code: lines(crypto, "createCipheriv('aes-256-cbc', key, '0123456789abcdef');"), errors: [found('iv', 'aes-256-cbc')] },
    { code: lines(crypto, "const IV = Buffer.from('00112233445566778899aabbccddeeff', 'hex');", "export const encrypt = (text, key) => createCipheriv('aes-256-cbc', key, IV).update(text);"), errors: [found('iv', 'aes-256-cbc')] },
    { code: lines(crypto, 'const iv = Buffer.alloc(16, 0);', "createCipheriv('aes-256-cbc', key, iv);", "createCipheriv('aes-128-ctr', key, Buffer.alloc(16));"), errors: [found('iv', 'aes-256-cbc'), found('iv', 'aes-128-ctr')] },
    // tags
    { code: lines(crypto, "export const open = (text, key, iv) => createDecipheriv('aes-256-gcm', key, iv).update(text, 'hex', 'utf8');"), errors: [found('unchecked', 'aes-256-gcm')] },
    { code: lines(crypto, "const cipher = createCipheriv('chacha20-poly1305', key, randomBytes(12), { authTagLength: 16 });", "export const body = cipher.update(text, 'utf8', 'hex') + cipher.final('hex');"), errors: [found('untagged', 'chacha20-poly1305')] },
    // short keys, groups
    { code: lines(crypto, 'const bits = 1024;', "generateKeyPairSync('rsa', { modulusLength: bits });"), errors: [found('short', 'rsa', { bits: '1024 bits', least: '2048' })] },
    { code: lines(crypto, 'crypto.createDiffieHellman(512);', "crypto.getDiffieHellman('modp2');"), errors: [found('short', 'crypto.createDiffieHellman', { bits: '512 bits', least: '2048' }), found('group', 'modp2')] },
    // padding
    { code: lines(crypto, 'privateDecrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, text);'), errors: [found('padding', 'privateDecrypt')] },
    { code: lines(crypto, "createCipheriv('des-cbc', key, iv);", "createDecipheriv('des-cbc', key, iv);"), options: legacy, errors: [found('broken', 'des-cbc')] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const { createCipheriv, randomBytes } = require('crypto');", "exports.cipher = (key) => createCipheriv('aes-256-cbc', key, randomBytes(16));") }],
  invalid: [{ code: lines("const crypto = require('crypto');", "exports.cipher = (key) => crypto.createCipheriv('des-cbc', key, crypto.randomBytes(8));"), errors: [found('broken', 'des-cbc')] }],
});
