import { sharp } from '../../src/models/sharp.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(sharp, "import * as all from 'sharp'; const sharp = require('sharp');", [
  way('Image', 'exports()', 'sharp("a").toFile(INPUT);'),
  way('Image', 'exports.default()', 'all.default("a").toFile(INPUT);'),
  way('Image', 'Image.{*}()', 'sharp("a").EACH().toFile(INPUT);'),
  way('Image', ':Sharp', 'import type { Sharp } from "sharp"; export const f = (image: Sharp) => image.toFile(INPUT);'),
  sink('path', 'exports[0]', 'sharp(INPUT);', 'sharp("a");'),
  sink('path', 'exports.default[0]', 'all.default(INPUT);', 'all.default("a");'),
  sink('path', 'Image.toFile[0]', 'sharp("a").toFile(INPUT);', 'sharp("a").toFile("b");'),
]);
