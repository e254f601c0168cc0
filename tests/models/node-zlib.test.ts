import { nodeZlib } from '../../src/models/node-zlib.ts';
import { describeModel, flow, mark, sink, source } from './harness.ts';

describeModel(nodeZlib, "import zlib from 'node:zlib';", [
  source('error', 'exports.{*}[1..2](0)', 'zlib.EACH(x, (err) => SINK(err));'),
  sink('size', 'exports.{*}[0]', 'zlib.EACH(INPUT);', 'zlib.EACH(INPUT, { maxOutputLength: 1e6 });'),
  sink('size', 'exports.{inflate,inflateRaw,gunzip,unzip,brotliDecompress,zstdDecompress}[0]', 'zlib.EACH(INPUT, (err) => {});'),
  flow('exports.{*}[0] -> [1..2](1)', 'zlib.EACH(INPUT, (err, result) => SINK(result));'),
  flow('exports.{*}[0] -> [1..2](1)', 'zlib.EACH(INPUT, { maxOutputLength: 1e6 }, (err, result) => SINK(result));', 'zlib.EACH("x", {}, (err, result) => SINK(result));'),
  flow('exports.{*}[0] -> ()', 'SINK(zlib.EACH(INPUT, { maxOutputLength: 1e6 }));'),
  mark('streams', 'exports.{*}', 'zlib.EACH();'),
  mark('errorFirst', 'exports.{*}', 'zlib.EACH(a, () => work());'),
  mark('blocking', 'exports.{*}', 'zlib.EACH(x);'),
]);
