import { defineModel } from '../model/dsl.ts';

/** The package `argon2` works in threads only, the other one has calls that block. */
export const argon2 = defineModel({
  modules: ['argon2', '@node-rs/argon2'],
  marks: { checksPassword: ['exports.{verify,verifySync}'], blocking: ['exports.{hashSync,verifySync,hashRawSync}'] },
});
