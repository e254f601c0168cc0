/** The engine knows no library: with models of packages that do not exist it finds what they say, and without them nothing. */
import { describe, expect, test } from 'vitest';
import { createAnalysis, stepList, type Analysis } from '../../src/engine/index.ts';
import { defineModel, type Kind, type Model, type Origin } from '../../src/model/dsl.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { Registry } from '../../src/model/registry.ts';
import { parse } from './toys.ts';

const toybox = defineModel({
  modules: ['toybox'],
  types: { Box: ['open()', ':Box'], Letter: ['Box.onLetter[0](0)'] },
  sources: {
    remote: [{ at: 'Letter.{text,sender}', never: ['nosql'] }, { at: 'Box.peek()', as: 'what lies in the box' }],
    file: ['Box.readLabel()'],
  },
  sinks: {
    command: ['Box.wind[0]', { at: 'Box.turn[0]', when: { '[1].by': 'hand' } }],
    sql: ['Box.ask[0]'],
    nosql: ['Box.ask[0]'],
  },
  sanitizers: { command: ['oil()'], '*': ['melt()'] },
  guards: { command: ['isSafe[0]', { at: 'isRusty[0]', if: false }] },
  flows: ['paint[0] -> ()', 'oil[0] -> ()', 'melt[0] -> ()'],
  marks: { handler: ['Box.onLetter[0]'], blocking: ['Box.wind'] },
});

const registry = new Registry([toybox]);

const analyse = (body: string, origins: readonly Origin[] = ['remote'], of = registry, kinds?: readonly Kind[]): Analysis => {
  const file = parse(`import { open, oil, melt, isSafe, isRusty, paint, other } from 'toybox';\nconst box = open();\n${body}`);
  const analysis = createAnalysis(file, of, kinds ? { origins, kinds } : { origins });
  analysis.findings('command');
  if (analysis.diagnostics.errors.length > 0) throw analysis.diagnostics.errors[0];
  return analysis;
};
const shown = (analysis: Analysis, sure = true): string[] =>
  kindNames.flatMap((kind) => analysis.findings(kind)).filter((f) => f.sure === sure).map((f) => `${f.kind} ${f.origin.text}`);
const found = (body: string, origins?: readonly Origin[]): string[] => shown(analyse(body, origins));

describe('from a source to a sink of an invented package', () => {
  test.each<[string, string, string[]]>([
    ['straight', 'box.onLetter((letter) => { box.wind(letter.text); });', ['command letter.text']],
    ['another source', 'box.wind(box.peek());', ['command what lies in the box']],
    ['a member that is no source', 'box.onLetter((letter) => { box.wind(letter.stamp); });', []],
    ['a function that gets no letter', 'box.onPacket((letter) => { box.wind(letter.text); });', []],
    ['a method that is no sink', 'box.onLetter((letter) => { box.shake(letter.text); });', []],
    ['an argument that is no sink', "box.onLetter((letter) => { box.wind('a', letter.text); });", []],
    ['a constant', "box.wind('a');", []],
    ['by concatenation', "box.wind('a ' + box.peek());", ['command what lies in the box']],
    ['a kind that the source cannot carry', 'box.onLetter((letter) => { box.ask(letter.text); });', ['sql letter.text']],
    ['a box by annotation', "import type { Box } from 'toybox';\nexport const f = (b: Box) => { b.wind(b.peek()); };", ['command what lies in the box']],
    ['an unknown b', 'export const f = (b) => { b.wind(b.peek()); };', []],
    ['through a helper', 'const go = (x) => box.wind(x); go(box.peek());', ['command what lies in the box']],
    ['a helper with a constant', "const go = (x) => box.wind(x); go('a');", []],
    ['only with this option', "box.turn(box.peek(), { by: 'hand' });", ['command what lies in the box']],
    ['with another option', "box.turn(box.peek(), { by: 'motor' });", []],
    ['without options', 'box.turn(box.peek());', []],
  ])('%s', (_, body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  test('an origin that is not asked for is not followed', () => {
    const body = 'box.wind(box.readLabel());';
    expect(found(body)).toEqual([]);
    expect(found(body, ['file'])).toEqual(['command box.readLabel()']);
    expect(found('box.wind(box.peek());', ['file'])).toEqual([]);
  });

  test('the way is told, and where the sink is', () => {
    const [finding] = analyse("const loud = (x) => x + '!';\nbox.wind(loud(box.peek()));").findings('command');
    expect(stepList(finding?.steps).map((step) => `${step.text} ${step.line}`)).toEqual(['loud() 4']);
    expect(finding).toMatchObject({ sure: true, bound: true, more: 0, sink: { path: 'toybox:Box.wind[0]' } });
    expect(finding?.node.loc.start.line).toBe(4);
  });
});

describe('what its model calls safe', () => {
  test.each<[string, string, string[]]>([
    ['a sanitizer', 'box.wind(oil(box.peek()));', []],
    ['a sanitizer of another kind', 'box.ask(oil(box.peek()));', ['sql what lies in the box', 'nosql what lies in the box']],
    ['a sanitizer of all kinds', 'box.ask(melt(box.peek())); box.wind(melt(box.peek()));', []],
    ['a guard', 'const x = box.peek(); if (isSafe(x)) box.wind(x);', []],
    ['a guard the wrong way round', 'const x = box.peek(); if (!isSafe(x)) box.wind(x);', ['command what lies in the box']],
    ['a guard that returns', 'const f = () => { const x = box.peek(); if (!isSafe(x)) return; box.wind(x); }; f();', []],
    ['a guard whose answer nobody reads', 'const x = box.peek(); isSafe(x); box.wind(x);', ['command what lies in the box']],
    ['a guard of another value', 'const x = box.peek(); if (isSafe(box.peek())) box.wind(x);', ['command what lies in the box']],
    ['a guard that vouches where false', 'const x = box.peek(); if (!isRusty(x)) box.wind(x);', []],
    ['the same where true', 'const x = box.peek(); if (isRusty(x)) box.wind(x);', ['command what lies in the box']],
    ['a flow', 'box.wind(paint(box.peek()));', ['command what lies in the box']],
    ['a call that the model knows no flow of', 'box.wind(other(box.peek()));', []],
  ])('%s', (_, body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});

describe('marks', () => {
  const names = (body: string): string[] => [...analyse(body).inHandlers().keys()].map((fn) => fn.name).sort();

  test('functions that serve, and those that they call', () => {
    expect(names('function help() {} function rest() {} function serve(letter) { help(); } box.onLetter(serve);')).toEqual(['help', 'serve']);
    expect(names('function serve(letter) {} box.onPacket(serve);')).toEqual([]);
  });

  test('calls of what the model knows', () => {
    const marks = (body: string): string[] => analyse(body).calls().flatMap((call) => call.api.marks.map((m) => m.mark));
    expect(marks("box.wind('a');")).toEqual(['blocking']);
    expect(marks("box.shake('a');")).toEqual([]);
  });
});

describe('nothing but the models', () => {
  const body = 'box.wind(box.peek()); box.onLetter((letter) => { box.ask(letter.text); });';
  const without = (key: 'sources' | 'sinks'): Registry => {
    const { [key]: _, ...rest } = toybox;
    return new Registry([rest as Model]);
  };

  test.each<[string, Registry]>([
    ['without models', new Registry([])],
    ['without its sources', without('sources')],
    ['without its sinks', without('sinks')],
    ['with the same model of another package', new Registry([{ ...toybox, modules: ['boxtoy'] }])],
  ])('%s nothing is found', (_, of) => {
    expect(shown(analyse(body))).toEqual(['sql letter.text', 'command what lies in the box']);
    expect(shown(analyse(body, ['remote'], of))).toEqual([]);
    expect(shown(analyse(body, ['remote'], of), false)).toEqual([]);
  });

  test('names of real packages mean nothing to it', () => {
    const real = "import express from 'express';\nimport { exec } from 'node:child_process';\nexpress().get('/', (req, res) => { exec(req.query.id); res.send(req.body); box.wind(req.body); });";
    expect(found(real)).toEqual([]);
  });

  test('a kind that is not asked for is not found, nor does it change the others', () => {
    expect(shown(analyse(body, ['remote'], registry, ['sql']))).toEqual(['sql letter.text']);
    expect(shown(analyse(body, ['remote'], registry, ['html']))).toEqual([]);
  });

  test('twice is the same, whatever was analysed in between', () => {
    const first = shown(analyse(body));
    found('box.wind(oil(box.peek()));');
    expect(shown(analyse(body))).toEqual(first);
  });

  test('a file without an import of it is not even indexed', () => {
    const of = (text: string): Analysis => createAnalysis(parse(text), registry, { origins: ['remote'] });
    expect(of('const box = open(); box.wind(box.peek());').index).toBeUndefined();
    expect(of("import { open } from 'toybox'; open().wind(open().peek());").index).toBeDefined();
  });
});
