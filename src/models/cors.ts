import { defineModel } from '../model/dsl.ts';

/** Which sites may read answers. */
export const cors = defineModel({
  modules: ['cors', '@koa/cors', 'koa2-cors', 'hono/cors'],
  marks: { cors: ['exports', 'exports.cors'] },
});
