import { defineModel } from '../model/dsl.ts';

/** What its options say is read where it is registered, in fastify.ts. */
export const fastifyCors = defineModel({
  modules: ['fastify-cors', '@fastify/cors'],
  types: { Plugin: ['exports'] },
});
