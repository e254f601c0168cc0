import { defineModel } from '../model/dsl.ts';

/** Throws where the path leaves the root, or the folder that the process is in. */
export const resolvePath = defineModel({
  modules: ['resolve-path'],
  sanitizers: { path: ['exports()'] },
  flows: ['exports[0..1] -> ()'],
});
