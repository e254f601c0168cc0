import { nodePath } from '../../src/models/node-path.ts';
import { clean, describeModel, flow, way } from './harness.ts';

describeModel(nodePath, "import path from 'node:path';", [
  way('Path', 'exports', 'SINK(path.join("a", INPUT));'),
  way('Path', 'exports.posix', 'SINK(path.posix.join("a", INPUT));'),
  way('Path', 'exports.win32', 'SINK(path.win32.join("a", INPUT));'),
  clean('path', 'Path.{basename,extname}()', 'SINK(path.EACH(INPUT));', 'SINK(path.dirname(INPUT));'),
  clean('path', 'Path.parse().{base,name,ext}', 'SINK(path.parse(INPUT).EACH);', 'SINK(path.parse(INPUT).dir);'),
  flow('Path.{join,joinSafe}[0] -> ()', 'SINK(path.EACH(INPUT, "b"));', 'SINK(path.EACH("a", "b"));'),
  flow('Path.{join,joinSafe}[1..] -> ()', 'SINK(path.EACH("a", "b", INPUT));'),
  flow('Path.resolve[0..] -> ()', 'SINK(path.resolve("a", "b", INPUT));'),
  flow('Path.relative[0..1] -> ()', 'SINK(path.relative("a", INPUT));'),
  flow('Path.{basename,dirname,extname,normalize,parse,toNamespacedPath,normalizeSafe}[0] -> ()', 'SINK(path.EACH(INPUT));'),
  flow('Path.format[0] -> ()', 'SINK(path.format(INPUT));'),
  flow('Path.format[0] -> ()', 'SINK(path.format({ dir: "a", base: INPUT }));'),
]);
