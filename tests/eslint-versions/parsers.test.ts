/** Languages and parsers: TypeScript in three versions, with types and without, JSX, Vue, Svelte, code in Markdown. Right or silent, never a throw. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dangerous, here, installed, makeProject, own, projectIn, ruleIds, safe, tarball, type Project } from '../packed.ts';

const sql = ['secure-node/no-sql-injection'];
const projects: Project[] = [];
const kept = (project: Project): Project => {
  projects.push(project);
  return project;
};
afterAll(() => projects.forEach((project) => project.remove()));

const typed = (text: string): string =>
  text.replace('(req, res)', '(req: express.Request, res: express.Response)').replace('const { rows } =', 'const { rows }: { rows: unknown[] } =');
const commonjs = (text: string): string => text.replace(/^import (\w+) from '(\w+)';$/gm, "import $1 = require('$2');");

describe.each(['5.9.3', own.devDependencies.typescript ?? ''])('TypeScript %s', (typescript) => {
  let project: Project;
  beforeAll(() => {
    project = kept(makeProject(installed({ ...own.dependencies, ...here('eslint', '@typescript-eslint/parser', '@types/express', '@types/pg'), typescript, express: '5.3.0', pg: '8.23.1' })));
    project.write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'NodeNext', strict: true, esModuleInterop: true, noEmit: true, types: [] }, include: ['src'] }));
    project.write('src/a.ts', typed(dangerous));
    project.write('src/b.mts', typed(dangerous));
    project.write('src/c.cts', commonjs(typed(dangerous)));
    project.write('src/safe.ts', typed(safe));
    project.write('src/safe.cts', commonjs(typed(safe)));
    project.write('src/d.tsx', `${typed(dangerous)}export const page = (name: string) => <p className="a">{name}</p>;\n`);
  }, 300_000);

  test.each([
    ['without types', ''],
    ['with types', ', parserOptions: { projectService: true }'],
  ])(
    '%s',
    (_, more) => {
      project.write(
        'eslint.config.js',
        `import secureNode from '${own.name}';
import * as parser from '@typescript-eslint/parser';
export default [{ ...secureNode.configs.recommended, files: ['**/*.{ts,mts,cts,tsx}'] }, { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser${more} } }];
`,
      );
      const found = project.lint(['src']);
      expect(Object.fromEntries(Object.entries(found).map(([file, messages]) => [file, ruleIds(messages)]))).toEqual({
        'src/a.ts': sql,
        'src/b.mts': sql,
        'src/c.cts': sql,
        'src/d.tsx': sql,
        'src/safe.ts': [],
        'src/safe.cts': [],
      });
    },
    120_000,
  );

  test('is the version that the parser takes', () => {
    expect(project.run(process.execPath, ['node_modules/typescript/bin/tsc', '--version']).stdout.trim()).toBe(`Version ${typescript}`);
  });
});

describe('TypeScript 7', () => {
  let project: Project;
  beforeAll(() => {
    // By npm itself, from the tarball: nothing that we depend on may refuse TypeScript 7.
    project = kept(projectIn(mkdtempSync(path.join(realpathSync(os.tmpdir()), 'secure-node-project-'))));
    const { status, stderr } = spawnSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--strict-peer-deps', tarball(), 'typescript@7.0.2', `eslint@${own.devDependencies.eslint}`], {
      cwd: project.folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }, 300_000);

  test('can be installed beside it, and JavaScript is linted', () => {
    expect(JSON.parse(project.read('node_modules/typescript/package.json'))).toMatchObject({ version: '7.0.2' });
    project.write('eslint.config.js', `import secureNode from '${own.name}';\nexport default [secureNode.configs.recommended];\n`);
    project.write('a.js', dangerous);
    project.write('b.js', safe);
    expect(Object.values(project.lint(['a.js', 'b.js'])).map(ruleIds)).toEqual([sql, []]);
  }, 60_000);
});

describe('other files', () => {
  let project: Project;
  const all = '**/*.{js,jsx,ts,vue,svelte}';
  beforeAll(() => {
    project = kept(
      makeProject(
        installed({
          ...own.dependencies,
          ...here('eslint', '@typescript-eslint/parser', 'typescript'),
          'vue-eslint-parser': '10.4.2',
          'svelte-eslint-parser': '1.10.1',
          svelte: '5.57.3',
          '@eslint/markdown': '8.0.3',
        }),
      ),
    );
    project.write(
      'eslint.config.js',
      `import secureNode from '${own.name}';
import markdown from '@eslint/markdown';
import * as parser from '@typescript-eslint/parser';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
export default [
  { ...secureNode.configs.all, files: ['${all}'] },
  { files: ['${all}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ['**/*.ts'], languageOptions: { parser } },
  { files: ['**/*.vue'], languageOptions: { parser: vue, parserOptions: { parser } } },
  { files: ['**/*.svelte'], languageOptions: { parser: svelte, parserOptions: { parser } } },
  { files: ['**/*.md'], plugins: { markdown }, processor: 'markdown/markdown' },
];
`,
    );
  }, 300_000);

  const files: readonly [name: string, make: (server: string) => string][] = [
    ['a.jsx', (server) => `${server}export const page = (name) => <><p {...name} class="a">{name}</p></>;\n`],
    ['options.vue', (server) => `<template>\n  <p v-if="a" @click="b(a)">{{ a }}</p>\n</template>\n\n<script>\n${server}export default { name: 'x' };\n</script>\n`],
    ['setup.vue', (server) => `<script setup lang="ts">\n${server}const a: string = 'x';\n</script>\n<template>\n  <p v-for="b of a">{{ b as string }}</p>\n</template>\n`],
    ['module.svelte', (server) => `<script context="module">\n${server}</script>\n<script>\n  let a = 1;\n  $: b = a * 2;\n</script>\n{#if a}<p on:click={() => a++}>{@html b}</p>{/if}\n`],
    ['runes.svelte', (server) => `<script lang="ts">\n${server}let a: string = $state('x');\n</script>\n{#each [a] as b}<p>{b as string}</p>{/each}\n{#snippet c(d)}<i>{d}</i>{/snippet}\n`],
    ['page.md', (server) => `# Title\n\n\`\`\`js\n${server}\`\`\`\n\nText.\n\n- a list\n\n  \`\`\`ts\n  const a: string = 'x';\n  \`\`\`\n\n\`\`\`js\nnot ( code\n`],
  ];

  test('are found at their lines, and repaired there or left as they are', () => {
    const names = files.map(([name]) => name);
    // The last block of the page does not parse, which ESLint says itself.
    const lint = (): [string, [string | null, number][]][] => {
      const found = project.lint(names);
      return names.map((name) => [name, (found[name] ?? []).filter(({ ruleId }) => ruleId !== null).map(({ ruleId, line }) => [ruleId, line])]);
    };
    for (const [name, make] of files) project.write(name, make(dangerous));
    const lineOf = (make: (server: string) => string): number => make(dangerous).split('\n').findIndex((text) => text.includes('SELECT')) + 1;
    expect(lint()).toEqual(files.map(([name, make]) => [name, [[sql[0], lineOf(make)]]]));
    project.eslint('--fix', ...names);
    // In Svelte the imports of a script are out of sight: the driver is known by its name alone, which is too little for a fix.
    for (const [name, make] of files) expect(project.read(name)).toBe(make(name.endsWith('.svelte') ? dangerous : safe));
    for (const [name, make] of files) project.write(name, make(safe));
    expect(lint()).toEqual(names.map((name) => [name, []]));
  }, 60_000);

  test('files in another language are no matter of the rules, if the config says for which files it is', () => {
    const config = (ours: string): string => `import secureNode from '${own.name}';
import markdown from '@eslint/markdown';
export default [${ours}, { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/commonmark' }];
`;
    project.write('page.md', '# Title\n');
    project.write('language.config.js', config("{ ...secureNode.configs.recommended, files: ['**/*.js'] }"));
    expect(project.lint(['--config', 'language.config.js', 'page.md'])).toEqual({ 'page.md': [] });
    // Else ESLint says itself that they are not for it, and does not run them.
    project.write('language.config.js', config('secureNode.configs.recommended'));
    expect(project.eslint('--config', 'language.config.js', 'page.md').stderr).toContain('The following rules do not support the language "markdown/commonmark"');
  }, 60_000);

  test('files without a script are silent', () => {
    project.write('none.vue', '<template>\n  <p>{{ a }}</p>\n</template>\n');
    project.write('none.svelte', '<p>{a}</p>\n');
    project.write('none.md', '# Title\n');
    expect(Object.values(project.lint(['none.vue', 'none.svelte', 'none.md'])).map(ruleIds)).toEqual([[], [], []]);
  }, 60_000);
});
