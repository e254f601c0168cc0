import { defineModel } from '../model/dsl.ts';

export const escapeStringRegexp = defineModel({
  modules: ['escape-string-regexp', '@d-fischer/escape-string-regexp', 'lodash.escaperegexp', 'regex-escape', 'escape-regexp', 'regexp.escape', 'escape-regexp-component'],
  types: { Escape: ['exports', 'exports.escapeRegExp'] },
  sanitizers: { regex: ['Escape()'] },
  flows: ['Escape[0] -> ()'],
});
