import { defineModel } from '../model/dsl.ts';

/** Files of any size, unless it is told a limit. */
export const multiparty = defineModel({
  modules: ['multiparty'],
  marks: { parses: ['exports.Form'], noLimit: [{ at: 'exports.Form', when: { '[0].maxFilesSize': { is: 'absent' } } }] },
});
