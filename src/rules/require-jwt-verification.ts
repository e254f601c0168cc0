/** Tokens that are believed without a look at their signature, or whose sender chooses how it is checked: then anybody is anybody. */
import type { TSESTree } from '@typescript-eslint/utils';
import { removeItem } from '../ast/edit.ts';
import { staticName, unwrap } from '../ast/nodes.ts';
import { usesOf } from '../ast/uses.ts';
import type { ApiCall, Placed } from '../engine/index.ts';
import { addOption, removeOptionAt } from '../fixes/options.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { SURE, untrusted } from '../model/kinds.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { callRule, calledNode, constantOf, testedAt } from '../rule/call-rule.ts';
import type { Report } from '../rule/report.ts';

interface Options {
  /** Report tokens of which nobody knows whence they are. */
  readonly unsure?: boolean;
  /** Report where the package chooses the algorithms by the key. */
  readonly defaults?: boolean;
}

/** What may be read before the signature was checked: which key to take, and whether it is worth a look. */
const BEFORE = /^(?:header|protectedHeader|signature)(?:\.|$)|^(?:payload\.)?(?:exp|iat|nbf|iss|kid|alg|typ)$/;
const PUBLIC_KEY = /-----BEGIN (?:[A-Z ]*PUBLIC KEY|CERTIFICATE)-----/;

export const rule = callRule<Options>({
  name: 'require-jwt-verification',
  marks: ['decodes', 'verifies', 'openAlgorithms', 'defaultAlgorithms', 'algorithms', 'verificationKey', 'expired'],
  docs: {
    description: 'require that the signature of a JSON Web Token is checked, by algorithms that the program names',
    recommended: 'recommended',
    options: { strict: [{ unsure: true, defaults: true }] },
    cwe: ['CWE-347', 'CWE-345'],
    owasp: ['A02:2021', 'A07:2021', 'A04:2025', 'A07:2025'],
    severity: 8.1,
  },
  messages: {
    decodes: '`{{call}}` reads {{source}} without a look at its signature, so its sender is whoever they say they are: verify the token with its key.',
    algorithms: '`{{call}}` has no list of algorithms, so the token chooses how it is checked, and may choose one that needs no key: name the one that you sign with.',
    defaults: '`{{call}}` has no list of algorithms, so which ones pass depends on the key and the version of the package: name the one that you sign with.',
    none: "`algorithms` has `'none'` in it, so tokens that nobody signed are believed: take it out.",
    expired: '`ignoreExpiration: true` lets tokens live forever, so one that was stolen once is good for all time: leave it out, and renew tokens by another one.',
    set: 'Add `algorithms: {{list}}`.',
    removeNone: "Take `'none'` out.",
    remove: 'Take `ignoreExpiration` out.',
  },
  hasSuggestions: true,
  options: {
    unsure: { type: 'boolean', description: 'Also report decoded tokens of which nobody knows whence they are.' },
    defaults: { type: 'boolean', description: 'Also report where the package chooses the algorithms by the key.' },
  },
  defaults: { unsure: false, defaults: false },
  check: (call, { defaults = false }, context) => {
    const mark = (['openAlgorithms', 'defaultAlgorithms'] as const).find((one) => call.marks.includes(one));
    const key = keyOf(call, context);
    const isOpen = mark === 'openAlgorithms' || key === 'public' || key === 'found';
    if (mark === undefined || (!isOpen && !defaults)) return [];
    return [{ node: calledNode(call), message: isOpen ? 'algorithms' : 'defaults', data: { call: nameOf(call.node) }, repairs: () => setAlgorithms(call, mark, key, context) }];
  },
  place: (placed, { unsure = false }, context) => [...decoded(placed, unsure, context), ...unsigned(placed, context), ...neverEnding(placed, context)],
});

/** How the key that a call verifies with is told: in sight, looked for by a function, a public one. */
function keyOf(call: ApiCall, context: AnyContext): 'secret' | 'public' | 'found' | undefined {
  const key = analysisOf(context).placed().find((placed) => placed.call === call.node && placed.marks.includes('verificationKey'))?.value;
  const constant = constantOf(key);
  if (typeof constant === 'string') return PUBLIC_KEY.test(constant) ? 'public' : 'secret';
  return key?.fact.refs.some((ref) => ref.k === 'fn') ? 'found' : undefined;
}

function setAlgorithms(call: ApiCall, mark: 'openAlgorithms' | 'defaultAlgorithms', key: ReturnType<typeof keyOf>, { sourceCode }: AnyContext): readonly Repair[] | Refusal {
  const { node } = call;
  const place = testedAt(call, mark);
  const refused = { reason: 'the options are made elsewhere' };
  if (!place || node.type === 'TaggedTemplateExpression') return refused;
  const lists = key === 'secret' ? ["['HS256']"] : key === undefined ? ["['HS256']", "['RS256']"] : ["['RS256']"];
  const repairs = lists.flatMap((list): Repair[] => {
    const edit = addOption(sourceCode, node, place.index, `algorithms: ${list}`);
    return edit ? [{ level: 'suggestion', message: 'set', data: { list }, edits: [edit] }] : [];
  });
  return repairs.length > 0 ? repairs : refused;
}

/** A token is read that nobody verified, for more than what is needed to verify it. */
function decoded(placed: Placed, unsure: boolean, context: AnyContext): readonly Report[] {
  if (!placed.marks.includes('decodes')) return [];
  const { taints } = placed.value.fact;
  const [sent] = taints.flatMap(({ origin, mask }) => (origin.k === 'named' && untrusted.some((one) => one === origin.what) && ((mask & SURE) !== 0 || unsure) ? [origin] : []));
  if ((!sent && !unsure) || constantOf(placed.value) !== undefined || !isBelieved(placed, context) || isVerified(placed, context)) return [];
  const node = placed.call as ApiCall['node'];
  return [{ node: calledNode({ node }), message: 'decodes', data: { call: nameOf(node), source: sent ? `\`${sent.text}\`` : 'a token' } }];
}

function isBelieved({ call, by }: Placed, { sourceCode }: AnyContext): boolean {
  if (!sourceCode.scopeManager) return true;
  const uses = [...usesOf(call, sourceCode.scopeManager)];
  // what a helper gives back its caller uses
  const [own, given] = [uses.filter((use) => use !== 'return'), by && uses.includes('return') ? [...usesOf(by, sourceCode.scopeManager)] : uses.filter((use) => use === 'return')];
  return [...own, ...given].some((use) => !BEFORE.test(use));
}

/** The same token is verified, or one in the same function. */
function isVerified({ value: { fact }, owner }: Placed, context: AnyContext): boolean {
  return analysisOf(context).placed().some(({ marks, value, owner: other }) => {
    if (!marks.includes('verifies')) return false;
    const { ident, taints } = value.fact;
    return other === owner || (ident !== 0 && ident === fact.ident) || taints.some(({ origin }) => origin.k !== 'unseen' && fact.taints.some((taint) => taint.origin === origin));
  });
}

/** A list of algorithms with `none` in it. */
function unsigned({ marks, value, node }: Placed, { sourceCode }: AnyContext): readonly Report[] {
  if (!marks.includes('algorithms')) return [];
  const items = value.members.size > 0 ? [...value.members.values()] : [value];
  if (!items.some((item) => String(constantOf(item)).toLowerCase() === 'none')) return [];
  const array = unwrap(node);
  const repairs = (): readonly Repair[] | Refusal => {
    const elements = array.type === 'ArrayExpression' ? array.elements : [];
    const index = elements.findIndex((element) => element?.type === 'Literal' && String(element.value).toLowerCase() === 'none');
    const edit = index >= 0 && elements.every((element) => element !== null) ? removeItem(sourceCode, elements.map((element) => element?.range ?? [0, 0]), index) : undefined;
    return edit ? [{ level: 'suggestion', message: 'removeNone', edits: [edit] }] : { reason: 'nothing else is in the list, or it is made elsewhere' };
  };
  return [{ node, message: 'none', data: {}, repairs }];
}

function neverEnding({ marks, value, node }: Placed, { sourceCode }: AnyContext): readonly Report[] {
  if (!marks.includes('expired') || constantOf(value) !== true) return [];
  const repairs = (): readonly Repair[] | Refusal => {
    const edit = node.parent?.type === 'Property' && staticName(node.parent) === 'ignoreExpiration' ? removeOptionAt(sourceCode, node) : undefined;
    return edit ? [{ level: 'suggestion', message: 'remove', edits: [edit] }] : { reason: 'the option is set elsewhere' };
  };
  return [{ node, message: 'expired', data: {}, repairs }];
}

/** `jwt.decode()`, `new Strategy()`. */
function nameOf(node: ApiCall['node']): string {
  const callee = unwrap(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  const part = (one: TSESTree.Node): string => (one.type === 'Identifier' ? one.name : one.type === 'MemberExpression' ? (staticName(one) ?? '') : '');
  const names = callee.type === 'MemberExpression' ? [part(unwrap(callee.object)), part(callee)] : [part(callee)];
  return `${node.type === 'NewExpression' ? 'new ' : ''}${names.filter(Boolean).join('.')}()`;
}
