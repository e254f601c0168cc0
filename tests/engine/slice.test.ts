import { describe, expect, test } from 'vitest';
import { indexFile } from '../../src/engine/project/source.ts';
import { seedsIn, slice, type Seeds } from '../../src/engine/project/slice.ts';
import { parse } from './toys.ts';

const HASH: Seeds = { words: new Set(['createHash']), sqlWords: new Set(), sql: false };
const SQL: Seeds = { words: new Set(), sqlWords: new Set(['select']), sql: true };

/** Names of the functions that are walked, without the top level; undefined: nothing to begin with; 'all': nobody can say. */
function walked(text: string, seeds = HASH): readonly string[] | 'all' | undefined {
  const file = parse(text);
  const found = seedsIn(file, seeds);
  if (!found) return 'all';
  return found.length === 0 ? undefined : [...slice(indexFile(file), found)].map(({ name, node }) => name || node.type).filter((name) => name !== 'Program').sort();
}

const crypto = "const { createHash } = require('crypto');\n";

describe('what is walked for a call that is asked for', () => {
  test.each<[what: string, text: string, names: readonly string[]]>([
    ['the function that speaks of it', 'function a() { createHash(x); } function b() { other(); }', ['a']],
    ['who calls it, on every level', 'function a(x) { createHash(x); } function b() { a(1); } const c = () => b(); function d() {}', ['a', 'b', 'c']],
    ['what it calls', "function name() { return part(); } function part() { return 'md5'; } function a() { createHash(name()); } function d() {}", ['a', 'name', 'part']],
    ['what callers call for it', "function name() { return 'md5'; } function a(x) { createHash(x); } function b() { a(name()); } function d() { other(); }", ['a', 'b', 'name']],
    ['not who else calls what it calls', "function name() { return 'md5'; } function a() { createHash(name()); } function d() { name(); }", ['a', 'name']],
    ['another name for it', 'const hash = createHash; function a(x) { hash(x); } function d() {}', ['a']],
    ['a name by a pattern', "const { createHash: hash } = require('crypto'); function a(x) { hash(x); } function d() {}", ['a']],
    ['a name by a wrapper', 'const hash = wrap(createHash); function a(x) { hash(x); } function d() {}', ['a']],
    ['a member that holds it', 'api.hash = createHash; function a(x) { api.hash(x); } function d() {}', ['a']],
    ['a member of a literal', 'const api = { hash: createHash }; function a(x) { api.hash(x); } function d() {}', ['a']],
    ['by a quoted name', "function a(x) { crypto['createHash'](x); } function d() {}", ['a']],
    ['a function inside', 'function make() { const algorithm = pick(); return () => createHash(algorithm); } function pick() {} function d() {}', ['ArrowFunctionExpression', 'make', 'pick']],
    ['a callback inside', "function a(list) { createHash(list.map((one) => one + '5')); } function d() { return [].map((x) => x); }", ['ArrowFunctionExpression', 'a']],
    ['who writes a variable that it reads', "let algorithm = 'sha512'; function choose() { algorithm = 'md5'; } function a(x) { createHash(algorithm); } function d() { let algorithms = 1; algorithms = 2; }", ['a', 'choose']],
    ['who puts something into a variable that it reads', "const names = []; function choose() { names.push('md5'); } function a(x) { createHash(names[0]); } function d() { others.push(1); }", ['a', 'choose']],
    ['who writes a member by its number', "const names = []; function choose() { names[0] = 'md5'; } function a(x) { createHash(names[0]); } function d() { return names2[0]; }", ['a', 'choose']],
    ['who writes a member of an object that it hands over', "const options = {}; function choose() { options.name = 'md5'; } function a(x) { createHash(options); } function d() {}", ['a', 'choose']],
    ['who copies members into what it reads', "function choose(o) { Object.assign(o, { algorithm: 'md5', x }); } function a(o) { createHash(o.algorithm); } function d(p) { Object.assign(p, { other: 1 }); }", ['a', 'choose']],
    ['callers of who writes', 'function set(o, x) { o.algorithm = x; } function start() { set(o, name()); } function a(o) { createHash(o.algorithm); } function name() {} function d() {}', ['a', 'name', 'set', 'start']],
    ['methods of a class by their calls', "class A { constructor() { this.name = this.pick(); } pick() { return 'md5'; } run() { createHash(this.name); } other() { return 1; } } function d() { new B(); }", ['constructor', 'pick', 'run']],
    ['who makes an object of the class', 'class A { constructor(x) { this.name = x; } run() { createHash(this.name); } } function start() { new A(1).run(); } function d() {}', ['constructor', 'run', 'start']],
    ['what a value of the top level is made by', "const name = pick(); function pick() { return 'md5'; } function a() { createHash(name); } function d() {}", ['a', 'pick']],
    ['not what is only exported beside it', 'function a() { createHash(x); } function d() {} module.exports = { a, d };', ['a']],
    ['a method beside a variable of its name', "class A { value() { return 1; } run(value) { createHash(value); } }", ['run']],
  ])('%s', (_, text, names) => {
    expect(walked(text.includes("require('crypto')") ? text : crypto + text)).toEqual(names);
  });

  test('where it gets a name that is computed, everything is', () => {
    expect(walked(`${crypto}hashes[kind] = createHash; function a() { hashes.b(1); }`)).toBe('all');
    expect(walked(`${crypto}hashes.kind = createHash; function a() { hashes.kind(1); } function d() {}`)).toEqual(['a']);
  });

  test('where the text does not speak of it, nothing is', () => {
    expect(walked("const { createHmac } = require('crypto'); // createHash\nfunction a() { createHmac('createHash'); }")).toBeUndefined();
    expect(walked("const { createHash } = require('crypto'); function a() {}")).toEqual([]);
  });

  test('a driver out of sight is asked where it is called with what is no text on its own', () => {
    expect(walked("function a(x) { db.query('SELECT 1'); db.all(`SELECT 1`, x); db.raw(); this.query; }", SQL)).toBeUndefined();
    expect(walked("const T = 't'; const Q = `SELECT ${T}`; function a(x, desc) { const way = desc ? 'DESC' : 'ASC'; db.query(Q); db.raw(`SELECT 1 ${way}`, x); db.all('SELECT ' + T + way); select(Q); }", SQL)).toBeUndefined();
    expect(walked("let T = 't'; function a(x, desc) { db.query(`SELECT ${T}`); } function b() { T = input; }", SQL)).toEqual(['a', 'b']);
    expect(walked("function a(x, way) { db.raw(`SELECT 1 ${way}`, x); } function b() { select(Q); } function c() { select(`a`); }", SQL)).toEqual(['a', 'b']);
    expect(walked("function a(x) { db.query(x); } function b() { db.get('a', 1); }", SQL)).toEqual(['a']);
    expect(walked('function a(x) { db.query(`SELECT ${x}`); } function b() { db.name(x); }', SQL)).toEqual(['a']);
    expect(walked("function a(x) { db.raw('SELECT ' + x); } function b() { raw(x); }", SQL)).toEqual(['a']);
  });
});
