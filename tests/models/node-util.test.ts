import { nodeUtil } from '../../src/models/node-util.ts';
import { clean, describeModel, flow, source, way } from './harness.ts';

describeModel(nodeUtil, "import util from 'node:util'; import { exec } from 'node:child_process';", [
  way('global:Decoder', 'exports.{TextDecoder,TextEncoder}()', 'SINK(new util.EACH().decode(INPUT));'),
  source('cli', 'parseArgs().{values,positionals}', 'SINK(util.parseArgs().EACH.name);'),
  clean('log', 'inspect()', 'SINK(util.inspect(INPUT));', 'SINK(util.format(INPUT));'),
  clean('*', 'format()', 'SINK(util.format("a %d", INPUT));', 'SINK(util.format("a %d", 1, INPUT));', 'SINK(util.format("a %s", INPUT));'),
  clean('nosql', 'exports.{format,inspect,stripVTControlCharacters,toUSVString}()', 'SINK(util.EACH(INPUT));'),
  flow('exports.{promisify,callbackify,deprecate}[0] is ()', 'const run = util.EACH(exec); run(`ls ${INPUT}`);', 'const run = util.EACH(exec); run("ls");'),
  flow('exports.{format,formatWithOptions}[0..].* -> ()', 'SINK(util.EACH("x %s", `a ${INPUT}`));'),
  flow('exports.{format,formatWithOptions}[0..].* -> ()', 'SINK(util.EACH("x %j", { name: INPUT }));'),
  flow('inspect[0] -> ()', 'SINK(util.inspect(INPUT));'),
  flow('inspect[0] -> ()', 'SINK(util.inspect({ name: INPUT }));'),
  flow('exports.{stripVTControlCharacters,toUSVString,parseEnv}[0] -> ()', 'SINK(util.EACH(INPUT));'),
  flow('styleText[1] -> ()', 'SINK(util.styleText("red", INPUT));'),
]);
