import { defineModel } from '../model/dsl.ts';

export const jsonwebtoken = defineModel({
  modules: ['jsonwebtoken'],
  sources: { error: ['verify[2..3](0)'] },
  sinks: { token: ['sign[1]', 'sign[0].jti'] },
  // what verify() gives was signed by us; what decode() gives was not
  flows: [{ flow: 'decode[0] -> ()', again: ['nosql', 'fields'] }],
  marks: { errorFirst: ['exports.{sign,verify}'], credential: ['exports.{sign,verify}[1]'] },
});
