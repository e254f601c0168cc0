import { defineModel } from '../model/dsl.ts';

/** Throws where the path leaves the root. */
export const resolvePath = defineModel({
  modules: ['resolve-path'],
  sanitizers: { path: [{ at: 'exports()', when: { '[1]': { is: 'present' } } }] },
  flows: ['exports[0..1] -> ()'],
});
