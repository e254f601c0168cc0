/** Hooks as docs/pre-commit.md says them, each on a repository of its own: what is dangerous is refused, what is clean passes, what is repaired is in the commit. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dangerous, here, installed, makeProject, own, projectIn, root, safe, tarball, type Project, type Ran } from '../packed.ts';

/** What cannot be repaired by `--fix`: a shell line with a bare hole. */
const beyondFix = `import { exec } from 'node:child_process';
import express from 'express';

express().get('/ping', (req, res) => {
  exec('ping ' + req.query.host, () => res.end());
});
`;

interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
}

/** The blocks of a section of the page, in order. */
const section = (title: string): Block[] => {
  const page = readFileSync(path.join(root, 'docs/pre-commit.md'), 'utf8');
  const [, text = ''] = page.split(`\n## ${title}\n`);
  return Array.from((text.split('\n## ')[0] ?? '').matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm), ([, language = '', file, block = '']) => ({ language, file, text: block }));
};

const environment: Record<string, string> = {
  ...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  NO_COLOR: '1',
  // husky and lefthook pass over their work in CI otherwise
  CI: '',
};

class Repository {
  readonly project: Project;

  constructor(project: Project) {
    this.project = project;
    this.must('git init --quiet --initial-branch=main && git commit --quiet --allow-empty --message empty');
    project.write('.gitignore', 'node_modules\n');
    project.write('eslint.config.mjs', `import secureNode from '${own.name}';\nexport default [secureNode.configs.recommended];\n`);
  }

  run(command: string): Ran {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: this.project.folder, env: environment, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  /** As run, and throws where it fails. */
  must(command: string): string {
    const { status, stdout, stderr } = this.run(command);
    if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stdout}${stderr}`);
    return stdout.trim();
  }

  /** Goes through a section in its order: writes its files, changed by `edit`, and runs its commands; packages are installed already. */
  setUp(title: string, edit: (text: string) => string = (text) => text): void {
    console.log(`  a repository with ${title}`);
    for (const { language, file, text } of section(title)) {
      if (file === 'alone.yaml') break;
      if (file !== undefined) this.project.write(file, edit(text));
      else if (language === 'sh') for (const line of text.trim().split('\n')) if (!/^npm install|^staged/.test(line)) this.must(line);
    }
    this.must('git add --all');
    // From the first commit on.
    expect(this.commit({ 'src/first.js': beyondFix })).toEqual({ made: false, output: expect.stringContaining('secure-node/no-command-injection') as string });
    this.must('git rm --quiet --force src/first.js && git add --all && git commit --quiet --no-verify --message start');
  }

  commits(): number {
    return Number(this.must('git rev-list --count HEAD'));
  }

  commit(files: Readonly<Record<string, string>>): { readonly made: boolean; readonly output: string } {
    for (const [name, text] of Object.entries(files)) this.project.write(name, text);
    const before = this.commits();
    this.must(`git add -- ${Object.keys(files).map((name) => `'${name}'`).join(' ')}`);
    const { status, stdout, stderr } = this.run('git commit --message change');
    const made = this.commits() > before;
    expect(made).toBe(status === 0);
    return { made, output: stdout + stderr };
  }

  committed(name: string): string {
    return `${this.must(`git show 'HEAD:${name}'`)}\n`;
  }
}

const repositories: Repository[] = [];
let modules = '';
const open = (): Repository => {
  const repository = new Repository(makeProject(modules));
  repositories.push(repository);
  return repository;
};

const withFix = (text: string): string => text.replace('eslint --max-warnings', 'eslint --fix --max-warnings');
const plainFix = (text: string): string => (text.includes('set -e') ? `${withFix(text)}${section('A git hook of your own').at(-1)?.text ?? ''}` : text);

/** The framework is a program in Python, that a machine has or has not; `.ci/run` installs it where it can. */
const preCommit = spawnSync('pre-commit', ['--version'], { encoding: 'utf8' });
const hasPreCommit = preCommit.status === 0;
const home = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'secure-node-pre-commit-'));
environment.PRE_COMMIT_HOME = home;
const passOver = (): void => console.log('  passed over: no program pre-commit on this machine (apt-get install pre-commit)');

beforeAll(() => {
  modules = installed({ ...own.dependencies, ...here('eslint'), husky: '9.1.7', 'lint-staged': '16.4.0', lefthook: '2.2.1' });
  if (hasPreCommit) console.log(`  ${preCommit.stdout.trim()}`);
}, 300_000);

afterAll(() => {
  for (const { project } of repositories) project.remove();
  rmSync(home, { recursive: true, force: true });
});

const refusesAndPasses = (repository: Repository): void => {
  const refused = repository.commit({ 'src/app.js': dangerous, 'src/other.js': safe });
  expect(refused).toEqual({ made: false, output: expect.stringContaining('becomes part of SQL text') as string });
  expect(refused.output).toContain('secure-node/no-sql-injection');
  expect(refused.output).toContain('app.js');
  expect(repository.commit({ 'src/app.js': safe })).toMatchObject({ made: true });
  expect(repository.committed('src/app.js')).toBe(safe);
  // Other files are no matter of ESLint, names with blanks are files like others, and what was deleted is not looked for.
  expect(repository.commit({ 'read me.md': '# A\n', 'src/a b.js': safe })).toMatchObject({ made: true });
  repository.must("git rm --quiet 'src/a b.js'");
  expect(repository.commit({ 'notes.txt': 'b\n' })).toMatchObject({ made: true });
};

const repairs = (repository: Repository): void => {
  expect(repository.commit({ 'src/app.js': dangerous })).toMatchObject({ made: true });
  expect(repository.committed('src/app.js')).toBe(safe);
  expect(repository.must('git status --porcelain')).toBe('');
  const refused = repository.commit({ 'src/ping.js': beyondFix });
  expect(refused).toEqual({ made: false, output: expect.stringContaining('secure-node/no-command-injection') as string });
};

describe.each([
  ['husky and lint-staged', withFix],
  ['lefthook', withFix],
  ['A git hook of your own', plainFix],
] as const)('%s', (title, fixing) => {
  const setUp = (edit?: (text: string) => string): Repository => {
    const repository = open();
    repository.setUp(title, edit);
    return repository;
  };

  test('refuses what is dangerous and says why, and lets the rest pass', () => refusesAndPasses(setUp()), 120_000);

  test('with --fix has what was repaired in the commit, and refuses what is left', () => repairs(setUp(fixing)), 120_000);
});

test('lint-staged looks at what is staged, and keeps the rest of a file out of the commit', () => {
  const repository = open();
  repository.setUp('husky and lint-staged', withFix);
  repository.project.write('src/app.js', safe);
  repository.must('git add src/app.js');
  repository.project.write('src/app.js', dangerous);
  repository.must('git commit --quiet --message staged');
  expect(repository.committed('src/app.js')).toBe(safe);
  expect(repository.project.read('src/app.js')).toBe(dangerous);
}, 120_000);

describe('pre-commit', () => {
  test('refuses what is dangerous and says why, and lets the rest pass', () => {
    if (!hasPreCommit) return passOver();
    const repository = open();
    repository.setUp('pre-commit');
    refusesAndPasses(repository);
  }, 120_000);

  test('with --fix refuses once, and the commit passes when it is added', () => {
    if (!hasPreCommit) return passOver();
    const repository = open();
    repository.setUp('pre-commit', withFix);
    expect(repository.commit({ 'src/app.js': dangerous })).toEqual({ made: false, output: expect.stringContaining('files were modified by this hook') as string });
    expect(repository.project.read('src/app.js')).toBe(safe);
    expect(repository.commit({ 'src/app.js': safe })).toMatchObject({ made: true });
    expect(repository.commit({ 'src/ping.js': beyondFix })).toEqual({ made: false, output: expect.stringContaining('secure-node/no-command-injection') as string });
  }, 120_000);

  test.each([
    ['secure-node', dangerous, 'becomes part of SQL text'],
    ['secure-node-fix', dangerous, 'files were modified by this hook'],
  ])('takes %s from this repository', (id, text, says) => {
    if (!hasPreCommit) return passOver();
    const repository = open();
    // A repository that has our hooks, at a tag.
    const hooks = path.join(repository.project.folder, 'node_modules/.hooks');
    mkdirSync(hooks);
    cpSync(path.join(root, '.pre-commit-hooks.yaml'), path.join(hooks, '.pre-commit-hooks.yaml'));
    repository.must(`cd '${hooks}' && git init --quiet && git add . && git commit --quiet --message hooks && git tag v1`);
    repository.project.write('.pre-commit-config.yaml', `repos:\n  - repo: ${hooks}\n    rev: v1\n    hooks:\n      - id: ${id}\n`);
    repository.must('pre-commit install && git add --all && git commit --quiet --no-verify --message start');
    expect(repository.commit({ 'src/app.js': text })).toEqual({ made: false, output: expect.stringContaining(says) as string });
    expect(repository.commit({ 'src/app.js': safe })).toMatchObject({ made: true });
  }, 120_000);

  test('installs ESLint and the plugin by itself where the project has none', () => {
    if (!hasPreCommit) return passOver();
    const folder = path.join(home, 'alone');
    mkdirSync(folder);
    const repository = new Repository(projectIn(folder));
    repositories.push(repository);
    rmSync(path.join(folder, 'eslint.config.mjs'));
    const blocks = new Map(section('pre-commit').map(({ file, text }) => [file, text]));
    repository.project.write('eslint.config.cjs', blocks.get('eslint.config.cjs') ?? '');
    repository.project.write('.pre-commit-config.yaml', (blocks.get('alone.yaml') ?? '').replace(own.name + ']', `${tarball()}]`));
    repository.must('pre-commit install && git add --all && git commit --quiet --no-verify --message start');
    refusesAndPasses(repository);
  }, 300_000);
});
