/** A line behind the one that makes an app: `const app = express();`. */
import type { TSESTree } from '@typescript-eslint/utils';
import { indentOf, insertAt, newlineOf, semicolonOf, sortEdits, type SourceCode } from '../ast/edit.ts';
import { importEdits } from '../ast/imports.ts';
import { wrapped } from '../ast/nodes.ts';
import type { Refusal, Repair } from './fix.ts';

/** `helmet`: uses it, imported where it is not; `disable`: the app no longer says what it runs on. */
export function startApp(source: SourceCode, made: TSESTree.Node, what: 'helmet' | 'disable'): readonly Repair[] | Refusal {
  const { parent: declarator } = wrapped(made);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || declarator.parent.declarations.length > 1) return { reason: 'the app is no variable of its own' };
  const statement = declarator.parent.parent.type === 'ExportNamedDeclaration' ? declarator.parent.parent : declarator.parent;
  if (!/^(?:Program|BlockStatement|StaticBlock)$/.test(statement.parent?.type ?? '')) return { reason: 'there is no place behind the app' };
  const app = declarator.id.name;
  const { edits, local } = what === 'helmet' ? importEdits(source, { module: 'helmet', name: 'default', at: made }) : { edits: [], local: '' };
  const call = what === 'helmet' ? `${app}.use(${local}())` : `${app}.disable('x-powered-by')`;
  const line = `${newlineOf(source)}${indentOf(source, statement)}${call}${semicolonOf(source)}`;
  return [{ level: 'suggestion', message: what, data: { app }, edits: sortEdits([...edits, insertAt(statement.range[1], line)]) }];
}
