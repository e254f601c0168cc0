/** Untrusted input in the path of a file: read, written, sent, unpacked or served. */
import { baseName, sendBelow } from '../fixes/path-name.ts';
import { isRefusal } from '../fixes/fix.ts';
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-path-traversal',
  kinds: ['path'],
  docs: {
    description: 'disallow untrusted input in paths of files',
    recommended: 'recommended',
    cwe: ['CWE-22', 'CWE-23', 'CWE-73'],
    owasp: ['A01:2021', 'A01:2025'],
    severity: 7.5,
  },
  messages: {
    flow: '`{{source}}` becomes part of a file path{{way}}{{more}}, and `../` in it leads to any file: resolve the path, and refuse it unless it begins with the folder and a separator.',
    baseName: 'Take only the last name of the path, by {{call}}().',
    sendBelow: 'Send the file below a `root`, which it cannot leave.',
  },
  repair: (finding, context) => {
    if (finding.more > 0) return { reason: 'several inputs are in the path' };
    const use = { call: finding.call, argument: finding.argument, node: finding.node, input: finding.origin.node };
    const answers = [/^express:.*\bsendFile\b.*\[0\]$/.test(finding.sink.path) ? sendBelow(use, context.sourceCode) : [], baseName(use, context.sourceCode)];
    return answers.flatMap((answer) => (isRefusal(answer) ? [] : answer));
  },
});
