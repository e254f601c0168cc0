import { defineModel } from '../model/dsl.ts';

/** Hands its options to jsonwebtoken. */
export const passportJwt = defineModel({
  modules: ['passport-jwt'],
  marks: {
    credential: ['exports.Strategy[0].secretOrKey'],
    verificationKey: ['exports.Strategy[0].{secretOrKey,secretOrKeyProvider}'],
    algorithms: ['exports.Strategy[0].algorithms'],
    expired: ['exports.Strategy[0].ignoreExpiration'],
    defaultAlgorithms: [{ at: 'exports.Strategy', when: { '[0].algorithms': { is: 'absent' } } }],
  },
});
