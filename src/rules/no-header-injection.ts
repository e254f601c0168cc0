/** Untrusted input as the name of a header, as a line of a protocol that is written by hand, and the host that a request names in mails. */
import { unwrap } from '../ast/nodes.ts';
import type { Finding } from '../engine/index.ts';
import type { AnyContext } from '../rule/analysis.ts';
import { taintRule } from '../rule/taint-rule.ts';

/** What the sender of a request says the host is. */
const HOST = /(?:\.(?:hostname|host|origin|subdomains)|\bhosts?\b.*|x-forwarded-host.*)$/i;

export const rule = taintRule({
  name: 'no-header-injection',
  kinds: ['header'],
  docs: {
    description: 'disallow untrusted input as the name of a header, in lines of a protocol, and as the host of links in mails',
    recommended: 'recommended',
    cwe: ['CWE-113', 'CWE-644', 'CWE-640'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 6.5,
  },
  messages: {
    flow: '`{{source}}` becomes the name of a header{{way}}{{more}}, so its sender sets cookies, types and targets of the response: choose the name from a constant list.',
    line: '`{{source}}` becomes part of a protocol line{{way}}{{more}}, and a line end in it begins another one: refuse line ends, or encode the value.',
    host: '`{{source}}` becomes the host of a link in a mail{{way}}{{more}}, so its sender makes yours lead to their site: take the address of the site from the configuration.',
  },
  messageOf: ({ sink }) => (isMail(sink.path) ? 'host' : isSocket(sink.path) ? 'line' : 'flow'),
  skip: (finding, context) => (isMail(finding.sink.path) ? !HOST.test(finding.origin.text) : isSocket(finding.sink.path) && !writesLines(finding, context)),
});

const isMail = (path: string): boolean => /\.\{html,text\}$/.test(path);
const isSocket = (path: string): boolean => path.startsWith('net:');

/** Bytes that are handed on are no lines; a text with line ends is. */
function writesLines({ argument }: Finding, { sourceCode }: AnyContext): boolean {
  const { type } = unwrap(argument);
  return (type === 'TemplateLiteral' || type === 'BinaryExpression') && /\\r\\n|\\n|\n/.test(sourceCode.getText(argument));
}
