/** Sinks of the language itself: code that is run from text, HTML that JSX does not escape, patterns. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SinkInfo } from '../../model/graph.ts';
import type { Kind } from '../../model/dsl.ts';
import { bit, PROTO } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import type { Walk } from './walk.ts';

const sinks = new Map<string, SinkInfo>();

export function languageSink(kind: Kind, path: string): SinkInfo {
  const key = `${kind}:${path}`;
  let sink = sinks.get(key);
  if (!sink) sinks.set(key, (sink = { kind, path: `ecmascript:${path}`, bind: undefined, instead: undefined, when: undefined, after: undefined, whole: false, inDatabase: false, equals: undefined }));
  return sink;
}

const write = (path: string): SinkInfo => ({ kind: 'key', path: `ecmascript:${path}`, bind: undefined, instead: undefined, when: undefined, after: undefined, whole: false, inDatabase: false, equals: undefined, needs: PROTO });
const WRITES = [write('[[Set]] of a constant'), write('[[Set]]')] as const;

/** A write to an object that may be the prototype of all; `free`: under a name that is not constant. */
export const prototypeSink = (free: boolean): SinkInfo => WRITES[free ? 1 : 0];

/** `dangerouslySetInnerHTML={{ __html: x }}`: the one attribute of JSX that is not escaped. */
export const RAW_ATTRIBUTE = 'dangerouslySetInnerHTML';

export function htmlSink(walk: Walk, attribute: TSESTree.JSXAttribute, value: Fact, argument: TSESTree.Node): void {
  walk.hit({ sink: languageSink('html', RAW_ATTRIBUTE), value, argument, call: attribute, bound: true, weak: false, owner: walk.owner });
}

export function codeSink(walk: Walk, call: TSESTree.Node, value: Fact, argument: TSESTree.Node, path: string): void {
  languageHit(walk, 'code', path, call, value, argument);
}

export function languageHit(walk: Walk, kind: Kind, path: string, call: TSESTree.Node, value: Fact, argument: TSESTree.Node): void {
  if ((walk.world.wanted & bit[kind]) === 0) return;
  walk.hit({ sink: languageSink(kind, path), value, argument, call, bound: true, weak: false, owner: walk.owner });
}
