/** What a value is, apart from whom it comes from: JavaScript types as bits, symbols of what only a caller knows, references. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Api } from '../../model/graph.ts';
import type { ClassInfo, FunctionInfo } from '../project/source.ts';
import type { Variable } from '../../ast/scope.ts';

/** Types that a value may have at run time, a bit each. */
export const Type = {
  string: 1,
  number: 2,
  boolean: 4,
  null: 8,
  undefined: 16,
  bigint: 32,
  date: 64,
  object: 128,
  array: 256,
  function: 512,
  regex: 1024,
  any: 2047,
} as const;

/** Types whose values carry no text. */
export const TEXTLESS = Type.number | Type.boolean | Type.null | Type.undefined | Type.bigint;

export type Primitive = string | number | boolean | null | undefined | bigint;

/** Where a symbol starts: known to the caller, not to the function itself. */
export type Root =
  | { readonly k: 'param'; readonly fn: FunctionInfo; readonly index: number; readonly rest: boolean }
  | { readonly k: 'this'; readonly fn: FunctionInfo }
  | { readonly k: 'capture'; readonly variable: Variable }
  /** Result of a call of a symbol, known when the symbol is. */
  | { readonly k: 'call'; readonly node: TSESTree.Node };

/** A value that a caller knows: `p1.body`, `this.id`, a captured variable. At most three members deep. */
export interface Sym {
  readonly k: 'sym';
  readonly id: number;
  readonly root: Root;
  readonly parent: Sym | undefined;
  readonly name: string;
  readonly depth: number;
}

export interface ApiRef {
  readonly k: 'api';
  readonly api: Api;
  /** Known by binding, registration or annotation; not by a name. */
  readonly bound: boolean;
  /** Known by a name alone: speaks only for SQL, and only where the text reads as SQL. */
  readonly weak: boolean;
  /** The call that made it, of apps: which of them it is, also at the end of a chain of calls. */
  readonly made?: TSESTree.Node | undefined;
}

export interface ObjRef {
  readonly k: 'obj';
  /** Its allocation site's number: base of its members' places. */
  readonly id: number;
  readonly cls: ClassInfo | undefined;
  readonly what: 'plain' | 'array' | 'collection' | 'instance';
}

export interface ClassRef {
  readonly k: 'class';
  readonly cls: ClassInfo;
}

/** A function that the engine itself knows: `resolve` of a promise. */
export interface NativeRef {
  readonly k: 'native';
  readonly name: string;
  /** The place that it writes. */
  readonly place: number;
}

export interface RegexRef {
  readonly k: 'regex';
  readonly source: string;
  readonly flags: string;
  /** Where it is written. */
  readonly node?: TSESTree.Node;
}
