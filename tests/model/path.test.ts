import { describe, expect, test } from 'vitest';
import { ModelError, parsePath, parseRelative, printSteps, sideAfter, type Side, type Step } from '../../src/model/path.ts';

const steps = (text: string): readonly Step[] => parsePath(text).steps;

describe('steps', () => {
  test.each<[string, Step[]]>([
    ['A.query', [{ t: 'member', names: ['query'] }]],
    ['A.$queryRaw', [{ t: 'member', names: ['$queryRaw'] }]],
    ['A.Content-Type', [{ t: 'member', names: ['Content-Type'] }]],
    ['A.{get,put}', [{ t: 'member', names: ['get', 'put'] }]],
    ['A.*', [{ t: 'member', names: '*' }]],
    ['A.0', [{ t: 'member', names: ['0'] }]],
    ['A.$0', [{ t: 'memberOfArgument', index: 0 }]],
    ['A()', [{ t: 'call' }]],
    ["A('data')", [{ t: 'call', first: ['data'] }]],
    ["A('data'|'end')", [{ t: 'call', first: ['data', 'end'] }]],
    ['A[0]', [{ t: 'argument', from: 0, to: 0 }]],
    ['A[1..]', [{ t: 'argument', from: 1, to: Infinity }]],
    ['A[..]', [{ t: 'argument', from: 0, to: Infinity }]],
    ['A[..2]', [{ t: 'argument', from: 0, to: 2 }]],
    ['A[0..1]', [{ t: 'argument', from: 0, to: 1 }]],
    ['A[-1]', [{ t: 'argument', from: -1, to: -1 }]],
    ['A[this]', [{ t: 'receiver' }]],
    ['A[0](1)', [{ t: 'argument', from: 0, to: 0 }, { t: 'parameter', from: 1, to: 1 }]],
    ['A[0](1..)', [{ t: 'argument', from: 0, to: 0 }, { t: 'parameter', from: 1, to: Infinity }]],
    ['A[0](this)', [{ t: 'argument', from: 0, to: 0 }, { t: 'parameterThis' }]],
    ['A[0]/4', [{ t: 'argument', from: 0, to: 0 }, { t: 'arity', min: 4, max: 4 }]],
    ['A[0]/..3(0)', [{ t: 'argument', from: 0, to: 0 }, { t: 'arity', min: 0, max: 3 }, { t: 'parameter', from: 0, to: 0 }]],
    ['A[0]/2..', [{ t: 'argument', from: 0, to: 0 }, { t: 'arity', min: 2, max: Infinity }]],
    ['A[0](0)~event', [{ t: 'argument', from: 0, to: 0 }, { t: 'parameter', from: 0, to: 0 }, { t: 'variable', name: 'event' }]],
    ['A.body=', [{ t: 'member', names: ['body'] }, { t: 'assign' }]],
  ])('%s', (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  test("on('data')[1] is an argument of that call, not of a call of its result", () => {
    expect(steps("A.on('data'|'end')[1](0)")).toEqual([
      { t: 'member', names: ['on'] },
      { t: 'argument', from: 1, to: 1, first: ['data', 'end'] },
      { t: 'parameter', from: 0, to: 0 },
    ]);
    expect(steps('A.on()[1]').map((s) => s.t)).toEqual(['member', 'call', 'argument']);
  });

  test.each(['Client', 'exports', '*', 'express:Request', '@koa/router:Router', 'http2:Stream', '$', '_raw'])('the root %s', (root) => {
    expect(parsePath(`${root}.a`)).toEqual({ root, steps: [{ t: 'member', names: ['a'] }] });
    expect(parsePath(root)).toEqual({ root, steps: [] });
  });

  test.each(['.a.{b,c}.*', '.$1', '()', "('a'|'b')", "('a')[1](0)", '[0]', '[1..]', '[..2]', '[-1]', '[this]', '[0](1..2)(this)', '[0]/4(1)', '[0]/..3', '(0)~event', '.body='])('%s is printed as it was read', (text) => {
    expect(printSteps(parseRelative(text))).toBe(text);
  });

  test.each<[string, string]>([['[0..0]', '[0]'], ['(0..)', '(..)'], ['[0..]', '[..]'], ['.{a}', '.a']])('%s is printed as %s', (text, printed) => {
    expect(printSteps(parseRelative(text))).toBe(printed);
  });

  test('relative to a call: an argument, its member, what is assigned', () => {
    expect(parseRelative('[1].shell')).toEqual([{ t: 'argument', from: 1, to: 1 }, { t: 'member', names: ['shell'] }]);
    expect(parseRelative('=')).toEqual([{ t: 'assign' }]);
    expect(parseRelative('')).toEqual([]);
  });
});

describe('mistakes are shown with their place', () => {
  test.each<[string, string]>([
    ['', "expected a type, `exports`, `*` or an exported name at position 0"],
    ['.a', "expected a type, `exports`, `*` or an exported name at position 0"],
    ['A.', 'expected a name at position 2'],
    ['A.{a,', 'expected a name at position 5'],
    ['A.{a b}', "expected '}' at position 4"],
    ['A[', "expected a number or range and ']' at position 2"],
    ['A[x]', "expected a number or range and ']' at position 2"],
    ['A[0', "expected a number or range and ']' at position 3"],
    ['A(x)', "expected a number or range and ')' at position 2"],
    ["A('a'", "expected ')' at position 5"],
    ["A('a'|b)", 'expected a quoted string at position 6'],
    ['A[0]/x', 'expected a number of parameters at position 5'],
    ['A~', 'expected a variable name at position 2'],
    ['A b', 'expected . [ ( / ~ or = at position 1'],
    ['A -> B', 'expected . [ ( / ~ or = at position 1'],
  ])('%s: %s', (text, message) => {
    expect(() => parsePath(text)).toThrow(ModelError);
    expect(() => parsePath(text)).toThrow(`secure-node: bad path '${text}' in a model: ${message}`);
  });
});

describe('sides', () => {
  const side = (text: string, start: Side): Side => sideAfter(text, parseRelative(text), start);

  test.each<[string, Side, Side]>([
    ['.a()', 'value', 'value'],
    ['[0]', 'value', 'place'],
    ['[this]', 'value', 'place'],
    ['.body=', 'value', 'place'],
    ['[0].options.handler', 'value', 'place'],
    ['[0](1)', 'value', 'value'],
    ['[0](this)', 'value', 'value'],
    ['[0]()', 'value', 'place'],
    ['[0]/4(0)', 'value', 'value'],
    ['[0](0)[0]', 'value', 'place'],
    ['(0)', 'place', 'value'],
  ])('%s from a %s ends on a %s', (text, start, end) => {
    expect(side(text, start)).toBe(end);
  });

  test.each<[string, Side, string]>([
    ['[0][1]', 'value', "an argument [n] follows a value that the library gives, not a place that takes one"],
    ['[0][this]', 'value', "an argument [n] follows a value that the library gives"],
    ['[0]=', 'value', '= follows a value that the library gives'],
    ['(0)', 'value', 'a parameter (n) follows a function that the user hands over, not such a value'],
    ['(this)', 'value', 'a parameter (n) follows a function that the user hands over'],
    ['/4', 'value', 'a number of parameters follows a function that the user hands over'],
  ])('%s is wrong from a %s', (text, start, message) => {
    expect(() => side(text, start)).toThrow(ModelError);
    expect(() => side(text, start)).toThrow(message);
  });
});
