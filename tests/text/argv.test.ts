import { execFileSync } from 'node:child_process';
import { describe, expect, it, test } from 'vitest';
import { constantWord, holesOf, isUnsplit, splitLine, wholeHole } from '../../src/text/argv.ts';
import type { Word } from '../../src/text/argv.ts';

/** Reads a line in which `@` is a hole. */
const split = (line: string): ReturnType<typeof splitLine> => splitLine(line.split('@'));

/** `@` bare, `"@"` in double quotes, `'@'` in single quotes, constant pieces as they are. */
const show = (word: Word): string =>
  word.pieces.map((piece) => (typeof piece === 'string' ? piece : { none: '@', double: '"@"', single: "'@'" }[piece.quote])).join('');

function shown(line: string): string[] {
  const result = split(line);
  if (isUnsplit(result)) throw new Error(result.reason);
  return [result.command, ...result.args.map(show)];
}

describe('words', () => {
  test.each<[string, string[]]>([
    ['git log', ['git', 'log']],
    ['  git\tlog  ', ['git', 'log']],
    ['\n  git log\n', ['git', 'log']],
    ['git log @', ['git', 'log', '@']],
    ['git log "@"', ['git', 'log', '"@"']],
    ["git log '@'", ['git', 'log', "'@'"]],
    ['git log "--since=@"', ['git', 'log', '--since="@"']],
    ['git log --since="@"', ['git', 'log', '--since="@"']],
    ['cp "@/a b" @.txt', ['cp', '"@"/a b', '@.txt']],
    ['cp "@@" @@', ['cp', '"@""@"', '@@']],
    ["cp '@'\"@\"", ['cp', "'@'\"@\""]],
    ["touch ''", ['touch', '']],
    ['touch ""', ['touch', '']],
    ['touch a""b', ['touch', 'ab']],
    ["touch 'a b' c\\ d", ['touch', 'a b', 'c d']],
    ["grep 'a|b;c$d`e`*' \"@\"", ['grep', 'a|b;c$d`e`*', '"@"']],
    ['grep "a|b;c*~#" x', ['grep', 'a|b;c*~#', 'x']],
    ['grep "\\"\\$a\\`\\\\ \\n" x', ['grep', '"$a`\\ \\n', 'x']],
    ['grep "x$" y', ['grep', 'x$', 'y']],
    ['grep a\\|b\\; x', ['grep', 'a|b;', 'x']],
    ['git show HEAD~1 a#b', ['git', 'show', 'HEAD~1', 'a#b']],
    ['git lo\\\ng', ['git', 'log']],
    ['git "lo\\\ng"', ['git', 'log']],
    ['"my tool" a', ['my tool', 'a']],
    ['./run.sh a=b', ['./run.sh', 'a=b']],
    ['date +%Y-%m-%d', ['date', '+%Y-%m-%d']],
    ['echo a]', ['echo', 'a]']],
    ['[ -f "@" ]', ['[', '-f', '"@"', ']']],
  ])('%s', (line, words) => {
    expect(shown(line)).toEqual(words);
  });

  it('numbers holes by the parts around them', () => {
    const result = splitLine(['cp ', ' "', '-', '"']);
    if (isUnsplit(result)) throw new Error(result.reason);
    expect(result.args.map((word) => holesOf(word).map(({ hole }) => hole))).toEqual([[0], [1, 2]]);
    expect(result.args.map((word) => wholeHole(word)?.hole)).toEqual([0, undefined]);
    expect(result.args.map(constantWord)).toEqual([undefined, undefined]);
  });

  it('says where a builtin has the name', () => {
    expect(split('echo "@"')).toMatchObject({ builtin: true });
    expect(split('ls "@"')).toMatchObject({ builtin: false });
  });
});

describe('lines that need a shell', () => {
  test.each([
    ['ls @ | wc', 'a pipe'],
    ['ls @ > out', 'a redirection'],
    ['cat < @', 'a redirection'],
    ['ls 2>&1', 'a redirection'],
    ['ls @; rm x', "';'"],
    ['ls @ && rm x', "'&'"],
    ['ls @ & ', "'&'"],
    ['ls $(pwd)', 'a shell variable or substitution'],
    ['ls `pwd`', 'a command substitution'],
    ['ls "`pwd`"', 'a command substitution'],
    ['ls $HOME/@', 'a shell variable or substitution'],
    ['ls "$HOME/@"', 'a shell variable or substitution'],
    ['ls "${HOME}"', 'a shell variable or substitution'],
    ['ls $@', 'a shell variable or substitution'],
    ['ls "$@"', 'a shell variable or substitution'],
    ["ls $'a'", 'a shell variable or substitution'],
    ['ls *.txt', 'a glob'],
    ['ls a?', 'a glob'],
    ['ls [ab]', 'a glob'],
    ['ls {a,b}', 'braces'],
    ['ls ~/@', "'~'"],
    ['ls --dir=~/a', "'~'"],
    ['ls @ # all', 'a comment'],
    ['ls @\nrm x', 'several commands'],
    ['ls\n@', 'several commands'],
    ['(ls @)', 'a subshell'],
    ['ls \r', 'a control character'],
    ['ls "@', 'a quote is not closed'],
    ["ls 'a", 'a quote is not closed'],
    ['ls \\@', 'a backslash stands before a value'],
    ['ls "\\@"', 'a backslash stands before a value'],
    ['ls \\', 'ends in a backslash'],
    ['FOO=1 ls @', 'a variable is set'],
    ['FOO=@ ls', 'a variable is set'],
    ['@ log', 'the command itself'],
    ['"@" log', 'the command itself'],
    ['./@ log', 'the command itself'],
    ['"" log', 'the command itself'],
    ['', 'the line is empty'],
    [' \n ', 'the line is empty'],
    ['cd @', "'cd' is a command of the shell"],
    ['export A', "'export' is a command of the shell"],
    ['if true', "'if' is a command of the shell"],
    ['. ./env', "'.' is a command of the shell"],
    ['kill @', "'kill' is a command of the shell"],
    ['dir @', "'dir' is a command of the shell"],
  ])('%j: %s', (line, reason) => {
    const result = split(line);
    expect(isUnsplit(result) && result.reason).toContain(reason);
  });

  it('is not fooled by names of Object.prototype', () => {
    expect(shown('constructor toString')).toEqual(['constructor', 'toString']);
  });
});

describe('the shell agrees', () => {
  // printf repeats its format for each argument, so the output shows how the shell split the line.
  test.each([
    "printf '<%s>' a 'b c' \"d e\" f\\ g",
    "printf '<%s>' \"\\\"\\$a\\`\\\\ \\n\" ''",
    "printf '<%s>' a\"b c\"'d e'f x$ \"y$\" z~ a#b",
    "printf '<%s>' 'a|b;c$d`e`*' \"a|b;c*~#\" a\\|b\\; \"a'b\" 'a\"b'",
    "printf '<%s>' lo\\\ng \"lo\\\ng\" 'a\nb' \"a\nb\" A=b",
    "\n printf '<%s>' ä 'ö ü' é\\ à %d \n\n",
  ])('%j', (line) => {
    const result = splitLine([line]);
    if (isUnsplit(result)) throw new Error(result.reason);
    const args = result.args.map((word) => constantWord(word) ?? '');
    const options = { encoding: 'utf8' } as const;
    expect(execFileSync(result.command, args, options)).toBe(execFileSync('/bin/sh', ['-c', line], options));
  });
});

it('is linear', () => {
  const result = splitLine(['x "', ...Array.from({ length: 50_000 }, () => "\" 'a' \""), '"']);
  expect(!isUnsplit(result) && result.args.length).toBe(100_001);
});
