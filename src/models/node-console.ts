import { defineModel } from '../model/dsl.ts';

export const nodeConsole = defineModel({
  modules: ['console'],
  types: { 'global:Console': ['exports', 'exports.Console()'] },
});
