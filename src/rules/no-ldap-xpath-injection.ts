/** Untrusted input in the text of LDAP filters and names, and of XPath expressions. */
import { unwrap } from '../ast/nodes.ts';
import { singleAssignment, variableOf } from '../ast/scope.ts';
import type { Finding } from '../engine/index.ts';
import { tagLdap } from '../fixes/ldap-escape.ts';
import type { AnyContext } from '../rule/analysis.ts';
import { taintRule } from '../rule/taint-rule.ts';

const isFilter = ({ sink }: Finding): boolean => /filter/i.test(sink.path);

export const rule = taintRule({
  name: 'no-ldap-xpath-injection',
  kinds: ['ldap', 'xpath'],
  docs: {
    description: 'disallow untrusted input in the text of LDAP filters, distinguished names and XPath expressions',
    recommended: 'recommended',
    cwe: ['CWE-90', 'CWE-643'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 8.1,
  },
  messages: {
    flow: '`{{source}}` becomes part of an LDAP filter{{way}}{{more}}, and `*` or `)(` in it finds other entries: make the filter of objects as EqualityFilter, or escape the value.',
    name: '`{{source}}` becomes part of a distinguished name{{way}}{{more}}, and `,` in it names another entry: escape the value.',
    xpath: '`{{source}}` becomes part of an XPath expression{{way}}{{more}}, and a quote in it selects other nodes: hand it over as a variable of the expression.',
    escape: 'Escape the values by the tag {{call}}.',
  },
  messageOf: (finding) => (finding.kind === 'xpath' ? 'xpath' : isFilter(finding) ? 'flow' : 'name'),
  skip: (finding, context) => finding.sink.path.endsWith('.{bind,add,del,modify,modifyDN,compare}[0]') && isWhole(finding, context),
  repair: (finding, { sourceCode }) => {
    if (finding.kind === 'xpath') return { reason: 'variables of an expression are given elsewhere' };
    if (finding.more > 0 && unwrap(finding.argument).type !== 'TemplateLiteral') return { reason: 'several inputs are in the text' };
    return tagLdap(finding.argument, finding.node, isFilter(finding) ? 'filter' : 'dn', sourceCode);
  },
});

/** A name that is given whole is the sender's own to choose: the password has to fit. */
function isWhole({ argument }: Finding, { sourceCode: { scopeManager } }: AnyContext): boolean {
  const node = unwrap(argument);
  if (node.type === 'MemberExpression') return true;
  if (node.type !== 'Identifier' || !scopeManager) return false;
  const variable = variableOf(node, scopeManager);
  const given = variable && singleAssignment(variable);
  return given ? unwrap(given).type === 'MemberExpression' : variable?.defs[0]?.node.type === 'VariableDeclarator';
}
