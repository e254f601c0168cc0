import { defineModel } from '../model/dsl.ts';

/** Which algorithms a key may be used with, it says itself. */
export const jose = defineModel({
  modules: ['jose'],
  types: { Builder: ['exports.SignJWT()', 'Builder.*()'] },
  flows: [{ flow: 'exports.{decodeJwt,decodeProtectedHeader}[0] -> ()', again: ['nosql', 'fields'] }],
  marks: {
    credential: ['Builder.sign[0]', 'exports.jwtVerify[1]'],
    decodes: ['exports.decodeJwt[0]', 'exports.UnsecuredJWT.decode[0]'],
    verifies: ['exports.{jwtVerify,compactVerify,flattenedVerify,generalVerify}[0]'],
  },
});
