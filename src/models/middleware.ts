import { defineModel } from '../model/dsl.ts';

/** Middleware that limits nobody, sets no headers against attacks and asks for no token. */
export const middleware = defineModel({
  modules: [
    'morgan', 'compression', 'cookie-parser', 'body-parser', 'cors', 'serve-static', 'serve-favicon', 'serve-index', 'response-time', 'method-override', 'connect-timeout', 'errorhandler', 'connect-flash', 'passport',
    'multer', 'express-session', 'cookie-session', 'pino-http', 'express-pino-logger', 'express-winston', 'express-fileupload', 'swagger-ui-express', 'express-ejs-layouts', 'connect-history-api-fallback', 'i18next-http-middleware',
    'koa-bodyparser', '@koa/bodyparser', 'koa-body', 'koa-static', 'koa-logger', 'koa-compress', 'koa-json', '@koa/cors', 'koa-session', 'koa-views', 'koa-passport',
    '@fastify/cookie', '@fastify/cors', '@fastify/static', '@fastify/formbody', '@fastify/multipart', '@fastify/swagger', '@fastify/swagger-ui', '@fastify/sensible', '@fastify/compress', '@fastify/view', '@fastify/session', '@fastify/secure-session', '@fastify/postgres',
    'hono/logger', 'hono/cors', 'hono/compress', 'hono/pretty-json', 'hono/etag', 'hono/timing', 'hono/cache', 'hono/request-id', 'hono/timeout',
  ],
  types: { Plain: ['exports', 'exports()', 'exports.{initialize,session,authenticate,json,urlencoded,text,raw,single,array,fields,any,none,logger,errorLogger,setup,serve,cors,prettyJSON,compress,etag,timing,cache,requestId,timeout}()', 'exports().{single,array,fields,any,none}()', 'exports.serve'] },
  marks: { plain: ['Plain'] },
});
