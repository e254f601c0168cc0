import { defineModel } from '../model/dsl.ts';

export const bcrypt = defineModel({
  modules: ['bcrypt', 'bcryptjs', '@node-rs/bcrypt'],
  marks: { checksPassword: ['exports.{compare,compareSync,verify,verifySync}'], errorFirst: ['exports.{hash,compare,genSalt}'], blocking: ['exports.{hashSync,compareSync,genSaltSync,verifySync}'] },
});
