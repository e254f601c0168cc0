/** The versions of Node.js that we name, at their lower ends, and of ESLint at both: each lints, repairs and writes SARIF. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { dangerous, here, installed, makeProject, own, ruleIds, safe, type Project } from '../packed.ts';

/** A build of Node.js as the package `node` on npm brings it; nothing where there is none for this machine. */
const nodeOf = (version: string): string | undefined => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  if (!['linux', 'darwin'].includes(process.platform) || !['x64', 'arm64'].includes(process.arch)) return undefined;
  const file = path.join(installed({ [name]: version }), name, 'bin/node');
  return existsSync(file) ? file : undefined;
};

describe.each(['20.19.0', '22.13.0', '24.21.0'])('Node.js %s', (version) => {
  let node: string | undefined;
  beforeAll(() => {
    node = nodeOf(version);
  }, 300_000);

  test.each(['9.15.0', own.devDependencies.eslint ?? ''])(
    'lints with ESLint %s',
    (eslint) => {
      if (node === undefined) return console.log(`  passed over: no Node.js ${version} for this machine`);
      const project: Project = makeProject(installed({ ...own.dependencies, eslint, ...here('@typescript-eslint/parser', 'typescript') }), 'commonjs');
      try {
        expect(project.run(node, ['--version']).stdout.trim()).toBe(`v${version}`);
        project.write('a.mjs', dangerous);
        project.write('b.ts', dangerous.replace('(req, res)', '(req: express.Request, res: express.Response)'));
        project.write('c.mjs', safe);
        const config = (rest: string): string => `[secureNode.configs.recommended, { files: ['**/*.ts'], languageOptions: { parser: ${rest} } }]`;
        // require of an ES module, without a flag and without a warning.
        project.write('eslint.config.js', `const secureNode = require('${own.name}');\nmodule.exports = ${config("require('@typescript-eslint/parser')")};\n`);
        project.write('eslint.config.mjs', `import secureNode from '${own.name}';\nimport * as parser from '@typescript-eslint/parser';\nexport default ${config('parser')};\n`);
        for (const file of ['eslint.config.js', 'eslint.config.mjs']) {
          const found = project.lint(['--config', file, 'a.mjs', 'b.ts', 'c.mjs'], node);
          expect(Object.values(found).map(ruleIds)).toEqual([['secure-node/no-sql-injection'], ['secure-node/no-sql-injection'], []]);
        }
        const bin = 'node_modules/eslint/bin/eslint.js';
        const { stderr, stdout } = project.run(node, [bin, '-f', `./node_modules/${own.name}/dist/sarif.js`, '.']);
        expect([stderr, (JSON.parse(stdout) as { runs: { results: unknown[] }[] }).runs[0]?.results.length]).toEqual(['', 2]);
        expect(project.run(node, [bin, '--fix', '.']).status).toBe(0);
        expect(project.read('a.mjs')).toBe(safe);
      } finally {
        project.remove();
      }
    },
    120_000,
  );
});

