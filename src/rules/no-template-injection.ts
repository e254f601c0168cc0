/** Untrusted input as the source of a template, the name of a view, or all of its data. */
import type { Finding } from '../engine/index.ts';
import { taintRule } from '../rule/taint-rule.ts';

/** Frameworks render views by name. */
const VIEW = /:(?:Response|App|Context|Reply)\./;

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
    flow: '`{{source}}` becomes part of a template{{way}}{{more}}, so its sender writes expressions that the server runs: keep the template constant, and hand over the value as data.',
    view: '`{{source}}` decides which view is rendered{{way}}{{more}}, so its sender reaches files outside of the views by `../`: compare it with a constant list.',
    data: '`{{source}}` is all of the data of a view{{way}}{{more}}, and its sender adds options of the engine, some of which run code: hand over named members.',
  },
  messageOf: ({ sink }: Finding) => (sink.shaped ? 'data' : VIEW.test(sink.path) ? 'view' : 'flow'),
});
