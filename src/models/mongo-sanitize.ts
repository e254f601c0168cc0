import { defineModel } from '../model/dsl.ts';

export const mongoSanitize = defineModel({
  modules: ['mongo-sanitize'],
  // drops members that begin with `$`, in place and in the result
  sanitizers: { nosql: ['exports()', 'exports[0]'] },
  flows: ['exports[0] -> ()'],
});
