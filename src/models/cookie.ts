import { defineModel } from '../model/dsl.ts';

/** The text of a `Set-Cookie` header: no attribute that is not asked for. */
export const cookie = defineModel({
  modules: ['cookie', 'cookie-es'],
  marks: {
    cookie: ['exports.serialize'],
    notSecure: [{ at: 'exports.serialize', when: { '[2].secure': false } }, { at: 'exports.serialize', when: { '[2].secure': { is: 'absent' } } }],
    notHttpOnly: [{ at: 'exports.serialize', when: { '[2].httpOnly': false } }, { at: 'exports.serialize', when: { '[2].httpOnly': { is: 'absent' } } }],
    notSameSite: [{ at: 'exports.serialize', when: { '[2].sameSite': false } }, { at: 'exports.serialize', when: { '[2].sameSite': { is: 'absent' } } }],
    sameSiteNone: [{ at: 'exports.serialize', when: { '[2].sameSite': /^none$/i } }],
  },
});
