/** Holds the import direction of docs/how-it-works.md, so that each layer can be understood with only those under it in mind. */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

interface Import {
  readonly from: string;
  /** Path from src, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return clause.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((one) => one.isTypeOnly);
};

const importsOf = (file: string): Import[] => {
  const text = readFileSync(path.join(src, file), 'utf8');
  const [types, values] = [new Set<string>(), new Set<string>()];
  for (const node of ts.createSourceFile(file, text, ts.ScriptTarget.ES2022).statements) {
    const given = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    if (given !== undefined && ts.isStringLiteral(given)) (isTypeOnly(node as ts.ImportDeclaration | ts.ExportDeclaration) ? types : values).add(given.text);
  }
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
    from: file,
    to: fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
    typeOnly: types.has(fileName) && !values.has(fileName),
  }));
};

const imports = files.flatMap(importsOf);
const inside = imports.filter(({ to }) => to.endsWith('.ts'));
const outside = imports.filter(({ to }) => !to.endsWith('.ts'));
const show = ({ from, to }: Import): string => `${from} -> ${to}`;

/** What each layer may import besides itself. A layer is a folder of src, or a file that stands there alone. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'package.ts': [],
  text: [],
  model: [],
  models: ['model'],
  ast: ['text'],
  engine: ['text', 'ast', 'model'],
  'settings.ts': ['model', 'package.ts'],
  fixes: ['text', 'ast', 'model', 'engine'],
  rule: ['text', 'ast', 'model', 'engine', 'fixes', 'models', 'settings.ts', 'package.ts'],
  rules: ['text', 'ast', 'model', 'engine', 'fixes', 'rule'],
  sarif: ['rule'],
  'sarif.ts': ['sarif'],
  'cache.ts': [],
  'configs.ts': ['model', 'package.ts', 'rule'],
  'index.ts': ['package.ts', 'settings.ts', 'model', 'rule', 'rules', 'configs.ts'],
};

const stages = ['project', 'value', 'fact', 'summary', 'safety', 'taint'];
const layerOf = (file: string): string => file.split('/')[0] ?? '';
const stageOf = (file: string): number => (file.startsWith('engine/') ? stages.indexOf(file.split('/')[1] ?? '') : -1);

describe('layers', () => {
  test('every layer is known', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => mayImport[layer] === undefined)).toEqual([]);
  });

  test('imports go down only', () => {
    const wrong = inside.filter(({ from, to }) => layerOf(from) !== layerOf(to) && mayImport[layerOf(from)]?.includes(layerOf(to)) !== true);
    expect(wrong.map(show)).toEqual([]);
  });

  test('models are data: they see the language only, and only the analysis sees them', () => {
    const wrong = inside.filter(
      ({ from, to }) =>
        (layerOf(from) === 'models' && from !== 'models/index.ts' && to !== 'model/dsl.ts') ||
        (layerOf(to) === 'models' && layerOf(from) !== 'models' && from !== 'rule/analysis.ts'),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('the engine has one door', () => {
    const wrong = inside.filter(({ from, to, typeOnly }) => layerOf(to) === 'engine' && layerOf(from) !== 'engine' && to !== 'engine/index.ts' && !typeOnly);
    expect(wrong.map(show)).toEqual([]);
  });

  test(`the stages of the engine follow each other: ${stages.join(', ')}`, () => {
    const between = inside.filter(({ from, to }) => stageOf(from) >= 0 && stageOf(to) >= 0);
    expect(between.filter(({ from, to }) => stageOf(to) > stageOf(from)).map(show)).toEqual([]);
    expect(inside.filter(({ from, to }) => to === 'engine/index.ts' && layerOf(from) === 'engine').map(show)).toEqual([]);
  });

  test('no import is circular at run time', () => {
    const targets = new Map(files.map((file) => [file, inside.filter(({ from, typeOnly }) => from === file && !typeOnly).map(({ to }) => to)]));
    const reached = (start: string): Set<string> => {
      const seen = new Set<string>();
      const ahead = [start];
      for (let file = ahead.pop(); file !== undefined; file = ahead.pop()) {
        for (const to of targets.get(file) ?? []) if (!seen.has(to)) (seen.add(to), ahead.push(to));
      }
      return seen;
    };
    const reach = new Map(files.map((file) => [file, reached(file)]));
    // Each knot once, as the files that all reach each other.
    const knots = files.map((file) => files.filter((other) => reach.get(file)?.has(other) === true && reach.get(other)?.has(file) === true).join(', '));
    const circles = [...new Set(knots)].filter((knot) => knot !== '');
    expect(circles).toEqual([]);
  });

  test('what is imported exists', () => {
    expect(inside.filter(({ to }) => !files.includes(to)).map(show)).toEqual([]);
  });

  test('at run time nothing is loaded but Node and our dependencies; eslint values nowhere', () => {
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(src, '../package.json'), 'utf8')) as { dependencies?: Record<string, string> };
    const wrong = outside.filter(({ to, typeOnly }) => !typeOnly && !isBuiltin(to) && dependencies[to] === undefined);
    expect(wrong.map(show)).toEqual([]);
  });
});

describe('files', () => {
  test('are short', () => {
    const long = files.map((file) => [file, readFileSync(path.join(src, file), 'utf8').trimEnd().split('\n').length] as const).filter(([, length]) => length > 300);
    expect(long).toEqual([]);
  });

  test('lie in folders that are named by an idea', () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common|shared)[./]/.test(file))).toEqual([]);
  });

  test('are loaded by something', () => {
    const loaded = new Set(inside.map(({ to }) => to));
    expect(files.filter((file) => !loaded.has(file) && !['index.ts', 'sarif.ts', 'cache.ts'].includes(file))).toEqual([]);
  });
});
