import { defineModel } from '../model/dsl.ts';

/** Names of entries come with the archive; yauzl, jszip, tar and extract-zip check them, these leave it to the user. */
export const archives = defineModel({
  modules: ['unzipper', 'unzip', 'tar-stream', 'adm-zip'],
  types: { Entry: ["exports.Parse().on('entry')[1](0)", "exports.extract().on('entry')[1](0)", 'exports().getEntries().*', 'exports().getEntry()', 'exports.Open.*().files.*', ':{Entry,IZipEntry}'] },
  sources: { remote: [{ at: 'Entry.{fileName,path,name,entryName}', never: ['nosql', 'fields'] }] },
});
