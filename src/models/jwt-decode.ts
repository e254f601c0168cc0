import { defineModel } from '../model/dsl.ts';

/** Made for browsers, which have their own token and no key. */
export const jwtDecode = defineModel({
  modules: ['jwt-decode'],
  flows: [{ flow: 'exports[0] -> ()', again: ['nosql', 'fields'] }, { flow: 'exports.jwtDecode[0] -> ()', again: ['nosql', 'fields'] }],
  marks: { decodes: ['exports[0]', 'exports.jwtDecode[0]'] },
});
