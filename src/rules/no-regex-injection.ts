/** Untrusted input that is compiled to a regular expression: its sender writes one that takes hours, or that matches everything. */
import { staticName, unwrap } from '../ast/nodes.ts';
import { needsNode, type Finding } from '../engine/index.ts';
import { wrapValue, type Sanitizer } from '../fixes/wrap.ts';
import type { AnyContext } from '../rule/analysis.ts';
import { inputOf } from '../rule/input.ts';
import { taintRule } from '../rule/taint-rule.ts';

/** In order of preference; only one that the file has at hand is used. */
const ESCAPES: readonly Sanitizer[] = [
  { module: 'escape-string-regexp', name: 'default' },
  { module: 'lodash.escaperegexp', name: 'default' },
  { module: 'lodash', name: 'escapeRegExp' },
  { module: 'lodash-es', name: 'escapeRegExp' },
  { module: 'lodash/escapeRegExp', name: 'default' },
  { module: 'es-toolkit', name: 'escapeRegExp' },
];
/** Of the language since this version of Node.js. */
const OF_THE_LANGUAGE: Sanitizer = { global: 'RegExp.escape' };
const SINCE = '24.0.0';

/** The caller of a package who hands over a whole pattern hands over a regular expression: `text.match(pattern)`, `new RegExp(pattern.source, 'y')`. */
function isPattern({ origin, node }: Finding, { sourceCode }: AnyContext): boolean {
  if (origin.what !== 'library' || sourceCode.getText(node) !== origin.text) return false;
  const callee = node.parent?.type === 'CallExpression' ? unwrap(node.parent.callee) : undefined;
  return (callee?.type === 'MemberExpression' && /^(?:match|matchAll|search)$/.test(staticName(callee) ?? '')) || (node.type === 'MemberExpression' && staticName(node) === 'source');
}

export const rule = taintRule({
  name: 'no-regex-injection',
  kinds: ['regex'],
  docs: {
    description: 'disallow untrusted input in the source of regular expressions',
    recommended: 'recommended',
    cwe: ['CWE-1333', 'CWE-730'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 7.5,
  },
  messages: {
    flow: '`{{source}}` becomes part of a regular expression{{way}}{{more}}, and its sender writes one that keeps the server busy for hours, or matches what it should not: escape it, or look for the text with includes().',
    escape: 'Escape the value by {{call}}().',
  },
  // of those that the database matches, no-nosql-injection tells
  skip: (finding, context) => finding.sink.inDatabase || isPattern(finding, context),
  repair: (finding, context) => {
    const value = inputOf(finding, context);
    if (!value) return { reason: 'the pattern is made elsewhere' };
    const sanitizers = needsNode(context.filename, SINCE) ? [...ESCAPES, OF_THE_LANGUAGE] : ESCAPES;
    return wrapValue({ value, sanitizers, message: 'escape' }, context.sourceCode);
  },
});
