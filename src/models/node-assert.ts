import { defineModel } from '../model/dsl.ts';

export const nodeAssert = defineModel({
  modules: ['assert', 'assert/strict'],
  marks: { asserts: ['exports', 'exports.{ok,strict}', 'exports.strict.ok'] },
});
