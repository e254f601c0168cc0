/** What an expression's value is, from those of its parts. Long spines (`a + b + …`, `a.b().c()`) are loops. */
import type { TSESTree } from '@typescript-eslint/utils';
import { bit } from '../../model/kinds.ts';
import { staticName, unwrap } from '../../ast/nodes.ts';
import { constantFact, derived, fact, filterTaints, joinFacts, joinTaints, undefinedFact, unknown, type Fact } from '../fact/fact.ts';
import { TEXTLESS_KEEPS } from '../fact/mask.ts';
import { TextBuilder } from '../fact/text.ts';
import { TEXTLESS, Type, type Primitive } from '../value/value.ts';
import { expose } from './exposure.ts';
import { assignPattern, assignTo, propertyKey } from './assign.ts';
import { call, construct, evaluateArgs, taggedTemplate } from './call.ts';
import { booleanFact, condition, valueOfLogical } from './condition.ts';
import { readMember } from './members.ts';
import { picked } from './origins.ts';
import { ledTo } from './prototypes.ts';
import { typed } from './typed.ts';
import { readVariable } from './variables.ts';
import { annotated } from './annotations.ts';
import { importedModule } from './imports.ts';
import { methodSink, pickedSink } from './methods.ts';
import { stringified } from './members.ts';
import { writeMember } from './writes.ts';
import { array, jsx, object } from './literals.ts';
import type { Walk } from './walk.ts';
import { superMember, superFact, superCall, declareClass } from './classes.ts';

export function evaluate(walk: Walk, node: TSESTree.Node): Fact {
  walk.step();
  switch (node.type) {
    case 'Literal':
      return 'regex' in node && node.regex ? fact({ types: Type.regex, literal: true, refs: [{ k: 'regex', source: node.regex.pattern, flags: node.regex.flags, node }] }) : constantFact(node.value as Primitive);
    case 'Identifier':
      return walk.state.bake(readVariable(walk, node));
    case 'MemberExpression':
    case 'CallExpression':
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return evaluateChain(walk, node);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return isConstAssertion(node) ? evaluate(walk, node.expression) : annotated(walk, evaluate(walk, node.expression), node.typeAnnotation, false);
    case 'TSSatisfiesExpression':
    case 'TSInstantiationExpression':
      return evaluate(walk, node.expression);
    case 'TemplateLiteral':
      return template(walk, node);
    case 'BinaryExpression':
      return binary(walk, node);
    case 'LogicalExpression':
      return valueOfLogical(walk, node);
    case 'ConditionalExpression':
      return conditional(walk, node);
    case 'AssignmentExpression':
      return assignment(walk, node);
    case 'UpdateExpression': {
      const before = evaluate(walk, node.argument);
      const after = derived(before, TEXTLESS_KEEPS, Type.number);
      assignTo(walk, node.argument, after);
      return after;
    }
    case 'UnaryExpression':
      return unary(walk, node);
    case 'ObjectExpression':
      return object(walk, node);
    case 'ArrayExpression':
      return array(walk, node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': {
      const fn = walk.world.index.functionOf.get(node);
      if (fn) expose(walk, fn);
      return fn ? fact({ types: Type.function, literal: true, refs: [{ k: 'fn', fn, captures: undefined, boundThis: undefined, boundArguments: undefined }], ident: walk.world.ids.of(fn) }) : unknown;
    }
    case 'ClassExpression':
      return declareClass(walk, node);
    case 'NewExpression': {
      const callee = evaluate(walk, node.callee);
      return construct(walk, node, callee, evaluateArgs(walk, node.arguments));
    }
    case 'TaggedTemplateExpression':
      return taggedTemplate(walk, node);
    case 'SequenceExpression': {
      let last = undefinedFact;
      for (const e of node.expressions) last = evaluate(walk, e);
      return last;
    }
    case 'AwaitExpression':
      return evaluate(walk, node.argument);
    case 'YieldExpression': {
      const value = node.argument ? evaluate(walk, node.argument) : undefinedFact;
      const yielded = node.delegate ? readMember(walk, value, undefined, node) : value;
      walk.yielded = walk.yielded ? joinFacts(walk.yielded, yielded) : yielded;
      return unknown;
    }
    case 'ThisExpression':
      return walk.state.bake(walk.thisFact);
    case 'ImportExpression':
      return importedModule(walk, node, evaluate(walk, node.source), node.source);
    case 'SpreadElement':
      return evaluate(walk, node.argument);
    case 'JSXElement':
    case 'JSXFragment':
      return jsx(walk, node);
    case 'JSXExpressionContainer':
      return node.expression.type === 'JSXEmptyExpression' ? unknown : evaluate(walk, node.expression);
    default:
      // wrappers of other parsers (parentheses kept by Babel)
      return unwrap(node) === node ? unknown : evaluate(walk, unwrap(node));
  }
}

const isConstAssertion = (node: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion): boolean =>
  node.typeAnnotation.type === 'TSTypeReference' && node.typeAnnotation.typeName.type === 'Identifier' && node.typeAnnotation.typeName.name === 'const';

/** `a.b(c).d`: from the innermost outwards, in a loop. */
function evaluateChain(walk: Walk, outer: TSESTree.Node): Fact {
  const spine: (TSESTree.MemberExpression | TSESTree.CallExpression)[] = [];
  let node = outer;
  for (;;) {
    if (node.type === 'ChainExpression' || node.type === 'TSNonNullExpression') node = node.expression;
    else if (node.type === 'MemberExpression') {
      spine.push(node);
      node = node.object;
    } else if (node.type === 'CallExpression') {
      spine.push(node);
      node = node.callee;
    } else break;
  }
  let value = node.type === 'Super' ? superFact(walk) : node.type === 'Import' as never ? unknown : evaluate(walk, node);
  let receiver: Fact | undefined;
  let name: string | undefined;
  let isSuper = node.type === 'Super';
  /** The last member, if it is named at run time. */
  let keyed: { readonly table: Fact; readonly key: Fact; readonly property: TSESTree.Node } | undefined;
  if (spine.at(-1)?.type === 'CallExpression') pickedSink(walk, spine.at(-1) as TSESTree.CallExpression, node);
  for (let link = spine.pop(); link; link = spine.pop()) {
    walk.step();
    if (link.type === 'MemberExpression') {
      name = staticName(link);
      const key = name === undefined && link.computed ? evaluate(walk, link.property) : undefined;
      if (spine.at(-1)?.type === 'CallExpression') value = typed(walk, value, link.object, name);
      if (key) {
        name = computedName(key);
        keyed = { table: value, key, property: link.property };
      } else if (name !== 'call' && name !== 'apply') keyed = undefined;
      receiver = isSuper ? walk.thisFact : value;
      value = isSuper ? superMember(walk, name, link) : readMember(walk, value, name, link);
      if (key && name === undefined) value = picked(ledTo(walk, receiver, value, key), key);
    } else {
      const args = evaluateArgs(walk, link.arguments);
      if (keyed) methodSink(walk, link, keyed.table, keyed.key, keyed.property);
      value = isSuper && !receiver ? superCall(walk, link, value, args) : call(walk, link, value, receiver, name, args);
      receiver = undefined;
      name = undefined;
      keyed = undefined;
    }
    isSuper = false;
  }
  return value;
}

const computedName = (key: Fact): string | undefined => (key.constant && (typeof key.constant.value === 'string' || typeof key.constant.value === 'number') ? String(key.constant.value) : undefined);

function template(walk: Walk, node: TSESTree.TemplateLiteral): Fact {
  const builder = new TextBuilder();
  node.quasis.forEach((quasi, i) => {
    builder.addConstant(quasi.value.cooked ?? quasi.value.raw);
    const hole = node.expressions[i];
    if (hole) builder.add(stringified(walk, evaluate(walk, hole)), hole);
  });
  return builder.done(walk.world.ids.of(node));
}

function binary(walk: Walk, outer: TSESTree.BinaryExpression): Fact {
  if (outer.operator !== '+') return comparisonOrNumber(walk, outer);
  const spine: TSESTree.BinaryExpression[] = [];
  let node: TSESTree.Node = outer;
  while (node.type === 'BinaryExpression' && node.operator === '+') {
    spine.push(node);
    node = node.left;
  }
  const operands: { readonly node: TSESTree.Node; readonly value: Fact }[] = [{ node, value: evaluate(walk, node) }];
  for (let link = spine.pop(); link; link = spine.pop()) {
    walk.step();
    operands.push({ node: link.right, value: evaluate(walk, link.right) });
  }
  let numeric = true;
  for (const { value } of operands) if ((value.types & ~TEXTLESS) !== 0) numeric = false;
  if (numeric) {
    const sum = operands.every((o) => typeof o.value.constant?.value === 'number') && operands.reduce((n, o) => n + Number(o.value.constant?.value), 0);
    if (sum !== false) return constantFact(sum);
    const literal = operands.every((o) => o.value.literal);
    return fact({ types: Type.number, literal, taints: operands.reduce((t, o) => joinTaints(t, filterTaints(o.value.taints, TEXTLESS_KEEPS)), unknown.taints) });
  }
  const builder = new TextBuilder();
  for (const { value, node: n } of operands) builder.add(stringified(walk, value), n);
  return builder.done(walk.world.ids.of(outer));
}

function comparisonOrNumber(walk: Walk, node: TSESTree.BinaryExpression): Fact {
  if (/^([=!]==?|[<>]=?|in|instanceof)$/.test(node.operator)) {
    return booleanFact(walk, node, condition(walk, node));
  }
  const left = node.left.type === 'PrivateIdentifier' ? unknown : evaluate(walk, node.left);
  const right = evaluate(walk, node.right);
  const known = calculated(node.operator, left.constant?.value, right.constant?.value);
  if (known !== undefined) return constantFact(known);
  // what is left of a division is less than the divisor
  const keeps = node.operator === '%' && right.literal ? TEXTLESS_KEEPS & ~bit.size : TEXTLESS_KEEPS;
  return fact({ types: Type.number, literal: left.literal && right.literal, taints: joinTaints(filterTaints(left.taints, keeps), filterTaints(right.taints, TEXTLESS_KEEPS)), ident: walk.world.ids.of(node) });
}

/** `5 * 1024 * 1024`. */
function calculated(operator: string, a: Primitive, b: Primitive): number | undefined {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (operator) {
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '-':
      return a - b;
    case '**':
      return a ** b;
    case '<<':
      return a << b;
    case '|':
      return a | b;
    default:
      return undefined;
  }
}

function conditional(walk: Walk, node: TSESTree.ConditionalExpression): Fact {
  // `a ? b : c ? d : …` leans to the right: a loop over the tests, each else-branch nested in the state
  const test = condition(walk, node.test);
  let yes: Fact = unknown;
  let no: Fact = unknown;
  const a = walk.branch(test.yes, () => (yes = walk.baked(evaluate(walk, node.consequent))));
  const b = walk.branch(test.no, () => (no = walk.baked(evaluate(walk, node.alternate))));
  walk.join([a, b], test.soft);
  return walk.joined(yes, no, node);
}

function assignment(walk: Walk, node: TSESTree.AssignmentExpression): Fact {
  const { operator } = node;
  if (operator === '=') {
    const value = evaluate(walk, node.right);
    if (node.left.type === 'ObjectPattern' || node.left.type === 'ArrayPattern') assignPattern(walk, node.left, value);
    else assignTo(walk, node.left, value);
    return value;
  }
  const before = evaluate(walk, node.left);
  let after: Fact;
  if (operator === '+=') {
    const right = evaluate(walk, node.right);
    if ((before.types & ~TEXTLESS) === 0 && (right.types & ~TEXTLESS) === 0) after = fact({ types: Type.number, literal: before.literal && right.literal, taints: filterTaints(joinTaints(before.taints, right.taints), TEXTLESS_KEEPS) });
    else after = new TextBuilder().add(stringified(walk, before), node.left).add(stringified(walk, right), node.right).done(walk.world.ids.of(node));
  } else if (operator === '??=' || operator === '||=' || operator === '&&=') {
    let right: Fact = unknown;
    const end = walk.branch(undefined, () => (right = walk.baked(evaluate(walk, node.right))));
    walk.join([end, walk.branch(undefined, () => undefined)]);
    const kept = operator === '??=' && (before.types & (Type.undefined | Type.null)) === 0;
    after = kept ? before : walk.joined(before, right, node);
  } else {
    const right = evaluate(walk, node.right);
    after = fact({ types: Type.number, taints: filterTaints(joinTaints(before.taints, right.taints), TEXTLESS_KEEPS) });
  }
  assignTo(walk, node.left, after);
  return after;
}

function unary(walk: Walk, node: TSESTree.UnaryExpression): Fact {
  switch (node.operator) {
    case '!':
      return booleanFact(walk, node, condition(walk, node));
    case 'typeof':
      return { ...derived(evaluate(walk, node.argument), 0, Type.string), literal: true };
    case 'void':
      evaluate(walk, node.argument);
      return undefinedFact;
    case 'delete':
      if (node.argument.type === 'MemberExpression') {
        const target = evaluate(walk, node.argument.object);
        const name = propertyKey(walk, node.argument);
        if (name !== undefined) writeMember(walk, target, name, undefinedFact);
      }
      return fact({ types: Type.boolean });
    default: {
      const value = evaluate(walk, node.argument);
      if (typeof value.constant?.value === 'number') return constantFact(node.operator === '-' ? -value.constant.value : node.operator === '+' ? value.constant.value : ~value.constant.value);
      return { ...derived(value, TEXTLESS_KEEPS, Type.number), literal: value.literal, ident: walk.world.ids.of(node) };
    }
  }
}
