import { defineModel } from '../model/dsl.ts';

/** What is packed is read; the names that it gets are the reader's matter. */
export const archiver = defineModel({
  modules: ['archiver'],
  types: { Archive: ['exports()', 'exports.create()', 'exports.{ZipArchive,TarArchive,JsonArchive,Archiver}()', 'Archive.{append,directory,file,glob,symlink}()', ':Archiver'] },
  sinks: { path: ['Archive.{file,directory,glob}[0]'] },
});
