/** docs/practices.md: no rule is left out of it, and none that it names is made up. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SecureRule } from '../src/rule/create-rule.ts';
import { rules } from '../src/rules/index.ts';

/** Rules that the page may name before they are there. */
const COMING: readonly string[] = [];

const page = readFileSync(new URL('../docs/practices.md', import.meta.url), 'utf8');
const known = rules as Readonly<Record<string, SecureRule>>;
const rows = page
  .split('\n')
  .filter((line) => /^\| (?!---|Practice|Danger)/.test(line))
  .map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()));
const linked = [...page.matchAll(/\[([^\]]+)\]\(rules\/([^)]+)\.md\)/g)].map(([, text = '', file = '']) => ({ text, file }));
const named = new Set(linked.map(({ file }) => file));

test('names every rule', () => expect(Object.keys(known).filter((name) => !named.has(name))).toEqual([]));

test('links rules that exist, by their names', () => {
  expect(linked.filter(({ text, file }) => text !== file)).toEqual([]);
  expect([...named].filter((name) => !Object.hasOwn(known, name) && !COMING.includes(name))).toEqual([]);
});

test('waits for no rule that is there', () => expect(COMING.filter((name) => Object.hasOwn(known, name) || !named.has(name))).toEqual([]));

test('says for each practice which rule checks it, or what stands in', () => {
  const practices = rows.filter(({ length }) => length === 3);
  expect(practices.length).toBeGreaterThanOrEqual(46);
  expect(practices.filter(([practice = '', rule = '', what = '']) => practice === '' || what === '' || !/\]\(rules\/|^(?:No rule|All of them)$/.test(rule))).toEqual([]);
  expect(new Set(practices.map(([practice]) => practice)).size).toBe(practices.length);
});

/** `(strict)` after a link, or a rule of `recommended` without a word. */
test('says in which config a rule is', () => {
  const wrong = rows
    .flatMap((row) => [...(row[1] ?? '').matchAll(/\]\(rules\/([^)]+)\.md\)(?: \((strict|in `all` only))?/g)])
    .filter(([, name = '', said]) => {
      const recommended = known[name]?.meta.docs.recommended;
      // a rule of `recommended` may report what the row is about in `strict` only
      return (recommended === 'strict' && said !== 'strict') || (recommended === false && said !== 'in `all` only');
    });
  expect(wrong.map(([text]) => text)).toEqual([]);
});

test('links pages that exist', () => {
  const links = [...page.matchAll(/\]\(([^):]+\.md)\)/g)].map(([, file = '']) => file).filter((file) => !COMING.some((name) => file === `rules/${name}.md`));
  expect(links.filter((file) => !existsSync(new URL(`../docs/${file}`, import.meta.url)))).toEqual([]);
});
