/**
 * Escaping and stripping by `replace` that leaves a way through: only the first one, quotes without backslashes, the ampersand last, a
 * token that is there again when what stood in it is gone.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { constantText } from '../ast/constants.ts';
import { isFunctionNode, isStringLiteral, staticName, unwrap } from '../ast/nodes.ts';
import { madeBy, replacingOf, type Replacing } from '../ast/replacing.ts';
import type { ScopeManager } from '../ast/scope.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { createRule } from '../rule/create-rule.ts';
import { report } from '../rule/report.ts';
import { escapeStyle, isEntity, isStripping, metaSought, reforms } from '../text/sanitizing.ts';

export const rule = createRule<'once' | 'backslash' | 'order' | 'unescape' | 'token' | 'global', []>({
  name: 'no-incomplete-sanitization',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow escaping and stripping that leaves a way through',
      recommended: 'recommended',
      cwe: ['CWE-116', 'CWE-20'],
      owasp: ['A03:2021', 'A05:2025'],
      severity: 6.5,
    },
    messages: {
      once: 'Only the first {{what}} is replaced here, so the second one gets through: replace all by replaceAll(), or by a pattern with the flag `g`.',
      backslash: 'Quotes get a backslash here, but the backslashes of the text do not: of `\\{{quote}}` it makes `\\\\{{quote}}`, which ends the string. Escape backslashes before the quotes.',
      order: '`&` is escaped after {{what}}, whose own `&` is escaped once more, so the page shows `&amp;lt;` for `<`, and who turns it back twice gets markup: escape `&` first.',
      unescape: '`&amp;` is turned back before {{what}}, so `&amp;lt;`, which was harmless text, becomes `<`: turn `&amp;` back last.',
      token: '`{{token}}` is removed in one pass, and is there again when what stood in it is gone: `{{attack}}` becomes `{{left}}`. Escape the text, refuse it, or go on until nothing changes.',
      global: 'Replace all of them: add the flag `g`.',
    },
    fixable: 'code',
    hasSuggestions: true,
  },
  create: (context) => {
    const { sourceCode } = context;
    const scopes = sourceCode.scopeManager;
    if (!scopes || !/\breplace(?:All)?\b/.test(sourceCode.text)) return {};
    return {
      CallExpression(node) {
        const call = replacingOf(node, scopes);
        if (!call || (call.put === undefined && !call.byFunction) || constantText(call.receiver, scopes) !== undefined || isRepeated(node)) return;
        const problem = problemOf(call, scopes);
        if (problem) report(context, { node: call.node.arguments[0] as TSESTree.Node, ...problem });
      },
    };
  },
});

interface Problem {
  readonly message: 'once' | 'backslash' | 'order' | 'unescape' | 'token';
  readonly data: Record<string, string>;
  readonly repairs?: () => readonly Repair[] | Refusal;
}

function problemOf(call: Replacing, scopes: ScopeManager): Problem | undefined {
  const { sought, put, all } = call;
  if (put === undefined) return byFunction(call);
  const again = reforms(sought, put);
  if (again && (again.isPlain || isMeant(call))) return { message: 'token', data: { token: again.token, attack: again.attack, left: again.left } };
  const chars = metaSought(sought);
  const style = chars === '' ? undefined : escapeStyle(chars, put);
  if (style === 'backslash' && /['"`]/.test(chars) && !chars.includes('\\') && !isEscapedBefore(call, scopes)) return { message: 'backslash', data: { quote: /['"`]/.exec(chars)?.[0] ?? '"' } };
  if (style === 'entity' && chars === '&') {
    const before = madeBy(call, scopes).calls.find((c) => c.put !== undefined && isEntity(c.put) && metaSought(c.sought) !== '&');
    if (before) return { message: 'order', data: { what: named(metaSought(before.sought)) } };
  }
  if ('text' in sought ? sought.text === '&amp;' : sought.source === '&amp;') {
    const after = put === '&' ? nextOf(call, scopes).find((c) => soughtText(c) !== '&amp;' && isEntity(soughtText(c))) : undefined;
    if (after) return { message: 'unescape', data: { what: `\`${soughtText(after)}\`` } };
  }
  if (!all && soughtText(call) === '..' && put === '' && isMeant(call)) return { message: 'once', data: { what: '`..`' } };
  if (all || chars === '' || ('flags' in sought && sought.flags.includes('y'))) return undefined;
  if (!style && !(isStripping(chars, put) && isMeant(call) && !isUnwrapping(call, scopes))) return undefined;
  return { message: 'once', data: { what: named(chars) }, repairs: () => repairsOf(call) };
}

/** `text.replace(/[&<>]/, (c) => ENTITIES[c])`: a table of escapes, for the first one alone. */
function byFunction(call: Replacing): Problem | undefined {
  const chars = metaSought(call.sought);
  if (call.all || !/[<>"'&].*[<>"'&]/.test(chars)) return undefined;
  return { message: 'once', data: { what: named(chars) }, repairs: () => repairsOf(call) };
}

function repairsOf({ node, sought, put }: Replacing): readonly Repair[] | Refusal {
  if ('literal' in sought) {
    if (!sought.literal) return { reason: 'the pattern is made elsewhere' };
    const end = sought.literal.range[1];
    return [{ level: 'suggestion', message: 'global', edits: [{ range: [end, end], text: 'g' }] }];
  }
  const callee = unwrap(node.callee);
  const [pattern, replacement] = node.arguments;
  if (put === undefined || put.includes('$') || callee.type !== 'MemberExpression' || callee.computed || !isStringLiteral(pattern) || !isStringLiteral(replacement)) return { reason: 'the replacement may mean more when it is done again' };
  return [{ level: 'fix', message: 'global', edits: [{ range: [callee.property.range[0], callee.property.range[1]], text: 'replaceAll' }] }];
}

const soughtText = ({ sought }: Replacing): string => ('text' in sought ? sought.text : sought.source);

/** Backslashes were escaped before, or the text is one of JSON, where they are. */
function isEscapedBefore(call: Replacing, scopes: ScopeManager): boolean {
  const { calls, starts } = madeBy(call, scopes);
  return calls.some((c) => metaSought(c.sought).includes('\\')) || starts.some((start) => start.type === 'CallExpression' && unwrap(start.callee).type === 'MemberExpression' && staticName(unwrap(start.callee) as TSESTree.MemberExpression) === 'stringify');
}

/** Replacements made of the result: along the chain, and by later ones of the same variable. */
function nextOf(call: Replacing, scopes: ScopeManager): Replacing[] {
  const result: Replacing[] = [];
  for (let up: TSESTree.Node | undefined = call.node.parent; up && !isFunctionNode(up) && up.type !== 'Program'; up = up.parent) {
    const next = up.type === 'CallExpression' ? replacingOf(up, scopes) : undefined;
    if (next && next.receiver.range[0] <= call.node.range[0] && call.node.range[1] <= next.receiver.range[1]) result.push(next);
  }
  return result;
}

/** `text.replace('<', '').replace('>', '')`: what stands around a name is taken off. */
function isUnwrapping(call: Replacing, scopes: ScopeManager): boolean {
  const around = [...madeBy(call, scopes).calls, ...nextOf(call, scopes)].map((c) => ('text' in c.sought ? c.sought.text : metaSought(c.sought)));
  const own = soughtText(call);
  const pair: Readonly<Record<string, string>> = { '<': '>', '>': '<', '"': '"', "'": "'", '`': '`' };
  return pair[own] !== undefined && around.length === 1 && around[0] === pair[own];
}

const SANITIZING = /saniti[sz]|escap|clean|strip|purif|secur|safe|filter|encod|quot/i;
const INPUT = /\b(?:query|body|params|headers|cookies|searchParams)\b/;

/** What it is called, or what it is done to, says that safety is meant, and not looks. */
function isMeant({ node, receiver }: Replacing): boolean {
  if (receiver.type === 'MemberExpression' && INPUT.test(memberPath(receiver))) return true;
  for (let up: TSESTree.Node | undefined = node; up; up = up.parent) {
    const name = nameOf(up);
    if (name !== undefined && SANITIZING.test(name)) return true;
    if (isFunctionNode(up) && up.parent?.type !== 'VariableDeclarator' && up.parent?.type !== 'Property' && up.parent?.type !== 'MethodDefinition' && up.parent?.type !== 'AssignmentExpression') break;
  }
  return false;
}

function nameOf(node: TSESTree.Node): string | undefined {
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return node.id?.name;
  if (node.type === 'VariableDeclarator') return node.id.type === 'Identifier' ? node.id.name : undefined;
  if (node.type === 'AssignmentExpression') return node.left.type === 'Identifier' ? node.left.name : node.left.type === 'MemberExpression' ? staticName(node.left) : undefined;
  return node.type === 'Property' || node.type === 'MethodDefinition' ? staticName(node) : undefined;
}

function memberPath(node: TSESTree.Node): string {
  const names: string[] = [];
  let at = unwrap(node);
  for (; at.type === 'MemberExpression'; at = unwrap(at.object)) names.push(staticName(at) ?? '*');
  return names.join('.');
}

/** Done again until nothing changes: in a loop on a condition. */
function isRepeated(node: TSESTree.Node): boolean {
  for (let up = node.parent; up && !isFunctionNode(up); up = up.parent) if (up.type === 'WhileStatement' || up.type === 'DoWhileStatement') return true;
  return false;
}

const NAMES: Readonly<Record<string, string>> = { '\n': 'line end', '\r': 'carriage return', '\\': 'backslash' };
const named = (chars: string): string => (chars.length === 1 ? (NAMES[chars] ?? `\`${chars}\``) : `of \`${chars.replace(/\n/g, '\\n').replace(/\r/g, '\\r')}\``);
