import { defineModel } from '../model/dsl.ts';

/** What an upload is (`mv`, `name`) is said where requests are, in express.ts. */
export const expressFileupload = defineModel({
  modules: ['express-fileupload'],
  types: { 'express:Upload': [':UploadedFile'] },
  sinks: { path: ['exports[0].tempFileDir'] },
});
