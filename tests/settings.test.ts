/** Good settings are completed, bad ones are an error that says what is wrong and what is allowed. */
import { describe, expect, test } from 'vitest';
import { defineModel } from '../src/model/dsl.ts';
import { models } from '../src/models/index.ts';
import { defaultSettings, settingsOf } from '../src/settings.ts';

const settings = (written: unknown) => settingsOf({ 'secure-node': written });

describe('good settings', () => {
  test('none at all are the defaults, always the same frozen object', () => {
    expect(settingsOf({})).toBe(defaultSettings);
    expect(settingsOf({ 'other-plugin': { origins: 5 } })).toBe(defaultSettings);
    expect(defaultSettings).toEqual({ origins: ['remote'], fixes: 'safe', crossFile: { depth: 3, files: 200 }, models: [], assume: { proxy: [] } });
    for (const value of [defaultSettings, defaultSettings.origins, defaultSettings.crossFile, defaultSettings.models, defaultSettings.assume.proxy]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
  });

  test('what is not said keeps its default', () => {
    expect(settings({})).toEqual(defaultSettings);
    expect(settings({ fixes: undefined })).toEqual(defaultSettings);
    expect(settings({ origins: ['cli', 'library'] })).toEqual({ ...defaultSettings, origins: ['cli', 'library'] });
    expect(settings({ origins: [] }).origins).toEqual([]);
    expect(settings({ fixes: 'migrate' }).fixes).toBe('migrate');
    expect(settings({ crossFile: true }).crossFile).toEqual({ depth: 3, files: 200 });
    expect(settings({ crossFile: false }).crossFile).toBe(false);
    expect(settings({ crossFile: { depth: 1 } }).crossFile).toEqual({ depth: 1, files: 200 });
    expect(settings({ assume: {} }).assume).toEqual({ proxy: [] });
    expect(settings({ assume: { proxy: ['rateLimit', 'tls'] } }).assume).toEqual({ proxy: ['rateLimit', 'tls'] });
  });

  test('one object is read once', () => {
    const written = { origins: ['cli'] };
    expect(settings(written)).toBe(settings(written));
    expect(settings({ ...written })).not.toBe(settings(written));
  });

  test('models with every property are taken', () => {
    const model = defineModel({
      modules: ['mine', './src/db.ts'],
      types: { Client: ['exports()', { at: 'exports.Client()', when: { version: '>=1', '[0]': [/x/.source, null], '[1].a': /x/, '[2]': { is: 'absent' }, '[3]': { api: 'b' } } }] },
      sources: { remote: ['Client.read()', { at: 'Client.body', never: ['nosql'], as: 'the body' }] },
      sinks: { sql: [{ at: 'Client.query[0]', bind: { values: '[1]', style: '$1' }, instead: 'ask', after: { at: 'Client.type', when: { '[0]': /html/ } } }] },
      sanitizers: { '*': ['Client.escape()'] },
      guards: { path: [{ at: 'Client.safe[0]', if: false }] },
      flows: ['map[this].* -> [0](0)', 'promisify[0] is ()', { flow: 'parse[0] -> ()', again: ['nosql'] }],
      labels: { normal: ['normalize()'] },
      schemas: [{ clean: ['a()'], text: ['b()'], fields: ['c[0]'], items: ['d[0]'], checks: [{ call: 'e', schema: '[this]', input: '[0]', output: true }] }],
      marks: { handler: ['Client.on[1]'] },
    });
    expect(settings({ models: [model] }).models).toEqual([model]);
  });

  test('our own models have the shape that is asked of users', () => {
    expect(settings({ models }).models).toHaveLength(models.length);
  });
});

describe('bad settings', () => {
  test.each(['secureNode', 'secure_node', 'securenode', 'eslint-plugin-secure-node'])('under the name %s are no settings of ours', (name) => {
    const error = `settings has '${name}', which nothing reads; the settings of eslint-plugin-secure-node are settings['secure-node'].`;
    const written = { 'secure-node': {}, [name]: { origins: ['cli'] } };
    // Each time, not only the first.
    for (let i = 0; i < 2; i++) expect(() => settingsOf(written)).toThrow(error);
    expect(settingsOf({ 'secure-nodes-of-mine': {}, node: {}, security: {} })).toBe(defaultSettings);
  });

  const origins = "'remote', 'cli', 'env', 'file', 'database', 'network', 'library'";
  test.each<[written: unknown, message: string]>([
    [5, "settings['secure-node'] is 5, but must be an object of origins, fixes, crossFile, models, assume."],
    [null, "settings['secure-node'] is null, but must be an object of origins, fixes, crossFile, models, assume."],
    [[], "settings['secure-node'] is [], but must be an object of origins, fixes, crossFile, models, assume."],
    [
      { origin: ['cli'] },
      "settings['secure-node'] has the unknown property 'origin'; it may have 'origins', 'fixes', 'crossFile', 'models', 'assume'. Did you mean 'origins'?",
    ],
    [{ verbose: 1 }, "settings['secure-node'] has the unknown property 'verbose'; it may have 'origins', 'fixes', 'crossFile', 'models', 'assume'."],
    [{ origins: 'remote' }, "settings['secure-node'].origins is 'remote', but must be an array."],
    [{ origins: ['remote', 'clii'] }, `settings['secure-node'].origins[1] is 'clii', but must be one of ${origins}. Did you mean 'cli'?`],
    [{ origins: ['error'] }, `settings['secure-node'].origins[0] is 'error', but must be one of ${origins}.`],
    [{ origins: [{}] }, `settings['secure-node'].origins[0] is an object, but must be one of ${origins}.`],
    [{ fixes: true }, "settings['secure-node'].fixes is true, but must be one of 'safe', 'migrate', 'none'."],
    [{ fixes: 'migrat' }, "settings['secure-node'].fixes is 'migrat', but must be one of 'safe', 'migrate', 'none'. Did you mean 'migrate'?"],
    [{ crossFile: 3 }, "settings['secure-node'].crossFile is 3, but must be true, false, or an object of depth and files."],
    [{ crossFile: { dept: 3 } }, "settings['secure-node'].crossFile has the unknown property 'dept'; it may have 'depth', 'files'. Did you mean 'depth'?"],
    [{ crossFile: { depth: -1 } }, "settings['secure-node'].crossFile.depth is -1, but must be a whole number, 0 or more."],
    [{ crossFile: { files: 1.5 } }, "settings['secure-node'].crossFile.files is 1.5, but must be a whole number, 0 or more."],
    [{ assume: ['tls'] }, "settings['secure-node'].assume is an array, but must be an object of proxy."],
    [{ assume: { proxy: ['header'] } }, "settings['secure-node'].assume.proxy[0] is 'header', but must be one of 'rateLimit', 'headers', 'tls'. Did you mean 'headers'?"],
    [{ models: {} }, "settings['secure-node'].models is an object, but must be an array."],
    [{ models: [{ sinks: {} }] }, "settings['secure-node'].models[0] lacks the property 'modules'."],
    [{ models: [{ modules: [] }] }, "settings['secure-node'].models[0].modules is [], but must be an array that is not empty."],
    [{ models: [{ modules: ['a'], sinks: { sql: 'a[0]' } }] }, "settings['secure-node'].models[0].sinks.sql is 'a[0]', but must be an array."],
    [{ models: [{ modules: ['a'], sinks: { sql: [5] } }] }, "settings['secure-node'].models[0].sinks.sql[0] is 5, but must be a path, or an object of at and when."],
    [{ models: [{ modules: ['a'], sinks: { sql: [{ when: {} }] } }] }, "settings['secure-node'].models[0].sinks.sql[0] lacks the property 'at'."],
    [
      { models: [{ modules: ['a'], sinks: { sql: [{ at: 'a[0]', bind: { style: '%s' } }] } }] },
      "settings['secure-node'].models[0].sinks.sql[0].bind.style is '%s', but must be one of '?', '$1', ':1', '@1', ':name', '@name'.",
    ],
    [
      { models: [{ modules: ['a'], flows: ['a => b'] }] },
      "settings['secure-node'].models[0].flows[0] is 'a => b', but must be a flow as 'from -> to' or 'from is to'.",
    ],
    [
      { models: [{ modules: ['a'], types: { T: [{ at: 'a', when: { '[0]': undefined } }] } }] },
      "settings['secure-node'].models[0].types['T'][0].when['[0]'] is undefined, but must be a literal, an array of literals, a pattern, { api } or { is }.",
    ],
  ])('%j', (written, message) => {
    expect(() => settings(written)).toThrow(message);
    // The answer is remembered, not only given once.
    expect(() => settings(written)).toThrow(message);
  });

  test('unknown kinds, origins and marks of a model are named with what was meant', () => {
    const of = (model: object) => () => settings({ models: [{ modules: ['a'], ...model }] });
    expect(of({ sinks: { sqll: [] } })).toThrow(/\.sinks has the unknown property 'sqll'.*Did you mean 'sql'\?$/);
    expect(of({ sources: { library: [] } })).toThrow(/\.sources has the unknown property 'library'/);
    expect(of({ sources: { remte: [] } })).toThrow(/Did you mean 'remote'\?$/);
    expect(of({ marks: { handlers: [] } })).toThrow(/Did you mean 'handler'\?$/);
    expect(of({ sanitisers: {} })).toThrow(/Did you mean 'sanitizers'\?$/);
  });
});
