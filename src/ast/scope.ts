/**
 * Questions about variables. Works with the scopes of eslint-scope and of @typescript-eslint/scope-manager alike: only what both have is read,
 * and kinds are compared as strings.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

export type ScopeManager = TSESLint.Scope.ScopeManager;
export type Scope = TSESLint.Scope.Scope;
export type Variable = TSESLint.Scope.Variable;

export type Reference = TSESLint.Scope.Reference;

type Name = TSESTree.Identifier | TSESTree.JSXIdentifier;

const indexes = new WeakMap<object, ReadonlyMap<TSESTree.Node, Variable>>();
const unresolved = new WeakMap<Scope, ReadonlyMap<Variable, readonly Reference[]>>();

/** What is the file's own of its scopes: oxlint hands out one manager for all files, but for each its scopes. */
export const scopesKey = ({ scopes }: ScopeManager): object => scopes[0] ?? scopes;

/**
 * The variable that an identifier declares, reads or writes; undefined for a name that nothing in sight declares, and for what is no
 * variable (a property name, a label).
 */
export function variableOf(identifier: Name, scopeManager: ScopeManager): Variable | undefined {
  const key = scopesKey(scopeManager);
  let index = indexes.get(key);
  if (!index) indexes.set(key, (index = buildIndex(scopeManager)));
  return index.get(identifier);
}

/** Whether the name is the environment's: declared nowhere in the file. Ask it of identifiers that are known to be references. */
export function isGlobal(variable: Variable | undefined): boolean {
  return variable === undefined || (variable.scope.type === 'global' && variable.defs.length === 0);
}

/**
 * All references of the variable. In a script, those to a `var` or function of the top level are left unresolved by the scope analysis
 * (another script may define it again; ESLint resolves them in files that it lints), and belong to it all the same.
 */
export function referencesOf(variable: Variable): readonly Reference[] {
  const { scope } = variable;
  if (scope.type !== 'global') return variable.references;
  let byVariable = unresolved.get(scope);
  if (!byVariable) unresolved.set(scope, (byVariable = groupUnresolved(scope)));
  const more = byVariable.get(variable);
  return more ? [...variable.references, ...more] : variable.references;
}

/**
 * What the variable was declared with, if nothing else is ever assigned to it: the initialiser, or the function or class declaration.
 * Undefined for destructured variables, parameters, imports and loop variables, whose value no single node is.
 */
export function singleAssignment(variable: Variable): TSESTree.Expression | TSESTree.FunctionDeclaration | TSESTree.ClassDeclaration | undefined {
  const [definition, second] = valueDefinitions(variable);
  if (!definition || second || writes(variable).size !== 1) return undefined;
  const { name, node } = definition;
  // A parameter's definition has the function as its node, so the name is asked for.
  if (node.type === 'VariableDeclarator') return node.id === name ? (node.init ?? undefined) : undefined;
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') return node.id === name ? node : undefined;
  return undefined;
}

/** Whether the variable is given a value more than once; a parameter's argument, an import and an initialiser count as one. */
export const isReassigned = (variable: Variable): boolean => writes(variable).size > 1;

/** Where the variable is given a value, as the identifiers written. A default in a pattern is a second reference with the same identifier. */
function writes(variable: Variable): Set<TSESTree.Node> {
  const written = new Set<TSESTree.Node>();
  for (const reference of referencesOf(variable)) if (reference.isWrite()) written.add(reference.identifier);
  for (const definition of valueDefinitions(variable)) if (String(definition.type) !== 'Variable') written.add(definition.name);
  return written;
}

/** Definitions that give a value: no types, interfaces and overload signatures. */
function valueDefinitions(variable: Variable): TSESLint.Scope.Definition[] {
  return variable.defs.filter(({ type, node }) => String(type) !== 'Type' && node.type !== 'TSDeclareFunction');
}

/** One pass over all scopes, so that each question after it is a look-up. */
function buildIndex(scopeManager: ScopeManager): Map<TSESTree.Node, Variable> {
  const index = new Map<TSESTree.Node, Variable>();
  for (const scope of scopeManager.scopes) {
    for (const variable of scope.variables) {
      // A class name is declared twice, outside and inside its body. The outer one comes first and is the one that others see.
      for (const identifier of variable.identifiers) if (!index.has(identifier)) index.set(identifier, variable);
      for (const reference of referencesOf(variable)) index.set(reference.identifier, variable);
    }
  }
  return index;
}

function groupUnresolved(global: Scope): Map<Variable, Reference[]> {
  const groups = new Map<Variable, Reference[]>();
  for (const reference of global.through) {
    const variable = reference.resolved ? undefined : global.set.get(reference.identifier.name as string);
    if (!variable) continue;
    const group = groups.get(variable);
    if (group) group.push(reference);
    else groups.set(variable, [reference]);
  }
  return groups;
}
