/** Puts a value through a function that makes it safe, one that the file has at hand: no dependency is added for it. */
import { isBuiltin } from 'node:module';
import type { TSESTree } from '@typescript-eslint/utils';
import { replaceRange, sortEdits } from '../ast/edit.ts';
import type { SourceCode } from '../ast/edit.ts';
import { findImport, importsModule } from '../ast/bindings.ts';
import { importEdits } from '../ast/imports.ts';
import type { ImportEdits } from '../ast/imports.ts';
import type { Scope } from '../ast/scope.ts';
import { isGlobal } from '../ast/scope.ts';
import type { Refusal, Repair } from './fix.ts';

/** A function of a package or a builtin (`name` 'default' for its default export), or of the language: `JSON.stringify`. */
export type Sanitizer = { readonly module: string; readonly name: string } | { readonly global: string };

export interface Wrapping {
  /** The value as written, without quotes or `${}` around it. */
  readonly value: TSESTree.Expression;
  /** In order of preference; the first that is at hand is used, one that is imported before one that only its package is. */
  readonly sanitizers: readonly Sanitizer[];
  /** Id of the suggestion's message; its data has `call`. */
  readonly message: string;
  /** Further arguments as text: `{ allowedTags: [] }`. */
  readonly args?: readonly string[];
  /** A suggestion unless said otherwise: what is escaped twice is garbled. */
  readonly level?: Repair['level'];
}

export function wrapValue({ value, sanitizers, message, args = [], level = 'suggestion' }: Wrapping, source: SourceCode): readonly Repair[] | Refusal {
  const found = atHand(value, sanitizers, source);
  if (!found) return { reason: 'no function that makes the value safe is imported' };
  if (isCallOf(source, value, found.local)) return { reason: `the value is already put through '${found.local}'` };
  // Only a comma would be read as two arguments.
  const text = value.type === 'SequenceExpression' ? `(${source.getText(value)})` : source.getText(value);
  const call = replaceRange(value.range, `${found.local}(${[text, ...args].join(', ')})`);
  return [{ level, message, data: { call: found.local }, edits: sortEdits([...found.edits, call]) }];
}

function atHand(value: TSESTree.Expression, sanitizers: readonly Sanitizer[], source: SourceCode): ImportEdits | undefined {
  for (const sanitizer of sanitizers) {
    const local = 'global' in sanitizer ? globalName(source, sanitizer.global, value) : (findImport(source, { ...sanitizer, at: value }) ?? ofDefault(source, sanitizer, value));
    if (local !== undefined) return { edits: [], local };
  }
  for (const sanitizer of sanitizers) {
    if ('global' in sanitizer || sanitizer.name === 'default') continue;
    const { module, name } = sanitizer;
    // Another name of a package that the file has, or a part of Node: nothing to install.
    if (isBuiltin(module) || importsModule(source, module, value)) return importEdits(source, { module, name, at: value });
  }
  return undefined;
}

/** `_.escape` of `import _ from 'lodash'`: the default of a CommonJS package is all that it exports. */
function ofDefault(source: SourceCode, { module, name }: { readonly module: string; readonly name: string }, at: TSESTree.Node): string | undefined {
  const whole = name === 'default' ? undefined : findImport(source, { module, name: 'default', at });
  return whole === undefined || whole.includes('.') ? undefined : `${whole}.${name}`;
}

/** The name, if nothing in the file stands before the global. */
function globalName(source: SourceCode, name: string, at: TSESTree.Node): string | undefined {
  const [root = name] = name.split('.');
  for (let scope: Scope | null | undefined = source.getScope?.(at); scope; scope = scope.upper) {
    const variable = scope.set.get(root);
    if (variable) return isGlobal(variable) ? name : undefined;
  }
  return name;
}

const isCallOf = (source: SourceCode, value: TSESTree.Expression, local: string): boolean =>
  value.type === 'CallExpression' && source.getText(value.callee) === local;
