import { defineModel } from '../model/dsl.ts';

/** Names of entries come with the archive; extract functions check them, who writes entries by hand has to do it. */
export const archives = defineModel({
  modules: ['unzipper', 'unzip', 'tar-stream', 'adm-zip', 'tar'],
  types: { Entry: ["exports.extract().on('entry')[1](0)", 'exports().getEntries().*', 'exports().getEntry()', 'exports.{Parser,Parse,ParseOne}().*', "exports.{Parser,Parse,ParseOne}().on('entry')[1](0)", 'exports.{t,list,x,extract}[0].{onentry,onReadEntry}(0)', 'exports.Open.*().files.*', ':{Entry,IZipEntry}'] },
  sources: { remote: [{ at: 'Entry.{fileName,path,name,entryName}', never: ['nosql', 'fields'] }] },
});
