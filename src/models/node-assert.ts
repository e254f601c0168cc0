import { defineModel } from '../model/dsl.ts';

export const nodeAssert = defineModel({
  modules: ['assert', 'assert/strict'],
  types: { Assert: ['exports', 'exports.strict'] },
  marks: { asserts: ['Assert', 'Assert.ok'], equates: ['Assert.{equal,strictEqual,deepEqual,deepStrictEqual,match}'], exits: ['Assert.fail'] },
});
