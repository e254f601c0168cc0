/**
 * Makes an ESLint rule of our kind: the docs that code scanning needs are compulsory, the URL and the language are added.
 * Ten lines of our own, because @typescript-eslint/utils at run time costs more than the whole plugin and refuses TypeScript 7.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import { name as packageName, version } from '../package.ts';

/** The configs that a rule can be in; `all` has every rule. A rule of `recommended` is in `strict` too. */
export type Preset = 'recommended' | 'strict';

export interface RuleDocs<Options extends readonly unknown[] = readonly unknown[]> {
  /** One line without a full stop at its end: what the rule disallows, enforces or requires. */
  readonly description: string;
  /** The mildest config that has it; `false`: only `all`. */
  readonly recommended: Preset | false;
  /** Options that a config passes, where they are not the defaults. */
  readonly options?: Readonly<Partial<Record<Preset, Options>>>;
  /** Weaknesses that it speaks for: 'CWE-89'. */
  readonly cwe: readonly `CWE-${number}`[];
  /** OWASP Top Ten ids, 2021 and 2025: 'A03:2021', 'A05:2025'. */
  readonly owasp: readonly `A${number}:${2021 | 2025}`[];
  /** 0 to 10, as code scanning wants it (`security-severity`). */
  readonly severity: number;
}

/** What a rule author writes of `meta`: ESLint's own, less what is the same for all of our rules. */
export type RuleMeta<MessageIds extends string, Options extends readonly unknown[]> = Omit<
  TSESLint.RuleMetaData<MessageIds, RuleDocs<Options>, Options>,
  'docs' | 'languages' | 'schema'
> & {
  readonly docs: RuleDocs<Options>;
  /** Without it the rule takes no options. Objects say `additionalProperties: false`, each option has a description. */
  readonly schema?: TSESLint.RuleMetaData<MessageIds, RuleDocs<Options>, Options>['schema'];
};

export interface RuleSource<MessageIds extends string, Options extends readonly unknown[]> {
  readonly name: string;
  readonly meta: RuleMeta<MessageIds, Options>;
  readonly create: (context: Readonly<TSESLint.RuleContext<MessageIds, Options>>) => TSESLint.RuleListener;
}

export type SecureRule<MessageIds extends string = string, Options extends readonly unknown[] = readonly unknown[]> = TSESLint.RuleModule<
  MessageIds,
  Options,
  RuleDocs<Options>
> & { readonly name: string; readonly meta: { readonly docs: RuleDocs<Options> & { readonly url: string } } };

/** The page of the version in use, so that what it says is true of what the reader has installed. */
export const docsUrl = (rule: string): string => `https://unpkg.com/${packageName}@${version}/docs/rules/${rule}.md`;

export const createRule = <MessageIds extends string, Options extends readonly unknown[] = []>({
  name,
  meta,
  create,
}: RuleSource<MessageIds, Options>): SecureRule<MessageIds, Options> => ({
  name,
  meta: { schema: [], ...meta, languages: ['js/js'], docs: { ...meta.docs, url: docsUrl(name) } },
  create,
});
