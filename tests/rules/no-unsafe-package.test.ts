import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RuleTester } from '@typescript-eslint/rule-tester';
import semver from 'semver';
import { afterAll, describe, expect, test } from 'vitest';
import { asOf, shadowed, unsafePackages } from '../../src/rule/unsafe-packages.ts';
import { rule } from '../../src/rules/no-unsafe-package.ts';
import { lines, runJavaScript } from './samples.ts';

const root = mkdtempSync(path.join(tmpdir(), 'packages-'));
afterAll(() => rmSync(root, { recursive: true }));

const write = (file: string, content: object): string => {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(content));
  return target;
};
/** A project with these packages installed, and one file in it. */
const project = (name: string, manifest: object, installed: Readonly<Record<string, string>> = {}, own: Readonly<Record<string, string>> = {}): string => {
  write(`${name}/package.json`, manifest);
  for (const [at, version] of Object.entries(installed)) write(`${name}/node_modules/${at}/package.json`, { name: own[at] ?? at, version });
  return path.join(root, name, 'src', 'server.ts');
};

const old = project('old', {}, { jsonwebtoken: '8.5.1', mongoose: '8.9.4', next: '15.1.0', ws: '7.5.9', debug: '4.4.2', colors: '1.4.44-liberty-2', lodash: '4.17.20' });
const fresh = project('fresh', {}, { jsonwebtoken: '9.0.2', mongoose: '8.9.5', next: '15.5.7', ws: '7.5.10', debug: '4.4.3', colors: '1.4.0', lodash: '4.17.21', 'xml-crypto': '3.2.1' });
const asked = project('asked', { dependencies: { jsonwebtoken: '^8.5.1', ws: '^8.0.0', multer: '1.4.5-lts.1', lodash: '*' } });
const aliased = project('aliased', { dependencies: { request: 'npm:@cypress/request@^3.0.9' } }, { csurf: '3.0.0' }, { csurf: '@dr.pogodin/csurf' });
const itself = project('itself', { name: 'request' });
const asks = project('asks', { dependencies: { punycode: '^2.3.1' } });
const ancient = project('ancient', { engines: { node: '>=12' } });
const modern = project('modern', { engines: { node: '>=20' } });

const found = (messageId: 'malware' | 'unsafe' | 'abandoned' | 'old', name: string, version = '') => ({ messageId, data: { ...data(name), name, version } });
const data = (name: string, at = 0): Record<string, string> => {
  const { why = '', since = '', instead = '' } = unsafePackages[name]?.[at] ?? {};
  return { why, since, instead };
};
const shadow = { messageId: 'shadowed', data: { name: 'punycode' } } as const;

new RuleTester().run('no-unsafe-package', rule, {
  valid: [
    lines("import express from 'express';", "import { sign } from 'jsonwebtoken';", "import lodash from 'lodash/fp';"),
    // packages whose name only begins like it, files, their own scope
    lines("import { vm2 } from './vm2.js';", "import request from 'request-ip';", "import csurf from '@my/csurf';", "import vm from 'node:vm';", "import xmldom from '@xmldom/xmldom';"),
    // types alone
    "import type { Options } from 'request';",
    "import { type Options, type Request } from 'request';",
    "export type { Options } from 'request';",
    "let options: import('request').Options;",
    "import type request = require('request');",
    // tests
    { code: "import request from 'request';", filename: 'tests/server.ts' },
    { code: "import request from 'request';", filename: 'src/__tests__/server.ts' },
    { code: "import request from 'request';", filename: 'src/server.test.ts' },
    { code: "const request = require('request');", filename: 'src/server.spec.ts' },
    // releases that are mended, or of which nobody knows
    ...['jsonwebtoken', 'mongoose', 'next/server', 'ws', 'debug', 'colors', 'lodash/merge', 'xml-crypto'].map((name) => ({ code: `import x from '${name}';`, filename: fresh })),
    { code: lines("import jwt from 'jsonwebtoken';", "import mongoose from 'mongoose';"), filename: project('none', {}) },
    // package.json allows releases that are mended
    { code: lines("import ws from 'ws';", "import lodash from 'lodash';"), filename: asked },
    // another package under this name, and the package itself
    { code: lines("import request from 'request';", "import csurf from 'csurf';"), filename: aliased },
    { code: "import request from 'request';", filename: itself },
    { code: lines("import request from 'request';", "import vm2 from 'vm2';"), options: [{ allow: ['request', 'vm2'] }] },
    // no module is loaded
    lines("const text = \"require('request')\";", "// require('request')", 'const name = `import("request")`;'),
    lines('const require = (name: string) => name;', "require('request');"),
    lines("app.require('request');", "load('request');", 'require(request);'),
    // parts of Node.js, and the package with its slash
    lines("import punycode from 'node:punycode';", "import { toASCII } from 'punycode/';", "import url from 'url';", "import events from 'events';", "import querystring from 'querystring';", "import domain from 'domain';"),
    { code: "import punycode from 'punycode';", options: [{ allow: ['punycode'] }] },
  ],
  invalid: [
    { code: "import serialize from 'node-serialize';", errors: [{ ...found('unsafe', 'node-serialize'), line: 1, column: 23 }] },
    { code: "import { VM } from 'vm2';", errors: [found('unsafe', 'vm2')] },
    { code: "import csurf from 'csurf';", errors: [found('abandoned', 'csurf')] },
    { code: "import request, { type Options } from 'request';", errors: [found('abandoned', 'request')] },
    { code: "import 'crypto-js/aes';", errors: [found('abandoned', 'crypto-js')] },
    { code: "import crossenv from 'crossenv';", errors: [found('malware', 'crossenv')] },
    { code: "export { DOMParser } from 'xmldom';", errors: [found('abandoned', 'xmldom')] },
    { code: "export * from 'ldapjs';", errors: [found('abandoned', 'ldapjs')] },
    { code: "const evaluate = await import('safe-eval');", errors: [found('unsafe', 'safe-eval')] },
    { code: 'const evaluate = await import(`notevil`);', errors: [found('unsafe', 'notevil')] },
    { code: "import request = require('request');", errors: [found('abandoned', 'request')] },
    { code: lines("import { createRequire } from 'node:module';", 'const require = createRequire(import.meta.url);', "const request = require('request');"), errors: [found('abandoned', 'request')] },
    // once a file, where it is first loaded
    { code: lines("import { get } from 'request';", "import { post } from 'request';", "import request from 'request';"), errors: [{ ...found('abandoned', 'request'), line: 1 }] },
    { code: "import request from 'request';", filename: 'src/test.ts', errors: [found('abandoned', 'request')] },
    // installed
    { code: "import jwt from 'jsonwebtoken';", filename: old, errors: [found('old', 'jsonwebtoken', ' 8.5.1')] },
    { code: "import mongoose from 'mongoose';", filename: old, errors: [found('old', 'mongoose', ' 8.9.4')] },
    { code: "import { NextResponse } from 'next/server';", filename: old, errors: [found('old', 'next', ' 15.1.0')] },
    { code: "import { WebSocketServer } from 'ws';", filename: old, errors: [found('old', 'ws', ' 7.5.9')] },
    { code: "import merge from 'lodash/merge';", filename: old, errors: [found('old', 'lodash', ' 4.17.20')] },
    { code: lines("import debug from 'debug';", "import colors from 'colors/safe';"), filename: old, errors: [found('malware', 'debug', ' 4.4.2'), found('malware', 'colors', ' 1.4.44-liberty-2')] },
    // all that package.json allows
    { code: lines("import jwt from 'jsonwebtoken';", "import multer from 'multer';", "import ws from 'ws';"), filename: asked, errors: [found('old', 'jsonwebtoken', ' ^8.5.1'), found('old', 'multer', ' 1.4.5-lts.1')] },
    { code: "import csurf from 'csurf';", filename: fresh, errors: [found('abandoned', 'csurf')] },
    { code: lines("import request from 'request';", "import csurf from 'csurf';"), options: [{ allow: ['request'] }], errors: [found('abandoned', 'csurf')] },
    // names that Node.js and npm both have
    { code: 'import punycode from "punycode";', output: 'import punycode from "node:punycode";', errors: [shadow] },
    { code: "import punycode from 'punycode';", output: "import punycode from 'node:punycode';", filename: modern, errors: [shadow] },
    { code: "import punycode from 'punycode';", filename: 'src/idn.test.ts', output: "import punycode from 'node:punycode';", errors: [shadow] },
    { code: "export { toASCII } from 'punycode';", output: "export { toASCII } from 'node:punycode';", errors: [shadow] },
    { code: "import constants = require('constants');", output: "import constants = require('node:constants');", errors: [{ messageId: 'shadowed', data: { name: 'constants' } }] },
    {
      code: "import punycode from 'punycode';",
      filename: ancient,
      errors: [{ ...shadow, suggestions: [{ messageId: 'prefix', data: { name: 'punycode' }, output: "import punycode from 'node:punycode';" }] }],
    },
    {
      code: "import punycode from 'punycode';",
      filename: asks,
      errors: [
        {
          ...shadow,
          suggestions: [
            { messageId: 'prefix', data: { name: 'punycode' }, output: "import punycode from 'node:punycode';" },
            { messageId: 'package', data: { name: 'punycode' }, output: "import punycode from 'punycode/';" },
          ],
        },
      ],
    },
  ],
});

runJavaScript(rule, {
  valid: [{ code: "const sys = require('node:sys'); const { VM } = require('node:vm');" }, { code: "jest.mock('request');" }],
  invalid: [
    { code: "const request = require('request-promise');", errors: [found('abandoned', 'request-promise')] },
    { code: "function load() { return require('funcster'); }", errors: [found('unsafe', 'funcster')] },
    { code: "const sys = require('sys');", output: "const sys = require('node:sys');", errors: [{ messageId: 'shadowed', data: { name: 'sys' } }] },
    { code: "const { S_IFDIR } = require('constants');", output: "const { S_IFDIR } = require('node:constants');", errors: [{ messageId: 'shadowed', data: { name: 'constants' } }] },
  ],
});

describe('the list', () => {
  const all = Object.entries(unsafePackages).flatMap(([name, list]) => list.map((one) => ({ name, ...one })));

  test('has a reason, a month and a replacement for each, none of them later than the list', () => {
    expect(all.filter(({ why, instead }) => !/^(?:is|has|was|runs|loads|brings|sends|opens|steals|mines|overwrites|turns|lets|calls|moved|takes|makes|skips|keeps|gives|replaces|leaves|writes|ends|spends|parts|swaps)\b.*[^.]$/.test(why) || !/^\S.*[^.]$/.test(instead))).toEqual([]);
    expect(all.filter(({ since }) => !/^20\d\d-(?:0[1-9]|1[0-2])$/.test(since) || since > asOf)).toEqual([]);
  });

  test('has ranges that npm reads, and says for each release that it is mended in that it is', () => {
    expect(all.filter(({ range }) => range !== undefined && semver.validRange(range) === null)).toEqual([]);
    expect(all.filter(({ what, range }) => what === 'old' && range === undefined)).toEqual([]);
    const mended = all.filter(({ what }) => what === 'old').flatMap(({ name, range = '', instead }) => [...instead.matchAll(/\d+\.\d+\.\d+/g)].map(([version]) => ({ name, range, version })));
    expect(mended.filter(({ range, version }) => semver.satisfies(version, range))).toEqual([]);
  });

  test('does not name the packages that it advises', () => {
    const advised = all.flatMap(({ instead }) => [...instead.matchAll(/`([^`()]+)`/g)].map(([, name = '']) => name));
    expect(advised.filter((name) => unsafePackages[name]?.some(({ range }) => range === undefined))).toEqual([]);
  });

  test('of shadowed names has parts of Node.js only', async () => {
    for (const name of shadowed) expect(await import(`node:${name}`)).toBeDefined();
  });
});
