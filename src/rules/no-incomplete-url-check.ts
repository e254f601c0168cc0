/** Checks of where a URL leads that look at its text: a host may stand anywhere in it, begin so, or end so. */
import type { TSESTree } from '@typescript-eslint/utils';
import { constantText } from '../ast/constants.ts';
import { isFunctionNode, isStringLiteral, staticName, stringValue, unwrap, wrapped } from '../ast/nodes.ts';
import { singleAssignment, variableOf } from '../ast/scope.ts';
import { checkOf, foundBy, negates, suffixCheck, type PatternCheck, type PlainCheck, type TextCheck } from '../ast/text-checks.ts';
import type { Repair } from '../fixes/fix.ts';
import type { AnyContext } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { report } from '../rule/report.ts';
import { hostFlaw, hostText, mayNameHost, type HostText } from '../text/hosts.ts';

export const rule = createRule<'anywhere' | 'goesOn' | 'before' | 'dot' | 'scheme' | 'suffix' | 'hostname' | 'escape' | 'endsWith', []>({
  name: 'no-incomplete-url-check',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow checks of the host of a URL that other hosts pass',
      recommended: 'recommended',
      cwe: ['CWE-20', 'CWE-183', 'CWE-625'],
      owasp: ['A01:2021', 'A01:2025'],
      severity: 6.5,
    },
    messages: {
      anywhere: '`{{host}}` may stand anywhere in `{{value}}`, so `{{attack}}` passes: parse it, and compare the host as a whole.',
      goesOn: 'What begins like this may go on, so `{{attack}}` passes: parse it, and compare the host as a whole.',
      before: 'Something may stand before `{{host}}`, so `{{attack}}` passes: compare the whole host, or ask for a dot before it.',
      dot: 'This dot stands for any character, so `{{attack}}` passes: escape it.',
      scheme: 'Only `javascript:` is refused here, so `data:text/html,…` and `vbscript:…` pass: parse the URL, and allow `https:` and `http:` alone.',
      suffix: 'Where it is not found, indexOf() gives -1, and a text that is shorter by one passes: use endsWith().',
      hostname: 'Compare {{what}} instead.',
      escape: 'Escape the dot.',
      endsWith: 'Use endsWith().',
    },
    hasSuggestions: true,
  },
  create: (context) => {
    const { text: whole, scopeManager: scopes } = context.sourceCode;
    return {
      ...(scopes && mayNameHost(whole)
        ? {
            CallExpression(node) {
              const check = checkOf(node, scopes);
              if (!check || !isUntrustedUrl(check.value, context)) return;
              if ('source' in check) pattern(check, context);
              else text(check, context);
            },
          }
        : {}),
      ...(/[iI]ndexOf\b/.test(whole)
        ? {
            BinaryExpression(node) {
              const found = suffixCheck(node, context.sourceCode);
              if (found) report(context, { node, message: 'suffix', data: {}, repairs: () => [{ level: 'suggestion', message: 'endsWith', edits: [{ range: [node.range[0], node.range[1]], text: found.instead }] }] });
            },
          }
        : {}),
    };
  },
});

function text(check: PlainCheck, context: AnyContext): void {
  const { node, method, sought, value } = check;
  const shown = context.sourceCode.getText(value);
  if (/^javascript:?$/i.test(sought) && method !== 'endsWith') {
    if (isAlone(node, context)) report(context, { node, message: 'scheme', data: {} });
    return;
  }
  const named = hostText(sought);
  if (!named) return;
  const { scheme, host, port, isClosed } = named;
  const data = { host: sought, value: shown };
  const repairs = (): readonly Repair[] => instead(check, named, context);
  if (method === 'startsWith') {
    if (!isClosed) report(context, { node, message: 'goesOn', data: { attack: `${sought}${port === ':' ? 'x@' : '.'}evil.org` }, repairs });
  } else if (method === 'endsWith') {
    if (scheme === '' && !isClosed) report(context, { node, message: 'before', data: { host, attack: isHost(value, context) ? `evil${host}` : `https://evil${host}` }, repairs });
  } else report(context, { node, message: 'anywhere', data: { ...data, attack: isHost(value, context) ? `${host}.evil.org` : `https://evil.org/?${sought}` }, repairs });
}

function pattern(check: PatternCheck, context: AnyContext): void {
  const { node, source, flags, literal, value } = check;
  if (/^\^?\(?(?:\?:)?javascript:?\)?:?$/i.test(source)) {
    if (isAlone(node, context)) report(context, { node, message: 'scheme', data: {} });
    return;
  }
  const flaw = hostFlaw(source, flags, isHost(value, context));
  if (!flaw) return;
  const { what, host, attack } = flaw;
  const at = literal ?? node;
  if (what !== 'dot') return report(context, { node: at, message: what, data: { host, attack, value: context.sourceCode.getText(value) } });
  report(context, {
    node: at,
    message: 'dot',
    data: { attack },
    repairs: () => {
      const offset = literal ? literal.range[0] + 1 + flaw.at : -1;
      return offset > 0 && context.sourceCode.text[offset] === '.' ? [{ level: 'suggestion', message: 'escape', edits: [{ range: [offset, offset], text: '\\' }] }] : [];
    },
  });
}

/** The comparison of the whole host, or of the origin where a scheme was asked for. */
function instead(check: TextCheck, { scheme, host, port }: HostText, context: AnyContext): readonly Repair[] {
  const { node, method, value, isOptional } = check;
  if (isOptional || scheme === '//' || port === ':' || isDeclared('URL', context)) return [];
  const operand = foundBy(node);
  const place = operand ? operand.comparison : node;
  const shown = context.sourceCode.getText(value);
  const bare = value.type === 'Identifier' || value.type === 'MemberExpression' || value.type === 'CallExpression' ? shown : `(${shown})`;
  const compared = isHost(value, context) ? shown : scheme === '' ? `new URL(${shown}).hostname` : isOrigin(value, context) ? shown : `new URL(${shown}).origin`;
  const wanted = quotedAs(node, scheme === '' || isHost(value, context) ? host : `${scheme.toLowerCase()}${host}${port}`, context);
  const below = method === 'endsWith' && isHost(value, context) ? ` || ${bare}.endsWith(${quotedAs(node, `.${host}`, context)})` : '';
  const { parent } = wrapped(place);
  const isNot = !operand && parent?.type === 'UnaryExpression' && parent.operator === '!';
  // `!a.includes(b)` becomes `a !== b`
  const whole = isNot && below === '' ? parent : place;
  const operator = (operand ? negates(operand) : isNot && below === '') ? '!==' : '===';
  const equal = `${compared} ${operator} ${wanted}${below}`;
  const text = operand || isLoose(wrapped(whole).parent, below !== '') ? equal : `(${equal})`;
  const what = isHost(value, context) ? 'the whole host' : scheme === '' ? '`new URL(…).hostname`' : isOrigin(value, context) ? 'the whole origin' : '`new URL(…).origin`';
  return [{ level: 'suggestion', message: 'hostname', data: { what }, edits: [{ range: [whole.range[0], whole.range[1]], text }] }];
}

const LOOSE: ReadonlySet<string> = new Set(['IfStatement', 'ReturnStatement', 'VariableDeclarator', 'ArrowFunctionExpression', 'ExpressionStatement', 'AssignmentExpression', 'WhileStatement', 'CallExpression', 'Property']);

/** Where a comparison needs no parentheses, or a choice of two. */
const isLoose = (parent: TSESTree.Node | undefined, isChoice: boolean): boolean => parent !== undefined && (LOOSE.has(parent.type) || (!isChoice && (parent.type === 'LogicalExpression' || parent.type === 'ConditionalExpression')));

function quotedAs(node: TSESTree.CallExpression, text: string, context: AnyContext): string {
  const [sought] = node.arguments;
  const quote = sought && isStringLiteral(sought) ? context.sourceCode.getText(sought).charAt(0) : "'";
  return `${quote}${text}${quote}`;
}

function isDeclared(name: string, { sourceCode: { scopeManager } }: AnyContext): boolean {
  return scopeManager?.scopes.some((scope) => (scope.set.get(name)?.defs.length ?? 0) > 0) === true;
}

/** Names of values that lead somewhere; those of settings are written by who runs the server. */
const URLS = /(?:^|[a-z_$])(?:url|uri|href|link|origin|referr?er|redirect\w*|callback\w*|return_?to|next|target|dest|destination|location|domain|host|hostname|website|webhook)$/i;
const SETTINGS = /base|api|config|option|setting|registry|repo|homepage|server|database|^db|connection|remote|proxy|endpoint|env|default|canonical|current|own|self/i;
const HOSTS = /(?:^|[a-z_$])(?:host|hostname|domain)$/i;
const ORIGINS = /(?:^|[a-z_$])origin$/i;

/**
 * The name under which the value is read: `url`, `req.query.url`, `req.get('origin')`, `new URL(x).host`. A variable whose own name says
 * nothing goes by the name of what it was read from.
 */
function nameOf(node: TSESTree.Node, context: AnyContext): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return (URLS.test(inner.name) ? undefined : readFrom(inner, context)) ?? inner.name;
  if (inner.type === 'MemberExpression') return staticName(inner);
  if (inner.type !== 'CallExpression') return inner.type === 'AwaitExpression' ? nameOf(inner.argument, context) : undefined;
  const header = headerOf(inner);
  if (header !== undefined) return header;
  const callee = unwrap(inner.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const method = staticName(callee) ?? '';
  return /^(?:toLowerCase|toUpperCase|trim|toString|slice|replace|substring)$/.test(method) ? nameOf(callee.object, context) : undefined;
}

/** `req.get('origin')`. */
function headerOf(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && /^(?:get|header)$/i.test(staticName(callee) ?? '') ? stringValue(call.arguments[0]) : undefined;
}

/** The name of the member or header that a variable was given, if it is that of a URL: `const from = req.get('referer') ?? ''`. */
function readFrom(node: TSESTree.Identifier, context: AnyContext): string | undefined {
  const scopes = context.sourceCode.scopeManager;
  const variable = scopes ? variableOf(node, scopes) : undefined;
  const given = variable && singleAssignment(variable);
  if (!given) return undefined;
  let read = unwrap(given);
  while (read.type === 'LogicalExpression') read = unwrap(read.left);
  const name = read.type === 'MemberExpression' ? staticName(read) : read.type === 'CallExpression' ? headerOf(read) : undefined;
  return name !== undefined && URLS.test(name) ? name : undefined;
}

const isHost = (node: TSESTree.Node, context: AnyContext): boolean => HOSTS.test(nameOf(node, context) ?? '');
const isOrigin = (node: TSESTree.Node, context: AnyContext): boolean => ORIGINS.test(nameOf(node, context) ?? '');

/** By its name the value leads somewhere, and by where it comes from it is no setting of the server or constant. */
function isUntrustedUrl(value: TSESTree.Node, context: AnyContext): boolean {
  const name = nameOf(value, context);
  const scopes = context.sourceCode.scopeManager;
  if (name === undefined || !URLS.test(name) || SETTINGS.test(name) || !scopes || constantText(value, scopes) !== undefined) return false;
  for (let at = unwrap(value), i = 0; i < 20; i++) {
    if (at.type === 'MemberExpression' || at.type === 'CallExpression' || at.type === 'NewExpression') {
      const own = at.type === 'MemberExpression' ? staticName(at) : undefined;
      if (own !== undefined && (own === 'env' || (i > 0 && SETTINGS.test(own)))) return false;
      const [first] = at.type === 'NewExpression' ? at.arguments : [];
      at = unwrap(at.type === 'MemberExpression' ? at.object : (first ?? at.callee));
    } else if (at.type === 'Identifier') {
      if (/^(?:window|location|document|navigator|self)$/.test(at.name) || (i > 0 && SETTINGS.test(at.name))) return false;
      const variable = variableOf(at, scopes);
      const given = variable && singleAssignment(variable);
      if (!given || isFunctionNode(given) || given.type === 'ClassDeclaration') return true;
      at = unwrap(given);
    } else if (at.type === 'LogicalExpression') at = unwrap(at.left);
    else return at.type !== 'Literal' && at.type !== 'MetaProperty' && at.type !== 'ThisExpression';
  }
  return true;
}

/** No other scheme is spoken of in the function around, so no list of them is meant. */
function isAlone(node: TSESTree.Node, context: AnyContext): boolean {
  let around: TSESTree.Node = node;
  while (around.parent && !isFunctionNode(around)) around = around.parent;
  return !/\b(?:data|vbscript|mailto|tel|https?|about|blob)\b['"`:]|https\?/i.test(context.sourceCode.getText(around));
}
