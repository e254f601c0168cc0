/** What every rule owes: a doc, a test, a place in a config, and what code scanning wants to know of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { indexDifferences } from '../scripts/rule-index.ts';
import plugin from '../src/index.ts';
import { models } from '../src/models/index.ts';
import { version } from '../src/package.ts';
import type { SecureRule } from '../src/rule/create-rule.ts';
import { rules } from '../src/rules/index.ts';

const root = new URL('../', import.meta.url);
const has = (file: string): boolean => existsSync(new URL(file, root));
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const list = (folder: string, end: string): string[] =>
  has(folder)
    ? readdirSync(new URL(folder, root))
        .filter((file) => file.endsWith(end))
        .map((file) => file.slice(0, -end.length))
    : [];

const all = Object.entries(rules as Readonly<Record<string, SecureRule>>);
const names = all.map(([name]) => name);

describe('rules', () => {
  test('the indexes are up to date', () => expect(indexDifferences()).toEqual([]));

  test('each rule has a file, a doc and a test of its name, and none is orphaned', () => {
    expect(list('src/rules/', '.ts').filter((name) => name !== 'index')).toEqual(names);
    expect(list('docs/rules/', '.md').sort()).toEqual(names);
    expect(names.filter((name) => !has(`tests/rules/${name}.test.ts`))).toEqual([]);
  });

  test('a rule file is short', () => {
    expect(names.filter((name) => read(`src/rules/${name}.ts`).split('\n').length > 300)).toEqual([]);
  });

  test('names follow the ESLint convention and agree with the file', () => {
    expect(names.filter((name) => !/^(?:no|require)-[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
    expect(all.filter(([name, rule]) => rule.name !== name)).toEqual([]);
  });

  test('each rule is in the configs that it names', () => {
    for (const [name, { meta }] of all) {
      const id = `secure-node/${name}`;
      const { recommended } = meta.docs;
      expect([id in (plugin.configs.recommended.rules ?? {}), id in (plugin.configs.strict.rules ?? {}), id in (plugin.configs.all.rules ?? {})], name).toEqual([
        recommended === 'recommended',
        recommended !== false,
        true,
      ]);
    }
  });
});

describe.each(all)('%s', (name, { meta }) => {
  test('says what it is', () => {
    const { docs } = meta;
    expect(docs.description).toMatch(/^(?:disallow|enforce|require)\b.*[^.]$/);
    expect(docs.url).toMatch(new RegExp(`^https://.*/docs/rules/${name}\\.md$`));
    expect(docs.cwe.length).toBeGreaterThan(0);
    for (const cwe of docs.cwe) expect(cwe).toMatch(/^CWE-[1-9]\d*$/);
    expect(docs.owasp.length).toBeGreaterThan(0);
    for (const owasp of docs.owasp) expect(owasp).toMatch(/^A(?:0[1-9]|10):(?:2021|2025)$/);
    expect(docs.severity).toBeGreaterThanOrEqual(0);
    expect(docs.severity).toBeLessThanOrEqual(10);
  });

  test('speaks in one line', () => {
    const messages = Object.entries<string>(meta.messages);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter(([, text]) => /\n/.test(text) || text.trim() !== text || text === '')).toEqual([]);
  });

  test('describes each option and refuses unknown ones', () => {
    const schemas = [meta.schema].flat() as readonly { type?: string; additionalProperties?: boolean; properties?: Record<string, { description?: string }> }[];
    for (const schema of schemas) {
      expect([schema.type, schema.additionalProperties]).toEqual(['object', false]);
      const properties = Object.entries(schema.properties ?? {});
      expect(properties.filter(([, property]) => !property.description)).toEqual([]);
      const defaults = meta.defaultOptions?.[0] as Record<string, unknown> | undefined;
      expect(properties.map(([key]) => key).filter((key) => !Object.hasOwn(defaults ?? {}, key))).toEqual([]);
    }
    expect(meta.languages).toEqual(['js/js']);
  });
});

describe('models', () => {
  test('each has its rows', () => expect(list('src/models/', '.ts').filter((name) => name !== 'index' && !has(`tests/models/${name}.test.ts`))).toEqual([]));

  test.each(list('src/models/', '.ts').filter((name) => name !== 'index'))('%s.ts exports its model, and only that', async (name) => {
    const module = (await import(`../src/models/${name}.ts`)) as Record<string, unknown>;
    expect(Object.keys(module)).toEqual([name.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase())]);
    expect(models).toContain(Object.values(module)[0]);
  });
});

test('the changelog has a heading for the version in package.json', () => {
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'));
});
