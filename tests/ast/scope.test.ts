import { parseForESLint } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { analyze } from 'eslint-scope';
import { parse } from 'espree';
import { describe, expect, it, test } from 'vitest';
import { childNodes } from '../../src/ast/nodes.ts';
import { isGlobal, isReassigned, referencesOf, singleAssignment, variableOf } from '../../src/ast/scope.ts';
import type { ScopeManager, Variable } from '../../src/ast/scope.ts';

interface Parsed {
  readonly program: TSESTree.Program;
  readonly scopes: ScopeManager;
}
type Kind = 'module' | 'script' | 'commonjs';

const analyses: readonly (readonly [string, (code: string, sourceType: Kind) => Parsed])[] = [
  [
    'eslint-scope',
    (code, sourceType) => {
      const program = parse(code, { ecmaVersion: 'latest', sourceType, range: true, loc: true }) as unknown as TSESTree.Program;
      const scopes = analyze(program as never, {
        ecmaVersion: 2022,
        sourceType: sourceType === 'commonjs' ? 'script' : sourceType,
        nodejsScope: sourceType === 'commonjs',
      });
      return { program, scopes: scopes as unknown as ScopeManager };
    },
  ],
  [
    '@typescript-eslint/scope-manager',
    (code, sourceType) => {
      const options = sourceType === 'commonjs' ? { sourceType: 'script' as const, ecmaFeatures: { globalReturn: true } } : { sourceType };
      const { ast, scopeManager } = parseForESLint(code, { ...options, range: true, loc: true });
      return { program: ast as TSESTree.Program, scopes: scopeManager as ScopeManager };
    },
  ],
];

function identifiers(program: TSESTree.Program, name: string): TSESTree.Identifier[] {
  const found: TSESTree.Identifier[] = [];
  const queue: TSESTree.Node[] = [program];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (node.type === 'Identifier' && node.name === name) found.push(node);
    queue.push(...childNodes(node, {}));
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

describe.each(analyses)('with %s', (_name, analysis) => {
  const variables = (code: string, name: string, sourceType: Kind = 'module'): (Variable | undefined)[] => {
    const { program, scopes } = analysis(code, sourceType);
    return identifiers(program, name).map((identifier) => variableOf(identifier, scopes));
  };
  const variable = (code: string, name: string, sourceType: Kind = 'module'): Variable => {
    const first = variables(code, name, sourceType).find((found) => found !== undefined);
    if (!first) throw new Error(`no variable ${name}`);
    return first;
  };

  it('tells declarations of one name apart', () => {
    const [outer, inner, read, last] = variables('const x = 1; { const x = 2; f(x); } f(x);', 'x');
    expect(inner).not.toBe(outer);
    expect(read).toBe(inner);
    expect(last).toBe(outer);
  });

  test.each(['script', 'module', 'commonjs'] as const)('resolves names of the top level of a %s', (sourceType) => {
    const [declared, read] = variables('var x = 1; function f() { return x; }', 'x', sourceType);
    expect(declared).toBeDefined();
    expect(read).toBe(declared);
    expect(isGlobal(declared)).toBe(false);
  });

  it('knows what is no variable', () => {
    expect(variables('o.x; ({ x: 1 });', 'x')).toEqual([undefined, undefined]);
  });

  it('knows globals', () => {
    expect(variables('require("a"); x;', 'require').every(isGlobal)).toBe(true);
    expect(isGlobal(variable('import x from "x"; x;', 'x'))).toBe(false);
    expect(isGlobal(variable('const require = f(); require("a");', 'require'))).toBe(false);
    expect(isGlobal(variables('function f() { arguments; }', 'arguments')[0])).toBe(false);
  });

  test.each(['script', 'module'] as const)('finds all references in a %s', (sourceType) => {
    expect(referencesOf(variable('var x = 1; function f() { x = 2; g(x); }', 'x', sourceType))).toHaveLength(3);
  });

  test.each([
    ['const x = 1; f(x);', 'Literal'],
    ['let x = a.b; f(x);', 'MemberExpression'],
    ['function x() {} x();', 'FunctionDeclaration'],
    ['class x {} new x();', 'ClassDeclaration'],
    ['let x = 1; x = 2;', undefined],
    ['let x = 1; x++;', undefined],
    ['let x = 1; [x] = f();', undefined],
    ['let x; x = 1;', undefined],
    ['const { x } = f();', undefined],
    ['const { x = 1 } = f();', undefined],
    ['for (const x of y) f(x);', undefined],
    ['import x from "x"; x;', undefined],
    ['function f(x) { return x; }', undefined],
    ['function f(x = 1) { return x; }', undefined],
    ['try {} catch (x) { f(x); }', undefined],
  ])('%s is set once, to %s', (code, type) => {
    expect(singleAssignment(variable(code, 'x'))?.type).toBe(type);
  });

  test.each([
    ['var x = 1; f(x);', false],
    ['var x = 1; var x = 2;', true],
    ['var x = 1; x = 2;', true],
    ['var x; x = 2;', false],
    ['var x; x = 2; x = 3;', true],
    ['function x() {} x = 1;', true],
    ['function f(x) { return x; }', false],
    ['function f(x) { x = 1; }', true],
    ['function f(x = 1) { return x; }', false],
    ['function f({ x = 1 }) { return x; }', false],
    ['const { x = 1 } = f();', false],
    ['let { x = 1 } = f(); x = 2;', true],
    ['for (const x of y) f(x);', false],
    ['let x = 1; function f() { x += 1; }', true],
  ])('%s: reassigned %s', (code, reassigned) => {
    expect(isReassigned(variable(code, 'x', 'module'))).toBe(reassigned);
    expect(isReassigned(variable(code, 'x', 'script'))).toBe(reassigned);
  });
});

it('does not count types and overloads', () => {
  const { ast, scopeManager } = parseForESLint('function x(a: string): void; function x(a: number): void; function x(a: unknown) {} x(1);', { range: true });
  const [identifier] = identifiers(ast as TSESTree.Program, 'x');
  const variable = identifier && variableOf(identifier, scopeManager as ScopeManager);
  expect(variable && isReassigned(variable)).toBe(false);
  expect(variable && singleAssignment(variable)?.type).toBe('FunctionDeclaration');
});

it('resolves the class of a type parameter and a name in JSX', () => {
  const { ast, scopeManager } = parseForESLint('import X from "x"; const a = <X />; class C { c = new C(); }', { range: true, jsx: true, ecmaFeatures: { jsx: true } });
  const program = ast as TSESTree.Program;
  const scopes = scopeManager as ScopeManager;
  const element = (program.body[1] as TSESTree.VariableDeclaration).declarations[0].init as TSESTree.JSXElement;
  expect(variableOf(element.openingElement.name as TSESTree.JSXIdentifier, scopes)?.name).toBe('X');
  const [outer, inner] = identifiers(program, 'C').map((identifier) => variableOf(identifier, scopes));
  expect(outer).toBeDefined();
  expect(inner).toBeDefined();
});
