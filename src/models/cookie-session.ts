import { defineModel } from '../model/dsl.ts';

/** By default scripts do not read their cookie, and it is secure where the request was. */
export const cookieSession = defineModel({
  modules: ['cookie-session', 'koa-session'],
  marks: {
    sessionCookie: ['exports'],
    notSecure: [{ at: 'exports', when: { '[0].secure': false } }],
    notHttpOnly: [{ at: 'exports', when: { '[0].httpOnly': false } }],
    notSameSite: [{ at: 'exports', when: { '[0].sameSite': false } }, { at: 'exports', when: { '[0].sameSite': { is: 'absent' } } }],
  },
});
