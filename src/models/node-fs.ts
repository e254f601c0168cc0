import { defineModel } from '../model/dsl.ts';

const one = 'access,appendFile,chmod,chown,cp,copyFile,glob,lchmod,lchown,link,lstat,lutimes,mkdir,mkdtemp,open,opendir,readdir,readFile,readlink,rename,rm,rmdir,stat,statfs,symlink,truncate,unlink,utimes,writeFile';
const sync = one.replaceAll(/\w+/g, '$&Sync');

export const nodeFs = defineModel({
  modules: ['fs', 'fs/promises'],
  types: {
    Fs: ['exports', 'exports.promises'],
    Handle: ['Fs.open()', ':FileHandle'],
    Input: ['Fs.createReadStream()', 'Handle.createReadStream()', ':ReadStream'],
  },
  sources: {
    file: [
      'Fs.{readFile,readFileSync,readdir,readdirSync,readlink,readlinkSync}()',
      'Fs.{readFile,readdir,readlink}[1..2](1)',
      'Handle.readFile()',
      'Handle.readLines().*',
      "Input.{on,once,addListener}('data')[1](0)",
    ],
    error: [`Fs.{${one},realpath}[1..](0)`, "Fs.{createReadStream,createWriteStream}().{on,once}('error')[1](0)"],
  },
  sinks: {
    path: [`Fs.{${one},${sync},exists,existsSync,createReadStream,createWriteStream,openAsBlob,watch,watchFile,unwatchFile}[0]`, 'Fs.{cp,cpSync,copyFile,copyFileSync,link,linkSync,rename,renameSync,symlink,symlinkSync}[1]'],
  },
  // asked before a check of where a path leads, so no harm by itself
  flows: ['Fs.{realpath,realpathSync}[0] -> ()', 'Fs.{realpath,realpathSync}.native[0] -> ()', 'Fs.{realpath,realpathSync}[0] -> [1..2](1)'],
  labels: { resolved: ['Fs.{realpath,realpathSync}()', 'Fs.{realpath,realpathSync}.native()'] },
  marks: { streams: ['Fs.{createReadStream,createWriteStream}', 'Handle.{createReadStream,createWriteStream}'], errorFirst: [`Fs.{${one},realpath}`], permits: ['Fs.{chmod,chmodSync,fchmod,fchmodSync,lchmod,lchmodSync}'], blocking: [`Fs.{${sync},realpathSync,existsSync,readSync,readvSync,writeSync,writevSync,fsyncSync,fdatasyncSync}`] },
});
