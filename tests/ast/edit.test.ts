import { describe, expect, it, test } from 'vitest';
import {
  applyEdits,
  indentOf,
  insertArgument,
  insertAt,
  losesComments,
  newlineOf,
  quoteOf,
  removeArgument,
  removeStatement,
  replaceArgument,
  replaceRange,
  semicolonOf,
  sortEdits,
  statementOf,
  stringText,
} from '../../src/ast/edit.ts';
import { callOf, nodesOf, sourceOf } from './source.ts';

describe('edits', () => {
  it('are made in order of position, whatever the order they come in', () => {
    expect(applyEdits('abcdef', [replaceRange([4, 5], 'E'), insertAt(0, '<'), replaceRange([1, 2], '')])).toBe('<acdEf');
  });

  it('keeps insertions at one place in their order, before what is replaced there', () => {
    const edits = [replaceRange([1, 2], 'B'), insertAt(1, 'x'), insertAt(1, 'y')];
    expect(applyEdits('abc', edits)).toBe('axyBc');
    expect(sortEdits(edits)[2]).toBe(edits[0]);
  });
});

describe('arguments', () => {
  const edited = (code: string, edit: (source: ReturnType<typeof sourceOf>, call: ReturnType<typeof callOf>) => ReturnType<typeof removeArgument>): string => {
    const source = sourceOf(code, 'ts');
    const call = nodesOf(source, 'CallExpression')[0];
    if (!call) throw new Error('no call');
    const made = edit(source, call);
    return made ? applyEdits(code, [made]) : code;
  };

  test.each([
    ['f()', 0, 'f(x)'],
    ['f(a)', 0, 'f(x, a)'],
    ['f(a)', 1, 'f(a, x)'],
    ['f(a)', 5, 'f(a, x)'],
    ['f(a,)', 1, 'f(a, x,)'],
    ['f((a), b)', 1, 'f((a), x, b)'],
    ['f(((a)))', 1, 'f(((a)), x)'],
    ['f((a, b))', 0, 'f(x, (a, b))'],
    ['f<T>()', 0, 'f<T>(x)'],
    ['(f)()', 0, '(f)(x)'],
    ['f?.()', 0, 'f?.(x)'],
    ['f((a) => a)', 1, 'f((a) => a, x)'],
  ])('%s, inserted at %d: %s', (before, index, after) => {
    expect(edited(before, (source, call) => insertArgument(source, call, index, 'x'))).toBe(after);
  });

  it('gives a construction without parentheses its own', () => {
    const source = sourceOf('new F; g();');
    const [construction] = nodesOf(source, 'NewExpression');
    if (!construction) throw new Error('no construction');
    expect(applyEdits(source.text, [insertArgument(source, construction, 0, 'x')])).toBe('new F(x); g();');
  });

  test.each([
    ['f(a)', 0, 'f(x)'],
    ['f((a), b)', 0, 'f(x, b)'],
    ['f(a)', 1, 'f(a, x)'],
  ])('%s, replaced at %d: %s', (before, index, after) => {
    expect(edited(before, (source, call) => replaceArgument(source, call, index, 'x'))).toBe(after);
  });

  test.each([
    ['f(a)', 0, 'f()'],
    ['f(a,)', 0, 'f()'],
    ['f((a))', 0, 'f()'],
    ['f(a, b)', 0, 'f(b)'],
    ['f(a, b)', 1, 'f(a)'],
    ['f(a, b,)', 1, 'f(a,)'],
    ['f((a), (b), c)', 1, 'f((a), c)'],
    ['f(a, /* kept */ b)', 0, 'f( /* kept */ b)'],
    ['f(a /* kept */, b)', 1, 'f(a /* kept */, )'],
    ['f(a)', 3, 'f(a)'],
  ])('%s, removed at %d: %s', (before, index, after) => {
    expect(edited(before, (source, call) => removeArgument(source, call, index))).toBe(after);
  });
});

describe('statementOf', () => {
  test.each([
    ['const a = f();', 'const a = f();'],
    ['{ f(); }', 'f();'],
    ['if (x) f();', 'if (x) f();'],
    ['export const a = f();', 'export const a = f();'],
    ['for (let i = f(); i; ) {}', 'for (let i = f(); i; ) {}'],
    ['const g = () => f();', 'const g = () => f();'],
    ['const g = () => { f() };', 'f()'],
    ['switch (x) { case 1: f(); }', 'f();'],
    ['switch (x) { case f(): }', 'switch (x) { case f(): }'],
    ['class A { static { f(); } }', 'f();'],
  ])('%s', (code, statement) => {
    const source = sourceOf(code);
    expect(source.getText(statementOf(callOf(source, 'f')))).toBe(statement);
  });
});

describe('style', () => {
  test.each([
    ["import a from 'a';", "'"],
    ['import a from "a";', '"'],
    ['f(`a`, "b");', '"'],
    ['f();', "'"],
  ])('quotes of %s', (code, quote) => {
    expect(quoteOf(sourceOf(code))).toBe(quote);
  });

  test.each([
    ["import a from 'a'\nimport b from 'b'\nf();", ''],
    ["import a from 'a';\nf()\ng();", ';'],
    ['function f() {}', ';'],
    ['', ';'],
  ])('semicolons of %j', (code, semicolon) => {
    expect(semicolonOf(sourceOf(code))).toBe(semicolon);
  });

  test.each(['a', "it's", 'say "hi"', "both ' and \"", 'back\\slash', 'new\nline', '\u2028', '\\"', '${a}`', 'ä'])('writes %j so that it reads the same', (value) => {
    for (const file of ["import 'a';", 'import "a";']) {
      const text = stringText(sourceOf(file), value);
      const [literal] = nodesOf(sourceOf(`f(${text});`), 'Literal');
      expect(literal?.value).toBe(value);
      expect(text[0]).toBe(file[7]);
    }
  });

  it('knows line ends and indents', () => {
    expect(newlineOf(sourceOf('f();\r\ng();'))).toBe('\r\n');
    expect(newlineOf(sourceOf('f();\ng();'))).toBe('\n');
    const source = sourceOf('{\n\t  f();\n}');
    expect(indentOf(source, callOf(source, 'f'))).toBe('\t  ');
  });

  it('sees comments that would be lost', () => {
    const source = sourceOf('f(a /* in */, /* out */ b);');
    const call = callOf(source, 'f');
    const lost = (code: string): boolean => {
      const other = sourceOf(code);
      const otherCall = callOf(other, 'f');
      return losesComments(other, otherCall.range, otherCall.arguments);
    };
    expect(losesComments(source, call.range, [])).toBe(true);
    expect(lost('f(() => { /* in */ });')).toBe(false);
    expect(lost('/* before */ f(a); // after')).toBe(false);
    expect(lost('f(a, /* between */ b);')).toBe(true);
  });
});

it('removes a statement with its line, or alone', () => {
  const removed = (code: string): string => {
    const source = sourceOf(code);
    const [statement] = nodesOf(source, 'VariableDeclaration');
    if (!statement) throw new Error('no statement');
    return applyEdits(code, [removeStatement(source, statement)]);
  };
  expect(removed('a();\n  let x = 1;\nb();')).toBe('a();\nb();');
  expect(removed('a(); let x = 1; b();')).toBe('a();  b();');
  expect(removed('let x = 1; // kept\nb();')).toBe(' // kept\nb();');
});
