/** A type checker, where the parser has one, tells what values of other files are; without one they are out of sight. */
import { fileURLToPath } from 'node:url';
import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from '../../src/index.ts';

const folder = fileURLToPath(new URL('../fixtures/typed/', import.meta.url));
const linter = new Linter({ configType: 'flat', cwd: folder });

const lint = (lines: readonly string[], types: boolean): { readonly line: number; readonly rule: string; readonly fixed: boolean }[] => {
  const config: Linter.Config[] = [
    { ...plugin.configs.recommended, files: ['**/*.ts'] },
    { files: ['**/*.ts'], languageOptions: { parser: tsParser as Linter.Parser, parserOptions: types ? { projectService: true, tsconfigRootDir: folder } : {} } },
  ];
  return linter.verify(`${lines.join('\n')}\n`, config, { filename: `${folder}use.ts` }).map(({ line, ruleId, message, fix }) => ({ line, rule: ruleId?.replace('secure-node/', '') ?? message, fixed: fix !== undefined }));
};

const handler = (imports: string, body: string): string[] => [`import { ${imports} } from './store.ts';`, "import express from 'express';", `express().get('/', async (req, res) => { ${body} });`];
const FOUND = { line: 3, rule: 'no-sql-injection', fixed: true };

describe('with types', () => {
  test.each([
    ['a value of another file', handler('store', "res.json(await store.query(`SELECT 1 FROM users WHERE name = '${req.query.name}'`));")],
    ['what a function of another file promises', handler('connect', "const client = await connect(); res.json(await client.query(`SELECT 1 FROM users WHERE name = '${req.query.name}'`));")],
    ['a text that does not read as SQL', handler('store', 'res.json(await store.query(req.query.text as string));')],
  ])('%s', (title, lines) => expect(lint(lines, true)).toEqual([{ ...FOUND, fixed: !title.startsWith('a text') }]));

  test.each([
    ['another class with such a method', handler('search', 'res.json(search.query(req.query.text as string));')],
    ['values apart from the text', handler('store', "res.json(await store.query('SELECT 1 FROM users WHERE name = $1', [req.query.name]));")],
  ])('silent: %s', (_, lines) => expect(lint(lines, true)).toEqual([]));
});

describe('without types', () => {
  test('the text must read as SQL, and nothing is repaired', () => {
    expect(lint(handler('store', 'res.json(await store.query(req.query.text as string));'), false)).toEqual([]);
    expect(lint(handler('store', "res.json(await store.query(`SELECT 1 FROM users WHERE name = '${req.query.name}'`));"), false)).toEqual([{ ...FOUND, fixed: false }]);
  });
});
