// Generated from the files of this folder by `npm run generate`.
import type { Model } from '../model/dsl.ts';
import { argon2 } from './argon2.ts';
import { bcrypt } from './bcrypt.ts';
import { betterSqlite3 } from './better-sqlite3.ts';
import { connect } from './connect.ts';
import { crossSpawn } from './cross-spawn.ts';
import { execa } from './execa.ts';
import { express } from './express.ts';
import { fastify } from './fastify.ts';
import { fsExtra } from './fs-extra.ts';
import { globals } from './globals.ts';
import { gracefulFs } from './graceful-fs.ts';
import { knex } from './knex.ts';
import { koa } from './koa.ts';
import { koaRouter } from './koa-router.ts';
import { mysql } from './mysql.ts';
import { mysql2 } from './mysql2.ts';
import { nodeAssert } from './node-assert.ts';
import { nodeBuffer } from './node-buffer.ts';
import { nodeChildProcess } from './node-child-process.ts';
import { nodeConsole } from './node-console.ts';
import { nodeCrypto } from './node-crypto.ts';
import { nodeEvents } from './node-events.ts';
import { nodeFs } from './node-fs.ts';
import { nodeHttp } from './node-http.ts';
import { nodeModule } from './node-module.ts';
import { nodeNet } from './node-net.ts';
import { nodePath } from './node-path.ts';
import { nodeProcess } from './node-process.ts';
import { nodeQuerystring } from './node-querystring.ts';
import { nodeReadline } from './node-readline.ts';
import { nodeSqlite } from './node-sqlite.ts';
import { nodeStream } from './node-stream.ts';
import { nodeUrl } from './node-url.ts';
import { nodeUtil } from './node-util.ts';
import { nodeV8 } from './node-v8.ts';
import { nodeVm } from './node-vm.ts';
import { nodeWorkerThreads } from './node-worker-threads.ts';
import { nodeZlib } from './node-zlib.ts';
import { pg } from './pg.ts';
import { pgCursor } from './pg-cursor.ts';
import { pgFormat } from './pg-format.ts';
import { pgQueryStream } from './pg-query-stream.ts';
import { polka } from './polka.ts';
import { prisma } from './prisma.ts';
import { restify } from './restify.ts';
import { sequelize } from './sequelize.ts';
import { shellEscape } from './shell-escape.ts';
import { shellQuote } from './shell-quote.ts';
import { shelljs } from './shelljs.ts';
import { shescape } from './shescape.ts';
import { sqlite } from './sqlite.ts';
import { sqlite3 } from './sqlite3.ts';
import { sqlstring } from './sqlstring.ts';
import { zx } from './zx.ts';

export const models: readonly Model[] = [
  argon2,
  bcrypt,
  betterSqlite3,
  connect,
  crossSpawn,
  execa,
  express,
  fastify,
  fsExtra,
  globals,
  gracefulFs,
  knex,
  koa,
  koaRouter,
  mysql,
  mysql2,
  nodeAssert,
  nodeBuffer,
  nodeChildProcess,
  nodeConsole,
  nodeCrypto,
  nodeEvents,
  nodeFs,
  nodeHttp,
  nodeModule,
  nodeNet,
  nodePath,
  nodeProcess,
  nodeQuerystring,
  nodeReadline,
  nodeSqlite,
  nodeStream,
  nodeUrl,
  nodeUtil,
  nodeV8,
  nodeVm,
  nodeWorkerThreads,
  nodeZlib,
  pg,
  pgCursor,
  pgFormat,
  pgQueryStream,
  polka,
  prisma,
  restify,
  sequelize,
  shellEscape,
  shellQuote,
  shelljs,
  shescape,
  sqlite,
  sqlite3,
  sqlstring,
  zx,
];
