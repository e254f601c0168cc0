/** Untrusted input in lines of a log: a line end in it begins an entry that its sender wrote. */
import { constantText } from '../ast/constants.ts';
import { unwrap } from '../ast/nodes.ts';
import type { Finding } from '../engine/index.ts';
import { wrapValue } from '../fixes/wrap.ts';
import type { AnyContext } from '../rule/analysis.ts';
import { inputOf } from '../rule/input.ts';
import { taintRule } from '../rule/taint-rule.ts';
import { placeholders } from '../text/format.ts';

export const rule = taintRule({
  name: 'no-log-injection',
  kinds: ['log'],
  docs: {
    description: 'disallow untrusted input in lines of a log',
    recommended: 'strict',
    cwe: ['CWE-117'],
    owasp: ['A09:2021', 'A09:2025'],
    severity: 4.3,
  },
  messages: {
    flow: '`{{source}}` is written to a log{{way}}{{more}}, and a line end in it begins an entry that its sender makes up: write it by JSON.stringify(), or hand it over in an object.',
    stringify: 'Write the value by {{call}}(), which shows its line ends as \\n.',
  },
  skip: (finding, context) => isObject(finding) || isFormatted(finding, context),
  repair: (finding, context) => {
    const value = inputOf(finding, context);
    return value ? wrapValue({ value, sanitizers: [{ global: 'JSON.stringify' }], message: 'stringify' }, context.sourceCode) : { reason: 'the text is made elsewhere' };
  },
});

/** `console.log(req.query)` shows an object, with its strings quoted. */
function isObject({ argument, node, origin }: Finding): boolean {
  const { type } = unwrap(node);
  const isWhole = type === 'MemberExpression' || type === 'Identifier';
  return isWhole && (node === argument ? /\.(?:query|body|params|headers|cookies|files)$/ : /\.(?:query|params|headers|cookies|files)$/).test(origin.text);
}

/** `console.log('%j', x)`: only `%s` writes a text as it is. */
function isFormatted({ call, argument, node }: Finding, { sourceCode }: AnyContext): boolean {
  if (call.type !== 'CallExpression' || node !== argument || !sourceCode.scopeManager) return false;
  const index = call.arguments.findIndex((one) => one === argument);
  for (let i = index - 1; i >= 0; i--) {
    const format = constantText(call.arguments[i] ?? argument, sourceCode.scopeManager);
    if (format?.includes('%')) return /[^s]/.test(placeholders(format).charAt(index - i - 1));
  }
  return false;
}
