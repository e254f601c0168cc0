/**
 * Reads SQL text with holes: where each hole stands, and which placeholders are there already. Not a parser: it keeps the clause and the kind
 * of each open parenthesis, and looks a few tokens to both sides. Where that does not decide, the answer is a position that nobody rewrites.
 */
import { dialectOf } from './sql-dialect.ts';
import type { DialectName } from './sql-dialect.ts';
import { Placer } from './sql-place.ts';
import type { Place } from './sql-place.ts';
import { lexSql } from './sql-lexer.ts';
import type { SqlPoint, SqlToken } from './sql-lexer.ts';

export { looksLikeSql } from './sql-guess.ts';
export type { SqlPoint } from './sql-lexer.ts';

/**
 * `value`: whole value compared with or assigned to a column; `quoted`: all of a string literal; `partial`: a piece of one; `list`: all of
 * `IN (..)`; `other`: a value elsewhere (LIMIT, function argument, arithmetic, cast); the rest has no placeholder.
 */
export type HolePosition =
  | 'value' | 'quoted' | 'partial' | 'list' | 'other'
  | 'identifier' | 'keyword' | 'interval' | 'ddl' | 'comment' | 'multi';

/** A stretch of the text, from `start` up to `end`. */
export interface SqlSpan {
  readonly start: SqlPoint;
  readonly end: SqlPoint;
}

export interface SqlHole {
  readonly position: HolePosition;
  /** What the value, or the literal round the hole, is for: compared with or assigned to a column, or something else. */
  readonly place: 'compare' | 'assign' | 'other';
  /** The row count of LIMIT, OFFSET or FETCH: a number, whatever the driver makes of strings. */
  readonly limit: boolean;
  /** The literal or quoted identifier that it stands in, quotes included, with all the holes in that. */
  readonly literal?: SqlSpan & { readonly holes: readonly number[]; readonly whole: boolean };
  /** The sole element of a list: the span from `IN` or `NOT IN` to the closing parenthesis, and what is between the parentheses. */
  readonly list?: SqlSpan & { readonly inner: SqlSpan; readonly negated: boolean };
}

export interface SqlPlaceholder {
  readonly start: SqlPoint;
  readonly end: SqlPoint;
  /** As written: `?`, `??`, `$2`, `:name`. */
  readonly text: string;
  readonly style: '?' | '??' | '?1' | '$1' | '$name' | ':1' | ':name' | '@1' | '@name';
  /** `2` of `$2`, `name` of `:name`; empty for a question mark. */
  readonly name: string;
}

export interface SqlReading {
  readonly holes: readonly SqlHole[];
  readonly placeholders: readonly SqlPlaceholder[];
  readonly statements: number;
  /** A question mark that is no placeholder: in a literal, an identifier or a comment, where some drivers take it for one. */
  readonly strayQuestionMark: boolean;
}

/** Statements that take no values apart from their text. */
const DDL = new Set((
  'CREATE DROP ALTER TRUNCATE GRANT REVOKE COMMENT RENAME ATTACH DETACH VACUUM PRAGMA SET SHOW DESCRIBE DESC USE LOCK COPY ANALYZE LISTEN ' +
  'NOTIFY REINDEX DO EXEC EXECUTE DECLARE BEGIN COMMIT ROLLBACK SAVEPOINT RELEASE START MERGE LOAD KILL PREPARE DEALLOCATE IF'
).split(' '));

/** Reads the text whose pieces between holes are `parts` (one more than holes). Whole statements and mere fragments alike. */
export function readSql(parts: readonly string[], dialect?: DialectName): SqlReading {
  const { tokens, comments, unsure } = lexSql(parts, dialectOf(dialect));
  const holes: SqlHole[] = parts.slice(1).map(() => ({ position: 'keyword', place: 'other', limit: false }));
  const placer = new Placer(tokens, dialectOf(dialect));
  const unsound = placer.run() || unsure;
  tokens.forEach((token, index) => {
    if (token.holes.length === 0 || unsound) return;
    for (const hole of token.holes) holes[hole] = describe(token, hole, placer.places.get(index) ?? { is: 'keyword' }, parts);
  });
  for (const hole of comments.flatMap((comment) => comment.holes)) holes[hole] = { position: 'comment', place: 'other', limit: false };
  const statements = countStatements(tokens);
  const ddl = DDL.has(firstWord(tokens));
  const reading = {
    placeholders: tokens.filter(({ type }) => type === 'placeholder').map(describePlaceholder),
    statements,
    strayQuestionMark: [...tokens, ...comments].some(({ type, text }) => type !== 'placeholder' && text.includes('?')),
  };
  if (statements < 2 && !ddl) return { holes, ...reading };
  const position = statements > 1 ? 'multi' : 'ddl';
  return { holes: holes.map((hole) => (hole.position === 'comment' ? hole : { position, place: 'other', limit: false })), ...reading };
}

function describe(token: SqlToken, hole: number, { is, list }: Place, parts: readonly string[]): SqlHole {
  const limit = is === 'limit';
  const place = is === 'assign' ? 'assign' : is === 'compare' || is === 'list' ? 'compare' : 'other';
  const refused = is === 'identifier' || is === 'keyword' || is === 'interval';
  if (token.type === 'hole') {
    const position = refused || is === 'list' ? is : place === 'other' ? 'other' : 'value';
    return { position, place, limit, ...(list && { list }) };
  }
  const literal = { start: token.start, end: token.end, holes: token.holes, whole: isWhole(token, parts) };
  if (token.type === 'identifier') return { position: 'identifier', place: 'other', limit: false, literal };
  if (token.type !== 'string' || refused) return { position: is === 'interval' ? 'interval' : 'keyword', place: 'other', limit: false };
  return { position: literal.whole ? 'quoted' : 'partial', place, limit, literal, ...(list && { list }) };
}

/** Whether the hole is all there is between the quotes. */
function isWhole({ start, end, holes }: SqlToken, parts: readonly string[]): boolean {
  return holes.length === 1 && start.offset + 1 === parts[start.part]?.length && end.part === start.part + 1 && end.offset === 1;
}

function describePlaceholder({ start, end, text }: SqlToken): SqlPlaceholder {
  const name = text.replace(/^[?$:@]+/, '');
  const sign = text.charAt(0);
  const style = (text === '??' ? '??' : sign === '?' ? (name ? '?1' : '?') : sign + (/^\d/.test(name) ? '1' : 'name')) as SqlPlaceholder['style'];
  return { start, end, text, style, name };
}

/** Statements with anything in them; a trailing semicolon begins none. */
function countStatements(tokens: readonly SqlToken[]): number {
  return tokens.filter((token, i) => token.text !== ';' && (i === 0 || tokens[i - 1]?.text === ';')).length;
}

function firstWord(tokens: readonly SqlToken[]): string {
  const words = tokens.slice(0, 4).filter(({ text }) => text !== '(' && text !== 'EXPLAIN' && text !== ';');
  return words[0]?.type === 'word' ? words[0].text : '';
}
