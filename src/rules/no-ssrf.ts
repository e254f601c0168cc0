/** Untrusted input that decides to which server a request goes. */
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-ssrf',
  kinds: ['url'],
  docs: {
    description: 'disallow untrusted input that decides where a request of the server goes',
    recommended: 'recommended',
    cwe: ['CWE-918'],
    owasp: ['A10:2021', 'A01:2025'],
    severity: 8.6,
  },
  messages: {
    flow: '`{{source}}` decides where the server sends a request{{way}}{{more}}, and its sender reaches servers inside: compare the host with a constant list, or put a constant host and `/` before the value.',
  },
});
