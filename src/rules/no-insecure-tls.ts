/** Connections whose other end nobody checks, or that go back to broken versions of TLS: whoever is in between reads and changes all of it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunctionNode, staticName, unwrap, type FunctionNode } from '../ast/nodes.ts';
import { removeOptionAt } from '../fixes/options.ts';
import type { Fact, Placed, Shown } from '../engine/index.ts';
import { hostOfUrl, isLocal } from '../text/local.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { callRule, constantOf, memberAt } from '../rule/call-rule.ts';
import type { Report } from '../rule/report.ts';

interface Options {
  /** Also report what is only done outside of production. */
  readonly development?: boolean;
}

const OPTIONS = ['certificates', 'anyCertificate', 'identity', 'tlsVersion', 'looseParser'] as const;
const OLD_VERSION = /^(?:TLSv1(?:\.1)?|SSLv[23]|TLSv1(?:_1)?(?:_(?:client|server))?_method|SSLv[23](?:_(?:client|server))?_method)$/;
/** What a connection text says to give up encryption, or the check of who is there. */
const OPEN = /[?&;](sslmode=(?:disable|no-verify)|tlsInsecure=true|tlsAllowInvalidCertificates=true|tlsAllowInvalidHostnames=true|sslaccept=accept_invalid_certs)(?=[&;\s]|$)/i;

export const rule = callRule<Options>({
  name: 'no-insecure-tls',
  marks: [...OPTIONS, 'connection', 'connects'],
  docs: {
    description: 'disallow TLS without a check of certificates, and versions of it that are broken',
    recommended: 'recommended',
    options: { strict: [{ development: true }] },
    cwe: ['CWE-295', 'CWE-319', 'CWE-757'],
    owasp: ['A02:2021', 'A04:2025'],
    severity: 7.4,
  },
  messages: {
    certificate: '`{{option}}` accepts any certificate, so whoever is on the way to the server reads and changes what is sent: trust the certificate of that server by `ca` instead.',
    identity: '`checkServerIdentity` accepts the certificate of any host, so whoever has one of their own reads and changes what is sent: leave it out, or call `tls.checkServerIdentity()` in it.',
    version: '`{{option}}` allows versions of TLS that are broken, so what is sent can be read on the way: leave it out, or ask for TLSv1.2 at least.',
    parser: '`{{option}}` accepts HTTP that others read differently, so requests can be hidden in requests: leave it out, and mend the other side.',
    connection: '`{{option}}` in the address of the server gives up the check of who is there, or all of TLS, so passwords and data can be read on the way: ask for `sslmode=verify-full`, or leave it out.',
    remove: 'Take `{{option}}` out.',
  },
  hasSuggestions: true,
  options: { development: { type: 'boolean', description: 'Also report what is only done outside of production.' } },
  defaults: { development: false },
  // most files that connect somewhere say nothing of certificates, and cost nothing then
  wanted: (_, text) => [...OPTIONS, ...(/rejectUnauthorized|strictSSL|checkServerIdentity/.test(text) ? ['connects' as const] : []), ...(/sslmode=|sslaccept=|tls(?:Insecure|AllowInvalid)\w*=/i.test(text) ? ['connection' as const] : [])],
  place: (placed, { development = false }, context) => {
    const message = flawOf(placed);
    if (message === undefined || (placed.isDevelopment && !development) || staysHere(placed, message, context)) return [];
    const { node } = placed;
    if (message === 'connection') {
      const [, option = ''] = OPEN.exec(String(constantOf(placed.value))) ?? [];
      return [{ node, message, data: { option } }];
    }
    const report: Report = { node, message, data: { option: optionText(placed, context) } };
    const { name } = placed;
    if (!isOption(node, name)) return [report];
    return [
      {
        ...report,
        repairs: () => {
          const edit = removeOptionAt(context.sourceCode, node);
          return edit ? [{ level: 'suggestion', message: 'remove', data: { option: name }, edits: [edit] }] : { reason: 'the option is set elsewhere' };
        },
      },
    ];
  },
});

/** What is wrong, as the name of a message. */
function flawOf({ marks, value }: Placed): 'certificate' | 'identity' | 'version' | 'parser' | 'connection' | undefined {
  const constant = constantOf(value);
  if (marks.includes('certificates') && (constant === false || constant === 0 || constant === '0')) return 'certificate';
  if (marks.includes('anyCertificate') && constant === true) return 'certificate';
  if (marks.includes('tlsVersion') && typeof constant === 'string' && OLD_VERSION.test(constant)) return 'version';
  if (marks.includes('looseParser') && constant === true) return 'parser';
  if (marks.includes('identity') && acceptsAll(value.fact)) return 'identity';
  return marks.includes('connection') && typeof constant === 'string' && OPEN.test(constant) ? 'connection' : undefined;
}

/** A check of identity finds a flaw by giving back an error: one that calls nothing and gives back nothing finds none. */
function acceptsAll({ refs }: Fact): boolean {
  const functions = refs.flatMap((ref) => (ref.k === 'fn' && isFunctionNode(ref.fn.node) ? [ref.fn.node] : []));
  return functions.length > 0 && functions.length === refs.length && functions.every(isEmptyCheck);
}

const isNothing = (node: TSESTree.Node): boolean => {
  const inner = unwrap(node);
  return inner.type === 'Literal' || (inner.type === 'Identifier' && inner.name === 'undefined') || (inner.type === 'UnaryExpression' && inner.operator === 'void');
};

function isEmptyCheck({ body }: FunctionNode): boolean {
  if (body.type !== 'BlockStatement') return isNothing(body);
  return body.body.every((statement) => statement.type === 'EmptyStatement' || (statement.type === 'ReturnStatement' && (!statement.argument || isNothing(statement.argument))));
}

/** It goes to this machine, or the network of one host (`db:5432`), as far as the text of the address tells. */
function staysHere({ value, args, result, marks }: Placed, message: string, context: AnyContext): boolean {
  if (message === 'connection') {
    const host = hostOfUrl(String(constantOf(value)));
    return host !== undefined && (isLocal(host) || !/[.:]/.test(host));
  }
  if (message === 'parser' || message === 'version') return false;
  if (args.some((arg) => addressesOf(arg).some(isLocal))) return true;
  if (!marks.includes('certificates') && !marks.includes('identity')) return false;
  // an agent that only connections to this machine use
  const uses = analysisOf(context).calls().filter((call) => call.marks.includes('connects') && call.shown.some((arg) => holds(arg, result)));
  return uses.length > 0 && uses.every((call) => call.shown.some((arg) => addressesOf(arg).some(isLocal)));
}

/** What tells where a connection goes: a URL, or a host among the options. */
function addressesOf(arg: Shown): string[] {
  const hosts = [arg, ...['host', 'hostname', 'servername', 'url', 'uri', 'baseURL', 'connectionString'].map((name) => memberAt(arg, name))];
  return hosts.flatMap((shown) => {
    if (shown === undefined || shown === 'absent') return [];
    const constant = constantOf(shown);
    const { text } = shown.fact;
    return typeof constant === 'string' ? [constant] : text?.known === true && hostOfUrl(`${text.parts[0] ?? ''}`) !== undefined && /:\/\/[^/?#]+[:/?#]/.test(text.parts[0] ?? '') ? [text.parts[0] ?? ''] : [];
  });
}

const holds = (shown: Shown, ident: number, depth = 0): boolean => shown.fact.ident === ident || (depth < 3 && [...shown.members.values()].some((member) => holds(member, ident, depth + 1)));

/** As it is written: `rejectUnauthorized: false`, `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'`; else what stands in `ssl`. */
function optionText({ node, name, value }: Placed, { sourceCode }: AnyContext): string {
  const { parent } = node;
  const text = (one: TSESTree.Node): string => sourceCode.getText(one).replaceAll(/\s+/g, ' ').slice(0, 80);
  if (parent?.type === 'AssignmentExpression') return text(parent);
  return isOption(node, name) && parent ? text(parent) : `${name}: ${String(constantOf(value))}`;
}

/** Whether the value stands where the option is written. */
const isOption = ({ parent }: TSESTree.Node, name: string): boolean => parent?.type === 'Property' && staticName(parent) === name;
