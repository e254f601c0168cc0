/** oxlint runs the plugin from the tarball and finds what ESLint finds; its config is made as docs/running.md says. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dangerous, here, installed, makeProject, own, root, safe, type Project, type Ran } from '../packed.ts';

let project: Project;

const page = readFileSync(path.join(root, 'docs/running.md'), 'utf8');
const [, commands = ''] = /## oxlint\n[\s\S]*?```sh\n([\s\S]*?)```/.exec(page) ?? [];

const oxlint = (...args: string[]): Ran => project.run(process.execPath, ['node_modules/oxlint/bin/oxlint', ...args]);

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}
const places = (...args: string[]): string[] => {
  const { stdout, stderr } = oxlint('--format', 'json', ...args);
  if (!stdout.trimStart().startsWith('{')) throw new Error(stdout + stderr);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  return diagnostics
    .filter(({ code }) => code.startsWith('secure-node'))
    .map(({ code, message, filename, labels: [label] }) => `${filename}:${label?.span.line}:${label?.span.column} ${code.replace(/\((.*)\)/, '/$1')} ${message}`)
    .sort();
};

beforeAll(() => {
  project = makeProject(installed({ ...own.dependencies, oxlint: '1.94.0', ...here('eslint', '@typescript-eslint/parser', 'typescript') }));
  project.write('.gitignore', 'node_modules\n');
  project.run('git', ['init', '--quiet']);
  const made = project.run('sh', ['-c', commands.replace(/^(?:npm i .*|npx oxlint)$/gm, '')]);
  if (made.status !== 0) throw new Error(made.stderr);
  project.write(
    'eslint.config.mjs',
    `import secureNode from '${own.name}';
import * as parser from '@typescript-eslint/parser';
export default [{ ...secureNode.configs.recommended, files: ['**/*.{js,ts}'] }, { files: ['**/*.ts'], languageOptions: { parser } }];
`,
  );
}, 300_000);

afterAll(() => project.remove());

describe('oxlint', () => {
  test('passes over node_modules by the config of the page, in a folder without git', () => {
    expect(JSON.parse(project.read('.oxlintrc.json'))).toMatchObject({ ignorePatterns: ['**/node_modules/**'] });
    project.write('plain/.oxlintrc.json', project.read('.oxlintrc.json'));
    project.write('plain/node_modules/a/index.js', dangerous);
    project.write('plain/index.js', dangerous);
    const ran = project.run('sh', ['-c', `cd plain && GIT_CEILING_DIRECTORIES="$PWD" ../node_modules/.bin/oxlint --no-ignore --format unix`]);
    expect(ran.stdout).toContain('index.js:6:');
    expect(ran.stdout).not.toContain('node_modules');
  }, 60_000);

  test('finds in the vulnerable shop what ESLint finds, with the same words', () => {
    cpSync(path.join(root, 'examples/vulnerable-shop'), path.join(project.folder, 'shop'), { recursive: true });
    const expected = Object.entries(project.lint(['shop'])).flatMap(([file, messages]) => messages.map(({ line, ruleId, message, column }) => `${file}:${line}:${column} ${ruleId} ${message}`));
    expect(expected.length).toBeGreaterThan(20);
    expect(places('shop')).toEqual(expected.sort());
  }, 60_000);

  test('keeps files apart, whichever comes first', () => {
    for (let i = 0; i < 12; i++) project.write(`many/${i}.js`, i % 3 === 0 ? safe : dangerous.replace('/user', `/user${i}`));
    const found = places('many').map((place) => place.split(' ')[0]);
    const line = dangerous.split('\n').findIndex((text) => text.includes('SELECT')) + 1;
    expect(found.map((place) => place?.split(':').slice(0, 2).join(':'))).toEqual([1, 10, 11, 2, 4, 5, 7, 8].map((i) => `many/${i}.js:${line}`).sort());
  }, 60_000);

  test('repairs with --fix, and takes a suggestion with --fix-suggestions', () => {
    project.write('fix/a.js', dangerous);
    project.write('fix/b.js', "import { exec } from 'node:child_process';\nimport express from 'express';\nexpress().get('/ping', (req, res) => {\n  exec('ping ' + req.query.host, () => res.end());\n});\n");
    expect(oxlint('--fix', 'fix').status).toBe(1);
    expect(project.read('fix/a.js')).toBe(safe);
    oxlint('--fix-suggestions', 'fix');
    expect(project.read('fix/b.js')).toContain("execFile('ping', [");
    expect(places('fix')).toEqual([]);
  }, 60_000);

  test('reads settings and options, and says what is wrong with them', () => {
    project.write('set/a.js', dangerous);
    const config = (settings: object): string => JSON.stringify({ jsPlugins: [own.name], rules: { 'secure-node/no-sql-injection': ['error', { unsure: true }] }, settings: { 'secure-node': settings } });
    project.write('set/.oxlintrc.json', config({ origins: ['cli'] }));
    expect(places('set')).toEqual([]);
    project.write('set/.oxlintrc.json', config({ origins: ['remote'] }));
    expect(places('set')).toHaveLength(1);
    project.write('set/.oxlintrc.json', config({ origins: ['remot'] }));
    expect(oxlint('set').stdout).toContain("settings['secure-node'].origins[0] is 'remot'");
  }, 60_000);
});
