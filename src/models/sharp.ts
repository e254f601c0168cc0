import { defineModel } from '../model/dsl.ts';

export const sharp = defineModel({
  modules: ['sharp'],
  types: { Image: ['exports()', 'exports.default()', 'Image.{resize,rotate,extract,trim,composite,png,jpeg,webp,avif,toFormat,sharpen,blur,flatten,clone,withMetadata,greyscale,negate,extend}()', ':Sharp'] },
  sinks: {
    path: ['exports[0]', 'exports.default[0]', 'Image.toFile[0]'],
    size: ['Image.resize[0..1]', 'Image.resize[0].{width,height}', 'Image.resize[2].{width,height}', 'Image.extend[0]', 'Image.extend[0].{top,bottom,left,right}'],
  },
});
