import { defineModel } from '../model/dsl.ts';

/** `decode(token, key)` checks the signature, unless its third argument says not to. */
export const jwtSimple = defineModel({
  modules: ['jwt-simple'],
  flows: [{ flow: 'decode[0] -> ()', again: ['nosql', 'fields'] }],
  marks: {
    credential: ['exports.{encode,decode}[1]'],
    decodes: [{ at: 'exports.decode[0]', when: { '[2]': true } }],
    verifies: [{ at: 'exports.decode[0]', when: { '[2]': { is: 'absent' } } }],
  },
});
