import { defineModel } from '../model/dsl.ts';

const names = 'copy,emptyDir,emptydir,ensureDir,ensureFile,createFile,ensureLink,createLink,ensureSymlink,createSymlink,mkdirs,mkdirp,move,outputFile,outputJson,outputJSON,pathExists,readJson,readJSON,remove,writeJson,writeJSON';
const sync = names.replaceAll(/\w+/g, '$&Sync');

export const fsExtra = defineModel({
  modules: ['fs-extra', 'fs-extra/esm'],
  types: { 'fs:Fs': ['exports'] },
  sources: { file: ['exports.{readJson,readJSON,readJsonSync,readJSONSync}()', 'exports.{readJson,readJSON}[1..2](1)'], error: [`exports.{${names}}[1..](0)`] },
  sinks: {
    path: [`exports.{${names},${sync}}[0]`, 'exports.{copy,copySync,move,moveSync,ensureLink,ensureLinkSync,createLink,createLinkSync,ensureSymlink,ensureSymlinkSync,createSymlink,createSymlinkSync}[1]'],
  },
  marks: { blocking: [`exports.{${sync}}`] },
});
