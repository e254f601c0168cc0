/** Configs are computed; here they are recomputed from the other side, and used as a user would. */
import { ESLint, Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import { describe, expect, test } from 'vitest';
import { configsOf } from '../src/configs.ts';
import plugin from '../src/index.ts';
import { createRule, type RuleDocs } from '../src/rule/create-rule.ts';

const rule = (name: string, docs: Pick<RuleDocs<[{ all: boolean }]>, 'recommended' | 'options'>) =>
  createRule<'seen', [{ all: boolean }]>({
    name,
    meta: {
      type: 'problem',
      docs: { description: 'disallow debugger', cwe: ['CWE-489'], owasp: ['A05:2021'], severity: 1, ...docs },
      schema: [{ type: 'object', properties: { all: { type: 'boolean', description: 'All.' } }, additionalProperties: false }],
      defaultOptions: [{ all: false }],
      messages: { seen: 'all: {{all}}' },
    },
    create: (context) => ({
      DebuggerStatement: (node) => context.report({ node, messageId: 'seen', data: { all: String(context.options[0].all) } }),
    }),
  });

const rules = {
  'no-a': rule('no-a', { recommended: 'recommended' }),
  'no-b': rule('no-b', { recommended: 'strict' }),
  'no-c': rule('no-c', { recommended: false }),
  'no-d': rule('no-d', { recommended: 'recommended', options: { strict: [{ all: true }] } }),
};
const toy = { meta: plugin.meta, rules: rules as unknown as NonNullable<ESLint.Plugin['rules']> };
const configs = configsOf(toy, rules as unknown as Parameters<typeof configsOf>[1]);

describe('configs', () => {
  test('say what a misspelt name is near to, and are silent on names that tools ask for', () => {
    const { configs: named } = plugin as unknown as { configs: Record<string, unknown> };
    expect(() => named.recomended).toThrow("secure-node has no config 'recomended'; it has 'recommended', 'strict', 'all'. Did you mean 'recommended'?");
    expect(() => named.Strict).toThrow("Did you mean 'strict'?");
    expect([named['flat/recommended'], named.base, named.toJSON, named.then]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Object.keys(named)).toEqual(['recommended', 'strict', 'all']);
  });

  test('hold the rules that name them, with the options that they pass', () => {
    expect(configs.recommended.rules).toEqual({ 'secure-node/no-a': 'error', 'secure-node/no-d': 'error' });
    expect(configs.strict.rules).toEqual({ 'secure-node/no-a': 'error', 'secure-node/no-b': 'error', 'secure-node/no-d': ['error', { all: true }] });
    expect(configs.all.rules).toEqual({
      'secure-node/no-a': 'error',
      'secure-node/no-b': 'error',
      'secure-node/no-c': 'error',
      'secure-node/no-d': ['error', { all: true }],
    });
  });

  test('lint, with defaults and with options of the config', () => {
    const messages = new Linter().verify('debugger;', [configs.strict]);
    expect(messages.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([
      'secure-node/no-a all: false',
      'secure-node/no-b all: false',
      'secure-node/no-d all: true',
    ]);
  });

  test.each(['recommended', 'strict', 'all'] as const)('%s of the plugin is named, whole, and found by string', async (name) => {
    const config = plugin.configs[name];
    expect(config.name).toBe(`secure-node/${name}`);
    expect(config.plugins?.['secure-node']).toBe(plugin);
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: defineConfig([{ files: ['**/*.js'], plugins: { 'secure-node': plugin }, extends: [`secure-node/${name}`] }]),
    });
    const calculated = (await eslint.calculateConfigForFile('file.js')) as { rules?: Record<string, unknown> };
    expect(Object.keys(calculated.rules ?? {}).sort()).toEqual(Object.keys(config.rules ?? {}).sort());
  });

  test('the plugin is found under another prefix by its namespace', async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: defineConfig([{ files: ['**/*.js'], plugins: { mine: plugin }, extends: ['mine/recommended'] }]),
    });
    const [result] = await eslint.lintText('export default 1;\n', { filePath: 'file.js' });
    expect(result?.messages).toEqual([]);
  });
});
