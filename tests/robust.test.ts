/**
 * Nothing throws: the built plugin with all rules and all origins reads our own sources and something of every package in
 * node_modules, hundreds of authors' ways to write JavaScript. Needs a build. What it reports there is not asked.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import type { default as plugin } from '../src/index.ts';
import { untrusted } from '../src/model/kinds.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const built = (await import(new URL('../dist/index.js', import.meta.url).href)) as { default: typeof plugin };

const linter = new Linter({ configType: 'flat', cwd: '/' });

const configOf = (sourceType: 'module' | 'commonjs' | 'script', parser: Linter.Parser | undefined): Linter.Config[] => [
  { ...built.default.configs.all, files: ['**/*.*'] },
  {
    files: ['**/*.*'],
    settings: { 'secure-node': { origins: untrusted } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    languageOptions: { sourceType, ...(parser === undefined ? {} : { parser }), parserOptions: { ecmaFeatures: { jsx: true } } },
  },
];

const javascript = { module: configOf('module', undefined), commonjs: configOf('commonjs', undefined), script: configOf('script', undefined) };
const typescript = { module: configOf('module', tsParser as Linter.Parser) };

interface Outcome {
  readonly file: string;
  readonly ms: number;
  readonly size: number;
  readonly crash: string | undefined;
}

/** Lints one file under the first kind of source that it parses as; what is none (another language, a broken fixture) is passed over. */
const lint = (file: string): Outcome => {
  const text = readFileSync(file, 'utf8');
  const configs = /\.[cm]?tsx?$/.test(file) ? [typescript.module] : /\.cjs$/.test(file) ? [javascript.commonjs] : [javascript.module, javascript.commonjs, javascript.script];
  const start = performance.now();
  let crash: string | undefined;
  for (const config of configs) {
    try {
      // A made-up place: ESLint does not lint what lies in node_modules.
      const messages = linter.verify(text, config, `/sample/${path.basename(file)}`);
      if (messages.every(({ fatal }) => fatal !== true)) break;
    } catch (error) {
      crash = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join('\n') : String(error);
      break;
    }
  }
  return { file: path.relative(root, file), ms: performance.now() - start, size: text.length, crash };
};

const isSource = (name: string): boolean => /\.(?:[cm]?[jt]s|[jt]sx)$/.test(name) && !/\.d\.[cm]?ts$|[.-]min\./.test(name);

const sourcesIn = (folder: string): { file: string; size: number }[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(file);
      return entry.isFile() && isSource(entry.name) ? [{ file, size: readFileSync(file).length }] : [];
    });

/** Packages in node_modules, those in scopes too; links and tools' own folders are none. */
const packages = readdirSync(path.join(root, 'node_modules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  .flatMap(({ name }) => (name.startsWith('@') ? readdirSync(path.join(root, 'node_modules', name)).map((inner) => `${name}/${inner}`) : [name]));

const perPackage = { files: 25, bytes: 300_000, file: 200_000 };

/** Some files of a package, spread over its folders: every n-th that is not huge, the smallest alone where all are. */
const sample = (name: string): string[] => {
  const all = sourcesIn(path.join(root, 'node_modules', name));
  const usable = all.filter(({ size }) => size <= perPackage.file);
  const picked: string[] = [];
  let bytes = 0;
  const step = Math.max(1, usable.length / perPackage.files);
  for (let i = 0; i < usable.length; i += step) {
    const { file, size } = usable[Math.floor(i)] ?? { file: '', size: 0 };
    if (file === '' || (bytes > 0 && bytes + size > perPackage.bytes)) continue;
    picked.push(file);
    bytes += size;
  }
  const smallest = [...all].sort((a, b) => a.size - b.size)[0];
  return picked.length === 0 && smallest !== undefined && smallest.size < 1_000_000 ? [smallest.file] : picked;
};

const report = (what: string, outcomes: readonly Outcome[]): void => {
  const slowest = [...outcomes].sort((a, b) => b.ms - a.ms).slice(0, 3);
  const sum = (of: (one: Outcome) => number): number => outcomes.reduce((total, one) => total + of(one), 0);
  console.log(
    `${what}: ${outcomes.length} files, ${Math.round(sum(({ size }) => size) / 1000)} kB in ${Math.round(sum(({ ms }) => ms) / 1000)} s; slowest ` +
      slowest.map(({ file, ms }) => `${file} ${Math.round(ms)} ms`).join(', '),
  );
};

describe('all rules', () => {
  test('throw nowhere in our own sources', { timeout: 120_000 }, () => {
    const files = ['src', 'scripts', 'tests'].flatMap((folder) => sourcesIn(path.join(root, folder))).map(({ file }) => file);
    const outcomes = files.map(lint);
    report('own sources', outcomes);
    expect(outcomes.filter(({ crash }) => crash !== undefined)).toEqual([]);
  });

  test('throw nowhere in any installed package', { timeout: 400_000 }, () => {
    const outcomes: Outcome[] = [];
    packages.forEach((name, i) => {
      outcomes.push(...sample(name).map(lint));
      if (i % 50 === 49) report(`${i + 1} of ${packages.length} packages`, outcomes);
    });
    report(`${packages.length} packages`, outcomes);
    expect(outcomes.filter(({ crash }) => crash !== undefined)).toEqual([]);
  });
});
