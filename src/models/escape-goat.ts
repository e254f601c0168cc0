import { defineModel } from '../model/dsl.ts';

export const escapeGoat = defineModel({
  modules: ['escape-goat'],
  // also as a tag, which escapes its holes
  sanitizers: { html: ['htmlEscape()', 'escape()'] },
  flows: ['exports.{htmlEscape,escape}[0..] -> ()', { flow: 'exports.{htmlUnescape,unescape}[0] -> ()', again: ['html'] }],
});
