import { bunyan } from '../../src/models/bunyan.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(bunyan, "import bunyan from 'bunyan'; const log = bunyan.createLogger({ name: 'shop' });", [
  way('Logger', 'exports()', 'new bunyan({ name: "shop" }).info(INPUT);'),
  way('Logger', 'createLogger()', 'log.info(INPUT);'),
  way('Logger', 'Logger.child()', 'log.child({ part: 1 }).info(INPUT);'),
  way('Logger', ':Logger', "import type { Logger } from 'bunyan'; export const f = (x: Logger) => x.info(INPUT);"),
  sink('log', 'Logger.{fatal,error,warn,info,debug,trace}[0..]', 'log.EACH(INPUT);', 'log.level(INPUT);'),
  sink('logged', 'Logger.{fatal,error,warn,info,debug,trace}[0..]', 'log.EACH({ user: INPUT });', 'log.level(INPUT);'),
]);
