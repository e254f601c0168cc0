import { defineModel } from '../model/dsl.ts';

export const nodeProcess = defineModel({
  modules: ['process'],
  types: { 'global:Process': ['exports'] },
});
