import { defineModel } from '../model/dsl.ts';

export const crossSpawn = defineModel({
  modules: ['cross-spawn'],
  types: { 'child_process:Spawn': ['exports', 'exports.{spawn,sync}'] },
  marks: { blocking: ['sync'] },
});
