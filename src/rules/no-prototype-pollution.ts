/** Keys from outside by which a write reaches the prototype of all objects: deep sets by path, recursive merges, vulnerable packages. */
import { guardKey } from '../fixes/guard-key.ts';
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-prototype-pollution',
  kinds: ['key'],
  docs: {
    description: 'disallow untrusted keys by which a write reaches the prototype of all objects',
    recommended: 'recommended',
    cwe: ['CWE-1321'],
    owasp: ['A08:2021', 'A08:2025'],
    severity: 8.1,
  },
  messages: {
    flow: '`{{source}}` names the object that is written to{{way}}{{more}}, and `__proto__` names the prototype of all objects: refuse `__proto__`, `constructor` and `prototype`, or keep the values in a Map.',
    library: '`{{source}}` names properties that are set deep in an object{{way}}{{more}}, and this version of the package follows `__proto__`: update it, or refuse `__proto__`, `constructor` and `prototype`.',
    guard: 'Pass over `__proto__`, `constructor` and `prototype`.',
  },
  messageOf: ({ sink }) => (sink.needs === undefined ? 'library' : 'flow'),
  // who writes a package fills in fields of what its users look up; which of them is no choice of a stranger
  skip: ({ origin, sink }) => origin.what === 'library' && sink.path.endsWith('of a constant'),
  repair: (finding, context) => guardKey(finding.argument, context.sourceCode),
});
