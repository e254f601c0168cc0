import { fsExtra } from '../../src/models/fs-extra.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(fsExtra, "import fs from 'fs-extra';", [
  way('fs:Fs', 'exports', 'fs.readFile(INPUT);'),
  source('file', 'exports.{readJson,readJSON,readJsonSync,readJSONSync}()', 'SINK(await fs.EACH("a"));'),
  source('file', 'exports.{readJson,readJSON}[1..2](1)', 'fs.EACH("a", (err, data) => SINK(data));'),
  source('error', 'exports.{*}[1..](0)', 'fs.EACH("a", (err) => SINK(err));'),
  sink('path', 'exports.{*}[0]', 'fs.EACH(INPUT);'),
  sink('path', 'exports.{*}[1]', 'fs.EACH("a", INPUT);'),
  mark('blocking', 'exports.{*}', 'fs.EACH("a");', 'fs.copy("a", "b");'),
]);
