import { defineModel } from '../model/dsl.ts';

export const csrf = defineModel({
  modules: ['csurf', 'csrf-csrf', 'csrf-sync', '@fastify/csrf-protection', 'koa-csrf', 'tiny-csrf', '@dr.pogodin/csurf', 'hono/csrf', 'csrf'],
  // a middleware, or an object that has it and what checks by hand
  types: { Guard: ['exports()', 'exports().*', 'exports.*()', 'exports.*().*'] },
  marks: { csrf: ['exports', 'Guard'] },
});
