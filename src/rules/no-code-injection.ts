/** Untrusted input that is run as code, or decides what is run: text for `eval` and its like, a module, a method. */
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-code-injection',
  kinds: ['code'],
  docs: {
    description: 'disallow untrusted input that is run as code, or that names the module or method to run',
    recommended: 'recommended',
    cwe: ['CWE-94', 'CWE-95', 'CWE-829'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 9.8,
  },
  messages: {
    flow: '`{{source}}` becomes code that is run{{way}}{{more}}, and its sender does what the server can: parse it as data, or look it up in a table of functions.',
  },
});
