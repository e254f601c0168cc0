import { terminalLoggers } from '../../src/models/terminal-loggers.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(terminalLoggers, "import signale, { Signale } from 'signale'; import { consola, createConsola } from 'consola'; import loglevel from 'loglevel';", [
  way('Logger', 'exports', 'signale.info(INPUT);'),
  way('Logger', 'exports.consola', 'consola.info(INPUT);'),
  way('Logger', 'exports.{Signale}()', 'new Signale().info(INPUT);'),
  way('Logger', 'exports.{createConsola}()', 'createConsola().info(INPUT);'),
  way('Logger', 'exports.{getLogger}()', "loglevel.getLogger('a').info(INPUT);"),
  way('Logger', 'Logger.{scope,withTag,create}()', "signale.EACH('a').info(INPUT);"),
  sink('log', 'Logger.{*}[0..]', 'signale.EACH("a", INPUT);', 'signale.EACH({ name: INPUT });'),
  sink('logged', 'Logger.{*}[0..]', 'signale.EACH({ name: INPUT });', 'signale.EACH("a");'),
]);
