import { defineModel } from '../model/dsl.ts';

/** By default its cookie is out of reach of scripts, but goes over HTTP and to other sites' requests. */
export const expressSession = defineModel({
  modules: ['express-session'],
  types: { MemoryStore: ['exports.MemoryStore()'] },
  sinks: { token: ['exports[0].genid()'] },
  marks: {
    memoryStore: [{ at: 'exports', when: { '[0].store': { is: 'absent' } } }, { at: 'exports', when: { '[0].store': { api: 'MemoryStore' } } }],
    endless: [{ at: 'exports', when: { '[0].cookie.expires': { is: 'absent' }, '[0].cookie.maxAge': { is: 'absent' } } }, { at: 'exports', when: { '[0].cookie.maxAge': null } }],
    sessionCookie: ['exports'],
    notSecure: [{ at: 'exports', when: { '[0].cookie.secure': false } }, { at: 'exports', when: { '[0].cookie.secure': { is: 'absent' } } }],
    notHttpOnly: [{ at: 'exports', when: { '[0].cookie.httpOnly': false } }],
    notSameSite: [{ at: 'exports', when: { '[0].cookie.sameSite': false } }, { at: 'exports', when: { '[0].cookie.sameSite': { is: 'absent' } } }],
    sameSiteNone: [{ at: 'exports', when: { '[0].cookie.sameSite': /^none$/i } }],
  },
});
