import { defineModel } from '../model/dsl.ts';

export const nodeModule = defineModel({
  modules: ['module'],
  types: { ModuleClass: ['exports', 'exports.Module'] },
  sinks: { code: ['ModuleClass.createRequire()[0]', 'ModuleClass()._compile[0]', 'ModuleClass.{_load,register}[0]'] },
});
