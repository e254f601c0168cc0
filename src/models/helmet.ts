import { defineModel } from '../model/dsl.ts';

export const helmet = defineModel({
  modules: ['helmet', 'koa-helmet', '@fastify/helmet', 'hono/secure-headers', 'fastify-helmet'],
  types: { Setter: ['exports()', 'exports.*()'] },
  marks: { headers: ['exports', 'exports.*', 'Setter'] },
});
