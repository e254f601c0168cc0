import { defineModel } from '../model/dsl.ts';

export const bunyan = defineModel({
  modules: ['bunyan'],
  types: { Logger: ['exports()', 'createLogger()', 'Logger.child()', ':Logger'] },
  sinks: {
    log: ['Logger.{fatal,error,warn,info,debug,trace}[0..]'],
    logged: ['Logger.{fatal,error,warn,info,debug,trace}[0..]'],
  },
});
