import { defineModel } from '../model/dsl.ts';

export const zx = defineModel({
  modules: ['zx', 'zx/core', 'zx/globals'],
  types: { 'fs:Fs': ['exports.fs'], 'path:Path': ['exports.path'] },
  sources: { cli: ['argv', 'exports.{question,stdin}()'] },
  sinks: {
    // holes of a template are quoted; an array in the place of the constant parts is not
    command: ['$[0].*', '$.sync[0].*', '$.prefix=', '$.postfix='],
    url: ['fetch[0]'],
    path: ['cd[0]'],
  },
  sanitizers: { command: ['exports.{quote,quotePowerShell}()'] },
  flows: ['exports.{quote,quotePowerShell}[0] -> ()'],
});
