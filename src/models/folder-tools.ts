import { defineModel } from '../model/dsl.ts';

/** Folders made, found and removed by path or pattern. */
export const folderTools = defineModel({
  modules: ['rimraf', 'mkdirp', 'make-dir', 'del', 'glob', 'fast-glob', 'globby', 'write-file-atomic', 'move-file'],
  types: { Tool: ['exports'] },
  sinks: {
    path: [
      'Tool[0]',
      'Tool.{sync,native,manual,nativeSync,manualSync,rimraf,rimrafSync,mkdirp,mkdirpSync,makeDirectory,makeDirectorySync,deleteAsync,deleteSync,glob,globSync,globStream,globStreamSync,globIterate,globIterateSync,stream,async,globby,globbySync,globbyStream,moveFile,moveFileSync,renameFile,renameFileSync}[0]',
      'Tool.{moveFile,moveFileSync,renameFile,renameFileSync}[1]',
    ],
  },
});
