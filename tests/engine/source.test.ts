import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, test } from 'vitest';
import { functionName, indexFile, ownerOf, type ClassInfo, type FileIndex, type FunctionInfo } from '../../src/engine/project/source.ts';
import { isFunctionNode } from '../../src/ast/nodes.ts';
import { parse } from './toys.ts';

const index = (text: string): FileIndex => indexFile(parse(text));
const namesOf = (functions: Iterable<FunctionInfo>): string[] => [...functions].map((fn) => fn.name || '-').sort();
const find = (file: FileIndex, name: string): FunctionInfo => {
  const fn = file.functions.find((one) => one.name === name);
  if (!fn) throw new Error(`no function ${name}`);
  return fn;
};
const classOf = (file: FileIndex, name = 'A'): ClassInfo => {
  const cls = [...file.classOf.values()].find((one) => one.name === name);
  if (!cls) throw new Error(`no class ${name}`);
  return cls;
};
const captured = (text: string, name: string): string[] => [...find(index(text), name).captured].map((v) => v.name).sort();
const uses = (text: string, name: string): string[] => namesOf(find(index(text), name).uses);

describe('functions', () => {
  test('the top level is one, and first', () => {
    const { top, functions } = index('a();');
    expect(functions).toEqual([top]);
    expect(top).toMatchObject({ id: 0, parent: undefined, name: '', params: [] });
    expect(top.node.type).toBe('Program');
  });

  test.each([
    ['function f() {}', 'f'],
    ['const f = function () {};', 'f'],
    ['const f = function g() {};', 'g'],
    ['const f = () => 1;', 'f'],
    ['let f; f = () => 1;', 'f'],
    ['o.f = () => 1;', 'f'],
    ["o['f'] = () => 1;", 'f'],
    ['o[f] = () => 1;', ''],
    ['const o = { f() {} };', 'f'],
    ['const o = { f: () => 1 };', 'f'],
    ['const o = { [f]: () => 1 };', ''],
    ['class A { f() {} }', 'f'],
    ['class A { f = () => 1; }', 'f'],
    ['class A { #f() {} }', '#f'],
    ['const { a } = () => 1;', ''],
    ['call(() => 1);', ''],
    ['(() => 1)();', ''],
  ])('the name in %s', (text, name) => {
    const [, fn] = index(text).functions;
    expect(fn?.name).toBe(name);
    expect(fn && isFunctionNode(fn.node) ? functionName(fn.node) : undefined).toBe(name);
  });

  test('outer before inner, in source order, with their parents', () => {
    const file = index('function a() { const b = () => () => 1; function c() {} } function d() {}');
    expect(file.functions.map((fn) => fn.name)).toEqual(['', 'a', 'b', '', 'c', 'd']);
    expect(file.functions.map((fn) => fn.id)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(file.functions.map((fn) => fn.parent?.id)).toEqual([undefined, 0, 1, 2, 1, 0]);
    expect(namesOf(find(file, 'a').inner)).toEqual(['b', 'c']);
    for (const fn of file.functions) expect(file.functionOf.get(fn.node)).toBe(fn);
  });

  test('a size is of its own nodes, and all together are those of the file', () => {
    const file = index('function a(x) { return () => x + 1; }\na(2);');
    expect(file.functions.reduce((sum, fn) => sum + fn.size, 0)).toBe(file.nodes);
    expect(find(index('function a() { b(() => { c(); d(); }); }'), 'a').size).toBe(find(index('function a() { b(() => {}); }'), 'a').size);
  });

  test('a tree of 50,000 additions, deeper than a parser would go, does not overflow', () => {
    const file = parse('a;');
    const [statement] = file.ast.body;
    if (statement?.type !== 'ExpressionStatement') throw new Error('no expression');
    const { expression } = statement;
    for (let i = 0; i < 50_000; i++) statement.expression = { type: 'BinaryExpression', operator: '+', left: statement.expression, right: expression } as TSESTree.BinaryExpression;
    expect(indexFile(file).nodes).toBe(100_003);
  });
});

describe('captures', () => {
  test.each([
    ['of the function around', 'function a(x) { return function f() { return x; }; }', ['x']],
    ['of the function around that', 'function a(x) { return () => function f() { return x; }; }', ['x']],
    ['by writing', 'function a() { let x; return function f() { x = 1; }; }', ['x']],
    ['through a function inside', 'function a(x) { return function f() { return () => x; }; }', ['x']],
    ['of a block', 'function a() { { const x = 1; return function f() { return x; }; } }', ['x']],
    ['its own', 'function a() { return function f(x) { const y = x; return y; }; }', []],
    ['of the top level', 'const x = 1; function f() { return x; }', []],
    ['of a block at the top level', '{ const x = 1; g(function f() { return x; }); }', []],
    ['undeclared', 'function f() { return x; }', []],
    ['shadowed', 'function a(x) { return function f(x) { return x; }; }', []],
    ['of a function inside it', 'function f() { return (x) => () => x; }', []],
  ])('%s', (_, text, expected) => {
    expect(captured(text, 'f')).toEqual(expected);
  });

  test('the owner of a variable: its function, or none at the top level', () => {
    const file = index('const t = 1; function a(p) { { let b; b = p + t; } }');
    const owners = file.file.scopes.scopes.flatMap((scope) => scope.variables).map((v) => [v.name, ownerOf(v, file.functionOf)?.name]);
    expect(Object.fromEntries(owners)).toMatchObject({ t: undefined, a: undefined, p: 'a', b: 'a' });
  });
});

describe('who uses whom', () => {
  test.each([
    ['by call', 'function g() {} function f() { g(); }', ['g']],
    ['by name only', 'function g() {} function f() { return h(g); }', ['g']],
    ['declared later', 'function f() { g(); } function g() {}', ['g']],
    ['a constant', 'const g = () => 1; function f() { g(); }', ['g']],
    ['beneath a cast', 'const g = (() => 1) as unknown as () => void; function f() { g(); }', ['-']],
    ['one that it makes', 'function f() { return () => 1; }', ['-']],
    ['itself', 'function f() { f(); }', []],
    ['what is of this name elsewhere', 'function g() {} function f(g) { g(); }', []],
    ['no function', 'const g = 1; function f() { return g; }', []],
  ])('%s', (_, text, expected) => {
    expect(uses(text, 'f')).toEqual(expected);
  });

  test('the top level uses those that it makes', () => {
    expect(namesOf(index('function f() { function g() {} } const h = () => 1;').top.uses)).toEqual(['f', 'h']);
  });
});

describe('classes', () => {
  const all = 'class A { constructor() {} m() {} get g() {} set s(v) {} static t() {} static get u() {} x = 1; arrow = () => 1; static y = 2; [computed]() {} static { z(); } }';

  test('members by their sort', () => {
    const cls = classOf(index(all));
    expect([...cls.methods.keys()]).toEqual(['m']);
    expect([...cls.getters.keys()]).toEqual(['g']);
    expect([...cls.setters.keys()]).toEqual(['s']);
    expect([...cls.statics.keys()]).toEqual(['t']);
    expect([...cls.staticGetters.keys()]).toEqual(['u']);
    expect(cls.constructorInfo?.name).toBe('constructor');
    expect(cls.fields).toHaveLength(3);
  });

  test.each([
    ['m', true, false],
    ['arrow', true, false],
    ['t', true, true],
    ['constructor', true, false],
  ])('%s is of the class', (name, ofClass, isStatic) => {
    const file = index(all);
    expect(find(file, name)).toMatchObject({ ofClass: ofClass ? classOf(file) : undefined, isStatic });
  });

  test('a function in a method is not of the class, nor one in a list in a field', () => {
    const file = index('class A { m() { const inner = () => 1; } x = [function listed() {}]; }');
    expect(find(file, 'inner').ofClass).toBeUndefined();
    expect(find(file, 'listed').ofClass).toBeUndefined();
  });

  test.each([
    ['class A {}', 'A'],
    ['const A = class {};', 'A'],
    ['const B = class A {};', 'A'],
    ['x = { A: class {} };', 'A'],
    ['f(class {});', ''],
  ])('the name in %s', (text, name) => {
    expect([...index(text).classOf.values()].map((cls) => cls.name)).toEqual([name]);
  });

  test('the owner is the function in which it stands', () => {
    const file = index('function f() { class A { m() { return class B {}; } } }');
    expect([classOf(file).owner.name, classOf(file, 'B').owner.name]).toEqual(['f', 'm']);
    expect(classOf(index('class A {}')).owner.id).toBe(0);
  });

  test('a class in a class keeps its own methods', () => {
    const file = index('class A { a() { class B { b() {} } } }');
    expect([...classOf(file).methods.keys()]).toEqual(['a']);
    expect([...classOf(file, 'B').methods.keys()]).toEqual(['b']);
  });
});

describe('methods used by this', () => {
  test.each([
    ['a method', 'class A { f() { this.g(); } g() {} }', ['g']],
    ['handed on', 'class A { f() { h(this.g); } g() {} }', ['g']],
    ['itself', 'class A { f() { this.f(); } g() {} }', []],
    ['of another object', 'class A { f() { other.g(); } g() {} }', []],
    ['by a computed name', 'class A { f() { this[g](); } g() {} }', []],
    ['of another class', 'class A { f() { this.g(); } } class B { g() {} }', []],
    ['no method', 'class A { f() { this.g(); } g = 1; }', []],
  ])('%s', (_, text, expected) => {
    expect(uses(text, 'f')).toEqual(expected);
  });

  test('in a callback within a method', () => {
    const [, , callback] = index('class A { f() { list.map(() => this.g()); } g() {} }').functions;
    expect(namesOf(callback?.uses ?? [])).toEqual(['g']);
  });
});
