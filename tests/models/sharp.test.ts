import { sharp } from '../../src/models/sharp.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(sharp, "import * as all from 'sharp'; const sharp = require('sharp');", [
  way('Image', 'exports()', 'sharp("a").toFile(INPUT);'),
  way('Image', 'exports.default()', 'all.default("a").toFile(INPUT);'),
  way('Image', 'Image.{*}()', 'sharp("a").EACH().toFile(INPUT);'),
  way('Image', ':Sharp', 'import type { Sharp } from "sharp"; export const f = (image: Sharp) => image.toFile(INPUT);'),
  sink('path', 'exports[0]', 'sharp(INPUT);', 'sharp("a");'),
  sink('path', 'exports.default[0]', 'all.default(INPUT);', 'all.default("a");'),
  sink('size', 'Image.resize[0..1]', 'sharp("a").resize(10, INPUT);', 'sharp("a").resize(10, Math.min(INPUT, 100));'),
  sink('size', 'Image.resize[0].{width,height}', 'sharp("a").resize({ EACH: INPUT });', 'sharp("a").resize({ EACH: 10 });'),
  sink('size', 'Image.resize[2].{width,height}', 'sharp("a").resize(null, null, { EACH: INPUT });', 'sharp("a").resize(null, null, { EACH: 10 });'),
  sink('size', 'Image.extend[0]', 'sharp("a").extend(Number(INPUT));', 'sharp("a").extend(10);'),
  sink('size', 'Image.extend[0].{top,bottom,left,right}', 'sharp("a").extend({ EACH: Number(INPUT) });', 'sharp("a").extend({ EACH: 10 });'),
  sink('path', 'Image.toFile[0]', 'sharp("a").toFile(INPUT);', 'sharp("a").toFile("b");'),
]);
