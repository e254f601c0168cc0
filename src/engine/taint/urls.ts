/** Checks of where a URL leads: how it begins, how its host ends, a pattern that names the host. */
import type { TSESTree } from '@typescript-eslint/utils';
import { bitsOf } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import { BEGINS_LOCAL, NOT_BACK, NOT_DOUBLE } from '../fact/mask.ts';
import type { CallNode } from '../project/source.ts';
import type { RegexRef } from '../value/value.ts';
import type { Walk } from './walk.ts';

const PLACES = bitsOf(['url', 'redirect']);
/** A host and what ends it; without that, anything may follow. */
const BEGINNING = /^(?:https?:)?\/\/[^/?#\\@]+[/?#]/;

/** `url.startsWith('https://a.example/')`, also with a base of ours before the slash. */
export function urlCheck(walk: Walk, node: TSESTree.Node, receiver: Fact, sought: Fact): void {
  const text = sought.constant?.value ?? (sought.text?.known === true && sought.taints.every((t) => t.origin.k !== 'named') ? sought.text.parts.join('a') : undefined);
  if (typeof text === 'string' && (BEGINNING.test(text) || /^a[^:/?#\\@]*[/?#]/.test(text))) walk.vouch(node, { ident: receiver.ident, mask: PLACES, when: 'truthy' });
}

/** `to.startsWith('/')` and neither `//` nor `/\\`: a path at the same host. */
export function localCheck(walk: Walk, node: TSESTree.Node, { ident }: Fact, sought: Fact): void {
  const text = sought.constant?.value;
  if (typeof text !== 'string') return;
  if (text.startsWith('/')) walk.vouch(node, { ident, mask: BEGINS_LOCAL | (/^\/[^/\\]/.test(text) ? NOT_DOUBLE | NOT_BACK : 0), when: 'truthy' });
  if (text === '//') walk.vouch(node, { ident, mask: NOT_DOUBLE, when: 'falsy' });
  if (text === '/\\') walk.vouch(node, { ident, mask: NOT_BACK, when: 'falsy' });
}

// short ones: the pattern may be a slow one
const ELSEWHERE = ['//', '//x', '//evil.com', '//a/b', '//1', '/\\', '/\\x', '/\\evil.com', '///x'];

/** `/^\/(?![/\\])/.test(to)`, `/^\/[/\\]/.test(to)` refused. */
function localPattern(walk: Walk, node: CallNode, { ident }: Fact, { source, flags }: RegexRef): void {
  let pattern: RegExp;
  try {
    pattern = new RegExp(source, flags.replaceAll(/[gy]/g, ''));
  } catch {
    return;
  }
  const finds = (text: string): boolean => pattern.test(text);
  if (/^\^\\?\/(?!\(*(?:\?:)?(?:\.|\\[SWD]))/.test(source) && !hasTopChoice(source) && !ELSEWHERE.some(finds)) walk.vouch(node, { ident, mask: BEGINS_LOCAL | NOT_DOUBLE | NOT_BACK, when: 'truthy' });
  const refused = (['//', '/\\'] as const).map((start) => finds(`${start}x`) && finds(`${start}evil.com`));
  const mask = (refused[0] ? NOT_DOUBLE : 0) | (refused[1] ? NOT_BACK : 0);
  if (mask !== 0) walk.vouch(node, { ident, mask, when: 'falsy' });
}

/** `^a|b`: the start belongs to the first choice alone. */
function hasTopChoice(source: string): boolean {
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '|' && depth === 0) return true;
  }
  return false;
}

/** `url.hostname.endsWith('.example.com')`; without the dot it is `evilexample.com`, too. */
export function hostCheck(walk: Walk, node: CallNode, { about }: Fact, sought: Fact): void {
  const text = sought.constant?.value;
  if (!about || typeof text !== 'string' || !/^\.[^.]+\./.test(text)) return;
  for (const ident of about.idents) if (ident > 0) walk.vouch(node, { ident, mask: about.mask & PLACES, when: 'truthy' });
}

/** `/^https:\/\/(?:a|b)\.example\.com\//.test(url)`. */
export function hostPattern(walk: Walk, node: CallNode, subject: Fact, { source, flags }: RegexRef): void {
  if (subject.taints.length === 0) return;
  localPattern(walk, node, subject, { k: 'regex', source, flags });
  if (!flags.includes('m') && spellsHost(source)) walk.vouch(node, { ident: subject.ident, mask: PLACES, when: 'truthy' });
}

const SCHEME = /^\^(?:https?|https\?|\(\?:https\?\)|\(https\?\)):(?:\\?\/){2}/;
/** What a host may be spelt with: dots are escaped, a class has no dot and no slash. */
const SPELLING = /^(?:\\[.dw-]|[\w-]|\(\?:|[(|)?+*]|\{\d+(?:,\d*)?\}|\[[^\].\\/^]*(?:\\[dw-][^\].\\/^]*)*\])/;
const ENDS = /^(?:\\?\/|\$|\[\\?\/|\(\?:\\?\/|\(\\?\/)/;

/** A pattern that begins at the start and spells out a host, with something that ends it. */
function spellsHost(source: string): boolean {
  const scheme = SCHEME.exec(source);
  if (!scheme) return false;
  let depth = 0;
  for (let i = scheme[0].length; i < source.length; ) {
    const rest = source.slice(i, i + 80);
    if (depth === 0 && i > scheme[0].length && ENDS.test(rest)) return !/(?:^|[^\\])\|/.test(source.slice(i).replaceAll(/\([^()]*\)/g, ''));
    const part = SPELLING.exec(rest)?.[0];
    if (part === undefined) return false;
    if (part.startsWith('(')) depth++;
    else if (part === ')') depth--;
    // a choice at the top: the start belongs to the first one alone
    else if (part === '|' && depth === 0) return false;
    i += part.length;
  }
  return false;
}
