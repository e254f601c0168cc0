/**
 * Text built by an expression, as one list of constant parts and holes: templates, `+`, `[..].join()`, `.concat()`, nested at will.
 * Each part remembers where in the source its characters stand, so that it can be edited in place.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isWrapper, staticName, unwrap } from './nodes.ts';

/** A stretch of constant text that stands as such in the source: a string literal, or a piece of a template between holes. */
export interface TextSegment {
  readonly kind: 'segment';
  /** The literal that it belongs to. */
  readonly node: TSESTree.StringLiteral | TSESTree.TemplateLiteral;
  readonly quote: '"' | "'" | '`';
  /** Index of its part, and where in that part it begins. */
  readonly part: number;
  readonly offset: number;
  readonly cooked: string;
  readonly raw: string;
  /** Source range of `raw`, quotes excluded. */
  readonly range: readonly [number, number];
}

/** Constant text that cannot be edited where it stands: a number, a separator of `join`, a named constant. */
export interface TextConstant {
  readonly kind: 'constant';
  readonly text: string;
}

export interface TextHole {
  readonly kind: 'hole';
  readonly index: number;
  readonly node: TSESTree.Expression;
  /** The template whose `${}` it is; undefined for an operand, an element or an argument. */
  readonly template: TSESTree.TemplateLiteral | undefined;
}

export interface TextPieces {
  readonly node: TSESTree.Expression;
  /** Constant text round the holes: one more than holes. */
  readonly parts: readonly string[];
  readonly holes: readonly TextHole[];
  /** All that makes the text, in order. */
  readonly items: readonly (TextSegment | TextConstant | TextHole)[];
}

/** The constant text of an expression that is not spelt as text, such as a name of a constant. */
export type ConstantOf = (node: TSESTree.Expression) => string | undefined;

/** The text that the expression builds; undefined where it is none: a lone variable, a sum. */
export function readText(node: TSESTree.Node, constantOf?: ConstantOf): TextPieces | undefined {
  const root = unwrap(node) as TSESTree.Expression;
  const reader = new Reader(constantOf);
  reader.read(root);
  const isText = reader.items.some(({ kind }) => kind === 'segment');
  return isText ? { node: root, parts: reader.parts, holes: reader.holes, items: reader.items } : undefined;
}

type Task =
  | { readonly does: 'read'; readonly node: TSESTree.Expression; readonly template: TSESTree.TemplateLiteral | undefined }
  | { readonly does: 'quasi'; readonly node: TSESTree.TemplateLiteral; readonly index: number }
  | { readonly does: 'constant'; readonly text: string };

class Reader {
  readonly parts: string[] = [''];
  readonly holes: TextHole[] = [];
  readonly items: (TextSegment | TextConstant | TextHole)[] = [];
  /** What is still to be read, the next one last: a chain of thousands must not use the stack. */
  private readonly tasks: Task[] = [];
  private readonly constantOf: ConstantOf | undefined;

  constructor(constantOf: ConstantOf | undefined) {
    this.constantOf = constantOf;
  }

  read(root: TSESTree.Expression): void {
    this.tasks.push({ does: 'read', node: root, template: undefined });
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) {
      if (task.does === 'quasi') this.quasi(task.node, task.index);
      else if (task.does === 'constant') this.constant(task.text);
      else this.expression(task.node, task.template);
    }
  }

  private expression(written: TSESTree.Expression, template: TSESTree.TemplateLiteral | undefined): void {
    const node = unwrap(written) as TSESTree.Expression;
    const tasks = partsOf(node);
    // A spread of very many arguments overflows too.
    if (tasks) for (const task of tasks.reverse()) this.tasks.push(task);
    else if (isText(node)) this.segment(node, node.value, node.raw.slice(1, -1), [node.range[0] + 1, node.range[1] - 1]);
    else {
      const constant = literalText(node) ?? this.constantOf?.(node);
      if (constant === undefined) this.hole(written, template);
      else this.constant(constant);
    }
  }

  private quasi(node: TSESTree.TemplateLiteral, index: number): void {
    const quasi = node.quasis[index] as TSESTree.TemplateElement;
    // Parsers differ in what the range of a quasi takes in, so it is told by its neighbours and its raw text.
    const [start, end] = quasi.range;
    const lead = end - start > quasi.value.raw.length ? 1 : 0;
    this.segment(node, quasi.value.cooked ?? quasi.value.raw, quasi.value.raw, [start + lead, start + lead + quasi.value.raw.length]);
  }

  private segment(node: TSESTree.StringLiteral | TSESTree.TemplateLiteral, cooked: string, raw: string, range: [number, number]): void {
    const part = this.parts.length - 1;
    const offset = (this.parts[part] as string).length;
    const quote = node.type === 'TemplateLiteral' ? '`' : (node.raw.charAt(0) as '"' | "'");
    this.items.push({ kind: 'segment', node, quote, part, offset, cooked, raw, range });
    this.parts[part] += cooked;
  }

  private constant(text: string): void {
    if (text === '') return;
    this.items.push({ kind: 'constant', text });
    this.parts[this.parts.length - 1] += text;
  }

  private hole(node: TSESTree.Expression, template: TSESTree.TemplateLiteral | undefined): void {
    const hole: TextHole = { kind: 'hole', index: this.holes.length, node, template };
    this.holes.push(hole);
    this.items.push(hole);
    this.parts.push('');
  }
}

/** What the node puts together, in order; undefined for what is a piece itself. */
function partsOf(node: TSESTree.Expression): Task[] | undefined {
  if (node.type === 'TemplateLiteral') {
    return node.quasis.flatMap((_, index): Task[] => {
      const expression = node.expressions[index];
      return [{ does: 'quasi', node, index }, ...(expression ? [{ does: 'read', node: expression, template: node } as const] : [])];
    });
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') return operands(node)?.map(toTask);
  if (node.type !== 'CallExpression' || node.optional) return undefined;
  return joined(node) ?? concatenated(node);
}

/**
 * Operands of a concatenation. Until a string stands to the left, `+` may add numbers: in `a + b + 'x'` the first hole is `a + b`.
 * The left spine is walked by a loop, an operand on the right is a task of its own.
 */
function operands(root: TSESTree.BinaryExpression): TSESTree.Expression[] | undefined {
  const rights: { node: TSESTree.Expression; sum: TSESTree.BinaryExpression }[] = [];
  let left: TSESTree.Expression = root;
  for (let node = unwrap(left); isSum(node); node = unwrap(left)) {
    rights.push({ node: node.right, sum: node });
    left = node.left as TSESTree.Expression;
  }
  rights.reverse();
  if (isString(left)) return [left, ...rights.map(({ node }) => node)];
  const first = rights.findIndex(({ node }) => isString(node));
  if (first < 0) return undefined;
  // All before the first string is one value: a single operand, or their sum.
  const before = first === 0 ? left : (rights[first - 1] as { sum: TSESTree.BinaryExpression }).sum;
  return [before, ...rights.slice(first).map(({ node }) => node)];
}

/** `[a, 'b'].join(' ')` with a constant separator; elements that are null or spread are not put together so. */
function joined(call: TSESTree.CallExpression): Task[] | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || callee.optional || staticName(callee) !== 'join' || call.arguments.length > 1) return undefined;
  const array = unwrap(callee.object);
  const separator = call.arguments[0] === undefined ? ',' : literalText(unwrap(call.arguments[0]));
  if (array.type !== 'ArrayExpression' || separator === undefined) return undefined;
  const tasks: Task[] = [];
  for (const [i, element] of array.elements.entries()) {
    // `join` writes null as nothing, a template as 'null', so only text and plain values are alike.
    if (!element || element.type === 'SpreadElement' || isNothing(element)) return undefined;
    if (i > 0) tasks.push({ does: 'constant', text: separator });
    tasks.push(toTask(element));
  }
  return tasks.length > 0 ? tasks : undefined;
}

/** `'a'.concat(b, 'c')`. */
function concatenated(call: TSESTree.CallExpression): Task[] | undefined {
  const pieces: TSESTree.Expression[] = [];
  let node: TSESTree.Expression = call;
  while (node.type === 'CallExpression') {
    const receiver = concatReceiver(node);
    if (!receiver) break;
    const given = node.arguments.filter((argument) => argument.type !== 'SpreadElement');
    if (given.length < node.arguments.length) return undefined;
    pieces.push(...given.reverse());
    node = unwrap(receiver) as TSESTree.Expression;
  }
  // An array has `concat` too.
  if (node === call || !isString(node)) return undefined;
  return [node, ...pieces.reverse()].map(toTask);
}

const toTask = (node: TSESTree.Expression): Task => ({ does: 'read', node, template: undefined });

const isSum = (node: TSESTree.Node): node is TSESTree.BinaryExpression => node.type === 'BinaryExpression' && node.operator === '+';

const isText = (node: TSESTree.Node): node is TSESTree.StringLiteral => node.type === 'Literal' && typeof node.value === 'string';

/** A string for sure, so that `+` after it puts text together. By a list of what is still to be looked at, not by recursion. */
function isString(written: TSESTree.Expression): boolean {
  const rest: TSESTree.Node[] = [written];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const node = unwrap(next);
    if (isText(node) || node.type === 'TemplateLiteral') return true;
    if (isSum(node)) rest.push(node.left, node.right);
    else if (node.type === 'CallExpression') {
      if (joined(node)) return true;
      const object = concatReceiver(node);
      if (object) rest.push(object);
    }
  }
  return false;
}

/** `a` of `a.concat(..)`. */
function concatReceiver(call: TSESTree.CallExpression): TSESTree.Expression | undefined {
  const callee = unwrap(call.callee);
  const isConcat = !call.optional && callee.type === 'MemberExpression' && !callee.optional && staticName(callee) === 'concat';
  return isConcat ? callee.object : undefined;
}

const isNothing = (node: TSESTree.Expression): boolean =>
  (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');

/** Text of a literal that is put into a text as it is written, sign included. */
function literalText(node: TSESTree.Node): string | undefined {
  if (node.type === 'UnaryExpression' && node.operator === '-' && !isWrapper(node.argument)) {
    const text = literalText(node.argument);
    return node.argument.type === 'Literal' && typeof node.argument.value === 'number' && text !== '0' ? `-${text}` : undefined;
  }
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  if (node.type !== 'Literal') return undefined;
  return typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'bigint' ? String(node.value) : undefined;
}

/** The source offset of the `offset`th character of a segment's text, escapes counted as they are written. */
export function sourceOffset({ cooked, raw, range }: TextSegment, offset: number): number {
  if (cooked === raw) return range[0] + offset;
  let at = 0;
  for (let read = 0; at < raw.length; ) {
    const [written, meant] = escapeAt(raw, at);
    if (read >= offset && meant > 0) break;
    at += written;
    read += meant;
  }
  return range[0] + at;
}

const ESCAPE = /\\(?:u\{([0-9a-fA-F]+)\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-3][0-7]{0,2}|[4-7][0-7]?|\r\n|[^])/y;

/** Lengths, in the source and in the text, of the character at `at`. */
function escapeAt(raw: string, at: number): [written: number, meant: number] {
  if (raw.charAt(at) === '\r' && raw.charAt(at + 1) === '\n') return [2, 1];
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(raw);
  if (!match) return [1, 1];
  // A line continuation means nothing.
  if (/^\\[\r\n\u2028\u2029]/.test(match[0])) return [match[0].length, 0];
  return [match[0].length, match[1] !== undefined && Number.parseInt(match[1], 16) > 0xffff ? 2 : 1];
}

/** `text` as it is written inside a literal with this quote. */
export function escapeText(text: string, quote: TextSegment['quote']): string {
  const escaped = text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`);
  if (quote === '`') return escaped.replaceAll('${', '\\${');
  return escaped.replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
}
