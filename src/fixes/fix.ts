/**
 * What a repair is: edits of the source text, and whether `--fix` may make them unasked.
 *
 * A *fix* keeps behaviour for honest input and stops the attack. A *suggestion* may change something for honest input or
 * needs a choice. Where no local rewrite is sound there is a refusal with its reason, and no decorative edit.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bind } from '../model/dsl.ts';

/** Replaces the source text from `range[0]` to `range[1]` (offsets in UTF-16 units; equal for an insertion). */
export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

export interface Repair {
  /** `fix`: applied by `--fix`. `migrate`: a suggestion that `fixes: 'migrate'` promotes. `suggestion`: one click. */
  readonly level: 'fix' | 'migrate' | 'suggestion';
  /** Id of the suggestion's message in the rule's `messages`. */
  readonly message: string;
  readonly data?: Readonly<Record<string, string>>;
  /** Sorted by position, not overlapping. */
  readonly edits: readonly Edit[];
}

/** Why nothing is offered, as a message may say it: 'the hole is an identifier'. */
export interface Refusal {
  readonly reason: string;
}

export const isRefusal = (answer: readonly Repair[] | Refusal): answer is Refusal => 'reason' in answer;

/** What a fix builder needs to know of a sink that was hit. */
export interface SinkUse {
  /** The call (or construction, or tagged template) that is the sink. */
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;
  /** The expression at the sink's argument as written at that call (`sql` in `db.query(sql, cb)`). */
  readonly argument: TSESTree.Node;
  /** Package and path of the model's sink: `pg:Client.query[0]`; undefined where the driver is out of sight. */
  readonly path: string | undefined;
  readonly bind: Bind | undefined;
  /** Name of the call to use instead, from the model (`execFile` for `exec`). */
  readonly instead: string | undefined;
  /** The sink is known by binding or annotation, not by a hint; a fix (not a suggestion) needs it. */
  readonly bound: boolean;
}

/** What the engine knows of the value of a hole: the JavaScript types it may have at run time; all where unknown. */
export type HoleType = 'string' | 'number' | 'boolean' | 'null' | 'undefined' | 'bigint' | 'date' | 'object';
export type TypesOf = (hole: TSESTree.Node) => ReadonlySet<HoleType>;
