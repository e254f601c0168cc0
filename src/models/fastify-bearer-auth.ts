import { defineModel } from '../model/dsl.ts';

/** Once it is registered, each request shows a token in a header. */
export const fastifyBearerAuth = defineModel({
  modules: ['@fastify/bearer-auth'],
  marks: { csrf: ['exports'] },
});
