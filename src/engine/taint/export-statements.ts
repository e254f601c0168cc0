/** `export …` statements. */
import type { TSESTree } from '@typescript-eslint/utils';
import { specifierName } from '../../ast/nodes.ts';
import { assignPattern } from './assign.ts';
import { declareClass } from './classes.ts';
import { exportNamed } from './exported-names.ts';
import { exportFunction, exportValue } from './exports.ts';
import { fact, type Fact } from '../fact/fact.ts';
import { readVariable } from './variables.ts';
import type { Walk } from './walk.ts';

export function exportDeclaration(walk: Walk, node: TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration): void {
  if (node.type === 'ExportDefaultDeclaration') {
    const { declaration } = node;
    if (declaration.type === 'FunctionDeclaration') {
      const fn = walk.world.index.functionOf.get(declaration);
      if (!fn) return;
      exportFunction(walk, fn);
      exportNamed(walk, 'default', fact({ refs: [{ k: 'fn', fn, captures: undefined, boundThis: undefined, boundArguments: undefined }] }));
    } else if (declaration.type === 'ClassDeclaration') {
      const value = declareClass(walk, declaration);
      if (declaration.id) assignPattern(walk, declaration.id, value);
      exportValue(walk, value);
    } else if (declaration.type !== 'TSDeclareFunction' && declaration.type !== 'TSInterfaceDeclaration') both(walk, 'default', walk.run.evaluate(walk, declaration as TSESTree.Expression));
    return;
  }
  const { declaration } = node;
  if (declaration) {
    walk.run.walkStatement(walk, declaration);
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
      if (declaration.id) both(walk, declaration.id.name, readVariable(walk, declaration.id));
    } else if (declaration.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) if (id.type === 'Identifier') both(walk, id.name, readVariable(walk, id));
    }
  }
  if (!node.source) for (const specifier of node.specifiers) if (specifier.local.type === 'Identifier') both(walk, specifierName(specifier.exported), readVariable(walk, specifier.local));
}

function both(walk: Walk, name: string, value: Fact): void {
  exportValue(walk, value);
  exportNamed(walk, name, value);
}
