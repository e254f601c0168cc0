import { defineModel } from '../model/dsl.ts';

/** They limit bodies by themselves, to 100 kB, 1 MB, or what they are told. */
export const bodyParsers = defineModel({
  modules: ['body-parser', 'koa-bodyparser', '@koa/bodyparser', 'koa-body', 'hono/body-limit'],
  marks: { parses: ['exports', 'exports.{json,raw,text,urlencoded,bodyParser,koaBody,bodyLimit}'] },
});
