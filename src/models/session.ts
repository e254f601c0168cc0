import { defineModel } from '../model/dsl.ts';

export const session = defineModel({
  modules: ['express-session', 'cookie-session', 'koa-session', '@fastify/session', '@fastify/secure-session', 'iron-session'],
  marks: { session: ['exports', 'exports.{createSession,getIronSession}'], credential: ['exports[0].{secret,keys}', 'exports[0].keys.*', 'exports[0].secret.*', 'getIronSession[1..2].password'] },
});
