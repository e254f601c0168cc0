/** Assignment to variables, members and patterns. */
import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, unwrap } from '../../ast/nodes.ts';
import type { Fact } from '../fact/fact.ts';
import { assignedTo } from './api-call.ts';
import { exportValue, isExports } from './exports.ts';
import { evaluate } from './transfer.ts';
import { readMember, writeMember, newObject } from './members.ts';
import { writeVariable } from './variables.ts';
import type { Walk } from './walk.ts';

/** The constant key of a member or property, computed ones evaluated. */
export function propertyKey(walk: Walk, node: TSESTree.MemberExpression | TSESTree.Property): string | undefined {
  const name = staticName(node);
  if (name !== undefined) return name;
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (!node.computed || key.type === 'PrivateIdentifier') return undefined;
  const { constant } = evaluate(walk, key);
  return typeof constant?.value === 'string' || typeof constant?.value === 'number' ? String(constant.value) : undefined;
}

/** Assigns to what stands left of `=`, or in a `for`. */
export function assignTo(walk: Walk, target: TSESTree.Node, value: Fact): void {
  const node = unwrap(target);
  if (node.type === 'Identifier') writeVariable(walk, node, value);
  else if (node.type === 'MemberExpression') {
    const object = node.object.type === 'Super' ? walk.thisFact : evaluate(walk, node.object);
    const name = propertyKey(walk, node);
    writeMember(walk, object, name, value);
    if (isExports(object, name)) exportValue(walk, value);
    for (const ref of object.refs) {
      if (ref.k !== 'api') continue;
      const { graph } = walk.world.registry;
      const member = graph.member(ref.api, name);
      const place = member && graph.assigned(member);
      if (place) assignedTo(walk, node, place, ref, value);
    }
  } else assignPattern(walk, node, value);
}

/** Binds a pattern: of a declaration, a parameter, an assignment. */
export function assignPattern(walk: Walk, pattern: TSESTree.Node, value: Fact): void {
  switch (pattern.type) {
    case 'Identifier': {
      const typed = pattern.typeAnnotation ? walk.annotated(value, pattern.typeAnnotation.typeAnnotation, true) : value;
      writeVariable(walk, pattern, typed);
      return;
    }
    case 'MemberExpression':
      assignTo(walk, pattern, value);
      return;
    case 'AssignmentPattern': {
      // the default stands in where the value is undefined
      const fallback = evaluate(walk, pattern.right);
      const isUndefined = value.constant && value.constant.value === undefined;
      assignPattern(walk, pattern.left, isUndefined ? fallback : walk.joined(value, fallback, pattern));
      return;
    }
    case 'RestElement':
      assignPattern(walk, pattern.argument, value);
      return;
    case 'ObjectPattern': {
      const typed = pattern.typeAnnotation ? walk.annotated(value, pattern.typeAnnotation.typeAnnotation, true) : value;
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          assignPattern(walk, property.argument, typed);
          continue;
        }
        assignPattern(walk, property.value, readMember(walk, typed, propertyKey(walk, property), property));
      }
      return;
    }
    case 'ArrayPattern':
      pattern.elements.forEach((element, i) => {
        if (!element) return;
        if (element.type === 'RestElement') {
          const rest = readMember(walk, value, undefined, element);
          assignPattern(walk, element.argument, newObject(walk, element, 'array', [['*', rest]]));
        } else assignPattern(walk, element, readMember(walk, value, String(i), element));
      });
      return;
    case 'TSParameterProperty': {
      assignPattern(walk, pattern.parameter, value);
      const inner = pattern.parameter.type === 'AssignmentPattern' ? pattern.parameter.left : pattern.parameter;
      if (inner.type === 'Identifier') writeMember(walk, walk.thisFact, inner.name, evaluate(walk, inner));
      return;
    }
    default: {
      const inner = unwrap(pattern);
      if (inner !== pattern) assignPattern(walk, inner, value);
    }
  }
}
