/** The whole of rules that ask calls of libraries, and places of theirs: a mark of the models says which, the rule looks at what they are given. */
import type { JSONSchema, TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../ast/nodes.ts';
import type { Mark } from '../model/dsl.ts';
import type { ApiCall, Placed, Shown } from '../engine/index.ts';
import { analysisOf, ask, type AnyContext } from './analysis.ts';
import { createRule, type RuleDocs, type SecureRule } from './create-rule.ts';
import { report, type Report } from './report.ts';

export interface CallRule<Options extends object> {
  readonly name: string;
  /** Marks of the calls that it asks for. */
  readonly marks: readonly Mark[];
  /** Marks that say more beside those, under these options, in a file with this text. */
  readonly beside?: (options: Options, text: string) => readonly Mark[];
  readonly docs: RuleDocs<[Options]>;
  readonly messages: Readonly<Record<string, string>>;
  readonly fixable?: boolean;
  readonly hasSuggestions?: boolean;
  /** JSON schemas of the options; each with a description. */
  readonly options?: Record<string, JSONSchema.JSONSchema4>;
  readonly defaults: Options;
  /** The marks that matter under these options, in a file with this text; all where it is not said. */
  readonly wanted?: (options: Options, text: string) => readonly Mark[];
  /** What is wrong with a call; each finding is reported once at its node. */
  readonly check?: (call: ApiCall, options: Options, context: AnyContext) => readonly Report[];
  /** What is wrong with a value at a marked place: an argument, a member of one, an assigned member. */
  readonly place?: (placed: Placed, options: Options, context: AnyContext) => readonly Report[];
  /** What is wrong beside single calls and places. */
  readonly also?: (context: AnyContext, options: Options) => readonly Report[];
}

export function callRule<Options extends object>(rule: CallRule<Options>): SecureRule<string, [Options]> {
  return createRule<string, [Options]>({
    name: rule.name,
    meta: {
      type: 'problem',
      docs: rule.docs,
      messages: rule.messages,
      ...(rule.fixable ? { fixable: 'code' as const } : {}),
      hasSuggestions: rule.hasSuggestions ?? false,
      schema: rule.options ? [{ type: 'object', additionalProperties: false, properties: rule.options }] : [],
      ...(rule.options ? { defaultOptions: [rule.defaults] as [Options] } : {}),
    },
    create: (context) => {
      const options = { ...rule.defaults, ...context.options[0] };
      const marks = rule.wanted?.(options, context.sourceCode.text) ?? rule.marks;
      if (marks.length === 0) return {};
      ask(context, [], { marks, beside: rule.beside?.(options, context.sourceCode.text) ?? [] });
      return {
        'Program:exit'() {
          const reported = new Set<string>();
          const tell = (reports: readonly Report[]): void => {
            for (const one of reports) {
              const key = `${one.node.range.join()} ${one.message}`;
              if (!reported.has(key)) report(context, one);
              reported.add(key);
            }
          };
          const isAsked = (one: ApiCall | Placed): boolean => one.marks.some((mark) => marks.includes(mark));
          const { check, place } = rule;
          if (check) for (const call of analysisOf(context).calls()) if (isAsked(call)) tell(check(call, options, context));
          if (place) for (const placed of analysisOf(context).placed()) if (isAsked(placed)) tell(place(placed, options, context));
          if (rule.also) tell(rule.also(context, options));
        },
      };
    },
  });
}

/** Where the tests of a mark look for a member so named, from the call: `[2].secure` as 2 and its names; undefined where none of them does. */
export function testedAt(call: ApiCall, mark: Mark): { readonly index: number; readonly names: readonly string[] } | undefined {
  const paths = call.api.marks.filter((one) => one.mark === mark).flatMap(({ when }) => Object.keys(when ?? {}));
  // the last test is the one that the mark is named after
  const [, index, names] = /^\[(\d+)\]\.(.+)$/.exec(paths.at(-1) ?? '') ?? [];
  return index === undefined || names === undefined ? undefined : { index: Number(index), names: names.split('.') };
}

/** Where a call is reported: the name that is called, since a chain may begin lines above. */
export function calledNode({ node }: Pick<ApiCall, 'node'>): TSESTree.Node {
  const callee = unwrap(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  return callee.type === 'MemberExpression' ? callee.property : callee;
}

/** The member at the end of these names; `absent` where it is not there for sure, undefined where nobody knows. */
export function memberAt(value: Shown | undefined, ...names: readonly string[]): Shown | 'absent' | undefined {
  let at = value;
  for (const name of names) {
    const member: Shown | undefined = at?.members.get(name);
    if (!member) return at?.isWhole ? 'absent' : undefined;
    at = member;
  }
  return at && at.fact.constant !== undefined && at.fact.constant.value === undefined ? 'absent' : at;
}

/** The constant that a value is; undefined where it is none, or nobody knows. */
export const constantOf = (value: Shown | 'absent' | undefined): string | number | boolean | bigint | null | undefined => (value === undefined || value === 'absent' ? undefined : value.fact.constant?.value);
