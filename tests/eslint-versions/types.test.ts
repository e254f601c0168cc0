/** The declarations, by the compilers that people have, beside the types of ESLint at both ends of our range: right configs pass, wrong ones are refused. */
import { afterAll, describe, expect, test } from 'vitest';
import { installed, makeProject, own, type Project } from '../packed.ts';

const projects: Project[] = [];
afterAll(() => projects.forEach((project) => project.remove()));

const config = `import type { Linter } from 'eslint';
import secureNode, { defineModel, type SecureNodeSettings } from '${own.name}';
import format from '${own.name}/sarif';

const db = defineModel({ modules: ['./src/db.ts'], sinks: { sql: [{ at: 'run[0]', bind: { values: '[1]', style: '?' } }] } });
const settings: SecureNodeSettings = { origins: ['remote', 'cli'], fixes: 'migrate', crossFile: { depth: 2 }, models: [db], assume: { proxy: ['tls'] } };
export const log: string | Promise<string> = format([], { cwd: '/', rulesMeta: {} });
export const prefix: string = secureNode.meta.namespace;
const configs: Linter.Config[] = [secureNode.configs.recommended, { ...secureNode.configs.strict, files: ['**/*.ts'] }, { settings: { 'secure-node': settings } }];
export default configs;
`;

const strings = `import { defineConfig } from 'eslint/config';
import secureNode, { type SecureNodeSettings } from '${own.name}';
export default defineConfig([
  secureNode.configs.recommended,
  { files: ['**/*.ts'], plugins: { 'secure-node': secureNode }, extends: ['secure-node/strict'], settings: { 'secure-node': { fixes: 'none' } satisfies SecureNodeSettings } },
]);
`;

const wrong: readonly [what: string, text: string, says: RegExp][] = [
  ['an origin', "export const a: SecureNodeSettings = { origins: ['remot'] };", /remot/],
  ['a key', "export const a: SecureNodeSettings = { origin: ['remote'] };", /origin/],
  ['a value', "export const a: SecureNodeSettings = { fixes: 'all' };", /all/],
  ['a depth', "export const a: SecureNodeSettings = { crossFile: { depth: '3' } };", /string/],
  ['a config', 'export const a = secureNode.configs.recomended;', /recomended/],
  ['a kind', "export const a = defineModel({ modules: ['a'], sinks: { sqll: [] } });", /sqll/],
];

// The first has types of its own from 9.10, and no `eslint/config`.
describe.each(['9.15.0', own.devDependencies.eslint ?? ''])('beside ESLint %s', (eslint) => {
  test.each(['5.9.3', own.devDependencies.typescript ?? '', '7.0.2'])(
    'TypeScript %s',
    (typescript) => {
      const project = makeProject(installed({ ...own.dependencies, eslint, typescript }));
      projects.push(project);
      const compile = (): string => {
        const { stdout, stderr, status } = project.run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.']);
        return status === 0 ? '' : stdout + stderr;
      };
      project.write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'NodeNext', target: 'ES2022', strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [], skipLibCheck: false }, include: ['*.ts'] }));
      project.write('config.ts', config);
      if (!eslint.startsWith('9.15')) project.write('strings.ts', strings);
      wrong.forEach(([, text], i) => project.write(`wrong${i}.ts`, `import secureNode, { defineModel, type SecureNodeSettings } from '${own.name}';\nvoid secureNode, defineModel;\nexport type Settings = SecureNodeSettings;\n${text}\n`));
      const errors = compile().split('\n').filter((line) => /^\S+\.ts\(/.test(line));
      // One error for each, on its line, and no other: none in the configs that are right.
      expect(errors.map((line) => line.replace(/,.*/s, ''))).toEqual(wrong.map((_, i) => `wrong${i}.ts(4`));
      wrong.forEach(([, , says], i) => expect(errors[i]).toMatch(says));
    },
    120_000,
  );
});
