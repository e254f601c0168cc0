/** What imports bring: a package's API by its models, each import form alike. */
import type { TSESTree } from '@typescript-eslint/utils';
import { specifierName } from '../../ast/nodes.ts';
import type { Variable } from '../../ast/scope.ts';
import type { Api } from '../../model/graph.ts';
import { fact, unknown, unseen, type Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

const apiFact = (api: Api | undefined): Fact => (api ? fact({ refs: [{ k: 'api', api, bound: true, weak: false }] }) : unseen);

/** The exports of a package as a value: `require('x')`, `import * as x`. */
export const moduleFact = (walk: Walk, specifier: string): Fact => apiFact(walk.world.registry.module(specifier));

/** What `import name from` or `import { name } from` binds. A default import of CommonJS is the exports themselves. */
function memberOfModule(walk: Walk, specifier: string, name: string): Fact {
  const { registry } = walk.world;
  const exports = registry.module(specifier);
  if (!exports) return unseen;
  const member = registry.graph.member(exports, name);
  if (name !== 'default') return apiFact(member);
  return apiFact(member ? registry.graph.union(exports, member) : exports);
}

export function importedFact(walk: Walk, definition: Variable['defs'][number]): Fact {
  const node = definition.node as TSESTree.Node;
  const parent = node.parent;
  if (node.type === 'TSImportEqualsDeclaration') {
    const reference = node.moduleReference;
    return reference.type === 'TSExternalModuleReference' && reference.expression.type === 'Literal' ? moduleFact(walk, String(reference.expression.value)) : unknown;
  }
  if (parent?.type !== 'ImportDeclaration') return unknown;
  const specifier = parent.source.value;
  const value =
    node.type === 'ImportNamespaceSpecifier' ? moduleFact(walk, specifier) : memberOfModule(walk, specifier, node.type === 'ImportSpecifier' ? specifierName(node.imported as TSESTree.Identifier) : 'default');
  const ref = value.refs[0];
  const name = (node as { local?: TSESTree.Identifier }).local ?? node;
  const taints = ref?.k === 'api' ? walk.world.sourceTaints(ref.api, name, name.type === 'Identifier' ? name.name : '', () => false) : value.taints;
  return { ...value, taints, exact: true, ident: walk.world.ids.of(node) };
}

/** The package and name that a type's name was imported by; undefined package: a global type. */
export function typeBinding(walk: Walk, name: TSESTree.EntityName): { readonly module: string | undefined; readonly name: string } | undefined {
  if (name.type === 'ThisExpression') return undefined;
  if (name.type === 'TSQualifiedName') {
    const left = name.left;
    if (left.type !== 'Identifier') return undefined;
    const module = importOf(walk, left)?.module;
    // `Express.Request`, `NodeJS.ProcessEnv`: a global namespace
    return module === undefined ? { module: undefined, name: `${left.name}.${name.right.name}` } : { module, name: name.right.name };
  }
  const binding = importOf(walk, name);
  if (binding) return binding;
  return walk.world.variable(name)?.defs.length ? undefined : { module: undefined, name: name.name };
}

export function importOf(walk: Walk, identifier: TSESTree.Identifier): { readonly module: string; readonly name: string } | undefined {
  const definition = walk.world.variable(identifier)?.defs[0];
  if (!definition) return undefined;
  const node = definition.node as TSESTree.Node;
  if (node.type === 'TSImportEqualsDeclaration') {
    const reference = node.moduleReference;
    return reference.type === 'TSExternalModuleReference' && reference.expression.type === 'Literal' ? { module: String(reference.expression.value), name: '*' } : undefined;
  }
  const { parent } = node;
  if (parent?.type === 'ImportDeclaration') return { module: parent.source.value, name: node.type === 'ImportSpecifier' ? specifierName(node.imported as TSESTree.Identifier) : node.type === 'ImportNamespaceSpecifier' ? '*' : 'default' };
  // const { Pool } = require('pg'), const pg = require('pg')
  if (node.type === 'VariableDeclarator' && node.init?.type === 'CallExpression' && node.init.callee.type === 'Identifier' && node.init.callee.name === 'require') {
    const [source] = node.init.arguments;
    if (source?.type === 'Literal' && typeof source.value === 'string') return { module: source.value, name: node.id.type === 'Identifier' ? '*' : identifier.name };
  }
  return undefined;
}
