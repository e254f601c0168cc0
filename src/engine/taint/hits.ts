/** What meets sinks in one file: findings by argument and kind, texts by their holes. */
import type { TSESTree } from '@typescript-eslint/utils';
import { SURE, untrusted } from '../../model/kinds.ts';
import { slownessOf } from '../../text/slow/slow.ts';
import { looksLikeSql } from '../../text/sql.ts';
import type { Finding, TextUse } from '../finding.ts';
import type { FunctionInfo } from '../project/source.ts';
import { joinFacts, unsure, type Fact, type NamedOrigin, type Taint, type Text } from '../fact/fact.ts';
import { harms } from '../fact/mask.ts';
import { textOf } from '../fact/text.ts';
import { sinkKey, type SinkUse } from '../summary/summary.ts';
import type { Ids } from '../value/ids.ts';

const MOST_TEXTS = 12;

interface Hit {
  readonly use: SinkUse;
  taints: Taint[];
  readonly hole: TSESTree.Node;
}

export class Hits {
  private readonly ids: Ids;
  private readonly hits = new Map<string, Hit>();
  private readonly texts = new Map<string, TextUse>();
  private readonly textCounts = new Map<string, number>();

  constructor(ids: Ids) {
    this.ids = ids;
  }

  /** A value meets a sink: named origins are findings. */
  add(use: SinkUse, taints: readonly Taint[]): void {
    if (use.weak && !readsAsSql(use.value)) return;
    const key = `${this.ids.of(use.argument)}:${sinkKey(use.sink)}`;
    for (const taint of use.sink.guess ? unsure(taints) : taints) {
      if (taint.origin.k !== 'named' || !harms(taint.mask, use.sink.kind, use.sink.needs)) continue;
      const ofSort = isUntrusted(taint.origin.what) ? key : `${key}:${taint.origin.what}`;
      let hit = this.hits.get(ofSort);
      // a sink known by binding says more than one known by a name
      if (!hit || (use.bound && !hit.use.bound)) hit = { use, taints: hit?.taints ?? [], hole: this.holeOf(use, taint) };
      this.hits.set(ofSort, hit);
      const i = hit.taints.findIndex((t) => t.origin === taint.origin);
      const old = hit.taints[i];
      if (!old) hit.taints.push(taint);
      else if (better(taint, old)) hit.taints[i] = taint;
    }
    if ((use.sink.kind === 'sql' || use.sink.kind === 'command') && !use.value.constant) {
      const text = use.value.text ?? textOf(use.value, use.argument);
      const holes = text.holes.map((h) => this.ids.of(h.node)).join();
      const textKey = `${key}:${holes}`;
      if (this.texts.has(textKey) || (this.textCounts.get(key) ?? 0) < MOST_TEXTS) {
        const before = this.texts.get(textKey);
        if (!before) this.textCounts.set(key, (this.textCounts.get(key) ?? 0) + 1);
        this.texts.set(textKey, { kind: use.sink.kind, sink: use.sink, text: before ? joinHoles(before.text, text) : text, value: use.value, argument: use.argument, call: use.call, bound: use.bound, owner: use.owner });
      }
    }
  }

  /** The hole through which the origin comes, if it stands in the argument itself; else the argument. */
  private holeOf(use: SinkUse, taint: Taint): TSESTree.Node {
    for (const hole of use.value.text?.holes ?? []) {
      if (hole.fact.taints.some((t) => t.origin === taint.origin) && isInside(hole.node, use.argument)) return hole.node;
    }
    return use.argument;
  }

  /** The function is walked anew. */
  forget(fn: FunctionInfo): void {
    for (const [key, { use }] of this.hits) if (use.owner === fn) this.hits.delete(key);
  }

  findings(): Finding[] {
    // that a text meets a pattern is a finding only if the pattern is slow, which takes time to tell
    const counted = [...this.hits.values()].filter(({ use: { sink } }) => sink.kind !== 'slow' || slownessOf(sink.path) !== undefined);
    return counted.map(({ use, taints, hole }) => {
      const [first, ...rest] = [...taints].sort((a, b) => Number(better(b, a)) - Number(better(a, b)) || (a.origin as NamedOrigin).node.range[0] - (b.origin as NamedOrigin).node.range[0]);
      const best = first as Taint;
      return {
        kind: use.sink.kind,
        sink: use.sink,
        origin: best.origin as NamedOrigin,
        steps: best.steps,
        sure: (best.mask & SURE) !== 0,
        node: taints.length === 1 ? hole : this.holeOf(use, best),
        argument: use.argument,
        call: use.call,
        bound: use.bound,
        more: furtherInputs(best, rest),
      };
    });
  }

  textUses(): TextUse[] {
    return [...this.texts.values()];
  }
}

/** How many other inputs there are: a member of one that is counted is none. */
function furtherInputs(best: Taint, rest: readonly Taint[]): number {
  const texts = [(best.origin as NamedOrigin).text];
  for (const t of rest) {
    const { text } = t.origin as NamedOrigin;
    if ((t.mask & SURE) !== (best.mask & SURE) || texts.some((known) => known === text || known.startsWith(`${text}.`) || text.startsWith(`${known}.`))) continue;
    texts.push(text);
  }
  return texts.length - 1;
}

/** Rules about input ask for all of it, those about a secret or an error for that alone. */
const isUntrusted = (what: NamedOrigin['what']): boolean => untrusted.some((name) => name === what);

const better = (a: Taint, b: Taint): boolean => {
  const sure = (a.mask & SURE) - (b.mask & SURE);
  return sure !== 0 ? sure > 0 : (a.steps?.count ?? 0) < (b.steps?.count ?? 0);
};

const isInside = (inner: TSESTree.Node, outer: TSESTree.Node): boolean => inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];

/** The same text, seen again: a hole may be what it was before, or what it is now. */
const joinHoles = (a: Text, b: Text): Text => ({ ...b, holes: b.holes.map((hole, i) => ({ node: hole.node, fact: joinFacts(a.holes[i]?.fact ?? hole.fact, hole.fact) })) });

/** Where nothing but a method's name speaks for a driver, the text has to. */
function readsAsSql(value: Fact): boolean {
  if (value.text) return value.text.known && looksLikeSql(value.text.parts);
  return typeof value.constant?.value === 'string' && looksLikeSql([value.constant.value]);
}

