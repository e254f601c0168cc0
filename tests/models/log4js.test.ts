import { log4js } from '../../src/models/log4js.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(log4js, "import log4js from 'log4js'; const logger = log4js.getLogger();", [
  way('Logger', 'exports.getLogger()', 'logger.info(INPUT);'),
  way('Logger', ':Logger', "import type { Logger } from 'log4js'; export const say = (one: Logger) => one.info(INPUT);"),
  sink('log', 'Logger.{trace,debug,info,warn,error,fatal,mark}[0..]', 'logger.EACH("a", INPUT);', 'logger.EACH({ name: INPUT });'),
  sink('log', 'Logger.log[1..]', 'logger.log("info", INPUT);', 'logger.log(INPUT);'),
  sink('logged', 'Logger.{trace,debug,info,warn,error,fatal,mark}[0..]', 'logger.EACH({ name: INPUT });', 'logger.EACH("a");'),
  sink('logged', 'Logger.log[1..]', 'logger.log("info", INPUT);', 'logger.log("info", "a");'),
]);
