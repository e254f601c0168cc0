/**
 * Every file of `fixtures/` shows one construct: a flow that reports beside its safe twin. What is expected stands on the line:
 *
 *   // expect: sql req.query.id          a sure finding of this kind (origin text optional; several apart by `;`)
 *   // expect-unsure: sql                one that only strict reports
 *   // origins: cli, env                 first line of the file; `remote` without it
 *
 * A line without `expect` has no sure finding. A finding lies at the hole of the sink's text where that stands in the sink's argument
 * itself, else at that argument, on the line where it starts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tsParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { createAnalysis, type Analysis, type SourceFile } from '../../src/engine/index.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { Registry } from '../../src/model/registry.ts';
import { models } from '../../src/models/index.ts';

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));

/** Known to fail: one that holds must be taken off. */
const OPEN: readonly string[] = [
  'r2-escapes-of-their-kind.js',
  'r2-pipe-of-functions.js',
];

const registry = new Registry(models);
const linter = new Linter({ configType: 'flat' });

const analyse = (name: string, text: string): Analysis => {
  const sourceType = /^(?:import|export) /m.test(text) ? 'module' : 'commonjs';
  const messages = linter.verify(text, [{ files: ['**/*.{js,ts,tsx}'], languageOptions: { parser: tsParser as Linter.Parser, sourceType, parserOptions: { ecmaFeatures: { jsx: name.endsWith('x') } } } }], { filename: name });
  if (messages.length > 0) throw new Error(`${name}:${messages[0]?.line}: ${messages[0]?.message}`);
  const code = linter.getSourceCode();
  const file: SourceFile = {
    filename: `/fixtures/${name}`,
    cwd: '/fixtures',
    text,
    ast: code.ast as unknown as TSESTree.Program,
    scopes: code.scopeManager as unknown as SourceFile['scopes'],
    visitorKeys: code.visitorKeys as SourceFile['visitorKeys'],
  };
  const origins = /^\/\/ origins: (.+)/.exec(text)?.[1]?.split(/,\s*/) ?? ['remote'];
  return createAnalysis(file, registry, { origins });
};

/** `12 sql req.query.id`, one an expectation. */
const expected = (text: string, word: string): { line: number; kind: string; origin: string | undefined }[] =>
  text.split('\n').flatMap((line, i) =>
    (new RegExp(`// ${word}: (.+)$`).exec(line)?.[1] ?? '')
      .split(/;\s*/)
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [kind = '', ...origin] = entry.trim().split(' ');
        return { line: i + 1, kind, origin: origin.length > 0 ? origin.join(' ') : undefined };
      }),
  );

/** What differs from the expectations, a line each. */
const differences = (name: string): string[] => {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const analysis = analyse(name, text);
  const found = kindNames.flatMap((kind) => analysis.findings(kind).map((f) => ({ line: f.node.loc.start.line, kind: kind as string, origin: f.origin.text, sure: f.sure })));
  const wrong: string[] = analysis.diagnostics.errors.map((error) => `error: ${String(error)}`);
  for (const [word, sure] of [['expect', true], ['expect-unsure', false]] as const) {
    const left = found.filter((f) => f.sure === sure);
    for (const want of expected(text, word)) {
      const at = left.findIndex((f) => f.line === want.line && f.kind === want.kind && (want.origin ?? f.origin) === f.origin);
      if (at < 0) wrong.push(`${word} missing: ${want.line} ${want.kind} ${want.origin ?? ''}`.trimEnd());
      else left.splice(at, 1);
    }
    if (sure) for (const { line, kind, origin } of left) wrong.push(`not expected: ${line} ${kind} ${origin}`);
  }
  return wrong;
};

const names = readdirSync(folder).sort();

describe('fixtures', () => {
  test.each(names)('%s', (name) => {
    const wrong = differences(name).join('\n');
    if (OPEN.includes(name)) expect(wrong, 'it holds now: take it off OPEN').not.toBe('');
    else if (wrong !== '') expect.fail(wrong);
  });

  test('each opens with a comment, shows both halves, and OPEN names only what is there', () => {
    for (const name of names) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      expect(text, name).toMatch(/^(?:\/\/ origins: .+\n)?\/\/ \S/);
      expect(text, name).toMatch(/\/\/ expect(?:-unsure)?: /);
      expect(text, name).toMatch(/safe/i);
    }
    expect(OPEN.filter((name) => !names.includes(name))).toEqual([]);
  });
});
