/** The vulnerable shop: it works, its flaws are real, the plugin finds them and no other, and `--fix` repairs what it says it repairs. */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ESLint } from 'eslint';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { copyShop, lint, repair, root, shop as original, shopRules, type Preset } from '../scripts/example.ts';
import { attacks } from './example/attacks.ts';
import { honest } from './example/honest.ts';
import { place, readMarkers } from './example/markers.ts';
import { TestPool } from './example/pool.ts';
import { openShop, type Shop } from './example/shop.ts';

const slow = 60_000;
const pool = new TestPool();
const markers = readMarkers(original);
let shop: Shop;

const opened = (directory: () => string): void => {
  beforeEach(async () => {
    // The shop logs each attack that makes it fail, and searches in vain.
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(console, 'info').mockReturnValue();
    shop = await openShop(directory(), pool);
  }, slow);
  afterEach(async () => {
    vi.restoreAllMocks();
    await shop.close();
  });
};

const typeCheck = (directory: string): string => {
  try {
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', directory], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

/** Requests build on each other, so they are one test; what they got is compared in one go to see all differences. */
const honestGetWhatTheyAskFor = async (): Promise<void> => {
  const got: unknown[] = [];
  for (const { title, ask } of honest) got.push({ title, ...(await ask(shop)) });
  expect(got).toEqual(honest.map(({ title, status = 200, body }) => ({ title, status, body })));
};

afterAll(() => pool.close());

describe('the shop', () => {
  opened(() => original);

  test('answers honest requests', honestGetWhatTheyAskFor, slow);

  test.each(attacks)('is open to attack: $title', async ({ succeeds }) => expect(await succeeds(shop)).toBe(true), slow);

  test('type-checks', () => expect(typeCheck(original)).toBe(''), slow);
});

describe('its markers', () => {
  test('name each flaw, what can be done about it, and for each rule a safe twin', () => {
    const flaws = markers.filter(({ flaw }) => flaw);
    expect(flaws.length).toBeGreaterThanOrEqual(18);
    expect(flaws.filter((flaw) => flaw.repair === undefined).map(place)).toEqual([]);
    expect(new Set(flaws.map(({ rule }) => rule))).toEqual(new Set(shopRules));
    expect(new Set(markers.filter(({ flaw }) => !flaw).map(({ rule }) => rule))).toEqual(new Set(shopRules));
  });

  test('of what --fix repairs have an attack each, but for those that no request reaches', () => {
    const fixed = markers.filter(({ flaw, repair: how }) => flaw && how === 'fix');
    const unreached = fixed.filter(({ file }) => file === 'maintenance.js');
    expect(attacks.filter(({ repair: how }) => how === 'fix')).toHaveLength(fixed.length - unreached.length);
  });
});

const ruleOf = (ruleId: string | null): string => ruleId?.replace('secure-node/', '') ?? 'parser';

type Message = ESLint.LintResult['messages'][number];

const findings = (results: readonly ESLint.LintResult[]): { readonly where: string; readonly message: Message }[] =>
  results.flatMap(({ filePath: file, messages }) =>
    messages
      .map((message) => ({ rule: ruleOf(message.ruleId), message, where: place({ file, line: message.line, rule: ruleOf(message.ruleId) }) }))
      .filter(({ rule }) => rule === 'parser' || shopRules.some((one) => one === rule)),
  );

const repairOf = ({ fix, suggestions = [] }: Message): string => {
  if (fix !== undefined) return 'fix';
  return suggestions.length > 0 ? 'suggestion' : 'by hand';
};

const presets: readonly Preset[] = ['recommended', 'strict'];

describe.each(presets)('the plugin, %s', (preset) => {
  const flaws = markers.filter(({ flaw, strict }) => flaw && (preset === 'strict' || !strict));
  let found: ReturnType<typeof findings>;

  beforeAll(async () => {
    found = findings(await lint(original, preset));
  }, slow);

  test('reports every flaw', () => {
    const reported = new Set(found.map(({ where }) => where));
    expect(flaws.map(place).filter((one) => !reported.has(one))).toEqual([]);
  });

  test('reports no safe twin', () => {
    const safe = new Set(markers.filter(({ flaw }) => !flaw).map(({ file, line }) => `${file}:${line}`));
    expect(found.map(({ where }) => where).filter((where) => safe.has(where.split(' ')[0] ?? ''))).toEqual([]);
  });

  test('reports nothing else', () => {
    const marked = new Set(flaws.map(place));
    expect(found.filter(({ where }) => !marked.has(where)).map(({ where, message }) => `${where}: ${message.message}`)).toEqual([]);
  });

  test('offers what the markers say', () => {
    const offered = found.map(({ where, message }) => `${where} [${repairOf(message)}]`);
    expect([...new Set(offered)].sort()).toEqual(flaws.map((flaw) => `${place(flaw)} [${flaw.repair}]`).sort());
  });
});

describe('a copy after --fix', () => {
  let copy: string;

  beforeAll(async () => {
    copy = await copyShop();
    await repair(copy, 'strict');
  }, slow);
  afterAll(() => rm(copy, { recursive: true }));
  opened(() => copy);

  test(
    'has none of the flaws that are marked as repaired, and no new ones',
    async () => {
      const left = findings(await lint(copy, 'strict')).map(({ where }) => where.replace(/:\d+/, ''));
      const expected = markers.filter(({ flaw, repair: how }) => flaw && how !== 'fix').map((flaw) => place(flaw).replace(/:\d+/, ''));
      expect(left.sort()).toEqual(expected.sort());
    },
    slow,
  );

  test('keeps every marker', () => {
    const what = (directory: string): string[] => readMarkers(directory).map(({ file, rule, flaw }) => `${file} ${rule} ${flaw}`);
    expect(what(copy)).toEqual(what(original));
  });

  test('type-checks', () => expect(typeCheck(copy)).toBe(''), slow);

  test('answers honest requests as before', honestGetWhatTheyAskFor, slow);

  test.each(attacks.filter(({ repair: how }) => how === 'fix'))('is closed to attack: $title', async ({ succeeds }) => expect(await succeeds(shop)).toBe(false), slow);

  test(
    'is not repaired further by a second run',
    async () => {
      const fixable = findings(await lint(copy, 'strict')).filter(({ message }) => message.fix !== undefined);
      expect(fixable.map(({ where }) => where)).toEqual([]);
    },
    slow,
  );
});
