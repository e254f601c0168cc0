/** The first minutes of a new user, as README.md has them: its configs in a package as `npm init -y` makes it, its commands, and what happens where something is misspelt. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dangerous, here, installed, makeProject, own, root, ruleIds, safe, type Project } from '../packed.ts';

const page = readFileSync(path.join(root, 'README.md'), 'utf8');
const blocks = new Map(Array.from(page.matchAll(/^```js file=(\S+)\n([\s\S]*?)^```$/gm), ([, name = '', text = '']) => [name, text]));
const [, commands = ''] = /^```sh\n(npx eslint [\s\S]*?)^```$/m.exec(page) ?? [];

const typed = dangerous.replace("import express from 'express'", "import express, { type Request } from 'express'").replace('(req, res)', '(req: Request, res)');

let project: Project;

beforeAll(() => {
  project = makeProject(installed({ ...own.dependencies, ...here('eslint', 'typescript'), 'typescript-eslint': own.devDependencies['@typescript-eslint/parser'] ?? '' }), 'commonjs');
  project.write('app.js', dangerous);
}, 300_000);

afterAll(() => project.remove());

const config = (text = ''): void => project.write('eslint.config.mjs', text);
const found = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(project.lint(['.'])).flatMap(([file, messages]) => (file.startsWith('eslint.config') ? [] : [[file, ruleIds(messages)]])));

describe('README.md', () => {
  test('the first config finds and repairs', () => {
    config(blocks.get('eslint.config.mjs'));
    const [first = '', second = ''] = commands.split('\n');
    expect(second).toContain('npx eslint --fix');
    const before = project.run('sh', ['-c', first]);
    expect(before).toMatchObject({ status: 1, stderr: '' });
    expect(before.stdout).toContain('`req.query.name` becomes part of SQL text: whoever sends it can read and change the database.');
    expect(project.run('sh', ['-c', second])).toMatchObject({ status: 0, stdout: '' });
    expect(project.read('app.js')).toBe(safe);
    project.write('app.js', dangerous);
  }, 60_000);

  test('TypeScript is passed over by the first config, and linted by the one for it', () => {
    project.write('app.ts', typed);
    config(blocks.get('eslint.config.mjs'));
    expect(found()).toEqual({ 'app.js': ['secure-node/no-sql-injection'] });
    config(blocks.get('typescript.mjs'));
    expect(found()).toEqual({ 'app.js': ['secure-node/no-sql-injection'], 'app.ts': ['secure-node/no-sql-injection'] });
    project.run('rm', ['app.ts']);
  }, 60_000);

  test('the settings are read', () => {
    project.write('app.js', `${dangerous}pool.query("SELECT * FROM users WHERE name = '" + process.argv[2] + "'");\n`);
    config(blocks.get('eslint.config.mjs'));
    const before = found()['app.js']?.length ?? 0;
    config(blocks.get('settings.mjs')?.replace('configs.strict', 'configs.recommended'));
    expect(found()['app.js']?.filter((id) => id === 'secure-node/no-sql-injection')).toHaveLength(2);
    expect(before).toBeGreaterThan(0);
    config(blocks.get('settings.mjs'));
    expect(found()['app.js']).toContain('secure-node/no-sql-injection');
    project.write('app.js', dangerous);
  }, 60_000);
});

describe('what is misspelt is an error that says what is allowed', () => {
  test.each([
    ['an option', "rules: { 'secure-node/no-sql-injection': ['error', { unshure: true }] }", ['secure-node/no-sql-injection', 'Unexpected property "unshure". Expected properties: "unsure"']],
    ['a rule', "rules: { 'secure-node/no-sqli': 'error' }", ['Could not find "no-sqli" in plugin "secure-node"']],
    ['a key', "settings: { 'secure-node': { origin: ['cli'] } }", ["settings['secure-node'] has the unknown property 'origin'", "Did you mean 'origins'?"]],
    ['a value', "settings: { 'secure-node': { origins: ['remot'] } }", ["settings['secure-node'].origins[0] is 'remot', but must be one of 'remote', 'cli'", "Did you mean 'remote'?"]],
    ['the name of the settings', "settings: { secureNode: { origins: ['cli'] } }", ["settings has 'secureNode', which nothing reads", "'secure-node'"]],
    ['the name of the plugin', "settings: { 'eslint-plugin-secure-node': {} }", ["settings has 'eslint-plugin-secure-node', which nothing reads", "'secure-node'"]],
  ])('%s', (_, text, says) => {
    config(`import secureNode from '${own.name}';\nexport default [secureNode.configs.recommended, { ${text} }];\n`);
    const ran = project.eslint('.');
    expect(ran.status).toBe(2);
    for (const word of says) expect(ran.stdout + ran.stderr).toContain(word);
  }, 60_000);

  test('a config', () => {
    config(`import secureNode from '${own.name}';\nexport default [secureNode.configs.recomended];\n`);
    const ran = project.eslint('.');
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("secure-node has no config 'recomended'; it has 'recommended', 'strict', 'all'. Did you mean 'recommended'?");
  }, 60_000);

  test('settings of others are theirs', () => {
    config(`import secureNode from '${own.name}';\nexport default [secureNode.configs.recommended, { settings: { node: {}, secure: 1, react: { version: '1' } } }];\n`);
    expect(found()['app.js']).toEqual(['secure-node/no-sql-injection']);
  }, 60_000);
});
