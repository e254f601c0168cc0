/** The configs, computed from what each rule says of itself; none is written by hand. */
import type { ESLint, Linter } from 'eslint';
import { list, ShapeError, suggestion } from './model/shape.ts';
import { namespace } from './package.ts';
import type { Preset, SecureRule } from './rule/create-rule.ts';

export type ConfigName = Preset | 'all';

const belongs = (rule: SecureRule, config: ConfigName): boolean =>
  config === 'all' || rule.meta.docs.recommended === 'recommended' || rule.meta.docs.recommended === config;

/** `all` adds rules, not zeal: those of no preset come with their defaults, the others as `strict` has them. */
const entry = (rule: SecureRule, config: ConfigName): Linter.RuleEntry => {
  const options = rule.meta.docs.options?.[config === 'all' ? 'strict' : config] ?? [];
  return options.length > 0 ? ['error', ...options] : 'error';
};

const config = (name: ConfigName, plugin: ESLint.Plugin, rules: Readonly<Record<string, SecureRule>>): Linter.Config => ({
  name: `${namespace}/${name}`,
  plugins: { [namespace]: plugin },
  rules: Object.fromEntries(
    Object.entries(rules)
      .filter(([, rule]) => belongs(rule, name))
      .map(([id, rule]) => [`${namespace}/${id}`, entry(rule, name)]),
  ),
});

/** ESLint says of a misspelt `configs.recomended` only that some config is undefined. Names that are not near ours stay undefined, for tools ask for such. */
const spelt = <T extends object>(configs: T): T =>
  new Proxy(configs, {
    get: (target, key, receiver): unknown => {
      const names = Object.keys(target);
      const near = typeof key === 'string' && !(key in target) ? suggestion(key, names) : '';
      if (near !== '') throw new ShapeError(`${namespace} has no config '${String(key)}'; it has ${list(names)}.${near}`);
      return Reflect.get(target, key, receiver);
    },
  });

/** Configs hold the plugin itself, so it is made first. */
export const configsOf = (plugin: ESLint.Plugin, rules: Readonly<Record<string, SecureRule>>): Record<ConfigName, Linter.Config> =>
  spelt({
    recommended: config('recommended', plugin, rules),
    strict: config('strict', plugin, rules),
    all: config('all', plugin, rules),
  });
