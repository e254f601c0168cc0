/** On real code the engine meets no syntax that it fails on, and its budget is not used up: what it gives up, it says. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { createAnalysis } from '../../src/engine/index.ts';
import { Registry } from '../../src/model/registry.ts';
import { models } from '../../src/models/index.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const registry = new Registry(models);
const LARGEST = 120_000;
const A_PACKAGE = 6;

/** The largest source files of each package, up to a size. */
function files(): string[] {
  const packages = readdirSync(modules).flatMap((name) => (name.startsWith('@') ? readdirSync(path.join(modules, name)).map((n) => `${name}/${n}`) : name.startsWith('.') ? [] : [name]));
  return packages.flatMap((name) => {
    const found: { readonly file: string; readonly size: number }[] = [];
    const stack = [path.join(modules, name)];
    for (let dir = stack.pop(); dir !== undefined && found.length < 200; dir = stack.pop()) {
      for (const entry of readdirSync(dir, { withFileTypes: true })) {
        const file = path.join(dir, entry.name);
        if (entry.isDirectory()) {
          if (entry.name !== 'node_modules') stack.push(file);
        } else if (/\.[cm]?js$/.test(entry.name) && !/\.min\./.test(entry.name)) {
          const { size } = statSync(file);
          if (size < LARGEST) found.push({ file, size });
        }
      }
    }
    return found.sort((a, b) => b.size - a.size).slice(0, A_PACKAGE).map((f) => f.file);
  });
}

test('the engine follows every file of our dependencies without an error, within its budget', () => {
  const linter = new Linter({ configType: 'flat' });
  const wrong: string[] = [];
  let analysed = 0;
  for (const file of files()) {
    const text = readFileSync(file, 'utf8').replace(/^#!.*/, '');
    const esm = /^\s*(import\s[^(]|export\s)/m.test(text);
    const messages = linter.verify(text, [{ files: ['**/*.js'], languageOptions: { sourceType: esm ? 'module' : 'commonjs' } }], { filename: 'a.js' });
    if (messages.some((m) => m.fatal)) continue;
    const source = linter.getSourceCode();
    if (!source.scopeManager) continue;
    const analysis = createAnalysis(
      // ESLint's own types of the tree are wider than typescript-eslint's
      { filename: file, cwd: modules, text, ast: source.ast as never, scopes: source.scopeManager as never, visitorKeys: source.visitorKeys },
      registry,
      { origins: ['remote', 'cli', 'library'] },
    );
    analysis.findings('sql');
    analysed++;
    const { errors, overBudget } = analysis.diagnostics;
    if (errors.length > 0 || overBudget.length > 0) wrong.push(`${path.relative(modules, file)}: ${[...errors, ...overBudget.map((f) => `over budget: ${f}`)].slice(0, 2).join('; ')}`);
  }
  expect(analysed).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
}, 300_000);
