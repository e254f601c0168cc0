import { defineModel } from '../model/dsl.ts';

const pack = 'deflate,deflateRaw,gzip,brotliCompress,zstdCompress';
const unpack = 'inflate,inflateRaw,gunzip,unzip,brotliDecompress,zstdDecompress';
const sync = (names: string): string => names.replaceAll(/\w+/g, '$&Sync');

export const nodeZlib = defineModel({
  modules: ['zlib'],
  sources: { error: [`exports.{${pack},${unpack}}[1..2](0)`] },
  sinks: {
    // a small input may grow a thousandfold
    size: [{ at: `exports.{${unpack},${sync(unpack)}}[0]`, when: { '[1].maxOutputLength': { is: 'absent' } } }],
  },
  flows: [`exports.{${pack},${unpack}}[0] -> [1..2](1)`, `exports.{${sync(pack)},${sync(unpack)}}[0] -> ()`],
  marks: {
    streams: ['exports.{createGzip,createGunzip,createDeflate,createDeflateRaw,createInflate,createInflateRaw,createUnzip,createBrotliCompress,createBrotliDecompress,createZstdCompress,createZstdDecompress}'],
    errorFirst: [`exports.{${pack},${unpack}}`],
    blocking: [`exports.{${sync(pack)},${sync(unpack)}}`],
  },
});
