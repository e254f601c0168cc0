import { md5 } from '../../src/models/md5.ts';
import { describeModel, flow, mark, sink, source, way } from './harness.ts';

describeModel(md5, "import md5 from 'md5'; import * as js from 'js-md5';", [
  way('Weak', 'exports', 'SINK(md5("x"));'),
  way('Weak', 'exports.{md5,sha1}', 'SINK(js.EACH("x"));'),
  source('hash', 'Weak()', 'SINK(md5("x"));', 'SINK(sha256("x"));'),
  source('hash', 'Weak.{hex,base64}()', 'SINK(md5.EACH("x"));'),
  sink('digest', 'Weak[0]', 'md5(INPUT);', 'md5("x");'),
  sink('digest', 'Weak.{hex,base64}[0]', 'md5.EACH(INPUT);'),
  flow('Weak[0] -> ()', 'SINK(md5(INPUT));'),
  flow('Weak.{hex,base64}[0] -> ()', 'SINK(md5.EACH(INPUT));'),
  mark('weakDigest', 'Weak', 'md5("x");', 'other("x");'),
  mark('weakDigest', 'Weak.{hex,base64}', 'md5.EACH("x");'),
]);
