/** Untrusted input as the source of a template, the name of a view, or all of its data. */
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-template-injection',
  kinds: ['template'],
  docs: {
    description: 'disallow untrusted input as the source of templates, as names of views and as all of their data',
    recommended: 'recommended',
    cwe: ['CWE-1336', 'CWE-73'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 9.8,
  },
  messages: {
    flow: '`{{source}}` becomes part of a template{{way}}{{more}}, and its sender has the server run code: keep the template constant, and hand over the value as data.',
  },
});
