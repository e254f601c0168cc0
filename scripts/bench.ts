/**
 * What the rules cost: `npm run bench`, or `npm run bench -- real growth deep load` for some parts, and `rules` for each rule alone.
 * In one process the same files are linted by turns without rules (which is parsing, scopes and traversal) and with them; the
 * difference of the least times is the rules' time. Prints tables beside our bounds and exits 0: a busy machine is no failure.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type { default as plugin } from '../src/index.ts';
import { deepShapes, server } from './bench-cases.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const { default: built } = (await import(new URL('../dist/index.js', import.meta.url).href)) as { default: typeof plugin };

interface Program {
  readonly name: string;
  readonly text: string;
  readonly module: boolean;
  readonly typescript: boolean;
}

/**
 * What the ESLint class makes of a config once for all files. Given a plain array, `Linter` would validate the options of all rules anew for
 * each file, which costs as much as most files do and which no user pays. Not exported by ESLint, so by its file.
 */
const { FlatConfigArray } = (await import(new URL('../node_modules/eslint/lib/config/flat-config-array.js', import.meta.url).href)) as {
  FlatConfigArray: new (configs: Linter.Config[], options: { basePath: string }) => Linter.Config[] & { normalizeSync(): unknown };
};
const prepared = (configs: Linter.Config[]): Linter.Config[] => {
  const array = new FlatConfigArray(configs, { basePath: '/' });
  array.normalizeSync();
  return array;
};

const linter = new Linter({ configType: 'flat', cwd: '/' });
const none: Linter.Config = {};
const { recommended, strict } = built.configs;

/** The rules that came first, as `recommended` has them, have a bound of their own. */
const FIRST = /no-sql-injection|require-parameterized-query|no-command-injection|no-dynamic-shell-command|no-blocking-in-handler|no-stack-in-response/;
const first: Linter.Config = { ...recommended, rules: Object.fromEntries(Object.entries(recommended.rules ?? {}).filter(([name]) => FIRST.test(name))) };

const madeConfigs = new Map<Linter.Config, Map<string, Linter.Config[]>>();

const configFor = (program: Program, rules: Linter.Config): Linter.Config[] => {
  const made = madeConfigs.get(rules) ?? new Map<string, Linter.Config[]>();
  madeConfigs.set(rules, made);
  const key = `${program.module} ${program.typescript}`;
  let config = made.get(key);
  if (!config) {
    config = prepared([
      { ...rules, files: ['**/*.*'] },
      {
        files: ['**/*.*'],
        linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
        languageOptions: {
          sourceType: program.module ? 'module' : 'commonjs',
          ...(program.typescript ? { parser: tsParser as Linter.Parser } : {}),
        },
      },
    ]);
    made.set(key, config);
  }
  return config;
};

const lint = (program: Program, config: Linter.Config[]): Linter.LintMessage[] => linter.verify(program.text, config, program.typescript ? '/bench.ts' : '/bench.js');

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

interface Cost {
  /** Milliseconds without rules: parsing, scopes, traversal. */
  readonly base: number;
  /** Milliseconds that the rules add. */
  readonly rules: number;
  readonly findings: number;
}

/** The least of `rounds` turns, each of which lints all programs without rules and then with them: what else runs on the machine only adds. */
const measure = (programs: readonly Program[], rules: Linter.Config, rounds: number): Cost => {
  const bare = programs.map((program) => configFor(program, none));
  const full = programs.map((program) => configFor(program, rules));
  const [without, added]: [number[], number[]] = [[], []];
  let findings = 0;
  const pass = (configs: readonly Linter.Config[][]): number => {
    findings = 0;
    const start = performance.now();
    programs.forEach((program, i) => (findings += lint(program, configs[i] ?? []).filter(({ ruleId }) => ruleId !== null).length));
    return performance.now() - start;
  };
  // Two rounds to warm up, which do not count.
  for (let round = -2; round < rounds; round++) {
    const [a, b] = [pass(bare), pass(full)];
    if (round < 0) continue;
    without.push(a);
    added.push(b);
  }
  const base = Math.min(...without);
  return { base, rules: Math.max(0, Math.min(...added) - base), findings };
};

const generated = (name: string, text: string): Program => ({ name, text, module: true, typescript: false });

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(file);
    return /\.(?:[cm]?js|ts)$/.test(entry.name) && !/\.d\.ts$/.test(entry.name) ? [file] : [];
  });

/** The programs of a folder that parse, at most so many, spread over it. */
const programsIn = (folder: string, most: number): Program[] => {
  const files = sourcesIn(path.join(root, folder)).sort();
  const step = Math.max(1, files.length / most);
  return Array.from({ length: Math.min(most, files.length) }, (_, i) => files[Math.floor(i * step)] ?? '')
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      const typescript = file.endsWith('.ts');
      return { name: file, text, typescript, module: typescript || /\.mjs$/.test(file) || /^\s*(?:import\s[^(]|export\s)/m.test(text) };
    })
    .filter((program) => !lint(program, configFor(program, none)).some(({ fatal }) => fatal === true));
};

const table = (title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void => {
  const cells = [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell)));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of cells) console.log(`  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`);
};

/** What is being measured, on the other stream, so that the tables stay what is printed. */
const say = (text: string): void => console.error(`  … ${text}`);

const within = (value: number, bound: number): string => (value <= bound ? `<= ${bound}` : `over ${bound}`);

const realFolders: readonly [folder: string, most: number][] = [
  ['node_modules/express', 40],
  ['node_modules/body-parser', 40],
  ['node_modules/pg', 40],
  ['node_modules/knex', 60],
  ['node_modules/send', 10],
  ['node_modules/eslint/lib', 60],
  ['src', 60],
];

const real = (): void => {
  const rows: (string | number)[][] = [];
  const all = realFolders.map(([folder, most]) => [folder, programsIn(folder, most)] as const);
  // the engine warms up on everything, as in a run over a project; else the first folder would pay for the others
  say('warming up on all packages');
  for (const [, programs] of all) measure(programs, strict, 4);
  for (const [name, config, bound] of [['first rules', first, 0.3], ['recommended', recommended, 0.4], ['strict', strict, 0.4]] as const) {
    const costs = all.map(([folder, programs]) => {
      say(`${name}: ${programs.length} files of ${folder}, 11 rounds`);
      return [folder, programs, measure(programs, config, 9)] as const;
    });
    for (const [folder, programs, { base, rules, findings }] of costs) rows.push([`${name} ${folder}`, String(programs.length), base, rules, rules / base, String(findings), within(rules / base, bound)]);
    const base = costs.reduce((sum, [, , cost]) => sum + cost.base, 0);
    const rules = costs.reduce((sum, [, , cost]) => sum + cost.rules, 0);
    rows.push([`${name}, all`, String(costs.reduce((sum, [, programs]) => sum + programs.length, 0)), base, rules, rules / base, '', within(rules / base, bound)]);
  }
  table('Rules on real packages, against parse and traverse', ['config', 'files', 'parse ms', 'rules ms', 'ratio', 'findings', 'bound'], rows);
};

const growth = (): void => {
  const sizes = [50, 100, 200, 400, 800];
  const costs = sizes.map((size) => {
    say(`a server of ${size} handlers, 9 rounds`);
    return measure([generated('server', server(size))], recommended, 7);
  });
  const perHandler = costs.map(({ rules }, i) => rules / (sizes[i] ?? 1));
  const unit = perHandler[1] ?? 0;
  table(
    'Growth with the number of handlers in one file (recommended)',
    ['handlers', 'parse ms', 'rules ms', 'ratio', 'ms a handler', 'against 100', 'findings', 'bound'],
    costs.map(({ base, rules, findings }, i) => {
      const relative = unit > 0 ? (perHandler[i] ?? 0) / unit : 1;
      return [String(sizes[i]), base, rules, rules / base, (perHandler[i] ?? 0).toFixed(3), relative, String(findings), sizes[i] === 800 ? within(relative, 1.2) : ''];
    }),
  );
};

const deep = (): void => {
  const rows = [...deepShapes].map(([name, text]) => {
    say(name);
    try {
      const { base, rules, findings } = measure([generated(name, text)], recommended, 5);
      return [name, base, base + rules, (base + rules) / base, String(findings), within((base + rules) / base, 3)];
    } catch (error) {
      return [name, '', '', '', '', `threw: ${String(error).split('\n')[0] ?? ''}`];
    }
  });
  table('Deep shapes (recommended)', ['shape', 'without ms', 'with ms', 'times', 'findings', 'bound'], rows);
};

const load = (): void => {
  const code = `await import('eslint');
const before = process.cpuUsage();
await import(${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)});
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);`;
  const once = (): number => Number(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' }));
  say('loading it in 9 processes');
  const times = Array.from({ length: 9 }, once);
  table('Loading after eslint, CPU ms of 9 processes', ['', 'median', 'least', 'bound'], [['import', median(times), Math.min(...times), within(median(times), 60)]]);
};

/** Each rule alone: the analysis is shared, so each of these pays for all of it. */
const alone = (): void => {
  const programs = [generated('server', server(100)), ...programsIn('node_modules/knex', 30)];
  const rows = Object.keys(built.rules ?? {}).map((name) => {
    say(name);
    const only = { plugins: { 'secure-node': built }, rules: { [`secure-node/${name}`]: 'error' } } satisfies Linter.Config;
    const { base, rules, findings } = measure(programs, only, 5);
    return [name, rules, rules / base, String(findings)];
  });
  table('Each rule alone, on 100 handlers and knex', ['rule', 'ms', 'ratio', 'findings'], rows);
};

const parts = new Map([['real', real], ['growth', growth], ['deep', deep], ['load', load], ['rules', alone]]);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.has(name));
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${[...parts.keys()].join(', ')}`);
  process.exitCode = 2;
} else {
  console.log(`Node ${process.version}, ESLint ${Linter.version}, ${Object.keys(recommended.rules ?? {}).length} rules in recommended, ${Object.keys(built.rules ?? {}).length} in all`);
  for (const [name, run] of parts) if (wanted.length > 0 ? wanted.includes(name) : name !== 'rules') run();
}
