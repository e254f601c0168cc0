import { defineModel } from '../model/dsl.ts';

/** Uploads of any size, unless they are told a limit. */
export const uploadLimits = defineModel({
  modules: ['multer', 'busboy', '@fastify/busboy', 'connect-busboy', 'express-fileupload'],
  marks: {
    parses: ['exports', 'exports.Busboy'],
    noLimit: [
      { at: 'exports', when: { '[0].limits.fileSize': { is: 'absent' } } },
      { at: 'exports.Busboy', when: { '[0].limits.fileSize': { is: 'absent' } } },
    ],
  },
});
