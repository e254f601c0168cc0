/**
 * Writes src/rules/index.ts and src/models/index.ts from the files of these folders; `--check` compares instead, prints
 * what differs and exits 1. A rule file exports `rule`, a model file one const named like the file in camelCase.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const header = '// Generated from the files of this folder by `npm run generate`.\n';

const camelCase = (name: string): string => name.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());

const modulesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();

const rulesIndex = (names: readonly string[]): string =>
  [
    header,
    ...names.map((name) => `import { rule as ${camelCase(name)} } from './${name}.ts';\n`),
    names.length > 0 ? '\nexport const rules = {\n' : '\nexport const rules = {',
    ...names.map((name) => `  '${name}': ${camelCase(name)},\n`),
    '};\n',
  ].join('');

/** In lines of at most so many characters. */
const MOST_WIDTH = 120;
function filled(names: readonly string[]): string[] {
  const rows: string[] = [];
  for (const name of names) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + name.length + 2 <= MOST_WIDTH) rows[rows.length - 1] = `${row} ${name},`;
    else rows.push(`  ${name},`);
  }
  return rows.map((row) => `${row}\n`);
}

const modelsIndex = (names: readonly string[]): string =>
  [
    header,
    `import type { Model } from '../model/dsl.ts';\n`,
    ...names.map((name) => `import { ${camelCase(name)} } from './${name}.ts';\n`),
    names.length > 0 ? '\nexport const models: readonly Model[] = [\n' : '\nexport const models: readonly Model[] = [',
    ...filled(names.map(camelCase)),
    '];\n',
  ].join('');

/** The generated files and what they should hold. */
export const expectedIndexes = (): ReadonlyMap<string, string> =>
  new Map([
    ['src/rules/index.ts', rulesIndex(modulesIn('src/rules'))],
    ['src/models/index.ts', modelsIndex(modulesIn('src/models'))],
  ]);

/** Lines that one text has and the other lacks, marked as in a diff; none where the texts are equal. */
export const indexDifferences = (): string[] =>
  [...expectedIndexes()].flatMap(([file, expected]) => {
    const full = path.join(root, file);
    const actual = existsSync(full) ? readFileSync(full, 'utf8') : '';
    if (actual === expected) return [];
    const [had, wants] = [actual.split('\n'), expected.split('\n')];
    return [
      file,
      ...had.filter((line) => !wants.includes(line)).map((line) => `- ${line}`),
      ...wants.filter((line) => !had.includes(line)).map((line) => `+ ${line}`),
    ];
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const differences = indexDifferences();
    if (differences.length > 0) {
      console.error(`Out of date, run \`npm run generate\`:\n${differences.join('\n')}`);
      process.exitCode = 1;
    }
  } else {
    for (const [file, text] of expectedIndexes()) writeFileSync(path.join(root, file), text);
  }
}
