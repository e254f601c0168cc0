/** Gets a name of a module into scope: by a binding that the file has, by extending one of its imports, or by a new one in its style. */
import { isBuiltin } from 'node:module';
import type { TSESTree } from '@typescript-eslint/utils';
import { headerEnd, indentOf, insertAt, newlineOf, quoteOf, removeItem, removeStatement, replaceRange, semicolonOf, sortEdits } from './edit.ts';
import type { SourceCode, TextEdit } from './edit.ts';
import { specifierName, staticName, stringValue, unwrap } from './nodes.ts';
import { isReassigned, referencesOf } from './scope.ts';
import type { Scope, Variable } from './scope.ts';

export interface ImportRequest {
  /** With or without `node:`. */
  readonly module: string;
  /** Exported name; 'default' for the default export, which in CommonJS is the module itself. */
  readonly name: string;
  /** Where the name will be used, so that a binding which is shadowed there is not taken. */
  readonly at: TSESTree.Node;
  /** A reference that the caller replaces by the new name. If it was the last, its import is renamed or removed. */
  readonly replaces?: TSESTree.Identifier | undefined;
}

export interface ImportEdits {
  readonly edits: readonly TextEdit[];
  /** What to write: `execFile`, `cp.execFile`. */
  readonly local: string;
}

/** A variable that holds an export of the module, or (`exported` is undefined) the module itself. */
interface Binding {
  readonly variable: Variable;
  readonly exported: string | undefined;
  /** Specifier or property; undefined where the variable stands alone (`const exec = require('m').exec`). */
  readonly item: TSESTree.ImportClause | TSESTree.Property | undefined;
  readonly declaration: TSESTree.ImportDeclaration | TSESTree.VariableDeclaration | TSESTree.TSImportEqualsDeclaration;
}

/** How the file can already write the export; undefined where it does not import it. */
export function findImport(source: SourceCode, { module, name, at }: ImportRequest): string | undefined {
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

/** Makes a named export available at a place. */
export function importEdits(source: SourceCode, request: ImportRequest): ImportEdits {
  const { module, name, at, replaces } = request;
  const bindings = visibleBindings(source, module, at);
  const replaced = bindings.find((binding) => isOnlyUse(binding, replaces));
  const named = bindings.find(({ exported }) => exported === name);
  if (named) return { edits: replaced ? removal(source, replaced) : [], local: named.variable.name };
  if (replaced) {
    const renamed = rename(source, replaced, request);
    if (renamed) return renamed;
  }
  const found = findImport(source, request);
  if (found !== undefined) return { edits: [], local: found };
  const local = freeName(source, name, module);
  for (const { item, declaration } of bindings) {
    const edit = extend(source, item, declaration, name, local);
    if (edit) return { edits: [edit], local };
  }
  return { edits: [newImport(source, module, name, local)], local };
}

/** A name that nothing in the file uses: the export's own, else with the module's before it. */
export function freeName(source: SourceCode, name: string, module?: string): string {
  const taken = new Set<string>();
  for (const scope of source.scopeManager?.scopes ?? []) {
    for (const variable of scope.variables) if (variable.defs.length > 0 || variable.references.length > 0) taken.add(variable.name);
    for (const { identifier } of scope.through) taken.add(identifier.name as string);
  }
  if (!taken.has(name)) return name;
  const words = `${module ?? ''}-${name}`.replace(/^node:/, '').split(/[^A-Za-z0-9$]+/);
  const base = words.filter(Boolean).map((word, n) => (n === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const stem = module === undefined ? name : base.replace(/^(?=\d)/, '_');
  let free = stem;
  for (let n = 2; taken.has(free); n++) free = `${stem}${n}`;
  return free;
}

/** Bindings of the module that a use at the node would reach. */
function visibleBindings(source: SourceCode, module: string, at: TSESTree.Node): Binding[] {
  const seen = new Set<string>();
  const bindings: Binding[] = [];
  for (let scope: Scope | null | undefined = source.getScope?.(at); scope; scope = scope.upper) {
    for (const variable of scope.variables) {
      if (seen.has(variable.name)) continue;
      const binding = bindingOf(variable, module);
      if (!binding || isReassigned(variable)) continue;
      // What is required further down may not be there yet; imports are hoisted.
      if (binding.declaration.type !== 'VariableDeclaration' || binding.declaration.range[1] <= at.range[0]) bindings.push(binding);
    }
    for (const variable of scope.variables) seen.add(variable.name);
  }
  return bindings;
}

function bindingOf(variable: Variable, module: string): Binding | undefined {
  const definition = variable.defs[0];
  if (!definition || variable.defs.length > 1) return undefined;
  const { node, name } = definition;
  if (node.type === 'ImportSpecifier' || node.type === 'ImportDefaultSpecifier' || node.type === 'ImportNamespaceSpecifier') {
    const declaration = node.parent as TSESTree.ImportDeclaration;
    if (declaration.importKind === 'type' || !isSameModule(declaration.source.value, module)) return undefined;
    if (node.type === 'ImportSpecifier' && node.importKind === 'type') return undefined;
    return { variable, exported: importedName(node, module), item: node, declaration };
  }
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    const required = moduleReference.type === 'TSExternalModuleReference' ? stringValue(moduleReference.expression) : undefined;
    return isSameModule(required, module) ? { variable, exported: undefined, item: undefined, declaration: node } : undefined;
  }
  if (node.type !== 'VariableDeclarator' || !node.init) return undefined;
  const declaration = node.parent;
  const init = unwrap(node.init);
  const whole = init.type === 'MemberExpression' ? unwrap(init.object) : init;
  if (!isSameModule(requiredModule(whole), module)) return undefined;
  const member = init.type === 'MemberExpression' ? staticName(init) : undefined;
  if (node.id.type === 'Identifier') {
    if (init.type === 'MemberExpression' && member === undefined) return undefined;
    return { variable, exported: member, item: undefined, declaration };
  }
  if (node.id.type !== 'ObjectPattern' || init.type === 'MemberExpression') return undefined;
  const item = node.id.properties.find((property) => property.type === 'Property' && property.value === name) as TSESTree.Property | undefined;
  const exported = item && staticName(item);
  return exported === undefined ? undefined : { variable, exported, item, declaration };
}

/** A builtin's default export is the module itself. */
function importedName(node: TSESTree.ImportClause, module: string): string | undefined {
  if (node.type === 'ImportSpecifier') return specifierName(node.imported);
  return node.type === 'ImportDefaultSpecifier' && !isBuiltin(module) ? 'default' : undefined;
}

/** `require('m')`, `await import('m')`. */
function requiredModule(node: TSESTree.Node): string | undefined {
  if (node.type === 'AwaitExpression') {
    const imported = unwrap(node.argument);
    return imported.type === 'ImportExpression' ? stringValue(imported.source) : undefined;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined;
  return stringValue(node.arguments[0]);
}

const bare = (module: string): string => module.replace(/^node:/, '');
const isSameModule = (specifier: string | undefined, module: string): boolean => specifier !== undefined && bare(specifier) === bare(module);

/** Whether the reference is all that uses the binding. A declarator's own write does not count. */
function isOnlyUse(binding: Binding, replaces: TSESTree.Identifier | undefined): boolean {
  if (!replaces) return false;
  const reads = referencesOf(binding.variable).filter((reference) => !reference.isWrite());
  const exported = binding.declaration.parent.type === 'ExportNamedDeclaration';
  return !exported && reads.length === 1 && reads[0]?.identifier === replaces;
}

/** `{ exec }` becomes `{ execFile }`, `{ exec as run }` becomes `{ execFile as run }`, `require('m').exec` becomes `require('m').execFile`. */
function rename(source: SourceCode, binding: Binding, { name, module }: ImportRequest): ImportEdits | undefined {
  const { item, variable, declaration } = binding;
  if (item?.type === 'ImportSpecifier' || item?.type === 'Property') {
    const [key, value] = item.type === 'Property' ? [item.key, item.value] : [item.imported, item.local];
    const aliased = key.range[0] !== value.range[0];
    if (aliased) return item.type === 'Property' && item.computed ? undefined : { edits: [replaceRange(key.range, name)], local: variable.name };
    const local = freeName(source, name, module);
    const separator = item.type === 'Property' ? ':' : ' as';
    return { edits: [replaceRange(item.range, local === name ? name : `${name}${separator} ${local}`)], local };
  }
  if (item || declaration.type !== 'VariableDeclaration' || binding.exported === undefined) return undefined;
  const definition = variable.defs[0]?.node;
  const init = definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : undefined;
  if (init?.type !== 'MemberExpression' || init.computed || definition?.type !== 'VariableDeclarator') return undefined;
  const local = variable.name === binding.exported ? freeName(source, name, module) : variable.name;
  const edits = [replaceRange(init.property.range, name)];
  if (local !== variable.name) edits.push(replaceRange([definition.id.range[0], definition.id.range[0] + variable.name.length], local));
  return { edits: sortEdits(edits), local };
}

/** Takes the binding out of its import; the whole statement where nothing else is in it. Nothing where that would change another binding. */
function removal(source: SourceCode, { item, declaration }: Binding): TextEdit[] {
  if (declaration.type === 'ImportDeclaration' && item?.type === 'ImportSpecifier') {
    const siblings = declaration.specifiers.filter((specifier) => specifier.type === 'ImportSpecifier');
    if (declaration.specifiers.length === 1) return [removeStatement(source, declaration)];
    const edit = removeItem(source, siblings.map(({ range }) => range), siblings.indexOf(item));
    return edit ? [edit] : [];
  }
  if (declaration.type !== 'VariableDeclaration') return [];
  if (item?.type === 'Property' && item.parent.type === 'ObjectPattern' && item.parent.properties.length > 1) {
    const { properties } = item.parent;
    // `...rest` has all that is not named, so it would gain what is taken out.
    if (properties.some(({ type }) => type === 'RestElement')) return [];
    const edit = removeItem(source, properties.map(({ range }) => range), properties.indexOf(item));
    return edit ? [edit] : [];
  }
  return declaration.declarations.length === 1 ? [removeStatement(source, declaration)] : [];
}

/** Adds a name to an import or a destructured `require` of the module. */
function extend(source: SourceCode, item: Binding['item'], declaration: Binding['declaration'], name: string, local: string): TextEdit | undefined {
  if (item?.type === 'ImportSpecifier' || item?.type === 'ImportDefaultSpecifier') {
    const { specifiers } = declaration as TSESTree.ImportDeclaration;
    const written = local === name ? name : `${name} as ${local}`;
    const last = specifiers.at(-1);
    if (last?.type === 'ImportSpecifier') return insertAt(last.range[1], `,${gapBefore(source, last)}${written}`);
    return last?.type === 'ImportDefaultSpecifier' && source.getTokenAfter(last)?.value === 'from' ? insertAt(last.range[1], `, { ${written} }`) : undefined;
  }
  if (item?.type !== 'Property' || item.parent.type !== 'ObjectPattern') return undefined;
  const last = item.parent.properties.filter(({ type }) => type === 'Property').at(-1);
  return last && insertAt(last.range[1], `,${gapBefore(source, last)}${local === name ? name : `${name}: ${local}`}`);
}

/** A new line as the last item has, or a blank. */
function gapBefore(source: SourceCode, item: TSESTree.Node): string {
  const previous = source.getTokenBefore(item);
  return previous && previous.loc.end.line < item.loc.start.line ? newlineOf(source) + indentOf(source, item) : ' ';
}

function newImport(source: SourceCode, module: string, name: string, local: string): TextEdit {
  const specifier = specifierText(source, module);
  const semicolon = semicolonOf(source);
  const quote = quoteOf(source);
  const from = `${quote}${specifier}${quote}`;
  const statement = isEsm(source.ast)
    ? `import { ${local === name ? name : `${name} as ${local}`} } from ${from}${semicolon}`
    : `const { ${local === name ? name : `${name}: ${local}`} } = require(${from})${semicolon}`;
  return place(source, statement);
}

/** As the file already writes it (in a type import); else with `node:` unless the file imports builtins without. */
function specifierText(source: SourceCode, module: string): string {
  const specifiers = source.ast.body.flatMap(specifiersOf);
  const same = specifiers.find((specifier) => isSameModule(specifier, module));
  if (same !== undefined || !isBuiltin(module)) return same ?? module;
  const builtins = specifiers.filter((specifier) => isBuiltin(specifier));
  const prefixed = builtins.length === 0 || builtins.some((specifier) => specifier.startsWith('node:'));
  return prefixed ? `node:${bare(module)}` : bare(module);
}

function specifiersOf(statement: TSESTree.ProgramStatement): string[] {
  if (statement.type === 'ImportDeclaration') return [statement.source.value];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ init }) => {
    const inner = init ? unwrap(init) : undefined;
    return (inner && requiredModule(inner.type === 'MemberExpression' ? unwrap(inner.object) : inner)) ?? [];
  });
}

/** A file with neither imports nor exports may be linted as a module and be none: its `require`s tell. */
function isEsm(program: TSESTree.Program): boolean {
  if (program.body.some(({ type }) => /^(?:Import|Export)/.test(type))) return true;
  return program.sourceType === 'module' && !program.body.some((statement) => specifiersOf(statement).length > 0);
}

/** Puts a statement after the imports at the top; without any, before the first statement, beneath what heads the file. */
function place(source: SourceCode, statement: string): TextEdit {
  const newline = newlineOf(source);
  const { body } = source.ast;
  const lead = body.findIndex((node) => !isDirective(node) && specifiersOf(node).length === 0 && node.type !== 'TSImportEqualsDeclaration');
  const last = body[(lead < 0 ? body.length : lead) - 1];
  if (last) {
    // A comment on the line of the last import belongs to it.
    const rest = /^[ \t]*(?:\/\/.*|\/\*.*?\*\/[ \t]*(?=\r?\n|$))?/.exec(source.text.slice(last.range[1]))?.[0] ?? '';
    const end = last.range[1] + (/^[ \t]*$/.test(rest) ? 0 : rest.length);
    const alone = /^[ \t]*(?:\r?\n|$)/.test(source.text.slice(end));
    return insertAt(end, newline + statement + (alone ? '' : newline));
  }
  const start = headerEnd(source);
  const atStart = start === 0 || source.text[start - 1] === '\n';
  return insertAt(start, (atStart ? '' : newline) + statement + newline);
}

const isDirective = (node: TSESTree.Node): boolean => node.type === 'ExpressionStatement' && typeof node.directive === 'string';
