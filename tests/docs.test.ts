/** Runs every example of the docs, so that none can be wrong. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from '../src/index.ts';
import type { SecureRule } from '../src/rule/create-rule.ts';
import { rules } from '../src/rules/index.ts';
import { readPage, type Example, type Page } from './doc-page.ts';

const root = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const markdownIn = (folder: string): string[] =>
  existsSync(new URL(folder, root)) ? readdirSync(new URL(folder, root)).filter((file) => file.endsWith('.md')) : [];

const ruleById = new Map(Object.entries(rules as Readonly<Record<string, SecureRule>>));
const linter = new Linter({ configType: 'flat' });

/** The configs under which an example runs: JavaScript by both parsers, for they must not differ. */
const configsFor = (example: Example, rule: string): Linter.Config[] => {
  const preset = example.values.get('config');
  const presetOptions = preset === 'recommended' || preset === 'strict' ? ruleById.get(rule)?.meta.docs.options?.[preset] : undefined;
  const options = (example.values.get('options') ?? presetOptions ?? []) as readonly unknown[];
  const isTypeScript = /tsx?$/.test(example.language);
  const sourceType = /^c/.test(example.language) || (/\brequire\(/.test(example.code) && !/^(?:import|export)\b/m.test(example.code)) ? 'commonjs' : 'module';
  return (isTypeScript ? [tsParser] : [undefined, tsParser]).map((parser) => ({
    files: ['**/*.*'],
    plugins: { 'secure-node': plugin },
    rules: { [`secure-node/${rule}`]: ['error', ...options] },
    settings: { 'secure-node': example.values.get('settings') ?? {} },
    languageOptions: {
      sourceType,
      ...(parser === undefined ? {} : { parser: parser as Linter.Parser }),
      parserOptions: { ecmaFeatures: { jsx: /x$/.test(example.language) } },
    },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  }));
};

const fileOf = (example: Example): string => String(example.values.get('filename') ?? `example.${example.language}`);

const lint = (example: Example, config: Linter.Config, code = example.code): Linter.LintMessage[] => {
  const messages = linter.verify(code, config, fileOf(example));
  const broken = messages.find((message) => message.ruleId === null);
  if (broken !== undefined) throw new Error(`line ${example.line + broken.line}: ${broken.message}\n${code}`);
  return messages;
};

const lines = (messages: readonly Linter.LintMessage[]): string => messages.map((message) => `${message.line}: ${message.message}`).join('\n');

const expectIncorrect = (example: Example, rule: string): void => {
  for (const config of configsFor(example, rule)) {
    const messages = lint(example, config);
    const wanted = example.values.has('errors') ? Number(example.values.get('errors')) : undefined;
    expect(messages, example.code).not.toHaveLength(0);
    if (wanted !== undefined) expect(lines(messages).split('\n'), example.code).toHaveLength(wanted);
  }
};

const expectCorrect = (example: Example, rule: string): void => {
  for (const config of configsFor(example, rule)) expect(lines(lint(example, config)), example.code).toBe('');
};

const applied = (code: string, suggestion: Linter.LintSuggestion): string =>
  code.slice(0, suggestion.fix.range[0]) + suggestion.fix.text + code.slice(suggestion.fix.range[1]);

/** What `--fix`, or the n-th suggestion of the first finding that has any, makes of `before` is `after`, and is clean. */
const expectRepair = (before: Example, after: Example, rule: string): void => {
  const number = after.flags.has('suggestion') ? 1 : after.values.has('suggestion') ? Number(after.values.get('suggestion')) : undefined;
  for (const config of configsFor(before, rule)) {
    if (number === undefined) {
      expect(linter.verifyAndFix(before.code, config, { filename: fileOf(before) }).output).toBe(after.code);
    } else {
      const messages = lint(before, config);
      expect(
        messages.map((message) => message.fix),
        'a suggestion, not a fix',
      ).toEqual(messages.map(() => undefined));
      const suggestion = messages.find((message) => (message.suggestions?.length ?? 0) > 0)?.suggestions?.[number - 1];
      expect(suggestion, `suggestion ${number} of\n${lines(messages)}`).toBeDefined();
      if (suggestion !== undefined) expect(applied(before.code, suggestion)).toBe(after.code);
    }
    expect(lines(lint(after, config)), after.code).toBe('');
  }
};

const expectNoRepair = (example: Example, rule: string): void => {
  for (const config of configsFor(example, rule)) {
    const messages = lint(example, config);
    expect(messages, example.code).not.toHaveLength(0);
    for (const message of messages) expect([message.fix, message.suggestions ?? []], message.message).toEqual([undefined, []]);
  }
};

/** What an example claims: said by a flag, else by its section. */
type Claim = 'incorrect' | 'correct' | 'before' | 'after' | 'neither';
const claimOf = (example: Example): Claim | undefined => {
  const said = (['incorrect', 'correct', 'before', 'after', 'neither'] as const).find((claim) => example.flags.has(claim));
  return said ?? (example.section === 'Incorrect' ? 'incorrect' : example.section === 'Correct' ? 'correct' : undefined);
};

const runExamples = (page: Page, ruleOf: (example: Example) => string | undefined): void => {
  page.examples.forEach((example, i) => {
    const claim = claimOf(example);
    const rule = ruleOf(example);
    if (claim === undefined || rule === undefined || claim === 'after') return;
    test(`line ${example.line}: ${claim}`, () => {
      expect(ruleById.has(rule), `a rule ${rule}`).toBe(true);
      if (claim === 'incorrect') return expectIncorrect(example, rule);
      if (claim === 'correct') return expectCorrect(example, rule);
      if (claim === 'neither') return expectNoRepair(example, rule);
      const after = page.examples[i + 1];
      if (after === undefined || claimOf(after) !== 'after') throw new Error(`no block marked 'after' follows the one of line ${example.line}`);
      expectRepair(example, after, rule);
    });
  });
};

const demanded = ['Why', 'Incorrect', 'Correct', 'What it sees and misses', 'Options', 'Fix'];

for (const file of markdownIn('docs/rules/')) {
  const rule = file.slice(0, -'.md'.length);
  describe(`docs/rules/${file}`, () => {
    const page = readPage(read(`docs/rules/${file}`));

    test('has the headings and an example of each side', () => {
      expect(page.headings).toEqual(demanded);
      expect(page.examples.map(claimOf)).toEqual(expect.arrayContaining(['incorrect', 'correct']));
    });

    test('tells of each option', () => {
      const options = /^## Options$(.*?)(?=^## |(?![^]))/ms.exec(read(`docs/rules/${file}`))?.[1] ?? '';
      const schemas = [ruleById.get(rule)?.meta.schema ?? []].flat() as readonly { properties?: object }[];
      const names = schemas.flatMap((schema) => Object.keys(schema.properties ?? {}));
      expect(names.filter((name) => !options.includes(`\`${name}\``))).toEqual([]);
    });

    test('shows the repair that its header promises, and marks what its examples show', () => {
      const meta = ruleById.get(rule)?.meta;
      const fixes = page.examples.filter((example) => example.section === 'Fix');
      expect(fixes.filter((example) => claimOf(example) === undefined).map((example) => example.line)).toEqual([]);
      const suggested = fixes.filter((example) => claimOf(example) === 'after' && (example.flags.has('suggestion') || example.values.has('suggestion')));
      const fixed = fixes.filter((example) => claimOf(example) === 'after' && !suggested.includes(example));
      expect({ fix: fixed.length > 0, suggestion: suggested.length > 0 }).toEqual({
        fix: meta?.fixable !== undefined,
        suggestion: meta?.hasSuggestions === true,
      });
    });

    runExamples(page, () => rule);
  });
}

for (const file of ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs/').map((name) => `docs/${name}`)]) {
  if (!existsSync(new URL(file, root))) continue;
  const page = readPage(read(file));
  if (page.examples.some((example) => example.values.has('rule'))) {
    describe(file, () => runExamples(page, (example) => example.values.get('rule') as string | undefined));
  }
}

test('an info string is read into flags and values', () => {
  const { examples, headings } = readPage('## Fix\n\n```ts before settings={"origins": ["cli"]} options=[{"a": {"b": 1}}] config=strict\nx;\n```\n');
  expect(headings).toEqual(['Fix']);
  expect(examples).toEqual([
    {
      section: 'Fix',
      line: 3,
      language: 'ts',
      code: 'x;\n',
      flags: new Set(['before']),
      values: new Map<string, unknown>([
        ['settings', { origins: ['cli'] }],
        ['options', [{ a: { b: 1 } }]],
        ['config', 'strict'],
      ]),
    },
  ]);
});
