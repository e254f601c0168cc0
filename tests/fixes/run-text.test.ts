/** JSON in text that is run, and text for timers: what comes out, and that it does the same when it runs. */
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { isRefusal } from '../../src/fixes/fix.ts';
import { functionOf, parseJson } from '../../src/fixes/run-text.ts';
import { nodesOf, sourceOf, type Language } from '../ast/source.ts';
import { only, repaired } from './sink-use.ts';

function parsed(code: string, language: Language = 'cjs'): string {
  const source = sourceOf(code, language);
  const call = [...nodesOf(source, 'CallExpression'), ...nodesOf(source, 'NewExpression')].find(({ callee }) => /eval|Function/.test(source.getText(callee)) && callee.type === 'Identifier');
  const argument = call?.arguments.at(-1);
  if (!call || !argument) throw new Error('no call');
  const answer = parseJson(call, argument, source, 'parse');
  return isRefusal(answer) ? answer.reason : repaired(source, only(answer));
}

function called(code: string, language: Language = 'cjs'): string {
  const source = sourceOf(code, language);
  const literal = nodesOf(source, 'CallExpression').find(({ callee }) => source.getText(callee) === 'setTimeout')?.arguments[0];
  if (literal?.type !== 'Literal' || typeof literal.value !== 'string') throw new Error('no text');
  const answer = functionOf(literal, literal.value, source, 'callback');
  return isRefusal(answer) ? answer.reason : `${only(answer).level}: ${repaired(source, only(answer))}`;
}

describe('JSON in text', () => {
  test.each([
    ["out = eval('(' + x + ')');", 'out = JSON.parse(x);'],
    ['out = eval(` ( ${x} ) `);', 'out = JSON.parse(x);'],
    ['out = eval("(" + (a, x) + ");");', 'out = JSON.parse((a, x));'],
    ["out = new Function('return ' + x)();", 'out = JSON.parse(x);'],
    ["out = Function(`return (${x.y[0]});`)();", 'out = JSON.parse(x.y[0]);'],
    ["out = eval('(' + x /* 1 */ + ')');", 'JSON is another one here, or a comment would be lost'],
    ["out = eval('(' + f(x /* 1 */) + ')');", 'out = JSON.parse(f(x /* 1 */));'],
    ["const JSON = 1; out = eval('(' + x + ')');", 'JSON is another one here, or a comment would be lost'],
    ["out = eval('(' + x);", 'the text is no value alone'],
    ["out = eval('[' + x + ']');", 'the text is no value alone'],
    ["out = eval('(' + x + y + ')');", 'the text is no value alone'],
    ['out = eval(x);', 'the text is no value alone'],
    ["out = new Function('return ' + x);", 'more than a value is made'],
    ["out = new Function('return ' + x)(1);", 'more than a value is made'],
    ["out = new Function('a', 'return ' + x)();", 'more than a value is made'],
  ])('%s', (before, after) => {
    expect(parsed(before)).toBe(after);
    expect(() => sourceOf(parsed(before).includes('=') ? parsed(before) : '')).not.toThrow();
  });

  it('is read the same; the attack is refused', () => {
    const run = (code: string, x: string): { readonly out: unknown; readonly pwned: boolean } => {
      const context = createContext({ x, out: undefined, pwned: false });
      try {
        runInContext(code, context);
      } catch {
        context.out = 'refused';
      }
      return { out: JSON.stringify(context.out), pwned: context.pwned as boolean };
    };
    for (const before of ["out = eval('(' + x + ')');", "out = new Function('return ' + x)();"]) {
      const after = parsed(before);
      for (const honest of ['{"a":[1,2,{"b":null}]}', '"text"', '3.5', 'true']) expect(run(after, honest)).toEqual(run(before, honest));
      const attack = '(globalThis.pwned = true)';
      expect(run(before, attack).pwned).toBe(true);
      expect(run(after, attack)).toEqual({ out: '"refused"', pwned: false });
    }
  });
});

describe('text for a timer', () => {
  test.each([
    ["setTimeout('tick()', 10);", 'fix: setTimeout(() => tick(), 10);'],
    ['setTimeout("a.b.tick(1, -2.5, \'x\', null)");', "fix: setTimeout(() => a.b.tick(1, -2.5, 'x', null));"],
    ["setTimeout(' a(); b(); ');", 'fix: setTimeout(() => { a(); b(); });'],
    ["function tick() {}\nsetTimeout('tick()', 10);", 'suggestion: function tick() {}\nsetTimeout(() => tick(), 10);'],
    ["setTimeout('x = 1');", 'the text is more than calls'],
    ["setTimeout('tick(x)');", 'the text is more than calls'],
    ["setTimeout('tick(1,)');", 'the text is more than calls'],
    ["setTimeout('tick(1 2)');", 'the text is more than calls'],
    ["setTimeout('');", 'the text is more than calls'],
  ])('%s', (before, after) => {
    expect(called(before)).toBe(after);
  });

  it('does the same where text is run, as browsers do it', () => {
    const run = (code: string): unknown[] => {
      const done: unknown[] = [];
      const context = createContext({ tick: (...args: unknown[]) => done.push(args), setTimeout: (f: unknown) => (typeof f === 'function' ? (f as () => void)() : runInContext(String(f), context)) });
      runInContext(code, context);
      return done;
    };
    const before = "setTimeout('tick(1); tick(true, \"a\")');";
    const after = called(before).replace('fix: ', '');
    expect(run(after)).toEqual(run(before));
    expect(run(after)).toHaveLength(2);
  });
});
