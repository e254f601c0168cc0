import { defineModel } from '../model/dsl.ts';

/** It reads all that comes, unless it is told a limit. */
export const rawBodyLimit = defineModel({
  modules: ['raw-body'],
  marks: { parses: ['exports'], noLimit: [{ at: 'exports', when: { '[1].limit': { is: 'absent' } } }] },
});
