import { defineModel } from '../model/dsl.ts';

export const session = defineModel({
  modules: ['express-session', 'cookie-session', 'koa-session', '@fastify/session', '@fastify/secure-session', 'iron-session'],
  marks: { session: ['exports', 'exports.{default,createSession,getIronSession}'], credential: ['exports[0].{secret,key,keys,password}', 'exports[0].keys.*', 'exports[0].secret.*', 'getIronSession[2].password'] },
});
