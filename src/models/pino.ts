import { defineModel } from '../model/dsl.ts';

export const pino = defineModel({
  modules: ['pino'],
  types: {
    Logger: ['exports()', 'exports.{pino,default}()', 'Logger.child()', ':{Logger,BaseLogger}'],
    // one that blots nothing out, as far as we see
    OpenLogger: [
      { at: 'exports()', when: { '[0].redact': { is: 'absent' } } },
      { at: 'exports.{pino,default}()', when: { '[0].redact': { is: 'absent' } } },
      { at: 'OpenLogger.child()', when: { '[1].redact': { is: 'absent' } } },
      ':{Logger,BaseLogger}',
    ],
  },
  sinks: {
    // lines are JSON until made pretty; an object is JSON for good
    log: ['Logger.{fatal,error,warn,info,debug,trace}[0..1]'],
    logged: ['OpenLogger.{fatal,error,warn,info,debug,trace}[0..]'],
  },
});
