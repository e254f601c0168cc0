/** Work that stops the event loop, in code that runs for each request: while it lasts, nobody else is served. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunctionNode, unwrap } from '../ast/nodes.ts';
import { importEdits } from '../ast/imports.ts';
import type { ApiCall, FunctionInfo } from '../engine/index.ts';
import type { Repair } from '../fixes/fix.ts';
import { analysisOf, ask, type AnyContext } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { report } from '../rule/report.ts';

interface Options {
  readonly scope?: 'handlers' | 'functions';
  readonly files?: boolean;
}

export const rule = createRule<string, [Options]>({
  name: 'no-blocking-in-handler',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow work that blocks the event loop in code that runs for each request',
      recommended: 'recommended',
      options: { strict: [{ files: true }] },
      cwe: ['CWE-400', 'CWE-1322'],
      owasp: ['A04:2021', 'A06:2025'],
      severity: 5.3,
    },
    messages: {
      call: '`{{name}}` blocks the event loop{{way}}: while it runs for one request, nobody else is served. Use the asynchronous form.',
      loop: 'This loop waits without giving way{{way}}: while it runs for one request, nobody else is served. Wait with a timer.',
      awaitSame: 'Use `await {{name}}` of the same package.',
      awaitPromises: 'Use `await {{name}}`.',
      awaitPromisify: 'Use `await promisify({{name}})`.',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          scope: { type: 'string', enum: ['handlers', 'functions'], description: 'Code reached from what serves requests, or every function of a file that serves requests.' },
          files: { type: 'boolean', description: 'Also synchronous reading and writing of files, and compression.' },
        },
      },
    ],
    defaultOptions: [{ scope: 'handlers', files: false }],
  },
  create: (context) => {
    ask(context, [], { blocking: true });
    return {
      'Program:exit'() {
        const { scope = 'handlers', files = false } = context.options[0] ?? {};
        const analysis = analysisOf(context);
        const reached = analysis.inHandlers();
        if (reached.size === 0) return;
        const concerns = (fn: FunctionInfo | undefined): fn is FunctionInfo => fn !== undefined && fn.node.type !== 'Program' && (reached.has(fn) || scope === 'functions');
        const seen = new Set<TSESTree.Node>();
        for (const call of analysis.calls()) {
          const mark = call.api.marks.find((m) => m.mark === 'blocking' && m.when === undefined);
          const around = analysis.functionAround(call.node);
          if (!mark || seen.has(call.node) || !concerns(around)) continue;
          if (!files && /^(fs|fs-extra|graceful-fs|zlib)\b/.test(mark.path)) continue;
          seen.add(call.node);
          const name = nameOf(call.node);
          report(context, { node: calleeOf(call.node), message: 'call', data: { name, way: wayTo(around, reached) }, repairs: () => asynchronous(context, call, around, name) });
        }
        for (const fn of analysis.index?.functions ?? []) {
          if (!concerns(fn)) continue;
          for (const loop of spinning(fn, context.sourceCode.visitorKeys)) report(context, { node: loop, message: 'loop', data: { way: wayTo(fn, reached) } });
        }
      },
    };
  },
});

const calleeOf = (node: ApiCall['node']): TSESTree.Node => (node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);

function nameOf(node: ApiCall['node']): string {
  const callee = unwrap(calleeOf(node));
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : 'this call';
}

/** ` through hash() called by the handler`, or nothing. */
function wayTo(fn: FunctionInfo, reached: ReadonlyMap<FunctionInfo, FunctionInfo | undefined>): string {
  const names: string[] = [];
  for (let f: FunctionInfo | undefined = fn; f && names.length < 3; f = reached.get(f)) if (reached.get(f) && f.name) names.push(`${f.name}() line ${f.node.loc.start.line}`);
  return names.length === 0 ? '' : ` through ${names.reverse().join(', ')}`;
}

/** The asynchronous form, where the function around is async already. */
function asynchronous(context: AnyContext, call: ApiCall, around: FunctionInfo, name: string): readonly Repair[] | { reason: string } {
  const { node } = call;
  if (node.type !== 'CallExpression' || !isFunctionNode(around.node) || !around.node.async) return { reason: 'the function around is not async' };
  const callee = unwrap(node.callee);
  const rest = context.sourceCode.text.slice(node.callee.range[1], node.range[1]);
  const plain = name.replace(/Sync$/, '');
  const replace = (text: string, more: Repair['edits'] = []): Repair['edits'] =>
    [...more, { range: [node.range[0], node.range[1]] as const, text: awaited(node, text) }].sort((a, b) => a.range[0] - b.range[0]);
  const package_ = call.api.modules[0] ?? '';
  if (/^(bcrypt|bcryptjs)$/.test(package_) && callee.type === 'MemberExpression') {
    const target = context.sourceCode.getText(callee).replace(/Sync$/, '');
    return [{ level: 'suggestion', message: 'awaitSame', data: { name: target }, edits: replace(`await ${target}${rest}`) }];
  }
  if (package_ === 'crypto' && /^(pbkdf2|scrypt)$/.test(plain) && callee.type === 'MemberExpression') {
    const imported = importEdits(context.sourceCode, { module: 'util', name: 'promisify', at: node });
    const target = context.sourceCode.getText(callee).replace(/Sync$/, '');
    return [{ level: 'suggestion', message: 'awaitPromisify', data: { name: target }, edits: replace(`await ${imported.local}(${target})${rest}`, imported.edits) }];
  }
  if (package_ === 'crypto' && /^(pbkdf2|scrypt)$/.test(plain) && callee.type === 'Identifier') {
    const util = importEdits(context.sourceCode, { module: 'util', name: 'promisify', at: node });
    const crypto = importEdits(context.sourceCode, { module: 'crypto', name: plain, at: node });
    if (util.edits.some((a) => crypto.edits.some((b) => a.range[0] === b.range[0]))) {
      const joined = [...crypto.edits, ...util.edits];
      return [{ level: 'suggestion', message: 'awaitPromisify', data: { name: crypto.local }, edits: replace(`await ${util.local}(${crypto.local})${rest}`, merged(joined)) }];
    }
    return [
      {
        level: 'suggestion',
        message: 'awaitPromisify',
        data: { name: crypto.local },
        edits: replace(`await ${util.local}(${crypto.local})${rest}`, [...util.edits, ...crypto.edits]),
      },
    ];
  }
  if (/^(fs|fs-extra|graceful-fs)$/.test(package_) && callee.type === 'MemberExpression' && plain !== 'exists') {
    const target = `${context.sourceCode.getText(callee.object)}.promises.${plain}`;
    return [{ level: 'suggestion', message: 'awaitPromises', data: { name: target }, edits: replace(`await ${target}${rest}`) }];
  }
  return { reason: 'no asynchronous form of the same shape' };
}

/** Two insertions at one place are one. */
function merged(edits: Repair['edits']): Repair['edits'] {
  const byPlace = new Map<string, string>();
  for (const { range, text } of edits) byPlace.set(range.join(), (byPlace.get(range.join()) ?? '') + text);
  return [...byPlace].map(([key, text]) => ({ range: key.split(',').map(Number) as [number, number], text }));
}

/** In parentheses where the value is used further: `(await f()).x`. */
function awaited(node: TSESTree.CallExpression, text: string): string {
  const { parent } = node;
  const binds =
    (parent.type === 'MemberExpression' && parent.object === node) ||
    (parent.type === 'CallExpression' && parent.callee === node) ||
    parent.type === 'TSNonNullExpression' ||
    parent.type === 'TaggedTemplateExpression';
  return binds ? `(${text})` : text;
}

/** `while (true) {}` without a way out or a wait, and loops that only watch the clock. */
function spinning(fn: FunctionInfo, keys: Readonly<Record<string, readonly string[] | undefined>>): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const stack: TSESTree.Node[] = [fn.node];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node !== fn.node && isFunctionNode(node)) continue;
    if ((node.type === 'WhileStatement' || node.type === 'DoWhileStatement' || node.type === 'ForStatement') && spins(node, keys)) found.push(node);
    for (const key of keys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const c of Array.isArray(child) ? child : [child]) if (c && typeof c === 'object' && 'type' in c) stack.push(c as TSESTree.Node);
    }
  }
  return found;
}

const CLOCK = /\b(?:Date\.now|performance\.now|process\.hrtime(?:\.bigint)?)\s*\(|\bnew Date\b/;

function spins(node: TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement, keys: Readonly<Record<string, readonly string[] | undefined>>): boolean {
  const { test } = node;
  const forever = !test || (test.type === 'Literal' && Boolean(test.value));
  let watchesClock = false;
  let leaves = false;
  const look = (root: TSESTree.Node, isTest: boolean): void => {
    const stack: TSESTree.Node[] = [root];
    for (let n = stack.pop(); n; n = stack.pop()) {
      if (isFunctionNode(n)) continue;
      if (
        n.type === 'AwaitExpression' ||
        n.type === 'YieldExpression' ||
        n.type === 'BreakStatement' ||
        n.type === 'ReturnStatement' ||
        n.type === 'ThrowStatement' ||
        (n.type === 'ForOfStatement' && n.await)
      )
        leaves = true;
      if (isTest && (n.type === 'CallExpression' || n.type === 'NewExpression')) watchesClock ||= CLOCK.test(textOfCallee(n));
      for (const key of keys[n.type] ?? []) {
        const child = (n as unknown as Record<string, unknown>)[key];
        for (const c of Array.isArray(child) ? child : [child]) if (c && typeof c === 'object' && 'type' in c) stack.push(c as TSESTree.Node);
      }
    }
  };
  look(node.body, false);
  if (test) look(test, true);
  return !leaves && (forever || watchesClock);
}

function textOfCallee(n: TSESTree.CallExpression | TSESTree.NewExpression): string {
  if (n.type === 'NewExpression') return n.callee.type === 'Identifier' && n.callee.name === 'Date' ? 'new Date' : '';
  const callee = unwrap(n.callee);
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier') return '';
  return `${callee.object.name}.${callee.property.name}(`;
}
