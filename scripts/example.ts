/** The vulnerable shop as something to lint: where it is, what the plugin says of it, and copies that may be repaired. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';

export const root = fileURLToPath(new URL('../', import.meta.url));
export const shop = path.join(root, 'examples', 'vulnerable-shop');

/** The rules that the shop has flaws for. */
export const shopRules = [
  'no-blocking-in-handler',
  'no-code-injection',
  'no-command-injection',
  'no-dynamic-shell-command',
  'no-hardcoded-secret',
  'no-header-injection',
  'no-incomplete-sanitization',
  'no-incomplete-url-check',
  'no-insecure-tls',
  'no-ldap-xpath-injection',
  'no-log-injection',
  'no-mass-assignment',
  'no-nosql-injection',
  'no-open-redirect',
  'no-path-traversal',
  'no-prototype-pollution',
  'no-public-root',
  'no-reflected-xss',
  'no-regex-injection',
  'no-sql-injection',
  'no-ssrf',
  'no-stack-in-response',
  'no-template-injection',
  'no-type-confusion',
  'no-unbounded-resource',
  'no-unsafe-deserialization',
  'no-unsafe-regex',
  'no-xxe',
  'require-jwt-verification',
  'require-parameterized-query',
  'no-unsafe-package',
  'no-secret-in-log',
  'no-secret-in-response',
  'no-root-privilege',
  'no-unsafe-buffer',
  'require-async-error-handling',
  'require-secure-cookie',
  'require-session-hardening',
  'no-insecure-random',
  'no-weak-hash',
  'no-timing-unsafe-compare',
  'require-password-kdf',
  'no-weak-cipher',
  'no-permissive-cors',
  'require-rate-limit',
  'require-body-limit',
  'require-csrf-protection',
  'require-security-headers',
] as const;

export type Preset = 'recommended' | 'strict';

interface Plugin {
  readonly configs: Readonly<Record<Preset, Linter.Config>>;
}

const built = path.join(root, 'dist', 'index.js');

export const build = (): void => {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
};

/** The plugin as users get it, built first if it is not. */
export const loadPlugin = async (): Promise<Plugin> => {
  if (!existsSync(built)) build();
  const { default: plugin } = (await import(pathToFileURL(built).href)) as { default: Plugin };
  return plugin;
};

const eslintFor = async (directory: string, preset: Preset, fix: boolean): Promise<ESLint> => {
  const { configs } = await loadPlugin();
  return new ESLint({
    cwd: directory,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.js', '**/*.ts'] }, { files: ['**/*.ts'], languageOptions: { parser } }, configs[preset]],
    fix,
  });
};

/** Lints a shop; `filePath` of the results is made relative to it. */
export const lint = async (directory: string, preset: Preset): Promise<ESLint.LintResult[]> => {
  const eslint = await eslintFor(directory, preset, false);
  const results = await eslint.lintFiles(['.']);
  return results.map((result) => ({ ...result, filePath: path.relative(directory, result.filePath).replaceAll(path.sep, '/') }));
};

/** Repairs a shop in place, as `eslint --fix` does. */
export const repair = async (directory: string, preset: Preset): Promise<void> => {
  const eslint = await eslintFor(directory, preset, true);
  await ESLint.outputFixes(await eslint.lintFiles(['.']));
};

/** A copy beside the original, so that it finds the same packages; git does not see it. */
export const copyShop = async (): Promise<string> => {
  const place = path.join(root, 'examples', '.cache');
  await mkdir(place, { recursive: true });
  const copy = await mkdtemp(path.join(place, 'shop-'));
  await cp(shop, copy, { recursive: true });
  return copy;
};
