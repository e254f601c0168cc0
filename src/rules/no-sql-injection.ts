/** Untrusted input in the text of an SQL statement, at a driver that a model or a name in company knows. */
import { unwrap } from '../ast/nodes.ts';
import { analysisOf } from '../rule/analysis.ts';
import { repairSql, SQL_MESSAGES, sqlHoles } from '../rule/sql-text.ts';
import { taintRule } from '../rule/taint-rule.ts';

export const rule = taintRule({
  name: 'no-sql-injection',
  kinds: ['sql'],
  docs: {
    description: 'disallow untrusted input in the text of SQL statements',
    recommended: 'recommended',
    cwe: ['CWE-89'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 9.8,
  },
  messages: {
    flow: '`{{source}}` becomes part of SQL text{{way}}{{more}}: whoever sends it can read and change the database. Pass it as a parameter.',
    name: '`{{source}}` becomes part of SQL text{{way}}{{more}} where no parameter can stand: allow only names from a constant list.',
    text: '`{{source}}` is SQL text itself{{way}}{{more}}: whoever sends it writes the statement. Choose the text from constants.',
    ...SQL_MESSAGES,
  },
  fixable: true,
  repair: (finding, context) => repairSql(context, finding),
  messageOf: (finding, context) => {
    for (const use of analysisOf(context).texts('sql')) {
      if (use.argument !== finding.argument) continue;
      // where the text is not known, neither is what stands around the hole
      if (!use.text.known) return 'flow';
      if (!use.text.parts.some((part) => /\w/.test(part))) return unwrap(use.argument).type === 'CallExpression' ? 'flow' : 'text';
      const hole = sqlHoles(use).find((h) => h.node === finding.node || (finding.node === finding.argument && h.fact.taints.some((t) => t.origin === finding.origin)));
      if (hole) return hole.isValue || hole.position === 'other' ? 'flow' : 'name';
    }
    return 'flow';
  },
});
