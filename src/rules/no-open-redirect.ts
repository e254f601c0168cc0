/** Untrusted input that decides to which site a visitor is sent. */
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-open-redirect',
  kinds: ['redirect'],
  docs: {
    description: 'disallow untrusted input that decides to which site a visitor is redirected',
    recommended: 'recommended',
    cwe: ['CWE-601'],
    owasp: ['A01:2021', 'A01:2025'],
    severity: 6.1,
  },
  messages: {
    flow: '`{{source}}` decides to which site a visitor is sent{{way}}{{more}}, so a link to yours leads to a copy of it: take the target from a constant list, or compare the origin of the resolved URL with yours.',
  },
});
