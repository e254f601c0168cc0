import { defineModel } from '../model/dsl.ts';

/** What its options say is read where it is registered, in fastify.ts. */
export const fastifySession = defineModel({
  modules: ['fastify-session', '@fastify/session'],
  types: { Plugin: ['exports', 'exports.fastifySession'] },
});
