import { describe, expect, it } from 'vitest';
import { looksLikeSql, readSql } from '../../src/text/sql.ts';
import { lexSql } from '../../src/text/sql-lexer.ts';
import { dialectOf, renderPlaceholder } from '../../src/text/sql-dialect.ts';
import type { DialectName } from '../../src/text/sql-dialect.ts';

/** `§` stands for a hole. */
const cut = (text: string): string[] => text.split('§');
const positions = (text: string, dialect?: DialectName): string =>
  readSql(cut(text), dialect).holes.map(({ position, place }) => (/quoted|partial|value/.test(position) ? `${position} ${place}` : position)).join(', ');

describe('readSql: where a hole stands', () => {
  it.each([
    ['SELECT * FROM t WHERE id = §', 'value compare'],
    ['DELETE FROM t WHERE id=§;', 'value compare'],
    ["SELECT * FROM t WHERE id <> § AND b >= '§'", 'value compare, quoted compare'],
    ["SELECT * FROM t WHERE a LIKE '%§%' AND b NOT ILIKE '§-§'", 'partial compare, partial compare, partial compare'],
    ["SELECT * FROM t WHERE a = 'it''s §'", 'partial compare'],
    ['SELECT * FROM t WHERE (t.a = § OR "b" = §)', 'value compare, value compare'],
    ['SELECT * FROM t WHERE c BETWEEN § AND § AND d = 1', 'value compare, value compare'],
    ["INSERT INTO t (a, b) VALUES (§, '§'), (1, §) RETURNING id", 'value assign, quoted assign, value assign'],
    ["INSERT INTO t (a) VALUES (§) ON CONFLICT (a) DO UPDATE SET a = '§'", 'value assign, quoted assign'],
    ["INSERT INTO t (a) VALUES (§) ON DUPLICATE KEY UPDATE a = '§'", 'value assign, quoted assign'],
    ["UPDATE t SET a = §, b = '§' WHERE c = §", 'value assign, quoted assign, value compare'],
    ['SELECT * FROM (SELECT * FROM t WHERE a = §) x WHERE y = §', 'value compare, value compare'],
    ["WITH x AS (SELECT * FROM t WHERE a = §) SELECT * FROM x WHERE b = '§'", 'value compare, quoted compare'],
    ['SELECT CASE WHEN a = § THEN § END FROM t', 'other, other'],
    ['SELECT count(*) FILTER (WHERE a = §) FROM t', 'value compare'],
    ['SELECT * FROM t WHERE a = § FOR UPDATE', 'value compare'],
    ['WHERE a IN (§)', 'list'],
    ['WHERE a IN (§, §)', 'value compare, value compare'],
    ["WHERE a NOT IN ('§')", 'quoted compare'],
    ['a = §', 'value compare'],
    ["name like '§%'", 'partial compare'],
  ])('%s: %s', (text, expected) => expect(positions(text)).toBe(expected));

  it.each([
    ['SELECT * FROM t LIMIT § OFFSET §', 'other, other'],
    ['SELECT * FROM t WHERE a = lower(§)', 'other'],
    ["SELECT * FROM t WHERE a = lower('§')", 'quoted other'],
    ['SELECT * FROM t WHERE length(a) > §', 'other'],
    ["SELECT * FROM t WHERE lower(a) = '§'", 'quoted compare'],
    ['SELECT * FROM t HAVING count(*) > §', 'other'],
    ['SELECT * FROM t WHERE a = § + 1', 'other'],
    ['UPDATE t SET n = n + § WHERE a = 1', 'other'],
    ['SELECT * FROM t WHERE a = §::int', 'other'],
    ["SELECT * FROM t WHERE a = '§'::date", 'quoted other'],
    ["SELECT * FROM t WHERE a = '§' COLLATE NOCASE", 'quoted other'],
    ['SELECT * FROM a JOIN b ON a.id = §', 'other'],
    ["SELECT '§' AS name FROM t", 'quoted other'],
    ['VALUES (§)', 'other'],
  ])('%s is a value, but no column says of what type: %s', (text, expected) => expect(positions(text)).toBe(expected));

  it.each([
    ['SELECT § FROM t', 'identifier'],
    ['SELECT a FROM § WHERE b = 1', 'identifier'],
    ['SELECT a FROM app.§', 'identifier'],
    ['SELECT a FROM users_§', 'identifier'],
    ['INSERT INTO t (§) VALUES (1)', 'identifier'],
    ['INSERT INTO t (a) SELECT §, b FROM u', 'identifier'],
    ['SELECT "§" FROM t', 'identifier'],
    ['SELECT * FROM t WHERE § = 5', 'identifier'],
    ['SELECT * FROM t ORDER BY a, §', 'identifier'],
    ['SELECT * FROM t ORDER BY a §', 'keyword'],
    ['SELECT * FROM t WHERE §', 'keyword'],
    ['SELECT * FROM t §', 'keyword'],
    ['SELECT * FROM t WHERE a § 5', 'keyword'],
    ['SELECT * FROM t WHERE a = §§', 'keyword, keyword'],
    ['SELECT * FROM t WHERE a = $§', 'keyword'],
    ['SELECT * FROM t WHERE a = :§', 'keyword'],
    ['SELECT TOP § a FROM t', 'keyword'],
    ["SELECT * FROM t WHERE d = DATE '§'", 'keyword'],
    ["SELECT * FROM t WHERE d = E'§'", 'keyword'],
    ["SELECT * FROM t WHERE d = '§' 'x'", 'keyword'],
    ['SELECT * FROM t WHERE (a = §', 'keyword'],
    ["SELECT * FROM t WHERE a = '§", 'keyword'],
    ['DO $$ BEGIN RAISE §; END $$', 'ddl'],
    ["SELECT now() - interval '§ days'", 'interval'],
    ["SELECT now() - '§ days'::interval", 'interval'],
    ['SELECT now() + INTERVAL § DAY', 'interval'],
    ['DROP TABLE §', 'ddl'],
    ["CREATE USER x PASSWORD '§'", 'ddl'],
    ['SELECT 1; DELETE FROM t WHERE a = §', 'multi'],
    ['SELECT 1 -- §', 'comment'],
    ['SELECT /* § */ 1', 'comment'],
  ])('%s has no placeholder: %s', (text, expected) => expect(positions(text)).toBe(expected));

  it('reads quotes and comments as the dialect does', () => {
    expect(positions('SELECT * FROM t WHERE a = "§"', 'mysql')).toBe('quoted compare');
    expect(positions('SELECT * FROM t WHERE a = "§"', 'pg')).toBe('identifier');
    expect(positions("SELECT * FROM t WHERE a = 'x\\' AND b = §", 'pg')).toBe('value compare');
    expect(positions("SELECT * FROM t WHERE a = 'x\\' AND b = §", 'mysql')).toBe('keyword');
    expect(positions("SELECT * FROM t WHERE a = 'x\\'' AND b = §")).toBe('keyword');
    expect(positions('SELECT 1 # § \n', 'mysql')).toBe('comment');
    expect(positions("SELECT * FROM t WHERE d #> '{a}' = '§'", 'pg')).toBe('quoted compare');
    expect(positions('SELECT * FROM t WHERE a = $q$ § $q$', 'pg')).toBe('keyword');
    expect(positions('SELECT [§] FROM t', 'mssql')).toBe('identifier');
  });

  it('tells a row count, a list and a literal with all its holes', () => {
    expect(readSql(cut('SELECT 1 FROM t LIMIT §')).holes[0]).toMatchObject({ limit: true });
    const [list] = readSql(cut('WHERE a NOT IN ( § )')).holes;
    expect(list?.list).toMatchObject({ negated: true, start: { part: 0, offset: 8 }, end: { part: 1, offset: 2 }, inner: { start: { part: 0, offset: 16 } } });
    const [first, second] = readSql(cut("WHERE a LIKE '§-§%'")).holes;
    expect(first?.literal).toEqual(second?.literal);
    expect(first?.literal).toMatchObject({ holes: [0, 1], whole: false, start: { part: 0, offset: 13 }, end: { part: 2, offset: 2 } });
  });

  it('finds placeholders and their style, and question marks that are none', () => {
    const styles = (text: string, dialect?: DialectName): string => readSql(cut(text), dialect).placeholders.map(({ style }) => style).join(' ');
    expect(styles('a = ? AND ?? = :name AND c = @p AND d = $2 AND e = :1 AND f = ?3 AND g = @1 AND h = $h')).toBe('? ?? :name @name $1 :1 ?1 @1 $name');
    expect(styles("a::int = 1 AND b = '?' AND c = @@x AND j ? 'k'", 'pg')).toBe('');
    expect(styles('SELECT @x, @@y', 'mysql')).toBe('');
    expect(readSql(["a = 'what?' AND b = ?"]).strayQuestionMark).toBe(true);
    expect(readSql(['a = ? AND b = ?']).strayQuestionMark).toBe(false);
  });

  it('is linear: a long text costs no more a hole than a short one', () => {
    const parts = Array.from({ length: 20_000 }, (_, i) => (i === 0 ? 'SELECT * FROM t WHERE a = ' : ` OR (t.a.b) = '${i}' OR c = `));
    const start = performance.now();
    expect(readSql(parts).holes.every(({ position }) => position === 'value')).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('never throws', () => {
    for (const text of ['', '§', "'", '$', '$$', '/*', '))((', '[', '\0', '§;§', '1.', '..', ':', '@', '?', '\\', 'é§'] ) expect(readSql(cut(text)).holes).toHaveLength(cut(text).length - 1);
    expect(lexSql(['a\0b']).unsure).toBe(true);
  });
});

describe('looksLikeSql', () => {
  it.each([
    'SELECT * FROM users WHERE id = §', 'select a from t', 'SELECT § FROM t', 'SELECT id, u.name n FROM §', 'SELECT 1', 'SELECT now()', '(SELECT 1) UNION (SELECT 2)',
    'INSERT INTO t VALUES (1)', 'insert into t (a) values (§)', 'REPLACE INTO t SET a = 1', 'UPDATE t SET a = 1', 'update § set a = §', 'UPDATE s.t AS x SET x.a = 1',
    'DELETE FROM t', 'DELETE FROM t WHERE a = 1', 'delete from app.t x where x.a = 1', 'WITH x AS (SELECT 1) SELECT * FROM x', 'with recursive t(n) as (values (1)) select n from t',
    'create table users (id int)', 'DROP TABLE users', 'drop table if exists t', 'ALTER TABLE t ADD COLUMN a int', 'TRUNCATE TABLE t', 'EXPLAIN SELECT 1', '-- find\nSELECT a FROM t', 'CALL f(§)',
  ])('yes: %s', (text) => expect(looksLikeSql(cut(text))).toBe(true));

  it.each([
    '', 'hello', 'select an item from the list', 'Select your file from disk', 'Select one or more items from the table', 'select', 'select §', 'update your profile set to go', 'update available',
    'Update § now', 'insert into the box', 'insert coin', 'delete from list all', 'Delete §?', 'create a table', 'create user failed', 'Create an index', 'drop the table', 'with love as always (bye)',
    'alter ego', 'WHERE a = §', 'call me', 'explain yourself', 'from a to b', 'replace into', '§ SELECT',
  ])('no: %s', (text) => expect(looksLikeSql(cut(text))).toBe(false));
});

describe('dialects', () => {
  it('writes placeholders', () => {
    expect((['?', '$1', ':1', '@1', ':name', '@name'] as const).map((style) => renderPlaceholder(style, 3, 'id'))).toEqual(['?', '$3', ':3', '@3', ':id', '@id']);
    expect(renderPlaceholder(':name', 2)).toBe(':p2');
  });
  it('knows nothing for sure of an unknown one', () => {
    expect(dialectOf(undefined).backslash).toBe('unsure');
    expect(dialectOf('mysql').backslash).toBe(true);
  });
});
