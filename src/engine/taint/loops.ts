/** Loops: the state at the head only grows, until a round brings nothing new. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/nodes.ts';
import { bit } from '../../model/kinds.ts';
import { filterTaints, unknown, type Fact } from '../fact/fact.ts';
import type { Cleared } from '../safety/guards.ts';
import { Type } from '../value/value.ts';
import { assignPattern } from './assign.ts';
import { condition } from './condition.ts';
import { iterated } from './collections.ts';
import { OUT } from './masking.ts';
import { EACH, readMember } from './members.ts';
import { loopBound } from './sizes.ts';
import type { State } from './state.ts';
import type { Walk } from './walk.ts';

const MOST_ROUNDS = 5;

/** A loop: its head only grows, until a round brings nothing new. */
export function loop(walk: Walk, node: TSESTree.Node, label: string | undefined, test: TSESTree.Expression | null | undefined, body: TSESTree.Node, update?: () => unknown, testsLast = false, bind?: () => void): void {
  const base = walk.state;
  const head = base.fork();
  const remembered = walk.heads.get(node);
  if (remembered) head.growFrom(remembered, (p) => walk.phi(p));
  let exits: State[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const target = { label, isLoop: true, base: head, breaks: [] as State[], continues: [] as State[] };
    exits = [];
    walk.jumps.push(target);
    const iteration = head.fork();
    walk.state = iteration;
    walk.live = true;
    if (test && !testsLast) {
      const said = condition(walk, test);
      loopBound(walk, node, test);
      const isTrue = unwrap(test).type === 'Literal' && (unwrap(test) as TSESTree.Literal).value === true;
      if (!isTrue) {
        const out = walk.state.fork();
        leave(out, said.no);
        exits.push(out.flattened(head));
      }
      walk.refine(said.yes);
    } else if (bind) {
      exits.push(head.fork());
      bind();
    }
    walk.run.walkStatement(walk, body);
    const ends = [...(walk.live ? [walk.state.flattened(head)] : []), ...target.continues];
    walk.state = head.fork();
    walk.live = true;
    walk.join(ends.map((e) => e.rebased(walk.state)));
    if (walk.live) update?.();
    if (walk.live && test && testsLast) {
      const said = condition(walk, test);
      loopBound(walk, node, test);
      const out = walk.state.fork();
      leave(out, said.no);
      exits.push(out.flattened(head));
      walk.refine(said.yes);
    }
    const grew = walk.live && head.grow(walk.state, (p) => walk.phi(p));
    walk.jumps.pop();
    exits.push(...target.breaks);
    if (!grew) break;
  }
  walk.heads.set(node, head);
  walk.state = base;
  walk.live = true;
  walk.join(exits.map((e) => e.flattened(base)));
}

/** What holds where the head is false, but that `i < n` is false then says only that i has grown to n. */
function leave(out: State, said: Cleared): void {
  for (const [ident, mask] of said) out.clear(ident, mask & ~bit.size);
}

/** `for … of`, `for … in`: the variable is an element, or a key. */
export function forEach(walk: Walk, node: TSESTree.ForOfStatement | TSESTree.ForInStatement, label: string | undefined): void {
  const list = walk.baked(walk.run.evaluate(walk, node.right));
  const bind = (): void => {
    const item: Fact = node.type === 'ForOfStatement' ? (node.await ? readMember(walk, list, EACH, node.right) : iterated(walk, list, node.right)) : keyOf(walk, list, node);
    const pattern = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
    if (pattern) assignPattern(walk, pattern, item);
  };
  loop(walk, node, label, undefined, node.body, undefined, false, bind);
}

function keyOf(walk: Walk, object: Fact, node: TSESTree.Node): Fact {
  const any = readMember(walk, object, undefined, node);
  const plain = object.refs.length > 0 && object.refs.every((r) => r.k === 'obj' && !walk.state.get(walk.world.ids.child(r.id, '*')));
  return { ...unknown, types: Type.string, taints: plain ? [] : filterTaints(any.taints, ~OUT), literal: plain, ident: walk.world.ids.of(node) };
}
