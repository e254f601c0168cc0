/** Regular expressions: what a match says of a text, texts that meet a pattern that may be slow, patterns that are made of input. */
import type { TSESTree } from '@typescript-eslint/utils';
import { ALL_KINDS } from '../../model/kinds.ts';
import { groupsOf } from '../../text/groups.ts';
import { mayBeSlow } from '../../text/slow/cheap.ts';
import { fact, filterTaints, unknown, type Fact } from '../fact/fact.ts';
import { lostBy, STRING_KEEPS } from '../fact/mask.ts';
import type { CallNode } from '../project/source.ts';
import { clearedByDenial, clearedByPattern } from '../safety/characters.ts';
import { argument, type Args } from '../summary/summary.ts';
import { Type, type RegexRef } from '../value/value.ts';
import { languageHit } from './language-sinks.ts';
import { newObject } from './objects.ts';
import { deniesPaths } from './paths.ts';
import { refusingPattern } from './prototypes.ts';
import { hostPattern } from './urls.ts';
import type { Walk } from './walk.ts';

/** Methods of a text that take a pattern; of these, those that make one of a text. */
const SEARCHES = new Set(['match', 'matchAll', 'search', 'replace', 'replaceAll', 'split']);
const COMPILES = new Set(['match', 'matchAll', 'search']);

/** `text.match(pattern)` and its like: the text meets the pattern; a pattern that is a text is compiled. */
export function searched(walk: Walk, node: CallNode, text: Fact, name: string, args: Args): void {
  if (!SEARCHES.has(name)) return;
  const pattern = argument(args, 0);
  const at = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : node;
  const regexes = pattern.refs.filter((r) => r.k === 'regex');
  for (const ref of regexes) meets(walk, ref.node ?? node, text, at, ref.source, name === 'split' && !ref.flags.includes('g') ? `${ref.flags}g` : name === 'search' ? single(ref.flags) : ref.flags);
  if (!COMPILES.has(name) || regexes.length > 0) return;
  if (typeof pattern.constant?.value === 'string') meets(walk, args.nodes[0] ?? node, text, at, pattern.constant.value, '');
  // others have methods of these names, too
  else if (text.types === Type.string || text.taints.some((t) => t.origin.k === 'named')) compiled(walk, node, pattern, args.nodes[0] ?? node, `String.${name}[0]`);
}

/** A pattern is made of a text. */
export const compiled = (walk: Walk, call: TSESTree.Node, source: Fact, argument: TSESTree.Node, path: string): void => languageHit(walk, 'regex', path, call, source, argument);

/** A text meets a pattern, which is named by the sink; in place of the call stands where it is written. */
function meets(walk: Walk, written: TSESTree.Node, text: Fact, at: TSESTree.Node, source: string, flags: string): void {
  if (mayBeSlow(source)) languageHit(walk, 'slow', `/${source}/${flags}`, written, text, at);
}

/** Without the flag by which `replace` goes on behind a match. */
const single = (flags: string): string => flags.replace('g', '');

/** What `match`, `matchAll` and `exec` give. */
export function matched(walk: Walk, node: CallNode, subject: Fact, pattern: Fact, name: string): Fact {
  const regex = pattern.refs.find((r) => r.k === 'regex');
  const cleared = regex?.k === 'regex' ? clearedByPattern(regex.source, regex.flags) : 0;
  if (cleared !== 0) walk.vouch(node, { ident: subject.ident, mask: cleared, when: 'truthy' });
  if (regex?.k === 'regex') deniesPaths(walk, node, subject, regex);
  const found = regex?.k === 'regex' && subject.taints.length > 0 && pattern.refs.length === 1 ? groups(walk, node, subject, regex, cleared, name) : undefined;
  return found ?? fact({ types: Type.array | Type.null, taints: filterTaints(subject.taints, ~lostBy(cleared) & STRING_KEEPS), ident: walk.world.ids.of(node) });
}

/** Each group holds what its own part of the pattern lets through; undefined where all let everything through. */
function groups(walk: Walk, node: CallNode, subject: Fact, { source, flags }: RegexRef, whole: number, name: string): Fact | undefined {
  const { ids } = walk.world;
  const single = flags.replaceAll(/[gmy]/g, '');
  let clears = false;
  const base = name === 'exec' || (name === 'match' && !flags.includes('g')) ? ids.of(node) : ids.child(ids.of(node), 'match');
  const part = (text: string, at: string): readonly [string, Fact] => {
    const cleared = clearedByPattern(`^(?:${text})$`, single) | whole;
    clears ||= (cleared & ALL_KINDS & walk.world.wanted) !== 0;
    return [at, fact({ types: Type.string | Type.undefined, taints: filterTaints(subject.taints, ~lostBy(cleared) & STRING_KEEPS), ident: ids.child(base, at) })];
  };
  const all = groupsOf(source);
  const members = [part(source, '0'), ...all.map((group) => part(group.source, String(group.index)))];
  if (!clears) return undefined;
  const [first] = members;
  if (name === 'match' && flags.includes('g')) return listed(walk, ids.of(node), first?.[1] ?? unknown);
  const named = all.filter((group) => group.name !== undefined).map((group): readonly [string, Fact] => [group.name ?? '', members[group.index]?.[1] ?? unknown]);
  const match = newObject(walk, base, 'array', [...members, ['groups', newObject(walk, ids.child(base, 'groups'), 'plain', named)]]);
  return name === 'matchAll' ? listed(walk, ids.of(node), match) : maybe(match);
}

const maybe = (value: Fact): Fact => ({ ...value, types: Type.array | Type.null, literal: false });
const listed = (walk: Walk, id: number, item: Fact): Fact => maybe(newObject(walk, id, 'array', [['*', item]]));

export function regexMethod(walk: Walk, node: CallNode, receiver: Fact, name: string, args: Args): Fact | undefined {
  const regexes = receiver.refs.filter((r): r is RegexRef => r.k === 'regex');
  const [regex] = regexes;
  if (!regex) return undefined;
  const subject = argument(args, 0);
  if (name === 'test' || name === 'exec') for (const { source, flags, node: written } of regexes) meets(walk, written ?? node, subject, args.nodes[0] ?? node, source, single(flags));
  if (name === 'exec') return matched(walk, node, subject, receiver, name);
  if (name !== 'test') return unknown;
  const cleared = clearedByPattern(regex.source, regex.flags);
  if (cleared !== 0) walk.vouch(node, { ident: subject.ident, mask: cleared, when: 'truthy' });
  const denied = clearedByDenial(regex.source, regex.flags);
  if (denied !== 0) walk.vouch(node, { ident: subject.ident, mask: denied, when: 'falsy' });
  refusingPattern(walk, node, subject, regex.source, regex.flags);
  deniesPaths(walk, node, subject, regex);
  hostPattern(walk, node, subject, regex);
  return booleanOf(walk, node);
}

export const booleanOf = (walk: Walk, node: TSESTree.Node): Fact => {
  const ident = walk.world.ids.of(node);
  const vouched = walk.vouched.get(node);
  if (vouched) walk.rememberCondition(ident, vouched);
  return fact({ types: Type.boolean, ident });
};
