/** Passwords that are kept as they are, in a hash made to be fast, or by a slow one of too little work: who reads the table once, has the passwords. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, unwrap } from '../ast/nodes.ts';
import type { ApiCall, Comparison, Fact, Finding } from '../engine/index.ts';
import { bit, SURE, untrusted } from '../model/kinds.ts';
import { analysisOf, ask, type AnyContext } from '../rule/analysis.ts';
import { calledNode } from '../rule/call-rule.ts';
import { createRule } from '../rule/create-rule.ts';
import { lowCost, raised } from '../rule/password-cost.ts';
import { shortPasswords } from '../rule/password-schema.ts';
import { flowData, report } from '../rule/report.ts';
import { unsureOption } from '../rule/unsure.ts';

interface Options {
  /** Report what is known only with a step out of sight on the way. */
  readonly unsure?: boolean;
  /** The least iterations of PBKDF2. */
  readonly iterations?: number;
  /** The least length that a schema must ask of a password; 0: any. */
  readonly minLength?: number;
}

/** The first five letters of a SHA-1 are asked for by Have I Been Pwned. */
const PREFIX = /\.(?:slice|substring|substr)\(\s*0\s*,\s*5\s*\)/;
const PASSWORD = /passw|passphrase|\bpwd\b/i;

export const rule = createRule<'flow' | 'plain' | 'cost' | 'short' | 'raise', [Options]>({
  name: 'require-password-kdf',
  meta: {
    type: 'problem',
    docs: {
      description: 'require passwords to be hashed by bcrypt, scrypt, Argon2 or PBKDF2 with enough work',
      recommended: 'recommended',
      options: { strict: [{ unsure: true, minLength: 8 }] },
      cwe: ['CWE-916', 'CWE-256', 'CWE-521'],
      owasp: ['A02:2021', 'A04:2025', 'A07:2021', 'A07:2025'],
      severity: 7.5,
    },
    messages: {
      flow: '`{{source}}` goes into a hash made to be fast{{way}}{{more}}, of which billions a second are tried: hash it by bcrypt, scrypt or Argon2.',
      plain: '`{{source}}` is compared as it is, so passwords are kept as they are, and who reads them once has them all: keep a hash by bcrypt, scrypt or Argon2, and compare by it.',
      cost: '{{what}} of {{value}} make a hash of a password too quick to try: take {{enough}} or more.',
      short: 'A password of {{least}} letters passes here: ask for {{wanted}} or more.',
      raise: 'Take {{enough}}; what is stored stays valid only if the number is stored beside it, as bcrypt does.',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          unsure: unsureOption,
          iterations: { type: 'integer', minimum: 1, description: 'The least iterations of PBKDF2.' },
          minLength: { type: 'integer', minimum: 0, description: 'The least length that a schema must ask of a password; 0: any.' },
        },
      },
    ],
    defaultOptions: [{ unsure: false, iterations: 100_000, minLength: 0 }],
  },
  create: (context) => {
    const { unsure = false, iterations = 100_000, minLength = 0 } = context.options[0] ?? {};
    ask(context, ['digest'], { comparisons: true, marks: ['signs', 'slow', 'same', 'iterates', 'rounds', 'saltRounds', 'scrypts', ...(minLength > 0 ? (['describes', 'least'] as const) : [])] });
    return {
      'Program:exit'() {
        const analysis = analysisOf(context);
        const calls = analysis.calls();
        for (const finding of analysis.findings('digest')) {
          if (finding.origin.what !== 'password' || (!finding.sure && !unsure) || isMeant(finding, calls, context)) continue;
          report(context, { node: finding.node, message: 'flow', data: flowData(finding) });
        }
        // a helper's is kept for each of its callers
        const told = new Set<TSESTree.Node>();
        for (const comparison of analysis.comparisons()) {
          const source = told.has(comparison.node) ? undefined : plainPassword(comparison, unsure);
          if (source === undefined) continue;
          told.add(comparison.node);
          report(context, { node: comparison.node, message: 'plain', data: { source } });
        }
        for (const call of calls) {
          const low = lowCost(call, iterations);
          if (low) report(context, { node: calledNode(call), message: 'cost', data: { what: `\`${low.what}\``, value: String(low.value), enough: String(low.enough) }, repairs: () => raised(call, low, context.sourceCode) });
        }
        if (minLength === 0) return;
        for (const { node, least } of shortPasswords(calls, minLength)) report(context, { node, message: 'short', data: { least: String(least), wanted: String(minLength) } });
      },
    };
  },
});

/** A hash before a slow one, one of both sides of a comparison, the letters that are asked of a list of known passwords, a signature. */
function isMeant({ call, origin }: Finding, calls: readonly ApiCall[], context: AnyContext): boolean {
  const analysis = analysisOf(context);
  const reader = analysis.functionAround(origin.node);
  if (calls.some(({ node, marks }) => node === call && marks.includes('signs'))) return true;
  // in the function that has the password
  if (calls.some(({ marks, args, owner }) => owner === reader && ((marks.includes('slow') && isDigest(args[0])) || (marks.includes('same') && isDigest(args[0]) && isDigest(args[1]))))) return true;
  const around = analysis.functionAround(call)?.node;
  return around !== undefined && PREFIX.test(context.sourceCode.getText(around));
}

const isDigest = (fact: Fact | undefined): boolean => fact?.refs.some((ref) => ref.k === 'api' && ref.api.marks.some(({ mark }) => mark === 'digested')) === true;

/** The password, where one that was sent is compared with what is neither sent nor constant; what was looked up by something that was sent is not sent. */
function plainPassword({ node, left, right }: Comparison, unsure: boolean): string | undefined {
  if (node.left.type === 'PrivateIdentifier') return undefined;
  return ofSides(left, right, node.right, unsure) ?? ofSides(right, left, node.left, unsure);
}

function ofSides(given: Fact, kept: Fact, node: TSESTree.Node, unsure: boolean): string | undefined {
  const password = given.taints.find(({ origin, mask }) => origin.k === 'named' && origin.what === 'password' && (mask & bit.digest) !== 0 && (mask & SURE) !== 0);
  if (!password || password.origin.k !== 'named' || kept.taints.some(({ origin, mask }) => origin.k === 'named' && (mask & SURE) !== 0 && (origin.what === 'password' || untrusted.some((name) => name === origin.what)))) return undefined;
  const column = kept.taints.some(({ origin }) => origin.k === 'named' && origin.what === 'secret');
  // a password of the configuration is no table of passwords
  if (kept.taints.some(({ origin }) => origin.k === 'named' && origin.what === 'secret' && /^process\.env\b|^[A-Z][\dA-Z_]*$|\(/.test(origin.text))) return undefined;
  return column || unsure || PASSWORD.test(nameOf(node)) ? password.origin.text : undefined;
}

function nameOf(node: TSESTree.Node): string {
  const value = unwrap(node);
  if (value.type === 'ChainExpression') return nameOf(value.expression);
  return value.type === 'Identifier' ? value.name : value.type === 'MemberExpression' ? (staticName(value) ?? '') : '';
}
