import { defineModel } from '../model/dsl.ts';

export const escapeHtml = defineModel({
  modules: ['escape-html', 'lodash.escape', 'html-escape'],
  sanitizers: { html: ['exports()'] },
  flows: ['exports[0] -> ()'],
});
