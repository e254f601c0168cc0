import { defineModel } from '../model/dsl.ts';

/** A session that is all in its cookie, which the server signs unless it is told not to, and which lives as long as the browser. */
export const signedCookies = defineModel({
  modules: ['cookie-session'],
  marks: {
    endless: [{ at: 'exports', when: { '[0].expires': { is: 'absent' }, '[0].maxAge': { is: 'absent' } } }],
    unsigned: [
      { at: 'exports', when: { '[0].signed': false } },
      { at: 'exports', when: { '[0].keys': { is: 'absent' }, '[0].secret': { is: 'absent' } } },
    ],
  },
});
