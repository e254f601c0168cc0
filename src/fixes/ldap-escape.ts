/** Puts what goes into a filter or a name through the template tags of ldap-escape, if the file has them at hand. */
import type { TSESTree } from '@typescript-eslint/utils';
import { insertAt, replaceRange, sortEdits, type SourceCode } from '../ast/edit.ts';
import { findImport, importsModule } from '../ast/bindings.ts';
import { importEdits, type ImportEdits } from '../ast/imports.ts';
import { unwrap } from '../ast/nodes.ts';
import type { Refusal, Repair } from './fix.ts';

const MODULE = 'ldap-escape';

/** `what`: the tag for filters, or for distinguished names. */
export function tagLdap(argument: TSESTree.Node, hole: TSESTree.Node, what: 'filter' | 'dn', source: SourceCode): readonly Repair[] | Refusal {
  const text = unwrap(argument);
  if (text.type !== 'TemplateLiteral' && text.type !== 'BinaryExpression') return { reason: 'the text is made elsewhere' };
  const tag = atHand(argument, what, source);
  if (!tag) return { reason: 'ldap-escape is not imported' };
  // the tag escapes the holes alone, so all of them may go through it
  const edit = text.type === 'TemplateLiteral' ? insertAt(text.range[0], tag.local) : replaceRange(hole.range, `${tag.local}\`\${${source.getText(hole)}}\``);
  return [{ level: 'suggestion', message: 'escape', data: { call: tag.local }, edits: sortEdits([...tag.edits, edit]) }];
}

function atHand(at: TSESTree.Node, name: string, source: SourceCode): ImportEdits | undefined {
  const named = findImport(source, { module: MODULE, name, at });
  if (named !== undefined) return { edits: [], local: named };
  const whole = findImport(source, { module: MODULE, name: 'default', at });
  if (whole !== undefined && !whole.includes('.')) return { edits: [], local: `${whole}.${name}` };
  return importsModule(source, MODULE, at) ? importEdits(source, { module: MODULE, name, at }) : undefined;
}
