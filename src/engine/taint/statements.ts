/** Statements in order: branches, loops, jumps, exceptions. */
import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/nodes.ts';
import { joinFacts, undefinedFact, unknown, type Fact } from '../fact/fact.ts';
import { equality } from '../safety/guards.ts';
import { returnedTo } from './api-call.ts';
import { assignPattern } from './assign.ts';
import { declareClass } from './classes.ts';
import { condition, truthiness } from './condition.ts';
import { exportDeclaration } from './export-statements.ts';
import { exportValue } from './exports.ts';
import { snapshot } from './heap.ts';
import { forEach, loop } from './loops.ts';
import { namedByFunction } from './named.ts';
import { newObject } from './objects.ts';
import { closed } from './closures.ts';
import { readVariable } from './variables.ts';
import { evaluate } from './transfer.ts';
import type { State } from './state.ts';
import { caughtError } from './origins.ts';
import type { Walk } from './walk.ts';

export function walkStatements(walk: Walk, list: readonly TSESTree.Node[]): void {
  for (const node of list) {
    if (!walk.live) return;
    walkStatement(walk, node);
  }
}

export function walkStatement(walk: Walk, node: TSESTree.Node): void {
  walk.step();
  const { label } = walk;
  walk.label = undefined;
  switch (node.type) {
    case 'ExpressionStatement':
      evaluate(walk, node.expression);
      return;
    case 'VariableDeclaration':
      for (const declarator of node.declarations) declare(walk, node, declarator);
      return;
    case 'ReturnStatement': {
      if (!node.argument) {
        walk.addReturn(undefinedFact, undefined, new Map());
        return;
      }
      const value = walk.baked(evaluate(walk, node.argument));
      if (!walk.live) return;
      if (walk.calledAt) returnedTo(walk, node.argument, walk.calledAt, value);
      namedByFunction(walk, value, node.argument);
      const leaving = closed(walk, value);
      walk.addReturn(leaving, truthiness(walk, unwrap(node.argument), value), snapshot(walk, leaving));
      return;
    }
    case 'IfStatement':
      walkIf(walk, node);
      return;
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      walkStatements(walk, node.body);
      return;
    case 'ForStatement':
      if (node.init) node.init.type === 'VariableDeclaration' ? walkStatement(walk, node.init) : evaluate(walk, node.init);
      loop(walk, node, label, node.test, node.body, () => node.update && evaluate(walk, node.update));
      return;
    case 'WhileStatement':
      loop(walk, node, label, node.test, node.body);
      return;
    case 'DoWhileStatement':
      loop(walk, node, label, node.test, node.body, undefined, true);
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
      forEach(walk, node, label);
      return;
    case 'SwitchStatement':
      walkSwitch(walk, node, label);
      return;
    case 'TryStatement':
      walkTry(walk, node);
      return;
    case 'ThrowStatement': {
      const value = evaluate(walk, node.argument);
      walk.addThrown(value);
      return;
    }
    case 'BreakStatement':
    case 'ContinueStatement':
      walk.jump(node.label?.name, node.type === 'BreakStatement' ? 'break' : 'continue');
      return;
    case 'LabeledStatement':
      labeled(walk, node);
      return;
    case 'ClassDeclaration': {
      const value = declareClass(walk, node);
      if (node.id) assignPattern(walk, node.id, value);
      return;
    }
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      exportDeclaration(walk, node);
      return;
    case 'TSExportAssignment':
      exportValue(walk, evaluate(walk, node.expression));
      return;
    case 'TSModuleDeclaration':
      namespace(walk, node);
      return;
    case 'WithStatement':
      evaluate(walk, node.object);
      walkStatement(walk, node.body);
      return;
    default:
  }
}

/** `namespace A { export const f = … }`: an object of what it exports. */
function namespace(walk: Walk, node: TSESTree.TSModuleDeclaration): void {
  if (node.body?.type !== 'TSModuleBlock') return;
  const members: [string, Fact][] = [];
  for (const statement of node.body.body) {
    const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
    walkStatement(walk, inner ?? statement);
    if (!inner) continue;
    const names = inner.type === 'VariableDeclaration' ? inner.declarations.map((d) => d.id) : 'id' in inner && inner.id ? [inner.id] : [];
    for (const name of names) if (name.type === 'Identifier') members.push([name.name, readVariable(walk, name)]);
  }
  if (node.id.type === 'Identifier') assignPattern(walk, node.id, newObject(walk, node, 'plain', members));
}

function declare(walk: Walk, declaration: TSESTree.VariableDeclaration, node: TSESTree.VariableDeclarator): void {
  if (!node.init) {
    // `var x;` again changes nothing
    if (declaration.kind !== 'var' || walk.jumps.length === 0) assignPattern(walk, node.id, node.id.type === 'Identifier' && node.id.typeAnnotation ? unknown : undefinedFact);
    return;
  }
  const value = walk.baked(evaluate(walk, node.init));
  assignPattern(walk, node.id, value);
}

/** `else if` chains are loops, so that 2,000 of them do not overflow. */
function walkIf(walk: Walk, outer: TSESTree.IfStatement): void {
  const ends: (State | undefined)[] = [];
  const softs: ReadonlyMap<number, number>[] = [];
  const base = walk.state;
  let node: TSESTree.Statement | null = outer;
  const frames: State[] = [];
  while (node?.type === 'IfStatement') {
    const test = condition(walk, node.test);
    if (!walk.live) {
      walk.state = base;
      walk.join(ends.map((e) => e?.flattened(base)));
      return;
    }
    const { consequent } = node as TSESTree.IfStatement;
    ends.push(walk.branch(test.yes, () => walkStatement(walk, consequent)));
    softs.push(test.soft);
    const next = walk.state.fork();
    frames.push(walk.state);
    walk.state = next;
    walk.refine(test.no);
    node = (node as TSESTree.IfStatement).alternate;
  }
  if (node) walkStatement(walk, node);
  ends.push(walk.live ? walk.state : undefined);
  walk.state = base;
  walk.live = true;
  const alive = ends.filter((e) => e !== undefined);
  walk.join(
    alive.map((e) => e.flattened(base)),
    softs[0],
  );
}

function labeled(walk: Walk, node: TSESTree.LabeledStatement): void {
  if (/^(For|While|DoWhile)/.test(node.body.type)) {
    walk.label = node.label.name;
    walkStatement(walk, node.body);
    return;
  }
  const target = { label: node.label.name, isLoop: false, base: walk.state, breaks: [] as State[], continues: [] as State[] };
  walk.jumps.push(target);
  const end = walk.branch(undefined, () => walkStatement(walk, node.body));
  walk.jumps.pop();
  walk.join([end, ...target.breaks]);
}

function walkSwitch(walk: Walk, node: TSESTree.SwitchStatement, label: string | undefined): void {
  const subject = evaluate(walk, node.discriminant);
  const isTrue = subject.constant?.value === true;
  const base = walk.state;
  const target = { label, isLoop: false, base, breaks: [] as State[], continues: [] as State[] };
  walk.jumps.push(target);
  let fallsThrough: State | undefined;
  let hasDefault = false;
  const none = base.fork();
  for (const clause of node.cases) {
    walk.state = base.fork();
    walk.live = true;
    if (clause.test) {
      const said = isTrue ? condition(walk, clause.test) : equality(subject, evaluate(walk, clause.test));
      walk.refine(said.yes);
    } else hasDefault = true;
    if (fallsThrough) {
      // entered by its test, or from the case above
      const entered = walk.state.flattened(base);
      walk.state = base.fork();
      walk.join([entered.rebased(walk.state), fallsThrough.rebased(walk.state)]);
    }
    walkStatements(walk, clause.consequent);
    fallsThrough = walk.live ? walk.state.flattened(base) : undefined;
  }
  walk.jumps.pop();
  walk.state = base;
  walk.live = true;
  walk.join([fallsThrough, ...(hasDefault ? [] : [none]), ...target.breaks]);
}

function walkTry(walk: Walk, node: TSESTree.TryStatement): void {
  const base = walk.state;
  const collector: { thrown: Fact | undefined } = { thrown: undefined };
  const inside = base.fork();
  walk.state = inside;
  if (node.handler) walk.catches.push(collector);
  walkStatements(walk, node.block.body);
  if (node.handler) walk.catches.pop();
  const end = walk.live ? walk.state.flattened(base) : undefined;
  walk.state = base;
  walk.live = true;
  const ends: (State | undefined)[] = [end];
  const { handler } = node;
  if (handler) {
    // an exception may come from anywhere inside: from the start and the end, joined
    const start = base.fork();
    walk.state = base.fork();
    walk.join([start.rebased(walk.state), inside.flattened(base).rebased(walk.state)]);
    if (handler.param) {
      const caught = caughtError(walk, handler.param);
      const thrown = collector.thrown;
      assignPattern(walk, handler.param, thrown ? { ...joinFacts(caught, thrown), ident: caught.ident } : caught);
    }
    walkStatements(walk, handler.body.body);
    ends.push(walk.live ? walk.state.flattened(base) : undefined);
    walk.state = base;
    walk.live = true;
  }
  walk.join(ends);
  if (node.finalizer) {
    const { live } = walk;
    walk.live = true;
    walkStatements(walk, node.finalizer.body);
    walk.live &&= live;
  }
}

