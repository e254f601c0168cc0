/** What a rewrite must know of a driver beyond where its values go: how it treats what it is given. */
import type { DialectName } from '../text/sql-dialect.ts';
import { unwrap, staticName } from '../ast/nodes.ts';
import type { SinkUse } from './fix.ts';

export interface Driver {
  readonly packageName: string;
  readonly dialect: DialectName | undefined;
  /** The method called, where it is one. */
  readonly method: string | undefined;
  /** An object given as a value becomes SQL (``a = 'b'``), so values that may be objects get `String()`. */
  readonly expandsObjects: boolean;
  /** A list of values: `= ANY($1)` with an array, or `IN (?)` which the client expands. */
  readonly list: 'any' | 'expand' | undefined;
  /** The client writes values into the text, and takes placeholders in string literals for such. */
  readonly clientSide: boolean;
  /** Values keep their JavaScript type: a number never equals text, and booleans or undefined are refused. */
  readonly strictTypes: boolean;
  /** A row count must be a number, no string of digits. */
  readonly numericLimit: boolean;
  /** Types are sent along, so that `integer = $1` refuses a string. */
  readonly sendsTypes: boolean;
  /** The template tag is the receiver of the call, not a member of it. */
  readonly receiverTag: boolean;
  /** LIMIT takes no placeholder. */
  readonly noLimit: boolean;
  /** An option without which the driver guesses the types of values, as an argument after them. */
  readonly option: { readonly index: number; readonly name: string; readonly text: string } | undefined;
}

const DIALECTS: Readonly<Record<string, DialectName>> = {
  pg: 'pg', 'pg-pool': 'pg', 'pg-native': 'pg', 'pg-promise': 'pg', postgres: 'pg', slonik: 'pg', '@vercel/postgres': 'pg', '@neondatabase/serverless': 'pg', '@electric-sql/pglite': 'pg',
  mysql: 'mysql', mysql2: 'mysql', 'mysql2/promise': 'mysql', mariadb: 'mysql', 'promise-mysql': 'mysql', '@planetscale/database': 'mysql',
  'better-sqlite3': 'sqlite', sqlite3: 'sqlite', sqlite: 'sqlite', 'node:sqlite': 'sqlite', '@libsql/client': 'sqlite', libsql: 'sqlite', 'bun:sqlite': 'sqlite',
  mssql: 'mssql', tedious: 'mssql', oracledb: 'oracle',
};

/** Client libraries over any database: what holds for the worst of them holds. */
const BUILDERS = new Set(['knex', 'sequelize', 'sequelize-typescript', '@sequelize/core']);
/** They hand values to MySQL's client as they are, if that is the database. */
const OVER_MYSQL = new Set(['knex', 'typeorm', 'drizzle-orm', 'kysely']);
/** Their `sql.raw(text)` is a member of the tag itself. */
const RECEIVER_TAGS = new Set(['drizzle-orm', 'kysely']);
const STRICT = new Set(['better-sqlite3', 'node:sqlite', 'libsql', 'bun:sqlite']);
const TYPED = new Set(['@prisma/client', 'prisma', '@google-cloud/bigquery', 'cassandra-driver']);

export function driverOf(use: SinkUse): Driver {
  const packageName = packageOf(use.path);
  const dialect = Object.hasOwn(DIALECTS, packageName) ? DIALECTS[packageName] : undefined;
  const callee = use.call.type === 'TaggedTemplateExpression' ? undefined : unwrap(use.call.callee);
  const method = callee?.type === 'MemberExpression' ? staticName(callee) : undefined;
  const mysql = dialect === 'mysql';
  const prepared = mysql && method === 'execute';
  const builder = BUILDERS.has(packageName);
  // Out of sight, a question mark may be MySQL's.
  const unknown = dialect === undefined && use.bind?.style === '?' && !builder;
  return {
    packageName,
    dialect,
    method,
    expandsObjects: (mysql && !prepared) || OVER_MYSQL.has(packageName) || unknown,
    list: listOf(packageName, dialect, prepared),
    clientSide: (mysql && !prepared) || builder || packageName === 'pg-promise' || unknown,
    strictTypes: STRICT.has(packageName),
    numericLimit: mysql || builder || unknown,
    sendsTypes: TYPED.has(packageName),
    receiverTag: RECEIVER_TAGS.has(packageName),
    noLimit: prepared,
    option: packageName === 'cassandra-driver' ? { index: 2, name: 'prepare', text: '{ prepare: true }' } : undefined,
  };
}

function listOf(packageName: string, dialect: DialectName | undefined, prepared: boolean): Driver['list'] {
  // pg-promise writes `array['1']`, of type text, where pg sends an array without a type.
  if (dialect === 'pg') return packageName === 'pg-promise' ? undefined : 'any';
  const expands = (packageName.startsWith('mysql') && !prepared) || packageName === 'promise-mysql' || packageName.includes('sequelize');
  return expands ? 'expand' : undefined;
}

function packageOf(path: string | undefined): string {
  const match = /^((?:node:|bun:)?[^:]+):/.exec(path ?? '');
  return match?.[1] ?? '';
}
