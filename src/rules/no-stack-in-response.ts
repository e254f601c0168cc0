/** An error, its stack or its inspection in a response: paths, versions and queries for whoever asks. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../ast/nodes.ts';
import type { Repair } from '../fixes/fix.ts';
import { taintRule } from '../rule/taint-rule.ts';

const GENERIC = 'Internal Server Error';

export const rule = taintRule({
  name: 'no-stack-in-response',
  kinds: ['response'],
  from: ['error'],
  docs: {
    description: 'disallow errors and stack traces in responses',
    recommended: 'recommended',
    cwe: ['CWE-209', 'CWE-497'],
    owasp: ['A04:2021', 'A10:2025'],
    severity: 5.3,
  },
  messages: {
    flow: '`{{source}}` gets into a response{{way}}{{more}} and tells strangers about files, versions and queries: log it, and answer with a general message.',
    generic: `Answer with '${GENERIC}'.`,
    genericObject: `Answer with { error: '${GENERIC}' }.`,
    dropStack: 'Leave the property out.',
  },
  repair: (finding, context) => {
    const node = unwrap(finding.argument);
    const property = propertyOf(finding.origin.node, node);
    const repairs: Repair[] = [];
    if (property) repairs.push({ level: 'suggestion', message: 'dropStack', edits: [removeProperty(property, context.sourceCode.text)] });
    const isJson = /json\w*\}?\[0\]$/.test(finding.sink.path) && calleeName(finding.call) !== 'send' && calleeName(finding.call) !== 'end' && calleeName(finding.call) !== 'write';
    const isObject = node.type === 'ObjectExpression' || isJson;
    repairs.push({
      level: 'suggestion',
      message: isObject ? 'genericObject' : 'generic',
      edits: [{ range: [node.range[0], node.range[1]], text: isObject ? `{ error: '${GENERIC}' }` : `'${GENERIC}'` }],
    });
    return repairs;
  },
});

const calleeName = (call: TSESTree.Node): string => {
  if (call.type !== 'CallExpression') return '';
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
};

/** The property of the object literal sent whose whole value is the error, or a member of it. */
function propertyOf(origin: TSESTree.Node, sent: TSESTree.Node): TSESTree.Property | undefined {
  if (sent.type !== 'ObjectExpression' || sent.properties.length < 2) return undefined;
  for (const property of sent.properties) {
    if (property.type === 'Property' && unwrap(property.value) === unwrap(origin)) return property;
  }
  return undefined;
}

/** With the comma after it, or else the one before. */
function removeProperty(property: TSESTree.Property, text: string): { range: [number, number]; text: string } {
  let [start, end] = property.range;
  const after = /^\s*,\s*/.exec(text.slice(end));
  if (after) end += after[0].length;
  else start -= /,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { range: [start, end], text: '' };
}
