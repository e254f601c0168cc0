/** Tells SQL from English, for calls whose driver is out of sight. */
import { lexSql } from './sql-lexer.ts';
import type { SqlToken } from './sql-lexer.ts';

const ARTICLES = new Set('A AN THE YOUR MY OUR THEIR HIS HER ITS THIS THAT THESE THOSE ONE SOME ANY EACH WHICH'.split(' '));
const THINGS = new Set('TABLE INDEX VIEW DATABASE SCHEMA ROLE USER FUNCTION TRIGGER TYPE EXTENSION SEQUENCE PROCEDURE POLICY COLUMN'.split(' '));
const CREATED = new Set('OR REPLACE TEMP TEMPORARY UNIQUE MATERIALIZED UNLOGGED GLOBAL LOCAL VIRTUAL CONCURRENTLY'.split(' '));
const AFTER_NAME = new Set(
  'IF AS ON CASCADE RESTRICT ADD DROP RENAME ALTER MODIFY OWNER SET ENABLE DISABLE LIKE USING RESTART WITH CHANGE'.split(' '),
);
const FEW_WORDS = 2;

/** Whether the text is a statement of SQL, and no sentence that begins with 'select' or 'update'. Fragments are not. */
export function looksLikeSql(parts: readonly string[]): boolean {
  const { tokens } = lexSql(parts);
  let at = 0;
  while (tokens[at]?.text === '(') at++;
  const cursor = tokens.slice(at);
  const verb = cursor[0];
  if (verb?.type !== 'word') return false;
  const guess = Object.hasOwn(verbs, verb.text) ? verbs[verb.text] : undefined;
  return guess?.(cursor) ?? false;
}

const verbs: Readonly<Record<string, (tokens: readonly SqlToken[]) => boolean>> = {
  SELECT: isSelect,
  INSERT: (t) => isInsert(t.slice(t.findIndex(({ text }) => text === 'INTO'))),
  REPLACE: (t) => isInsert(t.slice(1)),
  UPDATE: isUpdate,
  DELETE: isDelete,
  WITH: isWith,
  MERGE: (t) => is(t[1], 'INTO') && t.some((token) => is(token, 'USING')),
  EXPLAIN: (t) => is(t[1], 'SELECT', 'ANALYZE', 'QUERY', 'UPDATE', 'DELETE'),
  CALL: (t) => isName(t[1]) && is(t[2], '('),
  EXEC: (t) => isName(t[1]) && t.length > 2 && (t[2]?.type === 'placeholder' || t[2]?.type === 'string' || t[2]?.type === 'hole'),
  PRAGMA: (t) => isName(t[1]) && (t.length === 2 || is(t[2], '=', '(')),
  CREATE: isDefinition,
  DROP: isDefinition,
  ALTER: isDefinition,
  TRUNCATE: (t) => isDefinition(is(t[1], 'TABLE') ? t : []),
};

const is = (token: SqlToken | undefined, ...texts: readonly string[]): boolean =>
  token !== undefined && token.type !== 'string' && texts.includes(token.text);

const isName = (token: SqlToken | undefined): boolean =>
  token?.type === 'identifier' || token?.type === 'hole' || (token?.type === 'word' && !ARTICLES.has(token.text));

/** Index after a name with its schema. */
function afterName(tokens: readonly SqlToken[], from: number): number {
  let at = from + 1;
  while (is(tokens[at], '.') || (tokens[at] !== undefined && !tokens[at]?.spaced && /^(word|hole|identifier)$/.test(tokens[at]?.type ?? ''))) at++;
  return at;
}

function isSelect(tokens: readonly SqlToken[]): boolean {
  const from = tokens.findIndex((token) => is(token, 'FROM'));
  if (from < 0) return tokens.length > 1 && (tokens[1]?.type === 'number' || tokens[1]?.type === 'string' || is(tokens[1], '*', '@') || is(tokens[2], '('));
  if (from < 2) return false;
  const list = tokens.slice(1, from);
  // 'select an item from …': an article before another word; three words in a row are a sentence.
  if (list[0] && ARTICLES.has(list[0].text) && list[1]?.type === 'word' && list[1].text !== 'AS') return false;
  if (longestRun(list) > FEW_WORDS) return false;
  const table = tokens[from + 1];
  if (table?.type === 'word' && ARTICLES.has(table.text)) return tokens.length === from + 2 || tokens[from + 2]?.type !== 'word';
  return table === undefined || isName(table) || is(table, '(') || table.type === 'string';
}

/** The longest run of words with nothing between them that SQL would ask for. */
function longestRun(tokens: readonly SqlToken[]): number {
  const structural = new Set('AS DISTINCT ALL TOP CASE WHEN THEN ELSE END AND OR NOT IS NULL IN LIKE BETWEEN OVER INTERVAL COLLATE OF'.split(' '));
  let longest = 0;
  let run = 0;
  for (const { type, text } of tokens) {
    run = type === 'word' && !structural.has(text) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** From INTO on. */
function isInsert(tokens: readonly SqlToken[]): boolean {
  if (!is(tokens[0], 'INTO') || !isName(tokens[1])) return false;
  const after = tokens[afterName(tokens, 1)];
  return after === undefined ? tokens[1]?.type === 'hole' : is(after, '(', 'VALUES', 'VALUE', 'SELECT', 'SET', 'DEFAULT', 'AS', 'WITH') || after.type === 'hole';
}

function isUpdate(tokens: readonly SqlToken[]): boolean {
  const set = tokens.findIndex((token) => is(token, 'SET'));
  if (set < 2 || set > 8 || !isName(tokens[1])) return false;
  const rest = tokens.slice(set + 1, set + 6);
  return rest[0]?.type === 'hole' || rest.some((token) => is(token, '='));
}

function isDelete(tokens: readonly SqlToken[]): boolean {
  if (!is(tokens[1], 'FROM') || !isName(tokens[2])) return false;
  const at = afterName(tokens, 2);
  const ends = (i: number): boolean => tokens[i] === undefined || tokens[i]?.type === 'hole' || is(tokens[i], 'WHERE', ';', 'USING', 'RETURNING', 'LIMIT', 'ORDER', 'AS');
  return ends(at) || (isName(tokens[at]) && is(tokens[at + 1], 'WHERE'));
}

function isWith(tokens: readonly SqlToken[]): boolean {
  const name = is(tokens[1], 'RECURSIVE') ? 2 : 1;
  const as = tokens.findIndex((token) => is(token, 'AS'));
  if (!isName(tokens[name]) || as < 0) return false;
  const open = tokens.slice(as + 1, as + 4).find((token) => !is(token, 'NOT', 'MATERIALIZED'));
  return (as === name + 1 || is(tokens[name + 1], '(')) && is(open, '(');
}

function isDefinition(tokens: readonly SqlToken[]): boolean {
  let at = 1;
  while (tokens[at] && CREATED.has(tokens[at]?.text ?? '')) at++;
  const thing = tokens[at];
  if (thing?.type !== 'word' || !THINGS.has(thing.text)) return false;
  if (is(tokens[at + 1], 'IF')) return true;
  if (!isName(tokens[at + 1])) return false;
  const after = tokens[afterName(tokens, at + 1)];
  if (after === undefined) return is(thing, 'TABLE', 'INDEX', 'VIEW', 'DATABASE', 'SCHEMA', 'SEQUENCE', 'EXTENSION') || tokens[at + 1]?.type === 'hole';
  return is(after, '(', ';', ',') || after.type === 'hole' || (after.type === 'word' && AFTER_NAME.has(after.text));
}
