import { defineModel } from '../model/dsl.ts';

export const nodePath = defineModel({
  modules: ['path', 'path/posix', 'path/win32', 'upath', 'pathe'],
  types: { Path: ['exports', 'exports.posix', 'exports.win32'] },
  // '..' is left of '..', so a base name alone may still name the folder above: nothing more than that
  sanitizers: { path: ['Path.{basename,extname}()', 'Path.parse().{base,name,ext}'] },
  flows: [
    'Path.{join,joinSafe}[0] -> ()',
    { flow: 'Path.{join,joinSafe}[1..] -> ()', below: true },
    'Path.resolve[0..] -> ()',
    'Path.relative[0..1] -> ()',
    'Path.{basename,dirname,extname,normalize,parse,toNamespacedPath,normalizeSafe}[0] -> ()',
    'Path.format[0] -> ()',
  ],
  labels: {
    normal: ['Path.{join,normalize,normalizeSafe,joinSafe}()'],
    resolved: ['Path.resolve()'],
    relative: ['Path.relative()'],
    separator: ['Path.sep'],
    absolute: ['Path.isAbsolute[0]'],
  },
});
