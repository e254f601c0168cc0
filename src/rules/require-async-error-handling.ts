/** Errors that nobody waits for: a rejected handler, an emitter without listener, a callback's first argument, the last resort that goes on. */
import type { TSESTree } from '@typescript-eslint/utils';
import { sortEdits } from '../ast/edit.ts';
import { importEdits } from '../ast/imports.ts';
import { childNodes, isFunctionNode, staticName, unwrap } from '../ast/nodes.ts';
import { referencesOf, singleAssignment, variableOf } from '../ast/scope.ts';
import { isOwnOrAsked, type Analysis, type ApiCall, type FileIndex, type FunctionInfo } from '../engine/index.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { handOnErrors, parameterThatHandsOn } from '../fixes/hand-on.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { callRule, calledNode } from '../rule/call-rule.ts';
import { useOf, type EmitterUse } from '../rule/emitters.ts';
import { rejectionIn } from '../rule/rejections.ts';
import type { Report } from '../rule/report.ts';

interface Options {
  /** Report handlers of servers without a framework, too. */
  readonly servers?: boolean;
  /** Report emitters and streams without a listener for errors. */
  readonly emitters?: boolean;
  /** Report callbacks that use what they are given and never look at the error. */
  readonly callbacks?: boolean;
  /** Report listeners of `uncaughtException` after which the process goes on. */
  readonly uncaught?: boolean;
}

/** Packages that, once loaded anywhere, make Express 4 wait for handlers. */
const PATCHES = ['express-async-errors', 'express-async-error'];
/** Methods that write something down and come back. */
const WRITES = /^(?:log|info|warn|error|debug|trace|fatal|verbose|notice|alert|crit|critical|emerg|write|capture(?:Exception|Message)|notify|report|increment|toString|inspect)$/;
/** What `catch` sees: a promise that is handed on is settled later. */
const SETTLES = new Set(['AwaitExpression', 'ThrowStatement', 'ForOfStatement']);
const LEAVES = /\bprocess\s*\.\s*(?:exitCode|kill)\b/;

export const rule = callRule<Options>({
  name: 'require-async-error-handling',
  marks: ['unawaited', 'unawaitedServer', 'streams', 'emitter', 'uncaught', 'unhandled', 'errorFirst'],
  docs: {
    description: 'require that errors of handlers, streams and callbacks are handled',
    recommended: 'recommended',
    options: { strict: [{ servers: true, emitters: true, callbacks: true, uncaught: true }] },
    cwe: ['CWE-248', 'CWE-755', 'CWE-391'],
    owasp: ['A05:2021', 'A10:2025'],
    severity: 5.3,
  },
  messages: {
    express: '`{{place}}` may fail, and Express 4 waits for no handler: the request is never answered, and the process may end. Catch it and call `next(error)`.',
    server: '`{{place}}` may fail, and nobody waits for this handler: the request is never answered, and the process may end. Catch it.',
    emitter: '`{{made}}` has no listener for `error`, so the first one ends the process, and with it all other requests: listen, or use `pipeline()`.',
    callback: '`{{call}}` tells of failure by its first argument, which nobody looks at: what comes after it is undefined then. Test the error first.',
    uncaught: 'The process goes on after an exception that nobody caught, in a state that nobody knows: write it down, and end the process.',
    unhandled: 'Rejected promises that nobody waited for vanish here, and what they should have done is never known: write them down, or leave the listener out.',
    handOn: 'Catch what goes wrong and hand it to `{{next}}`.',
    pipeline: 'Use `pipeline()`, which ends all streams at an error of one.',
  },
  hasSuggestions: true,
  options: {
    servers: { type: 'boolean', description: 'Also handlers of servers without a framework.' },
    emitters: { type: 'boolean', description: 'Also emitters and streams without a listener for errors, in code that runs for requests.' },
    callbacks: { type: 'boolean', description: 'Also callbacks that use what they are given and never look at the error.' },
    uncaught: { type: 'boolean', description: 'Also listeners of `uncaughtException` after which the process goes on.' },
  },
  defaults: { servers: false, emitters: false, callbacks: false, uncaught: false },
  wanted: ({ servers, emitters: watches, callbacks, uncaught }, text) => {
    const isAsync = /\basync\b/.test(text);
    return [
      ...(isAsync ? (['unawaited'] as const) : []),
      ...(isAsync && servers === true ? (['unawaitedServer'] as const) : []),
      ...(watches === true ? (['streams', 'emitter'] as const) : []),
      ...(callbacks === true ? (['errorFirst'] as const) : []),
      ...(uncaught === true ? (['uncaught', 'unhandled'] as const) : []),
    ];
  },
  check: (call, options, context) => {
    const analysis = analysisOf(context);
    const { index } = analysis;
    if (!index) return [];
    const has = (mark: ApiCall['marks'][number]): boolean => call.marks.includes(mark);
    if (has('unawaited')) return isPatched(context) ? [] : handlers(call, index, context, 'express');
    if (has('unawaitedServer')) return options.servers === true ? handlers(call, index, context, 'server') : [];
    if (has('uncaught') || has('unhandled')) return options.uncaught === true ? lastResort(call, analysis, has('uncaught')) : [];
    return [...(options.emitters === true && (has('streams') || has('emitter')) ? emitters(call, analysis, context, has('streams')) : []), ...(options.callbacks === true && has('errorFirst') ? callback(call, index, context) : [])];
  },
});

const short = (context: AnyContext, node: TSESTree.Node): string => {
  const text = context.sourceCode.getText(node).replaceAll(/\s+/g, ' ').replace(/;$/, '');
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
};

const isPatched = ({ filename, sourceCode: { text } }: AnyContext): boolean => PATCHES.some((name) => text.includes(name) || isOwnOrAsked(filename, name) !== undefined);

/** Functions of the file that the call is handed as they are, also in lists. */
function handed(call: ApiCall): readonly { readonly fn: FunctionInfo; readonly captures: Parameters<typeof rejectionIn>[2] }[] {
  const facts = call.shown.flatMap(({ fact, members }) => [fact, ...[...members.values()].map((member) => member.fact)]);
  return facts.flatMap(({ refs }) => refs.flatMap((ref) => (ref.k === 'fn' && ref.wrapped !== true ? [{ fn: ref.fn, captures: ref.captures }] : [])));
}

function handlers(call: ApiCall, index: FileIndex, context: AnyContext, message: 'express' | 'server'): readonly Report[] {
  return handed(call).flatMap(({ fn, captures }) => {
    const { node } = fn;
    const place = rejectionIn(fn, index, captures);
    if (!place || !isFunctionNode(node)) return [];
    return [{ node: place, message, data: { place: short(context, place) }, ...(message === 'express' ? { repairs: () => caught(fn, place, context) } : {}) }];
  });
}

/** Only where the function is written in its place, or takes what hands on already: others may call it without. */
function caught({ node }: FunctionInfo, place: TSESTree.Node, { sourceCode }: AnyContext): readonly Repair[] | Refusal {
  if (!isFunctionNode(node) || !node.async || !SETTLES.has(place.type)) return { reason: '`catch` sees nothing of a promise that is handed on' };
  if (node.params.length < 3 && node.parent.type !== 'CallExpression' && node.parent.type !== 'ArrayExpression') return { reason: 'others may call it' };
  const edits = handOnErrors(node, sourceCode);
  const next = parameterThatHandsOn(node);
  return 'reason' in edits ? edits : [{ level: 'suggestion', message: 'handOn', data: { next: next?.type === 'Identifier' ? next.name : 'next' }, edits }];
}

function emitters(call: ApiCall, analysis: Analysis, context: AnyContext, isStream: boolean): readonly Report[] {
  const { scopeManager } = context.sourceCode;
  const around = analysis.functionAround(call.node);
  if (!call.bound || !scopeManager || !around || !analysis.inHandlers().has(around)) return [];
  const use = useOf(call.node, scopeManager);
  if (use.isWatched || use.isHandedOn || (isStream && !use.pipe)) return [];
  return [{ node: calledNode(call), message: 'emitter', data: { made: short(context, call.node) }, repairs: () => pipeline(use, around, context) }];
}

/** `a.pipe(b).pipe(c);` as `pipeline(a, b, c, …);`. */
function pipeline({ pipe }: EmitterUse, around: FunctionInfo, { sourceCode }: AnyContext): readonly Repair[] | Refusal {
  const elsewhere = { reason: 'it is no chain of `pipe()` that stands alone' };
  let outer: TSESTree.CallExpression | undefined = pipe;
  for (let parent = outer?.parent; parent?.type === 'MemberExpression' && staticName(parent) === 'pipe' && parent.parent.type === 'CallExpression' && parent.parent.callee === parent; parent = outer?.parent) outer = parent.parent;
  if (outer?.parent.type !== 'ExpressionStatement') return elsewhere;
  const stages: TSESTree.Node[] = [];
  let node: TSESTree.Node = outer;
  for (; node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && staticName(node.callee) === 'pipe'; node = node.callee.object) {
    const [to, more] = node.arguments;
    if (!to || more || to.type === 'SpreadElement') return elsewhere;
    stages.unshift(to);
  }
  const { edits, local } = importEdits(sourceCode, { module: 'stream', name: 'pipeline', at: outer });
  const third = around.params.length === 3 ? around.params[2] : undefined;
  const end = third?.type === 'Identifier' && third.name === 'next' ? 'next(error)' : 'console.error(error)';
  const text = `${local}(${[node, ...stages].map((stage) => sourceCode.getText(stage)).join(', ')}, (error) => { if (error) ${end}; })`;
  return [{ level: 'suggestion', message: 'pipeline', edits: sortEdits([...edits, { range: outer.range, text }]) }];
}

/** The error is never read, and what comes after it is used as if it were there. */
function callback(call: ApiCall, index: FileIndex, context: AnyContext): readonly Report[] {
  const ref = call.args.at(-1)?.refs.find((one) => one.k === 'fn');
  const params = ref?.fn.params ?? [];
  const [error, data] = params;
  if (!call.bound || !ref || ref.wrapped === true || error?.type !== 'Identifier' || !data) return [];
  const reads = (name: TSESTree.Identifier): TSESTree.Node[] => {
    const variable = variableOf(name, index.file.scopes);
    return variable ? referencesOf(variable).filter((one) => one.isRead()).map(({ identifier }) => identifier) : [];
  };
  const text = context.sourceCode.getText(ref.fn.node);
  if (reads(error).length > 0 || /\barguments\b/.test(text)) return [];
  // `[row]` and `{ rows }` fail at once
  const used = data.type === 'Identifier' ? reads(data) : [data];
  if (used.length === 0 || used.some(isTested)) return [];
  return [{ node: error, message: 'callback', data: { call: short(context, calledNode(call)) } }];
}

/** `if (data)`, `data?.x`, `data && …`, `data ?? …`: that there is none is thought of. */
function isTested(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return parent.test === node;
    case 'LogicalExpression':
      return parent.left === node;
    case 'MemberExpression':
      return parent.optional;
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'typeof';
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    default:
      return false;
  }
}

function lastResort(call: ApiCall, analysis: Analysis, isUncaught: boolean): readonly Report[] {
  const listener = call.args[1];
  const refs = listener?.refs ?? [];
  const node = calledNode(call);
  if (refs.length === 0 || call.shown.length < 2) return [];
  const fns = refs.flatMap((ref) => (ref.k === 'fn' && ref.wrapped !== true ? [ref.fn] : []));
  if (!isUncaught) {
    const isEmpty = fns.length === refs.length && fns.every((fn) => isFunctionNode(fn.node) && fn.node.body.type === 'BlockStatement' && fn.node.body.body.length === 0);
    return isEmpty ? [{ node, message: 'unhandled', data: {} }] : [];
  }
  const goesOn = refs.every((ref) => (ref.k === 'fn' && ref.wrapped !== true ? !mayEnd(ref.fn, analysis, new Set()) : ref.k === 'api' && !ref.api.marks.some(({ mark }) => mark === 'exits')));
  return goesOn ? [{ node, message: 'uncaught', data: {} }] : [];
}

/** Whether the function may end the process: it does, it throws, or it calls what is out of sight and does more than write. */
function mayEnd(fn: FunctionInfo, analysis: Analysis, seen: Set<FunctionInfo>): boolean {
  const { index } = analysis;
  if (!index || seen.has(fn)) return false;
  seen.add(fn);
  const { file } = index;
  if (LEAVES.test(file.text.slice(...fn.node.range))) return true;
  const known = new Map(analysis.calls().map((call) => [call.node as TSESTree.Node, call]));
  const todo: TSESTree.Node[] = [fn.node];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.type === 'ThrowStatement') return true;
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const api = known.get(node);
      const callee = unwrap(node.callee);
      if (api?.api.marks.some(({ mark }) => mark === 'exits') === true) return true;
      const variable = callee.type === 'Identifier' ? variableOf(callee, file.scopes) : undefined;
      const init = variable && singleAssignment(variable);
      const called = index.functionOf.get(init ?? callee);
      if (called ? mayEnd(called, analysis, seen) : !api && !(callee.type === 'MemberExpression' && WRITES.test(staticName(callee) ?? ''))) return true;
    }
    todo.push(...childNodes(node, file.visitorKeys));
  }
  return false;
}
