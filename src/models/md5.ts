import { defineModel } from '../model/dsl.ts';

/** Packages that are one function, a hash that was broken: MD5, SHA-1. */
export const md5 = defineModel({
  modules: ['md5', 'blueimp-md5', 'js-md5', 'sha1', 'js-sha1'],
  types: { Weak: ['exports', 'exports.{md5,sha1}'] },
  sources: { hash: ['Weak()', 'Weak.{hex,base64}()'] },
  sinks: { digest: ['Weak[0]', 'Weak.{hex,base64}[0]'] },
  flows: [
    { flow: 'Weak[0] -> ()', only: ['token'] },
    { flow: 'Weak.{hex,base64}[0] -> ()', only: ['token'] },
  ],
  marks: { weakDigest: ['Weak', 'Weak.{hex,base64}'] },
});
