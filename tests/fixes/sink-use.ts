/** What the engine would hand to a fix builder, for the one call of the name in the code. */
import type { TSESTree } from '@typescript-eslint/utils';
import { applyEdits } from '../../src/ast/edit.ts';
import type { SourceCode } from '../../src/ast/edit.ts';
import { isRefusal } from '../../src/fixes/fix.ts';
import type { Refusal, Repair, SinkUse } from '../../src/fixes/fix.ts';
import { nodesOf } from '../ast/source.ts';

/** The last call whose callee ends in one of the names; its first argument is the sink's. */
export function useOf(source: SourceCode, names: RegExp, more: Partial<SinkUse> = {}): SinkUse {
  const call = nodesOf(source, 'CallExpression').findLast(({ callee, arguments: [first] }) => first && names.test(source.getText(callee)));
  const argument: TSESTree.Node | undefined = call?.arguments[0];
  if (!call || !argument) throw new Error('no call');
  return { call, argument, path: 'child_process:exec[0]', bind: undefined, instead: 'execFile', bound: true, ...more };
}

/** The one repair, or the reason why there is none. */
export function only(answer: readonly Repair[] | Refusal): Repair {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.reason}`);
  const [repair, second] = answer;
  if (!repair || second) throw new Error(`${answer.length} repairs`);
  return repair;
}

export const repaired = (source: SourceCode, repair: Repair): string => applyEdits(source.text, repair.edits);
