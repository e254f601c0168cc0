/** Makes js-yaml read data only: `safeLoad` for `load` in 3, no schema that knows functions in any version. */
import type { TSESTree } from '@typescript-eslint/utils';
import { sortEdits, type SourceCode } from '../ast/edit.ts';
import { staticName, unwrap } from '../ast/nodes.ts';
import { changeCallee } from './argv-callee.ts';
import { isRefusal, type Refusal, type Repair } from './fix.ts';
import { optionOf, removeOption } from './options.ts';

const PACKAGE = 'js-yaml';
const SAFE: Readonly<Record<string, string>> = { load: 'safeLoad', loadAll: 'safeLoadAll' };

/** The exported name that is called, as far as it is written at the call. */
function calledName(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? staticName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
}

/** `load(x)` becomes `safeLoad(x)`, which reads the same but for the tags that make functions: those it refuses. */
export function loadSafely(call: TSESTree.Node, source: SourceCode): readonly Repair[] | Refusal {
  if (call.type !== 'CallExpression') return { reason: 'the call is not understood' };
  const target = SAFE[calledName(call) ?? ''];
  if (target === undefined) return { reason: 'the function goes by another name' };
  const changed = changeCallee(source, call, PACKAGE, target);
  if ('reason' in changed) return changed;
  return [{ level: 'fix', message: 'safeLoad', data: { call: target }, edits: sortEdits(changed.edits) }];
}

/**
 * The call without its `schema`. `isOld`: of a version of which `load` knows functions all the same, so it is replaced, too; undefined:
 * not known, and only a schema that went with it (`DEFAULT_FULL_SCHEMA`) tells.
 */
export function dropSchema(call: TSESTree.Node, source: SourceCode, isOld: boolean | undefined): readonly Repair[] | Refusal {
  if (call.type !== 'CallExpression') return { reason: 'the call is not understood' };
  const removal = removeOption(source, call, 'schema');
  const option = optionOf(call, 'schema');
  if (!removal || !option) return { reason: 'the schema is set elsewhere' };
  const old = isOld ?? (source.getText(option.value).includes('FULL') || undefined);
  if (old === undefined) return { reason: 'the version of js-yaml is not known' };
  const safe = old ? loadSafely(call, source) : [];
  const edits = isRefusal(safe) ? [] : safe.flatMap((repair) => repair.edits);
  if (old && edits.length === 0 && SAFE[calledName(call) ?? ''] !== undefined) return { reason: 'the function is out of sight' };
  return [{ level: 'suggestion', message: 'dropSchema', edits: sortEdits([...edits, removal]) }];
}
