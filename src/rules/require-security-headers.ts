/** Headers by which browsers protect a site's pages: those that are turned off or say nothing, and apps with pages that send none. */
import type { TSESTree } from '@typescript-eslint/utils';
import { replaceRange } from '../ast/edit.ts';
import { childNodes, isStringLiteral, staticName, unwrap } from '../ast/nodes.ts';
import { loadedPackage, type ApiCall, type Fact, type Placed, type Shown } from '../engine/index.ts';
import { startApp } from '../fixes/app-start.ts';
import { removeOptionAt } from '../fixes/options.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { APP_MARKS, Apps, assumes, type Wanted } from '../rule/app.ts';
import { callRule, calledNode, constantOf, memberAt } from '../rule/call-rule.ts';
import { headersOf } from '../rule/headers.ts';
import type { Report } from '../rule/report.ts';
import { isTestFile } from '../rule/test-files.ts';
import { directivesIn, policyFlaws, UNSEEN, type Directive, type PolicyFlaw } from '../text/policy.ts';

interface Options {
  /** Also apps with pages and none of these headers, and Express apps that say what they run on. */
  readonly absent?: boolean;
  /** The least time that browsers have to keep to HTTPS, in seconds. */
  readonly maxAge?: number;
}

const HALF_A_YEAR = 15_552_000;
const YEAR = 31_536_000;

interface Part {
  readonly header: string;
  readonly harm: string;
}
const CSP: Part = { header: 'Content-Security-Policy', harm: 'a script that is injected into a page runs' };
const HSTS: Part = { header: 'Strict-Transport-Security', harm: 'who is on the way can keep a visitor on plain HTTP' };
const SNIFF: Part = { header: 'X-Content-Type-Options', harm: 'browsers guess that an upload is a script or a page' };
const FRAME: Part = { header: 'X-Frame-Options', harm: 'other sites lay their pages over yours and catch the clicks' };
const PARTS: Readonly<Record<string, Part>> = { contentSecurityPolicy: CSP, csp: CSP, strictTransportSecurity: HSTS, hsts: HSTS, xContentTypeOptions: SNIFF, noSniff: SNIFF, xFrameOptions: FRAME, frameguard: FRAME };

const OPTIONS = new RegExp(`\\b(?:${Object.keys(PARTS).join('|')}|directives)\\b`);
const BY_HAND = /content-security-policy|strict-transport-security|x-frame-options/i;
const FRAMEWORK = /['"](?:express|koa|fastify|hono|connect|polka|restify)['"]/;
const PROTECTS = /^(?:content-security-policy|strict-transport-security|x-content-type-options|x-frame-options)$/i;
/** Somebody has thought of it. */
const POWERED = /x-powered-by|poweredBy/i;

const protection: Wanted = {
  mark: 'headers',
  hint: /helmet|secur|headers?$|csp|harden/i,
  packages: /helmet|secur|header|csp|content-security|frame|sniff|hsts|kraken|[/]|^express-?enforce|^fastify-/i,
  own: ({ texts }) => [...texts].some((text) => PROTECTS.test(text)),
};

export const rule = callRule<Options>({
  name: 'require-security-headers',
  marks: ['protects', 'setsHeader', 'mounts'],
  wanted: ({ absent = false }, text) => [
    ...(OPTIONS.test(text) ? ['protects' as const] : []),
    ...(BY_HAND.test(text) ? ['setsHeader' as const] : []),
    ...(absent && FRAMEWORK.test(text) ? ['mounts' as const] : []),
  ],
  beside: ({ absent = false }, text) => (absent && FRAMEWORK.test(text) ? [...APP_MARKS, 'headers', 'poweredBy', 'page', 'sends', 'setsHeader'] : OPTIONS.test(text) ? ['page', 'sends', 'setsHeader'] : []),
  docs: {
    description: 'require the headers by which browsers protect pages',
    recommended: 'recommended',
    options: { strict: [{ absent: true, maxAge: YEAR }] },
    cwe: ['CWE-693', 'CWE-1021', 'CWE-16'],
    owasp: ['A05:2021', 'A02:2025'],
    severity: 5.3,
  },
  messages: {
    off: '`{{option}}: false` leaves out `{{header}}`, so {{harm}}: take the option out, or say what your pages need.',
    policy: '{{sources}} in `{{directive}}` of the policy lets {{harm}}, which is what a policy is there to stop: name the scripts by host, nonce or hash.',
    short: 'Browsers keep to HTTPS for {{seconds}} seconds only, and who is on the way needs no more than one visit over plain HTTP after that: give a year.',
    frame: '`X-Frame-Options: {{value}}` is known to no browser, so other sites lay their pages over yours and catch the clicks: say `DENY` or `SAMEORIGIN`.',
    missing: 'This app sends pages and none of the headers by which browsers protect them, so injected scripts run and other sites frame them: use helmet, or set `Content-Security-Policy` and its like.',
    poweredBy: "Each answer says in `X-Powered-By` that this is Express, which tells an attacker what to try: `app.disable('x-powered-by')`.",
    remove: 'Take `{{option}}` out.',
    raise: 'Say a year.',
    disable: "Add `{{app}}.disable('x-powered-by')`.",
    helmet: 'Add helmet.',
  },
  hasSuggestions: true,
  options: {
    absent: { type: 'boolean', description: 'Also report apps that send pages without these headers, and Express apps that say what they run on.' },
    maxAge: { type: 'number', minimum: 0, description: 'The least time for which browsers have to keep to HTTPS, in seconds.' },
  },
  defaults: { absent: false, maxAge: HALF_A_YEAR },
  place: (placed, options, context) => {
    const { marks, name, isDevelopment } = placed;
    if (!marks.includes('protects') || isDevelopment) return [];
    const { header } = PARTS[name] ?? (name === 'maxAge' ? HSTS : CSP);
    if (constantOf(placed.value) === false) return assumes(context, 'headers') || !matters(placed, header, options, context) ? [] : [turnedOff(placed, context)];
    if (header === CSP.header) return policyOf(placed).flatMap((flaw) => ofFlaw(flaw, placed.node));
    return header === HSTS.header ? timeOf(placed, options) : [];
  },
  check: (call, { maxAge = HALF_A_YEAR }) => headersOf(call).flatMap(({ name, value, node }): readonly Report[] => {
    const constant = value.constant?.value;
    if (/^content-security-policy$/i.test(name)) {
      const text = typeof constant === 'string' ? constant : value.text?.parts.join(UNSEEN);
      return text === undefined ? [] : policyFlaws(directivesIn(text), true).flatMap((flaw) => ofFlaw(flaw, node));
    }
    if (typeof constant !== 'string') return [];
    if (/^strict-transport-security$/i.test(name)) return tooShort(secondsIn(constant), maxAge, node);
    return /^x-frame-options$/i.test(name) && !/^(?:deny|sameorigin)$/i.test(constant) ? [{ node, message: 'frame', data: { value: constant } }] : [];
  }),
  also: (context, { absent = false }) => (absent && FRAMEWORK.test(context.sourceCode.text) && !isTestFile(context) && !assumes(context, 'headers') ? withoutHeaders(context) : []),
});

// Turned off

function turnedOff({ name, node }: Placed, { sourceCode }: AnyContext): Report {
  const { header, harm } = PARTS[name] ?? CSP;
  return {
    node,
    message: 'off',
    data: { option: name, header, harm },
    repairs: () => {
      const edit = removeOptionAt(sourceCode, node);
      return edit ? [{ level: 'suggestion', message: 'remove', data: { option: name }, edits: [edit] }] : { reason: 'the option is set elsewhere' };
    },
  };
}

/** Whether anything is lost without the header: another part of the file may do the same, and data need no policy of scripts. */
function matters({ args }: Placed, header: string, { absent = false }: Options, context: AnyContext): boolean {
  const { text } = context.sourceCode;
  if (header === CSP.header) return !/contentSecurityPolicy\s*(?:\(|:\s*\{)|content-security-policy/i.test(text) && (absent || sendsPages(context) || !/\bjson\s*\(|graphql/i.test(text));
  if (header !== FRAME.header) return true;
  // a policy has its own word for frames, which helmet's has by default
  const policies = args.map((arg) => memberAt(arg, 'contentSecurityPolicy'));
  return !/frame-?ancestors/i.test(text) && (policies.some((policy) => constantOf(policy) === false) || (/secure-headers/.test(text) && policies.every((policy) => policy === 'absent')));
}

/** Pages are sent here, as far as is in sight. */
function sendsPages(context: AnyContext): boolean {
  const analysis = analysisOf(context);
  const isHtml = (call: ApiCall): boolean => call.marks.includes('setsHeader') && headersOf(call).some(({ name, value }) => /^content-type$/i.test(name) && /html/i.test(String(value.constant?.value)));
  const isPage = (call: ApiCall): boolean => call.marks.includes('page') || isHtml(call) || (call.marks.includes('sends') && beginsTag(call.args[0]));
  return analysis.calls().some(isPage) || analysis.placed().some(({ marks, value }) => marks.includes('sends') && beginsTag(value.fact));
}

const beginsTag = (value: Fact | undefined): boolean => /^\s*<(?!\?)/.test(typeof value?.constant?.value === 'string' ? value.constant.value : (value?.text?.parts[0] ?? ''));

// Policies

function policyOf({ name, value, args }: Placed): readonly PolicyFlaw[] {
  const isPart = name === 'directives' || name === 'policy';
  const options = isPart ? args : [value];
  const is = (option: string, wanted: boolean): boolean => options.some((one) => constantOf(memberAt(one, option)) === wanted);
  if (is('reportOnly', true)) return [];
  const directives = (isPart ? undefined : (value.members.get('directives') ?? value.members.get('policy'))) ?? value;
  const text = constantOf(directives);
  if (typeof text === 'string') return policyFlaws(directivesIn(text), true);
  // helmet fills in what is not said
  const isFilled = (name === 'directives' || value.members.has('directives')) && !is('useDefaults', false);
  return policyFlaws([...directives.members].flatMap(([key, shown]) => directiveOf(key, shown)), !isFilled);
}

function directiveOf(name: string, shown: Shown): readonly Directive[] {
  const { refs, constant } = shown.fact;
  if (typeof constant?.value === 'string') return [{ name, sources: constant.value.split(/\s+/), isOpen: false }];
  // which of several it is, nobody knows
  if (refs.length !== 1 || refs.some((ref) => ref.k !== 'obj' || ref.what !== 'array')) return [];
  const all = [...shown.members.values()].map((one) => constantOf(one));
  return [{ name, sources: all.flatMap((one) => (typeof one === 'string' ? one.split(/\s+/) : [])), isOpen: !shown.isWhole || all.some((one) => typeof one !== 'string') }];
}

function ofFlaw({ directive, sources }: PolicyFlaw, node: TSESTree.Node): readonly Report[] {
  const harms = sources.map((source) => (/inline/i.test(source) ? 'injected scripts run' : /eval/i.test(source) ? 'text become code' : 'scripts from anywhere run'));
  return [{ node: writtenIn(node, directive, sources[0] ?? '') ?? node, message: 'policy', data: { sources: sources.map((source) => `\`${source}\``).join(', '), directive, harm: [...new Set(harms)].join(', and ') } }];
}

/** The source in an object of directives, as it is written there. */
function writtenIn(node: TSESTree.Node, directive: string, source: string): TSESTree.Node | undefined {
  const todo: { readonly at: TSESTree.Node; readonly isInside: boolean }[] = [{ at: unwrap(node), isInside: false }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { at, isInside } = next;
    if (isInside && isStringLiteral(at) && at.value.split(/\s+/).includes(source)) return at;
    const enters = isInside || (at.type === 'Property' && staticName(at) === directive);
    if (at.type === 'ObjectExpression' || at.type === 'ArrayExpression' || at.type === 'Property') todo.push(...childNodes(at, {}).map((child) => ({ at: child, isInside: enters })));
  }
  return undefined;
}

// Time

function timeOf({ name, value, node }: Placed, { maxAge = HALF_A_YEAR }: Options): readonly Report[] {
  const constant = constantOf(value);
  if (typeof constant === 'string') return tooShort(secondsIn(constant), maxAge, node);
  const seconds = name === 'maxAge' ? constant : constantOf(memberAt(value, 'maxAge'));
  const object = unwrap(node);
  const written = name === 'maxAge' ? node : object.type === 'ObjectExpression' ? object.properties.find((one): one is TSESTree.Property => one.type === 'Property' && staticName(one) === 'maxAge')?.value : undefined;
  return tooShort(typeof seconds === 'number' ? seconds : undefined, maxAge, written ?? node);
}

const secondsIn = (text: string): number | undefined => {
  const [, seconds] = /max-age\s*=\s*"?(\d+)/i.exec(text) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
};

function tooShort(seconds: number | undefined, least: number, node: TSESTree.Node): readonly Report[] {
  if (seconds === undefined || seconds >= least) return [];
  const repairs = (): ReturnType<NonNullable<Report['repairs']>> => (node.type === 'Literal' && typeof node.value === 'number' ? [{ level: 'suggestion', message: 'raise', edits: [replaceRange(node.range, '31_536_000')] }] : { reason: 'the time is no number here' });
  return [{ node, message: 'short', data: { seconds: String(seconds) }, repairs }];
}

// Apps

function withoutHeaders(context: AnyContext): readonly Report[] {
  const analysis = analysisOf(context);
  const byHand = analysis.calls().some((call) => call.marks.includes('setsHeader') && headersOf(call).some(({ name }) => PROTECTS.test(name)));
  if (byHand) return [];
  const apps = new Apps(context);
  const isPaged = sendsPages(context);
  return apps.made.flatMap(({ node, isPart }): Report[] => {
    const made = analysis.calls().find((call) => call.node === node);
    if (!made || isPart || apps.on(node, protection) !== 'no') return [];
    const isExpress = made.marks.includes('poweredBy');
    const at = calledNode(made);
    if (isPaged) return [{ node: at, message: 'missing', data: {}, repairs: () => (isExpress && loadedPackage(context.filename, 'helmet') ? startApp(context.sourceCode, node, 'helmet') : { reason: 'helmet is not at hand' }) }];
    return isExpress && !POWERED.test(context.sourceCode.text) ? [{ node: at, message: 'poweredBy', data: {}, repairs: () => startApp(context.sourceCode, node, 'disable') }] : [];
  });
}
