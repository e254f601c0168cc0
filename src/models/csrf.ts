import { defineModel } from '../model/dsl.ts';

export const csrf = defineModel({
  modules: ['csurf', 'csrf-csrf', 'csrf-sync', 'lusca', '@fastify/csrf-protection', 'koa-csrf', 'tiny-csrf', '@dr.pogodin/csurf'],
  marks: { csrf: ['exports', 'exports.{csrf,doubleCsrf,csrfSync,default}'] },
});
