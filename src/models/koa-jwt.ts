import { defineModel } from '../model/dsl.ts';

/** Hands its options to jsonwebtoken. */
export const koaJwt = defineModel({
  modules: ['koa-jwt'],
  marks: {
    credential: ['exports[0].secret'],
    verificationKey: ['exports[0].secret'],
    algorithms: ['exports[0].algorithms'],
    expired: ['exports[0].ignoreExpiration'],
    defaultAlgorithms: [{ at: 'exports', when: { '[0].algorithms': { is: 'absent' } } }],
  },
});
