import { defineModel } from '../model/dsl.ts';

export const dompurify = defineModel({
  modules: ['dompurify', 'isomorphic-dompurify'],
  types: { Purify: ['exports', 'exports()', ':DOMPurify'] },
  sanitizers: { html: ['Purify.sanitize()'] },
  flows: ['Purify.sanitize[0] -> ()'],
});
