/** Secrets of the configuration and hashes of passwords in a response: whoever asks has them. */
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-secret-in-response',
  kinds: ['response'],
  from: ['secret', 'password'],
  sureOnly: true,
  docs: {
    description: 'disallow secrets of the configuration and columns of passwords in responses',
    recommended: 'strict',
    cwe: ['CWE-201', 'CWE-200'],
    owasp: ['A01:2021', 'A01:2025'],
    severity: 6.5,
  },
  // what classes of the file say of how they are sent
  skip: ({ origin }, { sourceCode }) => origin.whole && origin.text !== 'process.env' && /\btoJSON\b|\bExclude\b/.test(sourceCode.text),
  messages: {
    flow: '`{{source}}` gets into a response{{way}}{{more}}, so whoever asks has it: answer with the fields that are needed, by their names.',
  },
});
