/** What is said of a model that a user wrote in JavaScript, before its paths are read. */
import { describe, expect, test } from 'vitest';
import { defineModel } from '../../src/model/dsl.ts';
import { fine, listOf, model, objectOf, oneOf, ShapeError, text, wholeNumber, type Check } from '../../src/model/shape.ts';
import { models } from '../../src/models/index.ts';

const problem = (check: Check, value: unknown): string | undefined => {
  try {
    check(value, 'it');
  } catch (error) {
    expect(error).toBeInstanceOf(ShapeError);
    return (error as Error).message;
  }
  return undefined;
};

test('every built-in model has the shape of one', () => {
  for (const one of models) expect(problem(model, one), one.modules[0]).toBeUndefined();
});

test('every part of the language is taken', () => {
  const all = defineModel({
    modules: ['a', 'a/*'],
    types: { T: ['exports()', { at: 'make()', when: { '[0].x': true, '[1]': ['a', 1, null], '[2]': /x/, '[3]': { api: 'b:C' }, '[4]': { is: 'dynamic' } } }] },
    sources: { remote: ['T.a', { at: 'T.b', never: ['nosql'], as: 'b' }], secret: ['T.c'] },
    sinks: { sql: [{ at: 'T.q[0]', bind: { values: '[1]', tag: 'sql', style: '$1', identifier: '??' }, instead: 'r', after: 'T.p' }] },
    sanitizers: { '*': ['n()'], sql: [{ at: 'e()' }] },
    guards: { path: [{ at: 'g[0]', if: false }] },
    flows: ['a[0] -> ()', { flow: 'b[0] is ()', again: ['html'] }],
    labels: { normal: ['j()'], relative: [] },
    schemas: [{ clean: [], text: ['s()'], fields: ['o[0]'], items: ['l[0]'], checks: [{ call: 'T.parse', schema: '[this]', input: '[0]', output: true }] }],
    marks: { handler: ['T.h[0]'], blocking: ['x'] },
  });
  expect(problem(model, all)).toBeUndefined();
});

describe('mistakes', () => {
  test.each<[unknown, string]>([
    [undefined, 'it is undefined, but must be an object of modules, types, '],
    [[], 'it is [], but must be an object of modules, '],
    [{}, "it lacks the property 'modules'."],
    [{ modules: [] }, 'it.modules is [], but must be an array that is not empty.'],
    [{ modules: 'a' }, "it.modules is 'a', but must be an array that is not empty."],
    [{ modules: [''] }, "it.modules[0] is '', but must be a string that is not empty."],
    [{ modules: ['a'], sink: {} }, "it has the unknown property 'sink'; it may have 'modules', 'types', 'sources', 'sinks', "],
    [{ modules: ['a'], sink: {} }, "Did you mean 'sinks'?"],
    [{ modules: ['a'], sinks: { sqll: [] } }, "it.sinks has the unknown property 'sqll'; it may have 'sql', "],
    [{ modules: ['a'], sinks: { sqll: [] } }, "Did you mean 'sql'?"],
    [{ modules: ['a'], sinks: { sql: ['a[0]', 5] } }, 'it.sinks.sql[1] is 5, but must be a path, or an object of at and when.'],
    [{ modules: ['a'], sinks: { sql: [{}] } }, "it.sinks.sql[0] lacks the property 'at'."],
    [{ modules: ['a'], sinks: { sql: [{ at: 'a[0]', bind: { style: '$' } }] } }, "it.sinks.sql[0].bind.style is '$', but must be one of '?', '$1', ':1', '@1', ':name', '@name'."],
    [{ modules: ['a'], sources: { library: ['a'] } }, "it.sources has the unknown property 'library'"],
    [{ modules: ['a'], sources: { remote: [{ at: 'a', never: ['nosq'] }] } }, "it.sources.remote[0].never[0] is 'nosq', but must be one of 'sql', 'nosql', "],
    [{ modules: ['a'], sources: { remote: [{ at: 'a', when: { '[0]': () => true } }] } }, "it.sources.remote[0].when['[0]'] is a function, but must be a literal, an array of literals, a pattern, { api } or { is }."],
    [{ modules: ['a'], sources: { remote: [{ at: 'a', when: { '[0]': { is: 'there' } } }] } }, "it.sources.remote[0].when['[0]'].is is 'there', but must be one of 'present', 'absent', 'dynamic'."],
    [{ modules: ['a'], sinks: { sql: [{ at: 'a[0]', when: { version: 4 } }] } }, "it.sinks.sql[0].when.version is 4, but must be a range of versions as '<4'."],
    [{ modules: ['a'], sinks: { sql: [{ at: 'a[0]', when: { version: 'old' } }] } }, "it.sinks.sql[0].when.version is 'old', but must be a range of versions as '<4'."],
    [{ modules: ['a'], guards: { sql: [{ at: 'a[0]', if: true }] } }, 'it.guards.sql[0].if is true, but must be false.'],
    [{ modules: ['a'], flows: ['a[0]'] }, "it.flows[0] is 'a[0]', but must be a flow as 'from -> to' or 'from is to'."],
    [{ modules: ['a'], flows: [{ flow: 'a[0] -> ()', below: false }] }, "it.flows[0].below is false, but must be true."],
    [{ modules: ['a'], labels: { norma: [] } }, "it.labels has the unknown property 'norma'; it may have 'normal', 'resolved', 'relative', 'dotless', 'name', 'separator', 'absolute', 'signature', 'equal', 'data'. Did you mean 'normal'?"],
    [{ modules: ['a'], marks: { handlers: ['x'] } }, "it.marks has the unknown property 'handlers'"],
    [{ modules: ['a'], marks: { handlers: ['x'] } }, "Did you mean 'handler'?"],
    [{ modules: ['a'], schemas: [{ clean: [] }] }, "it.schemas[0] lacks the property 'checks'."],
    [{ modules: ['a'], schemas: [{ clean: [], checks: [{ call: 'p', schema: '[this]', input: '[0]', output: false }] }] }, 'it.schemas[0].checks[0].output is false, but must be a path or true.'],
    [{ modules: ['a'], types: { T: 'exports' } }, "it.types['T'] is 'exports', but must be an array."],
  ])('%j', (value, message) => {
    expect(problem(model, value)).toContain(message);
  });
});

describe('the checks', () => {
  test('a word: what is near is suggested, what is far is not', () => {
    expect(problem(oneOf(['safe', 'migrate', false]), 'saef')).toBe("it is 'saef', but must be one of 'safe', 'migrate', false. Did you mean 'safe'?");
    expect(problem(oneOf(['safe', 'migrate']), 'everything')).toBe("it is 'everything', but must be one of 'safe', 'migrate'.");
    expect(problem(oneOf(['safe']), 1)).toBe("it is 1, but must be 'safe'.");
    expect(problem(oneOf(['safe', false]), false)).toBeUndefined();
  });

  test('text and whole numbers', () => {
    expect([problem(text, 'a'), problem(wholeNumber, 0)]).toEqual([undefined, undefined]);
    for (const value of [-1, 1.5, '1', NaN]) expect(problem(wholeNumber, value)).toContain('but must be a whole number, 0 or more.');
  });

  test('lists name the index, objects the property', () => {
    expect(problem(listOf(text), ['a', null])).toBe('it[1] is null, but must be a string that is not empty.');
    expect(problem(objectOf({ a: listOf(wholeNumber) }), { a: [1, 'x'] })).toBe("it.a[1] is 'x', but must be a whole number, 0 or more.");
    expect(problem(objectOf({ a: text }), { a: undefined })).toBeUndefined();
    expect(problem(objectOf({ a: fine }), { toString: 1 })).toContain("unknown property 'toString'");
  });
});
