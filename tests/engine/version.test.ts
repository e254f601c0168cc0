/** Which version of a package a file would load, on folders that are made for it. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createAnalysis, installedVersion, versionIn } from '../../src/engine/index.ts';
import { defineModel, type Model } from '../../src/model/dsl.ts';
import { Registry } from '../../src/model/registry.ts';
import { parse } from './toys.ts';

const root = mkdtempSync(path.join(tmpdir(), 'versions-'));
afterAll(() => rmSync(root, { recursive: true }));

const folder = (...parts: readonly string[]): string => path.join(root, ...parts);
const write = (file: string, content: unknown): void => {
  mkdirSync(path.dirname(folder(file)), { recursive: true });
  writeFileSync(folder(file), typeof content === 'string' ? content : JSON.stringify(content));
};
const install = (at: string, name: string, version: unknown): void => write(`${at}/node_modules/${name}/package.json`, { name, version });
const file = (at: string): string => folder(at, 'src', 'deep', 'app.js');

describe('the version of a package', () => {
  test('is that of the nearest one installed', () => {
    install('near', 'toy', '2.0.0');
    install('near/src', 'toy', '1.2.3');
    expect(installedVersion(file('near'), 'toy')).toBe('1.2.3');
    expect(installedVersion(folder('near', 'app.js'), 'toy')).toBe('2.0.0');
    install('near', '@toys/box', '3.1.0');
    expect(installedVersion(file('near'), '@toys/box')).toBe('3.1.0');
    expect(installedVersion(file('near'), 'toyish')).toBeUndefined();
  });

  test.each([
    ['dependencies', '^3.14.1', '3.14.1'],
    ['devDependencies', '~2.1', '2.1.0'],
    ['peerDependencies', '>=4 <6', '4.0.0'],
    ['optionalDependencies', '1.x', '1.0.0'],
    ['dependencies', 'workspace:^5.1.0', '5.1.0'],
    ['dependencies', 'npm:@other/toy@^6.0.0', '6.0.0'],
  ])('is the least that package.json asks for: %s %s', (list, range, version) => {
    const at = `asked/${list}/${version}`;
    write(`${at}/package.json`, { [list]: { toy: range } });
    expect(installedVersion(file(at), 'toy')).toBe(version);
  });

  test.each(['*', 'latest', '', 'workspace:*', 'file:../toy', 'github:toys/toy#v3', 'https://toys.example/toy-3.tgz', 7, null])('is not told by %s', (range) => {
    const at = `vague/${String(range).replaceAll(/\W/g, '_')}`;
    write(`${at}/package.json`, { dependencies: { toy: range } });
    expect(installedVersion(file(at), 'toy')).toBeUndefined();
  });

  test('in a workspace is what lies further up, if the package may use it', () => {
    install('mono', 'toy', '4.1.0');
    write('mono/packages/wide/package.json', { peerDependencies: { toy: '^3 || ^4' } });
    write('mono/packages/old/package.json', { dependencies: { toy: '^3.2.0' } });
    write('mono/packages/none/package.json', {});
    expect(installedVersion(file('mono/packages/wide'), 'toy')).toBe('4.1.0');
    expect(installedVersion(file('mono/packages/old'), 'toy')).toBe('3.2.0');
    expect(installedVersion(file('mono/packages/none'), 'toy')).toBe('4.1.0');
  });

  test('is unknown where files are broken, and known once they are mended', () => {
    write('broken/package.json', '{ "dependencies": { "toy": ');
    write('broken/node_modules/toy/package.json', '[]');
    mkdirSync(folder('broken/node_modules/box/package.json'), { recursive: true });
    install('broken', 'ball', 'no version');
    expect(installedVersion(file('broken'), 'toy')).toBeUndefined();
    expect(installedVersion(file('broken'), 'box')).toBeUndefined();
    expect(installedVersion(file('broken'), 'ball')).toBeUndefined();
    write('broken/package.json', { dependencies: { toy: '^1.0.0' } });
    expect(installedVersion(file('broken'), 'toy')).toBe('1.0.0');
  });

  test('changes when another one is installed', () => {
    install('fresh', 'toy', '1.0.0');
    expect(installedVersion(file('fresh'), 'toy')).toBe('1.0.0');
    install('fresh', 'toy', '2.0.0');
    utimesSync(folder('fresh/node_modules/toy/package.json'), 9, 9);
    expect(installedVersion(file('fresh'), 'toy')).toBe('2.0.0');
    rmSync(folder('fresh/node_modules'), { recursive: true });
    expect(installedVersion(file('fresh'), 'toy')).toBeUndefined();
  });

  test.each(['<input>', '<text>', 'app.js'])('of text without a folder (%s) is that of the working directory', (name) => {
    expect(installedVersion(name, 'semver')).toMatch(/^7\./);
    expect(installedVersion(path.join(process.cwd(), 'src', name), 'semver')).toMatch(/^7\./);
  });

  test('of a block in a page is that of its folder', () => {
    install('pages', 'toy', '1.0.0');
    write('pages/README.md', '');
    expect(installedVersion(folder('pages/README.md/0.js'), 'toy')).toBe('1.0.0');
  });
});

describe('a range', () => {
  test.each([
    ['3.14.1', '<4', true],
    ['4.0.0', '<4', false],
    ['4.0.0-beta.2', '<4', false],
    ['4.17.12-beta.1', '<4.17.20', true],
    ['1.0.0', '>=1 <1.4', true],
    ['1.4.0', '>=1 <1.4 || >=2', false],
    ['1.0.0', 'no range', undefined],
  ])('%s in %s: %s', (version, range, answer) => {
    const at = `range/${version}`;
    install(at, 'toy', version);
    expect(versionIn(file(at), 'toy', range)).toBe(answer);
  });

  test('of a package that is not there is unknown', () => {
    expect(versionIn(file('range'), 'toy', '>=0')).toBeUndefined();
  });
});

describe('a test of a model', () => {
  const toy = defineModel({
    modules: ['toy', '@toys/toy', 'toy/*'],
    sources: { remote: ['read()'] },
    sinks: { command: [{ at: 'wind[0]', when: { version: '<4' } }, { at: 'turn[0]', when: { version: '<4', '[1].by': 'hand' } }] },
  });
  const found = (at: string, code: string, model: Model = toy): number => {
    const analysis = createAnalysis({ ...parse(code), filename: file(at), cwd: root }, new Registry([model]), { origins: ['remote'] });
    const count = analysis.findings('command').length;
    if (analysis.diagnostics.errors.length > 0) throw analysis.diagnostics.errors[0];
    return count;
  };
  const wind = (module: string): string => `import { read, wind } from '${module}';\nwind(read());`;

  test('holds only if the version is known and in the range', () => {
    install('model/old', 'toy', '3.0.0');
    install('model/new', 'toy', '4.0.0');
    expect(found('model/old', wind('toy'))).toBe(1);
    expect(found('model/new', wind('toy'))).toBe(0);
    expect(found('model/none', wind('toy'))).toBe(0);
    expect(found('model/old', "import { read, turn } from 'toy';\nturn(read(), { by: 'hand' });")).toBe(1);
    expect(found('model/old', "import { read, turn } from 'toy';\nturn(read(), { by: 'key' });")).toBe(0);
  });

  test('asks for the package that the file imports', () => {
    install('model/both', 'toy', '3.0.0');
    install('model/both', '@toys/toy', '4.0.0');
    expect(found('model/both', wind('toy'))).toBe(1);
    expect(found('model/both', wind('@toys/toy'))).toBe(0);
    expect(found('model/both', `${wind('toy')} require("@toys/toy/part");`)).toBe(0);
    expect(found('model/both', "import read from 'toy/read'; import wind from 'toy/wind';\nwind(read());")).toBe(1);
  });
});
