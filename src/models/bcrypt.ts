import { defineModel } from '../model/dsl.ts';

export const bcrypt = defineModel({
  modules: ['bcrypt', 'bcryptjs', '@node-rs/bcrypt'],
  marks: { errorFirst: ['exports.{hash,compare,genSalt}'], blocking: ['exports.{hashSync,compareSync,genSaltSync,verifySync}'] },
});
