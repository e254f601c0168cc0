/** The SARIF formatter, run by ESLint from the tarball: valid against the schema, whole, and the same result after lines have moved. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import format from '../../src/sarif.ts';
import { lineHashes } from '../../src/sarif/fingerprint.ts';
import { flowOf } from '../../src/sarif/flow.ts';
import { FileText } from '../../src/sarif/text.ts';
import { dangerous, here, installed, makeProject, own, root, type Project } from '../packed.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}
interface Place {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }; readonly region?: Region };
  readonly message?: { readonly text: string };
}
interface Fix {
  readonly description: { readonly text: string };
  readonly artifactChanges: readonly { readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: { readonly text: string } }[] }[];
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Place[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly codeFlows?: readonly { readonly threadFlows: readonly { readonly locations: readonly { readonly location: Place }[] }[] }[];
  readonly fixes?: readonly Fix[];
}
interface Descriptor {
  readonly id: string;
  readonly helpUri?: string;
  readonly help?: { readonly text: string; readonly markdown?: string };
  readonly properties: { readonly tags: readonly string[]; readonly 'security-severity'?: string };
}
interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly version?: string; readonly rules: readonly Descriptor[] } };
      readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[] }[];
      readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
      readonly results: readonly Result[];
    },
  ];
}

type Check = ((value: unknown) => boolean) & { readonly errors: unknown };

const shop = `import express from 'express';
import pg from 'pg';
import { exec } from 'node:child_process';

const pool = new pg.Pool();
const app = express();
const unused = 1;

function where(name) {
  return "name = '" + name + "'";
}

function find(text) {
  return pool.query('SELECT * FROM users WHERE ' + text);
}

app.get('/user', async (req, res) => {
  const { rows } = await find(where(req.query.name));
  res.json(rows);
});

app.get('/é', (req, res) => {
  const host = req.query.host;
  if (host == undefined) return res.end();
  exec('ping ' + host, () => res.end());
  // eslint-disable-next-line secure-node/no-command-injection -- known
  exec('ping ' + host, () => res.end());
});
`;

let project: Project;
let validate: Check;

const sarif = (...args: string[]): Sarif => {
  const { stdout, stderr } = project.eslint('-f', `./node_modules/${own.name}/dist/sarif.js`, ...args);
  try {
    return JSON.parse(stdout) as Sarif;
  } catch {
    throw new Error(stdout + stderr);
  }
};
const resultsOf = (log: Sarif, rule: string): Result[] => log.runs[0].results.filter(({ ruleId }) => ruleId === rule);
const flow = (result: Result | undefined): [string | undefined, Region | undefined][] =>
  (result?.codeFlows?.[0]?.threadFlows[0]?.locations ?? []).map(({ location }) => [location.message?.text, location.physicalLocation.region]);

const edited = (text: string, fix: Fix | undefined): string => {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const offset = (line = 0, column = 0): number => (starts[line - 1] ?? 0) + column - 1;
  const [replacement] = fix?.artifactChanges[0]?.replacements ?? [];
  const { startLine, startColumn, endLine, endColumn } = replacement?.deletedRegion ?? { startLine: 0 };
  return text.slice(0, offset(startLine, startColumn)) + (replacement?.insertedContent.text ?? '') + text.slice(offset(endLine, endColumn));
};

beforeAll(() => {
  // This package carries the schema of the standard, and a validator that it fits.
  const modules = installed({ '@microsoft/jest-sarif': '1.0.0-beta.0' });
  const load = createRequire(path.join(modules, '@microsoft/jest-sarif/package.json'));
  const Ajv = load('ajv') as new (options: object) => { addMetaSchema: (schema: unknown) => void; compile: (schema: unknown) => Check };
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
  ajv.addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'));
  validate = ajv.compile(load('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
  project = makeProject(installed({ ...own.dependencies, ...here('eslint', '@typescript-eslint/parser', '@typescript-eslint/eslint-plugin', 'typescript') }));
  project.write(
    'eslint.config.js',
    `import ts from '@typescript-eslint/eslint-plugin';
import * as parser from '@typescript-eslint/parser';
import secureNode from '${own.name}';
export default [
  { ...secureNode.configs.all, files: ['**/*.{js,ts}'] },
  { rules: { eqeqeq: 'warn', 'no-unused-vars': 'warn' } },
  { files: ['**/*.ts'], plugins: { ts }, languageOptions: { parser }, rules: { 'ts/no-explicit-any': 'error' } },
];
`,
  );
  project.write('app.js', shop);
  project.write('broken.js', 'const = ;\n');
  project.write('a folder/any.ts', 'export const x: any = 1;\n');
}, 300_000);

afterAll(() => project.remove());

describe('the formatter', () => {
  test('is valid by the schema, with findings of ours and of others, text that does not parse and a file of none', () => {
    const log = sarif('.');
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect([...new Set(log.runs[0].results.map(({ ruleId }) => ruleId))].sort()).toEqual(
      expect.arrayContaining(['eqeqeq', 'no-unused-vars', 'secure-node/no-command-injection', 'secure-node/no-sql-injection', 'ts/no-explicit-any']),
    );
    const [{ tool, invocations, results }] = log.runs;
    expect(tool.driver).toMatchObject({ name: 'ESLint', version: own.devDependencies.eslint });
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(invocations[0]?.executionSuccessful).toBe(false);
    expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('Parsing error');
    expect(sarif('app.js').runs[0].invocations).toEqual([{ executionSuccessful: true }]);
    const none = sarif('eslint.config.js');
    expect([validate(none), none.runs[0].results, none.runs[0].tool.driver.rules]).toEqual([true, [], []]);
  }, 60_000);

  test('tells of a rule what code scanning asks for', () => {
    const { rules: described } = sarif('.').runs[0].tool.driver;
    const sql = described.find(({ id }) => id === 'secure-node/no-sql-injection');
    const { docs } = rules['no-sql-injection'].meta;
    expect(sql?.helpUri).toBe(docs.url);
    expect(sql?.properties['security-severity']).toBe(docs.severity.toFixed(1));
    expect(sql?.properties.tags).toEqual(expect.arrayContaining(['security', 'external/cwe/cwe-089', 'CWE-89', ...docs.owasp.map((id) => `OWASP-${id}`)]));
    expect(sql?.help?.markdown).toMatch(/^## Why[\s\S]*## Fix/);
    // Links lead out of the log, and no mark of our own test of pages is left.
    expect(sql?.help?.markdown).not.toMatch(/\]\((?!https:|#)|^```\w+ /m);
    // Of a rule of others it knows less, and makes no vulnerability of it.
    const eqeqeq = described.find(({ id }) => id === 'eqeqeq');
    expect(eqeqeq?.helpUri).toContain('eslint.org');
    expect(eqeqeq?.properties['security-severity']).toBeUndefined();
    // GitHub takes twenty tags at most, and grades from 0.0 to 10.0.
    for (const { properties } of described) expect(properties.tags.length).toBeLessThanOrEqual(20);
  }, 60_000);

  test('shows the way from the source through each call to the sink', () => {
    const log = sarif('app.js');
    const [sql] = resultsOf(log, 'secure-node/no-sql-injection');
    const source = { startLine: 18, startColumn: 37, endLine: 18, endColumn: 51 };
    expect(flow(sql).slice(0, -1)).toEqual([
      ['`req.query.name`', source],
      ['where()', { startLine: 18 }],
      ['find()', { startLine: 18 }],
    ]);
    expect(flow(sql).at(-1)).toEqual([sql?.message.text, sql?.locations[0]?.physicalLocation.region]);
    // No call on the way, but a line.
    const [command] = resultsOf(log, 'secure-node/no-command-injection');
    expect(flow(command).map(([, region]) => region?.startLine)).toEqual([23, 25]);
    expect(resultsOf(log, 'eqeqeq').map(flow)).toEqual([[]]);
  }, 60_000);

  test('holds what --fix and each suggestion would do, as edits', () => {
    const { results } = sarif('.').runs[0];
    const any = results.find(({ ruleId }) => ruleId === 'ts/no-explicit-any');
    expect(any?.fixes?.map((fix) => [fix.description.text, edited('export const x: any = 1;\n', fix)])).toEqual([
      [expect.stringContaining('unknown'), 'export const x: unknown = 1;\n'],
      [expect.stringContaining('never'), 'export const x: never = 1;\n'],
    ]);
    project.write('fix.js', dangerous);
    const [sql] = resultsOf(sarif('fix.js'), 'secure-node/no-sql-injection');
    expect(edited(dangerous, sql?.fixes?.[0])).toContain('pool.query("SELECT * FROM users WHERE name = $1", [req.query.name])');
  }, 60_000);

  test('names files from the root of the repository, with what an address cannot hold escaped, and leaves out what comments suppress', () => {
    const uris = (log: Sarif): string[] => [...new Set(log.runs[0].results.flatMap(({ locations }) => locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri)))];
    const before = sarif('.');
    expect(uris(before)).toContain('a%20folder/any.ts');
    expect(resultsOf(before, 'secure-node/no-command-injection')).toHaveLength(1);
    mkdirSync(path.join(project.folder, '.git'), { recursive: true });
    const log = JSON.parse(
      format([{ filePath: path.join(project.folder, 'a folder/x.js'), messages: [{ ruleId: 'x', message: 'x', severity: 2, line: 1, column: 1 }] } as never], { cwd: path.join(project.folder, 'a folder') }),
    ) as Sarif;
    expect(uris(log)).toEqual(['a%20folder/x.js']);
    expect(log.runs[0].originalUriBaseIds['%SRCROOT%']?.uri).toMatch(/^file:\/\/\/.*\/secure-node-project-[^/]*\/$/);
  }, 60_000);

  test('gives a result the same fingerprint when lines move, and twins two', () => {
    const prints = (log: Sarif): string[] => log.runs[0].results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    project.write('moved.js', dangerous);
    const before = prints(sarif('moved.js'));
    project.write('moved.js', `// a line\n// and another\n\n${dangerous.replaceAll('  ', '    ')}`);
    expect(prints(sarif('moved.js'))).toEqual(before);
    const [, handler = ''] = /^(express[\s\S]*)$/m.exec(dangerous) ?? [];
    project.write('moved.js', `${dangerous}${handler}`);
    const twins = prints(sarif('moved.js'));
    expect(new Set(twins).size).toBe(twins.length);
    expect(twins.length).toBe(before.length * 2);
    // That of the upload step reads on into the lines that follow; ours does not.
    const ours = (print: string): unknown => (JSON.parse(print) as Record<string, string>)['secureNode/v1'];
    expect(twins.map(ours)).toEqual(expect.arrayContaining(before.map(ours)));
  }, 60_000);

  test('is written by each command of docs/ci.md', () => {
    const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
    const commands = [...new Set(Array.from(page.matchAll(/npx eslint .*-o eslint\.sarif \.$/gm), ([command]) => command))];
    expect(commands.length).toBe(3);
    for (const command of commands) {
      rmSync(path.join(project.folder, 'eslint.sarif'), { force: true });
      expect(project.run('sh', ['-c', command])).toMatchObject({ status: 1, stdout: '' });
      expect(validate(JSON.parse(project.read('eslint.sarif'))), command).toBe(true);
    }
  }, 60_000);

  test('is no part of what the plugin loads', () => {
    expect(readFileSync(path.join(project.folder, 'node_modules', own.name, 'dist/index.js'), 'utf8')).not.toContain('primaryLocationLineHash');
  });
});

describe('its parts', () => {
  test('the hash of lines is that of the upload step', () => {
    // Values of the tests of that step.
    expect(lineHashes('')).toEqual(['c129715d7a2bc9a3:1']);
    expect(lineHashes('a\nb\n\t\tc\n d')).toEqual(['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']);
    const mixed = lineHashes(' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End');
    expect(mixed).toEqual(['8b7cf3e952e7aeb2:1', 'b1ae1287ec4718d9:1', 'bff680108adb0fcc:1', 'c6805c5e1288b612:1', 'b86d3392aea1be30:1', 'e6ceba753e1a442:1']);
    expect(lineHashes(' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End')).toEqual(mixed);
  });

  test.each([
    ['`a.b` becomes part of SQL text through f() line 2, …, g() line 4: whoever', 'a.b\nf(a.b)\n\ng()\nsink', ['`a.b`@2', 'f()@2', 'g()@4', 'sink@5']],
    ['`a` becomes part of SQL text: whoever', 'let a = 1;\n\n\n\nsink', ['`a`@1', 'sink@5']],
    ['`sink` becomes part of SQL text: whoever', 'sink\n\n\n\nsink', []],
    ['`no` becomes part of SQL text: whoever', 'node; x.no;\n\n\n\nsink', []],
    ['`no` goes through line 3: whoever', 'node\n\n\n\nsink', []],
    ['Speak through f() line 1', '\n\n\n\nsink', []],
  ])('%s', (message, text, expected) => {
    const way = flowOf(message, { startLine: 5, startColumn: 1, endLine: 5, endColumn: 5 }, new FileText(text));
    expect(way.map((step) => `${step.text === message ? 'sink' : step.text}@${step.region.startLine}`)).toEqual(expected);
  });

  test('regions count as ESLint counts, whatever ends the lines', () => {
    const file = new FileText('\uFEFFa\r\nb\rc\u2028dé\n');
    expect([file.lines, file.line(1), file.line(4), file.line(9)]).toEqual([5, 'a', 'dé', '']);
    expect(file.region(7, 9)).toEqual({ startLine: 4, startColumn: 1, endLine: 4, endColumn: 3 });
    expect(file.at({ startLine: 4, startColumn: 1, endLine: 4, endColumn: 3 })).toBe('dé');
    expect(file.at({ startLine: 3 })).toBe('c');
  });

  test('messages without place, text or meta pass', () => {
    const log = format([
      { filePath: '<text>', messages: [{ ruleId: 'x', message: 'm', severity: 1 }, { ruleId: null, message: 'File ignored', severity: 1 }] } as never,
      { filePath: '/elsewhere/é.js', messages: [{ ruleId: 'x', message: 'm', severity: 2, line: 3, column: 0, fix: { range: [-1, 0], text: '' } }], source: 'a' } as never,
    ]);
    expect(validate(JSON.parse(log)), JSON.stringify(validate.errors)).toBe(true);
  });
});
