import { fileURLToPath } from 'node:url';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/require-jwt-verification.ts';
import { express, lines, runJavaScript } from './samples.ts';

const web = express("import jwt from 'jsonwebtoken';");
const jwt = (...body: string[]): string => lines("import jwt from 'jsonwebtoken';", ...body);
/** As in a project with jsonwebtoken 8. */
const filename = fileURLToPath(new URL('../fixtures/old-packages/file.ts', import.meta.url));
const strict = [{ unsure: true, defaults: true }] as const;
const PUBLIC = '`-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----`';

const decodes = (call = 'jwt.decode()', source = '`req.cookies.token`') => ({ messageId: 'decodes' as const, data: { call, source } });
/** No list of algorithms; each that is suggested. */
const open = (of: (...body: string[]) => string, before: string, call: string, after: Readonly<Record<string, string>>, messageId: 'algorithms' | 'defaults' = 'algorithms') => ({
  code: of(before),
  errors: [{ messageId, data: { call }, suggestions: Object.entries(after).map(([list, output]) => ({ messageId: 'set' as const, data: { list }, output: of(output) })) }],
});
const none = (before: string, after: string | undefined) => ({
  code: jwt(before),
  errors: [{ messageId: 'none' as const, suggestions: after === undefined ? [] : [{ messageId: 'removeNone' as const, output: jwt(after) }] }],
});
const expired = (of: (...body: string[]) => string, before: string, after: string | undefined) => ({
  code: of(before),
  errors: [{ messageId: 'expired' as const, suggestions: after === undefined ? [] : [{ messageId: 'remove' as const, output: of(after) }] }],
});
const HS = "['HS256']";
const RS = "['RS256']";

new RuleTester().run('require-jwt-verification', rule, {
  valid: [
    // verified, by named algorithms
    web("const user = jwt.verify(req.cookies.token, process.env.KEY, { algorithms: ['HS256'] });", 'res.json(user.sub);'),
    jwt("const options = { algorithms: ['RS256'] };", 'jwt.verify(token, (header, done) => find(header, done), options, done);', "jwt.verify(token, key, { ...options, issuer: 'shop' });"),
    // what the package takes by default is as safe as the key; strict asks for it
    jwt('jwt.verify(token, process.env.KEY);', "jwt.verify(token, 'secret', (error, user) => done(error, user));", 'jwt.verify(token, key, {});'),
    // nobody knows
    jwt('jwt.verify(token, key, options);', 'jwt.verify(token, key, { ...options });', 'jwt.verify(token, key, { algorithms });', 'jwt.verify(token, key, { algorithms, ignoreExpiration: config.lax });'),
    // to find the key, and then verified
    web('const token = req.cookies.token;', 'const decoded = jwt.decode(token, { complete: true });', 'if (!decoded || typeof decoded === "string") return;', "req.user = jwt.verify(token, keys[decoded.header.kid], { algorithms: ['RS256'] });"),
    web('const { header } = jwt.decode(req.cookies.token, { complete: true });', 'res.json(header.kid);'),
    web('const { payload } = jwt.decode(req.cookies.token, { complete: true });', 'const key = keys[payload.iss];', "jwt.verify(req.cookies.token, key, { algorithms: ['RS256'] });"),
    web("const user = jwt.verify(req.cookies.token, key, { algorithms: ['HS256'] });", 'log(jwt.decode(req.cookies.token));', 'res.json(user);'),
    // whether it is worth a look
    web('const { exp } = jwt.decode(req.cookies.token);', 'if (exp * 1000 < Date.now()) res.status(401).end();'),
    express("import jwt from 'jsonwebtoken';\nconst read = (token) => jwt.decode(token);")('if (read(req.cookies.token).exp < now()) res.status(401).end();'),
    // a token of one's own
    jwt('const token = await login();', 'const { sub } = jwt.decode(token);', "jwt.decode('a.b.c').sub;"),
    // other packages
    lines("import { expressjwt } from 'express-jwt';", "app.use(expressjwt({ secret: process.env.KEY, algorithms: ['HS256'] }));", 'app.use(expressjwt(options));'),
    lines("import { Strategy } from 'passport-jwt';", 'new Strategy({ secretOrKey: process.env.KEY, jwtFromRequest }, verify);'),
    express("import { decodeProtectedHeader, jwtVerify } from 'jose';")('const { kid } = decodeProtectedHeader(req.cookies.token);', 'const { payload } = await jwtVerify(req.cookies.token, keys[kid]);', 'res.json(payload.sub);'),
    express("import simple from 'jwt-simple';")('res.json(simple.decode(req.cookies.token, process.env.KEY).sub);'),
    { code: jwt("jwt.verify(token, process.env.KEY, { algorithms: ['HS256'] });"), filename },
    { code: jwt("jwt.verify(token, process.env.KEY, { algorithms: ['HS256'] });", 'jwt.verify(token, key, options);'), options: strict },
    // other things of these names
    web('const jwt = { decode: (x) => x };', 'res.json(jwt.decode(req.cookies.token).sub);'),
    lines("import jwt from './jwt.js';", "jwt.verify(token, key, { algorithms: ['none'], ignoreExpiration: true });"),
  ],
  invalid: [
    // decoded, and believed
    { code: web('const user = jwt.decode(req.cookies.token);', 'res.json(orders(user.sub));'), errors: [{ ...decodes(), line: 5, column: 20 }] },
    { code: web("req.user = jwt.decode(req.headers.authorization.split(' ')[1]);"), errors: [decodes('jwt.decode()', '`req.headers.authorization`')] },
    { code: web('const { payload } = jwt.decode(req.cookies.token, { complete: true });', 'if (payload.role === "admin") res.json(all());'), errors: [decodes()] },
    { code: web('const decoded = jwt.decode(req.body.token);', 'if (decoded && decoded.isAdmin) res.json(all());'), errors: [decodes('jwt.decode()', '`req.body.token`')] },
    // by a helper, under another name
    { code: express("import { decode as open } from 'jsonwebtoken';\nconst read = (token) => open(token);")('req.user = read(req.cookies.token);'), errors: [decodes('open()')] },
    { code: express("import jwt from 'jsonwebtoken';\nfunction claims(token) {\n  const all = jwt.decode(token);\n  return all.sub;\n}")('res.json(claims(req.cookies.token));'), errors: [decodes()] },
    // another token is verified elsewhere
    { code: lines("import jwt from 'jsonwebtoken';", "import express from 'express';", 'const app = express();', "app.get('/a', (req, res) => res.json(jwt.verify(req.cookies.token, key, { algorithms: ['HS256'] })));", "app.get('/b', (req, res) => res.json(jwt.decode(req.cookies.token)));"), errors: [{ ...decodes(), line: 5 }] },
    { code: express("import { decodeJwt } from 'jose';")('res.json(orders(decodeJwt(req.cookies.token).sub));'), errors: [decodes('decodeJwt()')] },
    { code: express("import { jwtDecode } from 'jwt-decode';")('req.user = jwtDecode(req.cookies.token);'), errors: [decodes('jwtDecode()')] },
    { code: express("import simple from 'jwt-simple';")("req.user = simple.decode(req.cookies.token, '', true);"), errors: [decodes('simple.decode()')] },
    { code: lines("import Fastify from 'fastify';", 'const app = Fastify();', "app.get('/', async (request, reply) => {", '  const user = app.jwt.decode(request.cookies.token);', '  return orders(user.sub);', '});'), errors: [decodes('jwt.decode()', '`request.cookies.token`')] },
    // tokens that nobody signed
    none("jwt.verify(token, key, { algorithms: ['HS256', 'none'] });", "jwt.verify(token, key, { algorithms: ['HS256'] });"),
    none("jwt.verify(token, key, { algorithms: ['none', 'RS256'], issuer });", "jwt.verify(token, key, { algorithms: ['RS256'], issuer });"),
    none("jwt.verify(token, '', { algorithms: ['none'] });", undefined),
    none("const algorithms = ['HS256', 'None'];\njwt.verify(token, key, { algorithms });", undefined),
    none("const NONE = 'none';\nconst options = { algorithms: ['HS256', NONE] };\njwt.verify(token, key, { ...options });", undefined),
    // the token chooses
    open((...body) => lines("import { expressjwt } from 'express-jwt';", ...body), 'app.use(expressjwt({ secret: process.env.KEY }));', 'expressjwt()', {
      [HS]: `app.use(expressjwt({ secret: process.env.KEY, algorithms: ${HS} }));`,
      [RS]: `app.use(expressjwt({ secret: process.env.KEY, algorithms: ${RS} }));`,
    }),
    open(jwt, `jwt.verify(token, ${PUBLIC});`, 'jwt.verify()', { [RS]: `jwt.verify(token, ${PUBLIC}, { algorithms: ${RS} });` }),
    open(jwt, `const KEY = ${PUBLIC};\njwt.verify(token, KEY, { issuer: 'shop' });`, 'jwt.verify()', { [RS]: `const KEY = ${PUBLIC};\njwt.verify(token, KEY, { issuer: 'shop', algorithms: ${RS} });` }),
    open(jwt, 'jwt.verify(token, (header, done) => find(header, done), (error, user) => next(error, user));', 'jwt.verify()', { [RS]: `jwt.verify(token, (header, done) => find(header, done), { algorithms: ${RS} }, (error, user) => next(error, user));` }),
    // a version to which an empty key means that no signature is needed
    { ...open(jwt, 'jwt.verify(token, process.env.KEY);', 'jwt.verify()', { [HS]: `jwt.verify(token, process.env.KEY, { algorithms: ${HS} });`, [RS]: `jwt.verify(token, process.env.KEY, { algorithms: ${RS} });` }), filename },
    // forever
    expired(jwt, "jwt.verify(token, key, { algorithms: ['HS256'], ignoreExpiration: true });", "jwt.verify(token, key, { algorithms: ['HS256'] });"),
    expired(jwt, "const options = { algorithms: ['HS256'], ignoreExpiration: true };\njwt.verify(token, key, options);", undefined),
    expired((...body) => lines("import { Strategy } from 'passport-jwt';", ...body), 'new Strategy({ secretOrKey: process.env.KEY, ignoreExpiration: true }, verify);', 'new Strategy({ secretOrKey: process.env.KEY }, verify);'),
    expired((...body) => lines("import { JwtService } from '@nestjs/jwt';", ...body), 'export const read = (jwts: JwtService, token: string) => jwts.verify(token, { ignoreExpiration: true });', 'export const read = (jwts: JwtService, token: string) => jwts.verify(token, {});'),
    // strict
    { ...open(jwt, "jwt.verify(token, 'secret');", 'jwt.verify()', { [HS]: `jwt.verify(token, 'secret', { algorithms: ${HS} });` }, 'defaults'), options: strict },
    { code: jwt('export const read = (token) => jwt.decode(token).sub;'), options: strict, errors: [decodes('jwt.decode()', 'a token')] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const jwt = require('jsonwebtoken');", "jwt.verify(token, key, { algorithms: ['HS256'] });") }],
  invalid: [{ code: lines("const jwt = require('jsonwebtoken');", "const app = require('express')();", "app.get('/', (req, res) => { req.user = jwt.decode(req.cookies.token); });"), errors: 1 }],
});
