/** `handlers[x](…)`: x may name what no table of ours has, but every object inherits. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/nodes.ts';
import { singleAssignment } from '../../ast/scope.ts';
import { bit } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { codeSink } from './language-sinks.ts';
import { hasNoPrototype } from './prototypes.ts';
import type { Walk } from './walk.ts';

const INHERITED = Object.getOwnPropertyNames(Object.prototype);
/** Path of the sink. */
const METHOD = '[key]()';

/** A member that is named at run time is called. */
export function methodSink(walk: Walk, call: CallNode, table: Fact, key: Fact, node: TSESTree.Node): void {
  if (key.taints.length === 0 || key.constant) return;
  const { text } = key;
  // `on` before it, or `Handler` behind it: no such name is inherited
  if (text?.known && !INHERITED.some((name) => mayBe(name, text.parts))) return;
  if (hasNoPrototype(walk, table)) return;
  codeSink(walk, call, key, node, METHOD);
}

/** `const handler = handlers[x]; … handler(…)`: the same, with what was said of x meanwhile. */
export function pickedSink(walk: Walk, call: CallNode, callee: TSESTree.Node): void {
  if ((walk.world.wanted & bit.code) === 0 || callee.type !== 'Identifier') return;
  const variable = walk.world.variable(callee);
  const given = variable && singleAssignment(variable);
  const member = given && unwrap(given);
  if (!member || member.type !== 'MemberExpression' || !member.computed || walk.world.cellOf(variable).owner !== walk.fn) return;
  const { property } = member;
  if (property.type !== 'Identifier' && property.type !== 'MemberExpression' && property.type !== 'TemplateLiteral') return;
  methodSink(walk, call, walk.run.evaluate(walk, member.object), walk.run.evaluate(walk, property), property);
}

/** Whether these parts, with whatever between them, can be the name. */
function mayBe(name: string, parts: readonly string[]): boolean {
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && name.startsWith(first) && name.endsWith(last) && first.length + last.length <= name.length;
}
