/** Numbers and texts that can be guessed, made by `node:crypto` instead. */
import type { TSESTree } from '@typescript-eslint/utils';
import { importsModule } from '../ast/bindings.ts';
import { replaceRange, sortEdits, type SourceCode } from '../ast/edit.ts';
import { importEdits } from '../ast/imports.ts';
import { staticName, unwrap, wrapped } from '../ast/nodes.ts';
import { isGlobal, variableOf } from '../ast/scope.ts';
import type { Edit, Refusal, Repair } from './fix.ts';

const CRYPTO = 'node:crypto';
/** `randomInt` takes no greater range. */
const WIDEST = 2 ** 48 - 1;
/** What is asked of a number to have it as a text of random letters. */
const OF_TEXT = new Set(['toString', 'slice', 'substr', 'substring', 'replace', 'replaceAll', 'toUpperCase', 'toLowerCase', 'padStart', 'padEnd', 'trim']);

/**
 * Repairs of the call that made the value: a fix for `Math.floor(Math.random() * 100)`, which `randomInt(100)` does for the same numbers,
 * and for `pseudoRandomBytes`, which is `randomBytes` by an old name; suggestions for what is made longer.
 */
export function secureRandom(made: TSESTree.Node, source: SourceCode): readonly Repair[] | Refusal {
  const node = unwrap(made);
  if (node.type !== 'CallExpression') return { reason: 'the value is made elsewhere' };
  const callee = unwrap(node.callee);
  if ((callee.type === 'Identifier' || callee.type === 'MemberExpression') && isPseudo(callee, source)) return renamed(callee, source);
  return integer(node, source) ?? text(node, source);
}

const isPseudo = (callee: TSESTree.Identifier | TSESTree.MemberExpression, source: SourceCode): boolean =>
  callee.type === 'MemberExpression' ? staticName(callee) === 'pseudoRandomBytes' && !callee.computed : importEdits(source, { module: CRYPTO, name: 'pseudoRandomBytes', at: callee }).local === callee.name;

function renamed(callee: TSESTree.Identifier | TSESTree.MemberExpression, source: SourceCode): readonly Repair[] {
  const name = 'randomBytes';
  if (callee.type === 'MemberExpression') return [{ level: 'fix', message: 'replace', data: { call: name }, edits: [replaceRange(callee.property.range, name)] }];
  const { edits, local } = importEdits(source, { module: CRYPTO, name, at: callee, replaces: callee });
  return [{ level: 'fix', message: 'replace', data: { call: name }, edits: sortEdits([...edits, replaceRange(callee.range, local)]) }];
}

/** `Math.floor(Math.random() * n)`, `Math.floor(a + Math.random() * n)`. */
function integer(random: TSESTree.CallExpression, source: SourceCode): readonly Repair[] | undefined {
  const product = wrapped(random).parent;
  if (product?.type !== 'BinaryExpression' || product.operator !== '*') return undefined;
  const count = unwrap(unwrap(product.left) === random ? product.right : product.left);
  const around = wrapped(product).parent;
  const sum = around?.type === 'BinaryExpression' && around.operator === '+' ? around : undefined;
  const from = sum && unwrap(unwrap(sum.left) === product ? sum.right : sum.left);
  const floor = sum ? wrapped(sum).parent : around;
  if (floor?.type !== 'CallExpression' || floor.arguments.length !== 1 || !isMath(floor.callee, source)) return [];
  const [least, number] = [from && integerOf(from), integerOf(count)];
  let args: string;
  if (!from) args = source.getText(count);
  else if (least !== undefined && number !== undefined) args = `${least}, ${least + number}`;
  else return [];
  const isFix = !from && number !== undefined && number >= 1 && number <= WIDEST && importsModule(source, CRYPTO, random);
  return [replacing(floor, 'randomInt', args, isFix ? 'fix' : 'suggestion', source)];
}

const integerOf = (node: TSESTree.Node): number | undefined => (node.type === 'Literal' && typeof node.value === 'number' && Number.isSafeInteger(node.value) ? node.value : undefined);

function isMath(callee: TSESTree.Node, source: SourceCode): boolean {
  const member = unwrap(callee);
  if (member.type !== 'MemberExpression' || !['floor', 'trunc'].includes(staticName(member) ?? '')) return false;
  const object = unwrap(member.object);
  return object.type === 'Identifier' && object.name === 'Math' && (!source.scopeManager || isGlobal(variableOf(object, source.scopeManager)));
}

/** `Math.random().toString(36).slice(2)`, or a whole id: as text of another length. */
function text(made: TSESTree.CallExpression, source: SourceCode): readonly Repair[] | Refusal {
  let node: TSESTree.Node = wrapped(made);
  let isText = false;
  for (;;) {
    const member: TSESTree.Node | undefined = node.parent;
    const call: TSESTree.Node | undefined = member && wrapped(member).parent;
    if (member?.type !== 'MemberExpression' || member.object !== node || call?.type !== 'CallExpression' || !OF_TEXT.has(staticName(member) ?? '')) break;
    isText = true;
    node = wrapped(call);
  }
  const { parent } = node;
  const isWhole = parent?.type === 'VariableDeclarator' || parent?.type === 'Property' || parent?.type === 'ReturnStatement' || parent?.type === 'AssignmentExpression' || parent?.type === 'ArrowFunctionExpression' || parent?.type === 'TemplateLiteral' || parent?.type === 'CallExpression';
  if (!isText && (!isWhole || isNumber(made))) return { reason: 'what is made of the number is not told here' };
  return [replacing(node, 'randomUUID', '', 'suggestion', source), replacing(node, 'randomBytes', '16', 'suggestion', source, ".toString('hex')")];
}

/** Of the clock and of `Math.random()` a number is expected. */
function isNumber(made: TSESTree.CallExpression): boolean {
  const callee = unwrap(made.callee);
  return callee.type === 'MemberExpression' && ['random', 'now', 'hrtime'].includes(staticName(callee) ?? '') && wrapped(made).parent?.type !== 'TemplateLiteral';
}

function replacing(node: TSESTree.Node, name: string, args: string, level: Repair['level'], source: SourceCode, after = ''): Repair {
  const { edits, local } = importEdits(source, { module: CRYPTO, name, at: node });
  const call = `${local}(${args})${after}`;
  const all: readonly Edit[] = [...edits, replaceRange(node.range, call)];
  return { level, message: 'replace', data: { call: `${name}(${args})${after}` }, edits: sortEdits(all) };
}
