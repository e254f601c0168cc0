import { defineModel } from '../model/dsl.ts';

export const bcrypt = defineModel({
  modules: ['bcrypt', 'bcryptjs', '@node-rs/bcrypt'],
  // a password that the program makes up
  sinks: { token: ['exports.{hash,hashSync}[0]'] },
  marks: { checksPassword: ['exports.{compare,compareSync,verify,verifySync}'], slow: ['exports.{hash,hashSync,compare,compareSync}'], rounds: ['exports.{hash,hashSync}'], saltRounds: ['exports.{genSalt,genSaltSync}'], errorFirst: ['exports.{hash,compare,genSalt}'], blocking: ['exports.{hashSync,compareSync,genSaltSync,verifySync}'] },
});
