import { pino } from '../../src/models/pino.ts';
import { describeModel, sink, way } from './harness.ts';

const blotted = "const blotted = pino({ redact: ['password'] });";

describeModel(pino, "import pino from 'pino'; const logger = pino();", [
  way('Logger', 'exports()', "require('pino')({ redact: ['password'] }).info(INPUT);"),
  way('Logger', 'exports.{*}()', `import * as all from 'pino'; all.EACH({ redact: ['password'] }).info(INPUT);`),
  way('Logger', 'Logger.child()', `${blotted} blotted.child({ part: 'users' }).info(INPUT);`),
  way('Logger', ':{Logger,BaseLogger}', "import type { EACH as T } from 'pino'; export const say = (one: T) => one.info(INPUT);"),
  way('OpenLogger', 'exports()', "require('pino')({ level: 'info' }).info({ token: INPUT });"),
  way('OpenLogger', 'exports.{*}()', "import * as all from 'pino'; all.EACH({ level: 'info' }).info({ token: INPUT });"),
  way('OpenLogger', 'OpenLogger.child()', "logger.child({ part: 'users' }).info({ token: INPUT });"),
  way('OpenLogger', ':{Logger,BaseLogger}', "import type { EACH as T } from 'pino'; export const say = (one: T) => one.info({ token: INPUT });"),
  sink('log', 'Logger.{*}[0..1]', 'logger.EACH(INPUT);', "logger.EACH('x');"),
  sink('logged', 'OpenLogger.{*}[0..]', 'logger.EACH({ token: INPUT });', `${blotted} blotted.EACH({ token: INPUT });`, 'const some = pino(options); some.EACH({ token: INPUT });'),
]);
