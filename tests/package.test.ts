/** Packs the package as npm would, puts it alone into an empty project, and uses it there as a user would. Needs a build. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { publint } from 'publint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { own as pkg, packed as packedPackage, root } from './packed.ts';

const modules = path.join(root, 'node_modules');
const temp = mkdtempSync(path.join(os.tmpdir(), 'secure-node-package-'));

/** A project that has this package and what it declares, and nothing else: an undeclared dependency is not found. */
const makeProject = (eslint: string): string => {
  const folder = path.join(temp, eslint);
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  cpSync(packed, path.join(folder, 'node_modules', pkg.name), { recursive: true });
  symlinkSync(path.join(modules, eslint), path.join(folder, 'node_modules', 'eslint'));
  for (const name of Object.keys(pkg.dependencies)) {
    const to = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(to), { recursive: true });
    symlinkSync(path.join(modules, name), to);
  }
  write(folder, 'package.json', '{ "type": "module" }\n');
  return folder;
};

const write = (folder: string, name: string, text: string): void => writeFileSync(path.join(folder, name), text);

const node = (folder: string, ...args: string[]): string => {
  try {
    return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    // ESLint exits 1 where it reports something; its report is on stdout.
    if (stdout.startsWith('[')) return stdout;
    throw new Error(`${stdout}${stderr}`, { cause: error });
  }
};

const evaluate = (folder: string, code: string): unknown => JSON.parse(node(folder, '--no-warnings', '--input-type=module', '--eval', code));

let packed = '';
let [project10, project9] = ['', ''];

beforeAll(() => {
  packed = packedPackage();
  project10 = makeProject('eslint');
  project9 = makeProject('eslint-v9');
}, 60_000);

afterAll(() => rmSync(temp, { recursive: true, force: true }));

describe('the tarball', () => {
  test('holds what a user needs and no source, test or script', () => {
    const files = readdirSync(packed, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(packed, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.js', 'dist/index.d.ts', 'dist/sarif.js', 'dist/sarif.d.ts', 'dist/cache.js', 'dist/cache.d.ts', 'package.json']));
    expect(files.filter((file) => !/^(?:dist\/[\w-]+\.(?:js|d\.ts)|docs\/rules\/[\w-]+\.md|LICENSE|README\.md|package\.json)$/.test(file))).toEqual([]);
  });

  test('is clean for publint', async () => {
    const { messages } = await publint({ pkgDir: packed, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  test('loads nothing but Node and its declared dependencies', () => {
    const bundles = readdirSync(path.join(packed, 'dist')).filter((file) => file.endsWith('.js'));
    const loaded = bundles.flatMap((file) => ts.preProcessFile(readFileSync(path.join(packed, 'dist', file), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName));
    expect([...new Set(loaded)].filter((name) => !isBuiltin(name) && pkg.dependencies[name] === undefined)).toEqual([]);
  });
});

describe('in a project', () => {
  test('import and require give the same plugin', () => {
    const code = `
      import { createRequire } from 'node:module';
      import plugin, * as all from '${pkg.name}';
      const required = createRequire(process.cwd() + '/x.js')('${pkg.name}');
      console.log(JSON.stringify({ same: required === plugin, meta: plugin.meta, names: Object.keys(all), rules: Object.keys(plugin.rules) }));`;
    expect(evaluate(project10, code)).toEqual({
      same: true,
      meta: { name: pkg.name, version: pkg.version, namespace: 'secure-node' },
      names: ['default', 'defineModel', 'module.exports'],
      rules: Object.keys(rules),
    });
  });

  test.each([
    ['10', () => project10],
    ['9', () => project9],
  ])('lints with ESLint %s', (major, project) => {
    write(project(), 'eslint.config.js', `import secureNode from '${pkg.name}';\nexport default [secureNode.configs.all];\n`);
    write(
      project(),
      'app.js',
      `import express from 'express';\nimport pg from 'pg';\nconst pool = new pg.Pool();\nexpress().get('/', async (req, res) => {\n  res.json(await pool.query("SELECT * FROM users WHERE id = '" + req.query.id + "'"));\n});\n`,
    );
    expect(node(project(), 'node_modules/eslint/bin/eslint.js', '--version')).toMatch(new RegExp(`^v${major}\\.`));
    const [result] = JSON.parse(node(project(), 'node_modules/eslint/bin/eslint.js', '--format', 'json', 'app.js')) as [
      { messages: { ruleId: string | null; message: string }[]; fatalErrorCount: number },
    ];
    expect(result.fatalErrorCount).toBe(0);
    expect(result.messages.filter(({ ruleId }) => ruleId === null || !Object.hasOwn(rules, ruleId.replace('secure-node/', '')))).toEqual([]);
    // The one flow of the file, if the rule for it is there.
    expect(result.messages.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['no-sql-injection'].filter((name) => name in rules).map((name) => `secure-node/${name}`)));
  });

  test('CommonJS configs work too', () => {
    write(project10, 'eslint.config.cjs', `module.exports = [require('${pkg.name}').configs.recommended];\n`);
    expect(JSON.parse(node(project10, 'node_modules/eslint/bin/eslint.js', '--config', 'eslint.config.cjs', '--format', 'json', 'eslint.config.cjs'))).toMatchObject([
      { messages: [] },
    ]);
  });
});

describe('the types', () => {
  test('name only eslint', () => {
    for (const file of readdirSync(path.join(packed, 'dist')).filter((name) => name.endsWith('.d.ts'))) {
      const { importedFiles } = ts.preProcessFile(readFileSync(path.join(packed, 'dist', file), 'utf8'), true, true);
      expect(importedFiles.map(({ fileName }) => fileName).filter((name) => name !== 'eslint')).toEqual([]);
    }
  });

  test.each([
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
    ['Preserve', 'Bundler'],
  ])(
    'check a config under module %s',
    (module, moduleResolution) => {
      write(
        project10,
        'config.ts',
        `import { defineConfig } from 'eslint/config';
import secureNode, { defineModel, type SecureNodeSettings } from '${pkg.name}';

const db = defineModel({ modules: ['./src/db.ts'], sinks: { sql: [{ at: 'run[0]', bind: { values: '[1]', style: '?' } }] } });
const settings: SecureNodeSettings = { origins: ['remote', 'cli'], fixes: 'migrate', crossFile: { depth: 2 }, models: [db], assume: { proxy: ['tls'] } };
// @ts-expect-error an origin that is none
export const wrong: SecureNodeSettings = { origins: ['remot'] };
// @ts-expect-error a config that is none
export const missing = secureNode.configs.recomended.rules;
// @ts-expect-error a kind that is none
defineModel({ modules: ['a'], sinks: { sqll: [] } });
export const rule: string | undefined = secureNode.rules['no-sql-injection']?.meta?.docs?.url;
export default defineConfig([
  secureNode.configs.recommended,
  { files: ['**/*.ts'], plugins: { 'secure-node': secureNode }, extends: ['secure-node/strict'], settings: { 'secure-node': settings } },
]);
`,
      );
      const compilerOptions = { module, moduleResolution, target: 'ES2022', strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [], skipLibCheck: false };
      write(project10, 'tsconfig.json', JSON.stringify({ compilerOptions, files: ['config.ts'] }));
      expect(node(project10, path.join(modules, 'typescript/lib/tsc.js'), '-p', '.')).toBe('');
    },
    60_000,
  );
});

test('it loads in a moment, once eslint is there', () => {
  const code = `
    await import('eslint');
    const before = process.cpuUsage();
    await import('${pkg.name}');
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);`;
  // The least of several: what a busy machine adds is not ours.
  const times = Array.from({ length: 5 }, () => evaluate(project10, code) as number);
  expect(Math.min(...times)).toBeLessThan(60);
}, 60_000);
