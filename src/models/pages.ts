import { defineModel } from '../model/dsl.ts';

/** Files and templates that are sent as pages. */
export const pages = defineModel({
  modules: ['koa-static', 'serve-static', 'koa-views', '@koa/ejs', '@fastify/static', '@fastify/view', '@hono/node-server/serve-static', 'hono/bun', 'hono/deno'],
  types: { Pages: ['exports'] },
  marks: { page: ['exports', 'exports.serveStatic'] },
});
