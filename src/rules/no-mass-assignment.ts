/** Untrusted objects that become records as they are: their sender sets fields that no form shows, as `role`. */
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-mass-assignment',
  kinds: ['fields'],
  docs: {
    description: 'disallow untrusted objects that become records with whatever fields they have',
    recommended: 'recommended',
    cwe: ['CWE-915'],
    owasp: ['A08:2021', 'A08:2025'],
    severity: 7.5,
  },
  messages: {
    flow: '`{{source}}` becomes a record with all its fields{{way}}{{more}}, so its sender sets those that no form shows, as a role or an owner: take the fields that may be set, by name.',
  },
});
