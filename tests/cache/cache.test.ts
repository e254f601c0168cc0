/** What ESLint keeps and shares between files: its cache, its threads, its memory. From the tarball, as docs/running.md says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { server } from '../../scripts/bench-cases.ts';
import { dangerous, here, installed, makeProject, own, root, ruleIds, safe, type Project } from '../packed.ts';

let project: Project;

const page = readFileSync(path.join(root, 'docs/running.md'), 'utf8');
const [, withState = ''] = /file=eslint\.config\.mjs\n([\s\S]*?)```/.exec(page) ?? [];
const plain = `import secureNode from '${own.name}';\nexport default [secureNode.configs.recommended];\n`;

/** Code runs in version 3 of this package, and not in version 4. */
const yaml = `import express from 'express';
import yaml from 'js-yaml';

express().post('/', (req, res) => {
  res.json(yaml.load(req.body));
});
`;
const install = (version: string): void => {
  project.write('node_modules/js-yaml/package.json', JSON.stringify({ name: 'js-yaml', version, main: 'index.js' }));
  project.write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/js-yaml': { version } } }));
};

beforeAll(() => {
  project = makeProject(installed({ ...own.dependencies, ...here('eslint') }));
}, 300_000);

afterAll(() => project.remove());

describe('--cache', () => {
  const found = (...args: string[]): string[] => ruleIds(project.lint(['--cache', '--cache-location', '.cache', ...args, 'yaml.js'])['yaml.js']);
  const old = ['secure-node/no-unsafe-deserialization'];

  test.each(['metadata', 'content'])('by %s: with the state of the project the result is never an old one', (strategy) => {
    project.write('yaml.js', yaml);
    project.write('eslint.config.js', withState);
    install('3.14.1');
    expect(found('--cache-strategy', strategy)).toEqual(old);
    expect(found('--cache-strategy', strategy)).toEqual(old);
    install('4.1.0');
    expect(found('--cache-strategy', strategy)).toEqual([]);
    install('3.14.1');
    expect(found('--cache-strategy', strategy)).toEqual(old);
  }, 60_000);

  test('without it the page is right to warn', () => {
    project.write('yaml.js', yaml);
    project.write('eslint.config.js', plain);
    install('3.14.1');
    expect(found()).toEqual(old);
    install('4.1.0');
    expect(found()).toEqual(old);
    expect(ruleIds(project.lint(['yaml.js'])['yaml.js'])).toEqual([]);
    // A new version of the plugin, an option or a setting is seen.
    const manifest = `node_modules/${own.name}/package.json`;
    const before = project.read(manifest);
    project.write(manifest, before.replace(`"version": "${own.version}"`, '"version": "99.0.0"'));
    expect(found()).toEqual([]);
    project.write(manifest, before);
    install('3.14.1');
    expect(found()).toEqual(old);
    project.write('eslint.config.js', plain.replace('];', ", { settings: { 'secure-node': { origins: ['cli'] } } }];"));
    expect(found()).toEqual([]);
  }, 60_000);

  test('the state of a project changes with each source file, and with nothing else', async () => {
    const { projectState } = (await import(path.join(project.folder, 'node_modules', own.name, 'dist/cache.js'))) as { projectState: (folder?: string) => string };
    const state = (): string => projectState(project.folder);
    const first = state();
    project.write('notes.txt', 'a');
    expect(state()).toBe(first);
    project.write('src/deep/other.ts', 'export const a = 1;\n');
    const second = state();
    expect(second).not.toBe(first);
    project.write('src/deep/other.ts', 'export const a = 2;\n');
    expect([first, second]).not.toContain(state());
    project.write('src/deep/other.ts', 'export const a = 1;\n');
    expect(state()).toBe(second);
    expect(() => projectState(path.join(project.folder, 'nowhere'))).toThrow('ENOENT');
  });
});

describe('many files', () => {
  const count = 1000;
  beforeAll(() => {
    project.write('eslint.config.js', plain);
    for (let i = 0; i < count; i++) project.write(`many/${i}.js`, i % 4 === 0 ? server(8).replaceAll('/user', `/user${i}`) : i % 4 === 1 ? dangerous : i % 4 === 2 ? safe : `export const a${i} = ${i};\n`);
  });

  test('two threads find what one finds', () => {
    const files = Array.from({ length: 120 }, (_, i) => `many/${i}.js`);
    const one = project.lint(files);
    const two = project.lint(['--concurrency', '2', ...files]);
    expect(Object.values(one).flat().length).toBeGreaterThan(60);
    expect(two).toEqual(one);
  }, 120_000);

  test('take no more memory than few', () => {
    project.write(
      'memory.mjs',
      `import { ESLint } from 'eslint';
const eslint = new ESLint();
const heap = [];
let findings = 0;
for (let start = 0; start < ${count}; start += 100) {
  const results = await eslint.lintFiles(Array.from({ length: 100 }, (_, i) => \`many/\${start + i}.js\`));
  findings += results.reduce((sum, { messages }) => sum + messages.length, 0);
  results.length = 0;
  gc();
  heap.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
  console.error(\`  \${start + 100} files, \${heap.at(-1)} MB\`);
}
console.log(JSON.stringify({ heap, findings }));
`,
    );
    const { stdout, stderr, status } = project.run(process.execPath, ['--expose-gc', 'memory.mjs']);
    expect(status, stderr).toBe(0);
    console.log(stderr.trimEnd());
    const { heap, findings } = JSON.parse(stdout) as { heap: number[]; findings: number };
    expect(findings).toBeGreaterThan(count / 4);
    // From the second hundred on, when all code is there, to the last.
    expect(heap.at(-1)).toBeLessThan((heap[1] ?? 0) + 10);
  }, 120_000);
});
