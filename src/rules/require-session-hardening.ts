/** Sessions whose id is known before the login, that never end, that a restart loses, or that their owner can rewrite. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isOwnOrAsked, type FunctionInfo, type Placed } from '../engine/index.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { callRule, calledNode, constantOf } from '../rule/call-rule.ts';
import type { Report } from '../rule/report.ts';

export const rule = callRule({
  name: 'require-session-hardening',
  marks: ['memoryStore', 'endless', 'unsigned', 'signsIn', 'fixates'],
  docs: {
    description: 'require a new id of the session at login, an end of it, a store that lasts, and a signature',
    recommended: 'strict',
    cwe: ['CWE-384', 'CWE-613'],
    owasp: ['A07:2021', 'A07:2025'],
    severity: 6.5,
  },
  messages: {
    fixation: '`{{member}}` is set at login in a session that was there before it, so whoever planted its id in the browser is logged in, too: set it in the callback of `session.regenerate()`.',
    fixates: 'This version of the package keeps the id of the session at login, so whoever planted it in the browser is logged in, too: take 0.6 or later.',
    memoryStore: 'These sessions are kept in memory, so they fill it, and all end with a restart: give the `store` of a database.',
    endless: 'This session has no end, so an id that was stolen once is good until the store forgets it: set `maxAge`.',
    unsigned: 'This session is in a cookie that nobody signs, so its owner writes into it what they like, and who they are: give `keys`.',
  },
  defaults: {},
  check: (call, _, context) => {
    const node = calledNode(call);
    return (['fixates', 'memoryStore', 'endless', 'unsigned'] as const).flatMap((mark): Report[] =>
      call.marks.includes(mark) && !(mark === 'endless' && ENDS_LATER.test(context.sourceCode.text)) ? [{ node, message: mark, data: {} }] : [],
    );
  },
  place: (placed, _, context) => {
    if (!placed.marks.includes('signsIn') || !saysWho(placed) || isAllCookie(context) || isToldInside(placed, context)) return [];
    if (!isLogin(functionsAround(placed, context), context)) return [];
    return [{ node: placed.call, message: 'fixation', data: { member: placed.call.type === 'MemberExpression' ? context.sourceCode.getText(placed.call) : `session.${placed.name}` } }];
  },
});

/** The end is set for each session on its own. */
const ENDS_LATER = /\bcookie\s*\.\s*(?:maxAge|expires|originalMaxAge)\s*=[^=]/;
const PASSWORD = /passw(?:or)?d|passphrase/i;
/** A new id, by the session itself, by a helper out of sight that says so, or by what a package does at its own login. */
const RENEWED = /\bregenerat\w*|\b(?:renew|rotate)\w*Session\w*|\.log[iI]n\s*\(/;
/** What a login leaves for the next page, and no more. */
const OTHER = /^(?:cookie|flash|messages?|errors?|info|notice|return|redirect|next|csrf|xsrf|views|cart|lang|locale|theme|attempts|captcha)/i;

/** A value that is no text for people, no counter, nothing that is taken away. */
function saysWho({ call, name, value }: Placed): boolean {
  const member = call.type === 'MemberExpression' && call.property.type === 'Identifier' && !call.computed ? call.property.name : name;
  const { constant } = value.fact;
  return !OTHER.test(member) && (constant === undefined || constantOf(value) === true);
}

/** It is done in a function that is made at the call, and told there. */
const isToldInside = ({ call }: Placed, context: AnyContext): boolean =>
  call.type !== 'MemberExpression' && analysisOf(context).placed().some(({ marks, call: inner }) => marks.includes('signsIn') && inner !== call && inner.range[0] >= call.range[0] && inner.range[1] <= call.range[1]);

const IN_COOKIES = ['cookie-session', 'iron-session', '@fastify/secure-session'];
const IN_STORES = ['express-session', '@fastify/session'];

/** Sessions that are all in their cookie have no id that could be planted. */
function isAllCookie({ filename, sourceCode: { text } }: AnyContext): boolean {
  const says = (name: string): boolean => text.includes(name);
  const asks = (name: string): boolean => isOwnOrAsked(filename, name) === 'asked';
  // what the file names itself, else what its package asks for
  if ([...IN_COOKIES, ...IN_STORES].some(says)) return IN_COOKIES.some(says) && !IN_STORES.some(says);
  return IN_COOKIES.some(asks) && !IN_STORES.some(asks);
}

/** The outermost functions in which it happens: that of the place, and that of the call of a helper that has it. */
function functionsAround({ node, by }: Placed, context: AnyContext): readonly FunctionInfo[] {
  const analysis = analysisOf(context);
  const outermost = (at: TSESTree.Node): FunctionInfo | undefined => {
    let found = analysis.functionAround(at);
    while (found?.parent && found.parent.node.type !== 'Program' && !analysis.inHandlers().has(found)) found = found.parent;
    for (let fn = found; fn && fn.node.type !== 'Program'; fn = fn.parent) if (analysis.inHandlers().has(fn) && (!fn.parent || !analysis.inHandlers().has(fn.parent))) return fn;
    return found;
  };
  return [node, ...(by ? [by] : [])].flatMap((at) => outermost(at) ?? []);
}

const servesRequests = (around: readonly FunctionInfo[], context: AnyContext): boolean => around.some((fn) => fn.node.type !== 'Program' && analysisOf(context).inHandlers().has(fn));

const logins = new WeakMap<FunctionInfo, boolean>();

/** Code that serves requests, has to do with a password, and keeps the id. One function may set many members, and is read once. */
function isLogin(around: readonly FunctionInfo[], context: AnyContext): boolean {
  const [only, second] = around;
  const known = only && !second ? logins.get(only) : undefined;
  if (known !== undefined) return known;
  const text = around.map((fn) => context.sourceCode.getText(fn.node)).join('\n');
  const result = servesRequests(around, context) && PASSWORD.test(text) && !isRenewed(text, context);
  if (only && !second) logins.set(only, result);
  return result;
}

/** A new id is asked for here, or in a function of the file that is called here. */
function isRenewed(text: string, context: AnyContext): boolean {
  if (RENEWED.test(text)) return true;
  const { functions = [] } = analysisOf(context).index ?? {};
  return functions.some((fn) => fn.name !== '' && text.includes(`${fn.name}(`) && RENEWED.test(context.sourceCode.getText(fn.node)));
}
