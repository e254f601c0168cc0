import { defineModel } from '../model/dsl.ts';

export const multer = defineModel({
  modules: ['multer'],
  types: { Storage: ['exports.diskStorage[0]'], 'express:Request': ['Storage.{destination,filename}(0)', 'exports[0].fileFilter(0)'] },
  sources: { remote: [{ at: 'Storage.{destination,filename}(1).{originalname,mimetype,fieldname}', never: ['nosql', 'fields'] }, { at: 'exports[0].fileFilter(1).{originalname,mimetype}', never: ['nosql', 'fields'] }] },
  // what the callback is given becomes a name below the folder, by path.join
  sinks: { path: ['Storage.{destination,filename}(2)[1]'] },
});
