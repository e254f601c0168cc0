/** Cookies that hold a session: who has one is the user, so none may go over HTTP, be read by scripts, or be sent along by other sites. */
import type { Mark } from '../model/dsl.ts';
import { putOptions } from '../fixes/options.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import type { ApiCall } from '../engine/index.ts';
import { sortEdits } from '../ast/edit.ts';
import { callRule, calledNode, constantOf, testedAt } from '../rule/call-rule.ts';
import type { AnyContext } from '../rule/analysis.ts';
import type { Report } from '../rule/report.ts';

interface Options {
  /** Report what lacks nothing but `sameSite`. */
  readonly sameSite?: boolean;
  /** Names of further cookies that hold sessions. */
  readonly names?: readonly string[];
}

/** What a cookie can lack: its mark, what is set, what happens without it. */
const FLAGS: readonly { readonly mark: Mark; readonly name: string; readonly value: string; readonly harm: string }[] = [
  { mark: 'notSecure', name: 'secure', value: 'true', harm: 'it goes over plain HTTP' },
  { mark: 'notHttpOnly', name: 'httpOnly', value: 'true', harm: 'injected scripts can read it' },
  { mark: 'notSameSite', name: 'sameSite', value: "'lax'", harm: 'requests that other sites start carry it' },
];

export const rule = callRule<Options>({
  name: 'require-secure-cookie',
  marks: ['cookie', 'sessionCookie'],
  beside: () => ['notSecure', 'notHttpOnly', 'notSameSite', 'sameSiteNone'],
  docs: {
    description: 'require cookies that hold sessions to be `secure`, `httpOnly` and `sameSite`',
    recommended: 'recommended',
    options: { strict: [{ sameSite: true }] },
    cwe: ['CWE-614', 'CWE-1004', 'CWE-1275'],
    owasp: ['A05:2021', 'A02:2025'],
    severity: 5.3,
  },
  messages: {
    missing: '{{cookie}} is set without {{flags}}, so {{harm}}: set {{options}}.',
    crossSite: "{{cookie}} is set with `sameSite: 'none'` but without `secure`, so browsers refuse it, and those that do not send it over plain HTTP: set `secure: true`.",
    set: 'Set {{options}}.',
  },
  fixable: true,
  hasSuggestions: true,
  options: {
    sameSite: { type: 'boolean', description: 'Also report cookies that lack nothing but `sameSite`.' },
    names: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Names of further cookies that hold sessions.' },
  },
  defaults: { sameSite: false, names: [] },
  check: (call, { sameSite = false, names = [] }, context) => {
    const { node } = call;
    const name = call.marks.includes('sessionCookie') ? undefined : nameOf(call);
    const isSession = call.marks.includes('sessionCookie') || (name !== undefined && (isSessionName(name.text) || names.includes(name.text)) && !name.isConstant);
    const lacks = FLAGS.filter(({ mark }) => call.marks.includes(mark));
    const cookie = name === undefined ? 'The cookie of the session' : `The cookie \`${name.text}\``;
    const reports: Report[] = [];
    const isCrossSite = call.marks.includes('sameSiteNone') && call.marks.includes('notSecure');
    if (isCrossSite && node.type !== 'TaggedTemplateExpression') {
      const level = call.bound && !call.marks.includes('sessionCookie') ? 'fix' : 'suggestion';
      reports.push({ node: calledNode(call), message: 'crossSite', data: { cookie }, repairs: () => setFlags(context, call, FLAGS.slice(0, 1), level) });
    }
    const reported = lacks.filter(({ mark }) => !isCrossSite || mark !== 'notSecure');
    if (!isSession || reported.length === 0 || (!sameSite && reported.every(({ mark }) => mark === 'notSameSite'))) return reports;
    const data = { cookie, flags: list(reported.map((flag) => `\`${flag.name}\``), 'or'), harm: list(reported.map(({ harm }) => harm), 'and'), options: written(reported) };
    return [...reports, { node: calledNode(call), message: 'missing', data, repairs: () => setFlags(context, call, reported, 'suggestion') }];
  },
});

type Flags = typeof FLAGS;

const written = (flags: Flags): string => list(flags.map(({ name, value }) => `\`${name}: ${value}\``), 'and');
const list = (parts: readonly string[], word: string): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`);

function setFlags({ sourceCode }: AnyContext, call: ApiCall, flags: Flags, level: Repair['level']): readonly Repair[] | Refusal {
  const places = flags.map(({ mark }) => testedAt(call, mark));
  const [place] = places;
  const elsewhere = { reason: 'the options are made elsewhere' };
  if (!place || call.node.type === 'TaggedTemplateExpression') return elsewhere;
  const edits = putOptions(sourceCode, call.node, place.index, place.names.slice(0, -1), new Map(flags.map(({ name, value }) => [name, value])));
  return edits ? [{ level, message: 'set', data: { options: written(flags) }, edits: sortEdits(edits) }] : elsewhere;
}

/** The first argument that is a constant text, in one of the first two places; what follows it is the value. */
function nameOf(call: ApiCall): { readonly text: string; readonly isConstant: boolean } | undefined {
  for (const [i, shown] of call.shown.slice(0, 2).entries()) {
    const text = constantOf(shown);
    if (typeof text === 'string') return { text, isConstant: call.args[i + 1]?.constant !== undefined };
  }
  return undefined;
}

const SESSION = new Set(['sid', 'sess', 'session', 'sessions', 'sessid', 'sessionid', 'jsessionid', 'phpsessid', 'token', 'jwt', 'auth', 'authorization', 'authentication', 'bearer', 'credentials', 'remember', 'accesstoken', 'refreshtoken', 'authtoken', 'sessiontoken', 'idtoken']);
const OTHER = new Set(['csrf', 'xsrf', 'theme', 'lang', 'locale', 'state', 'expiry', 'expires', 'hint', 'device', 'push', 'cart', 'visitor', 'tracking']);
const TAIL = new Set(['id', 'key', 'value', 'cookie', 'me', 'user']);

/** `connect.sid`, `accessToken`, `remember_me`; not `XSRF-TOKEN`, which scripts must read, nor `token_expiry`. */
function isSessionName(name: string): boolean {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z\d]+/).filter(Boolean);
  while (words.length > 1 && TAIL.has(words.at(-1) ?? '')) words.pop();
  return SESSION.has(words.at(-1) ?? '') && !words.some((word) => OTHER.has(word));
}
