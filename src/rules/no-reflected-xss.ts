/** Untrusted input in a page that a server sends. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../ast/nodes.ts';
import type { Finding } from '../engine/index.ts';
import { wrapValue, type Sanitizer } from '../fixes/wrap.ts';
import { taintRule } from '../rule/taint-rule.ts';

/** In order of preference; only one that the file has at hand is used. */
const ESCAPES: readonly Sanitizer[] = [
  { module: 'escape-html', name: 'default' },
  { module: 'lodash.escape', name: 'default' },
  { module: 'he', name: 'encode' },
  { module: 'lodash', name: 'escape' },
  { module: 'html-entities', name: 'encode' },
  { module: 'entities', name: 'escapeUTF8' },
  { module: 'escape-goat', name: 'htmlEscape' },
  { module: 'validator', name: 'escape' },
  { module: 'handlebars', name: 'escapeExpression' },
];

export const rule = taintRule({
  name: 'no-reflected-xss',
  kinds: ['html'],
  docs: {
    description: 'disallow untrusted input in the HTML of responses',
    recommended: 'recommended',
    cwe: ['CWE-79'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 6.1,
  },
  messages: {
    flow: '`{{source}}` becomes part of a page{{way}}{{more}}, and its sender runs scripts in the browser of whoever opens the link: escape it, or send JSON or plain text.',
    escape: 'Escape the value by {{call}}().',
  },
  skip: isObject,
  repair: (finding, context) => {
    const value = unwrap(finding.node);
    // what is made of the value may be a page of ours already: escaped, it would be none
    const whole = unwrap(finding.argument);
    const isHole = finding.node !== finding.argument && (whole.type === 'TemplateLiteral' || whole.type === 'BinaryExpression');
    if (finding.more > 0 || (!isHole && value !== unwrap(finding.origin.node))) return { reason: 'the page is made elsewhere' };
    return wrapValue({ value: value as TSESTree.Expression, sanitizers: ESCAPES, message: 'escape' }, context.sourceCode);
  },
});

/** `res.send(req.query)` sends JSON: these are objects, whatever is in them. */
function isObject({ argument, origin, sink }: Finding): boolean {
  const type = unwrap(argument).type;
  return /\b(?:send|body=|Handler\(\))/.test(sink.path) && (type === 'MemberExpression' || type === 'Identifier') && /\.(?:query|body|params|cookies|headers|files)$/.test(origin.text);
}
