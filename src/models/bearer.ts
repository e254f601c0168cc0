import { defineModel } from '../model/dsl.ts';

/** Who asks shows a token in a header, which no other site can add to a request. */
export const bearer = defineModel({
  modules: ['passport', 'koa-passport', 'express-jwt', 'express-oauth2-jwt-bearer', 'koa-jwt', 'hono/jwt', 'hono/bearer-auth'],
  types: { Asks: [{ at: 'exports.authenticate()', when: { '[0]': ['jwt', 'bearer'] } }, 'exports()', 'exports.{expressjwt,auth,jwt,bearerAuth}()'] },
  marks: { csrf: ['Asks'] },
});
