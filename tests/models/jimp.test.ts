import { jimp } from '../../src/models/jimp.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(jimp, "import Lib, { Jimp, read, create } from 'jimp'; const image = await read('a.png');", [
  way('Image', 'exports()', 'new Lib(1, 1).resize(INPUT);'),
  way('Image', 'exports.Jimp()', 'new Jimp({}).resize(INPUT);'),
  way('Image', 'exports.{read,create}()', '(await EACH("a.png")).resize(INPUT);'),
  way('Image', 'exports.Jimp.{read,create,fromBuffer}()', '(await Jimp.EACH(bytes)).resize(INPUT);'),
  way('Image', 'Image.{resize,scale,scaleToFit,cover,contain,crop,clone,quality,rotate,greyscale,blur}()', 'image.EACH(1).scale(INPUT);'),
  sink('size', 'exports[0..1]', 'new Lib(INPUT, 10);', 'new Lib(10, 10);'),
  sink('size', 'exports.Jimp[0].{width,height}', 'new Jimp({ EACH: INPUT });', 'new Jimp({ EACH: 10 });'),
  sink('size', 'Image.{resize,scaleToFit,cover,contain}[0..1]', 'image.EACH(10, INPUT);', 'image.EACH(10, 10);'),
  sink('size', 'Image.{resize,scaleToFit,cover,contain}[0].{w,h}', 'image.EACH({ EACH2: INPUT });', 'image.EACH({ EACH2: 10 });'),
  sink('size', 'Image.scale[0]', 'image.scale(INPUT);', 'image.scale(2);'),
  sink('path', 'exports.read[0]', 'read(INPUT);', 'read("a.png");'),
  sink('path', 'exports.Jimp.read[0]', 'Jimp.read(INPUT);', 'Jimp.read("a.png");'),
  sink('path', 'Image.{write,writeAsync}[0]', 'image.EACH(INPUT);', 'image.EACH("a.png");'),
]);
