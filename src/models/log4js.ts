import { defineModel } from '../model/dsl.ts';

export const log4js = defineModel({
  modules: ['log4js'],
  types: { Logger: ['exports.getLogger()', ':Logger'] },
  sinks: {
    log: ['Logger.{trace,debug,info,warn,error,fatal,mark}[0..]', 'Logger.log[1..]'],
    logged: ['Logger.{trace,debug,info,warn,error,fatal,mark}[0..]', 'Logger.log[1..]'],
  },
});
