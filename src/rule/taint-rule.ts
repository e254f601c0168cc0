/** The whole of most rules: values of these origins that reach sinks of these kinds are reported. */
import type { Kind, Origin } from '../model/dsl.ts';
import { untrusted } from '../model/kinds.ts';
import type { Finding } from '../engine/index.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { analysisOf, ask, type AnyContext } from './analysis.ts';
import { createRule, type RuleDocs, type SecureRule } from './create-rule.ts';
import { flowData, report } from './report.ts';
import { unsureSchema } from './unsure.ts';

interface TaintOptions {
  /** Report what is known only with a step out of sight on the way. */
  readonly unsure?: boolean;
}

export interface TaintRule {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** Origins asked for; untrusted ones unless said otherwise. */
  readonly from?: readonly Origin[];
  readonly docs: Omit<RuleDocs<[TaintOptions]>, 'options'>;
  /** What passed through a call out of sight is reported in no config: what is made of a secret seldom is one. */
  readonly sureOnly?: true;
  /** `flow` is the finding's; the others those of its suggestions. */
  readonly messages: Readonly<Record<string, string>> & { readonly flow: string };
  readonly fixable?: boolean;
  /** Which message, where there are several. */
  readonly messageOf?: (finding: Finding, context: AnyContext) => string;
  /** Which of the findings are reported, where one says all. */
  readonly pick?: (findings: readonly Finding[]) => readonly Finding[];
  readonly skip?: (finding: Finding, context: AnyContext) => boolean;
  readonly repair?: (finding: Finding, context: AnyContext) => readonly Repair[] | Refusal;
}

export function taintRule(rule: TaintRule): SecureRule<string, [TaintOptions]> {
  const from = new Set<Origin>(rule.from ?? untrusted);
  return createRule<string, [TaintOptions]>({
    name: rule.name,
    meta: {
      type: 'problem',
      docs: { ...rule.docs, ...(rule.sureOnly ? {} : { options: { strict: [{ unsure: true }] } }) },
      messages: rule.messages,
      ...(rule.fixable ? { fixable: 'code' as const } : {}),
      hasSuggestions: rule.repair !== undefined,
      schema: unsureSchema,
      defaultOptions: [{ unsure: false }],
    },
    create: (context) => {
      ask(context, rule.kinds);
      return {
        'Program:exit'() {
          const { unsure = false } = context.options[0] ?? {};
          const analysis = analysisOf(context);
          for (const kind of rule.kinds) {
            const found = analysis.findings(kind).filter((finding) => (finding.sure || unsure) && from.has(finding.origin.what) && !rule.skip?.(finding, context));
            for (const finding of rule.pick?.(found) ?? found) {
              const { repair } = rule;
              report(context, {
                node: finding.node,
                message: rule.messageOf?.(finding, context) ?? 'flow',
                data: flowData(finding),
                ...(repair ? { repairs: () => repair(finding, context) } : {}),
              });
            }
          }
        },
      };
    },
  });
}
