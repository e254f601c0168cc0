/** Which variables of a file hold exports of modules: by imports and requires, in every form. */
import { isBuiltin } from 'node:module';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from './edit.ts';
import { specifierName, staticName, stringValue, unwrap } from './nodes.ts';
import { isReassigned, scopesKey, variableOf, type Scope, type Variable } from './scope.ts';

export interface ExportUse {
  /** With or without `node:`. */
  readonly module: string;
  /** Exported name; 'default' for the default export, which in CommonJS is the module itself. */
  readonly name: string;
  /** Where the name will be used, so that a binding which is shadowed there is not taken. */
  readonly at: TSESTree.Node;
}

/** A variable that holds an export of the module, or (`exported` is undefined) the module itself. */
export interface Binding {
  readonly variable: Variable;
  readonly exported: string | undefined;
  /** Specifier or property; undefined where the variable stands alone (`const exec = require('m').exec`). */
  readonly item: TSESTree.ImportClause | TSESTree.Property | undefined;
  readonly declaration: TSESTree.ImportDeclaration | TSESTree.VariableDeclaration | TSESTree.TSImportEqualsDeclaration;
}

/** How the file can already write the export; undefined where it does not import it. */
export function findImport(source: SourceCode, { module, name, at }: ExportUse): string | undefined {
  const bindings = visibleBindings(source, module, at);
  const named = bindings.find(({ exported }) => exported === name);
  if (named) return named.variable.name;
  const whole = bindings.find(({ exported }) => exported === undefined);
  if (!whole) return undefined;
  // `import * as m` has the default as a member, `const m = require()` is it.
  if (name === 'default') return whole.item?.type === 'ImportNamespaceSpecifier' ? `${whole.variable.name}.default` : whole.variable.name;
  return `${whole.variable.name}.${name}`;
}

/** Whether the expression is the module itself: `cp` of `import * as cp`, `require('m')`, the default import of a CommonJS package. */
export function isModuleObject(source: SourceCode, node: TSESTree.Node, module: string): boolean {
  const inner = unwrap(node);
  if (inner.type !== 'Identifier') return isSameModule(requiredModule(inner), module);
  return visibleBindings(source, module, inner).some(({ variable, exported }) => (exported === undefined || exported === 'default') && variable.name === inner.name);
}

/** The exported name that an identifier is bound to, if it is one of the module's. */
export function exportedName(source: SourceCode, identifier: TSESTree.Identifier, module: string): string | undefined {
  return visibleBindings(source, module, identifier).find(({ variable }) => variable.name === identifier.name)?.exported;
}

/** Whether the file imports anything of the module that is in reach. */
export const importsModule = (source: SourceCode, module: string, at: TSESTree.Node): boolean => visibleBindings(source, module, at).length > 0;

/** All bindings of modules in a file, by module without `node:`; made once, since most files are asked about many modules that they do not import. */
const indexes = new WeakMap<object, ReadonlyMap<string, readonly Binding[]>>();

function bindingsIn(source: SourceCode): ReadonlyMap<string, readonly Binding[]> {
  const { scopeManager } = source;
  if (!scopeManager) return new Map();
  const key = scopesKey(scopeManager);
  const known = indexes.get(key);
  if (known) return known;
  const index = new Map<string, Binding[]>();
  for (const scope of scopeManager.scopes) {
    for (const variable of scope.variables) {
      const found = bindingOf(variable);
      if (!found || isReassigned(variable)) continue;
      const list = index.get(found.module);
      if (list) list.push(found.binding);
      else index.set(found.module, [found.binding]);
    }
  }
  indexes.set(key, index);
  return index;
}

/** Bindings of the module that a use at the node would reach, inner ones first. */
export function visibleBindings(source: SourceCode, module: string, at: TSESTree.Node): Binding[] {
  const candidates = bindingsIn(source).get(bare(module));
  if (!candidates) return [];
  const seen = new Set<string>();
  const bindings: Binding[] = [];
  for (let scope: Scope | null | undefined = source.getScope?.(at); scope; scope = scope.upper) {
    for (const binding of candidates) {
      const { variable, declaration } = binding;
      if (variable.scope !== scope || seen.has(variable.name)) continue;
      // What is required further down may not be there yet; imports are hoisted.
      if (declaration.type !== 'VariableDeclaration' || declaration.range[1] <= at.range[0]) bindings.push(binding);
    }
    // a name that another variable of an inner scope has is not reached
    for (const { variable } of candidates) if (scope.set.has(variable.name)) seen.add(variable.name);
  }
  return bindings;
}

/** The module that a value comes from, as far as its text tells: `partials()` of `import partials from 'express-partials'`. */
export function moduleOf(source: SourceCode, node: TSESTree.Node): string | undefined {
  let at = unwrap(node);
  for (;;) {
    const required = requiredModule(at);
    if (required !== undefined) return required;
    if (at.type === 'CallExpression' || at.type === 'NewExpression') at = unwrap(at.callee);
    else if (at.type === 'MemberExpression') at = unwrap(at.object);
    else break;
  }
  const variable = at.type === 'Identifier' && source.scopeManager ? variableOf(at, source.scopeManager) : undefined;
  return variable && bindingOf(variable)?.module;
}

function bindingOf(variable: Variable): { readonly module: string; readonly binding: Binding } | undefined {
  const definition = variable.defs[0];
  if (!definition || variable.defs.length > 1) return undefined;
  const { node, name } = definition;
  const of = (specifier: string | undefined, binding: Omit<Binding, 'variable'>): ReturnType<typeof bindingOf> => (specifier === undefined ? undefined : { module: bare(specifier), binding: { variable, ...binding } });
  if (node.type === 'ImportSpecifier' || node.type === 'ImportDefaultSpecifier' || node.type === 'ImportNamespaceSpecifier') {
    const declaration = node.parent as TSESTree.ImportDeclaration;
    if (declaration.importKind === 'type' || (node.type === 'ImportSpecifier' && node.importKind === 'type')) return undefined;
    return of(declaration.source.value, { exported: importedName(node, declaration.source.value), item: node, declaration });
  }
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    const required = moduleReference.type === 'TSExternalModuleReference' ? stringValue(moduleReference.expression) : undefined;
    return of(required, { exported: undefined, item: undefined, declaration: node });
  }
  if (node.type !== 'VariableDeclarator' || !node.init) return undefined;
  const declaration = node.parent;
  const init = unwrap(node.init);
  const whole = init.type === 'MemberExpression' ? unwrap(init.object) : init;
  const required = requiredModule(whole);
  if (required === undefined) return undefined;
  const member = init.type === 'MemberExpression' ? staticName(init) : undefined;
  if (node.id.type === 'Identifier') {
    if (init.type === 'MemberExpression' && member === undefined) return undefined;
    return of(required, { exported: member, item: undefined, declaration });
  }
  if (node.id.type !== 'ObjectPattern' || init.type === 'MemberExpression') return undefined;
  const item = node.id.properties.find((property) => property.type === 'Property' && property.value === name) as TSESTree.Property | undefined;
  const exported = item && staticName(item);
  return exported === undefined ? undefined : of(required, { exported, item, declaration });
}

/** A builtin's default export is the module itself. */
function importedName(node: TSESTree.ImportClause, module: string): string | undefined {
  if (node.type === 'ImportSpecifier') return specifierName(node.imported);
  return node.type === 'ImportDefaultSpecifier' && !isBuiltin(module) ? 'default' : undefined;
}

/** `require('m')`, `await import('m')`. */
export function requiredModule(node: TSESTree.Node): string | undefined {
  if (node.type === 'AwaitExpression') {
    const imported = unwrap(node.argument);
    return imported.type === 'ImportExpression' ? stringValue(imported.source) : undefined;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined;
  return stringValue(node.arguments[0]);
}

export const bare = (module: string): string => module.replace(/^node:/, '');
export const isSameModule = (specifier: string | undefined, module: string): boolean => specifier !== undefined && bare(specifier) === bare(module);
