import { defineModel } from '../model/dsl.ts';

export const sanitizeFilename = defineModel({
  modules: ['sanitize-filename', 'filenamify'],
  sanitizers: { path: ['exports()'] },
  flows: ['exports[0] -> ()'],
});
