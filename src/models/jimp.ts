import { defineModel } from '../model/dsl.ts';

export const jimp = defineModel({
  modules: ['jimp'],
  types: {
    Image: ['exports()', 'exports.Jimp()', 'exports.{read,create}()', 'exports.Jimp.{read,create,fromBuffer}()', 'Image.{resize,scale,scaleToFit,cover,contain,crop,clone,quality,rotate,greyscale,blur}()'],
  },
  sinks: {
    size: ['exports[0..1]', 'exports.Jimp[0].{width,height}', 'Image.{resize,scaleToFit,cover,contain}[0..1]', 'Image.{resize,scaleToFit,cover,contain}[0].{w,h}', 'Image.scale[0]'],
    path: ['exports.read[0]', 'exports.Jimp.read[0]', 'Image.{write,writeAsync}[0]'],
  },
});
