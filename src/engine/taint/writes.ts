/** Writing members: strong where the object is known and alone; what several functions see goes into cells. */
import { fact, joinFacts, type Fact } from '../fact/fact.ts';
import { applyAccessor } from './inheritance.ts';
import { OUT } from './masking.ts';
import { apiFieldPlace } from './cells.ts';
import { basesOf, isSecretOf } from './members.ts';
import { overwritten } from './overwritten.ts';
import type { ObjRef } from '../value/value.ts';
import type { Walk } from './walk.ts';

/** The member under which a call tells its callers what was put into a value that shows no members. */
const PUT = '[[put]]';

/** `headers.set(name, x)`: a library's value holds x from now on, whoever asks it. */
export function putInto(walk: Walk, target: Fact, value: Fact): void {
  if (value.taints.length === 0) return;
  if (target.ident !== 0) walk.state.put(target.ident, walk.world.ids.child(target.ident, PUT), fact({ taints: value.taints }));
  for (const ref of target.refs) if (ref.k === 'sym') walk.addWrite(ref, PUT, value);
}

/** Writes a member; strong where the object is known and alone. */
export function writeMember(walk: Walk, target: Fact, name: string | undefined, value: Fact): void {
  const { world } = walk;
  const { ids } = world;
  if (name === PUT) {
    putInto(walk, target, value);
    return;
  }
  if (name !== undefined && value.constant && isSecretOf(walk, target, name)) walk.state.clear(target.ident, OUT);
  const bases = basesOf(target);
  const strong = bases.length === 1 && name !== undefined;
  for (const base of bases) {
    const place = ids.child(base, name ?? '*');
    const before = strong ? undefined : walk.state.get(place);
    walk.state.set(place, before ? joinFacts(before, value) : value);
    if (world.isPublished(base)) {
      publish(walk, value, 0);
      writeCell(walk, place, value, false);
    }
  }
  const [base] = bases;
  if (strong && base !== undefined && target.refs.some((r) => r.k === 'api')) overwritten(walk, base, name);
  for (const ref of target.refs) {
    if (ref.k === 'sym') {
      walk.addWrite(ref, name, value);
      if (ref.root.k === 'this' && ref.depth === 0 && ref.root.fn.ofClass && name !== undefined) classField(walk, ref.root.fn.ofClass, name, value);
    } else if (ref.k === 'obj' && ref.cls && name !== undefined) classField(walk, ref.cls, name, value);
    else if (ref.k === 'class' || ref.k === 'fn') {
      const base = ref.k === 'class' ? ids.child(ids.of(ref.cls), '.static') : ids.of(ref.fn);
      world.publish(base);
      publish(walk, value, 0);
      writeCell(walk, ids.child(base, name ?? '*'), value, false);
    } else if (ref.k === 'api' && name !== undefined) apiField(walk, ref.api.id, name, value);
  }
  if (name === undefined) return;
  for (const base of bases) {
    const own = walk.state.get(ids.child(base, `set ${name}`));
    if (own) applyAccessor(walk, own, target, [value], own.refs.find((r) => r.k === 'fn')?.fn.node ?? walk.fn.node);
  }
  const setter = target.refs.map((r) => (r.k === 'obj' && r.cls ? r.cls.setters.get(name) : r.k === 'sym' && r.root.k === 'this' && r.depth === 0 ? r.root.fn.ofClass?.setters.get(name) : undefined)).find((f) => f);
  if (setter) applyAccessor(walk, fact({ refs: [{ k: 'fn', fn: setter, captures: undefined, boundThis: undefined, boundArguments: undefined }] }), target, [value], setter.node);
}

function classField(walk: Walk, cls: NonNullable<ObjRef['cls']>, name: string, value: Fact): void {
  const place = walk.world.ids.child(walk.world.classBase(cls), name);
  publish(walk, value, 0);
  writeCell(walk, place, value, false);
}

/** What the file writes on a library's value (`req.user = …` in a middleware) is kept for whoever reads it there. */
function apiField(walk: Walk, api: number, name: string, value: Fact): void {
  const place = apiFieldPlace(walk, api, name);
  publish(walk, value, 0);
  writeCell(walk, place, value, false);
}


/** Joins a value into a cell; what it holds of symbols goes into the summary, for callers to fill in. */
export function writeCell(walk: Walk, place: number, value: Fact, own: boolean): void {
  walk.world.joinCell(place, value, own);
  if (value.taints.some((t) => t.origin.k === 'sym')) walk.addCellWrite(place, value);
}

/** The object is seen by several functions from now on: its members become cells. */
export function publish(walk: Walk, value: Fact, depth: number): void {
  if (depth > 3) return;
  for (const ref of value.refs) {
    if (ref.k !== 'obj' || !walk.world.publish(ref.id)) continue;
    for (const place of walk.world.ids.children(ref.id)?.values() ?? []) {
      const member = walk.state.get(place);
      if (!member) continue;
      writeCell(walk, place, member, false);
      publish(walk, member, depth + 1);
    }
  }
}
