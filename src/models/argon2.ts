import { defineModel } from '../model/dsl.ts';

/** The package `argon2` works in threads only, the other one has calls that block. */
export const argon2 = defineModel({
  modules: ['argon2', '@node-rs/argon2'],
  // a password that the program makes up
  sinks: { token: ['exports.{hash,hashSync}[0]'] },
  marks: { checksPassword: ['exports.{verify,verifySync}'], slow: ['exports.{hash,hashSync,hashRaw,hashRawSync}'], blocking: ['exports.{hashSync,verifySync,hashRawSync}'] },
});
