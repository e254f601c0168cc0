/**
 * Repairs of hashes, signatures, comparisons and random values, applied and run with the crypto of Node.js: honest input is answered as before, the
 * attack is not. What is stored by the code before is another matter, so each case keeps what it makes.
 */
import * as crypto from 'node:crypto';
import { Linter } from 'eslint';
import { afterEach, describe, expect, test, vi } from 'vitest';
import plugin from '../../src/index.ts';

const linter = new Linter({ configType: 'flat' });

/** The code with every fix or suggestion of the rule applied, one after the other, until it has nothing to say. */
function repaired(code: string, rule: string, options: object = {}): string {
  let text = code;
  for (let round = 0; round < 5; round++) {
    const messages = linter.verify(text, [{ plugins: { 'secure-node': plugin as never }, languageOptions: { sourceType: 'commonjs', ecmaVersion: 'latest' }, rules: { [`secure-node/${rule}`]: ['error', options] } }]);
    const fatal = messages.find((m) => m.fatal);
    if (fatal) throw new Error(`${fatal.message} in\n${text}`);
    const fix = messages[0]?.fix ?? messages[0]?.suggestions?.[0]?.fix;
    if (!fix) {
      expect(messages.map((m) => m.message)).toEqual([]);
      return text;
    }
    text = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
  }
  throw new Error('no end');
}

type Answer = (given: string) => unknown;

/** The route of the program as a function of what is given, and the calls that it makes of node:crypto. */
function running(code: string, env: Readonly<Record<string, string>> = {}): { readonly answer: Answer; readonly calls: { readonly name: string; readonly args: readonly unknown[] }[] } {
  const calls: { name: string; args: readonly unknown[] }[] = [];
  const watched = new Proxy(crypto, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown => {
        calls.push({ name: String(name), args });
        return Reflect.apply(value, target, args);
      };
    },
  });
  let handler: ((req: object, res: object) => unknown) | undefined;
  const app = { use: () => app, post: (_: string, one: typeof handler) => (handler = one) };
  const express = Object.assign(() => app, { json: () => undefined });
  const load = (name: string): unknown => (name === 'express' ? express : /^(?:node:)?crypto$/.test(name) ? watched : undefined);
  (new Function('require', 'process', code) as (...args: readonly unknown[]) => void)(load, { env });
  const answer: Answer = (given) => {
    let out: unknown;
    const res = { json: (value: unknown) => (out = value), status: () => res, end: () => (out = 'refused') };
    handler?.({ body: { given, token: given, password: given }, query: { token: given }, headers: { authorization: given, 'x-signature': given } }, res);
    return out;
  };
  return { answer, calls };
}

const head = "const express = require('express');\nconst crypto = require('crypto');\nconst app = express();\napp.use(express.json());\n";
const route = (body: string, before = ''): string => `${head}${before}\napp.post('/', (req, res) => { ${body} });\n`;

describe('comparisons of secrets', () => {
  const key = 'k-0123456789';
  const hmac = crypto.createHmac('sha256', key).update('known').digest('hex');
  test.each([
    ['an equality', route('res.json(req.query.token === process.env.API_KEY);'), key],
    ['an inequality', route('if (req.query.token !== process.env.API_KEY) return res.end(); res.json(1);'), key],
    ['a text around it', route('res.json(req.headers.authorization === `Bearer ${process.env.API_KEY}`);'), `Bearer ${key}`],
    ['a signature', route("res.json(crypto.createHmac('sha256', process.env.API_KEY).update('known').digest('hex') === req.headers['x-signature']);"), hmac],
    ['a helper', route('res.json(same(req.query.token, process.env.API_KEY));', 'const same = (a, b) => a === b;'), key],
  ])('%s', (_, code, right) => {
    const after = repaired(code, 'no-timing-unsafe-compare');
    const [one, other] = [running(code, { API_KEY: key }), running(after, { API_KEY: key })];
    const inputs = [right, `x${right.slice(1)}`, `${right.slice(0, -1)}x`, right.slice(1), `${right}x`, '', 'undefined', 'é'];
    for (const input of inputs) expect(other.answer(input), input).toBe(one.answer(input));
    expect(other.answer(right)).not.toBe(other.answer('x'));
    // as long whatever was sent: two hashes, of equal length
    const compared = other.calls.filter(({ name }) => name === 'timingSafeEqual');
    expect(compared).toHaveLength(inputs.length + 2);
    for (const { args } of compared) expect(args.map((value) => (value as Buffer).length)).toEqual([32, 32]);
    expect(one.calls.filter(({ name }) => name === 'timingSafeEqual')).toEqual([]);
  });

  test('a key that is not set is equal to nothing', () => {
    const after = repaired(route('res.json(req.query.token === process.env.API_KEY);'), 'no-timing-unsafe-compare');
    expect(running(after).answer('undefined')).toBe(false);
  });
});

/** Two texts of one MD5 (Wang and Yu, 2005). */
const differing = (a: string, b: string, c: string, d: string, e: string, f: string): string =>
  `d131dd02c5e6eec4693d9a0698aff95c2fcab5${a}12467eab4004583eb8fb7f8955ad340609f4b30283e4888325${b}1415a085125e8f7cdc99fd91dbd${c}280373c5bd8823e3156348f5bae6dacd436c919c6dd53e2${d}87da03fd02396306d248cda0e99f33420f577ee8ce54b67080${e}80d1ec69821bcb6a8839396f965${f}b6ff72a70`;
const [FIRST, SECOND] = [differing('87', '7', 'f', 'b4', 'a', '2'), differing('07', 'f', '7', '34', '2', 'a')];

describe('hashes that were broken', () => {
  const md5 = (hex: string): string => crypto.createHash('md5').update(Buffer.from(hex, 'hex')).digest('hex');
  test('the two texts are told apart by what is taken instead', () => {
    expect(FIRST).not.toBe(SECOND);
    expect(md5(FIRST)).toBe(md5(SECOND));
  });

  test('a signature of one text holds for another, and no more', () => {
    const keys = "const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });\nconst bytes = (text) => Buffer.from(text, 'hex');\n";
    const code = route(
      "const [signed, shown] = req.body.given.split(' '); const signature = crypto.createSign('RSA-MD5').update(bytes(signed)).sign(privateKey); res.json(crypto.createVerify('RSA-MD5').update(bytes(shown)).verify(publicKey, signature));",
      keys,
    );
    const after = repaired(code, 'no-weak-hash', { keyed: true });
    expect(after).not.toMatch(/MD5/);
    for (const text of [code, after]) {
      const { answer } = running(text);
      expect(answer(`${FIRST} ${FIRST}`)).toBe(true);
      expect(answer(`${FIRST} 00`)).toBe(false);
    }
    expect(running(code).answer(`${FIRST} ${SECOND}`)).toBe(true);
    expect(running(after).answer(`${FIRST} ${SECOND}`)).toBe(false);
  });

  test('a token of one text is that of another, and no more', () => {
    const code = route("const token = crypto.createHash('md5').update(Buffer.from(req.body.given, 'hex')).digest('hex'); res.json(token);");
    const after = repaired(code, 'no-weak-hash');
    expect(running(code).answer(FIRST)).toBe(running(code).answer(SECOND));
    expect(running(after).answer(FIRST)).not.toBe(running(after).answer(SECOND));
    expect(running(after).answer(FIRST)).toBe(running(after).answer(FIRST));
  });
});

describe('the work of a hash of a password', () => {
  test.each([
    ['SHA-256', "crypto.pbkdf2Sync(password, salt, 1000, 32, 'sha256')"],
    ['SHA-512', "crypto.pbkdf2Sync(password, salt, 1_000, 32, 'sha512')"],
  ])('PBKDF2 with %s', (_, call) => {
    const code = route('const password = req.body.password; const made = hash(password); res.json([check(password, made), check(password + "x", made)]);', `const salt = crypto.randomBytes(16);\nconst hash = (password) => ${call};\nconst check = (password, made) => hash(password).equals(made);`);
    const after = repaired(code, 'require-password-kdf');
    const [one, other] = [running(code), running(after)];
    for (const { answer } of [one, other]) expect(answer('correct horse')).toEqual([true, false]);
    const work = (calls: typeof one.calls): number => Math.min(...calls.filter(({ name }) => name === 'pbkdf2Sync').map(({ args }) => args[2] as number));
    expect(work(other.calls)).toBeGreaterThanOrEqual(100 * work(one.calls));
  });
});

describe('random values', () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    ['letters and digits', 'const token = Math.random().toString(36).slice(2); res.json(token);', /^[\w-]{8,}$/],
    ['a code of six digits', 'const otp = Math.floor(100000 + Math.random() * 900000); res.json(String(otp));', /^\d{6}$/],
  ])('%s', (_, body, shape) => {
    const code = route(body);
    const after = repaired(code, 'no-insecure-random');
    // whoever knows the state of the generator
    vi.spyOn(Math, 'random').mockReturnValue(0.123456789);
    const many = (text: string): Set<unknown> => {
      const { answer } = running(text);
      return new Set(Array.from({ length: 20 }, () => answer('')));
    };
    expect(many(code).size).toBe(1);
    expect(many(after).size).toBeGreaterThan(10);
    for (const text of [code, after]) for (const token of many(text)) expect(String(token)).toMatch(shape);
  });
});
