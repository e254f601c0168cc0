import { defineModel } from '../model/dsl.ts';

export const isPathInside = defineModel({
  modules: ['is-path-inside', 'path-is-inside'],
  guards: { path: ['exports[0]'] },
});
