/**
 * A finding as a report. The message has one form, since it is all that a formatter gets, and src/sarif/flow.ts reads it back:
 * `req.query.id` reaches SQL text through `build()` line 6: what to do.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { stepList, type Finding } from '../engine/index.ts';
import { isRefusal, type Edit, type Refusal, type Repair } from '../fixes/fix.ts';
import { settingsOf } from '../settings.ts';
import type { AnyContext } from './analysis.ts';

const MOST_STEPS = 3;

/** ` through build() line 6, run() line 9`, or nothing. */
function wayOf(finding: Finding): string {
  const steps = stepList(finding.steps);
  if (steps.length === 0) return '';
  const shown = steps.length <= MOST_STEPS ? steps : [...steps.slice(0, MOST_STEPS - 1), ...steps.slice(-1)];
  const list = shown.map((s) => `${s.text} line ${s.line}`);
  if (steps.length > MOST_STEPS) list.splice(MOST_STEPS - 1, 0, '…');
  return ` through ${list.join(', ')}`;
}

/** ` (and 3 more inputs)`, or nothing. */
const moreOf = (finding: Finding): string => (finding.more === 0 ? '' : ` (and ${finding.more} more input${finding.more === 1 ? '' : 's'})`);

/** Data for messages: `{{source}}`, `{{way}}`, `{{more}}`. */
export const flowData = (finding: Finding): Record<string, string> => ({ source: finding.origin.text, way: wayOf(finding), more: moreOf(finding) });

/** A hole of a text is reported where it stands in the sink's argument; one from further up, at the argument. */
export const placeOf = (hole: TSESTree.Node, argument: TSESTree.Node): TSESTree.Node => (hole.range[0] >= argument.range[0] && hole.range[1] <= argument.range[1] ? hole : argument);

const apply = (edits: readonly Edit[]) => (fixer: TSESLint.RuleFixer) => edits.map((e) => fixer.replaceTextRange([...e.range], e.text));

export interface Report {
  readonly node: TSESTree.Node;
  readonly message: string;
  readonly data: Record<string, string>;
  /** Asked for only when the report is made. */
  readonly repairs?: () => readonly Repair[] | Refusal;
}

/** Reports, with a fix or suggestions by the policy of the `fixes` setting. */
export function report(context: AnyContext, { node, message, data, repairs }: Report): void {
  const { fixes } = settingsOf(context.settings);
  const answer = fixes === 'none' ? undefined : repairs?.();
  const list = answer === undefined || isRefusal(answer) ? [] : answer;
  const direct = list.find((r) => r.level === 'fix' || (r.level === 'migrate' && fixes === 'migrate'));
  context.report({
    node,
    messageId: message,
    data,
    ...(direct ? { fix: apply(direct.edits) } : {}),
    suggest: list.filter((r) => r !== direct).map((r) => ({ messageId: r.message, ...(r.data ? { data: r.data } : {}), fix: apply(r.edits) })),
  });
}
