/**
 * Of the kinds that are asked for, those that a file can hold anything of: most files end here, before a node is indexed. A kind needs a
 * model in sight (by an import, a global, names in company) with a sink of it, and one with a source, whose names the text says.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Kind, Mark, Model, Origin } from '../../model/dsl.ts';
import { bit, bitsOf, carries, untrusted } from '../../model/kinds.ts';
import type { Registry } from '../../model/registry.ts';
import { interned, internedCount, isMet, listsWith, signatureOf, type Extensions, type Signature } from '../../model/signature.ts';
import type { Seeds } from './slice.ts';
import type { SourceFile } from './source.ts';

export interface Asked {
  readonly kinds: readonly Kind[];
  /** The untrusted origins that count. */
  readonly origins: readonly string[];
  /** Kinds of which the text matters, wherever it comes from. */
  readonly texts: readonly Kind[];
  /** Whether functions that serve requests and may block are asked for; undefined: any that serve requests. */
  readonly blocking: boolean | undefined;
  /** Whether comparisons of secrets with what was sent are asked for. */
  readonly comparisons: boolean;
  /** Calls with these marks are asked for. */
  readonly marks: readonly Mark[];
  /** And those with these, where there is one of them. */
  readonly beside?: readonly Mark[];
}

/** Method names under which text may be SQL although the driver is out of sight. */
const SQL_CALL = /\.\s*(?:query|execute|raw|queryRaw\w*|\$queryRaw\w*|\$executeRaw\w*|exec|prepare|run|all|get|each|any|one|none|many|unsafe|sql)\s*(?:<[^>()]*>)?\s*\(/;
const SQL_NAMES = interned(['query', 'execute', 'raw', '$queryRaw', 'exec', 'prepare', 'run', 'all', 'get', 'each', 'any', 'one', 'none', 'many', 'unsafe', 'sql']);
const SQL_TEXT = /\b(?:(?:alter|create|drop)\s+table|select\b[^;]*\bfrom|insert\s+into\b|update\b[^;]*\bset|delete\s+from|where\b[^\n]*[=<>])/i;
/** In one string, or a part of a template: comments speak of where and update too. */
const SQL_WORD = /\b(?:table|select|insert|update|delete|where)\b/i;
/** Sinks of the language, by kind. */
const LANGUAGE: readonly (readonly [Kind, RegExp])[] = [
  ['code', /\beval\b|\bFunction\s*[(.;]|\.constructor\b|\bimport\s*\(|\brequire\s*\(\s*(?:[^'"\s]|'[^'\n]*'\s*\+|"[^"\n]*"\s*\+)|\]\s*(?:\?\.)?\s*\(|\]\s*(?:\?\.|\.)\s*(?:call|apply)\b|=\s*[\w$.]+\[[A-Za-z_$`]/],
  ['key', /[\w$)\]]\s*(?:\?\.)?\[\s*[a-z_$]|[{,]\s*\[[^\]]+\]\s*:/i],
  ['size', /\b(?:for|while)\b|\b(?:repeat|padStart|padEnd|Array(?:\.from)?)\s*(?:<[^()]*>\s*)?\(/],
  // what a function makes by its name
  ['token', /\b(?:generate|gen|create|make|build|get|new|next|issue)_?[a-z_]*(?:password|passphrase|token|otp|code|secret|key|pin)\b/i],
  ['html', /\bdangerouslySetInnerHTML\b/],
  ['regex', /\b(?:RegExp|match|matchAll|search|replace|replaceAll|split)\s*\(/],
  ['slow', /\b(?:test|exec|RegExp|match|matchAll|search|replace|replaceAll|split)\s*\(/],
];
/** Kinds of which text alone is asked for, that a call with a name takes. */
const TEXTS = bitsOf(['sql', 'command']);
const LANGUAGE_KINDS = bitsOf(LANGUAGE.map(([kind]) => kind));
/** Origins that the engine sees without a model. */
const MADE: readonly (readonly [Origin, readonly string[]])[] = [
  ['error', interned(['catch', 'err', 'error', 'e', 'ex', 'reason'])],
  ['random', interned(['random'])],
];
/** A loop that nothing ends, or one beside a look at the clock: what may wait without giving way. */
const FOREVER = /\bwhile\s*\(\s*(?:true\b|[\d'"`/])|\bfor\s*\([^;]{0,300};\s*(?:true\s*|[\d'"`/][^;]*)?;/;
const LOOP = /\bwhile\b|\bfor\s*\(/;
const CLOCK = /\b(?:Date\.now|performance\.now|process\.hrtime(?:\.bigint)?)\s*\(|\bnew Date\b/;
const mayWait = (text: string): boolean => FOREVER.test(text) || (CLOCK.test(text) && LOOP.test(text));
const EQUALS = /[=!]==?|\.(?:equals|compare)\(/;
const IMPORT = /\b(?:require|import)\s*\(\s*(['"`])([^'"`\n]+)\1/g;
/** A member of a request that a variable names: any of its sources. */
const COMPUTED = /\b(?:req|request|ctx|context|event|c)\s*(?:\?\.)?\[/;
const REQUESTS = interned(['req', 'request', 'ctx', 'context', 'event', 'c']);

/** What there is to find. */
export interface Interest {
  readonly kinds: readonly Kind[];
  /** Where nothing untrusted comes in: what is asked for begins at these words; undefined: anywhere. */
  readonly seeds: Seeds | undefined;
}

/** What matters here; undefined: nothing does. */
export function interest(file: SourceFile, registry: Registry, asked: Asked): Interest | undefined {
  const { text } = file;
  const says = wordsOf(file);
  let computed: boolean | undefined;
  const isComputed = (): boolean => (computed ??= says(REQUESTS) && COMPUTED.test(text));
  const models = modelsIn(file, registry, says);
  const off = untrusted.filter((name) => !asked.origins.includes(name)) as readonly Origin[];
  const extensions = extend(models, registry);
  const signatures = [...models].map((model) => signatureOf(model, extensions.get(model)));
  // what might be sent at all here, before any word is looked for
  const texts = bitsOf(asked.texts);
  let possible = texts | (asked.origins.includes('library') ? carries.library : 0);
  for (const [origin] of MADE) possible |= carries[origin];
  for (const signature of signatures) for (const { origin } of signature.sources) if (!off.includes(origin)) possible |= carries[origin];
  const open = bitsOf(asked.kinds) & possible;
  let sinks = 0;
  const marked = new Set<Mark>();
  const wanted = new Set(asked.marks);
  for (const signature of signatures) {
    for (const { kind, needed } of signature.sinks) if ((open & kind & ~sinks) !== 0 && isMet(needed, says)) sinks |= kind;
    for (const { mark, needed } of signature.marks) {
      const isAsked = mark === 'handler' ? asked.blocking !== false : (mark === 'blocking' && asked.blocking === true) || wanted.has(mark);
      if (isAsked && !marked.has(mark) && isMet(needed, says)) marked.add(mark);
    }
  }
  if ((open & bit.sql & ~sinks) !== 0 && (says(SQL_NAMES) || text.includes('Raw')) && SQL_CALL.test(text) && SQL_TEXT.test(text) && isInStrings(SQL_WORD, file)) sinks |= bit.sql;
  const origins = originsIn(isComputed, signatures, asked, off, (sinks | LANGUAGE_KINDS) & open, says);
  for (const [kind, pattern] of LANGUAGE) if ((open & bit[kind] & ~sinks & (origins | texts)) !== 0 && pattern.test(text)) sinks |= bit[kind];
  const compares = asked.comparisons && EQUALS.test(text) && (originsIn(isComputed, signatures, asked, off, bit.digest, says) & bit.digest) !== 0 && (originsIn(isComputed, signatures, asked, off, bit.nosql, says) & bit.nosql) !== 0;
  const kinds = asked.kinds.filter((kind) => (sinks & (origins | texts) & bit[kind]) !== 0 || (compares && kind === 'digest'));
  const mayBlock = marked.has('handler') && (asked.blocking === undefined || marked.has('blocking') || mayWait(text));
  if (kinds.length === 0 && !mayBlock && !asked.marks.some((mark) => marked.has(mark))) return undefined;
  return { kinds, seeds: mayBlock || compares || (sinks & (origins | (texts & ~TEXTS))) !== 0 ? undefined : seedsOf(signatures, bitsOf(kinds), new Set([...asked.marks, ...(asked.beside ?? [])]), says) };
}

/** The words that calls of these kinds and marks end in; undefined: one may be met without a name. */
function seedsOf(signatures: readonly Signature[], kinds: number, marks: ReadonlySet<Mark>, says: Says): Seeds | undefined {
  const words = new Set<string>();
  const sqlWords = new Set<string>();
  for (const signature of signatures) {
    for (const one of [...signature.sinks, ...signature.marks]) {
      if (!('kind' in one ? (one.kind & kinds) !== 0 : marks.has(one.mark)) || !isMet(one.needed, says)) continue;
      const last = one.needed.at(-1);
      // an exported function is asked for itself, whatever stands in it
      if (!last || last.includes('export')) return undefined;
      for (const word of last) ('kind' in one && one.kind === bit.sql ? sqlWords : words).add(word);
    }
  }
  return { words, sqlWords, sql: (kinds & bit.sql) !== 0 };
}

/** Of these kinds, those that somebody may send here. */
function originsIn(isComputed: () => boolean, signatures: readonly Signature[], asked: Asked, off: readonly Origin[], kinds: number, says: Says): number {
  let origins = asked.origins.includes('library') ? carries.library : 0;
  for (const [origin, words] of MADE) if ((carries[origin] & kinds & ~origins) !== 0 && says(words)) origins |= carries[origin];
  for (const { sources } of signatures) {
    for (const { origin, needed } of sources) {
      if ((carries[origin] & kinds & ~origins) === 0 || off.includes(origin)) continue;
      if (isMet(needed, says) || isComputed()) origins |= carries[origin];
    }
  }
  return origins;
}

/** Adds the models that those in sight speak of; what they add to the types of others. */
function extend(models: Set<Model>, registry: Registry): ReadonlyMap<Model, Extensions> {
  const result = new Map<Model, Map<string, readonly string[] | undefined>>();
  for (const model of models) {
    const signature = signatureOf(model);
    for (const other of signature.others) for (const more of registry.modelsOf(other)) models.add(more);
    for (const { module, type, names } of signature.extends) {
      for (const more of registry.modelsOf(module)) {
        const types = result.get(more) ?? new Map<string, readonly string[] | undefined>();
        result.set(more, types);
        const before = types.get(type);
        types.set(type, names && (!types.has(type) || before) ? [...(before ?? []), ...names] : undefined);
      }
    }
  }
  return result;
}

/** How a text exports a name, as far as its words tell; made once for each name that a model speaks of. */
const exportPatterns = new Map<string, { readonly words: readonly string[]; readonly pattern: RegExp }>();

function exportsName(text: string, name: string, says: Says): boolean {
  let known = exportPatterns.get(name);
  if (!known) {
    known =
      name === 'default'
        ? { words: interned(['export', 'exports', 'default']), pattern: /\bexport\s+default\b|\bmodule\.exports\s*=|\bexports\.default\b|\bas\s+default\b/ }
        : { words: interned([name]), pattern: new RegExp(`\\bexports\\.${name}\\b|\\bexport\\s+(?:async\\s+)?(?:const|let|var|function\\*?|class)\\s+${name}\\b|\\b(?:export|module\\.exports\\s*=)\\s*\\{[^}]*\\b${name}\\b`) };
    exportPatterns.set(name, known);
  }
  return says(known.words) && known.pattern.test(text);
}

/** Models that a file brings into sight. */
function modelsIn(file: SourceFile, registry: Registry, says: Says): Set<Model> {
  const { text } = file;
  const models = new Set<Model>([
    ...registry.globals,
    ...registry.exportedTo(file.filename, (name) => exportsName(text, name, says), (directive) => text.includes(directive)),
  ]);
  const add = (specifier: string): void => {
    for (const model of registry.modelsOf(specifier)) models.add(model);
  };
  for (const statement of file.ast.body) {
    const specifier = importOf(statement);
    if (specifier !== undefined) add(specifier);
  }
  for (const m of text.matchAll(IMPORT)) add(m[2] ?? '');
  for (const name of file.typedPackages ?? []) add(name);
  for (const scope of file.scopes.scopes) {
    if (scope.type !== 'function' || !('params' in scope.block) || scope.block.params.length < 2) continue;
    const parameters: string[] = [];
    for (const { name, defs } of scope.variables) if (registry.hasHint(name) && defs.some((d) => String(d.type) === 'Parameter')) parameters.push(name);
    if (parameters.length > 1) for (const model of registry.companyOf(parameters)) models.add(model);
  }
  return models;
}

type Says = (words: readonly string[]) => boolean;

/** Whether the text says one of the words of an interned list. */
function wordsOf(file: SourceFile): Says {
  let said: ReadonlySet<readonly string[]> | undefined;
  let count = 0;
  return (words) => {
    // a model that is met for the first time brings lists of its own
    if (!said || count !== internedCount()) {
      said = listsIn(file);
      count = internedCount();
    }
    return said.has(words);
  };
}

/** The lists of which the text says a word: as a name, as a string, or in a template. */
function listsIn({ ast, text }: SourceFile): ReadonlySet<readonly string[]> {
  const lists = new Set<readonly string[]>();
  const met = new Set<string>();
  const add = (word: string): void => {
    const found = listsWith(word);
    if (!found || met.has(word)) return;
    met.add(word);
    for (const list of found) lists.add(list);
  };
  if (!Array.isArray(ast.tokens)) {
    for (const [word] of text.matchAll(/[\w$-]+/g)) add(word);
    return lists;
  }
  for (const { type, value } of ast.tokens as readonly { readonly type: string; readonly value: string }[]) {
    if (type === 'Punctuator' || type === 'Numeric') continue;
    if (type === 'String') add(value.slice(1, -1));
    else if (type === 'Template') for (const [word] of value.matchAll(/[\w$-]+/g)) add(word);
    else add(value);
  }
  return lists;
}

/** Whether a string or a template of the text matches. */
function isInStrings(pattern: RegExp, { ast }: SourceFile): boolean {
  return !Array.isArray(ast.tokens) || ast.tokens.some(({ type, value }) => (type === 'String' || type === 'Template') && pattern.test(value));
}

function importOf(statement: TSESTree.Node): string | undefined {
  if (statement.type === 'ImportDeclaration') return statement.source.value;
  if (statement.type === 'TSImportEqualsDeclaration' && statement.moduleReference.type === 'TSExternalModuleReference') {
    const { expression } = statement.moduleReference;
    return expression.type === 'Literal' ? String(expression.value) : undefined;
  }
  return undefined;
}
