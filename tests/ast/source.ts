/** Source text as rules see it: parsed by ESLint, with scopes, globals of Node and parents. */
import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import { childNodes } from '../../src/ast/nodes.ts';
import type { SourceCode } from '../../src/ast/edit.ts';

export type Language = 'esm' | 'cjs' | 'ts';

const GLOBALS = { require: 'readonly', module: 'writable', process: 'readonly', console: 'readonly' } as const;

export function sourceOf(code: string, language: Language = 'esm'): SourceCode {
  let source: SourceCode | undefined;
  const rule = {
    create: (context: { sourceCode: unknown }) => ({
      'Program:exit': () => {
        source = context.sourceCode as SourceCode;
      },
    }),
  };
  const messages = new Linter().verify(
    code,
    {
      files: ['**'],
      plugins: { test: { rules: { capture: rule } } },
      rules: { 'test/capture': 'error' },
      languageOptions: { sourceType: language === 'cjs' ? 'commonjs' : 'module', globals: GLOBALS, ...(language === 'ts' ? { parser } : {}) },
    },
    { filename: language === 'ts' ? 'file.ts' : 'file.js' },
  );
  if (!source) throw new Error(messages[0]?.message ?? 'no source');
  return source;
}

/** The nodes of a type, in source order. */
export function nodesOf<T extends TSESTree.Node['type']>(source: SourceCode, type: `${T}`): Extract<TSESTree.Node, { type: T }>[] {
  const found: TSESTree.Node[] = [];
  const queue: TSESTree.Node[] = [source.ast];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (node.type === type) found.push(node);
    queue.push(...childNodes(node, source.visitorKeys));
  }
  return found.sort((a, b) => a.range[0] - b.range[0]) as Extract<TSESTree.Node, { type: T }>[];
}

/** The call whose callee is written so. */
export function callOf(source: SourceCode, callee: string): TSESTree.CallExpression {
  const call = nodesOf(source, 'CallExpression').find((node) => source.getText(node.callee) === callee);
  if (!call) throw new Error(`no call of ${callee}`);
  return call;
}
