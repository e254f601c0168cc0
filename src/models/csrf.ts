import { defineModel } from '../model/dsl.ts';

export const csrf = defineModel({
  modules: ['csurf', 'csrf-csrf', 'csrf-sync', '@fastify/csrf-protection', 'koa-csrf', 'tiny-csrf', '@dr.pogodin/csurf', 'hono/csrf', 'csrf'],
  types: { Guard: ['exports()', 'exports.*()', 'exports.*().*'] },
  marks: { csrf: ['exports', 'exports.{csrf,doubleCsrf,csrfSync,default}', 'Guard'] },
});
