import { describe, expect, it, test } from 'vitest';
import { applyEdits } from '../../src/ast/edit.ts';
import { exportedName, findImport, isModuleObject } from '../../src/ast/bindings.ts';
import { freeName, importEdits } from '../../src/ast/imports.ts';
import { callOf, nodesOf, sourceOf } from './source.ts';
import type { Language } from './source.ts';

/** Imports `execFile` for the call of `f` or `exec`, whose callee is then written anew; a callee `exec` is given as replaced. */
function imported(code: string, language: Language, request: { module?: string; name?: string } = {}): string {
  const source = sourceOf(code, language);
  const call = nodesOf(source, 'CallExpression').find(({ callee }) => callee.type === 'Identifier' && /^(?:f|exec|run)$/.test(callee.name));
  if (call?.callee.type !== 'Identifier') throw new Error('no call');
  const replaces = call.callee.name === 'f' ? undefined : call.callee;
  const { edits, local } = importEdits(source, { module: 'child_process', name: 'execFile', at: call, replaces, ...request });
  return applyEdits(code, [...edits, { range: call.callee.range, text: local }]);
}

describe('a binding that the file has', () => {
  test.each<[Language, string, string]>([
    ['esm', "import { execFile } from 'child_process';\nf();", "import { execFile } from 'child_process';\nexecFile();"],
    ['esm', "import { execFile as e } from 'node:child_process';\nf();", "import { execFile as e } from 'node:child_process';\ne();"],
    ['esm', "import * as cp from 'child_process';\nf();", "import * as cp from 'child_process';\ncp.execFile();"],
    ['esm', "import cp from 'child_process';\nf();", "import cp from 'child_process';\ncp.execFile();"],
    ['esm', "const cp = await import('child_process');\nf();", "const cp = await import('child_process');\ncp.execFile();"],
    ['cjs', "const cp = require('child_process');\nf();", "const cp = require('child_process');\ncp.execFile();"],
    ['cjs', "const { execFile } = require('child_process');\nf();", "const { execFile } = require('child_process');\nexecFile();"],
    ['cjs', "const { execFile: e } = require('child_process');\nf();", "const { execFile: e } = require('child_process');\ne();"],
    ['cjs', "const e = require('child_process').execFile;\nf();", "const e = require('child_process').execFile;\ne();"],
    ['cjs', "function g() { const cp = require('child_process'); f(); }", "function g() { const cp = require('child_process'); cp.execFile(); }"],
    ['ts', "import cp = require('child_process');\nf();", "import cp = require('child_process');\ncp.execFile();"],
    ['ts', "import cp, { type ExecOptions } from 'child_process';\nf();", "import cp, { type ExecOptions } from 'child_process';\ncp.execFile();"],
  ])('%s: %s', (language, before, after) => {
    expect(imported(before, language)).toBe(after);
  });

  it('is not taken where it is shadowed, reassigned or yet to come', () => {
    expect(imported("import { execFile } from 'child_process';\nfunction g(execFile) { f(); }", 'esm')).toBe(
      "import { execFile } from 'child_process';\nimport { execFile as childProcessExecFile } from 'child_process';\nfunction g(execFile) { childProcessExecFile(); }",
    );
    expect(imported("let cp = require('child_process');\ncp = null;\nf();", 'cjs')).toContain('\nexecFile();');
    expect(imported("f();\nvar cp = require('child_process');", 'cjs')).toBe(
      "const { execFile } = require('child_process');\nexecFile();\nvar cp = require('child_process');",
    );
  });

  it('is not another export, package or type', () => {
    expect(imported("import cp from 'other';\nf();", 'esm')).toBe("import cp from 'other';\nimport { execFile } from 'node:child_process';\nexecFile();");
    expect(imported("import type * as cp from 'child_process';\nf();", 'ts')).toBe(
      "import type * as cp from 'child_process';\nimport { execFile } from 'child_process';\nexecFile();",
    );
  });
});

describe('an import that is extended', () => {
  test.each<[Language, string, string]>([
    ['esm', "import { spawn } from 'child_process';\nf();", "import { spawn, execFile } from 'child_process';\nexecFile();"],
    ['esm', "import { spawn, } from 'child_process';\nf();", "import { spawn, execFile, } from 'child_process';\nexecFile();"],
    [
      'esm',
      "import {\n  fork,\n  spawn,\n} from 'child_process';\nf();",
      "import {\n  fork,\n  spawn,\n  execFile,\n} from 'child_process';\nexecFile();",
    ],
    ['cjs', "const { spawn } = require('child_process');\nf();", "const { spawn, execFile } = require('child_process');\nexecFile();"],
    ['cjs', "const { spawn, ...rest } = require('child_process');\nf();", "const { spawn, execFile, ...rest } = require('child_process');\nexecFile();"],
    ['cjs', "const { spawn } = require('child_process');\nconst execFile = 1;\nf();", "const { spawn, execFile: childProcessExecFile } = require('child_process');\nconst execFile = 1;\nchildProcessExecFile();"],
    ['esm', "import { spawn } from 'child_process';\nconst execFile = 1;\nf();", "import { spawn, execFile as childProcessExecFile } from 'child_process';\nconst execFile = 1;\nchildProcessExecFile();"],
  ])('%s: %s', (language, before, after) => {
    expect(imported(before, language)).toBe(after);
  });

  it('may have a default alone', () => {
    expect(imported("import d from 'pkg';\nf();", 'esm', { module: 'pkg', name: 'x' })).toBe("import d, { x } from 'pkg';\nx();");
  });

  it('is imported under the name of its package', () => {
    expect(imported("import a from 'a';\nf();", 'esm', { module: 'helmet', name: 'default' })).toBe("import a from 'a';\nimport helmet from 'helmet';\nhelmet();");
    expect(imported("const a = require('a');\nf();", 'cjs', { module: 'helmet', name: 'default' })).toBe("const a = require('a');\nconst helmet = require('helmet');\nhelmet();");
    expect(imported("import helmet from './helmet.js';\nf();", 'esm', { module: 'helmet', name: 'default' })).toBe("import helmet from './helmet.js';\nimport helmet2 from 'helmet';\nhelmet2();");
  });
});

describe('an import whose last use goes', () => {
  test.each<[Language, string, string]>([
    ['esm', "import { exec } from 'child_process';\nexec();", "import { execFile } from 'child_process';\nexecFile();"],
    ['esm', "import { exec as run } from 'child_process';\nrun();", "import { execFile as run } from 'child_process';\nrun();"],
    ['esm', "import { exec, spawn } from 'child_process';\nexec(); spawn();", "import { execFile, spawn } from 'child_process';\nexecFile(); spawn();"],
    ['esm', "import { exec, execFile } from 'child_process';\nexec();", "import { execFile } from 'child_process';\nexecFile();"],
    ['esm', "import { execFile, exec } from 'child_process';\nexec();", "import { execFile } from 'child_process';\nexecFile();"],
    ['esm', "import { exec } from 'child_process';\nimport { execFile } from 'node:child_process';\nexec();", "import { execFile } from 'node:child_process';\nexecFile();"],
    ['esm', "import cp, { exec } from 'child_process';\nexec(); cp;", "import cp, { execFile } from 'child_process';\nexecFile(); cp;"],
    ['esm', "import { exec } from 'child_process';\nconst execFile = 1;\nexec();", "import { execFile as childProcessExecFile } from 'child_process';\nconst execFile = 1;\nchildProcessExecFile();"],
    ['cjs', "const { exec } = require('child_process');\nexec();", "const { execFile } = require('child_process');\nexecFile();"],
    ['cjs', "const { exec: run } = require('child_process');\nrun();", "const { execFile: run } = require('child_process');\nrun();"],
    ['cjs', "const { exec, execFile } = require('child_process');\nexec();", "const { execFile } = require('child_process');\nexecFile();"],
    ['cjs', "const exec = require('child_process').exec;\nexec();", "const execFile = require('child_process').execFile;\nexecFile();"],
    ['cjs', "const run = require('child_process').exec;\nrun();", "const run = require('child_process').execFile;\nrun();"],
    ['cjs', "const { exec, execFile, ...rest } = require('child_process');\nexec();", "const { exec, execFile, ...rest } = require('child_process');\nexecFile();"],
    ['ts', "import { exec, type ExecOptions } from 'child_process';\nexec();", "import { execFile, type ExecOptions } from 'child_process';\nexecFile();"],
  ])('%s: %s', (language, before, after) => {
    expect(imported(before, language)).toBe(after);
  });

  test.each<[Language, string, string]>([
    ['esm', "import { exec } from 'child_process';\nexec(); exec();", "import { exec, execFile } from 'child_process';\nexecFile(); exec();"],
    ['esm', "import { exec } from 'child_process';\nexec();\nexport { exec };", "import { exec, execFile } from 'child_process';\nexecFile();\nexport { exec };"],
    ['cjs', "const { exec } = require('child_process');\nexec();\nmodule.exports = { exec };", "const { exec, execFile } = require('child_process');\nexecFile();\nmodule.exports = { exec };"],
    ['esm', "export const { exec } = await import('child_process');\nexec();", "export const { exec, execFile } = await import('child_process');\nexecFile();"],
  ])('%s, but it has another: %s', (language, before, after) => {
    expect(imported(before, language)).toBe(after);
  });
});

describe('a new import', () => {
  const ESM = "import { execFile } from 'node:child_process';";
  const CJS = "const { execFile } = require('node:child_process');";
  test.each<[string, Language, string, string]>([
    ['alone', 'esm', 'f();', `${ESM}\nexecFile();`],
    ['in CommonJS', 'cjs', 'f();', `${CJS}\nexecFile();`],
    ['after imports', 'esm', "import fs from 'node:fs';\n\nf();", `import fs from 'node:fs';\n${ESM}\n\nexecFile();`],
    ['after a comment on the line', 'esm', "import fs from 'node:fs'; // files\nf();", `import fs from 'node:fs'; // files\n${ESM}\nexecFile();`],
    ['before what shares the line', 'esm', "import fs from 'node:fs'; f();", `import fs from 'node:fs';\n${ESM}\n execFile();`],
    ['after requires', 'cjs', "'use strict';\nconst fs = require('node:fs');\n\nf();", `'use strict';\nconst fs = require('node:fs');\n${CJS}\n\nexecFile();`],
    ['after directives', 'cjs', "'use strict';\n\nf();", `'use strict';\n${CJS}\n\nexecFile();`],
    ['beneath a shebang', 'cjs', '#!/usr/bin/env node\nf();', `#!/usr/bin/env node\n${CJS}\nexecFile();`],
    ['beneath a licence', 'esm', '/* Licence */\n\n/** Doc. */\nf();', `/* Licence */\n\n${ESM}\n/** Doc. */\nexecFile();`],
    ['beneath a pragma', 'ts', '// @ts-check\nf();', `// @ts-check\n${ESM}\nexecFile();`],
    ['above a doc comment', 'esm', '/** Doc. */\nf();', `${ESM}\n/** Doc. */\nexecFile();`],
    ['without prefix', 'esm', "import fs from 'fs';\nf();", "import fs from 'fs';\nimport { execFile } from 'child_process';\nexecFile();"],
    ['in double quotes', 'esm', 'import fs from "node:fs";\nf();', 'import fs from "node:fs";\nimport { execFile } from "node:child_process";\nexecFile();'],
    ['without semicolons', 'esm', "import fs from 'node:fs'\nf()", "import fs from 'node:fs'\nimport { execFile } from 'node:child_process'\nexecFile()"],
    ['with CRLF', 'esm', "import fs from 'node:fs';\r\nf();\r\n", `import fs from 'node:fs';\r\n${ESM}\r\nexecFile();\r\n`],
    ['in a module that requires', 'esm', "const fs = require('node:fs');\nf();", `const fs = require('node:fs');\n${CJS}\nexecFile();`],
    ['in TypeScript of CommonJS', 'ts', "import fs = require('node:fs');\nf();", `import fs = require('node:fs');\n${ESM}\nexecFile();`],
    ['of a package', 'esm', 'f();', "import { x } from 'pkg';\nx();"],
  ])('%s', (title, language, before, after) => {
    expect(imported(before, language, title === 'of a package' ? { module: 'pkg', name: 'x' } : {})).toBe(after);
  });
});

describe('findImport', () => {
  const find = (code: string, name: string, module = 'escape-html', language: Language = 'esm'): string | undefined => {
    const source = sourceOf(code, language);
    return findImport(source, { module, name, at: callOf(source, 'f') });
  };

  test.each<[string, Language, string, string | undefined]>([
    ["import e from 'escape-html'; f();", 'esm', 'default', 'e'],
    ["const e = require('escape-html'); f();", 'cjs', 'default', 'e'],
    ["import * as e from 'escape-html'; f();", 'esm', 'default', 'e.default'],
    ["import * as e from 'escape-html'; f();", 'esm', 'x', 'e.x'],
    ["import e from 'escape-html'; f();", 'esm', 'x', undefined],
    ["import { x as y } from 'escape-html'; f();", 'esm', 'x', 'y'],
    ["import { x } from 'other'; f();", 'esm', 'x', undefined],
    ["import e from 'escape-html'; function g(e) { f(); }", 'esm', 'default', undefined],
  ])('%s', (code, language, name, local) => {
    expect(find(code, name, 'escape-html', language)).toBe(local);
  });
});

describe('freeName', () => {
  it('steps aside for declarations, globals in use and names of inner scopes', () => {
    expect(freeName(sourceOf('f();'), 'g')).toBe('g');
    expect(freeName(sourceOf('function h(g) {}'), 'g')).toBe('g2');
    expect(freeName(sourceOf('g(); let g2;'), 'g')).toBe('g3');
    expect(freeName(sourceOf('process.exit();'), 'process')).toBe('process2');
    expect(freeName(sourceOf('let g;'), 'g', '@a/b-c')).toBe('aBCG');
  });
});

describe('what an expression is bound to', () => {
  test.each<[string, Language, boolean]>([
    ["import * as cp from 'child_process'; f(cp);", 'esm', true],
    ["import cp from 'node:child_process'; f(cp);", 'esm', true],
    ["f(require('child_process'));", 'cjs', true],
    ["const cp = require('child_process'); f(cp);", 'cjs', true],
    ["import { exec } from 'child_process'; f(exec);", 'esm', false],
    ["import cp from 'child_process'; function g(cp) { f(cp); }", 'esm', false],
    ["import cp from 'other'; f(cp);", 'esm', false],
    ['f(cp);', 'esm', false],
  ])('%s: the module %s', (code, language, answer) => {
    const source = sourceOf(code, language);
    const [argument] = callOf(source, 'f').arguments;
    expect(argument && isModuleObject(source, argument, 'child_process')).toBe(answer);
  });

  test.each<[string, string | undefined]>([
    ["import { exec } from 'child_process'; f(exec);", 'exec'],
    ["import { exec as run } from 'node:child_process'; f(run);", 'exec'],
    ["import * as run from 'child_process'; f(run);", undefined],
    ["import { exec } from 'other'; f(exec);", undefined],
    ["import { exec } from 'child_process'; function g(exec) { f(exec); }", undefined],
  ])('%s: %s', (code, name) => {
    const source = sourceOf(code);
    const [argument] = callOf(source, 'f').arguments;
    expect(argument?.type === 'Identifier' && exportedName(source, argument, 'child_process')).toBe(name);
  });
});
