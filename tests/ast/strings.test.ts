import { parse } from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import type { TSESTree } from '@typescript-eslint/utils';
import { escapeText, readText, sourceOffset } from '../../src/ast/strings.ts';
import type { TextPieces } from '../../src/ast/strings.ts';

const expression = (code: string): TSESTree.Expression => {
  const [statement] = parse(`(${code})`, { range: true, loc: true }).body;
  return (statement as TSESTree.ExpressionStatement).expression;
};
const read = (code: string): TextPieces | undefined => readText(expression(code), (node) => (node.type === 'Identifier' && node.name === 'TABLE' ? 'users' : undefined));

/** Parts with `§` for holes, then the source of the holes. */
function shown(code: string): string | undefined {
  const pieces = read(code);
  return pieces && [pieces.parts.join('§'), ...pieces.holes.map(({ node }) => `(${code})`.slice(...node.range))].join(' | ');
}

describe('readText', () => {
  it.each([
    ['`a ${x} b ${y.z}`', 'a § b § | x | y.z'],
    ["'a' + x + 'b'", 'a§b | x'],
    ["'a' + (x) + ('b' + y)", 'a§b§ | x | y'],
    ["'a' + x + y", 'a§§ | x | y'],
    ["x + 'a'", '§a | x'],
    ["x + y + 'a' + z", '§a§ | x + y | z'],
    ["x + (y + 'a')", '§§a | x | y'],
    ["'n' + (x + y)", 'n§ | x + y'],
    ['`a ${`b ${x}`} c`', 'a b § c | x'],
    ["`a ${'b' + x} c`", 'a b§ c | x'],
    ["['a', x, 'b'].join(' ')", 'a § b | x'],
    ["['a', 'b' + x].join()", 'a,b§ | x'],
    ["'a'.concat(x, 'b').concat(y)", 'a§b§ | x | y'],
    ["('a' as string) + x!", 'a§ | x!'],
    ["<string>`a ${x as string}`", 'a § | x as string'],
    ["'a' + 5 + 'b' + -1 + x", 'a5b-1§ | x'],
    ["`a ${5} ${'b'} ${10n} ${x}`", 'a 5 b 10 § | x'],
    ['`SELECT * FROM ${TABLE} WHERE a = ${x}`', 'SELECT * FROM users WHERE a = § | x'],
    ["'a'", 'a'],
    ['``', ''],
    ["`a ${c ? 'x' : 'y'}`", "a § | c ? 'x' : 'y'"],
    ["'it\\'s\\n' + x", "it's\n§ | x"],
  ])('%s', (code, expected) => expect(shown(code)).toBe(expected));

  it.each(['x', 'x + y', 'f(x)', '[x, y].join(", ")', "['a', ...x].join(' ') + y", "['a', null].join('')", 'x.concat("a")', "['a'].join(sep)", '1 + 2', 'tag`a ${x}`', "x?.concat('a')"])(
    'no text for sure: %s', (code) => expect(shown(code)).toBeUndefined(),
  );

  it('reads thousands of concatenations, leftwards and rightwards, without overflow', () => {
    const source = Array.from({ length: 300 }, (_, i) => `'a${i}' + x${i}`).join(' + ');
    expect(read(source)?.holes).toHaveLength(300);
    const sum = (left: unknown, right: unknown): unknown => ({ type: 'BinaryExpression', operator: '+', left, right });
    const range = [0, 3];
    let right: unknown = { type: 'Literal', value: 'a', raw: "'a'", range };
    for (let i = 0; i < 5000; i++) right = sum({ type: 'Literal', value: 'b', raw: "'b'", range }, right);
    expect(readText(right as TSESTree.Expression)?.parts[0]).toHaveLength(5001);
    let left: unknown = { type: 'Literal', value: 'a', raw: "'a'", range };
    for (let i = 0; i < 200_000; i++) left = sum(left, { type: 'Identifier', name: 'x', range });
    expect(readText(left as TSESTree.Expression)?.holes).toHaveLength(200_000);
  });
});

describe('sourceOffset', () => {
  it.each([
    ["'it\\'s \\u0041 \\u{1F600} \\x41\\n\\\ny'", 'y'],
    ['`a \\` \\${ y`', 'y'],
    ['"plain y"', 'y'],
    ["'\\0y'", 'y'],
  ])('finds a character behind escapes: %s', (code, character) => {
    const segment = read(code)?.items[0];
    if (segment?.kind !== 'segment') throw new Error('no segment');
    expect(`(${code})`.charAt(sourceOffset(segment, segment.cooked.indexOf(character)))).toBe(character);
    expect(sourceOffset(segment, segment.cooked.length)).toBe(segment.range[1]);
  });

  it('knows where the pieces of a template stand', () => {
    const code = '`ab${x}cd${y}`';
    const segments = read(code)?.items.flatMap((item) => (item.kind === 'segment' ? [`(${code})`.slice(...item.range)] : []));
    expect(segments).toEqual(['ab', 'cd', '']);
  });
});

it('escapeText writes text for each quote', () => {
  expect(escapeText('it\'s `a` "b" ${x}\\\n', '`')).toBe('it\'s \\`a\\` "b" \\${x}\\\\\n');
  expect(escapeText('it\'s\n"b"', "'")).toBe('it\\\'s\\n"b"');
});
