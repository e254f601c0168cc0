/** MD5, SHA-1 and RIPEMD-160 where somebody gains by two texts of one hash: tokens, signatures, MACs. A checksum, an ETag or a key of a cache may be one. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../ast/nodes.ts';
import type { Finding } from '../engine/index.ts';
import { replaceRange } from '../ast/edit.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { analysisOf, ask, type AnyContext } from '../rule/analysis.ts';
import { calledNode, constantOf } from '../rule/call-rule.ts';
import { createRule } from '../rule/create-rule.ts';
import { flowData, report } from '../rule/report.ts';

interface Options {
  /** Report what is known only with a step out of sight on the way, or by a name that may mean something else. */
  readonly unsure?: boolean;
  /** Report hashes of secrets, HMACs by MD5, and signatures that are only checked. */
  readonly keyed?: boolean;
}

/** Said beside a hash whose strength nobody relies on. */
const MEANT = /\busedForSecurity\b|\bnot (?:used |meant )?for security\b/i;
const WEAK = /(?:md[245]|sha-?1|ripemd(?:160)?|rmd160)/i;

export const rule = createRule<'flow' | 'signature' | 'mac' | 'check' | 'replace', [Options]>({
  name: 'no-weak-hash',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow MD5, SHA-1 and RIPEMD-160 in tokens and signatures',
      recommended: 'recommended',
      options: { strict: [{ unsure: true, keyed: true }] },
      cwe: ['CWE-327', 'CWE-328'],
      owasp: ['A02:2021', 'A04:2025'],
      severity: 6.5,
    },
    messages: {
      flow: '`{{source}}` is a hash that was broken, and becomes a token, a key or what is signed{{way}}{{more}}, which others can then make as well: take sha256, or randomBytes() where it has only to be secret.',
      signature: '`{{algorithm}}` signs a hash that was broken, so a signature of one text holds for another: sign by sha256.',
      mac: '`{{source}}` goes into a hash that was broken{{way}}{{more}}, which proves nothing: use createHmac() by sha256.',
      check: '`{{algorithm}}` checks by a hash that was broken, so another text may pass: use sha256.',
      replace: 'Use {{algorithm}}; what was stored or signed by the other no longer agrees.',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          unsure: { type: 'boolean', description: 'Also report data that passed through a call out of sight on its way, and names that may mean something else.' },
          keyed: { type: 'boolean', description: 'Also report hashes of secrets, HMACs by MD5, and signatures that are only checked.' },
        },
      },
    ],
    defaultOptions: [{ unsure: false, keyed: false }],
  },
  create: (context) => {
    const { unsure = false, keyed = false } = context.options[0] ?? {};
    ask(context, ['token', 'digest'], { marks: ['signs', 'weakDigest', 'weakSignature', ...(keyed ? (['weakCheck'] as const) : [])] });
    return {
      'Program:exit'() {
        const analysis = analysisOf(context);
        const calls = analysis.calls();
        const marked = (mark: 'signs' | 'weakDigest'): Set<TSESTree.Node> => new Set(calls.filter(({ marks }) => marks.includes(mark)).map(({ node }) => node));
        const digests = analysis.findings('digest');
        const [signs, weak] = digests.length > 0 ? [marked('signs'), marked('weakDigest')] : [];
        const made = [...analysis.findings('token'), ...digests.filter(({ call }) => signs?.has(call))].filter(({ origin, sure }) => origin.what === 'hash' && (sure || unsure));
        for (const finding of once(made)) {
          const { node } = finding.origin;
          if (!isMeant(node, context)) report(context, { node: finding.node, message: 'flow', data: flowData(finding), repairs: () => replaced(node, context) });
        }
        const secrets = keyed ? digests.filter(({ origin, sure, call }) => origin.what === 'secret' && sure && weak?.has(call)) : [];
        for (const finding of secrets) if (!isMeant(finding.call, context)) report(context, { node: finding.node, message: 'mac', data: flowData(finding) });
        for (const call of calls) {
          const message = call.marks.includes('weakSignature') ? 'signature' : keyed && call.marks.includes('weakCheck') ? 'check' : undefined;
          if (!message || isMeant(call.node, context)) continue;
          const [algorithm] = call.shown;
          report(context, { node: calledNode(call), message, data: { algorithm: String(constantOf(algorithm) ?? calledName(call.node, context)) }, repairs: () => replaced(call.node, context) });
        }
      },
    };
  },
});

/** It is mended where the hash is made, however many get it. */
const once = (findings: readonly Finding[]): readonly Finding[] => [...new Map([...findings].reverse().map((finding) => [finding.origin.node, finding])).values()].reverse();

const calledName = (node: TSESTree.Node, { sourceCode }: AnyContext): string => (node.type === 'CallExpression' ? sourceCode.getText(node.callee) : sourceCode.getText(node));

/** A comment in the lines of the call, or above it, says that nobody relies on it. */
const isMeant = (node: TSESTree.Node, { sourceCode }: AnyContext): boolean => MEANT.test(sourceCode.lines.slice(Math.max(0, node.loc.start.line - 2), node.loc.end.line).join('\n'));

/** The algorithm as it is written where the hash is made. */
function replaced(made: TSESTree.Node, { sourceCode }: AnyContext): readonly Repair[] | Refusal {
  for (let node = unwrap(made); ; ) {
    if (node.type === 'MemberExpression') node = unwrap(node.object);
    else if (node.type !== 'CallExpression') return { reason: 'the algorithm is chosen elsewhere' };
    else {
      const [first] = node.arguments;
      const literal = first && unwrap(first);
      if (literal?.type === 'Literal' && typeof literal.value === 'string' && WEAK.test(literal.value)) {
        const algorithm = literal.value.replace(WEAK, (name) => (name === name.toUpperCase() ? 'SHA256' : 'sha256'));
        const quote = sourceCode.getText(literal).charAt(0);
        return [{ level: 'suggestion', message: 'replace', data: { algorithm }, edits: [replaceRange(literal.range, `${quote}${algorithm}${quote}`)] }];
      }
      node = unwrap(node.callee);
    }
  }
}
