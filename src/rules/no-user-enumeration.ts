/** One answer where nobody has the name, another where the password is wrong: whoever asks learns which names there are. */
import type { TSESTree } from '@typescript-eslint/utils';
import { isFunctionNode, staticName, unwrap, wrapped } from '../ast/nodes.ts';
import { referencesOf, variableOf, type ScopeManager, type Variable } from '../ast/scope.ts';
import type { ApiCall } from '../engine/index.ts';
import { callRule } from '../rule/call-rule.ts';
import type { Report } from '../rule/report.ts';

interface Reply {
  readonly node: TSESTree.Node;
  /** What is sent, where all of it is constant. */
  readonly text: string;
}

const MOST_STATEMENTS = 12;

export const rule = callRule({
  name: 'no-user-enumeration',
  marks: ['checksPassword'],
  docs: {
    description: 'disallow answers to a login that tell an unknown user from a wrong password',
    recommended: false,
    cwe: ['CWE-204'],
    owasp: ['A07:2021', 'A07:2025'],
    severity: 5.3,
  },
  messages: {
    differs: 'A wrong password is answered otherwise than an unknown user, in line {{line}}, so whoever asks learns which users there are: give one answer to both.',
  },
  defaults: {},
  check: (call, _, { sourceCode: { scopeManager } }) => {
    if (!scopeManager || call.node.type === 'TaggedTemplateExpression') return [];
    const wrong = answersOf(call, scopeManager);
    const reports: Report[] = [];
    for (const user of holdersIn(call.node.arguments, scopeManager)) {
      const unknown = referencesOf(user).flatMap(({ identifier }) => answerUnless(testedWhole(identifier)));
      for (const reply of wrong) {
        const other = unknown.find((one) => one.node !== reply.node && one.text !== reply.text);
        if (other && !unknown.some((one) => one.node === reply.node)) reports.push({ node: reply.node, message: 'differs', data: { line: String(other.node.loc.start.line) } });
      }
    }
    return reports;
  },
});

/** What is sent where the check fails: in its condition, by its variable, in its callback. */
function answersOf({ node }: ApiCall, scopes: ScopeManager): readonly Reply[] {
  let value = wrapped(node);
  if (value.parent?.type === 'AwaitExpression') value = wrapped(value.parent);
  const { parent } = value;
  const names: TSESTree.Node[] = [];
  if (parent?.type === 'VariableDeclarator' && parent.init === value) names.push(parent.id);
  else if (parent?.type === 'AssignmentExpression' && parent.right === value) names.push(parent.left);
  const callback = node.type === 'CallExpression' ? node.arguments.at(-1) : undefined;
  if (callback && isFunctionNode(callback) && callback.params[1]) names.push(callback.params[1]);
  const then = parent?.type === 'MemberExpression' && staticName(parent) === 'then' && parent.parent.type === 'CallExpression' ? parent.parent.arguments[0] : undefined;
  if (then && isFunctionNode(then) && then.params[0]) names.push(then.params[0]);
  const references = names.flatMap((name) => {
    const variable = name.type === 'Identifier' ? variableOf(name, scopes) : undefined;
    return variable ? referencesOf(variable).map(({ identifier }) => identifier as TSESTree.Node) : [];
  });
  return [value, ...references].flatMap(answerUnless);
}

/** Variables of which a member is compared with the password: `user` of `compare(password, user.hash)`. */
function holdersIn(nodes: readonly TSESTree.Node[], scopes: ScopeManager): ReadonlySet<Variable> {
  const found = new Set<Variable>();
  for (const argument of nodes) {
    let node = unwrap(argument);
    if (node.type !== 'MemberExpression') continue;
    while (node.type === 'MemberExpression') node = unwrap(node.object);
    const variable = node.type === 'Identifier' ? variableOf(node, scopes) : undefined;
    // what a library or a caller gives is no user that was looked for
    if (variable && variable.defs.some(({ type }) => String(type) === 'Variable')) found.add(variable);
  }
  return found;
}

/** `rows.length` is a test of `rows`. */
function testedWhole(node: TSESTree.Node): TSESTree.Node {
  const { parent } = wrapped(node);
  return parent?.type === 'MemberExpression' && parent.object === wrapped(node) && staticName(parent) === 'length' ? parent : node;
}

/** What is sent where a value is falsy (`null`, nothing): by the `if` that tests it. */
function answerUnless(value: TSESTree.Node): readonly Reply[] {
  let node = wrapped(value);
  let ifTrue = true;
  for (; ; node = wrapped(node)) {
    const parent: TSESTree.Node | undefined = node.parent;
    if (parent?.type === 'UnaryExpression' && parent.operator === '!') ifTrue = !ifTrue;
    else if (parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator)) {
      const other = unwrap(parent.left === node ? parent.right : parent.left);
      const isNothing = (other.type === 'Literal' && !other.value) || (other.type === 'Identifier' && other.name === 'undefined');
      const isSomething = other.type === 'Literal' && other.value === true;
      if (!isNothing && !isSomething) return [];
      if ((parent.operator.startsWith('=') && isNothing) || (parent.operator.startsWith('!') && isSomething)) ifTrue = !ifTrue;
    } else if (parent?.type === 'LogicalExpression') {
      // `!user || …`, `user && …`: where the value is nothing, so is the whole
      if (parent.operator !== (ifTrue ? '&&' : '||')) return [];
    } else if (parent?.type === 'AwaitExpression') {
      // of the promise
    } else if (parent?.type === 'IfStatement' && parent.test === node) {
      return replyIn(ifTrue ? (parent.alternate ? [parent.alternate] : after(parent)) : [parent.consequent]);
    } else return [];
    node = parent;
  }
}

/** The statements after this one. */
function after(node: TSESTree.Statement): readonly TSESTree.Statement[] {
  const { parent } = node;
  return parent?.type === 'BlockStatement' ? parent.body.slice(parent.body.indexOf(node) + 1) : [];
}

/** The answer that these statements give, if they do nothing else of note. */
function replyIn(statements: readonly TSESTree.Statement[]): readonly Reply[] {
  const parts: string[] = [];
  let first: TSESTree.Node | undefined;
  for (const statement of statements.flatMap((one) => (one.type === 'BlockStatement' ? one.body : [one])).slice(0, MOST_STATEMENTS)) {
    const text = answerOf(statement);
    if (text !== undefined && text !== '') {
      parts.push(text);
      first ??= statement;
    }
    if (statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement') return first ? [{ node: first, text: parts.join(';') }] : [];
    if (statement.type !== 'ExpressionStatement') break;
  }
  return first ? [{ node: first, text: parts.join(';') }] : [];
}

/** A statement that sends something constant to what the function was given: `res.status(401).send('no')`. Of others nothing is known. */
function answerOf(statement: TSESTree.Statement): string | undefined {
  switch (statement.type) {
    case 'ThrowStatement':
      return textOf(statement.argument);
    case 'ReturnStatement':
      return statement.argument ? textOf(statement.argument) : '';
    case 'ExpressionStatement': {
      const { expression } = statement;
      const target = unwrap(expression.type === 'AssignmentExpression' ? expression.left : expression);
      if (!isOfParameter(target)) return '';
      const [sent, value] = [textOf(target), expression.type === 'AssignmentExpression' ? textOf(expression.right) : ''];
      return sent === undefined || value === undefined ? undefined : `${sent}=${value}`;
    }
    default:
      return undefined;
  }
}

/** `res.status(1).json(x)`, `next(x)`, `ctx.body`: it begins with a parameter of a function around. */
function isOfParameter(node: TSESTree.Node): boolean {
  let root = unwrap(node);
  while (root.type === 'MemberExpression' || root.type === 'CallExpression' || root.type === 'AwaitExpression') root = unwrap(root.type === 'CallExpression' ? root.callee : root.type === 'AwaitExpression' ? root.argument : root.object);
  if (root.type !== 'Identifier') return false;
  const { name } = root;
  for (let around: TSESTree.Node | undefined = root.parent; around; around = around.parent) {
    if (isFunctionNode(around) && around.params.some((param) => param.type === 'Identifier' && param.name === name)) return true;
  }
  return false;
}

/** One text for one answer; undefined where something in it is not constant. */
function textOf(value: TSESTree.Node, depth = 0): string | undefined {
  const node = unwrap(value);
  if (depth > MOST_STATEMENTS) return undefined;
  const all = (nodes: readonly (TSESTree.Node | null)[]): string | undefined => {
    const texts = nodes.map((one) => (one ? textOf(one, depth + 1) : ''));
    return texts.includes(undefined) ? undefined : texts.join();
  };
  const around = (before: string | undefined, inside: string | undefined): string | undefined => (before === undefined || inside === undefined ? undefined : `${before}(${inside})`);
  switch (node.type) {
    case 'Literal':
      return JSON.stringify(node.value);
    case 'Identifier':
      return node.name;
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? JSON.stringify(node.quasis[0]?.value.cooked) : undefined;
    case 'MemberExpression':
      return node.computed ? undefined : all([node.object, node.property]);
    case 'AwaitExpression':
      return textOf(node.argument, depth + 1);
    case 'CallExpression':
    case 'NewExpression':
      return around(textOf(node.callee, depth + 1), all(node.arguments));
    case 'ArrayExpression':
      return all(node.elements);
    case 'ObjectExpression':
      return around('', all(node.properties));
    case 'Property':
      return node.computed ? undefined : around(staticName(node), textOf(node.value, depth + 1));
    default:
      return undefined;
  }
}
