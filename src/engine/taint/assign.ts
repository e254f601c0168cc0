/** Assignment to variables, members and patterns. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, unwrap } from '../../ast/nodes.ts';
import { fact, type Fact } from '../fact/fact.ts';
import { assignedTo } from './api-call.ts';
import { exportNamed } from './exported-names.ts';
import { exportValue, isExports } from './exports.ts';
import { Type } from '../value/value.ts';
import { apiFieldPlace } from './cells.ts';
import { readMember, withoutWholes } from './members.ts';
import { fixedElements, newObject } from './objects.ts';
import { backUnder, ledTo, owned, prototypeWrite } from './prototypes.ts';
import { named } from './named.ts';
import { writeVariable } from './variables.ts';
import { annotated } from './annotations.ts';
import { putInto, writeMember, writeCell } from './writes.ts';
import type { Walk } from './walk.ts';

/** The constant key of a member or property, computed ones evaluated. */
export function propertyKey(walk: Walk, node: TSESTree.MemberExpression | TSESTree.Property): string | undefined {
  const name = staticName(node);
  if (name !== undefined) return name;
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (!node.computed || key.type === 'PrivateIdentifier') return undefined;
  const { constant } = walk.run.evaluate(walk, key);
  return typeof constant?.value === 'string' || typeof constant?.value === 'number' ? String(constant.value) : undefined;
}

/** `res.locals.x = …`: a member of a library's value that no model knows holds what the file puts there. */
function nestedApiField(walk: Walk, node: TSESTree.MemberExpression, object: Fact, value: Fact): void {
  const inner = unwrap(node.object);
  if (inner.type !== 'MemberExpression' || object.refs.some((r) => r.k === 'obj' || r.k === 'api')) return;
  const name = staticName(inner);
  if (name === undefined) return;
  for (const ref of walk.run.evaluate(walk, inner.object).refs) {
    if (ref.k !== 'api' || ref.weak) continue;
    const place = apiFieldPlace(walk, ref.api.id, name);
    const id = walk.world.ids.child(place, '[[object]]');
    walk.world.publish(id);
    const holder = fact({ refs: [{ k: 'obj', id, cls: undefined, what: 'instance' }], ident: id });
    writeCell(walk, place, holder, false);
    writeMember(walk, holder, staticName(node), value);
  }
}

/** What is assigned to a target; the target itself where that is not written. */
const givenTo = (node: TSESTree.Node): TSESTree.Node => (node.parent?.type === 'AssignmentExpression' && node.parent.operator === '=' ? node.parent.right : node);

/** Assigns to what stands left of `=`, or in a `for`. */
export function assignTo(walk: Walk, target: TSESTree.Node, value: Fact): void {
  const node = unwrap(target);
  if (node.type === 'Identifier') {
    named(walk, node.name, value, givenTo(node));
    writeVariable(walk, node, value);
  } else if (node.type === 'MemberExpression') {
    const object = node.object.type === 'Super' ? walk.thisFact : walk.run.evaluate(walk, node.object);
    const name = propertyKey(walk, node);
    named(walk, name, value, givenTo(node));
    nestedApiField(walk, node, object, value);
    const key = name === undefined && node.computed ? walk.baked(walk.run.evaluate(walk, node.property)) : undefined;
    prototypeWrite(walk, node, object, key, node);
    if (key) owned(walk, key, value);
    writeMember(walk, object, name, key ? backUnder(walk, key, value) : value);
    if (isExports(object, name)) {
      exportValue(walk, value);
      if (name !== undefined && !object.refs.some((r) => r.k === 'native' && r.name === 'module')) exportNamed(walk, name, value);
    }
    for (const ref of object.refs) {
      if (ref.k !== 'api') continue;
      const { graph } = walk.world.registry;
      const member = graph.member(ref.api, name);
      if (member?.flows.some((flow) => flow.from[0]?.t === 'assign' && flow.to[0]?.t === 'receiver')) putInto(walk, object, value);
      const place = member && graph.assigned(member);
      if (place) assignedTo(walk, node, place, ref, object, value);
    }
  } else assignPattern(walk, node, value);
}

/** Binds a pattern: of a declaration, a parameter, an assignment. */
export function assignPattern(walk: Walk, pattern: TSESTree.Node, value: Fact): void {
  switch (pattern.type) {
    case 'Identifier': {
      const typed = pattern.typeAnnotation ? annotated(walk, value, pattern.typeAnnotation.typeAnnotation, true) : value;
      if (pattern.parent.type === 'VariableDeclarator' && pattern.parent.init) named(walk, pattern.name, value, pattern.parent.init);
      writeVariable(walk, pattern, typed);
      return;
    }
    case 'MemberExpression':
      assignTo(walk, pattern, value);
      return;
    case 'AssignmentPattern': {
      // the default stands in where the value is undefined
      const fallback = walk.run.evaluate(walk, pattern.right);
      const isUndefined = value.constant && value.constant.value === undefined;
      const isThere = (value.types & Type.undefined) === 0 || (value.constant !== undefined && value.constant.value !== undefined);
      assignPattern(walk, pattern.left, isUndefined ? fallback : isThere ? value : walk.joined(value, fallback, pattern));
      return;
    }
    case 'RestElement':
      assignPattern(walk, pattern.argument, value);
      return;
    case 'ObjectPattern': {
      const typed = pattern.typeAnnotation ? annotated(walk, value, pattern.typeAnnotation.typeAnnotation, true) : value;
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          // what was taken out beside it is in it no more
          assignPattern(walk, property.argument, pattern.properties.length > 1 ? { ...typed, taints: withoutWholes(typed.taints, property) } : typed);
          continue;
        }
        const name = propertyKey(walk, property);
        const member = readMember(walk, typed, name, property);
        assignPattern(walk, property.value, name === undefined && property.computed ? ledTo(walk, typed, member, walk.baked(walk.run.evaluate(walk, property.key))) : member);
      }
      return;
    }
    case 'ArrayPattern':
      pattern.elements.forEach((element, i) => {
        if (!element) return;
        if (element.type === 'RestElement') {
          const fixed = fixedElements(walk, value);
          const members: (readonly [string, Fact])[] = fixed ? fixed.slice(i).map((f, n) => [String(n), f] as const) : [['*', readMember(walk, value, undefined, element)]];
          assignPattern(walk, element.argument, newObject(walk, element, 'array', members));
        } else assignPattern(walk, element, readMember(walk, value, String(i), element));
      });
      return;
    case 'TSParameterProperty': {
      assignPattern(walk, pattern.parameter, value);
      const inner = pattern.parameter.type === 'AssignmentPattern' ? pattern.parameter.left : pattern.parameter;
      if (inner.type === 'Identifier') writeMember(walk, walk.thisFact, inner.name, walk.run.evaluate(walk, inner));
      return;
    }
    default: {
      const inner = unwrap(pattern);
      if (inner !== pattern) assignPattern(walk, inner, value);
    }
  }
}
