/** Conditions: evaluated once, for their effects and for what they say of the values in them. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/nodes.ts';
import { bit, SURE } from '../../model/kinds.ts';
import { fact, unknown, type Fact } from '../fact/fact.ts';
import { BOUNDED_KEEPS } from '../fact/mask.ts';
import { and, CONSTANT, equality, ifFalse, ifTrue, merge, negated, nothing, or, softly, typeofClears, type Refinement } from '../safety/guards.ts';
import { Type } from '../value/value.ts';
import { noteCheck } from './confusion.ts';
import { noteComparison } from './compared.ts';
import { isConstantSet } from './membership.ts';
import { equalPair } from './pairs.ts';
import { keyEquality, notInherited, primitiveMember } from './prototypes.ts';
import { boundCheck } from './sizes.ts';
import { pieceCheck } from './starts.ts';
import type { Walk } from './walk.ts';

/** Evaluates a condition: what holds of the values where it is truthy, and where it is falsy. */
export function condition(walk: Walk, outer: TSESTree.Node): Refinement {
  const node = unwrap(outer);
  switch (node.type) {
    case 'UnaryExpression':
      if (node.operator === '!') return negated(condition(walk, node.argument));
      if (node.operator === '~') {
        // `~text.indexOf(x)`: it is found
        const value = walk.run.evaluate(walk, node);
        return walk.indexOfChecks.get(unwrap(node.argument))?.found ?? truthiness(walk, node, value);
      }
      break;
    case 'LogicalExpression':
      if (node.operator !== '??') return logical(walk, node);
      break;
    case 'BinaryExpression':
      return comparison(walk, node);
    case 'AwaitExpression':
      return condition(walk, node.argument);
    case 'ConditionalExpression': {
      // `a ? b : false` is `a && b`; others are evaluated for their effects
      const value = walk.run.evaluate(walk, node);
      return truthiness(walk, node, value);
    }
    case 'SequenceExpression': {
      node.expressions.slice(0, -1).forEach((e) => walk.run.evaluate(walk, e));
      const last = node.expressions.at(-1);
      return last ? condition(walk, last) : nothing;
    }
  }
  return truthiness(walk, node, walk.run.evaluate(walk, node));
}

/** What the truth of a value says: of itself (a falsy value has no text), and of what it was computed from. */
export function truthiness(walk: Walk, node: TSESTree.Node, value: Fact): Refinement {
  let result: Refinement = value.ident !== 0 && value.taints.length > 0 ? ifFalse(value.ident, CONSTANT) : nothing;
  const stored = walk.world.conditions.get(value.ident);
  if (stored && node.type !== 'CallExpression') result = merge(result, stored);
  // the verdict of a check out of sight
  if (value.about?.mask === SURE) result = merge(result, softly(value.about.idents));
  const call = node.type === 'AwaitExpression' ? node.argument : node;
  return merge(result, vouchedBy(walk, call));
}

function vouchedBy(walk: Walk, node: TSESTree.Node): Refinement {
  let result = nothing;
  for (const v of walk.vouched.get(node) ?? []) {
    if (v.when === 'truthy') result = merge(result, ifTrue(v.ident, v.mask));
    else if (v.when === 'falsy') result = merge(result, ifFalse(v.ident, v.mask));
  }
  const soft = walk.unknownChecks.get(node);
  // what a caller may prove is no proof yet
  return soft && [...result.yes.keys(), ...result.no.keys()].every((ident) => walk.pairs.has(ident)) ? merge(result, softly(soft)) : result;
}

function logical(walk: Walk, outer: TSESTree.LogicalExpression): Refinement {
  const operands: TSESTree.Expression[] = [];
  let node: TSESTree.Expression = outer;
  while (node.type === 'LogicalExpression' && node.operator === outer.operator) {
    operands.push(node.right);
    node = node.left;
  }
  let result = condition(walk, node);
  for (let operand = operands.pop(); operand; operand = operands.pop()) {
    const next = operand;
    let right = nothing;
    const isAnd = outer.operator === '&&';
    const goes = walk.branch(isAnd ? result.yes : result.no, () => (right = condition(walk, next)));
    walk.join([goes, walk.branch(isAnd ? result.no : result.yes, () => undefined)]);
    result = isAnd ? and(result, right) : or(result, right);
  }
  return result;
}

/** The value of `a && b`, `a || b`, `a ?? b`: spines to the left are loops. */
export function valueOfLogical(walk: Walk, outer: TSESTree.LogicalExpression): Fact {
  const spine: TSESTree.LogicalExpression[] = [];
  let node: TSESTree.Expression = outer;
  while (node.type === 'LogicalExpression') {
    spine.push(node);
    node = node.left;
  }
  let first: TSESTree.Expression | undefined = node;
  let value: Fact = unknown;
  let said = nothing;
  let all = nothing;
  for (let link = spine.pop(); link; link = spine.pop()) {
    const { operator, right } = link;
    if (first) {
      value = walk.run.evaluate(walk, first);
      said = operator === '??' ? nothing : truthiness(walk, unwrap(first), value);
      first = undefined;
      all = said;
    } else said = value.ident !== 0 && operator !== '??' ? ifFalse(value.ident, CONSTANT) : nothing;
    let other: Fact = unknown;
    const left = value;
    const goes = walk.branch(operator === '&&' ? said.yes : said.no, () => (other = walk.baked(walk.run.evaluate(walk, right))));
    const stays = walk.branch(operator === '&&' ? said.no : said.yes, () => undefined);
    walk.join([goes, stays], said.soft);
    const rightSaid = truthiness(walk, unwrap(right), other);
    all = operator === '&&' ? and(all, rightSaid) : operator === '||' ? or(all, rightSaid) : nothing;
    // what stays of the left side is truthy for `||`, falsy for `&&`: a falsy value has no text
    if (operator === '&&') value = goes ? other : left;
    else value = !goes || left.constant?.value ? left : left.constant && !left.constant.value ? other : walk.joined(left, other, link);
  }
  if (all.yes.size === 0 && all.no.size === 0) return value;
  const ident = walk.world.ids.of(outer);
  walk.world.conditions.set(ident, all);
  return { ...value, ident };
}

function comparison(walk: Walk, node: TSESTree.BinaryExpression): Refinement {
  const { operator } = node;
  const left = unwrap(node.left);
  if (left.type === 'UnaryExpression' && left.operator === 'typeof' && /^[=!]==?$/.test(operator)) {
    const value = walk.run.evaluate(walk, left.argument);
    const name = walk.run.evaluate(walk, node.right).constant?.value;
    const said = typeof name === 'string' ? merge(ifTrue(value.ident, typeofClears(name)), primitiveMember(walk, unwrap(left.argument), name)) : nothing;
    return operator.startsWith('!') ? negated(said) : said;
  }
  const a = node.left.type === 'PrivateIdentifier' ? unknown : walk.run.evaluate(walk, node.left);
  const b = walk.run.evaluate(walk, node.right);
  if (operator === '===' || operator === '==' || operator === '!==' || operator === '!=') {
    noteComparison(walk, node, a, b);
    pieceCheck(walk, node, left, b);
    pieceCheck(walk, node, node.right, a);
    const said = merge(merge(merge(indexCheck(walk, left, operator, b) ?? equality(a, b), keyEquality(a, b)), merge(viaStored(walk, a, b), equalPair(walk, a, b))), vouchedBy(walk, node));
    return operator.startsWith('!') ? negated(said) : said;
  }
  // an error of a class made for it (a validation error) is meant to be shown
  if (operator === 'instanceof') return b.refs.some((r) => r.k === 'native') ? nothing : ifTrue(a.ident, bit.response | bit.logged);
  // `'__proto__' in {}` is true
  if (operator === 'in') return isConstantSet(walk, b) ? ifTrue(a.ident, CONSTANT & ~bit.key) : notInherited(a, b);
  if (a.about?.mask === ~BOUNDED_KEEPS) lengthOf(walk, node, left);
  if (b.about?.mask === ~BOUNDED_KEEPS) lengthOf(walk, node, unwrap(node.right));
  return indexCheck(walk, left, operator, b) ?? lengthCheck(operator, a, b) ?? boundCheck(operator, a, b) ?? nothing;
}

/** `x.length` is compared: a list has one, too. */
function lengthOf(walk: Walk, node: TSESTree.Node, length: TSESTree.Node): void {
  if (length.type !== 'MemberExpression') return;
  const object = unwrap(length.object);
  if (object.type === 'Identifier' || object.type === 'MemberExpression') noteCheck(walk, node, length.object, 'length', walk.run.evaluate(walk, object));
}

/** `text.length > 100`, `100 <= text.length`: the side on which it is short. */
function lengthCheck(operator: string, left: Fact, right: Fact): Refinement | undefined {
  const side = /^[<>]=?$/.test(operator) ? [left, right].find((value) => value.about?.mask === ~BOUNDED_KEEPS) : undefined;
  if (!side?.about || !(side === left ? right : left).literal) return undefined;
  const said = side.about.idents.reduce<Refinement>((all, ident) => merge(all, ifTrue(ident, ~BOUNDED_KEEPS)), nothing);
  return operator.startsWith('<') === (side === left) ? said : negated(said);
}

/** `check === true`, `check == false`, `error === undefined`. */
function viaStored(walk: Walk, a: Fact, b: Fact): Refinement {
  const stored = walk.world.conditions.get(a.ident);
  if (stored && b.constant && (b.constant.value === undefined || b.constant.value === null)) return negated(stored);
  if (!stored || typeof b.constant?.value !== 'boolean') return nothing;
  return b.constant.value ? stored : negated(stored);
}

/** `list.indexOf(x) === -1`, `>= 0`, `> -1`, `< 0`; said as for `===` where the operator is an equality. */
function indexCheck(walk: Walk, left: TSESTree.Node, operator: string, right: Fact): Refinement | undefined {
  if (left.type !== 'CallExpression' || left.callee.type !== 'MemberExpression') return undefined;
  const checks = walk.indexOfChecks.get(left);
  const n = right.constant?.value;
  if (!checks || typeof n !== 'number') return undefined;
  const absent = (/^[=!]==?$/.test(operator) && n === -1) || (operator === '<' && n === 0) || (operator === '<=' && n === -1);
  const present = (operator === '>=' && n === 0) || (operator === '>' && n === -1);
  if (/^[=!]==?$/.test(operator) && n === 0) return checks.atStart;
  return absent ? negated(checks.found) : present ? checks.found : undefined;
}

/** The refinement of a boolean value is remembered, for `const ok = check(x); if (!ok) …`. */
export function booleanFact(walk: Walk, node: TSESTree.Node, said: Refinement): Fact {
  if (said === nothing) return fact({ types: Type.boolean });
  const ident = walk.world.ids.of(node);
  walk.world.conditions.set(ident, said);
  return fact({ types: Type.boolean, ident });
}
