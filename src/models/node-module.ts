import { defineModel } from '../model/dsl.ts';

export const nodeModule = defineModel({
  modules: ['module'],
  sinks: { code: ['exports.createRequire()[0]', 'exports.Module()._compile[0]', 'exports()._compile[0]', 'exports._load[0]', 'exports.register[0]'] },
});
