import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { dropShell, insertDashes } from '../../src/fixes/argv-options.ts';
import { isRefusal } from '../../src/fixes/fix.ts';
import { sourceOf } from '../ast/source.ts';
import { only, repaired, useOf } from './sink-use.ts';

function suggestion(build: typeof dropShell, code: string): string {
  const source = sourceOf(code);
  const repair = only(build(useOf(source, /^f$/), source));
  expect([repair.level, repair.message]).toEqual(['suggestion', build === dropShell ? 'dropShell' : 'insertDashes']);
  return repaired(source, repair);
}

function reason(build: typeof dropShell, code: string): string | false {
  const source = sourceOf(code);
  const answer = build(useOf(source, /^f$/), source);
  return isRefusal(answer) && answer.reason;
}

describe('insertDashes', () => {
  test.each([
    ["f('rm', [x])", "f('rm', ['--', x])"],
    ["f('rm', ['-r', '-f', x, y])", "f('rm', ['-r', '-f', '--', x, y])"],
    ["f('/bin/rm', [...files])", "f('/bin/rm', ['--', ...files])"],
    ["f('cp', ['a', x])", "f('cp', ['--', 'a', x])"],
    ["f('chmod', ['755', x])", "f('chmod', ['--', '755', x])"],
    ["f('grep', ['-e', pattern, x])", "f('grep', ['-e', pattern, '--', x])"],
    ["f('head', ['-n', '5', x])", "f('head', ['-n', '5', '--', x])"],
    ['f("cat", ["-", x])', 'f("cat", ["--", "-", x])'],
    ["f('git', ['clone', '--depth', '1', url])", "f('git', ['clone', '--depth', '1', '--', url])"],
    ["f('git', ['clone', url], { cwd }, done)", "f('git', ['clone', '--', url], { cwd }, done)"],
  ])('%s', (before, after) => {
    expect(suggestion(insertDashes, before)).toBe(after);
  });

  test.each([
    ["f('rm', ['--', x])", 'there already'],
    ["f('find', [x])", 'not known'],
    ["f('ffmpeg', ['-i', x])", 'not known'],
    ["f('git', ['log', x])", 'not known'],
    ["f('git', ['checkout', x])", 'not known'],
    ["f('git', [x])", 'not known'],
    ["f('constructor', [x])", 'not known'],
    ['f(program, [x])', 'not constant'],
    ["f('rm', args)", 'made elsewhere'],
    ["f('rm', [x, '-r'])", 'options follow'],
    ["f('grep', ['-e', x])", 'belongs to an option'],
    ["f('grep', ['-f', x, 'file'])", 'belongs to an option'],
  ])('%s: %s', (code, why) => {
    expect(reason(insertDashes, code)).toContain(why);
  });

  it('makes a file of what was an option', () => {
    const directory = mkdtempSync(join(tmpdir(), 'dashes-'));
    try {
      const list = (args: string[]): string => execFileSync('ls', args, { cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      writeFileSync(join(directory, 'honest'), '');
      expect(list(['--', 'honest'])).toBe(list(['honest']));
      expect(list(['--version'])).not.toBe('');
      expect(() => list(['--', '--version'])).toThrow();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('dropShell', () => {
  test.each([
    ["f('ls', ['-l', x], { shell: true })", "f('ls', ['-l', x])"],
    ["f('ls', [x], { cwd, shell: true })", "f('ls', [x], { cwd })"],
    ["f('ls', [x], { shell: '/bin/bash', cwd })", "f('ls', [x], { cwd })"],
    ["f('ls', [x], { shell: true }, done)", "f('ls', [x], {}, done)"],
    ['f(`ls "${x}"`, { shell: true })', "f('ls', [x])"],
    ['f(`ls ${x}`, { shell: true, cwd })', "f('ls', [x], { cwd })"],
    ["const line = 'ls ' + x; f(line, { shell: true })", "const args = [x]; f('ls', args)"],
  ])('%s', (before, after) => {
    expect(suggestion(dropShell, before)).toBe(after);
  });

  test.each([
    ["f('ls', [x])", 'set elsewhere'],
    ["f('ls', [x], options)", 'set elsewhere'],
    ["f('ls', [x], { ...options, shell: true })", 'set elsewhere'],
    ["f('npm', ['run', x], { shell: true })", '.cmd file'],
    ["f('sh', ['-c', x], { shell: true })", 'runs its argument'],
    ["f('cat', [x, '|', 'wc'], { shell: true })", "would not leave '|'"],
    ["f('cat', ['*.txt', x], { shell: true })", "would not leave '*.txt'"],
    ["f('cat', ['a b', x], { shell: true })", "would not leave 'a b'"],
    ["f('ls -l', [x], { shell: true })", 'not a constant name'],
    ['f(program, [x], { shell: true })', 'not a constant name'],
    ["f('ls', args, { shell: true })", 'made elsewhere'],
    ['f(`ls ${x} | wc`, { shell: true })', 'a pipe'],
    ["f('ls', [x], { shell: true /* why */ })", 'set elsewhere'],
  ])('%s: %s', (code, why) => {
    expect(reason(dropShell, code)).toContain(why);
  });

  it('takes the attack away', () => {
    const directory = mkdtempSync(join(tmpdir(), 'shell-'));
    try {
      const run = (code: string): void => {
        const program = `import { execFileSync as f } from 'node:child_process';\nconst x = '; touch pwned';\ntry {\n  ${code};\n} catch {}`;
        execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: directory, stdio: 'ignore' });
      };
      const before = "f('ls', ['-l', x], { shell: true })";
      run(suggestion(dropShell, before));
      expect(existsSync(join(directory, 'pwned'))).toBe(false);
      run(before);
      expect(existsSync(join(directory, 'pwned'))).toBe(true);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
