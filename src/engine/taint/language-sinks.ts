/** Sinks of the language itself: code that is run from text, HTML that JSX does not escape. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SinkInfo } from '../../model/graph.ts';
import type { Kind } from '../../model/dsl.ts';
import type { Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

const sinks = new Map<string, SinkInfo>();

function languageSink(kind: Kind, path: string): SinkInfo {
  const key = `${kind}:${path}`;
  let sink = sinks.get(key);
  if (!sink) sinks.set(key, (sink = { kind, path: `ecmascript:${path}`, bind: undefined, instead: undefined, when: undefined, after: undefined }));
  return sink;
}

/** `dangerouslySetInnerHTML={{ __html: x }}`: the one attribute of JSX that is not escaped. */
export const RAW_ATTRIBUTE = 'dangerouslySetInnerHTML';

export function htmlSink(walk: Walk, attribute: TSESTree.JSXAttribute, value: Fact, argument: TSESTree.Node): void {
  walk.hit({ sink: languageSink('html', RAW_ATTRIBUTE), value, argument, call: attribute, bound: true, weak: false, owner: walk.owner });
}

export function codeSink(walk: Walk, call: TSESTree.Node, value: Fact, argument: TSESTree.Node, path: string): void {
  walk.hit({ sink: languageSink('code', path), value, argument, call, bound: true, weak: false, owner: walk.owner });
}
