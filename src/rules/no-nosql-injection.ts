/**
 * Untrusted objects in queries of MongoDB and its like: where a text was meant, `{"$ne": null}` is an operator. And text of input that
 * the database runs: code, patterns.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { replaceRange } from '../ast/edit.ts';
import { staticName, unwrap } from '../ast/nodes.ts';
import type { Finding } from '../engine/index.ts';
import type { Repair } from '../fixes/fix.ts';
import type { AnyContext } from '../rule/analysis.ts';
import { inputOf } from '../rule/input.ts';
import { taintRule } from '../rule/taint-rule.ts';

/** Members that hold a filter, not what one field is compared with. */
const FILTERS = new Set(['where', 'filter', 'query', '$match']);

export const rule = taintRule({
  name: 'no-nosql-injection',
  kinds: ['nosql', 'code', 'regex'],
  docs: {
    description: 'disallow untrusted input that may be operators in NoSQL queries, or code and patterns that the database runs',
    recommended: 'recommended',
    cwe: ['CWE-943'],
    owasp: ['A03:2021', 'A05:2025'],
    severity: 8.8,
  },
  messages: {
    flow: '`{{source}}` may be an object and becomes part of a NoSQL query{{way}}{{more}}, so its sender puts operators there, as `{"$ne": null}`, and matches what they should not: compare it by an operator of yours, or make it a string first.',
    code: '`{{source}}` becomes part of code that the database runs{{way}}{{more}}, and its sender reads any record or keeps the database busy: ask by operators instead of code, or hand the value over as an argument of the code.',
    pattern: '`{{source}}` becomes a pattern that the database matches{{way}}{{more}}, and its sender matches what they should not, or keeps the database busy: escape it.',
    equals: 'Compare it as it is, by {{operator}}.',
    string: 'Make it a string by String().',
  },
  skip: ({ kind, sink }) => kind !== 'nosql' && !sink.inDatabase,
  messageOf: ({ kind }) => (kind === 'nosql' ? 'flow' : kind === 'code' ? 'code' : 'pattern'),
  repair: (finding, context) => {
    if (finding.kind !== 'nosql') return { reason: 'what the text should be is not known' };
    const input = inputOf(finding, context);
    const value = input && outermost(input);
    if (!value) return { reason: 'the value is made elsewhere' };
    // a whole filter or update is no text
    if (!isOfField(value)) return { reason: 'the value is a whole query' };
    return repairs(value, finding, context);
  },
});

function repairs(value: TSESTree.Node, { sink }: Finding, { sourceCode }: AnyContext): readonly Repair[] {
  const text = sourceCode.getText(value);
  const property = value.parent as TSESTree.Property;
  const put = (call: string): Repair['edits'] => [replaceRange(property.shorthand ? property.range : value.range, property.shorthand ? `${text}: ${call}` : call)];
  const string: Repair = { level: 'suggestion', message: 'string', edits: put(`String(${text})`) };
  const operator = sink.equals;
  return operator === undefined || !isFieldOfFilter(property) ? [string] : [{ level: 'suggestion', message: 'equals', data: { operator }, edits: put(`{ ${operator}: ${text} }`) }, string];
}

/** With the casts and the like around it. */
function outermost<T extends TSESTree.Node>(node: T): TSESTree.Node {
  let outer: TSESTree.Node = node;
  while (outer.parent && unwrap(outer.parent) === unwrap(node)) outer = outer.parent;
  return outer;
}

/** What a field, or an operator, is given in an object literal. */
const isOfField = (value: TSESTree.Node): boolean => value.parent?.type === 'Property' && value.parent.value === value && !FILTERS.has(staticName(value.parent) ?? '');

/** The field stands in a filter itself: below another field it would be a part of what that one is compared with. */
function isFieldOfFilter(property: TSESTree.Property): boolean {
  if (staticName(property)?.startsWith('$') !== false) return false;
  const { parent } = outermost(property.parent);
  return parent?.type !== 'Property' || FILTERS.has(staticName(parent) ?? '');
}
