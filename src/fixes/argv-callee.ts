/** Puts another function of the module in a callee's place: `exec` becomes `execFile`, by whatever name the file calls it. */
import type { TSESTree } from '@typescript-eslint/utils';
import { indentOf, insertAt, newlineOf, removeStatement, replaceRange, semicolonOf, statementOf, stringText } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { exportedName, findImport, isModuleObject } from '../ast/bindings.ts';
import { freeName, importEdits } from '../ast/imports.ts';
import { staticName, unwrap } from '../ast/nodes.ts';
import { referencesOf, singleAssignment, variableOf } from '../ast/scope.ts';
import type { Variable } from '../ast/scope.ts';
import type { Edit, Refusal } from './fix.ts';

export interface CalleeChange {
  readonly edits: readonly Edit[];
  /** The call gives a promise and takes no callback. */
  readonly promised: boolean;
}

const OUT_OF_SIGHT: Refusal = { reason: 'the function that is called is out of sight' };

/** Edits that make the call one of `target`, an export of the same module. */
export function changeCallee(source: SourceCode, call: TSESTree.CallExpression, module: string, target: string): CalleeChange | Refusal {
  const callee = unwrap(call.callee);
  const direct = changeFunction(source, callee, module, target);
  if (direct) return { edits: direct, promised: false };
  if (callee.type === 'CallExpression') {
    const inner = promisified(callee);
    const edits = inner && changeFunction(source, inner, module, target);
    return edits ? { edits, promised: true } : OUT_OF_SIGHT;
  }
  const variable = callee.type === 'Identifier' && source.scopeManager ? variableOf(callee, source.scopeManager) : undefined;
  const edits = variable && callee.type === 'Identifier' ? changePromisified(source, callee, variable, module, target) : undefined;
  return edits ? { edits, promised: true } : OUT_OF_SIGHT;
}

/** A function of the module, by its own name: `exec`, `cp.exec`, `require('child_process').exec`. */
function changeFunction(source: SourceCode, node: TSESTree.Node, module: string, target: string): Edit[] | undefined {
  const callee = unwrap(node);
  if (callee.type === 'MemberExpression') {
    if (!isModuleObject(source, callee.object, module)) return undefined;
    return [replaceRange(callee.property.range, callee.computed ? stringText(source, target) : target)];
  }
  if (callee.type !== 'Identifier' || exportedName(source, callee, module) === undefined) return undefined;
  const { edits, local } = importEdits(source, { module, name: target, at: callee, replaces: callee });
  return local === callee.name ? [...edits] : [...edits, replaceRange(callee.range, local)];
}

/**
 * `const execAsync = promisify(exec)`. Used here only, its declaration is changed; else a second one is put below it, or used if a call
 * before this one has already brought it in.
 */
function changePromisified(source: SourceCode, callee: TSESTree.Identifier, variable: Variable, module: string, target: string): Edit[] | undefined {
  const init = singleAssignment(variable);
  const declarator = variable.defs[0]?.node;
  if (init?.type !== 'CallExpression' || declarator?.type !== 'VariableDeclarator' || declarator.parent.kind !== 'const') return undefined;
  const inner = promisified(init);
  if (!inner || declarator.id.type !== 'Identifier' || declarator.id.typeAnnotation) return undefined;
  const reads = referencesOf(variable).filter((reference) => !reference.isWrite());
  const exported = declarator.parent.parent.type === 'ExportNamedDeclaration';
  const last = reads.length === 1 && !exported;
  const sibling = promisifiedSibling(source, variable, module, target);
  const edits = last || !sibling ? changeFunction(source, inner, module, target) : [];
  if (!edits) return undefined;
  const name = nameFor(source, variable.name);
  if (sibling) {
    if (!last) return [replaceRange(callee.range, sibling)];
    // The declaration goes, and with it the reference to `exec`; so of the edits only those of imports are left.
    const { parent: declaration } = declarator;
    if (declaration.declarations.length > 1) return [replaceRange(callee.range, sibling)];
    const outside = edits.filter(({ range }) => range[1] <= declaration.range[0] || range[0] >= declaration.range[1]);
    return [...outside, removeStatement(source, declaration), replaceRange(callee.range, sibling)];
  }
  if (last) {
    if (name === variable.name) return edits;
    return [...edits, replaceRange(declarator.id.range, name), replaceRange(callee.range, name)];
  }
  return secondPromisified(source, callee, declarator, { init, inner, name: name === variable.name ? freeName(source, `${name}File`) : name, module, target });
}

interface Second {
  readonly init: TSESTree.CallExpression;
  readonly inner: TSESTree.Node;
  readonly name: string;
  readonly module: string;
  readonly target: string;
}

/** `const execFileAsync = promisify(execFile);` below the declaration of `execAsync`, whose other uses stay. */
function secondPromisified(source: SourceCode, callee: TSESTree.Identifier, declarator: TSESTree.VariableDeclarator, second: Second): Edit[] | undefined {
  const { init, inner, name, module, target } = second;
  const imported =
    inner.type === 'MemberExpression'
      ? { edits: [], local: `${source.getText(inner.object)}.${target}` }
      : importEdits(source, { module, name: target, at: inner });
  const statement = statementOf(declarator);
  if (source.getTokenAfter(statement)?.loc.start.line === statement.loc.end.line) return undefined;
  const text = `const ${name} = ${source.getText(init.callee)}(${imported.local})${semicolonOf(source)}`;
  const below = insertAt(statement.range[1], newlineOf(source) + indentOf(source, statement) + text);
  return [...imported.edits, below, replaceRange(callee.range, name)];
}

/** The argument of `promisify(f)`, `util.promisify(f)`. The engine has found the sink behind it, so the name is enough. */
function promisified(node: TSESTree.CallExpression): TSESTree.Node | undefined {
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? staticName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  const [argument, second] = node.arguments;
  return name === 'promisify' && argument && !second ? unwrap(argument) : undefined;
}

/** A variable declared beside this one as the promisified target. */
function promisifiedSibling(source: SourceCode, variable: Variable, module: string, target: string): string | undefined {
  return variable.scope.variables.find((other) => {
    const init = singleAssignment(other);
    const inner = init?.type === 'CallExpression' ? promisified(init) : undefined;
    if (inner?.type === 'MemberExpression') return staticName(inner) === target && isModuleObject(source, inner.object, module);
    return inner?.type === 'Identifier' && inner.name === findImport(source, { module, name: target, at: inner });
  })?.name;
}

/** `execAsync` becomes `execFileAsync`, `exec` becomes `execFile`; other names stay. */
function nameFor(source: SourceCode, name: string): string {
  const renamed = name.replace(/exec(?!ute|utor|File)/i, (exec) => `${exec}File`);
  return renamed === name ? name : freeName(source, renamed);
}
