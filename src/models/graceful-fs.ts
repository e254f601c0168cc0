import { defineModel } from '../model/dsl.ts';

export const gracefulFs = defineModel({
  modules: ['graceful-fs', 'original-fs', 'mz/fs', 'memfs'],
  types: { 'fs:Fs': ['exports', 'exports.fs'] },
  flows: ['gracefulify[0] is ()'],
});
