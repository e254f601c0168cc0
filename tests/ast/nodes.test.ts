import { parse, parseForESLint } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it, test } from 'vitest';
import { childNodes, isFunctionNode, isStringLiteral, isWrapper, staticName, stringValue, unwrap, wrapped } from '../../src/ast/nodes.ts';
import type { Named } from '../../src/ast/nodes.ts';

function expression(code: string): TSESTree.Expression {
  const program = parse(`(${code});`, { sourceType: 'module', range: true }) as TSESTree.Program;
  const [statement] = program.body;
  if (statement?.type !== 'ExpressionStatement') throw new Error('not an expression');
  return statement.expression;
}

describe('unwrap', () => {
  test.each(['x', 'x as string', 'x!', 'x satisfies string', '<string>x', 'f<string>', '(x as unknown) as string', 'x!!', 'a?.b', '(a?.b)!'])('%s', (code) => {
    const inner = unwrap(expression(code));
    expect(['Identifier', 'MemberExpression']).toContain(inner.type);
  });

  it('sees through the parentheses that Babel keeps', () => {
    const x = expression('x');
    expect(unwrap({ type: 'ParenthesizedExpression', expression: x } as unknown as TSESTree.Node)).toBe(x);
  });

  test.each(['await x', '!x', '(a, x)', '[x]', 'x = y'])('leaves %s', (code) => {
    const node = expression(code);
    expect(unwrap(node)).toBe(node);
    expect(isWrapper(node)).toBe(false);
  });

  it('has an inverse where parents are known', () => {
    const cast = expression('x as string') as TSESTree.TSAsExpression;
    cast.expression.parent = cast;
    expect(wrapped(cast.expression)).toBe(cast);
    expect(wrapped(cast)).toBe(cast);
  });
});

describe('staticName', () => {
  test.each([
    ['o.a', 'a'],
    ["o['a']", 'a'],
    ['o[`a`]', 'a'],
    ["o['a' as const]", 'a'],
    ['o[0]', '0'],
    ['o[1.5]', '1.5'],
    ['o[1n]', '1'],
    ['o[a]', undefined],
    ['o[`${a}`]', undefined],
    ['o[-1]', undefined],
    ['o[/a/]', undefined],
    ['o[null]', undefined],
  ])('%s is %s', (code, name) => {
    expect(staticName(expression(code) as TSESTree.MemberExpression)).toBe(name);
  });

  test.each([
    ['{ a: 1 }', 'a'],
    ['{ a }', 'a'],
    ["{ 'a-b': 1 }", 'a-b'],
    ['{ 7: 1 }', '7'],
    ["{ ['a']: 1 }", 'a'],
    ['{ [a]: 1 }', undefined],
    ['{ a() {} }', 'a'],
  ])('%s is %s', (code, name) => {
    const [property] = (expression(code) as TSESTree.ObjectExpression).properties;
    expect(staticName(property as TSESTree.Property)).toBe(name);
  });

  test.each([
    ['class { a = 1 }', 'a'],
    ['class { #a = 1 }', '#a'],
    ['class { a() {} }', 'a'],
    ["class { static ['a']() {} }", 'a'],
    ['class { [a]() {} }', undefined],
    ['class { constructor() {} }', 'constructor'],
    ['class { accessor a = 1 }', 'a'],
  ])('%s is %s', (code, name) => {
    expect(staticName((expression(code) as TSESTree.ClassExpression).body.body[0] as Named)).toBe(name);
  });

  it('reads members of an enum', () => {
    const program = parse("enum E { a, 'b-c' }", { range: true }) as TSESTree.Program;
    const { members } = (program.body[0] as TSESTree.TSEnumDeclaration).body;
    expect(members.map((member) => staticName(member))).toEqual(['a', 'b-c']);
  });
});

describe('stringValue', () => {
  test.each([
    ["'a'", 'a'],
    ['`a`', 'a'],
    ["'a' as const", 'a'],
    ['``', ''],
    ['`a${b}`', undefined],
    ['1', undefined],
    ["'a' + 'b'", undefined],
    ['/a/', undefined],
  ])('%s is %s', (code, value) => {
    expect(stringValue(expression(code))).toBe(value);
  });

  it('answers for nothing', () => {
    expect(stringValue(undefined)).toBeUndefined();
    expect(stringValue(null)).toBeUndefined();
  });
});

describe('kinds of nodes', () => {
  it('knows functions', () => {
    expect(isFunctionNode(expression('() => 1'))).toBe(true);
    expect(isFunctionNode(expression('function () {}'))).toBe(true);
    expect(isFunctionNode(expression('class {}'))).toBe(false);
    expect(isFunctionNode(undefined)).toBe(false);
  });

  it('knows string literals', () => {
    expect(isStringLiteral(expression("'a'"))).toBe(true);
    expect(isStringLiteral(expression('`a`'))).toBe(false);
    expect(isStringLiteral(expression('1'))).toBe(false);
  });
});

describe('childNodes', () => {
  const { visitorKeys } = parseForESLint('', {});
  const types = (code: string, keys = visitorKeys): string[] => childNodes(expression(code), keys).map((node) => node.type);

  it('follows the visitor keys', () => {
    expect(types('f(a, ...b)')).toEqual(['Identifier', 'Identifier', 'SpreadElement']);
  });

  it('skips holes and absent children', () => {
    expect(types('[a, , b]')).toEqual(['Identifier', 'Identifier']);
    expect(types('function () {}')).toEqual(['BlockStatement']);
  });

  it('searches a node of unknown type, but not its parent', () => {
    const node = expression('a + b');
    node.parent = expression('c') as unknown as TSESTree.Node & typeof node.parent;
    expect(childNodes(node, {}).map((child) => child.type)).toEqual(['Identifier', 'Identifier']);
  });
});
