/** Headers of responses that a call sets: by name and value, or by an object of them. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, unwrap } from '../ast/nodes.ts';
import type { ApiCall, Fact } from '../engine/index.ts';
import { constantOf } from './call-rule.ts';

export interface Header {
  readonly name: string;
  readonly value: Fact;
  /** The value as it is written, else the call. */
  readonly node: TSESTree.Node;
}

export function headersOf(call: ApiCall): readonly Header[] {
  const { shown, args, node } = call;
  const name = constantOf(shown[0]);
  const given = node.type === 'TaggedTemplateExpression' ? [] : node.arguments;
  if (typeof name === 'string' && args[1] && given[1]) return [{ name, value: args[1], node: given[1] }];
  return shown.flatMap(({ members }, i) => [...members].map(([key, { fact }]) => ({ name: key, value: fact, node: propertyOf(given[i], key) ?? node })));
}

function propertyOf(object: TSESTree.Node | undefined, name: string): TSESTree.Node | undefined {
  const inner = object && unwrap(object);
  if (inner?.type !== 'ObjectExpression') return undefined;
  return inner.properties.find((one): one is TSESTree.Property => one.type === 'Property' && staticName(one) === name)?.value;
}
