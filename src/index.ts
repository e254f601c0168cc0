/** The plugin: meta, rules and configs. Named `module.exports` too, so that `require` gives the plugin and not a namespace. */
import type { ESLint, Linter } from 'eslint';
import { configsOf, type ConfigName } from './configs.ts';
import { name, namespace, version } from './package.ts';
import type { SecureRule } from './rule/create-rule.ts';
import { rules } from './rules/index.ts';

export type { SecureNodeSettings } from './settings.ts';
export { defineModel } from './model/dsl.ts';

interface SecureNodePlugin extends ESLint.Plugin {
  readonly meta: { name: string; version: string; namespace: string };
  readonly configs: Record<ConfigName, Linter.Config>;
}

const plugin = {
  meta: { name, version, namespace },
  // typescript-eslint's rule type is narrower in what `create` is given than ESLint's own; at run time they are one.
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
} as SecureNodePlugin;

Object.assign(plugin, { configs: configsOf(plugin, rules as Readonly<Record<string, SecureRule>>) });

export { plugin as default, plugin as 'module.exports' };
