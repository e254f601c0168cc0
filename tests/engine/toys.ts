/** Small parts of which tests of the engine's layers are made: a file, a node, an origin, a symbol, a function. */
import * as tsParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import type { NamedOrigin, Taint } from '../../src/engine/fact/fact.ts';
import { stepList, type Steps } from '../../src/engine/fact/witness.ts';
import type { FunctionInfo, SourceFile } from '../../src/engine/project/source.ts';
import type { Sym } from '../../src/engine/value/value.ts';
import type { Kind } from '../../src/model/dsl.ts';
import { bit, kindNames } from '../../src/model/kinds.ts';

const linter = new Linter({ configType: 'flat' });

export const parse = (text: string): SourceFile => {
  const sourceType = /^(?:import|export) /m.test(text) ? 'module' : 'commonjs';
  const [problem] = linter.verify(text, [{ files: ['**/*.ts'], languageOptions: { parser: tsParser as Linter.Parser, sourceType } }], { filename: 'toy.ts' });
  if (problem) throw new Error(`${problem.line}: ${problem.message}`);
  const code = linter.getSourceCode();
  return {
    filename: '/toy/toy.ts',
    cwd: '/toy',
    text,
    ast: code.ast as unknown as TSESTree.Program,
    scopes: code.scopeManager as unknown as SourceFile['scopes'],
    visitorKeys: code.visitorKeys as SourceFile['visitorKeys'],
  };
};

/** A node of which only the identity counts. */
export const nodeOf = (name: string): TSESTree.Node => ({ type: 'Identifier', name }) as TSESTree.Identifier;

export const origin = (text: string): NamedOrigin => ({ k: 'named', what: 'remote', node: nodeOf(text), text, whole: false });

export const taint = (from: Taint['origin'], mask: number, steps?: Steps): Taint => ({ origin: from, mask, steps });

/** A function of which only the identity and what it uses count. */
export const functionOf = (id: number, name = `f${id}`): FunctionInfo => ({
  id,
  node: nodeOf(name) as unknown as FunctionInfo['node'],
  parent: undefined,
  name,
  params: [],
  ofClass: undefined,
  isStatic: false,
  inner: [],
  captured: new Set(),
  uses: new Set(),
  size: 1,
});

const owner = functionOf(0, 'owner');
export const param = (id: number): Sym => ({ k: 'sym', id, root: { k: 'param', fn: owner, index: id, rest: false }, parent: undefined, name: '', depth: 0 });
export const memberOf = (parent: Sym, id: number, name: string): Sym => ({ k: 'sym', id, root: parent.root, parent, name, depth: parent.depth + 1 });

/** The kinds of a mask, by name. */
export const names = (mask: number): Kind[] => kindNames.filter((kind) => (mask & bit[kind]) !== 0);

/** A way as the texts of its steps. */
export const texts = (steps: Steps | undefined): string[] => stepList(steps).map((step) => step.text);
