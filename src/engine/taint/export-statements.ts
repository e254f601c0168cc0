/** `export …` statements. */
import type { TSESTree } from '@typescript-eslint/utils';
import { assignPattern } from './assign.ts';
import { declareClass } from './classes.ts';
import { exportFunction, exportValue } from './exports.ts';
import { readVariable } from './variables.ts';
import type { Walk } from './walk.ts';

export function exportDeclaration(walk: Walk, node: TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration): void {
  if (node.type === 'ExportDefaultDeclaration') {
    const { declaration } = node;
    if (declaration.type === 'FunctionDeclaration') {
      const fn = walk.world.index.functionOf.get(declaration);
      if (fn) exportFunction(walk, fn);
    } else if (declaration.type === 'ClassDeclaration') {
      const value = declareClass(walk, declaration);
      if (declaration.id) assignPattern(walk, declaration.id, value);
      exportValue(walk, value);
    } else if (declaration.type !== 'TSDeclareFunction' && declaration.type !== 'TSInterfaceDeclaration') exportValue(walk, walk.run.evaluate(walk, declaration as TSESTree.Expression));
    return;
  }
  const { declaration } = node;
  if (declaration) {
    walk.run.walkStatement(walk, declaration);
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
      if (declaration.id) exportValue(walk, readVariable(walk, declaration.id));
    } else if (declaration.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') exportValue(walk, readVariable(walk, id));
    }
  }
  if (!node.source) for (const specifier of node.specifiers) if (specifier.local.type === 'Identifier') exportValue(walk, readVariable(walk, specifier.local));
}
