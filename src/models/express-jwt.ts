import { defineModel } from '../model/dsl.ts';

/** From 6 on it refuses to start without a list of algorithms; before, the token chose. */
export const expressJwt = defineModel({
  modules: ['express-jwt'],
  marks: {
    credential: ['exports[0].secret', 'exports.expressjwt[0].secret'],
    algorithms: ['exports[0].algorithms', 'exports.expressjwt[0].algorithms'],
    expired: ['exports[0].ignoreExpiration', 'exports.expressjwt[0].ignoreExpiration'],
    openAlgorithms: [
      { at: 'exports', when: { '[0].algorithms': { is: 'absent' } } },
      { at: 'exports.expressjwt', when: { '[0].algorithms': { is: 'absent' } } },
    ],
  },
});
