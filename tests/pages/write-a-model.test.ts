/** docs/write-a-model.md, start to end: its config, its example and its test, in a package as `npm init -y` makes it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { here, installed, makeProject, own, root, ruleIds, type Project } from '../packed.ts';

const page = readFileSync(path.join(root, 'docs/write-a-model.md'), 'utf8');
const blocks = Array.from(page.matchAll(/^```js(.*)\n([\s\S]*?)^```$/gm), ([, words = '', text = '']) => ({ words: words.trim(), text }));
const named = (name: string): string => blocks.find(({ text }) => text.startsWith(`// ${name}`))?.text ?? '';
const marked = (word: string): string => blocks.find(({ words }) => words.startsWith(`${word} `))?.text ?? '';

let project: Project;

beforeAll(() => {
  project = makeProject(installed({ ...own.dependencies, ...here('eslint') }), 'commonjs');
  project.write('eslint.config.mjs', named('eslint.config.mjs'));
  project.write('store.test.mjs', named('store.test.mjs'));
}, 300_000);

afterAll(() => project.remove());

test('the model is read from the settings: reported, repaired, silent', () => {
  project.write('before.mjs', marked('before'));
  project.write('correct.mjs', marked('correct'));
  const found = project.lint(['before.mjs', 'correct.mjs']);
  expect(ruleIds(found['before.mjs'])).toEqual(['secure-node/no-sql-injection']);
  expect(ruleIds(found['correct.mjs'])).toEqual([]);
  expect(project.eslint('--fix', 'before.mjs')).toMatchObject({ status: 0, stdout: '' });
  expect(project.read('before.mjs')).toBe(marked('after'));
}, 60_000);

test('the test of the page passes, and fails without the model', () => {
  const run = (): number | null => project.run(process.execPath, ['--test', 'store.test.mjs']).status;
  expect(run()).toBe(0);
  project.write('eslint.config.mjs', named('eslint.config.mjs').replace('models: [acmeStore]', 'models: []'));
  expect(run()).toBe(1);
}, 60_000);
