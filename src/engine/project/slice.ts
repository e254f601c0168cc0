/**
 * Which functions of a file have to be walked where nothing untrusted can come in, and only single calls are asked for: a weak hash, SQL
 * that is put together. Those that speak of such a call, who calls them, what they call, and who writes what they read. By the words of
 * the text alone, so that it takes too much rather than too little.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { isConstantText } from '../../ast/constants.ts';
import { childNodes } from '../../ast/nodes.ts';
import type { FileIndex, FunctionInfo, SourceFile } from './source.ts';

/** Where what is asked for begins. */
export interface Seeds {
  /** Names of members and functions that are called, or handed on. */
  readonly words: ReadonlySet<string>;
  /** Of those that run SQL: what they are given matters where it is no constant. */
  readonly sqlWords: ReadonlySet<string>;
  /** Also what may run SQL on a driver out of sight. */
  readonly sql: boolean;
}

interface Token {
  readonly type: string;
  readonly value: string;
  readonly range: readonly [number, number];
}

const SQL_NAME = /^(?:query|execute|raw|queryRaw\w*|\$queryRaw\w*|\$executeRaw\w*|exec|prepare|run|all|get|each|any|one|none|many|unsafe|sql)$/;
const ASSIGNS = /^(?:[+*/%&|^-]|\*\*|\|\||&&|\?\?|<<|>>>?)?=$/;
const PUTS = /^(?:push|unshift|splice|fill|set|add|append|concat)$/;
/** A word that another one is given for is looked for, too; after so many rounds everything is walked. */
const MOST_ROUNDS = 4;

const tokensOf = ({ ast }: SourceFile): readonly Token[] | undefined => (Array.isArray(ast.tokens) ? ast.tokens : undefined);
const isWord = ({ type }: Token): boolean => type !== 'Punctuator' && type !== 'String' && type !== 'Template' && type !== 'Numeric';
const quoted = ({ type, value }: Token): string | undefined => (type === 'String' ? value.slice(1, -1) : undefined);
const isLone = ({ type, value }: Token): boolean => type === 'String' || (type === 'Template' && value.length > 1 && value.startsWith('`') && value.endsWith('`'));

/** Numbers of the tokens that begin something; undefined: nobody can say. */
export function seedsIn(file: SourceFile, { words, sqlWords, sql }: Seeds): readonly number[] | undefined {
  const tokens = tokensOf(file);
  if (!tokens) return undefined;
  let all = words;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found: number[] = [];
    const names = new Set<string>();
    for (let i = 0; i < tokens.length; i++) {
      if (tokens[i]?.type === 'Punctuator' || !(isSeed(tokens, i, all) || isQuery(file, tokens, i, sqlWords, sql))) continue;
      found.push(i);
      const name = nameFor(tokens, i);
      if (name === undefined) return undefined;
      if (name !== '' && !all.has(name)) names.add(name);
    }
    if (names.size === 0) return found;
    all = new Set([...all, ...names]);
  }
  return undefined;
}

function isSeed(tokens: readonly Token[], i: number, words: ReadonlySet<string>): boolean {
  const token = tokens[i];
  if (!token) return false;
  const text = quoted(token);
  // `cp['exec']`, `{ 'exec': run }`
  if (text !== undefined) return words.has(text) && (tokens[i - 1]?.value === '[' || tokens[i + 1]?.value === ':');
  return isWord(token) && words.has(token.value);
}

/** What runs SQL, by its model or by its name, and not a text that stands there whole. */
function isQuery(file: SourceFile, tokens: readonly Token[], i: number, sqlWords: ReadonlySet<string>, sql: boolean): boolean {
  const token = tokens[i];
  if (!token) return false;
  const [before, after] = [tokens[i - 1]?.value, tokens[i + 1]];
  const isNamed = isSeed(tokens, i, sqlWords);
  if (!isNamed && !(sql && (before === '.' || before === '?.') && SQL_NAME.test(token.value) && (after?.value === '(' || after?.value === '<'))) return false;
  if (after?.value !== '(' || !isWord(token)) return true;
  const [first, next] = [tokens[i + 2], tokens[i + 3]];
  if (first?.value === ')') return isNamed;
  if (first && isLone(first) && (next?.value === ')' || next?.value === ',')) return false;
  // a call in it, or an object, is no constant
  if (!first || first.value === '{' || first.value === '[' || next?.value === '(' || next?.value === '.') return true;
  const argument = callAt(file, token.range)?.arguments[0];
  return !argument || !isConstantText(argument, file.scopes);
}

/** The call whose callee ends at these characters. */
function callAt(file: SourceFile, [from, to]: Token['range']): TSESTree.CallExpression | undefined {
  let node: TSESTree.Node | undefined = file.ast;
  while (node) {
    if (node.type === 'CallExpression' && node.callee.range[1] === to) return node;
    node = childNodes(node, file.visitorKeys).find(({ range }) => range[0] <= from && to <= range[1]);
  }
  return undefined;
}

/** What else the value at a token goes by: `const run = promisify(exec)`, `{ exec: run }`; '': nothing; undefined: a place without a name. */
function nameFor(tokens: readonly Token[], i: number): string | undefined {
  const [after, next] = [tokens[i + 1], tokens[i + 2]];
  if (after?.value === '(' || after?.type === 'Template') return '';
  if ((after?.value === ':' || after?.value === 'as') && next && isWord(next)) return after.value === 'as' || /^[,}=]$/.test(tokens[i + 3]?.value ?? '') ? next.value : '';
  for (let j = i - 1; j >= 0; j--) {
    const { value } = tokens[j] ?? { value: ';' };
    if (value === ';' || value === '{' || value === '}' || value === '=>') return '';
    if (value !== '=' && value !== ':' && !(value.length > 1 && ASSIGNS.test(value))) continue;
    const left = tokens[j - 1];
    if (left && isWord(left)) return left.value;
    // `handlers[name] = exec`
    return left?.value === ']' && value !== ':' ? undefined : '';
  }
  return '';
}

interface Said {
  readonly names: Set<string>;
  /** Of these, what may be functions of the file. */
  readonly functions: Set<string>;
  seeded: boolean;
}

/** The functions to walk, the top level among them. */
export function slice(index: FileIndex, seeds: readonly number[]): ReadonlySet<FunctionInfo> {
  const tokens = tokensOf(index.file) ?? [];
  const named = new Map<string, FunctionInfo[]>();
  for (const fn of index.functions) for (const name of namesOf(fn)) (named.get(name) ?? (named.set(name, []), named.get(name)))?.push(fn);
  const { said, users, writers } = read(index, tokens, named, seeds);

  const walked = new Set<FunctionInfo>();
  /** Whose callers matter: what they are given may reach a call that is asked for. */
  const asked = new Set<FunctionInfo>();
  const todo: FunctionInfo[] = [];
  const followed = new Set<string>();
  const fresh = (name: string): boolean => followed.size !== followed.add(name).size;
  const add = (fn: FunctionInfo, callers: boolean): void => {
    if (walked.has(fn) && (!callers || asked.has(fn))) return;
    walked.add(fn);
    if (callers) asked.add(fn);
    todo.push(fn);
  };
  for (const [fn, { seeded }] of said) if (seeded) add(fn, true);
  add(index.top, false);
  for (const fn of todo) {
    if (fn.parent) add(fn.parent, asked.has(fn));
    for (const inner of fn.inner) if (inner.name === '' && (fn !== index.top || makesValue(inner.node))) add(inner, false);
    if (fn.ofClass?.constructorInfo) add(fn.ofClass.constructorInfo, false);
    // each name once: many functions may go by one, and many more name it
    if (asked.has(fn)) for (const name of namesOf(fn)) if (fresh(`user ${name}`)) for (const user of users.get(name) ?? []) add(user, true);
    const here = said.get(fn);
    for (const name of here?.functions ?? []) if (fresh(`used ${name}`)) for (const used of named.get(name) ?? []) add(used, false);
    if (fn !== index.top) for (const name of here?.names ?? []) if (writers.has(name) && fresh(`writer ${name}`)) for (const writer of writers.get(name) ?? []) add(writer, true);
  }
  return walked;
}

/** What a function goes by, a member with a point; a constructor by its class. */
function namesOf(fn: FunctionInfo): readonly string[] {
  if (fn.ofClass && fn === fn.ofClass.constructorInfo) return [fn.ofClass.name, `.${fn.ofClass.name}`];
  if (fn.name === '') return [];
  const { parent } = fn.node;
  const isMember = parent && ('key' in parent || (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression'));
  return [isMember ? `.${fn.name}` : fn.name];
}

/** A function inside a statement of the top level that makes a value, other than one that only calls something. */
function makesValue(node: TSESTree.Node): boolean {
  let statement: TSESTree.Node = node;
  while (statement.parent && statement.parent.type !== 'Program') statement = statement.parent;
  return statement.type !== 'ExpressionStatement' || (statement.expression.type !== 'CallExpression' && statement.expression.type !== 'AwaitExpression');
}

/** One pass over the tokens: what each function names, which functions name one, which write what others may read. */
function read(index: FileIndex, tokens: readonly Token[], named: ReadonlyMap<string, unknown>, seeds: readonly number[]) {
  const said = new Map<FunctionInfo, Said>();
  const users = new Map<string, Set<FunctionInfo>>();
  const writers = new Map<string, Set<FunctionInfo>>();
  const into = (map: Map<string, Set<FunctionInfo>>, name: string, fn: FunctionInfo): void => {
    const set = map.get(name);
    if (set) set.add(fn);
    else map.set(name, new Set([fn]));
  };
  const shared = sharedNames(index);
  const keys = new Set(index.functions.map(({ node: { parent } }) => (parent && 'key' in parent ? parent.key.range[0] : -1)));
  const starts = index.functions.filter((fn) => fn !== index.top).sort((a, b) => a.node.range[0] - b.node.range[0]);
  const around: FunctionInfo[] = [index.top];
  const open: { readonly by: string; readonly at: number }[] = [];
  let [nextStart, nextSeed] = [0, 0];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const { value } = token;
    const [at] = token.range;
    while (around.length > 1 && (around.at(-1)?.node.range[1] ?? 0) <= at) around.pop();
    for (let fn = starts[nextStart]; fn && fn.node.range[0] <= at; fn = starts[++nextStart]) around.push(fn);
    const fn = around.at(-1) ?? index.top;
    const writes = (end: number): void => {
      for (const name of chainBefore(tokens, end, shared)) into(writers, name, fn);
    };
    if (token.type === 'Punctuator') {
      if (value === '(' || value === '[' || value === '{') open.push({ by: value, at: i });
      else if (value === ')' || value === ']' || value === '}') {
        const opened = open.pop();
        // `values[i] = x` writes what `values` is
        if (value === ']' && opened && ASSIGNS.test(tokens[i + 1]?.value ?? '')) writes(opened.at - 1);
      } else if (ASSIGNS.test(value)) writes(i - 1);
      continue;
    }
    let here = said.get(fn);
    if (!here) said.set(fn, (here = { names: new Set(), functions: new Set(), seeded: false }));
    if (seeds[nextSeed] === i) {
      here.seeded = true;
      nextSeed++;
    }
    if (!isWord(token)) {
      if (token.type === 'String' && tokens[i - 1]?.value === '[') here.names.add(value.slice(1, -1));
      continue;
    }
    if (PUTS.test(value) && tokens[i - 1]?.value === '.') writes(i - 2);
    // what is copied into an object, as members with these names
    if (value === 'assign' && tokens[i + 1]?.value === '(') for (const name of membersAfter(tokens, i)) into(writers, name, fn);
    if (fn === index.top && (keys.has(at) || !isUsed(tokens, i, open.at(-1)?.by))) continue;
    here.names.add(value);
    for (const key of keysAt(tokens, i)) {
      if (!named.has(key)) continue;
      here.functions.add(key);
      into(users, key, fn);
    }
  }
  return { said, users, writers };
}

/**
 * What functions may be meant: by a variable, or as a member (with a point) where it is called or taken from an object of the file,
 * `this.run`, `exports.run`, `{ run }`; other members hold values.
 */
function keysAt(tokens: readonly Token[], i: number): readonly string[] {
  const value = tokens[i]?.value ?? '';
  const [before, after] = [tokens[i - 1]?.value, tokens[i + 1]];
  if (before !== '.' && before !== '?.') return (before === '{' || before === ',') && /^[,}:=]$/.test(after?.value ?? '') ? [value, `.${value}`] : [value];
  const isCalled = after?.value === '(' || after?.value === '?.' || after?.value === '<' || after?.type === 'Template' || (after?.value === '.' && /^(?:call|apply|bind)$/.test(tokens[i + 2]?.value ?? ''));
  return isCalled || /^(?:this|super|exports|self|that|[A-Z]\w*)$/.test(tokens[i - 2]?.value ?? '') ? [value, `.${value}`] : [];
}

/** Names of variables that more than one function sees. */
function sharedNames(index: FileIndex): ReadonlySet<string> {
  const names = new Set<string>();
  for (const scope of index.file.scopes.scopes) if (scope.type === 'global' || scope.type === 'module' || scope.block.type === 'Program') for (const { name } of scope.variables) names.add(name);
  for (const fn of index.functions) for (const { name } of fn.captured) names.add(name);
  return names;
}

/** `Object.assign(this, { a: 1, b })` writes a and b. */
function membersAfter(tokens: readonly Token[], i: number): string[] {
  const names: string[] = [];
  for (let j = i + 2; j < Math.min(tokens.length - 1, i + 200); j++) {
    const [token, after] = [tokens[j], tokens[j + 1]?.value];
    if (token?.value === ';') break;
    if (token && isWord(token) && (after === ':' || after === ',' || after === '}')) names.push(token.value);
  }
  return names;
}

/** At the top level names also stand where they are declared or exported: those that are called, handed on, or read. */
function isUsed(tokens: readonly Token[], i: number, around: string | undefined): boolean {
  const [before, after] = [tokens[i - 1]?.value, tokens[i + 1]?.value];
  if (after === '(' || after === '.' || after === '?.' || after === '<' || before === 'extends' || tokens[i + 1]?.type === 'Template') return before !== 'function' && before !== '*';
  return around === '(' && (before === '(' || before === ',' || before === '...');
}

/** The names of a chain of members that ends at a token, `this.parts.where`; a variable that one function alone sees is none of them. */
function chainBefore(tokens: readonly Token[], end: number, shared: ReadonlySet<string>): string[] {
  const names: string[] = [];
  for (let i = end; i >= 0; i -= 2) {
    const token = tokens[i];
    if (!token || !isWord(token)) return names;
    const link = tokens[i - 1]?.value;
    const isMember = link === '.' || link === '?.';
    if (isMember || shared.has(token.value)) names.push(token.value);
    if (!isMember) return names;
  }
  return names;
}
