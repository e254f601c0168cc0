/**
 * Paths: what makes one normal, what a check says of where it leads. The labels of a mask tell what may still be true: `RAW`,
 * `ABSOLUTE`, `DOTTED`, `OUTSIDE` (see `harms`).
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Label } from '../../model/dsl.ts';
import { ABSOLUTE, bit, DOTTED, OUTSIDE, RAW, SEPARATED } from '../../model/kinds.ts';
import { filterTaints, type Fact, type Taint } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { argument, type Args } from '../summary/summary.ts';
import { ifFalse, ifTrue, merge, nothing, softly, type Refinement } from '../safety/guards.ts';
import { Type, type RegexRef } from '../value/value.ts';
import type { Walk } from './walk.ts';

/** The result of a function that makes paths. */
export function labelled(walk: Walk, node: CallNode, labels: ReadonlySet<Label>, from: readonly Taint[], args: Args): readonly Taint[] {
  let taints = from;
  if (labels.has('relative')) taints = filterTaints(taints, ~ABSOLUTE);
  if (labels.has('dotless')) taints = filterTaints(taints, ~DOTTED);
  if (labels.has('name')) taints = filterTaints(taints, ~SEPARATED);
  const resolved = labels.has('resolved');
  if (!resolved && !labels.has('normal')) return taints;
  if (!resolved && endsInSeparator(walk, argument(args, args.list.length - 1)) === true) walk.world.separated.add(walk.world.ids.of(node));
  const fromTop = beginsAtTop(argument(args, 0));
  return taints.map((t) => {
    let mask = t.mask | SEPARATED;
    // what was compared before it was made normal may lead elsewhere now
    if ((mask & RAW) !== 0) mask = (mask & ~RAW) | OUTSIDE;
    // no `..` is left of an absolute path: it leads anywhere by itself, but nowhere else once it is put below a folder
    if ((mask & DOTTED) !== 0 && (fromTop || (resolved && t.origin.k !== 'sym'))) mask = (mask & ~DOTTED) | ABSOLUTE;
    return { ...t, mask };
  });
}

/** `'/'`, `'/' + x`: nothing lies above it. */
function beginsAtTop(value: Fact): boolean {
  if (value.constant) return value.constant.value === '/';
  return value.text?.known === true && value.text.parts[0] === '/';
}

/** Kinds that decoding brings back: what was hidden from checks is there again. */
export function broughtBack(from: Fact, again: number): readonly Taint[] {
  const inside = from.text?.known && from.text.parts[0] !== '' ? 0 : ABSOLUTE;
  const labels = (again & bit.path) !== 0 ? DOTTED | RAW | OUTSIDE | SEPARATED | inside : 0;
  return from.taints.map((t) => ({ ...t, mask: t.mask | again | labels }));
}

const labelOf = (value: Fact, label: Label): boolean => value.refs.some((r) => r.k === 'api' && r.api.labels.has(label));

/** Whether the text ends in a separator of paths; undefined: out of sight. */
export function endsInSeparator(walk: Walk, value: Fact): boolean | undefined {
  if (typeof value.constant?.value === 'string') return /[\\/]$/.test(value.constant.value);
  if (labelOf(value, 'separator') || walk.world.separated.has(value.ident)) return true;
  if (value.text?.known) {
    const end = value.text.parts.at(-1);
    if (end) return /[\\/]$/.test(end);
    const hole = value.text.holes.at(-1);
    return hole && endsInSeparator(walk, hole.fact);
  }
  return labelOf(value, 'resolved') || labelOf(value, 'normal') ? false : undefined;
}

/** A constant, or one that is made of constants and separators. */
function textOf(value: Fact): string | undefined {
  if (typeof value.constant?.value === 'string') return value.constant.value;
  if (labelOf(value, 'separator')) return '/';
  if (value.text?.known !== true || !value.text.holes.every((h) => labelOf(h.fact, 'separator'))) return undefined;
  return value.text.parts.join('/');
}

const DOTS = /^\.\.?[\\/]?$/;

/** `x.startsWith(root)`, `x.includes('..')`, and `x.indexOf(root)` of which the condition around it asks. */
export function pathCheck(walk: Walk, node: TSESTree.Node, name: string, receiver: Fact, sought: Fact): void {
  if (receiver.taints.length === 0) return;
  const text = textOf(sought);
  const found = text === undefined ? nothing : text === '/' ? ifFalse(receiver.ident, bit.path) : DOTS.test(text) ? dotsCheck(receiver) : nothing;
  if (name === 'includes') said(walk, node, found);
  else if (name === 'startsWith') said(walk, node, startCheck(walk, receiver, sought, text));
  else walk.indexOfChecks.set(node, { found, atStart: startCheck(walk, receiver, sought, text) });
}

function said(walk: Walk, node: TSESTree.Node, refinement: Refinement): void {
  for (const [ident, mask] of refinement.yes) if (!refinement.soft.has(ident)) walk.vouch(node, { ident, mask, when: 'truthy' });
  for (const [ident, mask] of refinement.no) if (!refinement.soft.has(ident)) walk.vouch(node, { ident, mask, when: 'falsy' });
  if (refinement.soft.size > 0) walk.unknownChecks.set(node, [...refinement.soft.keys()]);
}

function startCheck(walk: Walk, receiver: Fact, sought: Fact, text: string | undefined): Refinement {
  const { ident } = receiver;
  if (text !== undefined && DOTS.test(text)) return isNormal(receiver) ? dotsCheck(receiver) : nothing;
  if (text === '/') return ifFalse(ident, ABSOLUTE);
  // a folder that the attacker names is no folder of ours
  if (sought.taints.some((t) => t.origin.k === 'named')) return nothing;
  const ends = endsInSeparator(walk, sought);
  if (ends === undefined) return softly([ident]);
  return ends ? ifTrue(ident, ABSOLUTE | OUTSIDE) : nothing;
}

const isNormal = (value: Fact): boolean => labelOf(value, 'relative') || value.taints.every((t) => (t.mask & RAW) === 0);

/** What it says that `..` is not in a path: of one that was joined and made normal before, nothing. */
function dotsCheck(receiver: Fact): Refinement {
  if (labelOf(receiver, 'relative')) return merge(ifFalse(receiver.ident, bit.path), ifFalse(receiver.madeOf, bit.path));
  const meant = receiver.taints.every((t) => t.origin.k === 'unseen' || (t.mask & (RAW | ABSOLUTE)) !== 0);
  // the parts of a path speak of it
  return meant ? ifFalse(receiver.types === Type.array ? receiver.madeOf : receiver.ident, DOTTED) : nothing;
}

const CLIMBS = ['..', '../x', 'x/..', 'a/../b'];

/** `/\.\./.test(x)` refused, `/^\//.test(x)` refused. */
export function deniesPaths(walk: Walk, node: CallNode, subject: Fact, { source, flags }: RegexRef): void {
  if (subject.taints.length === 0) return;
  const pattern = patternOf(source, flags);
  const finds = (list: readonly string[]): boolean => pattern !== undefined && list.every((text) => text.search(pattern) >= 0);
  if (finds(CLIMBS) || (isNormal(subject) && finds(CLIMBS.slice(0, 2)))) said(walk, node, dotsCheck(subject));
  if (finds(['/x', '/etc/passwd', '//'])) said(walk, node, ifFalse(subject.ident, ABSOLUTE));
}

function patternOf(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/** Labels that `x.replace(pattern, text)` clears: all `..` gone, leading ones gone of a normal path, leading slashes gone. */
export function clearedByReplacing(receiver: Fact, pattern: Fact, replacement: unknown, all: boolean): number {
  if (typeof replacement !== 'string' || replacement.includes('.') || receiver.taints.length === 0) return 0;
  const ref = pattern.refs.find((r) => r.k === 'regex');
  const regex = ref?.k === 'regex' ? patternOf(ref.source, ref.flags) : undefined;
  const text = pattern.constant?.value;
  if (!regex) return all && (text === '..' || text === '.') ? DOTTED : 0;
  let mask = 0;
  const after = (s: string): string => s.replace(regex, replacement);
  // each match begins where dots begin, so what is left on both sides of one never makes new ones
  const atDots = (s: string): boolean => [...s.matchAll(regex)].every((m) => s[m.index] === '.');
  if (regex.global && [...CLIMBS, '....//', '..\\x', 'a..b'].every((s) => atDots(s) && !after(s).includes('..'))) mask |= DOTTED;
  if (isNormal(receiver) && receiver.taints.every((t) => (t.mask & ABSOLUTE) !== 0) && ['../x', '../../x', '../../../../x/y'].every((s) => !after(s).includes('..'))) mask |= DOTTED;
  if (!/^[\\/]/.test(replacement) && ['/x', '//x', '/'].every((s) => !after(s).startsWith('/'))) mask |= ABSOLUTE;
  return mask;
}
