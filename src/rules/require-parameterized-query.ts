/**
 * A value in the text of an SQL statement that is not proven constant or numeric, wherever it comes from: there is always a
 * placeholder for a value, so there is never a reason to trust it instead.
 */
import { analysisOf, ask } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { placeOf, report } from '../rule/report.ts';
import { repairSql, SQL_MESSAGES, sqlHoles } from '../rule/sql-text.ts';

interface Options {
  readonly positions?: 'value' | 'all';
}

const LONGEST = 50;

export const rule = createRule<string, [Options]>({
  name: 'require-parameterized-query',
  meta: {
    type: 'problem',
    docs: {
      description: 'require parameters for values in SQL statements',
      recommended: 'recommended',
      options: { strict: [{ positions: 'all' }] },
      cwe: ['CWE-89'],
      owasp: ['A03:2021', 'A05:2025'],
      severity: 8,
    },
    messages: {
      value: '`{{source}}` becomes part of SQL text, and nothing proves that it is a constant or a number: pass it as a parameter.',
      name: '`{{source}}` becomes part of SQL text where no parameter can stand, and nothing proves that it is a constant: allow only names from a constant list.',
      ...SQL_MESSAGES,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          positions: {
            type: 'string',
            enum: ['value', 'all'],
            description: 'Which holes are reported: those where a value stands, or also those in the place of a name or keyword.',
          },
        },
      },
    ],
    defaultOptions: [{ positions: 'value' }],
  },
  create: (context) => {
    ask(context, [], { texts: ['sql'] });
    return {
      'Program:exit'() {
        const { positions = 'value' } = context.options[0] ?? {};
        const analysis = analysisOf(context);
        // where no-sql-injection speaks, one finding is enough; what it says in `strict` alone it says for sure there
        const spoken = new Set(
          analysis
            .findings('sql')
            .filter((f) => f.sure || positions === 'all')
            .map((f) => f.argument),
        );
        const seen = new Set<unknown>();
        for (const use of analysis.texts('sql')) {
          if (spoken.has(use.argument) || !use.text.parts.some((part) => /\w/.test(part))) continue;
          const open = sqlHoles(use).filter((h) => !h.proven && (positions === 'all' || h.isValue));
          const [hole] = open;
          if (!hole || seen.has(use.argument)) continue;
          seen.add(use.argument);
          const text = context.sourceCode.getText(hole.node).replace(/\s+/g, ' ');
          report(context, {
            node: placeOf(hole.node, use.argument),
            message: hole.isValue || hole.position === 'other' ? 'value' : 'name',
            data: { source: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text },
            repairs: () => repairSql(context, use),
          });
        }
      },
    };
  },
});
