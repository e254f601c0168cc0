/** Configs as people write them, in each version of ESLint at the ends of our range: objects and strings, ESM, CommonJS and TypeScript. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dangerous, installed, makeProject, own, ruleIds, safe, type Project } from '../packed.ts';

const strings = (preset: string): string => `defineConfig([{ files: ['**/*.{js,cjs,mjs,jsx}'], plugins: { 'secure-node': secureNode }, extends: ['secure-node/${preset}'] }])`;

/** What is only in `strict`: a shell line that nothing proves constant. */
const shellLine = "const { exec } = require('node:child_process');\nexports.run = (program) => exec('time ' + program);\n";

interface Form {
  readonly title: string;
  readonly file: string;
  readonly text: string;
  readonly strict: boolean;
  /** First version that can read it. */
  readonly from?: string;
  readonly flag?: string;
}

const esm = (config: string, helper = ''): string => `${helper}import secureNode from '${own.name}';\nexport default ${config};\n`;
const cjs = (config: string, helper = ''): string => `${helper}const secureNode = require('${own.name}');\nmodule.exports = ${config};\n`;
const helper = { esm: "import { defineConfig } from 'eslint/config';\n", cjs: "const { defineConfig } = require('eslint/config');\n" };

const forms: readonly Form[] = [
  { title: 'recommended, object, ESM', file: 'eslint.config.js', text: esm('[secureNode.configs.recommended]'), strict: false },
  { title: 'strict, object, ESM', file: 'eslint.config.mjs', text: esm('[secureNode.configs.strict]'), strict: true },
  { title: 'recommended, object, CommonJS', file: 'eslint.config.cjs', text: cjs('[secureNode.configs.recommended]'), strict: false },
  { title: 'strict, object spread with files, CommonJS', file: 'eslint.config.cjs', text: cjs("[{ ...secureNode.configs.strict, files: ['**/*.{js,cjs}'] }]"), strict: true },
  { title: 'recommended, string, ESM', file: 'eslint.config.js', text: esm(strings('recommended'), helper.esm), strict: false, from: '9.22' },
  { title: 'strict, string, CommonJS', file: 'eslint.config.cjs', text: cjs(strings('strict'), helper.cjs), strict: true, from: '9.22' },
  { title: 'strict, string, TypeScript', file: 'eslint.config.ts', text: esm(strings('strict'), helper.esm), strict: true, from: '9.22' },
  { title: 'recommended, object, TypeScript', file: 'eslint.config.mts', text: esm('[secureNode.configs.recommended]'), strict: false, from: '9.18' },
];

const before = (a: string, b: string): boolean => {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  return major !== otherMajor ? major < otherMajor : minor < otherMinor;
};

// The second is the first with `defineConfig`, and so with strings in `extends`.
const versions = ['9.15.0', '9.22.0', '9.39.5', '10.0.0', own.devDependencies.eslint ?? ''];

describe.each(versions)('ESLint %s', (version) => {
  let project: Project;

  beforeAll(() => {
    // jiti is what ESLint reads TypeScript configs by.
    project = makeProject(installed({ ...own.dependencies, eslint: version, jiti: '2.6.1' }));
    project.write('dangerous.js', dangerous);
    project.write('safe.js', safe);
    project.write('line.cjs', shellLine);
  }, 300_000);

  afterAll(() => project.remove());

  test.each(forms.filter(({ from }) => from === undefined || !before(version, from)))(
    '$title',
    ({ file, text, strict }) => {
      project.write(file, text);
      const found = project.lint(['--config', file, 'dangerous.js', 'safe.js', 'line.cjs']);
      expect(ruleIds(found['dangerous.js'])).toEqual(['secure-node/no-sql-injection']);
      expect(ruleIds(found['safe.js'])).toEqual([]);
      expect(ruleIds(found['line.cjs'])).toEqual(strict ? ['secure-node/no-dynamic-shell-command'] : []);
    },
    60_000,
  );

  test('a wrong setting is an error that names it, and a wrong option', () => {
    project.write('eslint.config.mjs', esm("[secureNode.configs.recommended, { settings: { 'secure-node': { origins: ['remot'] } } }]"));
    const setting = project.eslint('--config', 'eslint.config.mjs', 'dangerous.js');
    expect([setting.status, setting.stderr]).toEqual([2, expect.stringContaining("settings['secure-node'].origins")]);
    project.write('eslint.config.mjs', esm("[secureNode.configs.recommended, { rules: { 'secure-node/no-sql-injection': ['error', { unsur: true }] } }]"));
    const option = project.eslint('--config', 'eslint.config.mjs', 'dangerous.js');
    expect([option.status, option.stderr]).toEqual([2, expect.stringContaining('unsur')]);
  }, 60_000);

  test('--fix repairs, and leaves nothing', () => {
    project.write('eslint.config.mjs', esm('[secureNode.configs.recommended]'));
    project.write('fix.js', dangerous);
    expect(project.lint(['--config', 'eslint.config.mjs', '--fix', 'fix.js'])).toEqual({ 'fix.js': [] });
    expect(project.read('fix.js')).toBe(safe);
  }, 60_000);

  test('is the version that runs', () => expect(project.eslint('--version').stdout.trim()).toBe(`v${version}`));
});
