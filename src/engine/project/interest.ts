/** Whether a file can hold anything of what is asked for: most files end here, before a node is indexed. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Kind } from '../../model/dsl.ts';
import type { Registry } from '../../model/registry.ts';
import type { SourceFile } from './source.ts';

/** Method names under which text may be SQL although the driver is out of sight. */
const SQL_CALL = /\.\s*(?:query|execute|raw|queryRaw\w*|\$queryRaw\w*|\$executeRaw\w*|exec|prepare|run|all|get|each|any|one|none|many|unsafe|sql)\s*(?:<[^>()]*>)?\s*\(/;
const SQL_TEXT = /\b(?:(?:alter|create|drop)\s+table|select\b[^;]*\bfrom|insert\s+into\b|update\b[^;]*\bset|delete\s+from|where\b[^\n]*[=<>])/i;
/** Code that is run, by a name of the language. */
const LANGUAGE = /\beval\s*\(|\bFunction\s*\(|\bimport\s*\(|\brequire\s*\(\s*[^'"`\s]/;
const IMPORT = /\b(?:require|import)\s*\(\s*(['"`])([^'"`\n]+)\1/g;

export function isOfInterest(file: SourceFile, registry: Registry, kinds: readonly Kind[]): boolean {
  const { text } = file;
  const wanted = new Set<string>(kinds);
  for (const statement of file.ast.body) {
    const specifier = importOf(statement);
    if (specifier !== undefined && registry.concerns(wanted, specifier)) return true;
  }
  for (const m of text.matchAll(IMPORT)) if (registry.concerns(wanted, m[2] ?? '')) return true;
  for (const scope of file.scopes.scopes) {
    if (scope.type !== 'function') continue;
    const parameters = scope.variables.filter((v) => v.defs.some((d) => String(d.type) === 'Parameter')).map((v) => v.name);
    if (parameters.length > 1 && registry.company(wanted, parameters)) return true;
  }
  if (wanted.has('sql') && SQL_CALL.test(text) && SQL_TEXT.test(text)) return true;
  return wanted.has('code') && LANGUAGE.test(text);
}

function importOf(statement: TSESTree.Node): string | undefined {
  if (statement.type === 'ImportDeclaration') return statement.source.value;
  if (statement.type === 'TSImportEqualsDeclaration' && statement.moduleReference.type === 'TSExternalModuleReference') {
    const { expression } = statement.moduleReference;
    return expression.type === 'Literal' ? String(expression.value) : undefined;
  }
  return undefined;
}
