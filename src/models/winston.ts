import { defineModel } from '../model/dsl.ts';

// of npm, of syslog, of the command line
const levels = '{error,warn,info,http,verbose,debug,silly,emerg,alert,crit,warning,notice,help,data,prompt,input}';

export const winston = defineModel({
  modules: ['winston'],
  types: { Logger: ['exports', 'exports.{createLogger,Logger}()', 'exports.loggers.{get,add}()', 'exports.Container().{get,add}()', 'Logger.child()', ':Logger'] },
  sinks: {
    // the default format is JSON, which escapes line ends; simple, cli and printf do not
    log: [`Logger.${levels}[0]`, 'Logger.log[1]', 'Logger.log[0].message', 'Logger.write[0].message'],
    logged: [`Logger.${levels}[0..]`, 'Logger.log[0..]', 'Logger.write[0]'],
  },
});
