/** Untrusted input that says how much work is done: rounds of a loop, sizes, delays, data that unpacks to a thousand times its size. */
import { wrapped } from '../ast/nodes.ts';
import { replaceRange } from '../ast/edit.ts';
import type { Finding } from '../engine/index.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { addOption } from '../fixes/options.ts';
import type { AnyContext } from '../rule/analysis.ts';
import { inputOf } from '../rule/input.ts';
import { taintRule } from '../rule/taint-rule.ts';

const isUnpacking = ({ sink }: Finding): boolean => sink.path.startsWith('zlib:');

export const rule = taintRule({
  name: 'no-unbounded-resource',
  kinds: ['size'],
  docs: {
    description: 'disallow untrusted input that decides how much time or memory is used',
    recommended: 'strict',
    cwe: ['CWE-770', 'CWE-834', 'CWE-409'],
    owasp: ['A04:2021', 'A06:2025'],
    severity: 6.5,
  },
  messages: {
    flow: '`{{source}}` decides a size, a count or a delay{{way}}{{more}}, so one request takes all memory or time: refuse what is greater than the most that you need, or take the lesser by Math.min().',
    loop: '`{{source}}` decides how often this loop runs{{way}}{{more}}, so one request keeps the server busy: refuse what is greater than the most that you need, or take the lesser by Math.min().',
    unpack: '`{{source}}` is unpacked whole{{way}}{{more}}, and a small upload grows a thousandfold: set `maxOutputLength`.',
    least: 'Take at most 1000, by Math.min().',
    limit: 'Refuse what unpacks to more than 10 MB, by `maxOutputLength`.',
  },
  messageOf: (finding) => (isUnpacking(finding) ? 'unpack' : finding.sink.path.endsWith(':loop') ? 'loop' : 'flow'),
  repair: (finding, context) => (isUnpacking(finding) ? limit(finding, context) : least(finding, context)),
});

function limit({ call }: Finding, { sourceCode }: AnyContext): readonly Repair[] | Refusal {
  const edit = call.type === 'CallExpression' ? addOption(sourceCode, call, 1, 'maxOutputLength: 10 * 1024 * 1024') : undefined;
  return edit ? [{ level: 'suggestion', message: 'limit', edits: [edit] }] : { reason: 'the options are made elsewhere' };
}

function least(finding: Finding, context: AnyContext): readonly Repair[] | Refusal {
  const { argument, more } = finding;
  const value = inputOf(finding, context) ?? (more === 0 ? argument : undefined);
  // an object of options is no number, and what counts down is assigned to
  if (!value || value.type === 'ObjectExpression' || value.type === 'SpreadElement' || value.parent?.type === 'UpdateExpression') return { reason: 'the number is made elsewhere' };
  const target = wrapped(value);
  return [{ level: 'suggestion', message: 'least', edits: [replaceRange(target.range, `Math.min(${context.sourceCode.getText(target)}, 1000)`)] }];
}
