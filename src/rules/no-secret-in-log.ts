/** Passwords, tokens and secrets of the configuration in a log, which more people and programs read than the database. */
import { insertAt, replaceRange } from '../ast/edit.ts';
import { inputOf } from '../rule/input.ts';
import { taintRule } from '../rule/taint-rule.ts';

const REDACTED = "'[redacted]'";

export const rule = taintRule({
  name: 'no-secret-in-log',
  kinds: ['logged'],
  from: ['secret', 'password'],
  sureOnly: true,
  docs: {
    description: 'disallow passwords, tokens and secrets of the configuration in logs',
    recommended: 'strict',
    cwe: ['CWE-532', 'CWE-312'],
    owasp: ['A09:2021', 'A09:2025'],
    severity: 5.5,
  },
  messages: {
    flow: '`{{source}}` is written to a log{{way}}{{more}}, where it stays and many can read it: leave it out, or write its last characters only.',
    redacted: "Write '[redacted]' in its place.",
  },
  repair: (finding, context) => {
    const value = inputOf(finding, context);
    if (!value || value.parent.type === 'SpreadElement') return { reason: 'what is written is made elsewhere' };
    const isShort = value.parent.type === 'Property' && value.parent.shorthand;
    return [{ level: 'suggestion', message: 'redacted', edits: [isShort ? insertAt(value.range[1], `: ${REDACTED}`) : replaceRange(value.range, REDACTED)] }];
  },
});
