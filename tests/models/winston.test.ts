import { winston } from '../../src/models/winston.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(winston, "import winston from 'winston'; const logger = winston.createLogger({});", [
  way('Logger', 'exports', 'winston.info(INPUT);'),
  way('Logger', 'exports.{createLogger,Logger}()', 'new winston.EACH({}).info(INPUT);'),
  way('Logger', 'exports.loggers.{get,add}()', "winston.loggers.EACH('shop').info(INPUT);"),
  way('Logger', 'exports.Container().{get,add}()', "new winston.Container().EACH('shop').info(INPUT);"),
  way('Logger', 'Logger.child()', 'logger.child({}).info(INPUT);'),
  way('Logger', ':Logger', 'export const f = (one: winston.Logger) => one.info(INPUT);'),
  sink('log', 'Logger.{*}[0]', 'logger.EACH(`user ${INPUT}`);', "logger.EACH('user', { name: INPUT });", 'logger.EACH(JSON.stringify(INPUT));'),
  sink('log', 'Logger.log[1]', "logger.log('info', INPUT);", "logger.log('info', 'user');"),
  sink('log', 'Logger.log[0].message', "logger.log({ level: 'info', message: INPUT });", "logger.log({ level: 'info', message: 'user' });"),
  sink('log', 'Logger.write[0].message', "logger.write({ level: 'info', message: INPUT });", "logger.write({ level: 'info', message: 'user' });"),
  sink('logged', 'Logger.{*}[0..]', "logger.EACH('user', { password: INPUT });", "logger.EACH('user', { name: 'x' });"),
  sink('logged', 'Logger.log[0..]', "logger.log('info', 'user', { password: INPUT });", "logger.log('info', 'user');"),
  sink('logged', 'Logger.write[0]', 'logger.write({ message: INPUT });', "logger.write({ message: 'user' });"),
]);
