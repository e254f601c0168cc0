import { defineModel } from '../model/dsl.ts';

/** Files of any type, unless it is told which. */
export const multerFilter = defineModel({
  modules: ['multer'],
  marks: { noFilter: [{ at: 'exports', when: { '[0].fileFilter': { is: 'absent' } } }] },
});
