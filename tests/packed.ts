/**
 * Projects of users, for tests: this package as its tarball has it, beside other packages in the versions that a test asks for. Packed
 * once a build and installed once a set, in the folder for temporary files, where later runs find them. Needs a build.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
export const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

const temporary = realpathSync(os.tmpdir());
const store = path.join(temporary, 'secure-node-tests');
const DAY = 86_400_000;

const say = (text: string): void => console.log(`  ${text}`);

/** What `make` puts into a folder, made once a key: in a folder of its own that is then renamed, so that runs beside this one see all or nothing. */
const once = (kind: string, key: string, make: (folder: string) => void): string => {
  const folder = path.join(store, `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(store, { recursive: true });
  const draft = mkdtempSync(`${folder}.`);
  make(draft);
  try {
    renameSync(draft, folder);
  } catch {
    // Another run was quicker; its folder holds the same.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
};

const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(folder, name)).isFile());

/** The folder with our tarball, and `package`, what it unpacks to. */
const packedFolder = (): string => {
  const hash = createHash('sha256');
  const files = ['package.json', 'README.md', ...['dist', 'docs'].flatMap((folder) => filesIn(path.join(root, folder)).map((name) => `${folder}/${name}`))];
  for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(root, file)));
  return once('packed', hash.digest('hex'), (folder) => {
    for (const name of readdirSync(store)) {
      const old = path.join(store, name);
      if (name.startsWith('packed-') && Date.now() - statSync(old).mtimeMs > DAY) rmSync(old, { recursive: true, force: true });
    }
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    execFileSync('tar', ['-xzf', path.join(folder, `${own.name}-${own.version}.tgz`), '-C', folder]);
  });
};

export const packed = (): string => path.join(packedFolder(), 'package');
export const tarball = (): string => path.join(packedFolder(), `${own.name}-${own.version}.tgz`);

/** A `node_modules` with these packages in these versions, and what they need. No script of theirs runs. */
export const installed = (packages: Readonly<Record<string, string>>): string => {
  const list = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const folder = once('installed', list.join(' '), (draft) => {
    const start = performance.now();
    say(`installing ${list.join(' ')}`);
    writeFileSync(path.join(draft, 'package.json'), '{ "private": true }\n');
    const { status, stderr } = spawnSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', '--loglevel=error', ...list], {
      cwd: draft,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`npm install ${list.join(' ')} failed:\n${stderr}`);
    say(`installed in ${Math.round((performance.now() - start) / 1000)} s`);
  });
  return path.join(folder, 'node_modules');
};

/** Exact versions of what this repository has anyway; tests take these where no other version is the point. */
export const here = (...names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, own.devDependencies[name] ?? '']));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Message {
  readonly ruleId: string | null;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly fatal?: boolean;
  readonly fix?: { readonly range: [number, number]; readonly text: string };
  readonly suggestions?: readonly { readonly desc: string }[];
}

export interface Project {
  readonly folder: string;
  readonly write: (name: string, text: string) => void;
  readonly read: (name: string) => string;
  readonly run: (program: string, args: readonly string[], environment?: Readonly<Record<string, string>>) => Ran;
  /** ESLint as the project has it. */
  readonly eslint: (...args: string[]) => Ran;
  /** What ESLint reports, by file from the project's folder. Throws where it did not run. */
  readonly lint: (args: readonly string[], node?: string) => Readonly<Record<string, readonly Message[]>>;
  readonly remove: () => void;
}

/** The packages in a folder of modules, those of scopes by their whole name. */
const packagesIn = (modules: string): string[] =>
  readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (name.startsWith('@') ? readdirSync(path.join(modules, name)).map((inner) => `${name}/${inner}`) : [name]));

/** A new project with our package from the tarball and a link to each package of `modules` (made by `installed`). */
export const makeProject = (modules: string, type: 'module' | 'commonjs' = 'module'): Project => {
  const folder = mkdtempSync(path.join(temporary, 'secure-node-project-'));
  const inside = path.join(folder, 'node_modules');
  mkdirSync(inside);
  for (const name of packagesIn(modules)) {
    mkdirSync(path.dirname(path.join(inside, name)), { recursive: true });
    symlinkSync(path.join(modules, name), path.join(inside, name));
  }
  if (existsSync(path.join(modules, '.bin'))) symlinkSync(path.join(modules, '.bin'), path.join(inside, '.bin'));
  rmSync(path.join(inside, own.name), { recursive: true, force: true });
  cpSync(packed(), path.join(inside, own.name), { recursive: true });
  return projectIn(folder, type);
};

export const projectIn = (folder: string, type: 'module' | 'commonjs' = 'module'): Project => {
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  if (!existsSync(path.join(folder, 'package.json'))) write('package.json', `${JSON.stringify({ private: true, type })}\n`);
  const run: Project['run'] = (program, args, environment = {}) => {
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, NO_COLOR: '1', ...environment } });
    if (error) throw error;
    return { status, stdout, stderr };
  };
  const bin = path.join(folder, 'node_modules/eslint/bin/eslint.js');
  return {
    folder,
    write,
    run,
    read: (name) => readFileSync(path.join(folder, name), 'utf8'),
    eslint: (...args) => run(process.execPath, [bin, ...args]),
    lint: (args, node = process.execPath) => {
      const ran = run(node, [bin, '--format', 'json', ...args]);
      if (!ran.stdout.startsWith('[')) throw new Error(`eslint ${args.join(' ')} ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
      const results = JSON.parse(ran.stdout) as { filePath: string; messages: Message[] }[];
      return Object.fromEntries(results.map(({ filePath, messages }) => [path.relative(folder, filePath).replaceAll(path.sep, '/'), messages]));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** The ids of the rules that report, in order, or the text of a message of no rule. */
export const ruleIds = (messages: readonly Message[] = []): string[] => messages.map(({ ruleId, message }) => ruleId ?? message);

/** A handler with input in SQL text, and the same with a parameter; both as JavaScript modules that are TypeScript, too. */
export const dangerous = `import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();
express().set('x-powered-by', false).get('/user', async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM users WHERE name = '" + req.query.name + "'");
  res.json(rows);
});
`;
export const safe = dangerous.replace(`name = '" + req.query.name + "'"`, `name = $1", [req.query.name]`);
