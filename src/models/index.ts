// Generated from the files of this folder by `npm run generate`.
import type { Model } from '../model/dsl.ts';
import { ajv } from './ajv.ts';
import { archiver } from './archiver.ts';
import { archives } from './archives.ts';
import { argon2 } from './argon2.ts';
import { awsLambda } from './aws-lambda.ts';
import { axios } from './axios.ts';
import { bcrypt } from './bcrypt.ts';
import { bearer } from './bearer.ts';
import { betterSqlite3 } from './better-sqlite3.ts';
import { bodyParsers } from './body-parsers.ts';
import { browsers } from './browsers.ts';
import { bson } from './bson.ts';
import { bunyan } from './bunyan.ts';
import { busboy } from './busboy.ts';
import { cassandraDriver } from './cassandra-driver.ts';
import { clickhouseClient } from './clickhouse-client.ts';
import { codeRunners } from './code-runners.ts';
import { connect } from './connect.ts';
import { cookie } from './cookie.ts';
import { cookieParser } from './cookie-parser.ts';
import { cookieSession } from './cookie-session.ts';
import { cookieSignature } from './cookie-signature.ts';
import { cors } from './cors.ts';
import { crossSpawn } from './cross-spawn.ts';
import { cryptoJs } from './crypto-js.ts';
import { csrf } from './csrf.ts';
import { debug } from './debug.ts';
import { deepExtend } from './deep-extend.ts';
import { deserializers } from './deserializers.ts';
import { dompurify } from './dompurify.ts';
import { dotProp } from './dot-prop.ts';
import { drizzle } from './drizzle.ts';
import { dset } from './dset.ts';
import { duckdb } from './duckdb.ts';
import { ejs } from './ejs.ts';
import { entities } from './entities.ts';
import { esToolkit } from './es-toolkit.ts';
import { escapeGoat } from './escape-goat.ts';
import { escapeHtml } from './escape-html.ts';
import { escapeStringRegexp } from './escape-string-regexp.ts';
import { execa } from './execa.ts';
import { express } from './express.ts';
import { expressFileupload } from './express-fileupload.ts';
import { expressJwt } from './express-jwt.ts';
import { expressMongoSanitize } from './express-mongo-sanitize.ts';
import { expressSession } from './express-session.ts';
import { expressValidator } from './express-validator.ts';
import { extend } from './extend.ts';
import { fastify } from './fastify.ts';
import { fastifyBearerAuth } from './fastify-bearer-auth.ts';
import { fastifyCors } from './fastify-cors.ts';
import { fastifySession } from './fastify-session.ts';
import { flat } from './flat.ts';
import { folderTools } from './folder-tools.ts';
import { fontoxpath } from './fontoxpath.ts';
import { formidable } from './formidable.ts';
import { fsExtra } from './fs-extra.ts';
import { globals } from './globals.ts';
import { googleCloudBigquery } from './google-cloud-bigquery.ts';
import { got } from './got.ts';
import { gracefulFs } from './graceful-fs.ts';
import { graphql } from './graphql.ts';
import { handlebars } from './handlebars.ts';
import { hapi } from './hapi.ts';
import { he } from './he.ts';
import { helmet } from './helmet.ts';
import { hoek } from './hoek.ts';
import { hono } from './hono.ts';
import { honoCookie } from './hono-cookie.ts';
import { honoValidator } from './hono-validator.ts';
import { ip } from './ip.ts';
import { isPathInside } from './is-path-inside.ts';
import { jimp } from './jimp.ts';
import { joi } from './joi.ts';
import { jose } from './jose.ts';
import { jsYaml } from './js-yaml.ts';
import { jsYamlJsTypes } from './js-yaml-js-types.ts';
import { jsdom } from './jsdom.ts';
import { jsonwebtoken } from './jsonwebtoken.ts';
import { jwtDecode } from './jwt-decode.ts';
import { jwtSimple } from './jwt-simple.ts';
import { knex } from './knex.ts';
import { koa } from './koa.ts';
import { koaCompose } from './koa-compose.ts';
import { koaJwt } from './koa-jwt.ts';
import { koaRouter } from './koa-router.ts';
import { kysely } from './kysely.ts';
import { ldapEscape } from './ldap-escape.ts';
import { ldapjs } from './ldapjs.ts';
import { libsqlClient } from './libsql-client.ts';
import { libxmljs } from './libxmljs.ts';
import { lodash } from './lodash.ts';
import { lodashDefaultsdeep } from './lodash-defaultsdeep.ts';
import { lodashMerge } from './lodash-merge.ts';
import { lodashSet } from './lodash-set.ts';
import { lodashTemplate } from './lodash-template.ts';
import { log4js } from './log4js.ts';
import { lusca } from './lusca.ts';
import { md5 } from './md5.ts';
import { merge } from './merge.ts';
import { mergeDeep } from './merge-deep.ts';
import { middleware } from './middleware.ts';
import { mikroOrm } from './mikro-orm.ts';
import { mixinDeep } from './mixin-deep.ts';
import { mongoSanitize } from './mongo-sanitize.ts';
import { mongodb } from './mongodb.ts';
import { mongoist } from './mongoist.ts';
import { mongoose } from './mongoose.ts';
import { monk } from './monk.ts';
import { mssql } from './mssql.ts';
import { multer } from './multer.ts';
import { multerFilter } from './multer-filter.ts';
import { multiparty } from './multiparty.ts';
import { mysql } from './mysql.ts';
import { mysql2 } from './mysql2.ts';
import { nedb } from './nedb.ts';
import { neon } from './neon.ts';
import { nest } from './nest.ts';
import { nestCore } from './nest-core.ts';
import { nestJwt } from './nest-jwt.ts';
import { next } from './next.ts';
import { nodeAssert } from './node-assert.ts';
import { nodeBuffer } from './node-buffer.ts';
import { nodeChildProcess } from './node-child-process.ts';
import { nodeConsole } from './node-console.ts';
import { nodeCrypto } from './node-crypto.ts';
import { nodeEvents } from './node-events.ts';
import { nodeExpat } from './node-expat.ts';
import { nodeFetch } from './node-fetch.ts';
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
import { nodeTimers } from './node-timers.ts';
import { nodeUrl } from './node-url.ts';
import { nodeUtil } from './node-util.ts';
import { nodeV8 } from './node-v8.ts';
import { nodeVm } from './node-vm.ts';
import { nodeWorkerThreads } from './node-worker-threads.ts';
import { nodeZlib } from './node-zlib.ts';
import { nodemailer } from './nodemailer.ts';
import { nunjucks } from './nunjucks.ts';
import { objectPath } from './object-path.ts';
import { objection } from './objection.ts';
import { oracledb } from './oracledb.ts';
import { pages } from './pages.ts';
import { passport } from './passport.ts';
import { passportJwt } from './passport-jwt.ts';
import { passportOauth } from './passport-oauth.ts';
import { pg } from './pg.ts';
import { pgCursor } from './pg-cursor.ts';
import { pgFormat } from './pg-format.ts';
import { pgPromise } from './pg-promise.ts';
import { pgQueryStream } from './pg-query-stream.ts';
import { pino } from './pino.ts';
import { polka } from './polka.ts';
import { postgres } from './postgres.ts';
import { prisma } from './prisma.ts';
import { proxies } from './proxies.ts';
import { pug } from './pug.ts';
import { ramda } from './ramda.ts';
import { rateLimit } from './rate-limit.ts';
import { rawBody } from './raw-body.ts';
import { rawBodyLimit } from './raw-body-limit.ts';
import { redis } from './redis.ts';
import { request } from './request.ts';
import { resolvePath } from './resolve-path.ts';
import { restify } from './restify.ts';
import { safeRegex } from './safe-regex.ts';
import { sanitizeFilename } from './sanitize-filename.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { sax } from './sax.ts';
import { sequelize } from './sequelize.ts';
import { session } from './session.ts';
import { setValue } from './set-value.ts';
import { sharp } from './sharp.ts';
import { shellEscape } from './shell-escape.ts';
import { shellQuote } from './shell-quote.ts';
import { shelljs } from './shelljs.ts';
import { shescape } from './shescape.ts';
import { signedCookies } from './signed-cookies.ts';
import { slonik } from './slonik.ts';
import { snowflakeSdk } from './snowflake-sdk.ts';
import { socketIo } from './socket-io.ts';
import { sqlByName } from './sql-by-name.ts';
import { sqlite } from './sqlite.ts';
import { sqlite3 } from './sqlite3.ts';
import { sqlstring } from './sqlstring.ts';
import { ssrfAgents } from './ssrf-agents.ts';
import { superagent } from './superagent.ts';
import { templateEngines } from './template-engines.ts';
import { terminalLoggers } from './terminal-loggers.ts';
import { tokenNames } from './token-names.ts';
import { typeorm } from './typeorm.ts';
import { undici } from './undici.ts';
import { uploadLimits } from './upload-limits.ts';
import { uuid } from './uuid.ts';
import { valibot } from './valibot.ts';
import { validator } from './validator.ts';
import { winston } from './winston.ts';
import { ws } from './ws.ts';
import { xpath } from './xpath.ts';
import { yup } from './yup.ts';
import { zod } from './zod.ts';
import { zx } from './zx.ts';

export const models: readonly Model[] = [
  ajv, archiver, archives, argon2, awsLambda, axios, bcrypt, bearer, betterSqlite3, bodyParsers, browsers, bson, bunyan,
  busboy, cassandraDriver, clickhouseClient, codeRunners, connect, cookie, cookieParser, cookieSession, cookieSignature,
  cors, crossSpawn, cryptoJs, csrf, debug, deepExtend, deserializers, dompurify, dotProp, drizzle, dset, duckdb, ejs,
  entities, esToolkit, escapeGoat, escapeHtml, escapeStringRegexp, execa, express, expressFileupload, expressJwt,
  expressMongoSanitize, expressSession, expressValidator, extend, fastify, fastifyBearerAuth, fastifyCors,
  fastifySession, flat, folderTools, fontoxpath, formidable, fsExtra, globals, googleCloudBigquery, got, gracefulFs,
  graphql, handlebars, hapi, he, helmet, hoek, hono, honoCookie, honoValidator, ip, isPathInside, jimp, joi, jose,
  jsYaml, jsYamlJsTypes, jsdom, jsonwebtoken, jwtDecode, jwtSimple, knex, koa, koaCompose, koaJwt, koaRouter, kysely,
  ldapEscape, ldapjs, libsqlClient, libxmljs, lodash, lodashDefaultsdeep, lodashMerge, lodashSet, lodashTemplate,
  log4js, lusca, md5, merge, mergeDeep, middleware, mikroOrm, mixinDeep, mongoSanitize, mongodb, mongoist, mongoose,
  monk, mssql, multer, multerFilter, multiparty, mysql, mysql2, nedb, neon, nest, nestCore, nestJwt, next, nodeAssert,
  nodeBuffer, nodeChildProcess, nodeConsole, nodeCrypto, nodeEvents, nodeExpat, nodeFetch, nodeFs, nodeHttp, nodeModule,
  nodeNet, nodePath, nodeProcess, nodeQuerystring, nodeReadline, nodeSqlite, nodeStream, nodeTimers, nodeUrl, nodeUtil,
  nodeV8, nodeVm, nodeWorkerThreads, nodeZlib, nodemailer, nunjucks, objectPath, objection, oracledb, pages, passport,
  passportJwt, passportOauth, pg, pgCursor, pgFormat, pgPromise, pgQueryStream, pino, polka, postgres, prisma, proxies,
  pug, ramda, rateLimit, rawBody, rawBodyLimit, redis, request, resolvePath, restify, safeRegex, sanitizeFilename,
  sanitizeHtml, sax, sequelize, session, setValue, sharp, shellEscape, shellQuote, shelljs, shescape, signedCookies,
  slonik, snowflakeSdk, socketIo, sqlByName, sqlite, sqlite3, sqlstring, ssrfAgents, superagent, templateEngines,
  terminalLoggers, tokenNames, typeorm, undici, uploadLimits, uuid, valibot, validator, winston, ws, xpath, yup, zod,
  zx,
];
