/** `require` and `import()` of what is known only when it is evaluated. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unknown, type Fact } from '../fact/fact.ts';
import { codeSink } from './language-sinks.ts';
import { moduleFact } from './modules.ts';
import type { Walk } from './walk.ts';

/** `require(x)`, `import(x)`: a package's API where x is constant, code that is run where it is input. */
export function importedModule(walk: Walk, node: TSESTree.Node, source: Fact, sourceNode: TSESTree.Node): Fact {
  if (typeof source.constant?.value === 'string') {
    const value = moduleFact(walk, source.constant.value);
    return { ...value, ident: walk.world.ids.of(node) };
  }
  codeSink(walk, node, source, sourceNode, `${node.type === 'ImportExpression' ? 'import' : 'require'}[0]`);
  return unknown;
}
