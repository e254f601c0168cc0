import { defineModel } from '../model/dsl.ts';

/** No box: what runs there reaches the process by the constructors of what it is given. */
export const nodeVm = defineModel({
  modules: ['vm'],
  sinks: { code: ['exports.{runInContext,runInNewContext,runInThisContext,compileFunction,Script,SourceTextModule}[0]', 'exports.compileFunction[1].*'] },
  flows: ['exports.{runInContext,runInNewContext,runInThisContext}[0] -> ()'],
});
