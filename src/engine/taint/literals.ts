/** Object and array literals, and JSX. */
import type { TSESTree } from '@typescript-eslint/utils';
import { fact, joinFacts, undefinedFact, unknown, type Fact } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import { Type } from '../value/value.ts';
import { propertyKey } from './assign.ts';
import { htmlSink, RAW_ATTRIBUTE } from './language-sinks.ts';
import { isSecretOf, placeValue, readMember, withoutWholes } from './members.ts';
import { named } from './named.ts';
import { newObject, SPREAD } from './objects.ts';
import { variableFact } from './variables.ts';
import { writeCell } from './writes.ts';
import type { Walk } from './walk.ts';

export function object(walk: Walk, node: TSESTree.ObjectExpression): Fact {
  const members: [string, Fact][] = [];
  let rest: Fact | undefined;
  let spread: Fact | undefined;
  let literal = true;
  const addRest = (value: Fact): void => {
    rest = rest ? joinFacts(rest, value) : value;
    literal &&= value.literal;
  };
  const wholes: Fact[] = [];
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const source = walk.run.evaluate(walk, property.argument);
      for (const ref of source.refs) {
        if (ref.k !== 'obj') continue;
        for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
          const value = name === '|' ? undefined : (walk.state.get(place) ?? (walk.world.isPublished(ref.id) ? walk.world.readCell(place, walk.fn, false) : undefined));
          if (value && name === SPREAD) spread = spread ? joinFacts(spread, value) : value;
          else if (value) name === '*' ? addRest(value) : members.push([name, value]);
        }
      }
      if (source.taints.length > 0 || source.refs.some((r) => r.k === 'sym' || r.k === 'api')) {
        const outside = { ...source, refs: source.refs.filter((r) => r.k !== 'obj') };
        // it may bring members of names that stand before it
        members.forEach(([name, value], i) => (members[i] = [name, joinFacts(value, readMember(walk, outside, name, property))]));
        addRest({ ...readMember(walk, outside, undefined, property), literal: false });
        spread = spread ? joinFacts(spread, outside) : outside;
        wholes.push(outside);
      } else if (!source.literal && !source.refs.some((r) => r.k === 'obj')) addRest(unknown);
      continue;
    }
    const value = walk.run.evaluate(walk, property.value);
    const name = propertyKey(walk, property);
    if (name !== undefined && wholes.some((whole) => isSecretOf(walk, whole, name))) {
      rest = rest && { ...rest, taints: withoutWholes(rest.taints, property) };
      spread = spread && { ...spread, taints: withoutWholes(spread.taints, property) };
    }
    named(walk, name, value, property.value);
    if (name === undefined) addRest(value);
    else members.push([property.kind === 'init' ? name : `${property.kind} ${name}`, value]);
  }
  const base = walk.world.ids.of(node);
  // the site may have been passed before, in a loop: forget what is not written now
  for (const place of walk.world.ids.children(base)?.values() ?? []) if (walk.state.get(place)) walk.state.set(place, undefinedFact);
  if (rest) members.push(['*', rest]);
  if (spread) members.push([SPREAD, spread]);
  const result = newObject(walk, node, 'plain', members);
  // others see it since an earlier walk: it may hold more than it did
  if (walk.world.isPublished(base)) for (const [name, value] of members) if (value.taints.length > 0) writeCell(walk, walk.world.ids.child(base, name), value, false);
  return literal ? result : { ...result, literal: false };
}

export function array(walk: Walk, node: TSESTree.ArrayExpression): Fact {
  const members: [string, Fact][] = [];
  let rest: Fact | undefined;
  let open = false;
  node.elements.forEach((element, i) => {
    if (!element) return;
    if (element.type === 'SpreadElement') {
      open = true;
      const spread = readMember(walk, walk.run.evaluate(walk, element.argument), undefined, element);
      rest = rest ? joinFacts(rest, spread) : spread;
    } else {
      const value = walk.run.evaluate(walk, element);
      if (open || i > 32) rest = rest ? joinFacts(rest, value) : value;
      else members.push([String(i), value]);
    }
  });
  if (rest) members.push(['*', rest]);
  return newObject(walk, node, 'array', members);
}

/** JSX escapes what is put into it; handlers and props are evaluated for what they do. */
export function jsx(walk: Walk, node: TSESTree.JSXElement | TSESTree.JSXFragment): Fact {
  const props: [string, Fact][] = [];
  if (node.type === 'JSXElement') {
    for (const attribute of node.openingElement.attributes) {
      if (attribute.type === 'JSXSpreadAttribute') props.push(...spreadProps(walk, walk.run.evaluate(walk, attribute.argument)));
      else if (attribute.value) {
        const value = walk.run.evaluate(walk, attribute.value);
        if (typeof attribute.name.name === 'string') props.push([attribute.name.name, walk.baked(value)]);
        if (attribute.name.name === RAW_ATTRIBUTE) htmlSink(walk, attribute, readMember(walk, value, '__html', attribute), attribute.value);
      }
    }
  }
  for (const child of node.children) walk.run.evaluate(walk, child);
  if (node.type === 'JSXElement') component(walk, node, props);
  return fact({ types: Type.object });
}

/** `{...props}`: members by name, and of what is out of sight any. */
function spreadProps(walk: Walk, value: Fact): [string, Fact][] {
  const members: [string, Fact][] = value.refs.some((r) => r.k === 'sym') || value.taints.length > 0 ? [['*', readMember(walk, value, undefined, walk.fn.node)]] : [];
  for (const ref of value.refs) {
    if (ref.k !== 'obj') continue;
    for (const [name, place] of walk.world.ids.children(ref.id) ?? []) {
      const member = name === '|' ? undefined : placeValue(walk, ref.id, place);
      if (member) members.push([name, member]);
    }
  }
  return members;
}

/** A component that is a function of the file is called with its props. */
function component(walk: Walk, node: TSESTree.JSXElement, props: readonly [string, Fact][]): void {
  const { name } = node.openingElement;
  if (name.type !== 'JSXIdentifier' || !/^[A-Z]/.test(name.name)) return;
  const variable = walk.world.variable(name);
  if (!variable) return;
  for (const ref of variableFact(walk, variable).refs) {
    if (ref.k === 'fn') walk.run.applyFunction(walk, node as unknown as CallNode, ref, undefined, { list: [newObject(walk, node, 'plain', props)], nodes: [node], rest: undefined });
  }
}
