import { defineModel } from '../model/dsl.ts';

export const nodeVm = defineModel({
  modules: ['vm'],
  sinks: { code: ['exports.{runInContext,runInNewContext,runInThisContext,compileFunction,Script,SourceTextModule}[0]'] },
  flows: ['exports.{runInContext,runInNewContext,runInThisContext}[0] -> ()'],
});
