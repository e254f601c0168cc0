/** What the analysis found, as values: rules turn them into reports. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Kind, Mark } from '../model/dsl.ts';
import type { Api, SinkInfo } from '../model/graph.ts';
import type { NamedOrigin, Text } from './fact/fact.ts';
import type { Fact } from './fact/fact.ts';
import type { Steps } from './fact/witness.ts';
import type { CallNode, FunctionInfo } from './project/source.ts';

export type { Comparison } from './summary/summary.ts';

/** A named origin that meets a sink. */
export interface Finding {
  readonly kind: Kind;
  readonly sink: SinkInfo;
  readonly origin: NamedOrigin;
  readonly steps: Steps | undefined;
  /** No unknown step on the way. */
  readonly sure: boolean;
  /** The hole of the sink's text, or its argument. */
  readonly node: TSESTree.Node;
  readonly argument: TSESTree.Node;
  readonly call: TSESTree.Node;
  /** The sink is known by binding, registration or annotation. */
  readonly bound: boolean;
  /** How many further inputs reach the same argument. */
  readonly more: number;
}

/** Text that meets a sink of SQL or of a shell, wherever its holes come from. */
export interface TextUse {
  readonly kind: Kind;
  readonly sink: SinkInfo;
  readonly text: Text;
  readonly value: Fact;
  readonly argument: TSESTree.Node;
  readonly call: TSESTree.Node;
  readonly bound: boolean;
  readonly owner: FunctionInfo;
}

/** A check of a text that a list passes, too, and the sink that is reached behind it. */
export interface Confusion {
  /** The check, what it is asked of, and the method. */
  readonly node: TSESTree.Node;
  readonly receiver: TSESTree.Node;
  readonly name: string;
  readonly origin: NamedOrigin;
  /** What the value reaches, and where. */
  readonly kind: Kind;
  readonly sink: TSESTree.Node;
  readonly steps: Steps | undefined;
  readonly sure: boolean;
}

/** A value as it was at a call, with its members. */
export interface Shown {
  readonly fact: Fact;
  readonly members: ReadonlyMap<string, Shown>;
  /** All of it is in sight: what is not among the members is not there. */
  readonly isWhole: boolean;
}

/** A value that goes to a place which models mark: an argument, a member of one, an assigned member. */
export interface Placed {
  /** The marks whose tests hold. */
  readonly marks: readonly Mark[];
  readonly value: Shown;
  /** All arguments of the call. */
  readonly args: readonly Shown[];
  /** The number that stands for what its call gives. */
  readonly result: number;
  /** The name of the member that it is; empty: an argument. */
  readonly name: string;
  /** As it is written there. */
  readonly node: TSESTree.Node;
  /** The call, or the member that is assigned to. */
  readonly call: TSESTree.Node;
  /** The call of a helper that put it there; undefined: its own function. */
  readonly by: TSESTree.Node | undefined;
  readonly owner: FunctionInfo;
  /** Under a test of the environment that production does not pass. */
  readonly isDevelopment: boolean;
}

/** A call of something that a model knows. */
export interface ApiCall {
  readonly node: CallNode;
  readonly api: Api;
  readonly bound: boolean;
  readonly args: readonly Fact[];
  readonly receiver: Fact | undefined;
  readonly owner: FunctionInfo;
  /** The identity of its result. */
  readonly made: number;
  /** The marks whose tests hold. */
  readonly marks: readonly Mark[];
  /** The arguments as they were, if there are marks. */
  readonly shown: readonly Shown[];
}
