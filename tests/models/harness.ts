/**
 * Tests of models, a row a path: what is reported with the path, and what is not without it. In the code of a row
 *
 *   INPUT     is a value from outside, of every kind        SINK(x)   takes what comes, of every kind
 *   EACH      is the alternative of the path's first `{a,b}` or `('a'|'b')`, EACH2 of its second: the row is run for each
 *
 * The first line of a row may say where its file is, for models that know exports by their folder: `// file: /models/app/route.ts`.
 * A path with a test for a version is run as in a project of old packages (`tests/fixtures/old-packages`), and must not hold elsewhere.
 * A path may name some of the alternatives that the model has, or `{*}` for all; `path#2` is the second entry with this path.
 * Each row is run twice: with all models it must hold; and with the path taken out of its model it must not, so the path is what
 * makes it hold. Last, `describeModel` asks for a row for every path of the model.
 */
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as tsParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { createAnalysis, type Analysis, type Finding, type SourceFile } from '../../src/engine/index.ts';
import { defineModel, type Kind, type Mark, type Model, type Origin, type Schema } from '../../src/model/dsl.ts';
import { bit, kindNames, untrusted } from '../../src/model/kinds.ts';
import type { Api } from '../../src/model/graph.ts';
import { Registry } from '../../src/model/registry.ts';
import { models } from '../../src/models/index.ts';
import { entriesOf, expand, MARKS, matching, type Entry, type Section } from './entries.ts';
import { KNOWN } from './known.ts';

const harness = defineModel({
  modules: ['harness'],
  sources: { remote: ['receive()'], error: ['receive()'], secret: ['receive()'], password: ['receive()'], random: ['receive()'] },
  sinks: Object.fromEntries(kindNames.map((kind) => [kind, ['SINK[0]']])),
});

export interface Row {
  readonly section: Section;
  readonly key: string;
  readonly path: string;
  readonly code: string;
  /** The same, done safely (of sanitizers, guards and schemas: dangerously). */
  readonly twins: readonly string[];
  /** Nothing is reported where the path holds. */
  readonly silent: boolean;
}

const row =
  <Key extends string>(section: Section, silent = false) =>
  (key: Key, path: string, code: string, ...twins: readonly string[]): Row => ({ section, key, path, code, twins, silent });

/** `code` is reported for this kind at this path; its safe twins are not. */
export const sink = row<Kind>('sink');
/** What `code` gives to SINK is of this origin and has the kinds of this source. */
export const source = row<Exclude<Origin, 'library'>>('source');
/** `code` gives SINK nothing of this kind; its dangerous twins do. */
export const clean = row<Kind | '*'>('clean', true);
/** The same of a check. */
export const guard = row<Kind | '*'>('guard', true);
/** What `code` shows is met only by this way to the type. */
export const way = row<string>('way');
/** The function in `code`, or a call, has the mark. */
export const mark = row<Mark>('mark');
/** What a schema promises: `code` gives SINK nothing (of `text`: no object; of a pattern: no SQL); its twins do. */
export const schema = row<keyof Schema>('schema', true);
/** What it does not: `code` gives SINK something, which nobody would know of without the path; its twins do not. */
export const lets = row<keyof Schema>('schema');
/** `code` is reported since this call hands on what it is given. */
export const flow = (path: string, code: string, ...twins: readonly string[]): Row => row('flow')('', path, code, ...twins);

const full = new Registry([harness, ...models]);
const linter = new Linter({ configType: 'flat' });

/** Where packages are so old that tests for a version hold; elsewhere the version is not known, and they do not. */
const OLD = fileURLToPath(new URL('../fixtures/old-packages/row.ts', import.meta.url));

const parse = (text: string, filename: string): SourceFile => {
  const [problem] = linter.verify(text, [{ files: ['**/*.ts'], languageOptions: { parser: tsParser as Linter.Parser, sourceType: 'module' } }], { filename: 'row.ts' });
  if (problem) throw new Error(`${problem.message} in line ${problem.line} of\n${text}`);
  const code = linter.getSourceCode();
  return {
    filename,
    cwd: '/models',
    text,
    ast: code.ast as unknown as TSESTree.Program,
    scopes: code.scopeManager as unknown as SourceFile['scopes'],
    visitorKeys: code.visitorKeys as SourceFile['visitorKeys'],
  };
};

/** The models that a text speaks of, by import or by `express:Request`. */
const spokenOf = (text: string): readonly Model[] => {
  const names = new Set([...text.matchAll(/['"](((?:node:)?[@\w./-]+)(?::\w+)?)/g)].flatMap((m) => [m[1], m[2]]));
  return models.filter((model) => model.modules.some((name) => names.has(name) || (isBuiltin(name) && names.has(`node:${name}`))));
};

const links = new Map(models.map((model) => [model, spokenOf(JSON.stringify([model.types, model.sinks, model.marks, model.schemas]))]));

/** These models, and those that they speak of. */
const withLinks = (start: readonly Model[]): readonly Model[] => {
  const found = new Set(start);
  for (const model of found) for (const other of links.get(model) ?? []) found.add(other);
  return [...found];
};

const [globals] = spokenOf("'global'");

const registries = new Map<string, Registry>();
let latest: Entry | undefined;

/** The registry of these models, `model` without the entry if there is one; kept while the rows speak of one entry. */
const registryOf = (few: readonly Model[], model: Model, entry: Entry, without: boolean): Registry => {
  if (latest !== entry) registries.clear();
  latest = entry;
  const key = `${without} ${few.map((one) => models.indexOf(one)).join()}`;
  const registry = registries.get(key) ?? new Registry([harness, ...few.map((one) => (without && one === model ? entry.without() : one))]);
  registries.set(key, registry);
  return registry;
};

const analyse = (file: SourceFile, registry: Registry): Analysis => {
  const analysis = createAnalysis(file, registry, { origins: untrusted.filter((one) => one !== 'library'), marks: MARKS });
  analysis.findings('sql');
  if (analysis.diagnostics.errors.length > 0) throw analysis.diagnostics.errors[0];
  return analysis;
};

/** `*.query`: what is reported whatever the driver is proves nothing of a driver's model. */
const findings = (analysis: Analysis, sure: boolean, byName = false): Finding[] =>
  kindNames.flatMap((kind) => analysis.findings(kind)).filter((f) => (!sure || f.sure) && (byName || !f.sink.path.includes(':*.')));
const print = (found: readonly Finding[]): string => {
  const lines = [...new Set(found.map((f) => `${f.kind} of ${f.origin.what} at ${f.sink.path}${f.sure ? '' : ' (unsure)'}`))];
  return lines.length === 0 ? 'nothing' : lines.slice(0, 3).join('; ') + (lines.length > 3 ? ` and ${lines.length - 3} more` : '');
};

/** Marks of what a library gives, which calls are handed or made on. */
const BY_VALUE: readonly string[] = ['app', 'plain', 'csrf', 'headers', 'requestBody'];
const valuesOf = (analysis: Analysis): readonly Api[] =>
  analysis.calls().flatMap(({ receiver, args }) => [...(receiver ? [receiver] : []), ...args].flatMap(({ refs }) => refs.flatMap((ref) => (ref.k === 'api' ? [ref.api] : []))));

/** What an analysis says of an entry: it holds if there is something (of sanitizers and guards: nothing). */
const answers = (analysis: Analysis, { section, key, path }: Entry, module: string, silent: boolean): string => {
  const found = findings(analysis, !silent, path.startsWith('*.'));
  switch (section) {
    case 'sink':
      return print(found.filter((f) => f.kind === key && f.sink.path === `${module}:${path}`));
    case 'source':
      return print(found.filter((f) => f.origin.what === key));
    case 'clean':
    case 'guard':
      return print(found.filter((f) => key === '*' || f.kind === key));
    case 'schema':
      // a step of which nobody knows what it promises: nothing for sure; nor before functions of the file are known
      return print(found.filter((f) => (!['unseen', 'tested', 'turned'].includes(key) || f.sure) && (key !== 'text' || f.kind === 'nosql') && (!['matches', 'tested', 'turned'].includes(key) || f.kind === 'sql')));
    case 'mark':
      if (key === 'record') return print(found.filter((f) => f.sink.path === 'ecmascript:assign'));
      if (key === 'handler') return analysis.inHandlers().size > 0 ? 'a handler' : 'nothing';
      if (BY_VALUE.includes(key)) return `${valuesOf(analysis).filter(({ marks }) => marks.some((one) => one.mark === key)).length || 'nothing'}`;
      // what the head of a test makes takes values that nobody knows
      return `${[...analysis.calls(), ...analysis.placed().filter(({ value: { fact } }) => fact.constant ?? fact.refs.find((ref) => ref.k === 'fn'))].filter(({ marks }) => marks.some((one) => one === key)).length || 'nothing'}`;
    case 'flow':
      return print(found);
    case 'way':
      return shown(analysis).join('; ') || 'nothing';
  }
};

/** All that an analysis shows: a way or a flow proves itself by what changes without it. */
const shown = (analysis: Analysis): string[] => [
  ...(analysis.inHandlers().size > 0 ? ['a handler'] : []),
  ...analysis.calls().flatMap((call) => call.marks),
  ...analysis.placed().flatMap(({ marks, value: { fact } }) => (fact.constant ? [`${marks.join()} of ${String(fact.constant.value)}`] : [])),
  ...valuesOf(analysis).flatMap(({ marks }) => marks.filter(({ mark: one }) => BY_VALUE.includes(one)).map(({ mark: one }) => `a value for ${one}`)),
  ...findings(analysis, true).map((f) => `${f.kind} of ${f.origin.what} ${f.origin.text} at ${f.sink.path}`),
];

/** What a source has brought, if it is not what the model says. */
const wrongKinds = (analysis: Analysis, { key, mask }: Entry): string => {
  const found = new Set(findings(analysis, true).filter((f) => f.origin.what === key).map((f) => f.kind));
  // only a pattern is slow, and SINK is none
  const missing = kindNames.filter((kind) => kind !== 'slow' && (mask & bit[kind]) !== 0 && !found.has(kind));
  const extra = kindNames.filter((kind) => (mask & bit[kind]) === 0 && found.has(kind));
  return missing.length + extra.length > 0 ? `kinds missing: ${missing.join()}, not expected: ${extra.join()}` : '';
};

/** Why a row does not hold; empty if it does. */
const problem = (model: Model, head: string, { code, twins, silent }: Pick<Row, 'code' | 'twins' | 'silent'>, entry: Entry): string => {
  const [module] = model.modules;
  const fileOf = (body: string, old = entry.when?.version !== undefined): SourceFile => {
    const place = /^\/\/ file: (\S+)\n/.exec(body)?.[1];
    return parse(`import { receive, SINK } from 'harness';\nconst INPUT = receive();\n${head}\n${body}\n`, old ? OLD : (place ?? '/models/row.ts'));
  };
  const file = fileOf(code);
  const analysis = analyse(file, full);
  const answer = answers(analysis, entry, module, silent);
  if ((answer === 'nothing') !== silent) return `expected ${silent ? 'nothing' : 'a finding'}, but there is: ${silent ? answer : print(findings(analysis, false))}`;
  if (entry.section === 'source') {
    const wrong = wrongKinds(analysis, entry);
    if (wrong !== '') return wrong;
  }
  const few = withLinks([model, ...(globals ? [globals] : []), ...spokenOf(file.text)]);
  const bare = analyse(file, registryOf(few, model, entry, true));
  if (entry.section === 'mark') {
    if (answers(bare, entry, module, silent) === answer) return `the row holds without the path, too: ${answer}`;
  } else if (entry.section === 'way' || entry.section === 'flow') {
    if (shown(analyse(file, registryOf(few, model, entry, false))).join() === shown(bare).join()) return `nothing changes without the path: ${answer}`;
  } else if ((answers(bare, entry, module, silent) === 'nothing') === silent) return `the row holds without the path, too: ${answers(bare, entry, module, silent)}`;
  if (entry.when?.version !== undefined && answers(analyse(fileOf(code, false), full), entry, module, silent) === answer) return 'the row holds for any version';
  for (const twin of twins) {
    const other = answers(analyse(fileOf(twin), full), entry, module, silent);
    if ((other === 'nothing') === silent) return `the twin ${twin}: ${other}`;
  }
  return '';
};

const name = ({ section, key }: Pick<Row, 'section' | 'key'>, path: string): string => [section, key, path].filter((s) => s !== '').join(' ');

/** A test for every row, and one that asks whether every path of the model has its row. `head` stands above each row. */
export const describeModel = (model: Model, head: string, rows: readonly Row[]): void => {
  const [module] = model.modules;
  const entries = entriesOf(model);
  const proven = new Map<Entry, Set<string>>();
  const names = new Map<string, number>();
  describe(module, () => {
    for (const one of rows) {
      const [path = '', nth = '1'] = one.path.split('#');
      const match = matching(entries.filter((e) => e.section === one.section && e.key === one.key), path)[Number(nth) - 1];
      if (!match) {
        test(name(one, one.path), () => expect.fail('the model has no such path'));
        continue;
      }
      const { entry, expansions } = match;
      for (const { text, picks } of expansions) {
        proven.set(entry, (proven.get(entry) ?? new Set()).add(text));
        const fill = (code: string): string => code.replaceAll(/EACH(\d?)/g, (_, n: string) => picks[Number(n || 1) - 1] ?? '');
        const base = name(one, nth === '1' ? text : `${text}#${nth}`);
        const count = (names.get(base) ?? 0) + 1;
        names.set(base, count);
        const title = count > 1 ? `${base} (${count})` : base;
        test(title, () => {
          expect(expansions.length === 1 || [one.code, ...one.twins].some((code) => code.includes('EACH')), 'EACH stands for the alternatives').toBe(true);
          const wrong = problem(model, head, { ...one, code: fill(one.code), twins: one.twins.map(fill) }, entry);
          if (KNOWN.includes(`${module}: ${title}`)) expect(wrong, 'it holds now: take it off KNOWN').not.toBe('');
          else if (wrong !== '') expect.fail(`${wrong}\n${fill(one.code)}`);
        });
      }
    }
    test('every path has a row', () => {
      const described = rows.some((one) => one.section === 'schema');
      const open = entries.filter((entry) => described || entry.section !== 'schema').flatMap((entry) => expand(entry.path).filter((e) => proven.get(entry)?.has(e.text) !== true).map((e) => name(entry, e.text)));
      expect(open).toEqual([]);
    });
  });
};
