/** What models say of places, as the graph keeps it. */
import type { Bind, Kind, Mark, Origin, Schema, When } from './dsl.ts';
import type { State } from './graph.ts';
import type { Step } from './path.ts';

export interface SourceInfo {
  readonly origin: Origin;
  /** Kinds that it carries. */
  readonly mask: number;
  readonly as: string | undefined;
  /** Members that are read by their names have it not. */
  readonly whole: boolean;
  readonly when: When | undefined;
}

/** A call that must have been made on the same receiver. */
export type After = Readonly<{ id: number; root: State; when: When | undefined }>;

export interface SinkInfo {
  readonly kind: Kind;
  /** Package and path, `pg:Client.query[0]`. */
  readonly path: string;
  readonly bind: Bind | undefined;
  readonly instead: string | undefined;
  readonly when: When | undefined;
  readonly after: After | undefined;
  /** Bits that a value must have to do harm here. */
  readonly needs?: number;
  /** Only of an object whose members its sender chooses. */
  readonly shaped?: boolean;
  /** Known by a name that may mean something else. */
  readonly guess?: boolean;
  /** Only what the value itself is, not what stands under its names. */
  readonly whole: boolean;
  /** It is run by the database, not by this program. */
  readonly inDatabase: boolean;
  /** The operator below which a value is compared as it is. */
  readonly equals: string | undefined;
}

/** A sanitizer (`when` holds: these kinds are gone) or a guard (they are gone where truthy, or falsy). */
export interface CleanInfo {
  readonly mask: number;
  readonly when: When | undefined;
  readonly ifFalse: boolean;
  /** In the whole file, whatever it is. */
  readonly file: boolean;
}

export interface FlowInfo {
  readonly from: readonly Step[];
  readonly to: readonly Step[];
  readonly is: boolean;
  /** Kinds that it brings back. */
  readonly again: number;
  /** It comes below something else: no absolute path any more. */
  readonly below: boolean;
  /** Bits that it hands on. */
  readonly keeps: number;
  readonly when: When | undefined;
  /** The other call of a pair on one receiver with an equal first argument (`*.emit[1..] -> *.on[1](..)`): its method. */
  readonly pair: string | undefined;
}

export interface MarkInfo {
  readonly mark: Mark;
  readonly when: When | undefined;
  readonly path: string;
}

export type SchemaRole = Exclude<keyof Schema, 'checks'>;

/** What a place means to a validator: data of this sort, a description of fields or items, or where it is applied. */
export type SchemaInfo =
  | { readonly role: SchemaRole; readonly when: When | undefined }
  /** A validator of a field, or of all by a schema: below this place of a request; `named`: the call's first argument says which member. */
  | { readonly role: 'field'; readonly root: State; readonly members: readonly string[]; readonly named: boolean; readonly schema: readonly Step[] | undefined }
  /** The findings of such validators: true where nothing was wrong. */
  | { readonly role: 'passed' }
  | {
      readonly role: 'check';
      readonly schema: readonly Step[];
      readonly input: readonly Step[];
      readonly output: readonly Step[] | true | undefined;
      readonly drops: When | undefined;
      readonly language: 'graphql' | undefined;
      /** Members of the result by which the input has passed, if it has; or the place behind the call. */
      readonly passed: string | undefined;
      readonly failed: string | undefined;
      readonly after: 'behind' | 'awaited' | undefined;
    };
