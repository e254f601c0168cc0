import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it, test } from 'vitest';
import { isRefusal } from '../../src/fixes/fix.ts';
import { wrapValue } from '../../src/fixes/wrap.ts';
import type { Wrapping } from '../../src/fixes/wrap.ts';
import { callOf, sourceOf } from '../ast/source.ts';
import type { Language } from '../ast/source.ts';
import { only, repaired } from './sink-use.ts';

const ESCAPE: Wrapping['sanitizers'] = [
  { module: 'escape-html', name: 'default' },
  { module: 'lodash', name: 'escape' },
];

function wrap(code: string, language: Language = 'esm', more: Partial<Wrapping> = {}): ReturnType<typeof wrapValue> {
  const source = sourceOf(code, language);
  const [value] = callOf(source, 'f').arguments;
  return wrapValue({ value: value as TSESTree.Expression, sanitizers: ESCAPE, message: 'wrap', ...more }, source);
}

const wrapped = (code: string, language: Language = 'esm', more: Partial<Wrapping> = {}): string =>
  repaired(sourceOf(code, language), only(wrap(code, language, more)));

describe('a function that is at hand', () => {
  test.each<[Language, string, string]>([
    ['esm', "import escapeHtml from 'escape-html';\nf(x.y);", "import escapeHtml from 'escape-html';\nf(escapeHtml(x.y));"],
    ['cjs', "const esc = require('escape-html');\nf(x);", "const esc = require('escape-html');\nf(esc(x));"],
    ['cjs', "const _ = require('lodash');\nf(x);", "const _ = require('lodash');\nf(_.escape(x));"],
    ['esm', "import { escape as e } from 'lodash';\nf((a, b));", "import { escape as e } from 'lodash';\nf((e((a, b))));"],
    ['esm', "import { merge } from 'lodash';\nf(x);", "import { merge, escape } from 'lodash';\nf(escape(x));"],
    ['esm', "import { merge } from 'lodash';\nimport e from 'escape-html';\nf(x);", "import { merge } from 'lodash';\nimport e from 'escape-html';\nf(e(x));"],
  ])('%s: %s', (language, before, after) => {
    expect(wrapped(before, language)).toBe(after);
  });

  it('is of the language, or of Node', () => {
    expect(wrapped('f(x);', 'esm', { sanitizers: [{ global: 'JSON.stringify' }], args: ['null', '2'] })).toBe('f(JSON.stringify(x, null, 2));');
    expect(wrapped('f(x);', 'esm', { sanitizers: [{ module: 'path', name: 'basename' }] })).toBe("import { basename } from 'node:path';\nf(basename(x));");
  });

  it('has the level and data that a message needs', () => {
    const code = "import e from 'escape-html';\nf(x);";
    expect(only(wrap(code))).toMatchObject({ level: 'suggestion', message: 'wrap', data: { call: 'e' } });
    expect(only(wrap(code, 'esm', { level: 'fix' })).level).toBe('fix');
  });
});

describe('nothing', () => {
  test.each([
    ['f(x);', 'is imported'],
    ["import { escape } from 'other';\nf(x);", 'is imported'],
    ["import e from 'escape-html';\nfunction g(e) { f(x); }", 'is imported'],
    ["import e from 'escape-html';\nf(e(x));", "already put through 'e'"],
  ])('for %s', (code, why) => {
    const answer = wrap(code);
    expect(isRefusal(answer) && answer.reason).toContain(why);
  });

  it('for a global that the file declares', () => {
    const sanitizers = [{ global: 'encodeURIComponent' }];
    expect(wrapped('f(x);', 'esm', { sanitizers })).toBe('f(encodeURIComponent(x));');
    expect(isRefusal(wrap('function g(encodeURIComponent) { f(x); }', 'esm', { sanitizers }))).toBe(true);
  });
});
