/**
 * Builds dist: one ESM bundle per entry (160 small files load twice as slow as one), and a declaration that names only `eslint`,
 * so that users need none of our tools to type-check their config.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

const file = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(file(name), 'utf8');

/** The types of a module that imports nothing, as declarations. */
const declarationsOf = (name: string): string => {
  const { outputText } = ts.transpileDeclaration(read(name), { fileName: name, compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } });
  return outputText.trim();
};

/** The source text of one exported interface, with its comments. */
const interfaceOf = (name: string, wanted: string): string => {
  const source = ts.createSourceFile(name, read(name), ts.ScriptTarget.ES2022, true);
  const found = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === wanted);
  if (found === undefined) throw new Error(`${name} has no interface ${wanted}`);
  return found.getFullText().trim();
};

const declaration = `import type { Linter, Rule } from 'eslint';

${declarationsOf('src/model/dsl.ts')}

${interfaceOf('src/settings.ts', 'SecureNodeSettings')}

/** The plugin. Use a config of it: \`export default [plugin.configs.recommended]\`. */
declare const plugin: {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: { readonly recommended: Linter.Config; readonly strict: Linter.Config; readonly all: Linter.Config };
};
export { plugin as default, plugin as 'module.exports' };
`;

const sarifDeclaration = `import type { ESLint } from 'eslint';

declare const format: ESLint.FormatterFunction;
export default format;
`;

const { dependencies = {} } = JSON.parse(read('package.json')) as { dependencies?: Record<string, string> };

/** At once: who reads dist meanwhile finds a whole plugin there, the old one or the new one. */
const put = (name: string, contents: string | Uint8Array): void => {
  writeFileSync(`${name}.new`, contents);
  renameSync(`${name}.new`, name);
};

const { metafile, outputFiles } = await build({
  absWorkingDir: file('.'),
  entryPoints: ['src/index.ts', 'src/sarif.ts', 'src/cache.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  external: ['eslint', ...Object.keys(dependencies)],
  // Comments of modules that were bundled in must not be lost where a licence asks for it.
  legalComments: 'inline',
  logLevel: 'warning',
  metafile: true,
  write: false,
});
mkdirSync(file('dist'), { recursive: true });
for (const { path, contents } of outputFiles) put(path, contents);
put(file('dist/index.d.ts'), declaration);
put(file('dist/sarif.d.ts'), sarifDeclaration);
put(file('dist/cache.d.ts'), `${declarationsOf('src/cache.ts')}\n`);

// What an earlier build left.
const written = new Set(Object.keys(metafile.outputs).flatMap((output) => [output, output.replace(/\.js$/, '.d.ts')]));
for (const name of readdirSync(file('dist'))) {
  if (!written.has(`dist/${name}`)) rmSync(file(`dist/${name}`), { recursive: true });
}
