import { expect, test } from 'vitest';
import { groupsOf } from '../../src/text/groups.ts';

const brief = (source: string): string => groupsOf(source).map(({ index, name, source: text }) => `${index}${name === undefined ? '' : `<${name}>`} ${text}`).join(', ');

test.each([
  ['a', ''],
  ['(a)(b|c)', '1 a, 2 b|c'],
  ['((a)b)', '1 (a)b, 2 a'],
  ['(?:a)(?=b)(?<!c)(d)', '1 d'],
  ['(?<year>\\d+)-(\\d+)', '1<year> \\d+, 2 \\d+'],
  ['\\((a)\\)', '1 a'],
  ['[(](a[)]+)', '1 a[)]+'],
  ['(a', ''],
  ['(a)'.repeat(40), ''],
])('%s', (source, groups) => {
  expect(brief(source)).toBe(groups);
});
