/** How the code around uses an emitter that it made: what it pipes, whether it listens for errors, whether somebody else may. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, stringValue, unwrap, wrapped } from '../ast/nodes.ts';
import { referencesOf, variableOf, type ScopeManager, type Variable } from '../ast/scope.ts';

export interface EmitterUse {
  /** The call that pipes it, or to which it is piped. */
  pipe: TSESTree.CallExpression | undefined;
  isWatched: boolean;
  /** It is returned, stored, or given to a call that may listen. */
  isHandedOn: boolean;
}

/** Methods that give back the emitter itself. */
const SAME = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'off', 'removeListener', 'setMaxListeners', 'setEncoding', 'setTimeout', 'setNoDelay', 'setKeepAlive', 'end', 'ref', 'unref', 'pause', 'resume', 'destroy']);
const LISTENS = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'addEventListener']);

/** `made`: the call that makes it. */
export function useOf(made: TSESTree.Node, scopes: ScopeManager): EmitterUse {
  const use: EmitterUse = { pipe: undefined, isWatched: false, isHandedOn: false };
  follow(made, use, scopes, new Set());
  return use;
}

function follow(from: TSESTree.Node, use: EmitterUse, scopes: ScopeManager, seen: Set<Variable>): void {
  for (let node = wrapped(from); ; ) {
    const parent: TSESTree.Node | undefined = node.parent;
    if (parent?.type === 'MemberExpression' && parent.object === node) {
      const name = staticName(parent) ?? '';
      const around = wrapped(parent).parent;
      const call = around?.type === 'CallExpression' && unwrap(around.callee) === parent ? around : undefined;
      if (!call) {
        // `socket.onerror = …`, `child.stdout`
        if (/^onerror$/i.test(name)) use.isWatched = true;
        return;
      }
      if (LISTENS.has(name) && ['error', undefined].includes(stringValue(call.arguments[0]))) use.isWatched = true;
      if (name === 'pipe') use.pipe ??= call;
      if (!SAME.has(name)) return;
      node = wrapped(call);
    } else if (parent?.type === 'CallExpression' && parent.callee !== node) {
      const callee = unwrap(parent.callee);
      if (callee.type === 'MemberExpression' && staticName(callee) === 'pipe' && parent.arguments[0] === node) {
        use.pipe ??= parent;
        // `.pipe(x)` gives back x
        node = wrapped(parent);
        continue;
      }
      use.isHandedOn = true;
      return;
    } else if (parent?.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'Identifier') {
      const variable = variableOf(parent.id, scopes);
      if (!variable) use.isHandedOn = true;
      else if (!seen.has(variable)) {
        seen.add(variable);
        for (const { identifier, init } of referencesOf(variable)) if (init !== true) follow(identifier, use, scopes, seen);
      }
      return;
    } else {
      use.isHandedOn ||= parent?.type !== 'ExpressionStatement' && parent?.type !== 'AwaitExpression' && parent?.type !== 'UnaryExpression' && parent?.type !== 'IfStatement';
      return;
    }
  }
}
