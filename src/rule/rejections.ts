/** Whether a promise that a function of the file gives may be rejected: what it awaits, throws or hands on with no `catch` around. */
import type { TSESTree } from '@typescript-eslint/utils';
import { childNodes, isFunctionNode, staticName, unwrap, type FunctionNode } from '../ast/nodes.ts';
import { singleAssignment, variableOf, type Variable } from '../ast/scope.ts';
import type { Fact, FileIndex, FunctionInfo } from '../engine/index.ts';

type Captures = ReadonlyMap<Variable | 'this', Fact> | undefined;

interface Search {
  readonly index: FileIndex;
  readonly fn: FunctionInfo;
  readonly captures: Captures;
  /** Functions on the way here: one that calls itself rejects by something else. */
  readonly seen: ReadonlySet<FunctionInfo>;
}

const DEEPEST = 12;

/** The first place in the function by which its promise may be rejected; undefined where there is none in sight. */
export function rejectionIn(fn: FunctionInfo, index: FileIndex, captures: Captures): TSESTree.Node | undefined {
  return isFunctionNode(fn.node) ? leftBy({ index, fn, captures, seen: new Set([fn]) }, fn.node) : undefined;
}

function leftBy(search: Search, node: FunctionNode): TSESTree.Node | undefined {
  let first: TSESTree.Node | undefined;
  const found = (place: TSESTree.Node): void => {
    if (!first || place.range[0] < first.range[0]) first = place;
  };
  if (node.body.type !== 'BlockStatement' && isHandedOn(search, node.body)) found(node.body);
  const { visitorKeys } = search.index.file;
  const todo: { readonly at: TSESTree.Node; readonly caught: boolean }[] = [{ at: node.body, caught: false }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { at, caught } = next;
    if (isFunctionNode(at) || at.type === 'ClassDeclaration' || at.type === 'ClassExpression') continue;
    if (at.type === 'TryStatement') {
      todo.push({ at: at.block, caught: caught || at.handler !== null });
      for (const other of [at.handler, at.finalizer]) if (other) todo.push({ at: other, caught });
      continue;
    }
    // a promise that is handed on leaves the `try` unsettled
    if (at.type === 'ReturnStatement' && at.argument && isHandedOn(search, at.argument)) found(at);
    if (!caught && leaves(search, node, at)) found(at);
    for (const child of childNodes(at, visitorKeys)) todo.push({ at: child, caught });
  }
  return first;
}

function leaves(search: Search, { async }: FunctionNode, at: TSESTree.Node): boolean {
  // what is thrown before a promise was made, whoever calls catches
  if (at.type === 'ThrowStatement') return async || search.seen.size > 1;
  if (at.type === 'ForOfStatement') return at.await;
  return at.type === 'AwaitExpression' && mayReject(search, at.argument, 0);
}

/** Of what is returned only calls of functions in sight count: `return res.json(x)` is no promise. */
function isHandedOn(search: Search, node: TSESTree.Node): boolean {
  const value = unwrap(node);
  if (search.seen.size > 1 && isFunctionNode(search.fn.node) && !search.fn.node.async) return value.type !== 'AwaitExpression' && mayReject(search, value, 0);
  const call = value.type === 'CallExpression' ? settled(value) : undefined;
  return call?.type === 'CallExpression' && functionsCalled(search, call)?.some((fn) => rejects(search, fn)) === true;
}

const rejects = (search: Search, { fn, captures }: Called): boolean =>
  isFunctionNode(fn.node) && !search.seen.has(fn) && search.seen.size < DEEPEST && leftBy({ index: search.index, fn, captures, seen: new Set([...search.seen, fn]) }, fn.node) !== undefined;

/** Whether a value, awaited, may be a promise that is rejected. */
function mayReject(search: Search, node: TSESTree.Node, depth: number): boolean {
  const value = unwrap(node);
  if (depth > DEEPEST) return true;
  const some = (...nodes: readonly (TSESTree.Node | null)[]): boolean => nodes.some((one) => one !== null && mayReject(search, one, depth + 1));
  switch (value.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'AwaitExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return false;
    case 'ConditionalExpression':
      return some(value.consequent, value.alternate);
    case 'LogicalExpression':
      return some(value.left, value.right);
    case 'NewExpression':
      return !(isPromise(value.callee) && neverRejects(value.arguments[0], search));
    case 'CallExpression':
      return callMayReject(search, value, depth);
    case 'Identifier': {
      if (value.name === 'undefined') return false;
      const variable = variableOf(value, search.index.file.scopes);
      const init = variable && singleAssignment(variable);
      return !init || some(init);
    }
    default:
      return true;
  }
}

function callMayReject(search: Search, call: TSESTree.CallExpression, depth: number): boolean {
  const inner = settled(call);
  if (!inner) return false;
  if (inner.type !== 'CallExpression') return mayReject(search, inner, depth + 1);
  const callee = unwrap(inner.callee);
  if (callee.type === 'MemberExpression' && isPromise(callee.object)) {
    const name = staticName(callee);
    const [given] = inner.arguments;
    if (name === 'allSettled') return false;
    if (name === 'resolve') return given !== undefined && mayReject(search, given, depth + 1);
    if ((name === 'all' || name === 'race') && given?.type === 'ArrayExpression') return given.elements.some((one) => one !== null && mayReject(search, one, depth + 1));
    return true;
  }
  // the next handler's errors are its own
  if (callee.type === 'Identifier' && search.fn.params.some((param, i) => i > 1 && param.type === 'Identifier' && param.name === callee.name)) return false;
  const called = functionsCalled(search, inner);
  return !called || called.some((fn) => rejects(search, fn));
}

/** The promise beneath `.finally()` and `.then()`; undefined where `.catch()` or the second function of `.then()` takes what is rejected. */
function settled(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  let node: TSESTree.Node = call;
  for (;;) {
    if (node.type !== 'CallExpression') return node;
    const callee = unwrap(node.callee);
    const name = callee.type === 'MemberExpression' ? staticName(callee) : undefined;
    if ((name === 'catch' && node.arguments.length > 0) || (name === 'then' && node.arguments.length > 1)) return undefined;
    if (callee.type !== 'MemberExpression' || (name !== 'finally' && name !== 'then')) return node;
    node = unwrap(callee.object);
  }
}

interface Called {
  readonly fn: FunctionInfo;
  readonly captures: Captures;
}

/** The functions of the file that are called; undefined where one may be called that is out of sight. */
function functionsCalled({ index, fn, captures }: Search, call: TSESTree.CallExpression): readonly Called[] | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') {
    const variable = variableOf(callee, index.file.scopes);
    const held = variable && captures?.get(variable)?.refs;
    const fns = held?.flatMap((ref) => (ref.k === 'fn' && ref.wrapped !== true ? [{ fn: ref.fn, captures: ref.captures }] : []));
    if (fns && fns.length > 0 && fns.length === held?.length) return fns;
    const init = variable && singleAssignment(variable);
    const info = init && index.functionOf.get(init);
    return info ? [{ fn: info, captures: undefined }] : undefined;
  }
  const info = isFunctionNode(callee) ? index.functionOf.get(callee) : methodCalled(fn, callee);
  return info ? [{ fn: info, captures: undefined }] : undefined;
}

/** `this.load()` in a class. */
function methodCalled(fn: FunctionInfo, callee: TSESTree.Node): FunctionInfo | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression') return undefined;
  let around: FunctionInfo | undefined = fn;
  while (around && !around.ofClass) around = around.parent;
  return around?.ofClass?.methods.get(staticName(callee) ?? '');
}

const isPromise = (node: TSESTree.Node): boolean => node.type === 'Identifier' && node.name === 'Promise';

/** `(resolve) => …` that throws nothing: a wait. */
function neverRejects(executor: TSESTree.Node | undefined, { index }: Search): boolean {
  if (!executor || !isFunctionNode(executor) || executor.params.length > 1) return false;
  const todo: TSESTree.Node[] = [executor.body];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.type === 'ThrowStatement') return false;
    if (!isFunctionNode(node)) todo.push(...childNodes(node, index.file.visitorKeys));
  }
  return true;
}

