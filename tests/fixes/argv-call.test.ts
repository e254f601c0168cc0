import { describe, expect, it, test } from 'vitest';
import { argvCall } from '../../src/fixes/argv-call.ts';
import { isRefusal } from '../../src/fixes/fix.ts';
import type { SinkUse, TypesOf } from '../../src/fixes/fix.ts';
import { sourceOf } from '../ast/source.ts';
import type { Language } from '../ast/source.ts';
import { only, repaired, useOf } from './sink-use.ts';

const CALLEE = /exec(?:a?Command|Sync|Async)?(?:'\]| as Run)?$|^run$|^promisify\(/i;
const IMPORT = "import { exec } from 'node:child_process';\n";
const FIXED = "import { execFile } from 'node:child_process';\n";

function answer(code: string, language: Language = 'esm', more: Partial<SinkUse> = {}, types?: TypesOf): ReturnType<typeof argvCall> {
  const source = sourceOf(code, language);
  return argvCall(useOf(source, CALLEE, more), source, types);
}

/** Level, message and text after the repair. */
function repair(code: string, language: Language = 'esm', more: Partial<SinkUse> = {}, types?: TypesOf): [string, string, string] {
  const { level, message } = only(answer(code, language, more, types));
  return [level, message, repaired(sourceOf(code, language), only(answer(code, language, more, types)))];
}

const reason = (code: string, language: Language = 'esm', more: Partial<SinkUse> = {}): string | false => {
  const given = answer(code, language, more);
  return isRefusal(given) && given.reason;
};

describe('the line', () => {
  test.each([
    ['exec(`git log "${x}"`)', "execFile('git', ['log', x])"],
    ["exec(`git log '${x}'`)", "execFile('git', ['log', x])"],
    ['exec(`git log "--since=${x}" --oneline`)', "execFile('git', ['log', `--since=${x}`, '--oneline'])"],
    ['exec(`git log --since="${x}"`)', "execFile('git', ['log', `--since=${x}`])"],
    ['exec(`cp "${dir}/in put.txt" "${dir}/$"`)', "execFile('cp', [`${dir}/in put.txt`, `${dir}/$`])"],
    ['exec(\'git log "\' + x + \'"\')', "execFile('git', ['log', x])"],
    ["exec('cat \"' + dir + '/' + (a + b) + '\"')", "execFile('cat', [`${dir}/${a + b}`])"],
    ["exec('cat \"' + (dir + '/' + a) + '\"')", "execFile('cat', [`${dir}/${a}`])"],
    ["exec(`cat` + ` \"${x}\"`)", "execFile('cat', [x])"],
    ["exec(['cat', `\"${x}\"`].join(' '))", "execFile('cat', [x])"],
    ["exec('cat '.concat('\"', x, '\"'))", "execFile('cat', [x])"],
    ['exec(`cat "${(a, b)}"`)', "execFile('cat', [(a, b)])"],
    ['exec(`cat "${a ? b : `c${d}`}"`)', "execFile('cat', [a ? b : `c${d}`])"],
    ["exec(`cat \"\\`$${x}\"`)", undefined],
    ["exec(`grep 'a\\`b' '$${x}'`)", "execFile('grep', ['a`b', `\\$${x}`])"],
    ["exec(`cat '\\\\${x}\\${y}'`)", "execFile('cat', [`\\\\${x}\\${y}`])"],
  ])('%s', (before, after) => {
    if (after === undefined) expect(reason(IMPORT + before)).toBe('the line has a command substitution');
    else expect(repair(IMPORT + before)).toEqual(['fix', 'execFile', FIXED + after]);
  });

  test.each([
    ['exec(`git log ${x}`)', "execFile('git', ['log', x])"],
    ['exec("git log " + x)', 'execFile("git", ["log", x])'],
    ['exec(`cat "${x}" ${y}`)', "execFile('cat', [x, y])"],
    ['exec(`cat --file=${x}`)', "execFile('cat', [`--file=${x}`])"],
  ])('%s may mean several words', (before, after) => {
    const code = IMPORT.replaceAll("'", before.includes('"git') ? '"' : "'");
    const [level, message, text] = repair(code + before);
    expect([level, message]).toEqual(['suggestion', 'execFileBare']);
    expect(text).toContain(after);
  });

  it('never splits a number', () => {
    const number: TypesOf = () => new Set(['number']);
    const unknown: TypesOf = () => new Set(['number', 'string']);
    expect(repair(`${IMPORT}exec(\`head -n \${n} log\`)`, 'esm', {}, number)[0]).toBe('fix');
    expect(repair(`${IMPORT}exec(\`head -n \${n} log\`)`, 'esm', {}, unknown)[0]).toBe('suggestion');
  });

  it('is only suggested where the sink is a guess or a builtin has the name', () => {
    expect(repair(`${IMPORT}exec(\`cat "\${x}"\`)`, 'esm', { bound: false })[0]).toBe('suggestion');
    expect(repair(`${IMPORT}exec(\`echo "\${x}"\`)`)[0]).toBe('suggestion');
  });

  it('makes strings of values in TypeScript, but of strings', () => {
    const code = `${IMPORT}exec(\`cat "\${x}" "\${String(y)}" "\${z as string}" "-\${x}"\`);`;
    expect(repair(code, 'ts')[2]).toBe(`${FIXED}execFile('cat', [String(x), String(y), String(z as string), \`-\${x}\`]);`);
    expect(repair(code, 'ts', {}, () => new Set(['string']))[2]).toBe(`${FIXED}execFile('cat', [x, String(y), z as string, \`-\${x}\`]);`);
  });

  it('may stand in a constant', () => {
    const code = (rest: string): string => `${IMPORT}const line = \`cat "\${x}"\`;\nexec(line);${rest}`;
    expect(repair(code(''))).toEqual(['fix', 'execFile', `${FIXED}const args = [x];\nexecFile('cat', args);`]);
    expect(repair(code('let args;'))[2]).toBe(`${FIXED}const line = [x];\nexecFile('cat', line);let args;`);
    expect(reason(code('\nconsole.log(line);'))).toBe("'line' is also used elsewhere");
    expect(reason(code('').replace('const line', 'export const line'))).toBe('the line is made elsewhere');
    expect(reason(code('line = "";').replace('const line', 'let line'))).toBe('the line is made elsewhere');
    expect(reason(code('').replace('const line', 'const line: string'), 'ts')).toBe('the line is made elsewhere');
    expect(reason(`${IMPORT}function f(line) { exec(line); }`)).toBe('the line is made elsewhere');
  });

  test.each([
    ['exec(`cat "${x}" | wc`)', 'a pipe'],
    ['exec(`${x} log`)', 'the command itself'],
    ['exec(x + " log")', 'the command itself'],
    ['exec(f(x))', 'made elsewhere'],
    ['exec(a + b)', 'made elsewhere'],
    ['exec(`cd "${x}"`)', "'cd' is a command of the shell"],
    ['exec(`npm install "${x}"`)', 'a .cmd file on Windows'],
    ['exec(`./node_modules/.bin/thing "${x}"`)', 'a .cmd file on Windows'],
    ['exec(`tool.bat "${x}"`)', 'a script of the Windows shell'],
    ['exec(`cat ${/* file */ x} "${y}"`)', 'a comment stands'],
    ['exec("cat " + /* file */ x)', 'a comment stands'],
  ])('%s is refused: %s', (code, why) => {
    expect(reason(IMPORT + code)).toContain(why);
  });

  it('keeps comments inside values', () => {
    expect(repair(`${IMPORT}exec(\`cat "\${f(/* file */ x)}"\`)`)[2]).toContain('[f(/* file */ x)]');
  });

  test.each([
    'sh -c "${x}"',
    '/bin/bash -lc "ls ${x}"',
    'sudo sh -c "${x}"',
    'node -e "${x}"',
    'python3 -c "${x}"',
    'perl -pe "${x}" file',
    'ssh host "ls ${x}"',
    'su -c "${x}"',
    'sudo ssh "${x}"',
    'xargs "${x}"',
    'awk "${x}" file',
    'sed -i "s/a/${x}/" file',
    'sed "" -e "${x}"',
    'find . -exec "${x}"',
    'git clone --upload-pack="${x}" url',
    'tar -cf a.tar --checkpoint-action="${x}" b',
    'docker exec box sh -c "${x}"',
    'psql -c "${x}"',
  ])('%s would still run the value', (line) => {
    expect(reason(`${IMPORT}exec(\`${line}\`)`)).toMatch(/runs its|takes a command/);
  });

  test.each(['node script.js "${x}"', 'python3 tool.py --name "${x}"', 'sh deploy.sh "${x}"', "awk '{ print $1 }' \"${x}\"", "sed -n '1p' \"${x}\"", 'sudo cat "${x}"', 'git commit -m "${x}"'])(
    '%s does not',
    (line) => {
      expect(repair(`${IMPORT}exec(\`${line}\`)`)[0]).toBe('fix');
    },
  );
});

describe('the other arguments', () => {
  test.each([
    ['exec(`cat "${x}"`, (error, out) => out)', "execFile('cat', [x], (error, out) => out)"],
    ['exec(`cat "${x}"`, { cwd }, done)', "execFile('cat', [x], { cwd }, done)"],
    ['exec(`cat "${x}"`, callback)', "execFile('cat', [x], callback)"],
    ['exec(`cat "${x}"`, undefined, done)', "execFile('cat', [x], undefined, done)"],
    ['exec(`cat "${x}"`, null, done)', "execFile('cat', [x], null, done)"],
    ['const o = { cwd }; exec(`cat "${x}"`, o)', 'const o = { cwd }; execFile(\'cat\', [x], o)'],
    ['const f = () => {}; exec(`cat "${x}"`, f)', "const f = () => {}; execFile('cat', [x], f)"],
    ['function f() {} exec(`cat "${x}"`, f)', "function f() {} execFile('cat', [x], f)"],
    ['exec(\n  `cat "${x}"`,\n  { cwd }, // here\n)', "execFile(\n  'cat', [x],\n  { cwd }, // here\n)"],
  ])('%s', (before, after) => {
    expect(repair(IMPORT + before)).toEqual(['fix', 'execFile', FIXED + after]);
  });

  test.each([
    ["{ shell: '/bin/bash' }", 'ask for a shell'],
    ['{ shell }', 'ask for a shell'],
    ['{ ...options }', 'out of sight'],
    ['{ [key]: 1 }', 'out of sight'],
    ['options', 'out of sight'],
    ['options, done', 'out of sight'],
    ['callback, done', 'out of sight'],
    ['getOptions()', 'out of sight'],
    ['...rest', 'out of sight'],
  ])('%s: refused', (args, why) => {
    expect(reason(`${IMPORT}exec(\`cat "\${x}"\`, ${args})`)).toContain(why);
  });

  it('does not trust options that are written to', () => {
    expect(reason(`${IMPORT}const o = {}; o.shell = true; exec(\`cat "\${x}"\`, o)`)).toContain('out of sight');
  });

  it('takes no name for a callback where there is none', () => {
    const sync = IMPORT.replace('exec', 'execSync') + 'execSync(`cat "${x}"`, callback)';
    expect(reason(sync, 'esm', { instead: 'execFileSync' })).toContain('out of sight');
  });
});

describe('the callee', () => {
  const CALL = '(`cat "${x}"`)';
  test.each<[Language, string, string]>([
    ['esm', `import * as cp from 'child_process';\ncp.exec${CALL}`, "import * as cp from 'child_process';\ncp.execFile('cat', [x])"],
    ['esm', `import cp from 'child_process';\ncp['exec']${CALL}`, "import cp from 'child_process';\ncp['execFile']('cat', [x])"],
    ['cjs', `require('child_process').exec${CALL}`, "require('child_process').execFile('cat', [x])"],
    ['cjs', `const { exec } = require('child_process');\nexec${CALL}`, "const { execFile } = require('child_process');\nexecFile('cat', [x])"],
    ['cjs', `const run = require('child_process').exec;\nrun${CALL}`, "const run = require('child_process').execFile;\nrun('cat', [x])"],
    ['esm', `import { exec as run } from 'child_process';\nrun${CALL}`, "import { execFile as run } from 'child_process';\nrun('cat', [x])"],
    ['ts', `import { exec } from 'child_process';\n(exec as Run)${CALL}`, "import { execFile } from 'child_process';\n(execFile as Run)('cat', [String(x)])"],
    ['esm', `import { exec } from 'child_process';\nexec('ls'); exec?.${CALL};`, "import { exec, execFile } from 'child_process';\nexec('ls'); execFile?.('cat', [x]);"],
  ])('%s: %s', (language, before, after) => {
    expect(repair(before, language)).toEqual(['fix', 'execFile', after]);
  });

  test.each<[string, string, string]>([
    [
      'used once',
      `const execAsync = promisify(exec);\nawait execAsync${CALL};`,
      "import { execFile } from 'child_process';\nimport { promisify } from 'util';\nconst execFileAsync = promisify(execFile);\nawait execFileAsync('cat', [x]);",
    ],
    [
      'under its own name',
      `const run = promisify(exec);\nawait run${CALL};`,
      "import { execFile } from 'child_process';\nimport { promisify } from 'util';\nconst run = promisify(execFile);\nawait run('cat', [x]);",
    ],
    [
      'used twice',
      `const execAsync = promisify(exec);\nexecAsync('ls | wc');\nawait execAsync${CALL};`,
      "import { exec, execFile } from 'child_process';\nimport { promisify } from 'util';\nconst execAsync = promisify(exec);\nconst execFileAsync = promisify(execFile);\nexecAsync('ls | wc');\nawait execFileAsync('cat', [x]);",
    ],
    [
      'exported',
      `export const execAsync = promisify(exec);\nawait execAsync${CALL};`,
      "import { exec, execFile } from 'child_process';\nimport { promisify } from 'util';\nexport const execAsync = promisify(exec);\nconst execFileAsync = promisify(execFile);\nawait execFileAsync('cat', [x]);",
    ],
    ['in place', `await promisify(exec)${CALL};`, "import { execFile } from 'child_process';\nimport { promisify } from 'util';\nawait promisify(execFile)('cat', [x]);"],
  ])('promisified, %s', (_title, body, after) => {
    const [level, , text] = repair(`import { exec } from 'child_process';\nimport { promisify } from 'util';\n${body}`);
    expect([level, text]).toEqual(['fix', after]);
  });

  it('uses what an earlier repair has brought in, and clears up after the last', () => {
    const head = "import { exec, execFile } from 'child_process';\nimport { promisify } from 'util';\nconst execAsync = promisify(exec);\nconst execFileAsync = promisify(execFile);\n";
    const other = "execAsync('ls | wc');\n";
    expect(repair(`${head}${other}await execAsync${CALL};`)[2]).toBe(`${head}${other}await execFileAsync('cat', [x]);`);
    expect(repair(`${head}await execAsync${CALL};`)[2]).toBe(
      "import { execFile } from 'child_process';\nimport { promisify } from 'util';\nconst execFileAsync = promisify(execFile);\nawait execFileAsync('cat', [x]);",
    );
  });

  it('is changed beneath util.promisify and members', () => {
    const code = `const cp = require('child_process');\nconst util = require('util');\nconst exec = util.promisify(cp.exec);\nexec${CALL};`;
    expect(repair(code, 'cjs')[2]).toBe(
      "const cp = require('child_process');\nconst util = require('util');\nconst execFile = util.promisify(cp.execFile);\nexecFile('cat', [x]);",
    );
    expect(repair(`${code}\nexec('ls | wc');`.replace(`exec${CALL};\nexec('ls | wc');`, `exec('ls | wc');\nexec${CALL};`), 'cjs')[2]).toContain(
      "\nconst exec = util.promisify(cp.exec);\nconst execFile = util.promisify(cp.execFile);\nexec('ls | wc');\nexecFile('cat', [x]);",
    );
  });

  test.each([
    `this.cp.exec${CALL}`,
    `const runner = { exec: f }; runner.exec${CALL}`,
    `function g(exec) { exec${CALL} }`,
    `let execAsync = promisify(exec); execAsync = f; execAsync${CALL}`,
    `const exec = wrap(f); exec${CALL}`,
  ])('%s is out of sight', (code) => {
    expect(reason(code)).toBe('the function that is called is out of sight');
  });

  it('is execa for execaCommand, as a suggestion', () => {
    const code = `import { execaCommand } from 'execa';\nawait execaCommand(\`cat "\${x}"\`, { cwd });`;
    expect(repair(code, 'esm', { path: 'execa:execaCommand[0]', instead: 'execa' })).toEqual([
      'suggestion',
      'execFile',
      "import { execa } from 'execa';\nawait execa('cat', [x], { cwd });",
    ]);
  });

  it('has no other in some packages', () => {
    expect(reason(`shell.exec${CALL}`, 'esm', { path: 'shelljs:exec[0]', instead: undefined })).toBe('there is no call that takes a list of arguments in its place');
  });
});
