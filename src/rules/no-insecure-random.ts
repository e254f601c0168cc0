/** Tokens, passwords and keys made of what others can guess: Math.random(), the clock, UUIDs that count. */
import type { Finding } from '../engine/index.ts';
import { secureRandom } from '../fixes/random.ts';
import { taintRule } from '../rule/taint-rule.ts';

/** The time; beside a name alone it proves little: `nonce = Date.now()` has only to grow. */
const CLOCK = /\b(?:now|hrtime)\(\)$/;

export const rule = taintRule({
  name: 'no-insecure-random',
  kinds: ['token'],
  from: ['random'],
  docs: {
    description: 'disallow tokens, passwords and keys made by Math.random(), the clock, or UUIDs of version 1',
    recommended: 'recommended',
    cwe: ['CWE-338', 'CWE-330'],
    owasp: ['A02:2021', 'A04:2025'],
    severity: 7.5,
  },
  messages: {
    flow: '`{{source}}` becomes a token, password or key{{way}}{{more}}, and whoever tries can guess it: make it by randomInt(), randomBytes() or randomUUID() of `node:crypto`.',
    replace: 'Make it by {{call}} of `node:crypto`.',
  },
  fixable: true,
  skip: ({ bound, origin, more }) => !bound && more === 0 && CLOCK.test(origin.text),
  pick: onePerValue,
  repair: ({ origin }, { sourceCode }) => secureRandom(origin.node, sourceCode),
});

/** It is mended where the value is made, however many get it; the place known by binding is the one to tell of. */
function onePerValue(findings: readonly Finding[]): readonly Finding[] {
  const best = new Map<unknown, Finding>();
  for (const finding of findings) {
    const before = best.get(finding.origin.node);
    if (!before || rank(finding) > rank(before)) best.set(finding.origin.node, finding);
  }
  return [...best.values()];
}

const rank = ({ sure, bound }: Finding): number => Number(sure) * 2 + Number(bound);
