import { defineModel } from '../model/dsl.ts';

export const escapeStringRegexp = defineModel({
  modules: ['escape-string-regexp', 'lodash.escaperegexp', 'regex-escape'],
  sanitizers: { regex: ['exports()'] },
  flows: ['exports[0] -> ()'],
});
