import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-prototype-pollution.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const app = express();
const found = (messageId: 'flow' | 'library', source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });
/** A package's file, in which parameters of what it exports may be anything. */
const library = (code: string) => ({ code, settings: { 'secure-node': { origins: ['library'] } } });

const merge = (guard: string) =>
  lines('export function merge(target, source) {', '  for (const key in source) {', ...(guard === '' ? [] : [`    ${guard}`]), "    if (typeof source[key] === 'object') merge(target[key], source[key]);", '    else target[key] = source[key];', '  }', '  return target;', '}');
const deepSet = (guard: string, head = '') =>
  lines(...(head === '' ? [] : [head]), 'export function set(object, path, value) {', "  const keys = path.split('.');", '  let at = object;', '  for (const key of keys.slice(0, -1)) {', ...(guard === '' ? [] : [`    ${guard}`]), '    at = at[key];', '  }', '  at[keys.at(-1)] = value;', '}');

new RuleTester().run('no-prototype-pollution', rule, {
  valid: [
    // one level, names of the program, numbers
    app('store[req.body.key] = req.body.value;', 'store[req.body.key].push(1);'),
    app("store.users[req.body.id] = { name: req.body.name };", "settings.theme[name] = req.body.theme;"),
    app('rows[Number(req.params.id)][Number(req.query.column)] = req.body.value;', 'for (let i = 0; i < 9; i++) for (let j = 0; j < 9; j++) grid[i][j] = req.body[i][j];'),
    app("const KINDS = ['name', 'email'];", 'for (const kind of KINDS) profile[kind].value = req.body[kind];', 'if (KINDS.includes(req.body.kind)) profile[req.body.kind][req.body.field] = 1;'),
    // a Map, objects without a prototype, prefixes
    app('const users = new Map();', 'users.get(req.body.id)[req.body.field] = req.body.value;'),
    lines('const bare = Object.create(null);') + app('bare[req.body.id][req.body.field] = req.body.value;'),
    app('const users = Object.create(null);', 'users[req.body.id][req.body.field] = req.body.value;'),
    // the key is refused, or owned
    app("if (req.body.id === '__proto__') return res.sendStatus(400);", 'users[req.body.id][req.body.field] = req.body.value;'),
    app("if (/^(?:__proto__|constructor|prototype)$/.test(req.body.id)) return res.sendStatus(400);", 'users[req.body.id][req.body.field] = req.body.value;'),
    app('if (!Object.hasOwn(users, req.body.id)) return res.sendStatus(404);', 'users[req.body.id][req.body.field] = req.body.value;'),
    app('const { id } = req.body;', 'users[id] = {};', 'users[id][req.body.field] = req.body.value;'),
    app('const { id } = req.body;', 'if (/^[a-z0-9]+$/.test(id)) users[id][req.body.field] = req.body.value;'),
    koa()("if (['__proto__', 'constructor', 'prototype'].includes(ctx.query.id)) ctx.throw(400);", 'users[ctx.query.id].seen = true;'),
    fastify()("const bad = new Set(['__proto__', 'constructor', 'prototype']);", 'if (bad.has(request.params.id)) throw new Error();', 'users[request.params.id][request.query.field] = 1;'),
    // versions that are not known, and packages that refuse the key
    lines("import _ from 'lodash';") + app('_.merge({}, req.body);'),
    // files of packages: guards in every form
    library(merge("if (key === '__proto__') continue;")),
    library(merge("if (key === '__proto__' || key === 'constructor' || key === 'prototype') continue;")),
    library(merge("if (['__proto__', 'constructor', 'prototype'].indexOf(key) !== -1) continue;")),
    library(merge('if (!Object.prototype.hasOwnProperty.call(target, key)) continue;')),
    library(merge('if (!target.hasOwnProperty(key)) continue;')),
    library(merge('if (key in Object.prototype) continue;')),
    library(merge('if (isUnsafe(key)) continue;') + lines("function isUnsafe(name) { return name === '__proto__' || name === 'prototype'; }")),
    library(deepSet('if (FORBIDDEN.has(key)) return;', "const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);")),
    library(deepSet('if (at === Object.prototype) return;') .replace('    at = at[key];', '    at = at[key];\n    if (at === Object.prototype) return;')),
    library(deepSet("if (path.includes('__proto__')) return;").replace("  const keys", "  if (path.includes('__proto__')) return;\n  const keys")),
    library(deepSet('if (!Object.hasOwn(at, key)) Object.defineProperty(at, key, { value: {} });')),
    // copies: what is written to is new
    library(lines('export function clone(source) {', '  const out = {};', "  for (const key in source) out[key] = typeof source[key] === 'object' ? clone(source[key]) : source[key];", '  return out;', '}')),
    library(lines('export function trim(object) {', '  for (const key of Object.keys(object)) for (const inner of Object.keys(object[key])) object[key][inner] = 1;', '}')),
    library(lines('export const fill = (rows, value) => rows.forEach((row, i) => { rows[i][0] = value; });')),
    // who looks up by a key and writes a field of its own is no stranger
    library(lines('export function touch(users, id) {', '  users[id].seen = true;', '}')),
    // not exported, and called with constants
    library(lines('function set(object, a, b, value) {', '  object[a][b] = value;', '}', "set(config, 'theme', 'color', 'red');")),
    { code: app('users[clean(req.body.id)][req.body.field] = 1;').replace('const app', "import { clean } from './clean.js';\nconst app") },
  ],
  invalid: [
    { code: app('users[req.body.id][req.body.field] = req.body.value;'), errors: [{ ...found('flow', 'req.body.id'), line: 4, column: 3, endColumn: 37 }] },
    { code: app('users[req.params.id].name = req.body.name;'), errors: [found('flow', 'req.params.id')] },
    { code: app('const { id, field } = req.body;', 'const user = users[id];', 'user[field] = 1;'), errors: [found('flow', 'req.body.id')] },
    { code: app('const { [req.body.id]: user } = users;', 'user.seen = true;'), errors: [found('flow', 'req.body.id')] },
    { code: app("if (req.body.id in users) users[req.body.id][req.body.field] = 1;"), errors: [found('flow', 'req.body.id')] },
    { code: app('users[req.body.id].visits++;'), errors: [found('flow', 'req.body.id')] },
    { code: app('Object.assign(users[req.body.id], req.body);'), errors: [found('flow', 'req.body.id')] },
    { code: app('users[req.body.id] = 1;', 'users[req.body.id][req.body.field] = 1;'), errors: [found('flow', 'req.body.id')] },
    { code: koa()("const [section, name] = ctx.query.path.split('.');", 'settings[section][name] = ctx.query.value;'), errors: [found('flow', 'ctx.query.path')] },
    { code: fastify()('users[request.params.id][request.query.field] = 1;'), errors: [found('flow', 'request.params.id')] },
    // only the object is checked that came along, or another key
    { code: app('if (Object.hasOwn(req.body, req.body.id)) users[req.body.id][req.body.field] = 1;'), errors: [found('flow', 'req.body.id')] },
    { code: app("if (req.body.field !== '__proto__') users[req.body.id][req.body.field] = 1;"), errors: [found('flow', 'req.body.id')] },
    // helpers: a merge, a deep set
    {
      code: lines('function merge(target, source) {', '  for (const key in source) {', "    if (typeof source[key] === 'object') merge(target[key], source[key]);", '    else target[key] = source[key];', '  }', '}') + app('merge(settings, req.body);'),
      errors: [
        {
          ...found('flow', 'req.body', ' through merge() line 10, merge() line 3'),
          line: 4,
          suggestions: [
            {
              messageId: 'guard',
              output:
                lines('function merge(target, source) {', '  for (const key in source) {', "    if (['__proto__', 'constructor', 'prototype'].includes(key)) continue;", "    if (typeof source[key] === 'object') merge(target[key], source[key]);", '    else target[key] = source[key];', '  }', '}') +
                app('merge(settings, req.body);'),
            },
          ],
        },
      ],
    },
    { code: deepSet('').replace('export ', '') + app('set(settings, req.body.path, req.body.value);'), errors: [found('flow', 'req.body.path', ' through set() line 12')] },
    {
      code: lines('const set = (object, path, value) => {', "  const keys = path.split('.');", '  const last = keys.pop();', '  keys.reduce((at, key) => (at[key] ??= {}), object)[last] = value;', '};') + app('set(settings, req.body.path, req.body.value);'),
      errors: [{ messageId: 'flow' }, { messageId: 'flow' }],
    },
    // files of packages
    { ...library(merge('')), errors: [{ messageId: 'flow', suggestions: [{ messageId: 'guard', output: merge("if (['__proto__', 'constructor', 'prototype'].includes(key)) continue;") }] }] },
    { ...library(merge("if (!Object.hasOwn(source, key)) continue;")), errors: [{ messageId: 'flow', suggestions: [{ messageId: 'guard', output: merge("if (['__proto__', 'constructor', 'prototype'].includes(key)) continue;\n    if (!Object.hasOwn(source, key)) continue;") }] }] },
    { ...library(deepSet('')), errors: [found('flow', 'path')] },
    { ...library(deepSet("if (key === 'name') continue;")), errors: [found('flow', 'path')] },
    {
      ...library(lines('export function extend(target) {', '  for (let i = 1; i < arguments.length; i++) copy(target, arguments[i]);', '}', 'function copy(target, source) {', '  Object.keys(source).forEach((key) => {', "    if (typeof target[key] === 'object') copy(target[key], source[key]);", '    else target[key] = source[key];', '  });', '}')),
      errors: [
        {
          messageId: 'flow',
          suggestions: [
            {
              messageId: 'guard',
              output: lines('export function extend(target) {', '  for (let i = 1; i < arguments.length; i++) copy(target, arguments[i]);', '}', 'function copy(target, source) {', '  Object.keys(source).forEach((key) => {', "    if (['__proto__', 'constructor', 'prototype'].includes(key)) return;", "    if (typeof target[key] === 'object') copy(target[key], source[key]);", '    else target[key] = source[key];', '  });', '}'),
            },
          ],
        },
      ],
    },
    { ...library(lines('export class Store {', '  put(section, name, value) {', '    this.data[section][name] = value;', '  }', '}')), errors: [found('flow', 'section')] },
    { ...library(lines('export const define = (object, a, b, value) => Object.defineProperty(object[a], b, { value });')), errors: [found('flow', 'a')] },
    // with a step out of sight, as in strict
    { code: app('users[clean(req.body.id)][req.body.field] = 1;').replace('const app', "import { clean } from './clean.js';\nconst app"), options: [{ unsure: true }], errors: [found('flow', 'req.body.id')] },
  ],
});

const js = "const app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.post('/', (req) => { if (req.body.id === '__proto__') return; users[req.body.id][req.body.field] = 1; });") }],
  invalid: [{ code: lines(js, "app.post('/', (req) => { users[req.body.id][req.body.field] = 1; });"), errors: [found('flow', 'req.body.id')] }],
});
