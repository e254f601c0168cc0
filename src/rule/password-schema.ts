/** How long a password must at least be, by the schema of a validator that the file writes. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, wrapped } from '../ast/nodes.ts';
import type { ApiCall } from '../engine/index.ts';
import { constantOf, memberAt } from './call-rule.ts';

const PASSWORD = /^(?:new_?)?(?:password|passwd|passphrase)$/i;
/** Where a password is only compared, whatever it was made of. */
const LOGIN = /log_?-?in|sign_?-?in|auth|session|credential/i;
/** Steps of a chain that ask nothing of the length. */
const OTHERS = new Set(['trim', 'required', 'optional', 'nonempty', 'notEmpty', 'not', 'isEmpty', 'exists', 'isString', 'withMessage', 'bail', 'max', 'describe', 'label', 'messages', 'strip', 'nullable', 'defined', 'ensure', 'toLowerCase', 'normalize', 'escape']);

export interface ShortPassword {
  readonly node: TSESTree.Node;
  readonly least: number;
}

/** Of the calls that begin a description of a text, those that let a password of fewer than `least` letters pass. */
export function shortPasswords(calls: readonly ApiCall[], least: number): readonly ShortPassword[] {
  const lengths = new Map(calls.filter(({ marks }) => marks.includes('least')).map((call) => [call.node as TSESTree.Node, call]));
  return calls.flatMap((call) => {
    if (!call.marks.includes('describes')) return [];
    let node: TSESTree.Node = wrapped(call.node);
    let min = 0;
    for (;;) {
      const member: TSESTree.Node | undefined = node.parent;
      const next: TSESTree.Node | undefined = member && wrapped(member).parent;
      if (member?.type !== 'MemberExpression' || member.object !== node || next?.type !== 'CallExpression') break;
      const length = lengths.get(next);
      const asked = length && lengthOf(length);
      // what else is asked of it, nobody knows
      if (length ? asked === undefined : !OTHERS.has(staticName(member) ?? '')) return [];
      min = Math.max(min, asked ?? 0);
      node = wrapped(next);
    }
    const { parent } = node;
    const key = parent?.type === 'Property' && parent.value === node ? staticName(parent) : undefined;
    const name = key ?? constantOf(call.shown[0]);
    if (typeof name !== 'string' || !PASSWORD.test(name) || min >= least || isLogin(node)) return [];
    return [{ node, least: min }];
  });
}

function lengthOf({ shown: [first] }: ApiCall): number | undefined {
  const constant = constantOf(first) ?? constantOf(memberAt(first, 'min'));
  // isLength({ max: 72 }) asks for no least
  if (constant === undefined) return memberAt(first, 'min') === 'absent' ? 0 : undefined;
  return typeof constant === 'number' ? constant : undefined;
}

/** Something around it is named after a login: a variable, a property, the path of a route. */
function isLogin(node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node.parent; at; at = at.parent) {
    if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier' && LOGIN.test(at.id.name)) return true;
    if (at.type === 'Property' && LOGIN.test(staticName(at) ?? '')) return true;
    if (at.type === 'FunctionDeclaration' && at.id && LOGIN.test(at.id.name)) return true;
    if (at.type === 'CallExpression' && at.arguments[0]?.type === 'Literal' && LOGIN.test(String(at.arguments[0].value))) return true;
  }
  return false;
}
