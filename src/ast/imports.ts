/** Gets a name of a module into scope: by a binding that the file has, by extending one of its imports, or by a new one in its style. */
import { isBuiltin } from 'node:module';
import type { TSESTree } from '@typescript-eslint/utils';
import { headerEnd, indentOf, insertAt, newlineOf, quoteOf, removeItem, removeStatement, replaceRange, semicolonOf, sortEdits } from './edit.ts';
import type { SourceCode, TextEdit } from './edit.ts';
import { bare, findImport, isSameModule, requiredModule, visibleBindings, type Binding, type ExportUse } from './bindings.ts';
import { unwrap } from './nodes.ts';
import { referencesOf } from './scope.ts';

export interface ImportRequest extends ExportUse {
  /** A reference that the caller replaces by the new name. If it was the last, its import is renamed or removed. */
  readonly replaces?: TSESTree.Identifier | undefined;
}

export interface ImportEdits {
  readonly edits: readonly TextEdit[];
  /** What to write: `execFile`, `cp.execFile`. */
  readonly local: string;
}

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
  // a default export has no name: the package's will do
  const local = name === 'default' ? freeName(source, module) : freeName(source, name, module);
  for (const { item, declaration } of bindings) {
    const edit = name === 'default' ? undefined : extend(source, item, declaration, name, local);
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
  if (name === 'default') return place(source, isEsm(source.ast) ? `import ${local} from ${from}${semicolon}` : `const ${local} = require(${from})${semicolon}`);
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
