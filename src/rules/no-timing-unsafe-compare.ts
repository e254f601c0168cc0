/** A secret compared with what was sent, letter by letter: the time it takes tells how many letters were right. */
import type { TSESTree } from '@typescript-eslint/utils';
import { bit, SURE, untrusted } from '../model/kinds.ts';
import { Type, type Fact } from '../engine/index.ts';
import { timingSafe } from '../fixes/timing-safe.ts';
import { analysisOf, ask, type AnyContext } from '../rule/analysis.ts';
import { calledNode } from '../rule/call-rule.ts';
import { createRule } from '../rule/create-rule.ts';
import { report } from '../rule/report.ts';
import { unsureSchema } from '../rule/unsure.ts';

interface Options {
  /** Report what is known only with a step out of sight on the way. */
  readonly unsure?: boolean;
}

export const rule = createRule<'found' | 'replace', [Options]>({
  name: 'no-timing-unsafe-compare',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow comparisons of secrets and signatures that take longer the more of them is right',
      recommended: 'recommended',
      options: { strict: [{ unsure: true }] },
      cwe: ['CWE-208'],
      owasp: ['A02:2021', 'A04:2025'],
      severity: 5.3,
    },
    messages: {
      found: '`{{secret}}` is compared with `{{source}}` letter by letter, and the time it takes tells how much was right: compare hashes of both by timingSafeEqual().',
      replace: 'Compare SHA-256 of both by timingSafeEqual().',
    },
    hasSuggestions: true,
    schema: unsureSchema,
    defaultOptions: [{ unsure: false }],
  },
  create: (context) => {
    const { unsure = false } = context.options[0] ?? {};
    ask(context, ['digest'], { comparisons: true, marks: ['equals'] });
    return {
      'Program:exit'() {
        const analysis = analysisOf(context);
        const told = new Set<TSESTree.Node>();
        for (const { node, left, right } of analysis.comparisons()) {
          const found = sides(left, right, unsure) ?? sides(right, left, unsure);
          if (!found || told.has(node) || node.left.type === 'PrivateIdentifier') continue;
          told.add(node);
          const { left: first, right: second } = node;
          report(context, { node, message: 'found', data: found, repairs: () => [timingSafe(node, sideOf(first, left, found.secret), sideOf(second, right, found.secret), 'replace', context.sourceCode)] });
        }
        for (const call of analysis.calls()) if (call.marks.includes('equals')) buffers(calledNode(call), [...(call.receiver ? [call.receiver] : []), ...call.args], unsure, context);
      },
    };
  },
});

const sideOf = (node: TSESTree.Expression, { types, taints }: Fact, secret: string): Parameters<typeof timingSafe>[1] => ({
  node,
  isText: types === Type.string,
  mayBeMissing: types !== Type.string && !secret.includes('(') && taints.some(({ origin }) => origin.k === 'named' && origin.text === secret),
});

/** `given.equals(mac)`, `Buffer.compare(given, mac)`: the last two of the receiver and the arguments. */
function buffers(node: TSESTree.Node, values: readonly Fact[], unsure: boolean, context: AnyContext): void {
  const [first, second] = values.slice(-2);
  const found = first && second && (sides(first, second, unsure) ?? sides(second, first, unsure));
  if (found) report(context, { node, message: 'found', data: found });
}

/** What is named in the message, if `given` was sent and `kept` is a secret. */
function sides(given: Fact, kept: Fact, unsure: boolean): { readonly source: string; readonly secret: string } | undefined {
  const source = textOf(given, (what) => untrusted.some((name) => name === what), unsure);
  const secret = textOf(kept, (what, mask) => what === 'secret' && (mask & bit.digest) !== 0, unsure);
  if (source === undefined || secret === undefined || isPlainPassword(given, secret)) return undefined;
  return { source, secret };
}

function textOf({ taints }: Fact, is: (what: string, mask: number) => boolean, unsure: boolean): string | undefined {
  for (const { origin, mask } of taints) if (origin.k === 'named' && is(origin.what, mask) && (unsure || (mask & SURE) !== 0)) return origin.text;
  return undefined;
}

/** A password beside the column that holds it: that it is kept as it is, is the greater harm, and require-password-kdf tells it. */
const isPlainPassword = ({ taints }: Fact, secret: string): boolean =>
  !/^process\.env\b|^[A-Z][\dA-Z_]*$|\bdigest\(/.test(secret) && taints.some(({ origin, mask }) => origin.k === 'named' && origin.what === 'password' && (mask & bit.digest) !== 0);
