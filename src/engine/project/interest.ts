/** Whether a file can hold anything for us: most files end here, before a node is indexed. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Registry } from '../../model/registry.ts';
import type { SourceFile } from './source.ts';

/** Method names under which text may be SQL although the driver is out of sight. */
const SQL_CALL = /\.\s*(?:query|execute|raw|queryRaw\w*|\$queryRaw\w*|\$executeRaw\w*|exec|prepare|run|all|get|each|any|one|none|many|unsafe|sql)\s*(?:<[^>()]*>)?\s*\(/;
const SQL_WORD = /\b(?:select|insert|update|delete|with|create|drop|alter|replace|merge)\b/i;
/** Code that is run, or shells, by a name of the language. */
const LANGUAGE = /\beval\s*\(|\bFunction\s*\(/;

export function isOfInterest(file: SourceFile, registry: Registry, origins: readonly string[]): boolean {
  if (origins.includes('library')) return true;
  const { text } = file;
  for (const statement of file.ast.body) if (importsKnown(statement, registry)) return true;
  for (const m of text.matchAll(/\b(?:require|import)\s*\(\s*(['"`])([^'"`]+)\1/g)) if (registry.knows(m[2] ?? '')) return true;
  for (const scope of file.scopes.scopes) {
    if (scope.type !== 'function') continue;
    let hinted = 0;
    for (const variable of scope.variables) if (registry.hasHint(variable.name)) hinted++;
    if (hinted >= 2) return true;
  }
  if (SQL_CALL.test(text) && SQL_WORD.test(text)) return true;
  return LANGUAGE.test(text);
}

function importsKnown(statement: TSESTree.Node, registry: Registry): boolean {
  if (statement.type === 'ImportDeclaration') return registry.knows(statement.source.value);
  if (statement.type === 'TSImportEqualsDeclaration' && statement.moduleReference.type === 'TSExternalModuleReference') {
    const { expression } = statement.moduleReference;
    return expression.type === 'Literal' && registry.knows(String(expression.value));
  }
  return false;
}
