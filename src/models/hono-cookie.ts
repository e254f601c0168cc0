import { defineModel } from '../model/dsl.ts';

export const honoCookie = defineModel({
  modules: ['hono/cookie'],
  sinks: { token: [{ at: 'setCookie[2]', when: { '[1]': /(?:sess|token|jwt|auth|csrf|xsrf|remember|secret)|(?:^|[-_.])(?:sid|otp)$/i } }] },
  marks: {
    cookie: ['exports.setCookie'],
    notSecure: [{ at: 'exports.setCookie', when: { '[3].secure': false } }, { at: 'exports.setCookie', when: { '[3].secure': { is: 'absent' } } }],
    notHttpOnly: [{ at: 'exports.setCookie', when: { '[3].httpOnly': false } }, { at: 'exports.setCookie', when: { '[3].httpOnly': { is: 'absent' } } }],
    notSameSite: [{ at: 'exports.setCookie', when: { '[3].sameSite': { is: 'absent' } } }],
    sameSiteNone: [{ at: 'exports.setCookie', when: { '[3].sameSite': /^none$/i } }],
  },
});
