/** Secrets in the code: everybody who reads it has them, now and in its history, and nobody can change them without a release. */
import type { TSESTree } from '@typescript-eslint/utils';
import { replaceRange, type SourceCode } from '../ast/edit.ts';
import { staticName, unwrap } from '../ast/nodes.ts';
import { singleAssignment, variableOf } from '../ast/scope.ts';
import type { Placed, Shown } from '../engine/index.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { hostOfUrl, isLocal } from '../text/local.ts';
import { isPlaceholder, isPurpose, mayBeSecret, passwordOfUrl, secretsIn, SHORTEST_SECRET } from '../text/secrets.ts';
import { analysisOf, ask, type AnyContext } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { isTestFile } from '../rule/test-files.ts';
import { constantOf } from '../rule/call-rule.ts';
import { report, type Report } from '../rule/report.ts';

interface Options {
  /** Also report in tests and seeds, and what is only done outside of production. */
  readonly tests?: boolean;
}

/** Somewhere in a text: `//user:password@`. */
const WITH_PASSWORD = /:\/\/[^:@/?#\s]{0,80}:[^@/?#\s]{1,80}@/;
const NO_SECRET = /-----BEGIN (?:[A-Z ]*PUBLIC KEY|CERTIFICATE)-----|^ssh-|^https?:/;
const SHORTEST = 4;
const DEEPEST = 4;

export const rule = createRule<'credential' | 'fallback' | 'address' | 'format' | 'environment', [Options]>({
  name: 'no-hardcoded-secret',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow secrets that are written in the code',
      recommended: 'recommended',
      options: { strict: [{ tests: true }] },
      cwe: ['CWE-798', 'CWE-321', 'CWE-259'],
      owasp: ['A07:2021', 'A07:2025'],
      severity: 7.5,
    },
    messages: {
      credential: '{{shown}} is a secret that is written in the code, so everybody who reads it can use it: take it from the environment or a store of secrets, and make a new one.',
      fallback: '{{shown}} is the secret wherever the environment has none, and everybody who reads the code knows it: refuse to start without one.',
      address: 'The address of this server has its password in it, so everybody who reads the code can use it: take the address from the environment, and make a new password.',
      format: 'This is {{shown}}, and everybody who reads the code can use it: take it from the environment or a store of secrets, and make a new one.',
      environment: 'Take it from `{{name}}`.',
    },
    hasSuggestions: true,
    schema: [{ type: 'object', additionalProperties: false, properties: { tests: { type: 'boolean', description: 'Also report in tests and seeds, and what is only done outside of production.' } } }],
    defaultOptions: [{ tests: false }],
  },
  create: (context) => {
    // most files that connect to a server have its address from elsewhere
    ask(context, [], { marks: ['credential', ...(WITH_PASSWORD.test(context.sourceCode.text) ? ['connection' as const] : [])] });
    return {
      'Program:exit'() {
        const { tests = false } = context.options[0] ?? {};
        const reported = new Set<TSESTree.Node>();
        const tell = (one: Report | undefined): void => {
          if (!one || reported.has(one.node)) return;
          reported.add(one.node);
          report(context, one);
        };
        for (const one of byForm(context.sourceCode)) tell(one);
        if (!tests && isTestFile(context)) return;
        for (const placed of analysisOf(context).placed()) if (tests || !placed.isDevelopment) for (const one of atPlace(placed, context)) tell(one);
      },
    };
  },
});

/** What has the form of a secret, wherever it stands. */
function byForm(source: SourceCode): readonly Report[] {
  // most texts are short, and the whole file is long
  if (!(source.ast.tokens ?? []).some(({ type, value }) => (type === 'String' || type === 'Template') && value.length >= SHORTEST_SECRET && mayBeSecret(value))) return [];
  return secretsIn(source.text).flatMap(({ name, index }): Report[] => {
    const found = source.getNodeByRangeIndex(index) as TSESTree.Node | null;
    const node = found?.type === 'TemplateElement' ? found.parent : found;
    if (!node || (node.type !== 'Literal' && node.type !== 'TemplateLiteral')) return [];
    // what Firebase gives to web pages is meant to be seen
    if (name.includes('Google') && node.parent.type === 'Property' && /\bauthDomain\b/.test(source.getText(node.parent.parent))) return [];
    return [{ node, message: 'format', data: { shown: name }, repairs: () => fromEnvironment(node, '', source) }];
  });
}

/** A text, or each of a list, where a package takes a secret. */
function atPlace(placed: Placed, context: AnyContext): readonly Report[] {
  const { sourceCode } = context;
  const { marks, value, node, name } = placed;
  if (!marks.includes('credential')) {
    const constant = constantOf(value);
    const password = typeof constant === 'string' ? passwordOfUrl(constant) : undefined;
    if (password === undefined || isPlaceholder(password) || isLocal(hostOfUrl(String(constant)) ?? '')) return [];
    const written = literalOf(node, name, sourceCode) ?? node;
    return [{ node: written, message: 'address', data: {}, repairs: () => fromEnvironment(written, name, sourceCode) }];
  }
  const items: readonly Shown[] = value.fact.constant ? [value] : [...value.members.values()];
  const texts = items.map((item) => constantOf(item)).filter((text) => typeof text === 'string');
  const bytes = texts.length === 0 ? bytesOf(node, name, context) : undefined;
  const secrets = [...texts, ...(bytes === undefined ? [] : [bytes])].filter((text) => isSecret(text, placed));
  if (secrets.length > 0) {
    return secrets.map((text) => {
      const written = whereWritten(text, placed, sourceCode) ?? node;
      return { node: written, message: 'credential', data: { shown: shownOf(text) }, repairs: () => fromEnvironment(written, name, sourceCode) };
    });
  }
  const fallback = texts.length === 0 && name !== 'password' && name !== 'pass' ? fallbackOf(node, name, sourceCode) : undefined;
  const text = fallback && constantText(fallback.right);
  if (!fallback || text === undefined || !isSecret(text, placed)) return [];
  return [{ node: fallback.right, message: 'fallback', data: { shown: shownOf(text) }, repairs: () => [{ level: 'suggestion', message: 'environment', data: { name: sourceCode.getText(fallback.left) }, edits: [replaceRange(fallback.range, sourceCode.getText(fallback.left))] }] }];
}

const isSecret = (text: string, { call }: Placed): boolean =>
  text.length >= SHORTEST && !isPlaceholder(text) && !NO_SECRET.test(text) && !(isHmac(call) && isPurpose(text));

/** A key that parts others by their purpose is no secret: it is the other side that is. */
const isHmac = (call: TSESTree.Node): boolean => call.type === 'CallExpression' && nameOf(call) === 'createHmac';

function nameOf(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? staticName(callee) : undefined;
}

/** No more of it than who wrote it needs to know it by: reports go into logs. */
const shownOf = (text: string): string => `\`${text.slice(0, 3).replaceAll(/[`\s]/g, '.')}…\``;

/** What stands at the end of constants and options that are written elsewhere. */
function writtenAt(node: TSESTree.Node, name: string, { scopeManager }: SourceCode, depth = 0): TSESTree.Node | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier' && scopeManager && depth < DEEPEST) {
    const variable = variableOf(inner, scopeManager);
    const given = variable && singleAssignment(variable);
    return given ? writtenAt(given, name, { scopeManager } as SourceCode, depth + 1) : undefined;
  }
  if (inner.type === 'ObjectExpression') {
    const property = inner.properties.find((one): one is TSESTree.Property => one.type === 'Property' && staticName(one) === name);
    return property && depth < DEEPEST ? writtenAt(property.value, name, { scopeManager } as SourceCode, depth + 1) : undefined;
  }
  return inner;
}

function literalOf(node: TSESTree.Node, name: string, source: SourceCode): TSESTree.Node | undefined {
  const written = writtenAt(node, name, source);
  return written && constantText(written) !== undefined ? written : undefined;
}

/** The literal itself: of an option, an element of a list, what the caller of a helper gives. */
function whereWritten(text: string, { node, name, by }: Placed, source: SourceCode): TSESTree.Node | undefined {
  const given = by?.type === 'CallExpression' || by?.type === 'NewExpression' ? by.arguments : [];
  for (const one of [node, ...given]) {
    const written = writtenAt(one, name, source);
    for (const part of written?.type === 'ArrayExpression' ? written.elements : [written]) if (part && constantText(part) === text) return part;
  }
  return undefined;
}

function constantText(node: TSESTree.Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Literal') return typeof inner.value === 'string' ? inner.value : undefined;
  return inner.type === 'TemplateLiteral' && inner.expressions.length === 0 ? (inner.quasis[0]?.value.cooked ?? undefined) : undefined;
}

/** `process.env.SECRET || 'secret'`. */
function fallbackOf(node: TSESTree.Node, name: string, source: SourceCode): TSESTree.LogicalExpression | undefined {
  const written = writtenAt(node, name, source);
  return written?.type === 'LogicalExpression' && written.operator !== '&&' && /\benv\b/.test(source.getText(written.left)) ? written : undefined;
}

/** The text that bytes are made of: `Buffer.from('secret')`, `new TextEncoder().encode('secret')`. */
function bytesOf(node: TSESTree.Node, name: string, context: AnyContext): string | undefined {
  const written = writtenAt(node, name, context.sourceCode);
  if (written?.type !== 'CallExpression' || !['from', 'encode'].includes(nameOf(written) ?? '')) return undefined;
  const text = analysisOf(context).calls().find((call) => call.node === written)?.args[0]?.constant?.value;
  return typeof text === 'string' ? text : undefined;
}

/** In place of the literal, a variable of the environment that is named after what it is given to. */
function fromEnvironment(written: TSESTree.Node, name: string, source: SourceCode): readonly Repair[] | Refusal {
  if (constantText(written) === undefined || written.parent?.type === 'JSXAttribute') return { reason: 'the secret is a part of something else' };
  const variable = `process.env.${variableName(written, name)}`;
  return [{ level: 'suggestion', message: 'environment', data: { name: variable }, edits: [replaceRange(written.range, spaced(source, written, variable))] }];
}

/** Where a word stands right before the quote: `return'secret'`. */
const spaced = (source: SourceCode, node: TSESTree.Node, text: string): string => (/\w/.test(source.text[node.range[0] - 1] ?? '') ? ` ${text}` : text);

const COMMON: Readonly<Record<string, string>> = { password: 'DB_PASSWORD', pass: 'MAIL_PASSWORD', secret: 'APP_SECRET', connectionString: 'DATABASE_URL', connection: 'DATABASE_URL', url: 'DATABASE_URL', uri: 'DATABASE_URL', '': 'SECRET_KEY' };

function variableName(written: TSESTree.Node, name: string): string {
  const { parent } = written;
  const own = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : parent?.type === 'Property' && parent.value === written ? (staticName(parent) ?? name) : name;
  if (Object.hasOwn(COMMON, own)) return COMMON[own] ?? own;
  const words = own.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').replaceAll(/\W+/g, '_').toUpperCase();
  return /^[A-Z_]/.test(words) ? words : `_${words}`;
}
