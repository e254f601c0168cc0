import { defineModel } from '../model/dsl.ts';

const methods = 'await,complete,debug,error,fatal,fav,info,log,note,pause,pending,ready,star,start,success,trace,wait,warn,watch';

/** Loggers for people, which print texts as they are. */
export const terminalLoggers = defineModel({
  modules: ['signale', 'consola', 'loglevel'],
  types: { Logger: ['exports', 'exports.consola', 'exports.{Signale,createConsola,getLogger}()', 'Logger.{scope,withTag,create}()'] },
  sinks: { log: [`Logger.{${methods}}[0..]`], logged: [`Logger.{${methods}}[0..]`] },
});
