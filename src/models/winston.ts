import { defineModel } from '../model/dsl.ts';

export const winston = defineModel({
  modules: ['winston'],
  types: { Logger: ['exports', 'exports.{createLogger,Logger}()', 'exports.loggers.{get,add}()', 'Logger.child()', ':Logger', '~logger'] },
  sinks: {
    // the default format is JSON, which escapes line ends; simple, cli and printf do not
    log: ['Logger.{error,warn,info,http,verbose,debug,silly,emerg,alert,crit,warning,notice}[0]', 'Logger.log[1]', 'Logger.log[0].message'],
    logged: ['Logger.{error,warn,info,http,verbose,debug,silly,emerg,alert,crit,warning,notice}[0..]', 'Logger.log[0..]'],
  },
});
