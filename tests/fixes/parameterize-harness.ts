/** Runs `parameterize` on a piece of code, as the rules do, without engine and models. */
import { parseForESLint } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { SourceCode as ESLintSourceCode } from 'eslint';
import { applyEdits } from '../../src/ast/edit.ts';
import type { SourceCode } from '../../src/ast/edit.ts';
import { childNodes, staticName, unwrap } from '../../src/ast/nodes.ts';
import { isRefusal } from '../../src/fixes/fix.ts';
import type { HoleType, Refusal, Repair, SinkUse } from '../../src/fixes/fix.ts';
import { parameterize } from '../../src/fixes/parameterize.ts';
import type { Bind } from '../../src/model/dsl.ts';

export interface Sink {
  readonly path: string;
  readonly bind: Bind;
  readonly bound?: boolean;
}

/** Types by source text of the hole; all where not named. */
export type Types = Readonly<Record<string, readonly HoleType[]>>;

const UNKNOWN: readonly HoleType[] = ['string', 'number', 'boolean', 'null', 'undefined', 'bigint', 'date', 'object'];

export const sinks = {
  pg: { path: 'pg:Client.query[0]', bind: { values: '[1]', style: '$1' } },
  pgObject: { path: 'pg:Client.query[0].text', bind: { values: '[0].values', style: '$1' } },
  mysql: { path: 'mysql:Connection.query[0]', bind: { values: '[1]', style: '?' } },
  mysql2: { path: 'mysql2:Connection.{query,execute}[0]', bind: { values: '[1]', style: '?' } },
  sqlite3: { path: 'sqlite3:Database.all[0]', bind: { values: '[1]', style: '?' } },
  betterSqlite3: { path: 'better-sqlite3:Database.prepare[0]', bind: { values: '().{run,get,all,iterate}[..]', style: '?' } },
  sequelize: { path: 'sequelize:Sequelize.query[0]', bind: { values: '[1].replacements', style: '?' } },
  knex: { path: 'knex:Knex.raw[0]', bind: { values: '[1]', style: '?', identifier: '??' } },
  prisma: { path: '@prisma/client:PrismaClient.$queryRawUnsafe[0]', bind: { tag: '$queryRaw' } },
  postgres: { path: 'postgres:Sql.unsafe[0]', bind: { tag: '[this]' } },
  mssql: { path: 'mssql:ConnectionPool.query[0]', bind: { tag: 'query' } },
  oracledb: { path: 'oracledb:Connection.execute[0]', bind: { values: '[1]', style: ':1' } },
  typeorm: { path: 'typeorm:QueryBuilder.where[0]', bind: { values: '[1]', style: ':name' } },
  typeormQuery: { path: 'typeorm:Source.query[0]', bind: { values: '[1]' } },
  drizzle: { path: 'drizzle-orm:Sql.raw[0]', bind: { tag: 'sql' } },
  postgresValues: { path: 'postgres:Sql.unsafe[0]', bind: { values: '[1]', tag: '[this]', style: '$1' } },
  bigquery: { path: '@google-cloud/bigquery:BigQuery.query[0].query', bind: { values: '[0].params', style: '@name' } },
  cassandra: { path: 'cassandra-driver:Client.execute[0]', bind: { values: '[1]', style: '?' } },
  d1: { path: 'd1:Sql.exec[0]', bind: { values: '[1..]', style: '?' } },
} as const satisfies Readonly<Record<string, Sink>>;

const METHODS = /^(?:query|execute|all|prepare|raw|whereRaw|\$queryRawUnsafe|unsafe|where|exec|sql)$/;

export function parse(code: string): SourceCode {
  const { ast, scopeManager, visitorKeys, services } = parseForESLint(code, { range: true, loc: true, tokens: true, comment: true, sourceType: 'module' });
  const source = new ESLintSourceCode({ text: code, ast, scopeManager, visitorKeys, parserServices: services } as never) as unknown as SourceCode & { traverse(): unknown };
  source.traverse();
  return source;
}

export function repairs(code: string, sink: Sink, types: Types = {}): readonly Repair[] | Refusal {
  const source = parse(code);
  const call = findCall(source.ast, source, sink);
  if (!call) throw new Error(`no sink in ${code}`);
  const [first] = call.arguments;
  const inner = first && unwrap(first);
  const member = /\[0\]\.(\w+)$/.exec(sink.path)?.[1];
  const property = member && inner?.type === 'ObjectExpression' ? inner.properties.find((item) => item.type === 'Property' && staticName(item) === member) : undefined;
  const argument = property?.type === 'Property' ? property.value : (first as TSESTree.Node);
  const use: SinkUse = { call, argument, path: sink.path, bind: sink.bind, instead: undefined, bound: sink.bound ?? true };
  return parameterize(use, source, (hole) => new Set(types[source.getText(hole)] ?? UNKNOWN));
}

/** `fix: code`, `suggestion: code`, one a line; `no: reason`. The output is parsed, and repaired again, which must find nothing. */
export function rewrite(code: string, sink: Sink, types: Types = {}): string {
  const answer = repairs(code, sink, types);
  if (isRefusal(answer)) return `no: ${answer.reason}`;
  return answer
    .map(({ level, message, edits }) => {
      const output = applyEdits(code, edits);
      const reparsed = parse(output);
      const again = findCall(reparsed.ast, reparsed, sink) ? repairs(output, sink, types) : undefined;
      if (again && !isRefusal(again)) throw new Error(`not idempotent: ${output}`);
      return `${message === 'parameterize' ? level : `${level} ${message}`}: ${output}`;
    })
    .join('\n');
}

/** The code after the first repair, which must be a fix unless said otherwise. */
export function fixed(code: string, sink: Sink, types: Types = {}, level: Repair['level'] = 'fix'): string {
  const answer = repairs(code, sink, types);
  if (isRefusal(answer)) throw new Error(answer.reason);
  const [first] = answer;
  if (first?.level !== level) throw new Error(`expected ${level}: ${first?.level}`);
  return applyEdits(code, first.edits);
}

function findCall(root: TSESTree.Node, source: SourceCode, sink: Sink): TSESTree.CallExpression | undefined {
  const methods = sink.path.includes('.prepare') ? /^prepare$/ : METHODS;
  const rest: TSESTree.Node[] = [root];
  for (let node = rest.shift(); node; node = rest.shift()) {
    if (node.type === 'CallExpression') {
      const callee = unwrap(node.callee);
      const name = callee.type === 'MemberExpression' ? staticName(callee) : callee.type === 'Identifier' ? callee.name : '';
      if (name && methods.test(name) && node.arguments.length > 0) return node;
    }
    rest.push(...childNodes(node, source.visitorKeys));
  }
  return undefined;
}
