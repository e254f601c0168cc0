/** Cross-origin answers for any site: with the cookies of the visitor, a page of anybody's reads what the visitor may read. */
import type { TSESTree } from '@typescript-eslint/utils';
import { childNodes, functionAround, isFunctionNode, unwrap, type FunctionNode } from '../ast/nodes.ts';
import type { ApiCall, Fact, FunctionInfo, Shown } from '../engine/index.ts';
import { optionOf } from '../fixes/options.ts';
import { SURE } from '../model/kinds.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { callRule, calledNode, constantOf, memberAt } from '../rule/call-rule.ts';
import { headersOf } from '../rule/headers.ts';
import type { Report } from '../rule/report.ts';
import { originLetIn } from '../text/hosts.ts';

const ALLOW = /^access-control-allow-origin$/i;
/** Without one of these no answer is dangerous; most files say neither. */
const HARMS = /credentials|['"`]null['"`]/i;
const CREDENTIALS = /^access-control-allow-credentials$/i;

type Flaw = { readonly message: 'any' | 'star' | 'nobody' } | { readonly message: 'pattern'; readonly attack: string };

export const rule = callRule({
  name: 'no-permissive-cors',
  marks: ['cors', 'setsHeader'],
  wanted: (_, text) => (HARMS.test(text) ? [...(/cors/i.test(text) ? ['cors' as const] : []), ...(/access-control-allow-origin/i.test(text) ? ['setsHeader' as const] : [])] : []),
  docs: {
    description: 'disallow cross-origin answers that any site may read with the cookies of its visitors',
    recommended: 'recommended',
    cwe: ['CWE-942', 'CWE-346'],
    owasp: ['A05:2021', 'A02:2025'],
    severity: 7.1,
  },
  messages: {
    any: 'Any origin is allowed, and credentials with it, so every site that a visitor opens reads what that visitor may read here: compare the origin with a list of yours.',
    star: '`credentials` with the origin `*` is for no site or, where the origin is reflected, for all of them: compare the origin with a list of yours.',
    nobody: "The origin `'null'` is that of any sandboxed frame, so every site can be it: leave it out.",
    pattern: '{{pattern}} lets in `{{attack}}` as well, which then reads with credentials what a visitor may read here: write the whole origin between `^` and `$`, with its dots escaped.',
    reflected: '`{{source}}` is sent back as the origin that may read answers, and credentials with it, so every site that a visitor opens reads what that visitor may read here: compare it with a list of yours.',
  },
  defaults: {},
  check: (call, _, context) => (call.marks.includes('cors') ? ofOptions(call, context) : call.marks.includes('setsHeader') ? ofHeaders(call, context) : []),
});

// Options

function ofOptions(call: ApiCall, { sourceCode }: AnyContext): readonly Report[] {
  const options = optionsOf(call);
  if (!options || call.node.type === 'TaggedTemplateExpression') return [];
  const origin = memberAt(options, 'origin');
  const isFree = constantOf(memberAt(options, 'credentials')) === true;
  const node = optionOf(call.node, 'origin')?.value ?? optionOf(call.node, 'credentials') ?? calledNode(call);
  if (origin === undefined) return [];
  if (origin === 'absent') return isFree ? [{ node, message: 'star', data: {} }] : [];
  // written in the options as they stand, one after the other
  return flawsOf(origin, isFree).map((flaw) => ({ node, message: flaw.message, data: 'attack' in flaw ? { attack: flaw.attack, pattern: patternText(node, sourceCode.getText(node)) } : {} }));
}

const patternText = (node: TSESTree.Node, text: string): string => (node.type === 'Literal' || node.type === 'ArrayExpression' ? `\`${text.replaceAll(/\s+/g, ' ').slice(0, 80)}\`` : 'The pattern');

/** Options of CORS are the first argument, the second of a plugin, or among others. */
function optionsOf({ shown: [first, second] }: ApiCall): Shown | undefined {
  const all = [first, second].flatMap((one) => [one, one?.members.get('cors')]);
  return all.find((one) => one !== undefined && (one.members.has('origin') || one.members.has('credentials')));
}

function flawsOf(origin: Shown, isFree: boolean): readonly Flaw[] {
  const each = origin.fact.refs.some((ref) => ref.k === 'obj' && ref.what === 'array') ? [...origin.members.values()] : [origin];
  const flaws: Flaw[] = [];
  if (each.some((one) => constantOf(one) === 'null')) flaws.push({ message: 'nobody' });
  if (!isFree) return flaws;
  for (const one of each) {
    const constant = constantOf(one);
    if (constant === true) flaws.push({ message: 'any' });
    else if (constant === '*') flaws.push({ message: 'star' });
    const attack = lettingIn(one.fact);
    if (attack !== undefined) flaws.push({ message: 'pattern', attack });
  }
  // which of several it is, nobody knows
  const [only, ...others] = origin.fact.refs;
  if (only?.k === 'fn' && others.length === 0 && saysYes(only.fn)) flaws.push({ message: 'any' });
  return flaws.slice(0, 1);
}

/** An origin that a pattern lets in although nobody means it. */
function lettingIn({ refs }: Fact): string | undefined {
  const [ref, ...others] = refs;
  if (ref?.k !== 'regex' || others.length > 0) return undefined;
  return originLetIn(ref.source, ref.flags);
}

/** A function without any condition that gives back the origin, or says yes to it. */
function saysYes({ node }: FunctionInfo): boolean {
  if (!isFunctionNode(node)) return false;
  const names = node.params.map((param) => (param.type === 'Identifier' ? param.name : ''));
  const done = names.at(-1) ?? '';
  let answers = 0;
  const todo: TSESTree.Node[] = [node.body];
  if (node.body.type !== 'BlockStatement' && isYes(node.body, names)) answers++;
  for (let at = todo.pop(); at; at = todo.pop()) {
    if (/^(?:If|Switch|Try|Throw|For|While)|^(?:Conditional|Logical)Expression$/.test(at.type) || isFunctionNode(at)) return false;
    if (at.type === 'ReturnStatement' && at.argument && isYes(at.argument, names)) answers++;
    if (at.type === 'CallExpression' && at.callee.type === 'Identifier' && at.callee.name === done && at.arguments[1]) {
      if (isYes(at.arguments[1], names.slice(0, 1))) answers++;
      else return false;
    }
    todo.push(...childNodes(at, {}));
  }
  return answers > 0;
}

/** `true`, the origin that was handed over, or the header of the request. */
function isYes(node: TSESTree.Node, names: readonly string[]): boolean {
  const value = unwrap(node);
  if (value.type === 'Literal') return value.value === true;
  if (value.type === 'Identifier') return names[0] === value.name;
  if (value.type === 'MemberExpression') return value.property.type === 'Identifier' && value.property.name === 'origin' && rootOf(value) === names[0];
  const [argument] = value.type === 'CallExpression' ? value.arguments : [];
  return value.type === 'CallExpression' && value.callee.type === 'MemberExpression' && rootOf(value.callee) === names[0] && argument?.type === 'Literal' && /^origin$/i.test(String(argument.value));
}

function rootOf(node: TSESTree.Node): string | undefined {
  let at = unwrap(node);
  while (at.type === 'MemberExpression') at = unwrap(at.object);
  return at.type === 'Identifier' ? at.name : undefined;
}

// Headers

function ofHeaders(call: ApiCall, context: AnyContext): readonly Report[] {
  const allowed = headersOf(call).filter(({ name }) => ALLOW.test(name));
  const reports: Report[] = allowed.filter(({ value }) => value.constant?.value === 'null').map(({ node }) => ({ node, message: 'nobody', data: {} }));
  for (const { value, node } of allowed) {
    if (value.constant?.value === '*' && sendsCredentials(call, context)) reports.push({ node, message: 'star', data: {} });
    const origin = value.taints.find(({ origin: from, mask }) => from.k === 'named' && from.what === 'remote' && /\b(?:origin|referer)\b/i.test(from.text) && (mask & SURE) !== 0)?.origin;
    const around = functionAround(node);
    if (origin?.k !== 'named' || (around && isChecked(around, node))) continue;
    if (sendsCredentials(call, context)) reports.push({ node, message: 'reflected', data: { source: origin.text } });
  }
  return reports;
}

/** Whether credentials are allowed by the same function. */
const sendsCredentials = (call: ApiCall, context: AnyContext): boolean =>
  analysisOf(context)
    .calls()
    .some((other) => other.owner === call.owner && other.marks.includes('setsHeader') && headersOf(other).some(({ name, value }) => CREDENTIALS.test(name) && String(value.constant?.value) === 'true'));

/** Whether anything is asked of the origin there, by a call or a comparison: whether that is enough is the question of `no-incomplete-url-check`. */
function isChecked(around: FunctionNode, value: TSESTree.Node): boolean {
  const names = new Set<string>();
  for (const todo = [value]; todo.length > 0; ) {
    const at = todo.pop();
    if (at?.type === 'Identifier') names.add(at.name);
    if (at) todo.push(...childNodes(at, {}));
  }
  const todo: { readonly node: TSESTree.Node; readonly inTest: boolean }[] = [{ node: around.body, inTest: false }];
  for (let at = todo.pop(); at; at = todo.pop()) {
    const { node, inTest } = at;
    if (inTest && (node.type === 'CallExpression' || (node.type === 'BinaryExpression' && node.right.type !== 'Literal'))) {
      const asked = node.type === 'CallExpression' ? [...node.arguments, node.callee.type === 'MemberExpression' ? node.callee.object : node.callee] : [node.left, node.right];
      if (asked.some((one) => one.type === 'Identifier' && names.has(one.name) && one.name !== 'req' && one.name !== 'ctx')) return true;
    }
    const test = node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test : node.type === 'LogicalExpression' ? node.left : undefined;
    for (const child of childNodes(node, {})) todo.push({ node: child, inTest: inTest || child === test });
  }
  return false;
}
