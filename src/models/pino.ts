import { defineModel } from '../model/dsl.ts';

export const pino = defineModel({
  modules: ['pino'],
  types: { Logger: ['exports()', 'exports.{pino,default}()', 'Logger.child()', ':{Logger,BaseLogger}', '~logger'] },
  sinks: {
    // lines are JSON until made pretty; an object is JSON for good
    log: ['Logger.{fatal,error,warn,info,debug,trace}[0..1]'],
    logged: ['Logger.{fatal,error,warn,info,debug,trace}[0..]'],
  },
});
