/** A shell line that is not made of constants: safe only as long as every caller is. */
import { analysisOf, ask } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { placeOf, report } from '../rule/report.ts';
import { repairShell, SHELL_MESSAGES } from '../rule/shell-line.ts';
import { isProven } from '../rule/sql-text.ts';

const LONGEST = 50;

export const rule = createRule<string>({
  name: 'no-dynamic-shell-command',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow shell commands that are not made of constants',
      recommended: 'strict',
      cwe: ['CWE-78'],
      owasp: ['A03:2021', 'A05:2025'],
      severity: 7,
    },
    messages: {
      dynamic: '`{{source}}` becomes part of a shell command, and nothing proves that it is a constant or a number: use execFile with a list of arguments.',
      ...SHELL_MESSAGES,
    },
    fixable: 'code',
    hasSuggestions: true,
  },
  create: (context) => {
    ask(context, [], { texts: ['command'] });
    return {
      'Program:exit'() {
        const analysis = analysisOf(context);
        const spoken = new Set(analysis.findings('command').map((f) => f.argument));
        const seen = new Set<unknown>();
        for (const use of analysis.texts('command')) {
          // a program or an argument list is no shell line
          if (use.sink.instead === undefined || spoken.has(use.argument) || seen.has(use.argument)) continue;
          const hole = use.text.holes.find((h) => !isProven(h.fact, 'command'));
          if (!hole) continue;
          seen.add(use.argument);
          const text = context.sourceCode.getText(hole.node).replace(/\s+/g, ' ');
          report(context, {
            node: placeOf(hole.node, use.argument),
            message: 'dynamic',
            data: { source: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text },
            repairs: () => repairShell(context, use),
          });
        }
      },
    };
  },
});
